"""The address of the page that cancels a reminder, as its last part per language."""

from collections.abc import Mapping

CANCEL_SLUGS: Mapping[str, str] = {"nl": "herinnering-annuleren", "en": "cancel-reminder"}
