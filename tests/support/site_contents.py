"""All that a site holds, to compare two: every row, encrypted values read, and every upload.

`python -m tests.support.site_contents` prints that of the site in the environment, as JSON.
"""

import hashlib
import json
from typing import Any

import django

#: What a backup leaves out, or what putting one back adds.
LEFT_OUT = {
    "sessions.session",
    "usersessions.usersession",
    "perspectief.restoration",
    "perspectief.erasedkey",
}


def contents() -> dict[str, list[str]]:
    """Return the rows by model, and the uploads with the hash of what is in them."""
    from django.apps import apps

    found = {
        model._meta.label_lower: sorted(_row(one) for one in model._base_manager.all())
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }
    for label in LEFT_OUT:
        del found[label]
    return {**found, "uploads": uploads()}


def uploads() -> list[str]:
    """Return the name and the SHA-256 of every uploaded file."""
    from django.core.files.storage import default_storage

    from perspectief.backup.media import names_in

    found = []
    for name in names_in(default_storage):
        with default_storage.open(name) as file:
            found.append(f"{name} {hashlib.sha256(file.read()).hexdigest()}")
    return found


def _row(instance: Any) -> str:
    fields = instance._meta.concrete_fields
    return repr([(field.attname, getattr(instance, field.attname)) for field in fields])


if __name__ == "__main__":
    django.setup()
    print(json.dumps(contents()))
