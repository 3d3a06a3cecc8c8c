"""What a form of one's own page was made for, and in which state: a stamp that tells neither.

Another tab may have opened another registration meanwhile; what is sent then must not reach that.
And what ended, was paused or went on since is looked at again before it is paused or withdrawn.
"""

from typing import Any

from perspectief import page_stamps
from registration.models import Registration

#: Name of the hidden field.
FIELD = "made_for"
PURPOSE = "registration.own_page"


def stamp(opened_with: Registration, case: Registration) -> str:
    """Return what a form carries that is made now; another one each time.

    Args:
        opened_with: the registration whose code and words were given.
        case: the one that is looked at.
    """
    return page_stamps.stamp(PURPOSE, {**_which(opened_with), **_state(case)})


def is_for(stamped: str, opened_with: Registration) -> bool:
    """Return whether a form was made for a registration.

    Args:
        stamped: as it came back, whatever it may be.
        opened_with: the one whose code and words were given last.
    """
    return not page_stamps.changed_since(PURPOSE, stamped, _which(opened_with))


def shows_state_of(stamped: str, case: Registration) -> bool:
    """Return whether the page of a form showed the state in which a registration is now.

    Args:
        stamped: as it came back, whatever it may be.
        case: the registration that is looked at.
    """
    return not page_stamps.changed_since(PURPOSE, stamped, _state(case))


def _which(opened_with: Registration) -> dict[str, Any]:
    return {"registration": opened_with.pk}


def _state(case: Registration) -> dict[str, Any]:
    return {"state": [case.pk, case.state, case.state_changed_at]}
