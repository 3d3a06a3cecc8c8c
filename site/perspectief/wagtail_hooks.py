"""Adds the settings of the project package to the Wagtail admin."""

from wagtail.contrib.settings.registry import registry

from perspectief.contact_details import ContactDetails

# Here and not on the model: django-modeltranslation has registered its fields by now.
registry.register(ContactDetails, icon="info-circle")
