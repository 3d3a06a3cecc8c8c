"""The rows and texts that the coordinator edits."""
