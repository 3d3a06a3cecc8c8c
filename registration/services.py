"""The only door into the registration app: other apps import this module and nothing else of it."""

from registration.annual_figures.release import (
    BothLanguages,
    FiguresDraft,
    ReleasedChart,
    ReleasedFigure,
    ReleasedFigures,
    figures_released,
)
from registration.casework.attempts import record_attempt
from registration.casework.campaigns import PARAMETER as CAMPAIGN_PARAMETER
from registration.casework.campaigns import campaign_total, campaign_totals, recognise_campaigns
from registration.casework.claims import claim, reassign, release
from registration.casework.closing import close
from registration.casework.reading import find_by_reference, open_details
from registration.casework.receipts import Receipt
from registration.casework.statement_in_force import is_form_open
from registration.casework.submission import Submission, submit_registration
from registration.models import OpeningHours
from registration.promise_clock.public_figure import PromiseKeptFigure, promise_kept_figure
from registration.words.opening_hours import opening_line
from registration.words.reaching_us import how_to_reach_us

#: A change of one of these changes words that pages say.
ROWS_NAMED_ON_PAGES = (OpeningHours,)

__all__ = [
    "CAMPAIGN_PARAMETER",
    "ROWS_NAMED_ON_PAGES",
    "BothLanguages",
    "FiguresDraft",
    "PromiseKeptFigure",
    "Receipt",
    "ReleasedChart",
    "ReleasedFigure",
    "ReleasedFigures",
    "Submission",
    "campaign_total",
    "campaign_totals",
    "claim",
    "close",
    "figures_released",
    "find_by_reference",
    "how_to_reach_us",
    "is_form_open",
    "open_details",
    "opening_line",
    "promise_kept_figure",
    "reassign",
    "recognise_campaigns",
    "record_attempt",
    "release",
    "submit_registration",
]
