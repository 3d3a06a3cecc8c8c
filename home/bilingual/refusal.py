"""What editors are told when the gate refuses: which texts are missing, and where to write them."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin.utils import quote
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from home.bilingual.gate import TranslatedBeforeLive, UntranslatedError, refuse_untranslated
from home.bilingual.same_words import SameWord
from perspectief.invisible import isolated

MOST_NAMED = 10


class UntranslatedMiddleware:
    """Answer editors who would put Dutch online in English with what is missing.

    Wagtail's many ways of publishing know nothing of the gate; whatever view its refusal comes out
    of, the answer is the same. The view has changed nothing by then but drafts.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.admin_path = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Say what is missing, and lead to where it is written."""
        if not isinstance(exception, UntranslatedError):
            return None
        if not request.path_info.startswith(self.admin_path):
            return None
        if not request.accepts("text/html"):
            return JsonResponse({"detail": summary(exception)}, status=409)
        messages.error(request, explanation(exception))
        return redirect(_edit_url(exception.instance))


def summary(error: UntranslatedError) -> str:
    """Return in one sentence, in the active language, why something was not published."""
    title = isolated(str(error.instance))
    if not error.texts:
        return _(
            "‘%(title)s’ was not published, because it is not a translation of a Dutch page. Make "
            "the page in Dutch, and then choose ‘Translate this page’ there."
        ) % {"title": title}
    return ngettext(
        "‘%(title)s’ was not published, because a text is still in Dutch:",
        "‘%(title)s’ was not published, because %(count)d texts are still in Dutch:",
        len(error.texts),
    ) % {"title": title, "count": len(error.texts)}


def explanation(error: UntranslatedError) -> str:
    """Return the sentence of `summary` with the missing texts, as HTML."""
    if not error.texts:
        return summary(error)
    named = [(text.field, text.first_words) for text in error.texts[:MOST_NAMED]]
    lines = format_html_join("", "<li>{}: “{}”</li>", named)
    if (more := len(error.texts) - len(named)) > 0:
        lines += format_html("<li>{}</li>", _("and %(count)d more") % {"count": more})
    return format_html("{}<ul>{}</ul>{}", summary(error), lines, _ways_to_keep(error))


def _ways_to_keep(error: UntranslatedError) -> str:
    """Links to say that a word is right as it is, where the translator has no field for that."""
    names = dict.fromkeys(text.name for text in error.texts if text.name)
    if not names:
        return ""
    screens: Any = SameWord  # registering it as a snippet gave it some
    address = reverse(screens.snippet_viewset.get_url_name("add"))
    links = [(f"{address}?{urlencode({'text': name})}", name) for name in names]
    return format_html(
        "{} {}",
        _("Is it a name, or the same word in English? Then say so:"),
        format_html_join(", ", '<a href="{}">{}</a>', links[:MOST_NAMED]),
    )


class WithdrawnScheduleFormatter(LogFormatter):
    """What the history of a page says when its schedule was withdrawn."""

    label = gettext_lazy("Withdraw schedule")

    def format_message(self, log_entry: Any) -> str:
        """Name the texts that were missing, in the active language."""
        if texts := log_entry.data.get("texts"):
            return _("Not published as planned, because texts were still in Dutch: %(texts)s") % {
                "texts": "; ".join(texts)
            }
        return _("Not published as planned, because it is no translation of a Dutch page")


def before_publish(request: HttpRequest, instance: Any) -> None:
    """Refuse what an editor publishes or schedules in a form, before anything happens with it.

    Raises:
        UntranslatedError: see `refuse_untranslated`; `UntranslatedMiddleware` answers it.
    """
    if isinstance(instance, TranslatedBeforeLive):
        refuse_untranslated(instance)


def _edit_url(instance: Any) -> str:
    """Where the texts are written: the translator, for what is translated."""
    if isinstance(instance, Page):
        if instance.pk:
            return reverse("wagtailadmin_pages:edit", args=[instance.pk])
        return reverse("wagtailadmin_explore_root")
    names = instance.snippet_viewset
    if instance.pk:
        return reverse(names.get_url_name("edit"), args=[quote(instance.pk)])
    return reverse(names.get_url_name("list"))
