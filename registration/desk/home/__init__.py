"""What the desk sees first: what waits, and its guide."""
