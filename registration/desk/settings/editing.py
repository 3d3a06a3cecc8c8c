"""The common part of the screens in which the coordinator edits rows and texts."""

from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

LANGUAGE_NAMES = {"nl": _("in Dutch"), "en": _("in English")}


class DeclaredPermissionPolicy(ModelPermissionPolicy):
    """Nobody, not even a superuser, does to a row what its model does not provide for.

    Deleting a lookup row would leave registrations with a code that means nothing.
    """

    def user_has_permission(self, user: User, action: str) -> bool:
        """Return whether the model knows the action and the user has its permission."""
        declared = self.model._meta.default_permissions
        return action in declared and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: User, actions: Any) -> bool:
        """Return whether the user has the permission of one of the actions."""
        return any(self.user_has_permission(user, action) for action in actions)


class EditingViewSet(ModelViewSet):
    """Lists, adds and changes rows of a model, as far as its `default_permissions` go."""

    copy_view_enabled = False
    add_to_reference_index = False
    list_per_page = 50
    index_results_template_name = "registration/desk/editing/results.html"
    panels: list[Panel]
    #: The panels of the form for a row that exists; those of a new row if None.
    update_panels: list[Panel] | None = None
    #: The form behind the panels, where it explains something; Wagtail's own if None.
    base_form_class: type[WagtailAdminModelForm] | None = None

    @property
    def permission_policy(self) -> DeclaredPermissionPolicy:
        """Who may do what with these rows."""
        return DeclaredPermissionPolicy(self.model)

    def get_edit_handler(self) -> Panel:
        """Return the panels of a new row, and of one that exists unless that has its own."""
        return self._bound(self.panels)

    def get_edit_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Return the arguments of the edit view, with panels of its own if there are any."""
        if self.update_panels is not None:
            handler = self._bound(self.update_panels)
            kwargs = {"panel": handler, "form_class": handler.get_form_class(), **kwargs}
        return super().get_edit_view_kwargs(**kwargs)

    def _bound(self, panels: list[Panel]) -> Panel:
        return ObjectList(panels, base_form_class=self.base_form_class).bind_to_model(self.model)


def translated_panel(field: str, heading: Any, **options: Any) -> MultiFieldPanel:
    """Return a panel with `field` in each language (django-modeltranslation makes the fields)."""
    return MultiFieldPanel(
        [
            FieldPanel(f"{field}_{code}", heading=name, **options)
            for code, name in LANGUAGE_NAMES.items()
        ],
        heading=heading,
    )
