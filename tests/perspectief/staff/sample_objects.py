"""One object of every kind that addresses of the admin name, so that each leads somewhere."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Locale, Page, Site
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.operations import translate_object

from home.models import Figure, FigureSet, SameWord
from perspectief.contact_details import ContactDetails
from perspectief.staff import groups
from perspectief.staff.models import AccountRequest, RequestKind
from registration.models import (
    AttemptPolicy,
    ClosedDay,
    Informed,
    Mediator,
    OpeningHours,
    OutboundMail,
    PrivacyStatement,
    PromiseClockSettings,
    PromiseSettings,
    RetentionSettings,
)
from registration.vocabulary.mails import MailCode
from tests.home.campaigns.factories import CampaignPageFactory
from tests.home.factories import ContentPageFactory, SiteMenuFactory, plant_site
from tests.media_library.coverage_factories import MediaCoverageFactory
from tests.media_library.factories import make_document, make_image, make_video
from tests.perspectief.staff.admin_screens import PARAMETER, Screen
from tests.registration.factories import CallbackFactory, ContactAttemptFactory

NOBODY = 999_999_999  # a number that no object has


class SampleObjects:
    """Makes them once, and puts their keys into addresses."""

    def __init__(self, me: Any = None) -> None:
        """Make them; what the desk takes is taken by `me`."""
        home = plant_site()
        page = ContentPageFactory(parent=home, title="Over ons", slug="over-ons")
        page.save_revision().publish()
        campaign = CampaignPageFactory(parent=home)
        self.other_page = ContentPageFactory(parent=home, title="Elders", slug="elders").pk
        english, _created = Locale.objects.get_or_create(language_code="en")
        translate_object(page, [english])
        translation = Translation.objects.get(source__object_id=page.translation_key)
        segment = StringSegment.objects.filter(source=translation.source).first()
        document, image = make_document(), make_image()
        member = get_user_model().objects.create_user("somebody", "somebody@example.org")
        member.groups.add(Group.objects.get(name=groups.DESK))
        asked = AccountRequest.objects.create(kind=RequestKind.NEW_START, account=member)
        session = EditingSession.objects.create(
            user=member, content_object=page, last_seen_at=timezone.now()
        )
        callback = CallbackFactory(claimed_by=me, claimed_at=timezone.now() if me else None)
        # A broken promise, so that there is a reason to record.
        broken = CallbackFactory(
            claimed_by=me, due_at=timezone.now() - timedelta(days=1), settled_as="broken"
        )
        attempt = ContactAttemptFactory(callback=callback, made_by=me)
        mediator = Mediator.objects.create(name="Voorbeeld", email="voorbeeld@example.org")
        informed = Informed.objects.create(
            registration_number=callback.registration_id, mediator=mediator, at=timezone.now()
        )
        erased = Informed.objects.create(
            registration_number=NOBODY, at=timezone.now(), erased_at=timezone.now()
        )
        AttemptPolicy.load()
        ContactDetails.load()
        PromiseClockSettings.load()
        PromiseSettings.load()
        RetentionSettings.load()
        figure_set = FigureSet.objects.create(code="sample", title_nl="Voorbeeld")
        mail = OutboundMail.objects.create(
            code=MailCode.DESK_NOTICE, message_id="<sample@example.org>", failed_at=timezone.now()
        )
        menu = SiteMenuFactory()
        planned = menu.save_revision(approved_go_live_at=timezone.now() + timedelta(days=1))
        self.by_model: dict[Any, Any] = {
            type(instance): instance.pk
            for instance in (
                OpeningHours.objects.first()
                or OpeningHours.objects.create(weekday=0, opens_at="09:00", closes_at="17:00"),
                ClosedDay.objects.create(date="2027-05-04", reason="Voorbeeld"),
                PrivacyStatement.objects.first()
                or PrivacyStatement.objects.create(version=1, body_nl="Voorbeeld"),
                mediator,
                make_video(),
                MediaCoverageFactory(),
                menu,
                figure_set,
                Figure.objects.create(
                    figure_set=figure_set, code="one", year=2024, value=1, source="Voorbeeld"
                ),
                SameWord.objects.create(text="Samenspraak"),
                Redirect.objects.create(old_path="/oud", redirect_link="/"),
                member,
                Group.objects.get(name=groups.DESK),
                Collection.objects.create(name="x", path="00010001", depth=2),
                Site.objects.get(is_default_site=True),
                english,
                callback,
                mail,
                document,
                image,
            )
        }
        self.by_model[Page] = page.pk
        self.by_name: dict[str, Any] = {
            "page_id": page.pk,
            "page_to_move_id": page.pk,
            "parent_page_id": home.pk,
            "destination_id": home.pk,
            "revision_id": page.latest_revision_id,
            "content_type_app_name": "home",
            "content_type_model_name": "contentpage",
            "app_label": "home",
            "app_name": "home",
            "model_name": "contentpage",
            "object_id": page.pk,
            "session_id": session.pk,
            "action_name": "publish",
            "collection_id": self.by_model[Collection],
            "redirect_id": self.by_model[Redirect],
            "image_id": image.pk,
            "filter_spec": "width-100",
            "document_id": document.pk,
            "document_name": document.filename,
            "doc_id": document.pk,
            "page_pk": page.pk,
            "translation_id": translation.pk,
            "translation_source_id": translation.source_id,
            "string_segment_id": segment.pk if segment else NOBODY,
            "mode": "default",
            "uidb64": "MQ",
            "token": "abc",
        }
        # Where the name alone does not tell which object is meant.
        self.by_prefix: dict[str, dict[str, Any]] = {
            "callbacks:": {"which": callback.address},
            "callbacks:attempt_note": {"which": callback.address, "attempt": attempt.pk},
            "callbacks:mediator_told": {"which": callback.address, "informed": informed.pk},
            "registration_erased_told": {"pk": erased.pk},
            "coming_days:give_back": {"which": callback.address},
            "promises:reason": {"which": broken.address},
            "staff_request": {"pk": asked.pk},
            "privacy_duties:": {"pk": callback.registration_id},
            "registration_resend_mail": {"pk": mail.pk},
            "registration_drop_mail": {"pk": mail.pk},
            "campaign_": {"page_pk": campaign.pk},
            "wagtailsnippets_home_sitemenu:revisions_": {"revision_id": planned.pk},
            "wagtailadmin_collections:": {"pk": self.by_model[Collection]},
            "wagtailadmin_api:pages:": {"pk": page.pk},
            "wagtailadmin_api:images:": {"pk": image.pk},
            "wagtailadmin_api:documents:": {"pk": document.pk},
            "wagtaildocs_chooser:": {"pk": document.pk},
            "wagtailimages_chooser:": {"pk": image.pk},
            "wagtail_localize:submit_snippet": {
                "app_label": "home",
                "model_name": "sitemenu",
                "pk": NOBODY,
            },
            "wagtail_localize:snippets_api": {"app_label": "home", "model_name": "sitemenu"},
            "wagtailadmin_tag_model": {"app_name": "taggit", "model_name": "tag"},
            "wagtailusers_users:": {"pk": member.pk},
        }

    def address_of(self, screen: Screen) -> str:
        """Return the address of a screen about one of these objects."""
        values = {**self.by_name}
        values["pk"] = self._key_of(screen.model)
        for prefix, own in self.by_prefix.items():
            if screen.name.startswith(prefix):
                values |= own
        values |= screen.values
        address = PARAMETER.sub(lambda found: str(values.get(found[1], NOBODY)), screen.template)
        if screen.is_bulk:
            address += f"?id={self._key_of(screen.model)}"
        return address

    def data_for(self, screen: Screen) -> dict[str, Any]:
        """Return what to send: nothing, but for actions on many rows, which must do something."""
        if not screen.is_bulk:
            return {}
        return {
            "role": self.by_model[Group],
            "mark_as_active": "True",
            "chooser": self.other_page,
            "collection": self.by_model[Collection],
            "tags": "voorbeeld",
        }

    def _key_of(self, model: Any) -> Any:
        if model is None:
            return NOBODY
        if model not in self.by_model:
            first = model._default_manager.first()
            self.by_model[model] = first.pk if first else NOBODY
        return self.by_model[model]
