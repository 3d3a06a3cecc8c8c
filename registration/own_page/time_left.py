"""Until when one's own page stays open, in words, and what the script needs to warn before."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from registration.own_page.visits import IDLE
from registration.rules.deadlines import DESK_TIME_ZONE

# So long before the page is closed the script warns, once a minute.
WARNING_MINUTES = 5
# The script waits a little longer than the server, so that it never finds the page still open.
SLACK = timedelta(seconds=2)


@dataclass(frozen=True)
class TimeLeft:
    """What `own_page/stay.html` and `includes/time_warning.html` show."""

    until: datetime
    gone_url: str
    name: str = "own_page"
    is_kept: bool = True

    @property
    def sentence(self) -> str:
        """Until when the page stays open."""
        return _(
            "If nothing happens, we close this page at %(time)s (Dutch time), so that nobody else "
            "can see it."
        ) % {"time": f"{self.until.astimezone(DESK_TIME_ZONE):%H:%M}"}

    @property
    def seconds_left(self) -> int:
        """After how many seconds the script leads away: a page that is sent has its full time."""
        return int((IDLE + SLACK).total_seconds())

    @property
    def extended(self) -> str:
        """What the script says once there is more time."""
        return _("You have more time.")

    @property
    def sentences(self) -> list[dict[str, object]]:
        """What the script says in each of the last minutes."""
        return [
            {
                "minutes": minutes,
                "words": ngettext(
                    "In %(minutes)s minute we will close this page. You will lose anything you "
                    "have not sent.",
                    "In %(minutes)s minutes we will close this page. You will lose anything you "
                    "have not sent.",
                    minutes,
                )
                % {"minutes": minutes},
            }
            for minutes in range(WARNING_MINUTES, 0, -1)
        ]
