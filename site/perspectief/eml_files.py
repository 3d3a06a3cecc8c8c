"""A mail backend for development: every message is a file that a mail program opens."""

from django.core.mail.backends.filebased import EmailBackend as FileBackend


class EmailBackend(FileBackend):
    """Write each message to its own `.eml` file in EMAIL_FILE_PATH."""

    def _get_filename(self) -> str:
        name = super()._get_filename()  # type: ignore[misc]  # missing from the stubs
        return name.removesuffix(".log") + ".eml"

    def write_message(self, message) -> None:
        """Write one message, without the separator line that Django puts between messages."""
        self.stream.write(message.message().as_bytes())

    def send_messages(self, email_messages) -> int:
        """Write every message to a file of its own; return how many."""
        for message in email_messages:
            self._fname = None
            super().send_messages([message])
            self.close()
        return len(email_messages)
