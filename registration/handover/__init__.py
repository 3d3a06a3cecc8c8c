"""Passing somebody on: the mediators by region, the sheet for one, the case system's file."""
