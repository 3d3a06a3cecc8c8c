"""In development every mail is a file of its own that a mail program opens."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from django.core.mail import EmailMessage, get_connection


@pytest.mark.parametrize("opened_before", [False, True])
def test_every_mail_is_a_file_of_its_own(tmp_path: Path, opened_before: bool) -> None:
    connection = get_connection("perspectief.eml_files.EmailBackend", file_path=tmp_path)
    for number in range(3):
        if opened_before:  # as the worker does, to send many mails over one connection
            connection.open()
        message = EmailMessage(f"Bericht {number} ✓", "Hallo,\n\ngroet", to=["noor@example.org"])
        assert connection.send_messages([message]) == 1
    files = sorted(tmp_path.iterdir())
    messages = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
    assert [message["Subject"] for message in messages] == [f"Bericht {n} ✓" for n in range(3)]
    assert {file.suffix for file in files} == {".eml"}
    assert {message.get_content().strip() for message in messages} == {"Hallo,\n\ngroet"}
