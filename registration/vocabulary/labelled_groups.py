"""The groups of fixed codes whose labels the coordinator may edit (`OptionLabel`)."""

from django.db import models

from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.channels import Fallback, Identify, OtherWay
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.moments import DayPart
from registration.vocabulary.person import AgeGroup, ForWhom, OtherKnown, SpokenLanguage, WhoToCall
from registration.vocabulary.referral_options import REFERRAL_GROUPS

LABELLED_GROUPS: dict[str, type[models.TextChoices]] = {
    "for_whom": ForWhom,
    "who_to_call": WhoToCall,
    "age": AgeGroup,
    "known": OtherKnown,
    "other_way": OtherWay,
    "fallback": Fallback,
    "identify": Identify,
    "day_part": DayPart,
    "language": SpokenLanguage,
    "state": Lifecycle,
    "attempt": AttemptResult,
    **REFERRAL_GROUPS,
}
