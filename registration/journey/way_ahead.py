"""How far it is still, in words, where each page asks about one subject."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from registration.journey.definition import FormStep, Step
from registration.journey.progress import FormProgress


def way_ahead(progress: FormProgress, step: Step) -> str:
    """Return how many pages are left on the way that the answers lead, this page counted.

    Nothing in a form of long pages: there each is a step with a number.
    """
    if not progress.journey.has_short_pages:
        return ""
    if not isinstance(step, FormStep):
        return _("The last step: read it again and send it")
    if step is progress.journey.last_step:
        return _("The last step")
    if step.is_optional:
        return _("Almost done. You may skip this page.")
    left = len(progress.steps) - progress.number_of(step) + 1
    return ngettext("%(number)s short step to go", "%(number)s short steps to go", left) % {
        "number": left
    }
