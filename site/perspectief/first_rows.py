"""The rows of the project package that every installation starts with."""

from typing import Any

from django.apps import AppConfig

from perspectief.contact_details import INITIAL_PHONE


def add_contact_details(sender: AppConfig, **kwargs: Any) -> None:
    """Add the contact details unless they are there; runs after every migrate.

    Args:
        sender: the configuration of the project package.
    """
    manager = sender.get_model("ContactDetails")._default_manager
    if not manager.exists():
        phones = {f"phone_{language}": number for language, number in INITIAL_PHONE.items()}
        manager.bulk_create([manager.model(**phones)])
