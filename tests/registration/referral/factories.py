"""Referrals as they are stored, and open callbacks about them."""

import factory

from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.lifecycle import Source
from registration.vocabulary.referral import Referral
from registration.vocabulary.referral_options import AgreedHow, ClientCall, ReferrerContact
from tests.registration.factories import AnswersFactory, CallbackFactory, RegistrationFactory
from tests.registration.referral.professional import WORK_EMAIL, WORK_PHONE


class ReferralFactory(factory.Factory):
    """A professional who may only be mailed, and a client who would like a call."""

    class Meta:
        model = Referral

    class Params:
        may_be_called = factory.Trait(contact=ReferrerContact.CALL, phone=WORK_PHONE)
        through_referrer = factory.Trait(call_client=ClientCall.THROUGH_REFERRER)
        no_call = factory.Trait(call_client=ClientCall.NO_CALL)

    name = "Jamie de Wit"
    organisation = "Huis van de Buurt"
    organisation_kind = "health_care"
    email = WORK_EMAIL
    contact = ReferrerContact.MAIL
    told_by = "Robin van den Berg"
    agreed_on = "2026-06-05"
    agreed_how = AgreedHow.IN_PERSON
    call_client = ClientCall.CALL


class ReferredAnswersFactory(AnswersFactory):
    """The answers of a professional about a client."""

    referral = factory.SubFactory(ReferralFactory)


class ReferredRegistrationFactory(RegistrationFactory):
    """A client who was referred and has not confirmed it to us."""

    source = Source.REFERRER
    answers = factory.SubFactory(ReferredAnswersFactory)


class ReferralCallbackFactory(CallbackFactory):
    """An open promise to call a client who was referred."""

    registration = factory.SubFactory(ReferredRegistrationFactory)


class LookAtReferralFactory(ReferralCallbackFactory):
    """An open task to contact the professional, and not the client."""

    kind = TaskKind.REFERRAL
    registration = factory.SubFactory(
        ReferredRegistrationFactory,
        answers=factory.SubFactory(
            ReferredAnswersFactory,
            phone="",
            referral=factory.SubFactory(ReferralFactory, no_call=True, may_be_called=True),
        ),
    )
