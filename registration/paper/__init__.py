"""Registrations on paper: the form to print, and what the desk enters from it."""
