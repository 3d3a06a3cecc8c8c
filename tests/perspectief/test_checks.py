"""System checks hold what is easy to forget."""

import pytest
from django.core.checks import run_checks
from modeltranslation.translator import translator

from home.models import SiteMenu
from perspectief.checks import check_nothing_is_limited_by_the_cache, check_one_translation_tool
from registration.models import Role


def test_no_model_is_translated_by_both_tools():
    assert check_one_translation_tool(None) == []
    assert Role in translator.get_registered_models()


def test_a_model_translated_by_both_is_an_error(monkeypatch):
    monkeypatch.setattr(translator, "get_registered_models", lambda **kwargs: [Role, SiteMenu])

    (error,) = check_one_translation_tool(None)

    assert error.id == "perspectief.E001"
    assert error.obj is SiteMenu


def test_the_check_runs_with_all_others(monkeypatch):
    monkeypatch.setattr(translator, "get_registered_models", lambda **kwargs: [SiteMenu])

    assert "perspectief.E001" in {message.id for message in run_checks()}


def test_allauth_counts_nothing_in_the_cache():
    assert check_nothing_is_limited_by_the_cache(None) == []


@pytest.mark.parametrize("name", ["ACCOUNT_RATE_LIMITS", "MFA_RATE_LIMITS"])
def test_letting_allauth_count_is_an_error(settings, name):
    setattr(settings, name, {})  # its defaults
    (error,) = check_nothing_is_limited_by_the_cache(None)
    assert (error.id, error.msg.split()[0]) == ("perspectief.E002", name)
