"""What appeared in the media: how exact its date is, and who may edit it."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.utils import translation

from media_library.models import MediaCoverage
from perspectief.staff import groups
from tests.media_library.coverage_factories import MediaCoverageFactory

ADD = "/admin/media-coverage/new/"


def errors_of(item: MediaCoverage) -> set[str]:
    with pytest.raises(ValidationError) as caught:
        item.full_clean()
    return set(caught.value.message_dict)


@pytest.mark.parametrize(
    ("known", "dutch", "english", "machine"),
    [
        ({}, "2024", "2024", "2024"),
        ({"month": 3}, "maart 2024", "March 2024", "2024-03"),
        ({"month": 3, "day": 5}, "5 maart 2024", "5 March 2024", "2024-03-05"),
    ],
)
def test_a_date_is_as_exact_as_we_know_it(known, dutch, english, machine):
    item = MediaCoverageFactory.build(**known)
    item.full_clean()

    with translation.override("nl"):
        assert item.date_text == dutch
    with translation.override("en"):
        assert item.date_text == english
    assert item.machine_date == machine


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"day": 5}, "month"),
        ({"month": 2, "day": 30}, "day"),
        ({"month": 13}, "month"),
        ({"month": 0}, "month"),
        ({"year": 24}, "year"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"title_en": ""}, "title_en"),
        ({"people_nl": "een bemiddelaar"}, "people_en"),
        ({"people_en": "a mediator"}, "people_nl"),
    ],
)
def test_what_cannot_be_true_is_refused(given, field):
    assert errors_of(MediaCoverageFactory.build(**given)) == {field}


@pytest.mark.django_db
def test_the_newest_come_first_and_the_least_known_last():
    known = [
        {"year": 2023, "month": 12, "day": 31},
        {"year": 2024},
        {"year": 2024, "month": 5},
        {"year": 2024, "month": 5, "day": 2},
        {"year": 2024, "month": 11},
    ]
    for each in known:
        MediaCoverageFactory(**each)

    dates = [item.machine_date for item in MediaCoverage.objects.newest_first()]

    assert dates == ["2024-11", "2024-05-02", "2024-05", "2024", "2023-12-31"]


def member_of(group: str) -> User:
    user = User.objects.create_user("sam", "sam@example.org", "een lang wachtwoord")
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.mark.django_db
class TestAdmin:
    def test_communication_adds_changes_finds_and_deletes_an_item(self, client):
        client.force_login(member_of(groups.COMMUNICATION))
        data = {
            "outlet": "De Courant",
            "kind": "radio",
            "language": "nl",
            "year": "2024",
            "month": "",
            "day": "",
            "url": "https://example.org/uitzending",
            **{f"title_{code}": f"Titel {code}" for code in ("nl", "en")},
            **{f"summary_{code}": f"Kort {code}" for code in ("nl", "en")},
            **{f"people_{code}": "" for code in ("nl", "en")},
        }
        assert client.get(ADD).status_code == 200
        assert client.post(ADD, data).status_code == 302
        item = MediaCoverage.objects.get()
        assert (item.title_nl, item.title_en, item.month) == ("Titel nl", "Titel en", None)

        edit = f"/admin/media-coverage/edit/{item.pk}/"
        assert client.post(edit, {**data, "month": "2", "day": "30"}).status_code == 200
        assert client.post(edit, {**data, "month": "2"}).status_code == 302
        item.refresh_from_db()
        assert item.month == 2
        for query in ({"kind": "radio"}, {"q": "Titel en"}):
            assert "Titel nl" in client.get("/admin/media-coverage/", query).content.decode()
        assert client.post(f"/admin/media-coverage/delete/{item.pk}/").status_code == 302
        assert not MediaCoverage.objects.exists()

    @pytest.mark.parametrize("group", [groups.DESK, groups.COORDINATOR, groups.ADMINISTRATION])
    def test_others_edit_nothing(self, client, group):
        item = MediaCoverageFactory()
        client.force_login(member_of(group))
        for path in (ADD, f"edit/{item.pk}/", f"delete/{item.pk}/"):
            address = path if path == ADD else f"/admin/media-coverage/{path}"
            assert client.post(address, {"outlet": "Van een ander"}).status_code == 302
        assert list(MediaCoverage.objects.values_list("outlet", flat=True)) == [item.outlet]
