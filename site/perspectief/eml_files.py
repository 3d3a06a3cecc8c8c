"""A mail backend for development: every message is a file that a mail program opens."""

import os
from datetime import UTC, datetime

from django.core.mail.backends.filebased import EmailBackend as FileBackend
from django.utils.crypto import get_random_string


class EmailBackend(FileBackend):
    """Write each message to its own `.eml` file in EMAIL_FILE_PATH, named after the moment."""

    _fname: str

    def _get_filename(self) -> str:
        if not self._fname:
            # Django's own name is the same for all messages of one backend and second.
            name = f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{get_random_string(4)}.eml"
            folder = self.file_path  # type: ignore[attr-defined]  # missing from the stubs
            self._fname = os.path.join(folder, name)
        return self._fname

    def write_message(self, message) -> None:
        """Write one message, without the separator line that Django puts between messages."""
        self.stream.write(message.message().as_bytes())

    def send_messages(self, email_messages) -> int:
        """Write every message to a file of its own; return how many."""
        for message in email_messages:
            super().send_messages([message])
            self.close()
        return len(email_messages)

    def close(self) -> None:
        """Finish the file; the next message gets another."""
        super().close()
        self._fname = ""
