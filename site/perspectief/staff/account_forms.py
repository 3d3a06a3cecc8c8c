"""The forms in which Beheer makes and changes accounts; none of them has a password.

What takes a coordinator's yes is not stored by them: it is asked, and the form says so.
"""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from perspectief.email_address import deliverable
from perspectief.staff import account_requests, memberships, starting
from perspectief.staff.groups import GROUPS
from perspectief.staff.models import RequestKind

FIELDS = ("username", "first_name", "last_name", "email", "is_active", "groups")


class GroupsField(forms.ModelMultipleChoiceField):
    """The groups, each with what a tick means."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, held: list[Group], waiting: list[Group], **kwargs: Any) -> None:
        """Make the field for an account with the groups it has and those that wait for a yes."""
        self.held, self.waiting = held, waiting
        super().__init__(
            Group.objects.filter(name__in=GROUPS).order_by("pk"),
            required=False,
            label=_("Groups"),
            help_text=_(
                "You cannot put anyone into a registration desk group here. If you tick one, the "
                "coordinators get an e-mail. The account joins the group once one of them says "
                "yes."
            ),
            **kwargs,
        )

    def label_from_instance(self, group: Any) -> str:
        """Return the name of a group and what still has to happen."""
        name = group.name
        if group in self.waiting:
            return gettext("%(group)s (waiting for a coordinator’s yes)") % {"group": name}
        if memberships.needs_a_yes(group) and group not in self.held:
            return gettext("%(group)s (a coordinator has to say yes)") % {"group": name}
        return name


class AccountFormMixin:
    """What making and changing an account have in common; put it before Wagtail's form."""

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]
    initial: dict[str, Any]
    instance: Any
    groups_field: GroupsField
    groups_to_ask: list[Group]

    def set_up_fields(self) -> None:
        """Leave out what nobody does here, and have the groups say what a tick means."""
        self.fields.pop("is_superuser", None)  # nobody makes a superuser but on the server
        held = list(self.instance.groups.all()) if self.instance.pk else []
        self.groups_field = GroupsField(held, self._waiting_groups())
        self.fields["groups"] = self.groups_field
        self.initial["groups"] = [*held, *self.groups_field.waiting]
        self.order_fields(FIELDS)  # type: ignore[attr-defined]  # of the form; Wagtail has a set

    def clean_up_address(self) -> None:
        """Refuse where no mail goes, and another's address: a link to one would reach the other."""
        address = self.cleaned_data.get("email")
        if not address:
            return
        try:
            deliverable(address)
        except forms.ValidationError as error:
            self.add_error("email", error)  # type: ignore[attr-defined]  # of the form
        others = get_user_model()._default_manager.exclude(pk=self.instance.pk)
        if others.filter(email__iexact=address).exists():
            self.add_error("email", _("This address belongs to another account."))  # type: ignore[attr-defined]  # of the form

    def split_groups(self, *, was_active: bool, is_active: bool) -> None:
        """Leave in the field what is stored at once, and keep what has to be asked."""
        chosen = list(self.cleaned_data.get("groups", []))
        # An account that comes back is asked for anew.
        kept = [] if is_active and not was_active else self.groups_field.held
        to_ask = [group for group in chosen if memberships.needs_a_yes(group) and group not in kept]
        self.cleaned_data["groups"] = [group for group in chosen if group not in to_ask]
        self.groups_to_ask = to_ask if is_active else []
        if not is_active and any(group not in self.groups_field.waiting for group in to_ask):
            self.add_error("groups", _("The account has to be active first."))  # type: ignore[attr-defined]

    def ask_for_groups(self, asker: Any) -> None:
        """Ask for what was ticked, and take back what waits and was ticked no longer."""
        for request in account_requests.waiting_about(self.instance):
            if request.group is not None and request.group not in self.groups_to_ask:
                account_requests.withdraw(request, asker)
        for group in self.groups_to_ask:
            account_requests.ask(RequestKind.MEMBERSHIP, self.instance, asker, group=group)

    def _waiting_groups(self) -> list[Group]:
        if not self.instance.pk:
            return []
        waiting = account_requests.waiting_about(self.instance)
        return [request.group for request in waiting if request.group is not None]


class StaffUserCreationForm(AccountFormMixin, UserCreationForm):
    """Makes an account; its owner gets a link to choose a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_up_fields()
        self.fields["username"].help_text = _("Letters, digits and these: . + - _")
        self.fields["email"].help_text = _(
            "A link goes to this address. Your colleague uses it to choose a password."
        )
        self.instance.set_unusable_password()

    def clean(self) -> dict[str, Any]:
        """Refuse what could be mistaken for another account."""
        super().clean()
        if "@" in self.cleaned_data.get("username", ""):
            # Somebody can log in with an address too: it must lead to one account only.
            self.add_error("username", _("Leave out the @: a user name is not an e-mail address."))
        self.clean_up_address()
        self.split_groups(was_active=True, is_active=True)
        return self.cleaned_data


class StaffUserEditForm(AccountFormMixin, UserEditForm):
    """Changes an account; nobody changes their own groups."""

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, editing_self=editing_self, **kwargs)
        self.was_active = self.instance.is_active
        self.new_address = ""
        self.set_up_fields()
        self.fields["username"].disabled = True
        self.fields["username"].help_text = _(
            "This stays as it is: colleagues know an account by its name."
        )
        if editing_self:
            del self.fields["groups"]
        else:
            self.fields["is_active"].label = _("Active")
            self.fields["is_active"].help_text = _(
                "Nobody can log in with an inactive account. Anyone who comes back starts with a "
                "link by e-mail, and waits again for a coordinator’s yes to the desk."
            )
        if starting.is_somebodys(self.instance):
            self.fields["email"].help_text = self._about_address()

    def clean(self) -> dict[str, Any]:
        """Take apart what is stored at once and what has to be asked."""
        super().clean()
        self.clean_up_address()
        is_active = self.cleaned_data.get("is_active", self.was_active)
        if "groups" in self.fields:
            self.split_groups(was_active=self.was_active, is_active=is_active)
        typed, stored = self.cleaned_data.get("email"), self.initial.get("email")
        if typed and typed != stored and starting.is_somebodys(self.instance):
            self.new_address = typed
            self.cleaned_data["email"] = stored
        return self.cleaned_data

    def ask(self, asker: Any) -> None:
        """Ask the coordinators for what the form may not store."""
        if "groups" in self.fields:
            self.ask_for_groups(asker)
        if self.new_address:
            account_requests.ask(
                RequestKind.ADDRESS, self.instance, asker, new_address=self.new_address
            )

    def _about_address(self) -> str:
        waiting = account_requests.waiting_about(self.instance).filter(kind=RequestKind.ADDRESS)
        request = waiting.first()
        if request is not None:
            return gettext("%(address)s is waiting for a coordinator’s yes.") % {
                "address": request.new_address
            }
        return gettext(
            "A different address counts once a coordinator says yes. Your colleague is told at "
            "the current one."
        )
