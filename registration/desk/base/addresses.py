"""Names of the addresses to which many screens lead."""

QUEUE = "callbacks:index"
DETAILS = "callbacks:details"
CLOSED = "callbacks:closed"
