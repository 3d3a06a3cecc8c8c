"""Fictional registrations for a site that is not the real one."""
