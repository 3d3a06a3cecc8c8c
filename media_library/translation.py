"""Which fields exist once per language (django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from media_library.models import ContentImage, MediaCoverage, Video


@register(Video)
class VideoTranslation(TranslationOptions):
    fields = ("title", "description", "transcript")
    required_languages = ("nl", "en")


@register(MediaCoverage)
class MediaCoverageTranslation(TranslationOptions):
    fields = ("title", "summary", "people")
    required_languages = {"nl": ("title", "summary"), "en": ("title", "summary")}


@register(ContentImage)
class ContentImageTranslation(TranslationOptions):
    fields = ("description",)
