"""What waits for a coordinator's yes, and the links with which an account begins."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from perspectief.encryption import EncryptedField


class RequestKind(models.TextChoices):
    """What is asked for an account."""

    MEMBERSHIP = "membership", _("Become a member of a group")
    NEW_START = "new_start", _("Start again with a new password and second step")
    ADDRESS = "address", _("A different e-mail address")


class Outcome(models.TextChoices):
    """What became of a request."""

    WAITING = "waiting", _("Waiting for a yes")
    ACCEPTED = "accepted", _("Yes")
    REFUSED = "refused", _("No")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class AccountRequest(models.Model):
    """Something about an account that one person asked, and that another one decides."""

    kind = models.CharField(_("kind"), max_length=20, choices=RequestKind)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="requests_about",
        verbose_name=_("account"),
    )
    group = models.ForeignKey(
        Group, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("group")
    )
    new_address = EncryptedField(_("new e-mail address"), default="")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    outcome = models.CharField(
        _("outcome"), max_length=20, choices=Outcome, default=Outcome.WAITING
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)

    class Meta:
        verbose_name = _("request about an account")
        verbose_name_plural = _("requests about accounts")
        default_permissions = ()
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "group"],
                condition=Q(outcome="waiting", group__isnull=False),
                name="one_waiting_request_for_a_group",
            ),
            models.UniqueConstraint(
                fields=["account", "kind"],
                condition=Q(outcome="waiting", group__isnull=True),
                name="one_waiting_request_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(kind="membership", group__isnull=False)
                | (~Q(kind="membership") & Q(group__isnull=True)),
                name="membership_of_a_group",
            ),
            # Nobody says yes to what they asked, or to what is asked for themselves.
            models.CheckConstraint(
                condition=~Q(outcome="accepted", decided_by=F("asked_by")),
                name="not_accepted_by_who_asked",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="accepted", decided_by=F("account")),
                name="not_accepted_by_the_owner",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class StartLink(models.Model):
    """A mailed link with which the owner of an account chooses a password; it works once.

    Only a keyed hash of its token is kept.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="start_links",
        verbose_name=_("account"),
    )
    token_hash = models.CharField(_("hash of the token"), max_length=64, unique=True)
    expires_at = models.DateTimeField(_("expires at"))
    used_at = models.DateTimeField(_("used at"), null=True)

    class Meta:
        verbose_name = _("link to start")
        verbose_name_plural = _("links to start")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["account"], condition=Q(used_at=None), name="one_open_start_link"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"
