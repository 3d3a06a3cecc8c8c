"""Values that have to be typed exactly: codes, addresses, numbers, names of accounts.

A keyboard that begins them with a capital, corrects them or marks them as wrong makes somebody
type them twice. Whether a field is such a one follows from its type, and every form of the site is
rendered with what its browser has to know (`admin_calls.AdminBoundField`), also those of others.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import models

EXACT = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}
#: Of what browsers fill in, this is typed letter by letter.
_EXACT_AUTOCOMPLETE = {
    *("username", "email", "tel", "url", "one-time-code", "webauthn"),
    *("current-password", "new-password"),
}
_EXACT_FIELDS = (
    forms.EmailField,
    forms.URLField,
    forms.SlugField,
    forms.UUIDField,
    forms.DateField,
    forms.TimeField,
    forms.DateTimeField,
    forms.DecimalField,
    forms.FloatField,
)
#: Of forms that are not ours and say no more than "text": redirects, sites, accounts, links.
_EXACT_NAMES_ELSEWHERE = {
    "old_path",
    "hostname",
    "username",
    "url",
    "phone_number",
    "email_address",
}
_INPUT_MODES = ((forms.EmailField, "email"), (forms.URLField, "url"))
_TYPED_IN = {"text", "email", "url", "tel", "search", "password"}


class ExactTextField(forms.CharField):
    """A code, number or name that is typed letter by letter; no browser knows it already."""

    is_exact = True

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(**kwargs)


class ExactCharField(models.CharField):
    """A column for such a value."""

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        """Return the field of a form, which knows that it is exact."""
        field = super().formfield(*args, **kwargs)
        if field is not None:
            field.is_exact = True  # type: ignore[attr-defined]
        return field

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Return an ordinary column: how it is typed is nothing to the database."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


def attributes_of(field: forms.Field, name: str) -> dict[str, str]:
    """Return what a browser has to know about a field; nothing about words.

    Args:
        field: of a form.
        name: its name there.
    """
    widget = field.widget
    if not isinstance(widget, forms.widgets.Input):
        return {}
    if isinstance(field, forms.IntegerField) and widget.input_type in {"text", "number"}:
        return {"inputmode": "numeric"}
    kind = widget.attrs.get("type", widget.input_type)
    if kind not in _TYPED_IN or not is_exact(field, name):
        return {}
    mode = next((mode for of_kind, mode in _INPUT_MODES if isinstance(field, of_kind)), "")
    # What is not said otherwise is nothing that a browser knows of whoever types it.
    by_default = {"autocomplete": "off", **({"inputmode": mode} if mode else {})}
    missing = {key: value for key, value in by_default.items() if key not in widget.attrs}
    return {**EXACT, **missing}


def is_exact(field: forms.Field, name: str) -> bool:
    """Return whether every letter of what is typed into a field counts."""
    filled_in_with = set(str(field.widget.attrs.get("autocomplete", "")).split())
    return (
        bool(getattr(field, "is_exact", False))
        or isinstance(field, _EXACT_FIELDS)
        or isinstance(field.widget, forms.EmailInput | forms.URLInput | forms.PasswordInput)
        or bool(filled_in_with & _EXACT_AUTOCOMPLETE)
        or name in _EXACT_NAMES_ELSEWHERE
    )
