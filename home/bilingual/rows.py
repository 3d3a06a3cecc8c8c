"""Write rows whose texts have a field for each language (django-modeltranslation)."""

from typing import Any

from home.bilingual.texts import Text


def write_texts(row: Any, **texts: Text | None) -> None:
    """Set fields in both languages, without saving; None empties them."""
    for name, text in texts.items():
        setattr(row, f"{name}_nl", text.nl if text else "")
        setattr(row, f"{name}_en", text.en if text else "")
