"""The steps of the form, each with its address in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registration.forms import AboutYouForm, ReachForm, StepForm, WhatHappenedForm


@dataclass(frozen=True)
class Step:
    """One page of the form; `slugs` is the last part of its address per language."""

    code: str
    number: int
    label: Promise | str
    slugs: Mapping[str, str]
    template: str


@dataclass(frozen=True)
class FormStep(Step):
    """A step with questions."""

    form_class: type[StepForm]


ABOUT_YOU = FormStep(
    "about_you",
    1,
    _("About you"),
    {"nl": "wie-je-bent", "en": "about-you"},
    "registration/steps/about_you.html",
    AboutYouForm,
)
WHAT_HAPPENED = FormStep(
    "what_happened",
    2,
    _("What happened"),
    {"nl": "wat-er-is-gebeurd", "en": "what-happened"},
    "registration/steps/what_happened.html",
    WhatHappenedForm,
)
REACH = FormStep(
    "reach",
    3,
    _("How we can reach you safely"),
    {"nl": "veilig-bereiken", "en": "reach-you-safely"},
    "registration/steps/reach.html",
    ReachForm,
)
CHECK = Step(
    "check",
    4,
    _("Check your answers"),
    {"nl": "controleren", "en": "check-your-answers"},
    "registration/steps/check.html",
)
THANK_YOU_SLUGS = {"nl": "bedankt", "en": "thank-you"}

FORM_STEPS = (ABOUT_YOU, WHAT_HAPPENED, REACH)
STEPS: tuple[Step, ...] = (*FORM_STEPS, CHECK)


def step_with_slug(slug: str, language: str) -> Step | None:
    """Return the step that has this address in `language`, if any."""
    return next((step for step in STEPS if step.slugs[language] == slug), None)


def slugs_of(slug: str) -> Mapping[str, str] | None:
    """Return the address in every language of the page that has `slug` in any of them."""
    for slugs in (*(step.slugs for step in STEPS), THANK_YOU_SLUGS):
        if slug in slugs.values():
            return slugs
    return None


def step_before(step: Step) -> Step | None:
    """Return the step that comes before, or None for the first."""
    return STEPS[step.number - 2] if step.number > 1 else None


def step_after(step: Step) -> Step:
    """Return the step that comes after; there is one after every form step."""
    return STEPS[step.number]
