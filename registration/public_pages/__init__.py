"""The page types that mount the forms and one's own page: an app of its own, above `home`."""
