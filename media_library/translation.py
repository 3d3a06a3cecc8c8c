"""Which fields exist once per language (django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from media_library.models import Video


@register(Video)
class VideoTranslation(TranslationOptions):
    fields = ("title", "description", "transcript")
    required_languages = ("nl", "en")
