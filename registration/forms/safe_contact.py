"""Safe contact in one form: how to reach somebody, when to call, and what the call needs."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from registration.forms.fields import Asked
from registration.forms.how_to_reach import ASKED_TO_REACH, HowToReachForm
from registration.forms.needs_of_call import ASKED_FOR_CALL, NeedsOfCallForm
from registration.forms.when_to_call import ASKED_WHEN_TO_CALL, WhenToCallForm
from registration.vocabulary.whose import Whose, owner_of_number, whose_contact
from registration.words.whose import Words

# How one asks all of it about somebody else.
ASKED_FOR_SAFE_CONTACT: Mapping[str, Asked] = {
    **ASKED_TO_REACH,
    **ASKED_WHEN_TO_CALL,
    **ASKED_FOR_CALL,
}


class SafeContactForm(NeedsOfCallForm, WhenToCallForm, HowToReachForm):
    """One safe way to reach somebody, what may be done if nobody answers, and when to call."""

    # The questions come in the order of the classes above, from the last to the first.
    asked_of_others = ASKED_FOR_SAFE_CONTACT
    errors_said: ClassVar[Mapping[str, Words]] = {
        **HowToReachForm.errors_said,
        **WhenToCallForm.errors_said,
    }
    errors_said_of_others: ClassVar[Mapping[str, Words]] = {
        **HowToReachForm.errors_said_of_others,
        **WhenToCallForm.errors_said_of_others,
    }

    @classmethod
    def whose_with(cls, *, for_whom: str, who_to_call: str) -> Whose:
        """Return whom we reach."""
        return whose_contact(for_whom=for_whom, who_to_call=who_to_call)

    @classmethod
    def owner_with(cls, *, for_whom: str, who_to_call: str) -> str:
        """Return a code of who answers the number."""
        return owner_of_number(for_whom=for_whom, who_to_call=who_to_call)

    @classmethod
    def kept_for_another(cls, values: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
        """Return what is not about how to reach somebody."""
        about_contact = SafeContactForm.base_fields
        return {name: given for name, given in values.items() if name not in about_contact}
