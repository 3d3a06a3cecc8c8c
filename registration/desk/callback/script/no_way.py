"""What to do where nothing is permitted."""

from django.utils.translation import gettext as _

from registration.desk.callback.script.definition import Step


def no_way_step() -> Step:
    """Return the one step that is left: to contact nobody."""
    return Step(
        "warning",
        _(
            "The person has not agreed to any of our ways of getting in touch. Do not contact "
            "anyone; the coordinator decides."
        ),
        "critical",
    )
