"""Keeps the pages that the site cannot do without when something around them is taken away.

`page_permissions` guards the pages themselves; these hooks guard them against the deletion,
unpublishing or moving of a page above them.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page, get_page_models

from registration.public_pages.bases import PermanentPage


def holds_permanent_page(page: Page) -> bool:
    """Return whether `page` is, or has below it, a page that must stay."""
    return page.get_descendants(inclusive=True).type(*_permanent_page_types()).exists()


def _permanent_page_types() -> list[type[Page]]:
    return [model for model in get_page_models() if issubclass(model, PermanentPage)]


def refuse_to_take_away(request: HttpRequest, page: Page, *args: Any) -> HttpResponse | None:
    """Answer with an explanation instead of taking away what must stay; None lets it happen."""
    if request.user.is_superuser or not holds_permanent_page(page):
        return None
    messages.error(
        request,
        _(
            "This is, or has below it, a page that must stay, such as the registration page. An "
            "administrator can remove it."
        ),
    )
    return redirect("wagtailadmin_explore", page.pk)


def refuse_to_take_away_together(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Do the same for several things at once, which need not be pages."""
    if action_type not in {"delete", "unpublish", "move"}:
        return None
    pages = (each for each in objects if isinstance(each, Page))
    answers = (refuse_to_take_away(request, page) for page in pages)
    return next((answer for answer in answers if answer is not None), None)


def register_page_hooks() -> None:
    """Tell Wagtail about them."""
    for name in ("before_delete_page", "before_unpublish_page", "before_move_page"):
        hooks.register(name, refuse_to_take_away)
    hooks.register("before_bulk_action", refuse_to_take_away_together)
