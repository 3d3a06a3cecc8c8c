"""The part of allauth that staff need; nobody signs up or manages e-mail addresses here."""

from allauth.account import views
from django.urls import include, path, re_path
from django.views.i18n import set_language

from perspectief.staff import limited_views
from perspectief.staff.session_views import RemainingTimeView, SessionsView
from perspectief.staff.start_view import NoAccessView, StartView

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/reset/", limited_views.password_reset, name="account_reset_password"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        limited_views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(r"^start/(?P<token>[0-9a-f]{32})/$", StartView.as_view(), name="staff_start"),
    path("no-access/", NoAccessView.as_view(), name="staff_no_access"),
    path("second-factor/", include("allauth.mfa.urls")),
    path("sessions/", SessionsView.as_view(), name="staff_sessions"),
    path("session/", RemainingTimeView.as_view(), name="staff_session"),
    path("language/", set_language, name="set_language"),
]
