"""The queue: what waits, in which order, on screen and on paper."""
