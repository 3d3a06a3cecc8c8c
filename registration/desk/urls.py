"""The addresses of the desk's own screens, below the admin's."""

from django.urls import URLPattern, URLResolver, include, path, register_converter

from registration.desk.base.addresses import CallbackConverter
from registration.desk.callback import (
    attempt_views,
    claim_views,
    confirmation_views,
    details_view,
    note_views,
    story_view,
)
from registration.desk.callback.closing_views import CloseView, ReopenView
from registration.desk.callback.hand_over_sheet_views import (
    HandOverSheetView,
    SheetGivenView,
    SheetNotGivenView,
)
from registration.desk.callback.hand_over_views import (
    EndToldView,
    HandOverView,
    MediatorToldView,
)
from registration.desk.callback.same_person_view import SamePersonView
from registration.desk.home.guide_view import GuideView
from registration.desk.queue.closed_view import ClosedView
from registration.desk.queue.day_sheet_view import DayView
from registration.desk.queue.find_view import FindView
from registration.desk.queue.list_view import QueueView
from registration.desk.queue.paper_entry_view import PaperEntryView
from registration.desk.reports import coming_days_view, promise_views
from registration.desk.reports.access_log_file_view import AccessLogFileView
from registration.desk.reports.access_log_view import AccessLogView
from registration.desk.reports.case_export_view import CaseExportView
from registration.desk.reports.figures_release_view import FiguresReleaseView
from registration.desk.reports.figures_view import FiguresCsvView, FiguresView
from registration.desk.reports.outgoing_mail_views import (
    DropMailView,
    OutgoingMailView,
    ResendView,
    ResumeMailView,
)
from registration.desk.reports.retention_view import RetentionView
from registration.desk.reports.unfinished_view import ErasedToldView, UnfinishedView
from registration.desk.requests.views import (
    CorrectView,
    DataFileView,
    DataPageView,
    EraseView,
    FindPersonView,
    PersonView,
)

register_converter(CallbackConverter, "callback")

callback_urls = [
    path("", QueueView.as_view(), name="index"),
    path("results/", QueueView.as_view(results_only=True), name="results"),
    path("day/", DayView.as_view(), name="day"),
    path("find/", FindView.as_view(), name="find"),
    path("closed/", ClosedView.as_view(), name="closed"),
    path("paper/", PaperEntryView.as_view(), name="paper"),
    path("<callback:which>/", details_view.CallbackView.as_view(), name="details"),
    path("<callback:which>/read/", details_view.ReadView.as_view(), name="read"),
    path("<callback:which>/take/", claim_views.TakeView.as_view(), name="take"),
    path("<callback:which>/release/", claim_views.ReleaseView.as_view(), name="release"),
    path("<callback:which>/reassign/", claim_views.ReassignView.as_view(), name="reassign"),
    path("<callback:which>/story/", story_view.StoryView.as_view(), name="story"),
    path("<callback:which>/attempt/", attempt_views.AttemptView.as_view(), name="attempt"),
    path("<callback:which>/plan/", attempt_views.PlanView.as_view(), name="plan"),
    path("<callback:which>/undo/", attempt_views.UndoView.as_view(), name="undo"),
    path("<callback:which>/message/", attempt_views.MessageView.as_view(), name="message"),
    path("<callback:which>/note/", note_views.DeskNoteView.as_view(), name="note"),
    path(
        "<callback:which>/attempts/<int:attempt>/note/",
        note_views.AttemptNoteView.as_view(),
        name="attempt_note",
    ),
    path(
        "<callback:which>/changes/",
        confirmation_views.ChangesConfirmedView.as_view(),
        name="changes",
    ),
    path("<callback:which>/same-person/", SamePersonView.as_view(), name="same_person"),
    path("<callback:which>/client/", confirmation_views.OwnYesView.as_view(), name="client"),
    path("<callback:which>/close/", CloseView.as_view(), name="close"),
    path("<callback:which>/reopen/", ReopenView.as_view(), name="reopen"),
    path("<callback:which>/hand-over/", HandOverView.as_view(), name="hand_over"),
    path("<callback:which>/hand-over/end-told/", EndToldView.as_view(), name="end_told"),
    path(
        "<callback:which>/hand-over/told/<int:informed>/",
        MediatorToldView.as_view(),
        name="mediator_told",
    ),
    path("<callback:which>/hand-over/sheet/", HandOverSheetView.as_view(), name="hand_over_sheet"),
    path("<callback:which>/hand-over/sheet/given/", SheetGivenView.as_view(), name="sheet_given"),
    path(
        "<callback:which>/hand-over/sheet/not-given/",
        SheetNotGivenView.as_view(),
        name="sheet_not_given",
    ),
]

privacy_urls = [
    path("", FindPersonView.as_view(), name="find"),
    path("<int:pk>/", PersonView.as_view(), name="person"),
    path("<int:pk>/data/", DataPageView.as_view(), name="data"),
    path("<int:pk>/file/", DataFileView.as_view(), name="file"),
    path("<int:pk>/correct/", CorrectView.as_view(), name="correct"),
    path("<int:pk>/erase/", EraseView.as_view(), name="erase"),
]

coming_days_urls = [
    path("", coming_days_view.ComingDaysView.as_view(), name="index"),
    path(
        "absences/<int:pk>/remove/",
        coming_days_view.RemoveAbsenceView.as_view(),
        name="remove_absence",
    ),
    path("<callback:which>/give-back/", coming_days_view.GiveBackView.as_view(), name="give_back"),
]

promise_urls = [
    path("", promise_views.PromisesView.as_view(), name="index"),
    path("csv/", promise_views.PromisesCsvView.as_view(), name="csv"),
    path("<callback:which>/", promise_views.ReasonView.as_view(), name="reason"),
]

admin_urls: list[URLPattern | URLResolver] = [
    path("callbacks/", include((callback_urls, "callbacks"))),
    path("coming-days/", include((coming_days_urls, "coming_days"))),
    path("promises/", include((promise_urls, "promises"))),
    path("privacy/", include((privacy_urls, "privacy_duties"))),
    path("case-export/", CaseExportView.as_view(), name="registration_case_export"),
    path("retention/", RetentionView.as_view(), name="registration_retention"),
    path("access-log/file/", AccessLogFileView.as_view(), name="registration_access_log_file"),
    path("desk-guide/", GuideView.as_view(), name="registration_desk_guide"),
    path("access-log/", AccessLogView.as_view(), name="registration_access_log"),
    path("figures/", FiguresView.as_view(), name="registration_figures"),
    path("figures/csv/", FiguresCsvView.as_view(), name="registration_figures_csv"),
    path("figures/draft/", FiguresReleaseView.as_view(), name="registration_figures_release"),
    path("outgoing-mail/", OutgoingMailView.as_view(), name="registration_outgoing_mail"),
    path("outgoing-mail/resume/", ResumeMailView.as_view(), name="registration_resume_mail"),
    path("outgoing-mail/<int:pk>/resend/", ResendView.as_view(), name="registration_resend_mail"),
    path("outgoing-mail/<int:pk>/drop/", DropMailView.as_view(), name="registration_drop_mail"),
    path("unfinished/", UnfinishedView.as_view(), name="registration_unfinished"),
    path("unfinished/<int:pk>/told/", ErasedToldView.as_view(), name="registration_erased_told"),
]
