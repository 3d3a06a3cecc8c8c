"""`publish_scheduled`: Wagtail's, without what would show Dutch to English readers."""

import logging
from typing import Any

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.management.commands.publish_scheduled import Command as PublishScheduledCommand
from wagtail.models import Revision

from home.bilingual.gate import TranslatedBeforeLive, UntranslatedError, refuse_untranslated

logger = logging.getLogger(__name__)

#: Under this name the history of a page has what was refused.
LOG_ACTION = "home.schedule_withdrawn"


class Command(PublishScheduledCommand):
    """Withdraw what is not translated wholly, and publish the rest."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it. Scheduling is refused already; this is for what became wrong since."""
        if not options["dryrun"]:
            withdraw_untranslated()
        super().handle(*args, **options)


def withdraw_untranslated() -> None:
    """Make drafts again of revisions that are due and have texts in Dutch."""
    for revision in Revision.objects.filter(approved_go_live_at__lt=timezone.now()):
        instance = revision.as_object()
        if not isinstance(instance, TranslatedBeforeLive):
            continue
        try:
            refuse_untranslated(instance)
        except UntranslatedError as error:
            revision.approved_go_live_at = None
            revision.save(update_fields=["approved_go_live_at"])
            texts = [f"{text.field}: {text.first_words}" for text in error.texts]
            log(instance=instance, action=LOG_ACTION, revision=revision, data={"texts": texts})
            logger.error("%s was not published: it has texts in Dutch", error)
