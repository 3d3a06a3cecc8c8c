"""What is wrong behind the scenes, for who can do something about it: said by the admin itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from perspectief.restoration import unfinished_restoration
from registration.background.periodic import last_finished_at
from registration.casework.permissions import User, can_coordinate, can_view_outgoing_mail
from registration.mail.unsent import waiting_and_failed_counts
from registration.models import Callback
from registration.words.dates import date_and_time_in_words

# A worker finishes a recurring job every minute; one that sends a lot of mail may be late.
WORKER_SILENCE = timedelta(minutes=10)


@dataclass(frozen=True)
class Alert:
    """What is wrong and what to do about it, in the active language; perhaps where that is done."""

    title: str
    advice: str
    address: str = ""
    link: str = ""


def worker_is_silent(seen_at: datetime | None, now: datetime) -> bool:
    """Return whether no worker gave a sign of life lately.

    Args:
        seen_at: when one last did (`periodic.last_finished_at`); None is never.
        now: an aware moment.
    """
    return seen_at is None or now - seen_at > WORKER_SILENCE


def alerts_for(user: User, now: datetime) -> list[Alert]:
    """Return what is wrong now that this user can do something about; most often nothing.

    Four queries at most.

    Args:
        user: who opened the admin.
        now: an aware moment.
    """
    promises = _about_promises(now) if can_coordinate(user) else ()
    return [*mail_alerts_for(user, now), *promises]


def mail_alerts_for(user: User, now: datetime) -> list[Alert]:
    """Return what is wrong with the worker and with mail, for whoever looks after outgoing mail.

    Args:
        user: who opened the admin.
        now: an aware moment.
    """
    return list(_about_mail(now)) if can_view_outgoing_mail(user) else []


def _about_mail(now: datetime) -> Iterator[Alert]:
    seen_at = last_finished_at()
    mails = waiting_and_failed_counts()
    list_of_mails = reverse("registration_outgoing_mail")
    if worker_is_silent(seen_at, now):
        yield _silent_worker(seen_at)
    elif mails.oldest_waiting is not None and mails.is_stuck(now) and not _is_paused():
        yield Alert(
            _("E-mail is stuck: the oldest has been waiting since %(moment)s.")
            % {"moment": date_and_time_in_words(mails.oldest_waiting)},
            _("The mail server may be down. If this goes on, tell the people who run our server."),
            f"{list_of_mails}?show=waiting",
            _("See which e-mails are waiting"),
        )
    if mails.failed:
        yield Alert(
            ngettext(
                "%(number)s e-mail could not be sent and was given up.",
                "%(number)s e-mails could not be sent and were given up.",
                mails.failed,
            )
            % {"number": mails.failed},
            _("Send again, or reach the person in another way."),
            f"{list_of_mails}?show=failed",
            _("See which e-mails were given up"),
        )


def _is_paused() -> bool:
    # A panel of its own says so; the mail server is all right.
    return unfinished_restoration() is not None


def _silent_worker(seen_at: datetime | None) -> Alert:
    title = (
        _("No e-mail is going out: the background worker has not started yet.")
        if seen_at is None
        else _("No e-mail is going out: the background worker has been silent since %(moment)s.")
        % {"moment": date_and_time_in_words(seen_at)}
    )
    return Alert(
        title,
        _(
            "Nobody is reminded of promises either. Ask the people who run our server to start the "
            "worker."
        ),
    )


def _about_promises(now: datetime) -> Iterator[Alert]:
    number = Callback.objects.overdue(now).count()
    if number:
        yield Alert(
            ngettext(
                "%(number)s promise is overdue: nobody has tried yet.",
                "%(number)s promises are overdue: nobody has tried yet.",
                number,
            )
            % {"number": number},
            _("Do it yourself, or give it to a colleague."),
            f"{reverse('callbacks:index')}?show=overdue",
            _("See what is overdue"),
        )
