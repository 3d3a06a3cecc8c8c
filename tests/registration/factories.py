"""Factories for registrations, callbacks and the people who handle them.

`AnswersFactory` makes answers with everything required and nothing more; its traits stand for the
situations that the desk meets. `CallbackFactory(registration__answers=AnswersFactory(letter=True))`
makes an open callback of such a person.
"""

import uuid
from datetime import date, timedelta
from typing import Any

import factory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db.models.functions import Coalesce
from django.utils import timezone
from factory.builder import DeclarationSet
from wagtail.users.models import UserProfile

from perspectief.email_address import email_index
from perspectief.encryption import blind_index
from registration.models import Callback, ContactAttempt, PrivacyStatement, Registration
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult, CallbackState, TaskKind
from registration.vocabulary.channels import Fallback, Identify, OtherWay
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.person import ForWhom, SpokenLanguage, WhoToCall
from registration.vocabulary.references import normalise_reference

# For each trait that is not asked for, the library words an error that it then ignores, with the
# text of every declaration in it: a tenth of the time of all tests.
DeclarationSet.__repr__ = object.__repr__

STAFF_PASSWORD = "a long password for tests"
PHONE = "+31302345678"
#: Of the foundation: people in the demo have it, so that a call reaches no stranger.
OUR_PHONE = "+31302340045"
EMAIL = "noor@example.org"


def approve_statement(day: date) -> None:
    """Have the data protection officer approve the statement in force on this day."""
    statement = PrivacyStatement.objects.latest("version")
    statement.approved_on = day
    statement.save()


class AnswersFactory(factory.Factory):
    """The answers of one person: a call in Dutch, nothing allowed that was not asked."""

    class Meta:
        model = Answers

    class Params:
        first_name_only = factory.Trait(identify=Identify.FIRST_NAME_ONLY)
        organisation_may_be_named = factory.Trait(identify=Identify.ORGANISATION)
        all_channels = factory.Trait(
            email=EMAIL, fallback=(Fallback.VOICEMAIL, Fallback.TEXT, Fallback.EMAIL)
        )
        letter = factory.Trait(
            phone="",
            phone_impossible=True,
            other_way=OtherWay.LETTER,
            other_way_details="Postbus 1, 3500 AA Utrecht",
        )
        mail_only = factory.Trait(
            phone="", phone_impossible=True, email=EMAIL, fallback=(Fallback.EMAIL,)
        )
        contact_person = factory.Trait(
            phone="",
            phone_impossible=True,
            other_way=OtherWay.INSTITUTION_CONTACT,
            other_way_details="Vraag naar de contactpersoon op afdeling B",
        )
        helped = factory.Trait(
            for_whom=ForWhom.OTHER_WHO_AGREES,
            helper_name="Sam",
            who_to_call=WhoToCall.HELPER,
            helper_consent=True,
        )
        asks = factory.Trait(role="", kind="", question="Mag mijn zus mee naar een gesprek?")
        told_all = factory.Trait(
            age="age_25_64",
            pronouns="hen",
            when="within_year",
            province="utrecht",
            known="unknown",
            story="Ik wil graag weten hoe het met de ander gaat.",
            needs=("interpreter", "other_need"),
            other_need="Een rustig gesprek",
            language=SpokenLanguage.OTHER,
            other_language="Pools",
        )

    role = "victim"
    kind = "traffic"
    name = "Noor"
    phone = PHONE


class RegistrationFactory(factory.django.DjangoModelFactory):
    """A registration that has just come in; `answers` is an `Answers`."""

    class Meta:
        model = Registration

    class Params:
        code = factory.Sequence(lambda number: f"CODE{number:06}")
        closed = factory.Trait(state=Lifecycle.OTHER_SERVICE)

    language = "nl"
    answers = factory.SubFactory(AnswersFactory)
    submission_key = factory.LazyFunction(uuid.uuid4)
    reference_hash = factory.LazyAttribute(lambda row: _reference_hash(row.code))
    privacy_statement = factory.LazyFunction(lambda: PrivacyStatement.objects.latest("version"))

    @classmethod
    def _create(cls, model_class: type[Registration], *args: Any, **kwargs: Any) -> Registration:
        answers = kwargs["answers"]
        return super()._create(
            model_class,
            *args,
            **{
                "phone_hash": blind_index("phone", answers.phone) if answers.phone else "",
                "email_hash": email_index(answers.email) if answers.email else "",
                **kwargs,
                "answers": answers.to_stored(),
            },
        )


class CallbackFactory(factory.django.DjangoModelFactory):
    """An open promise to call, due in a day."""

    class Meta:
        model = Callback

    class Params:
        overdue = factory.Trait(due_at=factory.LazyFunction(lambda: _hours_from_now(-2)))
        letter = factory.Trait(
            kind=TaskKind.LETTER,
            registration=factory.SubFactory(
                RegistrationFactory, answers=factory.SubFactory(AnswersFactory, letter=True)
            ),
        )
        # Somebody was reached, so that it can be closed with any outcome that says so.
        spoken = factory.Trait(
            first_attempt_at=factory.LazyFunction(timezone.now),
            reached_at=factory.LazyFunction(timezone.now),
        )
        done = factory.Trait(
            state=CallbackState.DONE, finished_at=factory.LazyFunction(timezone.now)
        )

    registration = factory.SubFactory(RegistrationFactory)
    turn = factory.LazyAttribute(lambda row: row.registration.callbacks.count() + 1)
    due_at = factory.LazyFunction(lambda: _hours_from_now(24))
    claimed_at = factory.LazyAttribute(lambda row: timezone.now() if row.claimed_by else None)
    claimed_by = None


class ContactAttemptFactory(factory.django.DjangoModelFactory):
    """An attempt in which nobody answered."""

    class Meta:
        model = ContactAttempt

    callback = factory.SubFactory(CallbackFactory)
    result = AttemptResult.NO_ANSWER
    note = ""


def put_on_record(callback: Callback, outcome: Lifecycle | str) -> None:
    """Let there be on record what an outcome says: that somebody was spoken to, or tried."""
    now = timezone.now()
    if outcome != Lifecycle.UNREACHABLE:
        rows = Callback.objects.filter(pk=callback.pk, reached_at=None)
        rows.update(first_attempt_at=Coalesce("first_attempt_at", now), reached_at=now)
        callback.refresh_from_db(fields=["first_attempt_at", "reached_at"])
        return
    is_call = callback.kind == TaskKind.CALL
    for number in range(3 if is_call else 1):
        ContactAttemptFactory(
            callback=callback,
            result=AttemptResult.NO_ANSWER if is_call else AttemptResult.SENT,
            made_at=now - (timedelta(hours=3 * number) if is_call else timedelta(days=30)),
        )


class StaffFactory(factory.django.DjangoModelFactory):
    """Somebody who may open the admin; `permissions` are names: "registration.view_queue"."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda number: f"medewerker{number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    first_name = factory.Sequence(lambda number: f"Voornaam{number}")
    password = factory.django.Password(STAFF_PASSWORD)

    @factory.post_generation
    def permissions(self, create: bool, extracted: tuple[str, ...] | None, **kwargs: Any) -> None:
        """Grant entrance to the admin and the given permissions."""
        for name in ("wagtailadmin.access_admin", *(extracted or ())):
            app_label, codename = name.split(".")
            self.user_permissions.add(
                Permission.objects.get(content_type__app_label=app_label, codename=codename)
            )

    @factory.post_generation
    def admin_language(self, create: bool, extracted: str | None, **kwargs: Any) -> None:
        """Choose the language in which this person uses the admin, "nl" or "en"."""
        if extracted:
            UserProfile.objects.create(user=self, preferred_language=extracted)


class DeskMemberFactory(StaffFactory):
    """Somebody of the registration desk."""

    permissions = factory.PostGeneration(
        lambda user, create, extracted: _grant(user, "view_queue", "take_callbacks")
    )


class CoordinatorFactory(StaffFactory):
    """The coordinator of the registration desk."""

    permissions = factory.PostGeneration(
        lambda user, create, extracted: _grant(user, "view_queue", "take_callbacks", "coordinate")
    )


def _reference_hash(code: str) -> str:
    return blind_index("reference", normalise_reference(code))


def _grant(user: Any, *codenames: str) -> None:
    user.user_permissions.add(
        Permission.objects.get(codename="access_admin"),
        *Permission.objects.filter(content_type__app_label="registration", codename__in=codenames),
    )


def _hours_from_now(hours: int) -> Any:
    return timezone.now() + timedelta(hours=hours)
