"""What search engines read about the foundation, a page, an article and a video (schema.org)."""
