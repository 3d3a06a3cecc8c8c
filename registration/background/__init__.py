"""What runs without a visitor: the worker, recurring jobs and retention."""
