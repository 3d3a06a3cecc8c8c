"""System checks of decisions that are easy to forget."""

from typing import Any

from django.core.checks import CheckMessage, Error, register
from modeltranslation.translator import translator
from wagtail.models import TranslatableMixin


@register()
def check_one_translation_tool(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """No model is translated by both tools: pages and snippets by wagtail-localize, rows of
    lookup tables and settings by modeltranslation. With both, each would overwrite the other.
    """
    return [
        Error(
            f"{model._meta.label} is translated by wagtail-localize and by modeltranslation.",
            hint="Drop TranslatableMixin, or the registration in translation.py.",
            obj=model,
            id="perspectief.E001",
        )
        for model in translator.get_registered_models()
        if issubclass(model, TranslatableMixin)
    ]
