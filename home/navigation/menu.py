"""The menus and the footer: texts around every page, in editors' hands."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin

from home.bilingual.gate import TranslatedBeforeLive
from home.blocks.links import LinkBlock
from home.blocks.stream_field import PageStreamField
from perspectief.phone_number import phone_link, phone_number
from registration.services import opening_line


class FooterGroupBlock(blocks.StructBlock):
    """A column of links in the footer."""

    title = blocks.CharBlock(label=_("Title"), max_length=40)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Column of links")
        label_format = "{title}"


class SiteMenu(
    TranslatedBeforeLive, DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model
):
    """Header and footer of one language; found by its locale, so there is one for each."""

    organisation = models.CharField(_("organisation"), max_length=100)
    footer_title = models.CharField(_("footer heading"), max_length=80)
    footer_text = models.CharField(_("footer text"), max_length=160, blank=True)
    funding = models.CharField(_("who pays for this"), max_length=160, blank=True)
    header_links = PageStreamField(
        [("link", LinkBlock())],
        verbose_name=_("links in the header"),
        help_text=_("‘Register’, search and the language switch are always there."),
        max_num=7,
        blank=True,
    )
    footer_groups = PageStreamField(
        [("group", FooterGroupBlock())],
        verbose_name=_("columns in the footer"),
        max_num=3,
        blank=True,
    )
    social_links = PageStreamField(
        [("link", LinkBlock())],
        verbose_name=_("social media"),
        max_num=5,
        blank=True,
    )
    hide_visit_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page about hiding a visit"),
        help_text=_("Linked beside ‘Leave now’."),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    figures_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page with the figures"),
        help_text=_(
            "The registration desk can have a draft made of a year’s figures; it comes below this "
            "page. Choose it in the Dutch menus. If left empty, it comes below the front page."
        ),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldPanel("header_links"),
        MultiFieldPanel(
            [
                FieldPanel("footer_title"),
                FieldPanel("footer_text"),
                FieldPanel("footer_groups"),
                FieldPanel("social_links"),
                FieldPanel("organisation"),
                FieldPanel("funding"),
            ],
            heading=_("Footer"),
        ),
        PageChooserPanel("hide_visit_page"),
        PageChooserPanel("figures_page", ["home.ContentPage", "home.HomePage"]),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("menus and footer")
        verbose_name_plural = _("menus and footer")
        constraints = [
            models.UniqueConstraint(fields=["locale"], name="one_site_menu_per_locale"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.locale.get_display_name()})"

    def clean(self) -> None:
        """Refuse a second menu in the same language; the form cannot see that constraint."""
        super().clean()
        if (
            self.locale_id
            and SiteMenu.objects.filter(locale=self.locale_id).exclude(pk=self.pk).exists()
        ):
            raise ValidationError(_("This language already has menus; change those."))


def _links(stream: Any) -> list[tuple[str, str]]:
    return [(child.value["label"], child.value.url) for child in stream if child.value.url]


def menu_of(language: str) -> dict[str, Any]:
    """Everything around the pages in one language, as plain data that can be cached.

    Links to pages that are not published in the language are left out, and so are columns without
    any link left. Must be called with the language active, because links resolve in it.
    """
    menus = SiteMenu.objects.filter(locale__language_code=language, live=True)
    menu = menus.select_related("locale").first()
    phone = phone_number(language)
    reach = {
        "phone_display": phone,
        "phone_href": phone_link(phone),
        "opening_hours": opening_line(language),
    }
    if menu is None:
        return {**reach, "header_links": [], "footer_groups": [], "social_links": []}
    groups = [
        (
            group.value["title"],
            [(link["label"], link.url) for link in group.value["links"] if link.url],
        )
        for group in menu.footer_groups
    ]
    return {
        **reach,
        "organisation": menu.organisation,
        "footer_title": menu.footer_title,
        "footer_text": menu.footer_text,
        "funding": menu.funding,
        "hide_visit_page": menu.hide_visit_page_id,
        "header_links": _links(menu.header_links),
        "footer_groups": [group for group in groups if group[1]],
        "social_links": _links(menu.social_links),
    }
