"""Tasks of the registration app. Arguments are stored in clear, so they are primary keys only."""

from django_tasks import task

from registration.mail.delivery import deliver


@task(queue_name="mail")
def send_mail(mail_id: int) -> None:
    """Send a mail soon after it was written; the sweeper sends it if this does not happen.

    Args:
        mail_id: primary key of the OutboundMail.
    """
    deliver(mail_id)
