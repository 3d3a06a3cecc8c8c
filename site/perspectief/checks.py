"""System checks of decisions that are easy to forget."""

from typing import Any

from allauth.account import app_settings as account_settings
from allauth.mfa import app_settings as mfa_settings
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


@register()
def check_nothing_is_limited_by_the_cache(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """allauth counts in the cache, which forgets: staff/guesses.py and limited_views.py count."""
    limits = {
        "ACCOUNT_RATE_LIMITS": account_settings.RATE_LIMITS,
        "MFA_RATE_LIMITS": mfa_settings.RATE_LIMITS,
    }
    return [
        Error(
            f"{name} makes allauth count in the cache.",
            hint="Set it to False, and count with perspectief.limits.",
            id="perspectief.E002",
        )
        for name, rates in limits.items()
        if rates
    ]
