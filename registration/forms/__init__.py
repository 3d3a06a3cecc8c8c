"""The questions of the registration form, one form per step."""

from registration.forms.about_you import AboutYouForm
from registration.forms.base import StepForm
from registration.forms.check import CheckForm
from registration.forms.reach import ReachForm
from registration.forms.what_happened import WhatHappenedForm

__all__ = ["AboutYouForm", "CheckForm", "ReachForm", "StepForm", "WhatHappenedForm"]
