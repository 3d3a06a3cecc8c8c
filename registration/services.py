"""The only door into the registration app: other apps import this module and nothing else of it."""

from registration.annual_figures.release import (
    BothLanguages,
    FiguresDraft,
    ReleasedChart,
    ReleasedFigure,
    ReleasedFigures,
    figures_released,
)
from registration.background.periodic import last_finished_at as worker_last_seen_at
from registration.campaigns import PARAMETER as CAMPAIGN_PARAMETER
from registration.campaigns import campaign_total, campaign_totals, recognise_campaigns
from registration.journey.drafts import discard_all as discard_drafts
from registration.own_page.visits import end as end_own_page_visit
from registration.page_urls import privacy_page_url, question_page_url, registration_page_url
from registration.privacy import is_form_open
from registration.promise_clock.public_figure import PromiseKeptFigure, promise_kept_figure
from registration.queue import (
    claim,
    close,
    find_by_reference,
    open_details,
    reassign,
    record_attempt,
    release,
)
from registration.staff_leave import release_all_of
from registration.submission import Receipt, submit_registration

__all__ = [
    "CAMPAIGN_PARAMETER",
    "BothLanguages",
    "FiguresDraft",
    "PromiseKeptFigure",
    "Receipt",
    "ReleasedChart",
    "ReleasedFigure",
    "ReleasedFigures",
    "campaign_total",
    "campaign_totals",
    "claim",
    "close",
    "discard_drafts",
    "end_own_page_visit",
    "figures_released",
    "find_by_reference",
    "is_form_open",
    "open_details",
    "privacy_page_url",
    "promise_kept_figure",
    "question_page_url",
    "reassign",
    "recognise_campaigns",
    "record_attempt",
    "registration_page_url",
    "release",
    "release_all_of",
    "submit_registration",
    "worker_last_seen_at",
]
