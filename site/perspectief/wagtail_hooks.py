"""Adds the settings of the project package to the Wagtail admin."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.contrib.settings.registry import registry

from perspectief.contact_details import ContactDetails

# Here and not on the model: django-modeltranslation has registered its fields by now.
registry.register(ContactDetails, icon="info-circle")


@hooks.register("insert_global_admin_js")
def typed_dates_scripts() -> str:
    """Leave what somebody types in a date field as it is, and show what could not be read."""
    names = ("typed_dates", "schedule_errors")
    sources = [(static(f"perspectief/js/{name}.js"),) for name in names]
    return format_html_join("", '<script src="{}"></script>', sources)
