"""Which fields exist once per language (django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from perspectief.contact_details import ContactDetails


@register(ContactDetails)
class ContactDetailsTranslation(TranslationOptions):
    fields = ("phone",)
    required_languages = ("nl", "en")
