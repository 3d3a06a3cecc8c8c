"""How tests show once more who is at the desk."""

from django.test import Client
from django.urls import reverse

from tests.registration.factories import STAFF_PASSWORD


def show_password(client: Client) -> None:
    """Give the password again, as the site asks before an export or deletion."""
    response = client.post(reverse("account_reauthenticate"), {"password": STAFF_PASSWORD})
    assert response.status_code == 302
