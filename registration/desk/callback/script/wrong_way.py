"""What to do where the number or address of the task turned out wrong."""

from django.utils.translation import gettext as _

from registration.desk.callback.script.definition import Script, Step


def wrong_way_script() -> Script:
    """Return the one step that is left: to use what is struck out no more."""
    words = _(
        "The number or address for this task turned out wrong. Do not use it. What you can do now "
        "stands beside it."
    )
    return Script([Step("warning", words, "critical")], [])
