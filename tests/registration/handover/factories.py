"""Mediators, and people who were allocated to one."""

from typing import Any

import factory

from registration.handover.allocation import Allocation, allocate
from registration.models import HandOver, Mediator, Region
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    RegistrationFactory,
    put_on_record,
)


class MediatorFactory(factory.django.DjangoModelFactory):
    """Somebody who takes on people; `region` is the code of one region."""

    class Meta:
        model = Mediator
        skip_postgeneration_save = True

    name = factory.Sequence(lambda number: f"Bemiddelaar {number}")
    email = factory.Sequence(lambda number: f"bemiddelaar{number}@example.org")

    @factory.post_generation
    def region(self, create, extracted, **kwargs):
        """Put the mediator in a region."""
        if extracted:
            self.regions.add(Region.objects.get(code=extracted))


class HandOverFactory(factory.django.DjangoModelFactory):
    """Somebody who was allocated, and whose registration is closed."""

    class Meta:
        model = HandOver

    registration = factory.SubFactory(
        RegistrationFactory,
        state=Lifecycle.ALLOCATED,
        answers=factory.SubFactory(AnswersFactory, told_all=True, all_channels=True),
    )
    mediator = factory.SubFactory(MediatorFactory)
    first_exported_at = factory.SelfAttribute("exported_at")
    exported_at = None


def allocated_callback(user=None, **hand_over):
    """Return the closed callback of somebody who was allocated; `user` closed it."""
    row = HandOverFactory(**hand_over)
    return CallbackFactory(registration=row.registration, claimed_by=user, done=True)


def allocate_callback(callback, user, mediator=None, **given: Any) -> HandOver:
    """Pass the person of a callback that `user` has spoken to on to a mediator, or nobody yet."""
    put_on_record(callback, Lifecycle.ALLOCATED)
    return allocate(callback, user, Allocation(mediator=mediator, **given))
