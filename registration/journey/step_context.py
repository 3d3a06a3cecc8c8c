"""What every step of a form shows about itself, the page to check the answers included."""

from typing import Any

from registration.journey.buttons import LATER
from registration.journey.definition import FormStep, Step
from registration.journey.notices import Notice
from registration.journey.progress import FormProgress
from registration.journey.time_left import time_warning
from registration.journey.under_16 import is_helper_called, is_under_16
from registration.journey.visit import OPENED_FIELD, Visit
from registration.journey.way_ahead import way_ahead


def step_context(visit: Visit, step: Step, progress: FormProgress) -> dict[str, Any]:
    """Return what the templates of all steps need.

    Args:
        visit: the request.
        step: the page that is shown.
        progress: how far the visitor is.
    """
    return {
        "step": step,
        "step_label": step.label_for(progress.whose(step)),
        "step_number": progress.number_of(step),
        "way_ahead": way_ahead(progress, step),
        "steps": _progress_rows(visit, step, progress),
        "later_name": LATER,
        "time_warning": time_warning(
            visit.draft,
            name=visit.journey.code,
            gone_url=visit.url(step, notice=Notice.TIME_OVER),
            now=visit.now,
        ),
        "is_first": progress.step_before(step) is None,
        "sends": step is visit.journey.last_step,
        "opened": visit.opened,
        "opened_name": OPENED_FIELD,
        "is_under_16": is_under_16(visit.draft),
        "is_helper_called": is_helper_called(visit.draft),
    }


def _progress_rows(visit: Visit, current: Step, progress: FormProgress) -> list[dict[str, Any]]:
    # For `components/progress.html`; one can go back, not ahead.
    rows = []
    for number, step in enumerate(progress.steps, start=1):
        is_done = isinstance(step, FormStep) and progress.is_complete(step)
        state = "current" if step is current else "done" if is_done else "future"
        url = "" if progress.is_open_before(step) else visit.url(step)
        rows.append(
            {
                "number": number,
                "label": step.label_for(progress.whose(step)),
                "url": url,
                "state": state,
            }
        )
    return rows
