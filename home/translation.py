"""Which fields exist once per language (django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from home.figures.models import Figure, FigureSet


@register(FigureSet)
class FigureSetTranslation(TranslationOptions):
    fields = ("title", "base")
    required_languages = {"nl": ("title",), "en": ("title",)}


@register(Figure)
class FigureTranslation(TranslationOptions):
    fields = ("label", "note", "base", "source")
    required_languages = {"nl": ("label", "source"), "en": ("label", "source")}
