"""The form that gives a callback to a colleague."""

from typing import Any, cast

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from registration.casework.permissions import colleagues_to_take
from registration.desk.base.colleague_field import ColleagueField
from registration.models import Callback


class ReassignForm(forms.Form):
    """The colleague who gets a callback."""

    colleague = ColleagueField(
        queryset=get_user_model()._default_manager.none(),
        label=_("Reassign to"),
        empty_label=_("Choose a colleague"),
        error_messages={"required": _("Choose a colleague")},
    )

    def __init__(self, *args: Any, callback: Callback, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ModelChoiceField, self.fields["colleague"])
        field.queryset = colleagues_to_take(callback)
