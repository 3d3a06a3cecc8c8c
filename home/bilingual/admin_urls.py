"""Addresses of the admin that take the place of wagtail-localize's."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from home.bilingual.synchronising import SynchroniseView

urlpatterns = [
    path(
        "localize/update/<int:translation_source_id>/",
        require_admin_access(SynchroniseView.as_view()),
    ),
]
