"""Which fields exist once per language (django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from registration import models


@register(
    [
        models.EventKind,
        models.TimeAgo,
        models.Province,
        models.Region,
        models.HeardFrom,
        models.OrganisationKind,
    ]
)
class LookupOptionTranslation(TranslationOptions):
    fields = ("label",)
    required_languages = ("nl", "en")


@register([models.Role, models.Need])
class PersonalOptionTranslation(TranslationOptions):
    fields = ("label", "client_label")
    required_languages = {"nl": ("label",), "en": ("label",)}


@register(models.OptionLabel)
class OptionLabelTranslation(TranslationOptions):
    fields = ("label",)


@register(models.CrisisLine)
class CrisisLineTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = ("nl", "en")


@register(models.ClosedDay)
class ClosedDayTranslation(TranslationOptions):
    fields = ("reason",)
    required_languages = ("nl",)


@register(models.MailWording)
class MailWordingTranslation(TranslationOptions):
    fields = ("subject", "body")
    required_languages = ("nl", "en")


@register(models.PrivacyStatement)
class PrivacyStatementTranslation(TranslationOptions):
    fields = ("body",)
    required_languages = ("nl", "en")
