"""The desk's screens inside the Wagtail admin."""
