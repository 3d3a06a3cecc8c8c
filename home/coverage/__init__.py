"""The list of what appeared in the media: its filters and its feed."""
