"""The only door into the registration app: other apps import this module and nothing else of it.

It holds what they use, and no more: what only tests or `registration` itself need is not exported.
"""

from registration.annual_figures.release import (
    BothLanguages,
    FiguresDraft,
    ReleasedChart,
    ReleasedFigures,
    figures_released,
)
from registration.casework.campaigns import PARAMETER as CAMPAIGN_PARAMETER
from registration.casework.campaigns import campaign_totals, recognise_campaigns
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
    "ReleasedChart",
    "ReleasedFigures",
    "campaign_totals",
    "figures_released",
    "how_to_reach_us",
    "opening_line",
    "promise_kept_figure",
    "recognise_campaigns",
]
