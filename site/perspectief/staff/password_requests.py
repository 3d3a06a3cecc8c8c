"""A link for a new password, looked for by the worker: the page answers everybody alike.

Whoever asks learns nothing from how long the answer takes, because nothing is looked up for it. The
address waits encrypted among the tasks; the mail goes out as any about an account.
"""

from allauth.account.internal.flows.password_reset import request_password_reset
from allauth.account.internal.userkit import filter_users_by_email
from django.db import transaction
from django_tasks import task

from perspectief.encryption import decrypt_labelled, encrypt_labelled

LABEL = "perspectief.staff.password_requests"


def ask_for_link(address: str) -> None:
    """Have whoever has this address get a mail, if anybody does."""
    mail_links.enqueue(encrypt_labelled(LABEL, address).decode())


@task(queue_name="mail")
def mail_links(sealed_address: str) -> None:
    """Write a mail to each open account with an address.

    Args:
        sealed_address: what `ask_for_link` made of it; arguments are stored.
    """
    address = decrypt_labelled(LABEL, sealed_address)
    accounts = filter_users_by_email(
        address.lower(), is_active=True, prefer_verified=True, for_login=True
    )
    if accounts:
        with transaction.atomic():
            request_password_reset(None, address, accounts, token_generator=None)
