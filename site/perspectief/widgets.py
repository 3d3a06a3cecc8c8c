"""Form widgets of the public site: choices drawn as large D-shaped rows.

They have names of their own instead of overriding Django's widget templates, because Wagtail's
admin renders its forms with the same renderer. `components/field.html` draws them.
"""

from typing import Any

from django.forms import CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select


class ChoiceRadioSelect(RadioSelect):
    """One of several answers; the group, not each button, says that it is not yet right."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the option without `aria-invalid`, which the role `radio` does not support."""
        option = super().create_option(*args, **kwargs)
        option["attrs"].pop("aria-invalid", None)
        return option


class ChoiceCheckboxSelectMultiple(CheckboxSelectMultiple):
    """Any number of answers."""


class ChoiceCheckbox(CheckboxInput):
    """One statement to agree with; its label is the choice itself."""


class ListSelect(Select):
    """One of many answers, in a list that opens."""

    template_name = "components/list.html"


class DayPartCheckboxes(CheckboxSelectMultiple):
    """Parts of days: choices grouped by day, and ungrouped ones such as "any time" below them.

    `choices` are Django's grouped choices: `[("Thursday 26 November", [(code, label), …]), …]`.
    """

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the option with the part of its label in brackets as a second, smaller line."""
        option = super().create_option(*args, **kwargs)
        main, bracket, rest = str(option["label"]).partition(" (")
        if bracket and rest.endswith(")"):
            option["label"], option["detail"] = main, rest.removesuffix(")")
        return option
