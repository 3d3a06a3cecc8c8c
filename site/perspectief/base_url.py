"""What the setting BASE_URL may be; apart from `site_address`, because the settings need it."""

from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

HTTPS_PORT = 443


def checked_base_url(text: str) -> str:
    """Return the public address of the site without a slash at its end.

    It is scheme and host, with http a port too. Wagtail's record of a site has no room for more: it
    takes port 443 for https, and every other port for http.

    Args:
        text: such as `https://www.example.org` or `http://127.0.0.1:8000/`.

    Raises:
        ImproperlyConfigured: it is anything else.
    """
    address = text.strip().rstrip("/")
    parts = urlsplit(address)
    try:
        port = parts.port
    except ValueError:  # no number
        port = -1
    is_plain = parts.hostname and address == f"{parts.scheme}://{parts.netloc}"
    right_port = {"http": port not in (-1, HTTPS_PORT), "https": port in (None, HTTPS_PORT)}
    if not is_plain or parts.username is not None or not right_port.get(parts.scheme, False):
        raise ImproperlyConfigured(
            "BASE_URL must be https://host, or http://host:port on a machine of your own."
        )
    return f"{parts.scheme}://{_host(parts)}"


def _host(parts: SplitResult) -> str:
    default = {"http": ":80", "https": f":{HTTPS_PORT}"}[parts.scheme]
    return parts.netloc.lower().removesuffix(default)
