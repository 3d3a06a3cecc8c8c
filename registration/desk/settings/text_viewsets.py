"""Texts of the desk: the wording of mails, and the versions of the privacy statement."""

from typing import Any

from django.db.models import Max
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic

from registration.desk.settings.editing import LANGUAGE_NAMES, EditingViewSet, translated_panel
from registration.models import CrisisLine, MailWording, PrivacyStatement
from registration.rules.mail_wording import placeholders_of
from registration.rules.placeholders import HOW_TO_REACH_US


class MailWordingForm(WagtailAdminModelForm):
    """Says which names are filled in when the mail is sent; the model checks the wording."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = ", ".join(f"{{{name}}}" for name in sorted(placeholders_of(self.instance.code)))
        for language in LANGUAGE_NAMES:
            self.fields[f"body_{language}"].help_text = _(
                "These names are filled in when the e-mail is sent: %(names)s"
            ) % {"names": names}


class MailWordingViewSet(EditingViewSet):
    """Subject and text of the mails that the site sends."""

    model = MailWording
    name = "mail_wording"
    base_form_class = MailWordingForm
    icon = "mail"
    list_display = [
        TitleColumn(
            "code", label=_("E-mail"), accessor="get_code_display", url_name="mail_wording:edit"
        ),
        Column("subject_nl", label=_("Subject in Dutch")),
        Column("subject_en", label=_("Subject in English")),
    ]

    panels = [
        HelpPanel(
            content=_(
                "An e-mail never repeats an answer, not even the name. A neutral e-mail does not "
                "name the organisation or say what it is about, and does not contain a link or a "
                "number."
            )
        ),
        translated_panel("subject", _("Subject")),
        translated_panel("body", _("Text")),
    ]


class NewStatementView(generic.CreateView):
    """A new version begins as a copy of the newest one, with the next number."""

    def get_initial_form_instance(self) -> PrivacyStatement:
        """Return the unsaved next version."""
        newest = PrivacyStatement.objects.order_by("-version").first()
        texts = [f"body_{language}" for language in LANGUAGE_NAMES]
        copied = {name: getattr(newest, name) for name in texts} if newest else {}
        return PrivacyStatement(version=next_version(), **copied)


def next_version() -> int:
    """Return the number that a new version of the privacy statement gets."""
    newest = PrivacyStatement.objects.aggregate(newest=Max("version"))["newest"]
    return (newest or 0) + 1


class PrivacyStatementViewSet(EditingViewSet):
    """Versions of the privacy statement. The text of an approved version stays as it is."""

    model = PrivacyStatement
    name = "privacy_statements"
    icon = "lock"
    add_view_class = NewStatementView
    list_display = [
        TitleColumn("version", label=_("Version"), url_name="privacy_statements:edit"),
        Column("created_at", label=_("Made on")),
        Column("approved_on", label=_("Approved on")),
    ]
    panels = [
        FieldPanel("version", read_only=True),
        FieldPanel("approved_on"),
        translated_panel(
            "body",
            _("Text"),
            help_text=format_lazy(
                _("These names are filled in when the text is shown: {names}"),
                names=", ".join(f"{{{name}}}" for name in sorted(HOW_TO_REACH_US)),
            ),
        ),
    ]


class CrisisLineViewSet(EditingViewSet):
    """Whom people can call when it cannot wait. A line is never deleted, only no longer shown."""

    model = CrisisLine
    name = "crisis_lines"
    icon = "warning"
    ordering = ["sort_order", "pk"]
    list_display = [
        TitleColumn("name", label=_("Who people call"), url_name="crisis_lines:edit"),
        Column("number", label=_("Phone number")),
        Column("audience", label=_("Who it is for"), accessor="get_audience_display"),
        BooleanColumn("is_active", label=_("Shown")),
    ]
    panels = [
        HelpPanel(
            content=_(
                "These lines are shown wherever someone may need help straight away: before a "
                "form, where people write about what happened, and after sending. Call every "
                "number yourself before you change it."
            )
        ),
        FieldPanel("name"),
        FieldPanel("number"),
        translated_panel("text", _("Text")),
        FieldPanel("audience"),
        FieldPanel("sort_order"),
        FieldPanel("is_active"),
    ]
