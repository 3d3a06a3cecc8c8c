"""The page that cancels a reminder: whatever is typed, it answers calmly and deletes nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perspectief.models import LimitCount
from registration.models import Reminder
from tests.registration.journey.visitor import controls
from tests.registration.reminder.test_cancelling import ADDRESS
from tests.support.typed_text import SENT, TYPED

pytestmark = pytest.mark.django_db

unhurried = settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@unhurried
@given(typed=TYPED)
def test_what_is_no_code_stays_in_its_field(visitor, typed):
    LimitCount.objects.all().delete()
    page = visitor.browser.post(ADDRESS["nl"], {"code": typed})
    assert page.status_code == 422
    assert controls(page)["code"] == [typed]


@unhurried
@given(body=st.dictionaries(st.just("code") | st.text(max_size=10), SENT, max_size=3))
def test_nothing_but_the_code_deletes_a_reminder(visitor, body):
    LimitCount.objects.all().delete()
    if not Reminder.objects.exists():
        visitor.register()
    assert visitor.browser.post(ADDRESS["nl"], body).status_code == 422
    has_nul = any("\0" in str(each) for each in [*body, *body.values()])  # 400 for any address
    assert visitor.browser.get(ADDRESS["nl"], body).status_code == (400 if has_nul else 200)
    assert Reminder.objects.count() == 1
