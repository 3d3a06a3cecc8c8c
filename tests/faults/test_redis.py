"""Redis goes away while people are at a form: they notice nothing."""

import threading

import pytest
from fakeredis import TcpFakeServer

from perspectief.settings import caches
from registration.models import Callback, Registration
from tests.faults.many import MANY
from tests.registration.journey.visitor import Visitor
from tests.support.site_tree import SiteTree

pytestmark = pytest.mark.django_db(transaction=True)


def test_whoever_is_at_a_form_goes_on_without_redis(site_tree: SiteTree, settings):
    server = TcpFakeServer(("127.0.0.1", 0))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.CACHES = {"default": caches.redis(f"redis://127.0.0.1:{server.server_address[1]}/0")}
    settings.REGISTRATION_FLOOD_BLOCK = settings.REGISTRATION_FLOOD_FLAG = MANY + 1
    people = [Visitor("nl") for _ in range(min(MANY, 5))]
    for person in people:
        person.fill_in()

    server.shutdown()
    server.server_close()
    thread.join()

    for person in people:
        answers = person.consent()
        assert person.send("check", answers).status_code == 302
        assert person.read("thank_you").status_code == 200
    assert Registration.objects.count() == Callback.objects.count() == len(people)
