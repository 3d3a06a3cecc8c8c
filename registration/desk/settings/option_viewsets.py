"""Answers to choose from, and the labels of the fixed ones: the coordinator edits them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic

from registration.desk.settings.editing import EditingViewSet, translated_panel
from registration.models import (
    EventKind,
    HeardFrom,
    Need,
    OptionLabel,
    OrganisationKind,
    Province,
    Region,
    Role,
    TimeAgo,
)
from registration.models.options import LookupOption, PersonalOption
from registration.vocabulary.labelled_groups import LABELLED_GROUPS


class LookupViewSet(EditingViewSet):
    """The rows of one question. A row is never deleted, only no longer offered."""

    icon = "list-ul"
    ordering = ["sort_order", "code"]
    panels = [
        FieldPanel("code"),
        translated_panel("label", _("Label")),
        FieldPanel("sort_order"),
        FieldPanel("is_active"),
    ]
    update_panels = [FieldPanel("code", read_only=True), *panels[1:]]


class PersonalViewSet(LookupViewSet):
    """Rows that professionals read in words about a client."""

    panels = [
        *LookupViewSet.panels[:2],
        translated_panel("client_label", _("Label for professionals")),
        *LookupViewSet.panels[2:],
    ]
    update_panels = [FieldPanel("code", read_only=True), *panels[1:]]


class ProvinceViewSet(LookupViewSet):
    """Provinces, each in the region of its mediators."""

    panels = [*LookupViewSet.panels, FieldPanel("region")]
    update_panels = [FieldPanel("code", read_only=True), *panels[1:]]


def lookup_viewsets() -> list[LookupViewSet]:
    """Return a set of views for each question whose answers are rows."""
    models: list[type[LookupOption]] = [
        Role,
        EventKind,
        TimeAgo,
        Region,
        Province,
        Need,
        HeardFrom,
        OrganisationKind,
    ]
    return [_viewset_of(model)(model=model, index_view_class=LookupIndexView) for model in models]


def _viewset_of(model: type[LookupOption]) -> type[LookupViewSet]:
    if model is Province:
        return ProvinceViewSet
    return PersonalViewSet if issubclass(model, PersonalOption) else LookupViewSet


class LookupIndexView(generic.IndexView):
    """The rows of one question in the order of the form."""

    def get_queryset(self) -> Any:
        """Return all rows, the ones that are no longer offered too."""
        return super().get_queryset().order_by("sort_order", "code")

    @property
    def columns(self) -> list[Column]:
        """The label in both languages, and whether the row is offered."""
        return [
            TitleColumn(
                "label_nl", label=_("in Dutch"), url_name=self.edit_url_name, sort_key="label_nl"
            ),
            Column("label_en", label=_("in English"), sort_key="label_en"),
            Column("code", label=_("Code"), sort_key="code"),
            BooleanColumn("is_active", label=_("Offered"), sort_key="is_active"),
        ]


QUESTIONS = {
    "for_whom": _("Who it is for"),
    "who_to_call": _("Who to call"),
    "age": _("Age"),
    "known": _("The other person"),
    "other_way": _("Another way to reach someone"),
    "fallback": _("If nobody answers"),
    "identify": _("Saying who we are"),
    "day_part": _("Part of the day"),
    "language": _("Language of the call"),
    "state": _("Status and outcome"),
    "attempt": _("Result of an attempt"),
    "client_consent": _("Referral: whether the client agrees"),
    "agreed_how": _("Referral: how the client agreed"),
    "referrer_contact": _("Referral: calling the professional"),
    "client_call": _("Referral: contact with the client"),
    "client_known": _("Referral: the other person"),
    "client_other_way": _("Referral: another way to reach the client"),
    "client_fallback": _("Referral: if the client does not answer"),
}


def question_of(row: OptionLabel) -> str:
    """Return the question to which a label belongs, in words."""
    return str(QUESTIONS.get(row.group, row.group))


def standard_label(row: OptionLabel) -> str:
    """Return what people see while the coordinator has no label of their own."""
    group = LABELLED_GROUPS.get(row.group)
    return str(dict(group.choices).get(row.code, row.code)) if group else row.code


class OptionLabelForm(WagtailAdminModelForm):
    """Says which label is edited, and what people see if it is empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = _("Leave empty for the standard label: %(label)s") % {
            "label": standard_label(self.instance)
        }
        for name in ("label_nl", "label_en"):
            self.fields[name].help_text = words


class OptionLabelIndexView(generic.IndexView):
    """All fixed answers, by question."""

    columns = [
        Column("question", label=_("Question"), accessor=question_of),
        TitleColumn(
            "standard",
            label=_("Standard label"),
            accessor=standard_label,
            url_name="optionlabel:edit",
        ),
        Column("label_nl", label=_("in Dutch")),
        Column("label_en", label=_("in English")),
    ]


class OptionLabelViewSet(EditingViewSet):
    """Labels of the codes that the site acts on: only the words can change."""

    model = OptionLabel
    name = "optionlabel"
    base_form_class = OptionLabelForm
    icon = "tag"
    menu_label = _("Labels of fixed answers")
    index_view_class = OptionLabelIndexView
    panels = [translated_panel("label", _("Label"))]
