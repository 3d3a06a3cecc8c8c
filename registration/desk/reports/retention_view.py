"""How long data is kept, what a run would remove and hold back now, and what earlier runs did."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from registration.background.retention import apply_retention, purge_drafts
from registration.casework import permissions
from registration.casework.retention_periods import retention_periods
from registration.casework.unfinished import Unfinished
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.titled_screen import TitledScreen
from registration.models import RetentionRun, RetentionSettings
from registration.words import option_labels

PAGE_SIZE = 20


class RetentionView(DeskScreenMixin, TitledScreen):
    """Numbers only; nothing is removed from here."""

    predicate = staticmethod(permissions.can_see_retention)
    http_method_names = ["get"]
    template_name = "registration/desk/retention/index.html"
    header_icon = "bin"

    def get_page_title(self) -> str:
        """Return the title of the screen."""
        return _("How long data is kept")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context with the periods, a dry run and the reports."""
        now, settings = timezone.now(), RetentionSettings.load()
        labels = self._labels()
        report = apply_retention(now, dry_run=True)
        counts = {"drafts": purge_drafts(now, dry_run=True), **report.removed}
        days = {state.value: period.days for state, period in retention_periods(settings).items()}
        days["access_log"] = settings.access_log_days
        runs = RetentionRun.objects.filter(total__gt=0)
        page = Paginator(runs, PAGE_SIZE).get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "rows": [
                {"label": labels[kind], "days": days.get(kind), "count": count}
                for kind, count in counts.items()
            ],
            "held_back": _held_back(report.held_back),
            "may_see_unfinished": permissions.can_see_queue(self.request.user),
            "settings": settings,
            "may_change": self.request.user.has_perm("registration.change_retentionsettings"),
            "last_run": RetentionRun.objects.first(),
            "page": page,
            "runs": [self._report(run, labels) for run in page],
        }

    @staticmethod
    def _labels() -> dict[str, str]:
        return {
            **dict(option_labels.choices("state")),
            "drafts": _("Forms not sent"),
            "access_log": _("Entries of the access log"),
        }

    @staticmethod
    def _report(run: RetentionRun, labels: dict[str, str]) -> dict[str, Any]:
        removed = [(labels.get(kind, kind), count) for kind, count in run.counts.items() if count]
        return {"run": run, "removed": removed, "held_back": _held_back(run.held_back)}


def _held_back(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    labels = dict(Unfinished.choices)
    return [(str(labels.get(reason, reason)), count) for reason, count in counts.items()]
