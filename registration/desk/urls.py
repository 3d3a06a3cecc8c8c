"""The addresses of the desk's own screens, below the admin's."""

from django.urls import URLPattern, URLResolver, include, path

from registration.desk import callback_views as views
from registration.desk.access_log_view import AccessLogView
from registration.desk.figures_view import FiguresCsvView, FiguresView
from registration.desk.outgoing_mail_views import OutgoingMailView, ResendView
from registration.desk.paper_view import PaperEntryView
from registration.desk.queue_view import QueueView
from registration.desk.same_person_view import SamePersonView

callback_urls = [
    path("", QueueView.as_view(), name="index"),
    path("find/", views.FindView.as_view(), name="find"),
    path("paper/", PaperEntryView.as_view(), name="paper"),
    path("<int:pk>/", views.CallbackView.as_view(), name="details"),
    path("<int:pk>/read/", views.ReadView.as_view(), name="read"),
    path("<int:pk>/take/", views.TakeView.as_view(), name="take"),
    path("<int:pk>/release/", views.ReleaseView.as_view(), name="release"),
    path("<int:pk>/attempt/", views.AttemptView.as_view(), name="attempt"),
    path("<int:pk>/changes/", views.ChangesConfirmedView.as_view(), name="changes"),
    path("<int:pk>/same-person/", SamePersonView.as_view(), name="same_person"),
    path("<int:pk>/client/", views.OwnYesView.as_view(), name="client"),
    path("<int:pk>/close/", views.CloseView.as_view(), name="close"),
]

admin_urls: list[URLPattern | URLResolver] = [
    path("callbacks/", include((callback_urls, "callbacks"))),
    path("access-log/", AccessLogView.as_view(), name="registration_access_log"),
    path("figures/", FiguresView.as_view(), name="registration_figures"),
    path("figures/csv/", FiguresCsvView.as_view(), name="registration_figures_csv"),
    path("outgoing-mail/", OutgoingMailView.as_view(), name="registration_outgoing_mail"),
    path("outgoing-mail/<int:pk>/resend/", ResendView.as_view(), name="registration_resend_mail"),
]
