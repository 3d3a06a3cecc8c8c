"""The database of the public site: PostgreSQL as Django has it, but for the pool's dead."""
