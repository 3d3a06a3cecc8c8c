"""Reads the words of the demo from their files, and says where one of them needs work."""
