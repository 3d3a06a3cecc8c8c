"""System checks of the public site."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from wagtail.models import TranslatableMixin

from home.bilingual.gate import TranslatedBeforeLive

OURS = {"home", "media_library", "registration", "perspectief"}


@register()
def check_translations_pass_the_gate(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """All that editors translate waits until it is translated wholly, pages and snippets alike."""
    return [
        Error(
            f"{model._meta.label} goes live in English while it is still in Dutch.",
            hint="Put home.bilingual.gate.TranslatedBeforeLive before its other base classes.",
            obj=model,
            id="home.E001",
        )
        for model in apps.get_models()
        if model._meta.app_label in OURS
        and issubclass(model, TranslatableMixin)
        and not issubclass(model, TranslatedBeforeLive)
    ]
