"""What robots may read."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from perspectief.site_address import absolute_url


def robots_txt(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; the sitemap lists it."""
    sitemap = absolute_url(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /staff/", f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
