"""Every address of the admin and of the staff pages, from the URLconf.

An address that is one for several things (the settings of each model, the actions on many rows)
counts as several screens.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.urls import get_resolver
from wagtail import hooks
from wagtail.contrib.settings.registry import registry as settings_registry

BELOW = ("admin/", "staff/", "documents/")
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
# Addresses that are patterns to match, and not routes to fill.
MATCHED = {
    "admin/^password_reset/(?:.*)$": "admin/password_reset/",
    "admin/pages/^(\\d+)/revisions/compare/(live|earliest|\\d+)\\.\\.\\.(live|latest|\\d+)/$": (
        "admin/pages/<page_id>/revisions/compare/live...latest/"
    ),
    "admin/snippets/home/sitemenu/history/(?P<pk>.+)/revisions/compare/"
    "(?P<revision_id_a>live|earliest|\\d+)\\.\\.\\.(?P<revision_id_b>live|latest|\\d+)/$": (
        "admin/snippets/home/sitemenu/history/<pk>/revisions/compare/earliest...latest/"
    ),
    "documents/^(\\d+)/(.*)$": "documents/<document_id>/<document_name>",
    "admin/^.*/$": "admin/no-such-screen/",
    "staff/^start/(?P<token>[0-9a-f]{32})/$": "staff/start/00000000000000000000000000000000/",
    "staff/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": (
        "staff/password/reset/key/1-set-password/"
    ),
}


@dataclass(frozen=True)
class Screen:
    """One address; `name` is that of the URLconf, or the route where it has none.

    `model` is what `pk` in it is the key of; `values` are parts that are known from the name.
    """

    name: str
    route: str
    model: Any = None
    values: dict[str, str] = field(default_factory=dict)

    @property
    def is_bulk(self) -> bool:
        """Whether it does something with many rows."""
        return self.name.startswith("bulk ")

    @property
    def template(self) -> str:
        """The address with `<name>` where something has to be filled in."""
        route = MATCHED.get(self.route, self.route).replace("^", "")
        return "/" + PARAMETER.sub(lambda found: f"<{found[1]}>", route)


def all_screens() -> list[Screen]:
    """Return every screen in the order of the URLconf.

    A second address of the same name gets what it has more at its end, as `+mode`.
    """
    found: dict[str, Screen] = {}
    for screen in _walk(get_resolver().url_patterns, "", ()):
        if screen.route.startswith(BELOW):
            for each in _expand(screen):
                is_taken = each.name in found
                more = "+" + PARAMETER.findall(each.route)[-1] if is_taken else ""
                found[each.name + more] = replace(each, name=each.name + more)
    return list(found.values())


def _walk(patterns: list[Any], prefix: str, namespaces: tuple[str, ...]) -> Iterator[Screen]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _walk(pattern.url_patterns, route, inner)
            continue
        name = ":".join((*namespaces, pattern.name)) if pattern.name else route
        initial = getattr(pattern.callback, "view_initkwargs", None) or {}
        view = getattr(pattern.callback, "view_class", None)
        model = initial.get("model") or getattr(view, "model", None)
        yield Screen(name, route, model if isinstance(model, type) else None)


def _expand(screen: Screen) -> Iterator[Screen]:
    if screen.name == "wagtail_bulk_action":
        for action in hooks.get_hooks("register_bulk_action"):
            for model in action.models:
                app, name = model._meta.app_label, model._meta.model_name
                values = {"app_label": app, "model_name": name, "action": action.action_type}
                bulk_name = f"bulk {app}.{name}.{action.action_type}"
                yield Screen(bulk_name, screen.route, model, values)
    elif screen.name.startswith("wagtailsettings:"):
        # Without a key the address only leads to the one with it.
        kind = screen.name.removeprefix("wagtailsettings:")
        thing = "settings" if "pk>" in screen.route else "way to settings"
        for model in settings_registry:
            app, name = model._meta.app_label, model._meta.model_name
            values = {"app_name": app, "model_name": name}
            yield Screen(f"{thing} {app}.{name}:{kind}", screen.route, model, values)
    else:
        yield screen
