"""The figures of the foundation: each number once, with its year, its base and its source."""
