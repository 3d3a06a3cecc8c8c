"""What somebody types or pastes, without characters that nobody sees and that mean nothing.

Texts copied from mails, chats and word processors bring marks along that turn the direction of
writing, join nothing, or end a line in the middle of a title. With them an address reaches nobody,
a search finds nobody, and XML cannot be written. They are taken out at the two doors that every
text goes through: `TypedTextMiddleware` for what a browser sends, and `clean_what_is_stored` for
what comes in another way (rich text, translation files, imports, commands).
"""

import json
from collections.abc import Callable
from typing import Any

from django.db import models
from django.db.models.signals import pre_save
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from wagtail.fields import StreamField

from perspectief.invisible import cleaned_deep, without_invisible
from perspectief.refusals import cannot_be_read

# As Draftail sends rich text: places of bold words are counted in it, so it is cleaned when stored.
_RICH_TEXT_BEGINNING = '{"blocks":'
_SECRET = "password"  # noqa: S105 - part of a field's name; a password is kept as it is


# --- What a browser sends ---------------------------------------------------------------------


class TypedTextMiddleware:
    """Clean what was typed before any form, filter or view reads it.

    Stands where nothing outside has a reason to read what was typed; a new form needs nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        if request.META.get("QUERY_STRING"):
            request.GET = _cleaned(request.GET)  # type: ignore[assignment]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> HttpResponseBase | None:
        """Read what was posted only now: a view that is not found reads nothing.

        A NUL byte where nothing is taken out, in a password or rich text, is nothing that a browser
        sends, and no database takes it.
        """
        if request.method != "POST":
            return None
        request.POST = _cleaned(request.POST)  # type: ignore[assignment]
        has_nul = any("\0" in text for _name, texts in request.POST.lists() for text in texts)
        return cannot_be_read() if has_nul else None


def _cleaned(sent: QueryDict) -> QueryDict:
    if not any(
        _cleaned_value(name, text) != text for name, texts in sent.lists() for text in texts
    ):
        return sent
    cleaned = QueryDict(mutable=True, encoding=sent.encoding)
    for name, texts in sent.lists():
        cleaned.setlist(name, [_cleaned_value(name, text) for text in texts])
    cleaned._mutable = False
    return cleaned


def _cleaned_value(name: str, text: str) -> str:
    if _SECRET in name.lower() or text.startswith(_RICH_TEXT_BEGINNING):
        return text
    return without_invisible(text)


# --- What is stored ---------------------------------------------------------------------------


def connect() -> None:
    """Clean texts of every model before they are stored; once, when the site starts."""
    pre_save.connect(clean_what_is_stored, dispatch_uid="perspectief.typed_text")


def clean_what_is_stored(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Take invisible characters out of the texts of a row, rich text and streams included."""
    if kwargs.get("raw") or not hasattr(instance, "_meta"):
        return
    for field in instance._meta.concrete_fields:
        if field.attname not in instance.__dict__:  # deferred, so it is not stored either
            continue
        if isinstance(field, StreamField):
            _clean_stream(instance, field)
        elif isinstance(field, models.CharField | models.TextField) and field.name != _SECRET:
            text = instance.__dict__[field.attname]
            if isinstance(text, str) and (cleaned := without_invisible(text)) != text:
                setattr(instance, field.attname, cleaned)


def _clean_stream(instance: models.Model, field: StreamField) -> None:
    blocks = field.stream_block.get_prep_value(getattr(instance, field.attname))
    cleaned = cleaned_deep(blocks)
    if cleaned != blocks:
        setattr(instance, field.attname, json.dumps(cleaned, default=str))
