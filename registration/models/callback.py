from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db import models
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from perspectief.encryption import EncryptedField
from registration.models.registration import Registration
from registration.vocabulary.callbacks import (
    AttemptResult,
    CallbackAddress,
    CallbackState,
    TaskKind,
)
from registration.vocabulary.promises import PromiseOutcome


def claim_has_lapsed(now: datetime) -> Q:
    """Return the condition that whoever took an open callback left it alone for too long.

    A claim without an end lapses never.
    """
    return Q(state=CallbackState.OPEN, claimed_until__lte=now)


def is_free(now: datetime) -> Q:
    """Return the condition that nobody has a callback, or that the claim has lapsed."""
    return Q(claimed_by=None) | claim_has_lapsed(now)


def is_waiting_for_retry(now: datetime) -> Q:
    """Return the condition that there was an attempt or contact, and the next call is to come."""
    return Q(first_attempt_at__isnull=False, next_attempt_at__gt=now)


class CallbackQuerySet(models.QuerySet["Callback"]):
    """The questions that the desk asks of the queue."""

    def open(self) -> Self:
        """Return what still has to be done, the earliest promise first."""
        return self.filter(state=CallbackState.OPEN).order_by("due_at", "pk")

    def at(self, address: CallbackAddress) -> Self:
        """Return the one that an address is about, if it is still there."""
        return self.filter(registration_id=address.registration, turn=address.turn)

    def newest_addresses(self, registrations: Collection[int]) -> Mapping[int, CallbackAddress]:
        """Return the address of the newest callback of each registration that has one."""
        rows = self.filter(registration_id__in=registrations).values_list("registration_id")
        return {
            number: CallbackAddress(number, turn)
            for number, turn in rows.annotate(Max("turn")).order_by()
        }

    def overdue(self, now) -> Self:
        """Return open promises whose time has passed without any attempt."""
        return self.open().filter(due_at__lt=now, first_attempt_at=None)

    def unclaimed(self, now: datetime | None = None) -> Self:
        """Return open callbacks that nobody has taken, or whose claim has lapsed."""
        return self.open().filter(is_free(now or timezone.now()))

    def held_by(self, user: AbstractUser | AnonymousUser, now: datetime | None = None) -> Self:
        """Return open callbacks that this user has taken, and may work on."""
        return self.open().filter(claimed_by=user).exclude(claim_has_lapsed(now or timezone.now()))


class Callback(models.Model):
    """A promise to get in touch before `due_at`."""

    registration = models.ForeignKey(
        Registration,
        on_delete=models.CASCADE,
        related_name="callbacks",
        verbose_name=_("registration"),
    )
    turn = models.PositiveSmallIntegerField(
        _("which of the callbacks of the registration"), default=1, db_default=1
    )
    kind = models.CharField(_("task"), max_length=10, choices=TaskKind, default=TaskKind.CALL)
    state = models.CharField(
        _("status"), max_length=10, choices=CallbackState, default=CallbackState.OPEN
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    due_at = models.DateTimeField(_("promised before"))
    told_due_at = models.DateTimeField(
        _("the person was told"),
        null=True,
        blank=True,
        help_text="only where the deadline moved after the person was told another",
    )
    next_attempt_at = models.DateTimeField(_("next attempt at"), null=True, blank=True)
    agreed_at = models.DateTimeField(
        _("agreed with the person"),
        null=True,
        blank=True,
        help_text="the moment of the next attempt, for as long as that is the one",
    )
    first_attempt_at = models.DateTimeField(_("first attempt at"), null=True, blank=True)
    reached_at = models.DateTimeField(_("reached at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("taken by"),
    )
    claimed_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    claimed_until = models.DateTimeField(_("taken until"), null=True, blank=True)
    attempt_count = models.PositiveSmallIntegerField(_("attempts"), default=0)
    message_at = models.DateTimeField(
        _("message left after the last attempt"), null=True, blank=True
    )
    needs_coordinator = models.BooleanField(_("the coordinator decides"), default=False)
    reminded_at = models.DateTimeField(_("reminder sent at"), null=True, blank=True)
    escalated_at = models.DateTimeField(_("escalated at"), null=True, blank=True)
    settled_as = models.CharField(
        _("how the promise ended"), max_length=10, choices=PromiseOutcome, blank=True, default=""
    )

    objects = CallbackQuerySet.as_manager()

    class Meta:
        verbose_name = _("callback")
        verbose_name_plural = _("callbacks")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["registration", "turn"], name="callback_turn"),
        ]
        indexes = [
            models.Index(fields=["state", "due_at", "id"], name="callback_queue"),
            models.Index(
                fields=["due_at"],
                name="callback_unsettled",
                condition=models.Q(settled_as=""),
            ),
            models.Index(
                fields=["due_at"],
                name="callback_broken",
                condition=models.Q(settled_as=PromiseOutcome.BROKEN),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.registration_id}"

    @property
    def address(self) -> CallbackAddress:
        """What stands for it in an address."""
        return CallbackAddress(self.registration_id, self.turn)

    @property
    def promised_before(self) -> datetime:
        """The end of the promise as the person was told it; `due_at` is what the desk works by."""
        return self.told_due_at or self.due_at

    def is_overdue(self, now) -> bool:
        """Return whether the promise was broken: its time has passed without any attempt."""
        return (
            self.state == CallbackState.OPEN and self.first_attempt_at is None and self.due_at < now
        )

    def is_held(self, now: datetime) -> bool:
        """Return whether somebody has this callback, and the claim has not lapsed."""
        if self.claimed_by_id is None:
            return False
        is_open = self.state == CallbackState.OPEN
        return not (is_open and self.claimed_until is not None and self.claimed_until <= now)

    @property
    def has_message(self) -> bool:
        """Whether a message was left, after the last thing that the person changed."""
        changed_at = self.registration.changed_by_person_at
        return self.message_at is not None and (changed_at is None or self.message_at > changed_at)

    @property
    def sent_at(self) -> datetime | None:
        """When the task was done by letter or e-mail; None if that is still to be done.

        What turned out to go to a wrong address was never sent.
        """
        if self.kind == TaskKind.CALL:  # what is sent then only says that we tried
            return None
        changed_at = self.registration.changed_by_person_at
        sent_at = None
        for attempt in self.attempts.all():  # in order; read at once, where there are many rows
            if attempt.result == AttemptResult.WRONG_NUMBER:
                sent_at = None
            elif attempt.result == AttemptResult.SENT:
                is_current = changed_at is None or attempt.made_at > changed_at
                sent_at = attempt.made_at if is_current else sent_at
        return sent_at

    def is_held_by(self, user: AbstractUser | AnonymousUser, now: datetime) -> bool:
        """Return whether this user has it, and the claim has not lapsed."""
        return self.claimed_by_id == user.pk and self.is_held(now)


class Reassignment(models.Model):
    """Who gave whose callback to whom; nothing about the person."""

    callback = models.ForeignKey(
        Callback, on_delete=models.CASCADE, related_name="reassignments", verbose_name=_("callback")
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("given by"),
    )
    given_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("given to"),
    )

    class Meta:
        verbose_name = _("reassignment")
        verbose_name_plural = _("reassignments")
        default_permissions = ()
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.pk}"


class ContactAttempt(models.Model):
    """One attempt to reach somebody; what came of it is encrypted."""

    callback = models.ForeignKey(
        Callback, on_delete=models.CASCADE, related_name="attempts", verbose_name=_("callback")
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    result = EncryptedField(_("result"))
    note = EncryptedField(_("note"), null=True, blank=True)
    note_edited_at = models.DateTimeField(_("note edited at"), null=True, blank=True)
    # Keyed, of the number or address that was tried; a message that was left has none.
    way_hash = models.CharField(max_length=64, default="", editable=False)
    before = EncryptedField(
        _("callback before it"), null=True, blank=True, help_text="what taking it back restores"
    )

    class Meta:
        verbose_name = _("contact attempt")
        verbose_name_plural = _("contact attempts")
        default_permissions = ()
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.pk}"
