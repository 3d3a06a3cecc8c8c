"""Addresses of Wagtail's own login, which would let people in without a second factor."""

from allauth.account import views
from django.urls import path, re_path
from django.views.generic import RedirectView

urlpatterns = [
    path("login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("logout/", views.logout),
    re_path(
        r"^password_reset/(?:.*)$", RedirectView.as_view(pattern_name="account_reset_password")
    ),
]
