"""Registrations on paper."""
