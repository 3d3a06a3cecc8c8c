"""Accounts in the admin: who manages them cannot make themselves more powerful."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, DeleteView, EditView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from perspectief.staff import leaving
from perspectief.staff.account_views import EndSessionsView, LeaveView


class StaffUserCreationForm(UserCreationForm):
    """Makes an account; only a superuser makes another one."""

    def __init__(self, *args: Any, for_user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not for_user.is_superuser:
            del self.fields["is_superuser"]


class StaffUserEditForm(UserEditForm):
    """Changes an account; nobody but a superuser changes their own groups."""

    def __init__(
        self, *args: Any, for_user: Any = None, editing_self: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, editing_self=editing_self, **kwargs)
        if not for_user.is_superuser:
            self.fields.pop("is_superuser", None)
            if editing_self:
                del self.fields["groups"]


class StaffCreateView(CreateView):
    """Gives the form the user who fills it in."""

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form is made from."""
        return {**super().get_form_kwargs(), "for_user": self.request.user}


class ProtectSuperusersMixin:
    """Keeps accounts of superusers out of the hands of others; put it before the view class."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer, or raise PermissionDenied."""
        target = self.get_object()  # type: ignore[attr-defined]  # of the view
        if target.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # of the view


class StaffEditView(ProtectSuperusersMixin, EditView):
    """Gives the form the user who fills it in, and leads to what else can be done."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Wagtail's buttons and ours."""
        buttons = super().header_more_buttons
        if leaving.may_act_on(self.request.user, self.object):
            actions = (
                (_("End all sessions"), "logout", "end_sessions"),
                (_("This colleague is leaving"), "warning", "leave"),
            )
            for priority, (label, icon, name) in enumerate(actions, start=30):
                url = reverse(f"wagtailusers_users:{name}", args=[self.object.pk])
                buttons.append(Button(label, url=url, icon_name=icon, priority=priority))
        return buttons

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form is made from."""
        return {**super().get_form_kwargs(), "for_user": self.request.user}


class StaffDeleteView(ProtectSuperusersMixin, DeleteView):
    """Deletes an account."""


class UserViewSet(WagtailUserViewSet):
    """Wagtail's screens for accounts, with our forms."""

    add_view_class = StaffCreateView
    edit_view_class = StaffEditView
    delete_view_class = StaffDeleteView

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return Wagtail's addresses and ours."""
        return [
            *super().get_urlpatterns(),
            path("end-sessions/<int:pk>/", EndSessionsView.as_view(), name="end_sessions"),
            path("leave/<int:pk>/", LeaveView.as_view(), name="leave"),
        ]

    def get_form_class(self, for_update: bool = False) -> type:
        """Return the form to change (`for_update`) or to make an account."""
        return StaffUserEditForm if for_update else StaffUserCreationForm


def refuse_own_promotion(request: HttpRequest, accounts: list[Any]) -> None:
    """Hold an action on many accounts to the same rules; raises PermissionDenied."""
    if request.user.is_superuser:
        return
    if any(user.is_superuser or user.pk == request.user.pk for user in accounts):
        raise PermissionDenied
