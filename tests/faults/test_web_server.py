"""The real web server under people who register: whatever ends it, nobody is lost or doubled."""

import random
import time

import pytest
from django.db import connection, models

from registration.models import Registration
from tests.faults.many import assert_each_is_there, deliver_all
from tests.faults.people_over_http import people_registering
from tests.support.restartable_database import restartable_database
from tests.support.site_tree import SiteTree
from tests.support.smtp_server import Mailbox
from tests.support.waiting import wait_until
from tests.support.web_process import web_server

pytestmark = pytest.mark.django_db(transaction=True)
SEED = 2026
#: So many are thanked before the next process dies: each that starts takes seconds, and four people
#: at once are in mid-work whenever one does.
GET_THROUGH = 3


@pytest.mark.any_database
def test_nobody_is_lost_while_processes_of_the_web_server_are_killed(
    site_tree: SiteTree, smtp_server: Mailbox
):
    chance = random.Random(SEED)
    with web_server() as server, people_registering(server.port) as people:
        while people.are_busy:
            enough = len(people.thanked) + GET_THROUGH
            time.sleep(chance.random())
            server.kill_a_process(chance.randrange(2))
            wait_until(
                lambda: (server.is_up() and len(people.thanked) >= enough) or not people.are_busy  # noqa: B023
            )
    assert people.troubles, "nobody noticed: nothing was killed in mid-work"
    deliver_all()
    assert_each_is_there(people.thanked, smtp_server)


def test_nobody_is_lost_while_the_database_is_restarted(site_tree: SiteTree, smtp_server: Mailbox):
    chance = random.Random(SEED)
    with restartable_database() as restart:
        with web_server() as server, people_registering(server.port) as people:
            for how in ("fast", "immediate"):
                time.sleep(1 + chance.random())
                restart(how)
        deliver_all()
        assert_each_is_there(people.thanked, smtp_server)


def test_nobody_is_lost_while_an_upgrade_changes_their_table(
    site_tree: SiteTree, smtp_server: Mailbox
):
    """The next release migrates while this one still answers, as `deploy/upgrade` has it."""
    field = models.CharField(max_length=9, default="", db_default="")
    field.set_attributes_from_name("of_next_release")
    field.model = Registration  # not among its fields: the old release does not know it
    with web_server() as server, people_registering(server.port) as people:
        wait_until(lambda: bool(people.thanked))
        with connection.schema_editor() as editor:
            editor.add_field(Registration, field)
            editor.execute("UPDATE registration_registration SET of_next_release = 'yes'")
    with connection.schema_editor() as editor:
        editor.remove_field(Registration, field)
    deliver_all()
    assert_each_is_there(people.thanked, smtp_server)
