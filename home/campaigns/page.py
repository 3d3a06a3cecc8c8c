"""A campaign: a page with a period, a key visual and a short link for print."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Min, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.blocks.body import PageBody
from home.blocks.links import carry_query
from home.blocks.sections import number_anchors
from home.blocks.stream_field import PageStreamField
from home.campaigns.key_visuals import Drawing, Ground
from home.campaigns.panels import CampaignPrintPanel
from home.campaigns.periods import CampaignState, day_in_words, period_in_words, state_at
from home.campaigns.short_codes import LONGEST, new_short_code, validate_short_code
from home.pages.base import BasePage
from perspectief.exact_text import ExactCharField
from registration import services

SHARED_FIELDS = ("starts_at", "ends_at", "short_code", "drawing", "ground", "picture")


class CampaignQuerySet(PageQuerySet):
    """Campaigns as readers may see them."""

    def published(self) -> "CampaignQuerySet":
        """The campaigns in the active language that everybody may read, without their blocks."""
        found = self.live().public().filter(locale__language_code=get_language())
        return found.defer_streamfields()

    def running(self, now: datetime) -> "CampaignQuerySet":
        """Those that run at an aware moment; the one that began last comes first."""
        found = self.published().filter(starts_at__lte=now, ends_at__gt=now)
        return found.order_by("-starts_at", "-pk")

    def over(self, now: datetime) -> "CampaignQuerySet":
        """Those that ended at or before an aware moment; the one that ended last comes first."""
        return self.published().filter(ends_at__lte=now).order_by("-ends_at", "-pk")


def next_scheduled_change(after: datetime) -> datetime | None:
    """Return when, after an aware moment, the next published campaign begins or ends."""
    moments = (
        CampaignPage.objects.live()
        .order_by()
        .aggregate(
            start=Min("starts_at", filter=Q(starts_at__gt=after)),
            end=Min("ends_at", filter=Q(ends_at__gt=after)),
        )
    )
    return min(filter(None, moments.values()), default=None)


def is_campaign(code: str) -> bool:
    """Return whether a published campaign, running or over, has this short code."""
    return CampaignPage.objects.live().filter(short_code=code).exists()


class CampaignPage(BasePage):
    """A landing page that is announced within its period only, and says when that is over."""

    intro: models.TextField = models.TextField(
        _("introduction"), help_text=_("Who this is for and what they can do, in two sentences.")
    )
    starts_at: models.DateTimeField = models.DateTimeField(
        _("start"),
        help_text=_(
            "From this moment the banner shows. The page itself can be read as soon as it is "
            "published. If nobody should see it earlier, set the same moment as the ‘Go live’ "
            "date."
        ),
    )
    ends_at: models.DateTimeField = models.DateTimeField(
        _("end"),
        help_text=_(
            "From this moment the banner is gone and the page says that the campaign has ended. "
            "The page stays, so leave the ‘Expiry’ date empty. For the whole of a last day, "
            "choose midnight: 00:00 of the day after it."
        ),
    )
    period_text: models.CharField = models.CharField(
        _("period in words"),
        max_length=80,
        blank=True,
        help_text=_(
            "Only where the exact days do not matter. If left empty, the first and last day are "
            "shown."
        ),
    )
    banner_label: models.CharField = models.CharField(
        _("small line of the banner"), max_length=60, blank=True
    )
    banner_heading: models.CharField = models.CharField(
        _("heading of the banner"), max_length=80, help_text=_("A few words in large type.")
    )
    banner_text: models.TextField = models.TextField(_("text of the banner"), blank=True)
    banner_link_text: models.CharField = models.CharField(
        _("button of the banner"),
        max_length=60,
        help_text=_("Says where the link goes, never ‘click here’."),
    )
    drawing: models.CharField = models.CharField(
        _("drawing"), max_length=20, choices=Drawing.choices, default=Drawing.MEETING
    )
    ground: models.CharField = models.CharField(
        _("background"),
        max_length=20,
        choices=Ground.choices,
        default=Ground.DEEP,
        help_text=_("The text and button take a colour that is easy to read on it."),
    )
    picture: models.ForeignKey = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("image instead of the drawing"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Nothing that looks like crime news: no victims, offenders, police, wrecks or hands "
            "in front of a face."
        ),
    )
    short_code: models.CharField = ExactCharField(
        _("short code"),
        max_length=LONGEST,
        default=new_short_code,
        validators=[validate_short_code],
        help_text=_(
            "The last part of the short link. It can be a word. Once the page has been published "
            "it stays as it is, because it may be in print."
        ),
    )
    body = PageStreamField(PageBody(), verbose_name=_("body"), blank=True)

    objects = PageManager.from_queryset(CampaignQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("period_text"),
            ],
            heading=_("Period"),
        ),
        MultiFieldPanel(
            [
                HelpPanel(
                    content=_("The banner appears wherever a page has the ‘Campaign banner’ block.")
                ),
                FieldPanel("banner_label"),
                FieldPanel("banner_heading"),
                FieldPanel("banner_text"),
                FieldPanel("banner_link_text"),
            ],
            heading=_("Banner"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("drawing"), FieldPanel("ground")]),
                FieldPanel("picture"),
            ],
            heading=_("Key visual"),
        ),
        MultiFieldPanel(
            [FieldPanel("short_code"), CampaignPrintPanel()],
            heading=_("Short link and registrations"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
        index.FilterField("starts_at"),  # the list of campaigns is sorted by it, also what is found
    ]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in SHARED_FIELDS
    ]
    # A copy is another campaign, with a code of its own; a translation is not (see `copy`).
    exclude_fields_in_copy = ["short_code"]
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types: list[str] = []
    page_description = _("A landing page with a period, a banner, and a short link for print.")
    template = "home/campaign_page.html"
    preview_modes = [
        ("", _("As it is now")),
        (CampaignState.UPCOMING, _("Before the start")),
        (CampaignState.RUNNING, _("During the campaign")),
        (CampaignState.OVER, _("After the end")),
    ]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    def clean(self) -> None:
        """Refuse a period that ends before it starts, and a code that is taken or in print.

        Raises:
            ValidationError: by field.
        """
        super().clean()
        errors = {}
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            errors["ends_at"] = ValidationError(_("The end must come after the start."))
        others = CampaignPage.objects.exclude(translation_key=self.translation_key)
        if others.filter(short_code=self.short_code).exists():
            errors["short_code"] = ValidationError(_("Another campaign already has this code."))
        elif self._printed_code() not in {None, self.short_code}:
            errors["short_code"] = ValidationError(
                _("This code may already be in print, so it stays: %(code)s."),
                params={"code": self._printed_code()},
            )
        if errors:
            raise ValidationError(errors)

    def _printed_code(self) -> str | None:
        """The code with which the page was published, None if it never was."""
        published = CampaignPage.objects.filter(pk=self.pk, first_published_at__isnull=False)
        return published.values_list("short_code", flat=True).first()

    def copy(self, *args: Any, reset_translation_key: bool = True, **kwargs: Any) -> Any:
        """Copy the page; a translation keeps the short code."""
        if not reset_translation_key:
            kept = {"short_code": self.short_code}
            kwargs["update_attrs"] = kept | (kwargs.get("update_attrs") or {})
        return super().copy(*args, reset_translation_key=reset_translation_key, **kwargs)

    @cached_property
    def state(self) -> CampaignState:
        """Where the campaign is now, fixed for as long as this page object lives."""
        return state_at(timezone.now(), self.starts_at, self.ends_at)

    @property
    def period(self) -> str:
        """The period in words, in the active language."""
        return self.period_text or period_in_words(self.starts_at, self.ends_at)

    @property
    def first_day(self) -> str:
        """The day on which it starts, in words."""
        return day_in_words(timezone.localdate(self.starts_at))

    @property
    def register_query(self) -> str:
        """What the address of the registration page must carry, so that it counts this campaign."""
        return f"{services.CAMPAIGN_PARAMETER}={self.short_code}"

    @cached_property
    def table_of_contents(self) -> list[dict[str, str]]:
        """Anchor and label of each section with a heading; also numbers the anchors in the body."""
        return number_anchors(self.body)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Let the register buttons in the blocks carry the code."""
        carry_query(self.body, self.register_query)
        return super().get_context(request, *args, **kwargs)

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Show the page as it is in another state."""
        if mode_name:
            self.state = CampaignState(mode_name)
        return super().get_preview_context(request, mode_name)
