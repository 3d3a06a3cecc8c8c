"""The questions of the forms on the site, one form per step."""

from registration.forms.about_you import AboutYouForm
from registration.forms.base import StepForm
from registration.forms.question import QuestionForm
from registration.forms.reach import ReachForm
from registration.forms.reach_in_turn import ReachInTurnForm
from registration.forms.send import SendForm
from registration.forms.story_later import StoryLaterForm
from registration.forms.what_happened import WhatHappenedForm

__all__ = [
    "AboutYouForm",
    "QuestionForm",
    "ReachForm",
    "ReachInTurnForm",
    "SendForm",
    "StepForm",
    "StoryLaterForm",
    "WhatHappenedForm",
]
