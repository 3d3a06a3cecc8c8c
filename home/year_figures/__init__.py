"""The page with the figures of a year, made of what the registration desk releases."""
