"""Opening one's own page with the code and the secret words."""

from perspectief.encryption import blind_index
from registration.casework.secret_words import is_right
from registration.models import Registration
from registration.vocabulary.references import normalise_reference


def registration_for(code: str, secret_words: str) -> Registration | None:
    """Return the registration that both belong to; None tells neither which of them was wrong.

    Args:
        code: as people type it; case, spaces and dashes do not matter.
        secret_words: as people type them.
    """
    registration = Registration.objects.filter(
        reference_hash=blind_index("reference", normalise_reference(code))
    ).first()
    stored_hash = registration.secret_words_hash if registration is not None else ""
    return registration if is_right(secret_words, stored_hash) else None
