"""Which privacy statement is in force, and whether the form may be open."""

from django.conf import settings
from django.db.models import QuerySet

from perspectief.kept_values import kept
from registration.models import PrivacyStatement


class FormClosedError(Exception):
    """No privacy statement is in force, so nobody can agree to one."""


def current_privacy_statement() -> PrivacyStatement | None:
    """Return the version that people agree to now.

    The newest approved version; where the site may run on a draft (development), the newest. None
    means that registering on the site must wait for the data protection officer's approval.
    """
    return statements_to_agree_to().first()


def shown_privacy_statement() -> PrivacyStatement | None:
    """Return the same for pages to show; what is agreed to is looked up anew when it is sent."""
    return _shown(bool(settings.REQUIRE_APPROVED_PRIVACY_STATEMENT))


@kept
def _shown(must_be_approved: bool) -> PrivacyStatement | None:
    return current_privacy_statement()


def privacy_statement_to_agree_to() -> PrivacyStatement:
    """Return the version that people agree to now.

    Raises:
        FormClosedError: there is none.
    """
    statement = current_privacy_statement()
    if statement is None:
        raise FormClosedError
    return statement


def statements_to_agree_to() -> QuerySet[PrivacyStatement]:
    """Return the versions that somebody may have agreed to, the newest first.

    A form on paper may be of an earlier version than the one in force.
    """
    statements = PrivacyStatement.objects.order_by("-version")
    if settings.REQUIRE_APPROVED_PRIVACY_STATEMENT:
        statements = statements.filter(approved_on__isnull=False)
    return statements


def is_form_open() -> bool:
    """Return whether people may register on the site."""
    return shown_privacy_statement() is not None
