"""Adds the settings of the project package to the Wagtail admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.contrib.settings.registry import registry

from perspectief.contact_details import ContactDetails

# Here and not on the model: django-modeltranslation has registered its fields by now.
registry.register(ContactDetails, icon="info-circle")


@hooks.register("insert_global_admin_js")
def typed_dates_script() -> str:
    """Keep the calendar of date fields from changing what somebody types there."""
    return format_html('<script src="{}"></script>', static("perspectief/js/typed_dates.js"))
