"""What was done and what is still to do, over time."""
