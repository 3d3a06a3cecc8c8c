"""“Sync translated pages”: take over what changed in Dutch, and publish only what is English."""

from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from wagtail_localize.views.update_translations import UpdateTranslationsView


class SynchroniseView(UpdateTranslationsView):
    """Synchronise first, and publish after that has been stored.

    wagtail-localize does both in one transaction. When the gate refuses to publish, the new texts
    would be gone from the translator too, which is where they have to be written.
    """

    def form_valid(self, form: Any) -> HttpResponse:
        """Do what was asked for.

        Raises:
            UntranslatedError: it was to be published, and texts are missing; the rest is done.
        """
        is_to_be_published = form.cleaned_data["publish_translations"]
        form.cleaned_data["publish_translations"] = False
        response = super().form_valid(form)
        if is_to_be_published:
            for translation in self.object.translations.filter(enabled=True):
                with suppress(ValidationError):  # the translator shows it beside the text
                    translation.save_target(user=self.request.user, publish=True)
        return response
