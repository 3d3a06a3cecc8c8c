"""Keeps the pages that the site cannot do without."""

from registration.public_pages.permanence import register_page_hooks

register_page_hooks()
