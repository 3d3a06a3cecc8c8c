"""Where a request came from, also behind our own proxy."""

from ipaddress import IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

# Of IPv6 a house gets at least this much to itself, and may use another address every second.
IPV6_PREFIX = 64


def client_address(request: HttpRequest) -> str:
    """Return the network address of the visitor, or "" if it is not known.

    X-Forwarded-For is believed only as far as our own proxies wrote it: TRUSTED_PROXY_COUNT entries
    from the end. What a visitor puts in front of them is ignored.
    """
    count = settings.TRUSTED_PROXY_COUNT
    if count:
        entries = [entry.strip() for entry in request.headers.get("X-Forwarded-For", "").split(",")]
        if len(entries) >= count and entries[-count]:
            return entries[-count]
    return request.META.get("REMOTE_ADDR", "")


def client_network(request: HttpRequest) -> str:
    """Return what belongs to one visitor: the address, or of IPv6 its network; "" if not known.

    One address has one spelling here, also where IPv6 wraps an IPv4 address.
    """
    text = client_address(request)
    try:
        address = ip_address(text)
    except ValueError:
        return text
    if address.version == 4:
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(IPv6Network((int(address), IPV6_PREFIX), strict=False))
