"""The groups into which the annual report takes roles, kinds of event and ways of coming in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from registration.vocabulary.lifecycle import Source


class Initiator(models.TextChoices):
    """Who takes the initiative."""

    VICTIMS = "victims", _("Victims and bereaved relatives")
    OFFENDERS = "offenders", _("Offenders, suspects and people who caused an accident")
    OTHERS = "others", _("Witnesses and others")


class KindGroup(models.TextChoices):
    """What happened, in the four parts of the annual report."""

    VIOLENCE = "violence", pgettext_lazy("figures", "Violence")
    SEXUAL = "sexual", pgettext_lazy("figures", "Sexual violence")
    TRAFFIC = "traffic", pgettext_lazy("figures", "Traffic")
    OTHER = "other", pgettext_lazy("figures", "Theft, online, threats and other")


VICTIM_ROLES = frozenset({"victim", "bereaved"})
OFFENDER_ROLES = frozenset({"offender", "suspect", "accident_causer"})


def initiator_of(role: str) -> Initiator:
    """Return the group of a role; a role that is not known takes its place among the others."""
    if role in VICTIM_ROLES:
        return Initiator.VICTIMS
    return Initiator.OFFENDERS if role in OFFENDER_ROLES else Initiator.OTHERS


def kind_group_of(kind: str) -> KindGroup:
    """Return the group of a kind of event; a kind that has no group of its own is "other"."""
    return KindGroup(kind) if kind in KindGroup else KindGroup.OTHER


def crossed(kind: str, initiator: str) -> str:
    """Return the code under which a kind and who took the initiative are counted together."""
    return f"{kind}.{initiator}"


def who_registered(source: str, organisation_kind: str) -> str:
    """Return who registered: the kind of organisation of a professional, otherwise the source."""
    return organisation_kind if source == Source.REFERRER and organisation_kind else source
