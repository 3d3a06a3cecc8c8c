"""What a story is about and how readers choose; the page types are in `home.pages`."""
