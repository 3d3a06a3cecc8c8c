"""What a process keeps of what all visitors see: made once, and never a moment too long."""

import pytest
import time_machine
from django.utils import translation

from perspectief import cache_generation, kept_values
from perspectief.cache_generation import OneGenerationMiddleware, start_new_generation
from perspectief.kept_values import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> list[object]:
    return []


@pytest.fixture
def make(made):
    @kept
    def make_it(name: str) -> tuple[str, int]:
        made.append(name)
        return name, len(made)

    return make_it


def test_it_is_made_once_for_each_argument_and_language(make, made):
    with translation.override("nl"):
        assert make("menu") == make("menu") == ("menu", 1)
        make("footer")
    with translation.override("en"):
        make("menu")

    assert made == ["menu", "footer", "menu"]


def test_a_change_shows_at_once(make):
    make("menu")
    start_new_generation()

    assert make("menu") == ("menu", 2)


def test_another_process_sees_the_change_too(make, rf):
    make("menu")
    cache_generation.cache.set(cache_generation.GENERATION_KEY, "told by another process")

    assert make("menu") == ("menu", 2)


def test_what_is_rolled_back_is_never_kept(make, made):
    make("menu")
    # As another process has it; in a test everything stands within one transaction.
    cache_generation._uncommitted.set("what only this transaction sees")
    make("menu")
    cache_generation._uncommitted.set(None)

    assert make("menu") == ("menu", 1)
    assert made == ["menu", "menu"]


def test_it_is_made_again_after_a_while_in_case_the_cache_was_away(make, monkeypatch):
    monkeypatch.setattr(kept_values, "SECONDS", 300)  # other tests keep it for ever
    monkeypatch.setattr(kept_values, "_generations", {})
    with time_machine.travel("2026-11-02 10:00+01:00", tick=False) as clock:
        make("menu")
        clock.shift(kept_values.SECONDS - 1)
        assert make("menu") == ("menu", 1)
        clock.shift(2)
        assert make("menu") == ("menu", 2)


def test_old_generations_are_forgotten(make):
    for _turn in range(9):
        make("menu")
        start_new_generation()

    assert len(kept_values._generations) <= kept_values.GENERATIONS


def test_without_a_cache_it_is_made_for_each_answer(make, made, rf, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

    def answer(request):
        assert make("menu") == make("menu")

    OneGenerationMiddleware(answer)(rf.get("/"))
    OneGenerationMiddleware(answer)(rf.get("/"))

    assert made == ["menu", "menu"]


def test_it_takes_its_arguments_by_position(make):
    with pytest.raises(TypeError, match="by position"):
        make(name="menu")
