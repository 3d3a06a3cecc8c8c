"""The figures of a year: counted without a link to anybody, and shown where nobody stands out."""
