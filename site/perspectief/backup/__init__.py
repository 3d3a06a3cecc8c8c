"""Backups that only the holder of a key elsewhere can read, and putting a site back from one."""
