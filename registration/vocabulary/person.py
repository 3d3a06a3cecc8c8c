"""Who somebody is, as far as the forms ask."""

from django.db import models
from django.utils.translation import gettext_lazy as _

NOT_SAY = "not_say"
#: Codes of what somebody needs for the call: something else, nothing at all, and to be heard.
OTHER_NEED, NO_NEED, HEARING = "other_need", "none", "hearing"


class ForWhom(models.TextChoices):
    """For whom the form is filled in."""

    SELF = "self", _("For myself")
    SELF_WITH_HELP = "self_with_help", _("For myself, and someone is helping me")
    OTHER_WHO_AGREES = "other_who_agrees", _("For someone else, who agrees")


class WhoToCall(models.TextChoices):
    """Whom the desk calls when somebody helps."""

    PERSON = "call_person", _("The person this is about")
    HELPER = "call_helper", _("The person who is helping")


class AgeGroup(models.TextChoices):
    """Age groups; the date of birth is not asked."""

    UNDER_16 = "under_16", _("Under 16")
    AGE_16_17 = "age_16_17", _("16 or 17")
    AGE_18_24 = "age_18_24", _("18 to 24")
    AGE_25_64 = "age_25_64", _("25 to 64")
    AGE_65_PLUS = "age_65_plus", _("65 or older")
    NOT_SAY = NOT_SAY, _("I would rather not say")


class OtherKnown(models.TextChoices):
    """Whether the other person is known."""

    IN_CONTACT = "in_contact", _("Yes, and we still see or speak to each other")
    KNOWN_NO_CONTACT = "known_no_contact", _("Yes, but we are not in contact")
    UNKNOWN = "unknown", _("No, I do not know who it is")
    DECEASED = "deceased", _("The other person has died")
    NOT_SAY = NOT_SAY, _("I would rather not say")


class SpokenLanguage(models.TextChoices):
    """The language of the call."""

    DUTCH = "dutch", _("Dutch")
    ENGLISH = "english", _("English")
    OTHER = "other_language", _("Another language:")


class CrisisAudience(models.TextChoices):
    """Whom a line of the crisis box is for."""

    EVERYONE = "everyone", _("Everyone")
    YOUNG = "young", _("Young people")
    ABROAD = "abroad", _("People outside the Netherlands")
