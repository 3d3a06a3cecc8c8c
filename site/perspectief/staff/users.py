"""Accounts in the admin: who manages them cannot make themselves more powerful."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.admin.widgets.button import Button
from wagtail.users.views.users import CreateView, DeleteView, EditView, IndexView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from perspectief.staff import departure, starting
from perspectief.staff.account_forms import StaffUserCreationForm, StaffUserEditForm
from perspectief.staff.account_notices import gathered
from perspectief.staff.account_views import EndSessionsView, LeaveView, NewStartView


class StaffIndexView(IndexView):
    """The list of accounts, without the ticks to change several at once."""

    @cached_property
    def columns(self) -> list[Any]:
        """Wagtail's columns but the first."""
        return [
            column
            for column in super().columns
            if not isinstance(column, BulkActionsCheckboxColumn)
        ]


class StaffCreateView(CreateView):
    """Makes an account and mails its owner the link with which it begins."""

    def save_instance(self) -> Any:
        """Store the account, and ask for what takes a yes."""
        with gathered():
            account = super().save_instance()
            self.form.ask_for_groups(self.request.user)
            starting.send_link(account, self.request.user)
        return account

    def save_action(self) -> HttpResponse:
        """Say what happens next."""
        _say_what_is_asked(self.request, bool(self.form.groups_to_ask))
        return super().save_action()


class ProtectSuperusersMixin:
    """Keeps accounts of superusers out of the hands of others; put it before the view class."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer, or raise PermissionDenied."""
        target = self.get_object()  # type: ignore[attr-defined]  # of the view
        if target.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # of the view


class StaffEditView(ProtectSuperusersMixin, EditView):
    """Changes an account, asks for what takes a yes, and leads to what else can be done."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Wagtail's buttons and ours."""
        buttons = super().header_more_buttons
        if departure.may_act_on(self.request.user, self.object):
            actions = [
                (_("End all sessions"), "logout", "end_sessions"),
                (_("This colleague is leaving"), "warning", "leave"),
            ]
            if self.object.is_active:
                actions.insert(0, (_("Have the account start again"), "mail", "new_start"))
            for priority, (label, icon, name) in enumerate(actions, start=30):
                url = reverse(f"wagtailusers_users:{name}", args=[self.object.pk])
                buttons.append(Button(label, url=url, icon_name=icon, priority=priority))
        return buttons

    def save_instance(self) -> Any:
        """Store what is stored at once, and ask for the rest."""
        with gathered():
            account = super().save_instance()
            self.form.ask(self.request.user)
        return account

    def save_action(self) -> HttpResponse:
        """Say what happens next."""
        is_asked = bool(self.form.new_address or getattr(self.form, "groups_to_ask", []))
        _say_what_is_asked(self.request, is_asked)
        return super().save_action()


class StaffDeleteView(ProtectSuperusersMixin, DeleteView):
    """Deletes an account."""

    def delete_action(self) -> None:
        """Delete it, and tell of all that goes with it in one mail."""
        with gathered():
            super().delete_action()


class UserViewSet(WagtailUserViewSet):
    """Wagtail's screens for accounts, with our forms."""

    index_view_class = StaffIndexView
    add_view_class = StaffCreateView
    edit_view_class = StaffEditView
    delete_view_class = StaffDeleteView
    index_template_name = "staff/accounts.html"
    create_template_name = "staff/account_create.html"
    edit_template_name = "staff/account_edit.html"
    copy_view_enabled = False  # nobody gets an account like that of another

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return Wagtail's addresses and ours."""
        return [
            *super().get_urlpatterns(),
            path("new-start/<int:pk>/", NewStartView.as_view(), name="new_start"),
            path("end-sessions/<int:pk>/", EndSessionsView.as_view(), name="end_sessions"),
            path("leave/<int:pk>/", LeaveView.as_view(), name="leave"),
        ]

    def get_form_class(self, for_update: bool = False) -> type:
        """Return the form to change (`for_update`) or to make an account."""
        return StaffUserEditForm if for_update else StaffUserCreationForm


def _say_what_is_asked(request: HttpRequest, is_asked: bool) -> None:
    if is_asked:
        messages.warning(
            request,
            _(
                "The coordinators have been sent an e-mail. What you asked for happens once one "
                "of them says yes."
            ),
        )
