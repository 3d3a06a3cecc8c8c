"""Tasks of the registration app. Arguments are stored in clear, so they are primary keys only."""

from django.db import transaction
from django_tasks import task

from perspectief.fault_isolation import contain_fault
from registration.mail.delivery import deliver


@task(queue_name="mail")
def send_mail(mail_id: int) -> None:
    """Send a mail soon after it was written; the sweeper sends it if this does not happen.

    Args:
        mail_id: primary key of the OutboundMail.
    """
    deliver(mail_id)


def nudge(mail_id: int) -> None:
    """Have a mail sent as soon as the present transaction is committed.

    Args:
        mail_id: primary key of the OutboundMail.
    """

    def enqueue_task() -> None:
        with contain_fault("nudging the worker"):  # the sweeper finds the mail too
            send_mail.enqueue(mail_id)

    transaction.on_commit(enqueue_task)
