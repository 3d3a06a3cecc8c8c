"""What the short forms share: a name and one safe way, and little else."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from registration.forms.fields import Text
from registration.forms.reach_in_turn import InTurnForm
from registration.words.whose import Words


class ShortForm(InTurnForm):
    """A name, and one safe way by telephone or e-mail: nothing else of the registration form."""

    errors_said: ClassVar[Mapping[str, Words]] = {
        **InTurnForm.errors_said,
        "no_way": _("Enter a phone number or an e-mail address"),
        "mail_not_allowed": _(
            "You only gave an e-mail address. Tick the box to say we can e-mail you, or enter a "
            "phone number."
        ),
        "mail_shows_us": _(
            "We cannot send you an e-mail that does not show who we are. "
            "Choose ‘Yes’ here, or enter a phone number."
        ),
        "no_time_before": _(
            "You ruled out every time before %(first_day)s when we can call. So we cannot call you "
            "before then. Leave one of those times free, give only an e-mail address, or tick "
            "below that we may call later."
        ),
        "no_time_at_all": _(
            "You ruled out every time when we can call. Leave one of them free, or give only an "
            "e-mail address."
        ),
    }

    name = Text(
        limit=80,
        label=_("What should we call you?"),
        help_text=_("Your first name is enough. You may also choose a different name."),
        error_messages={"required": _("Enter a name. It does not have to be your real name.")},
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    # Asked of people who fill in the whole form only.
    phone_impossible: Any = None
    other_way: Any = None
    other_way_details: Any = None
    needs: Any = None
    other_need: Any = None

    field_order: tuple[str, ...] = ("name",)
