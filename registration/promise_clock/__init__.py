"""The clock of the promise: reminders, how each promise ended, and deadlines that move."""
