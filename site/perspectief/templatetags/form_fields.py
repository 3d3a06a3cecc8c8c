"""What the form components need to know about a field, and a filter that marks a date."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, runtime_checkable

from django import template
from django.forms import BoundField, CheckboxInput
from django.template import Context
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from perspectief.widgets import DayPartCheckboxes

register = template.Library()


@runtime_checkable
class Faultable(Protocol):
    """A form of Django, or what shows a part of some."""

    @property
    def errors(self) -> Mapping[str, Iterable[object]]:
        """Return what is not right, by field; nothing before anything was sent."""

    def __iter__(self) -> Iterator[BoundField]:
        """Go through its fields."""

    def non_field_errors(self) -> Iterable[str]:
        """Return the errors that belong to no field."""


@register.filter
def control_kind(field: BoundField) -> str:
    """Return which control draws `field`: `choices`, `days`, `statement` or `line`."""
    widget = field.field.widget
    if isinstance(widget, DayPartCheckboxes):
        return "days"
    if isinstance(widget, CheckboxInput):
        return "statement"
    return "choices" if field.use_fieldset and hasattr(widget, "optgroups") else "line"


@register.filter
def option_groups(field: BoundField) -> list[dict[str, Any]]:
    """Return the options of `field` in their groups, with what belongs to each option.

    Every option is Django's widget context plus `note` (text), `sub_fields` (bound fields of the
    same form) and `written_attrs`: all attributes of its control as they stand in the page, where
    `data-reveals` says that choosing it shows the block after the field.
    """
    widget = field.field.widget
    attrs = field.build_widget_attrs({"id": field.auto_id}, widget)
    context = widget.get_context(field.html_name, field.value(), attrs)["widget"]
    notes = dict(getattr(field.field, "notes", ()))
    sub_fields = getattr(field.field, "sub_fields", {})
    reveals = getattr(field.field, "reveals", ())
    groups = []
    for name, options, index in context["optgroups"]:
        for option in options:
            code = str(option["value"])
            note = option["note"] = notes.get(code, "")
            option["sub_fields"] = [field.form[each] for each in sub_fields.get(code, ())]
            own = {name: each for name, each in option["attrs"].items() if name != "class"}
            if note:
                own["aria-describedby"] = f"{own['id']}_note"
            # Written here: in the template it takes a tenth of the time of a whole page.
            option["written_attrs"] = _written(
                {
                    **{name: option[name] for name in ("type", "name", "value")},
                    **own,
                    "data-reveals": code in reveals,
                }
            )
        groups.append({"name": name or "", "options": options, "index": index})
    return groups


def _written(attrs: Mapping[str, Any]) -> SafeString:
    """Return attributes as `flatatt` of Django does, in a third of its time."""
    shown = ((name, each) for name, each in attrs.items() if each is not None and each is not False)
    return SafeString(
        "".join(
            f" {name}" if each is True else f' {name}="{conditional_escape(each)}"'
            for name, each in shown
        )
    )


@register.simple_tag
def error_links_of(*forms: object) -> list[dict[str, Any]]:
    """Return the errors of forms in the order of their fields, each with the id to jump to.

    Groups have no control with the id of the field; the error leads to their first option. One of a
    hidden field leads nowhere. Lists of forms are looked into. A page without such a form passes ""
    or None, and gets nothing.
    """
    return [link for form in _forms_in(forms) for link in _links(form)]


@register.simple_tag(takes_context=True)
def faulty_forms(context: Context) -> list[Faultable]:
    """Return the forms of a page that are not right yet, wherever in its context they are.

    A form may stand there itself, in a list, or as `form` of a part of the page; so a screen need
    not say which of its forms were sent.
    """
    found = _forms_in(context.flatten().values())
    return list({id(form): form for form in found if form.errors}.values())


def _forms_in(values: Iterable[object]) -> Iterator[Faultable]:
    for value in values:
        match value:
            case Faultable():
                yield value
            case {"form": Faultable() as form}:
                yield form
            case list() | tuple():
                yield from _forms_in(value)


def _links(form: Faultable) -> Iterator[dict[str, Any]]:
    for message in form.non_field_errors():
        yield {"target": "", "message": message}
    for field in form:
        for fault in field.errors:
            yield {"target": _target_of(field), "message": fault}


def _target_of(field: BoundField) -> str:
    if field.is_hidden:
        return ""
    if field.id_for_label:
        return str(field.id_for_label)
    options = [option for group in option_groups(field) for option in group["options"]]
    return str(options[0]["attrs"]["id"]) if options else ""


@register.filter
def is_list(answer: object) -> bool:
    """Return whether `answer` is several texts instead of one."""
    return isinstance(answer, list | tuple)


@register.filter
def mark_date(sentence: str, date: str) -> SafeString:
    """Return `sentence`, escaped, with the first occurrence of `date` marked as the deadline."""
    before, found, after = str(sentence).partition(str(date)) if date else (str(sentence), "", "")
    if not found:
        return conditional_escape(sentence)
    return format_html('{}<mark class="deadline">{}</mark>{}', before, found, after)
