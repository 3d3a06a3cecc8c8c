"""What editors take to the printer: QR codes as files, and a sheet to hang up."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils import translation

from home.campaigns.page import CampaignPage
from home.campaigns.qr_codes import qr_inline, qr_png, qr_svg
from home.campaigns.short_links import short_link_url

_FORMATS = {"svg": (qr_svg, "image/svg+xml"), "png": (qr_png, "image/png")}


def qr_code(request: HttpRequest, page_pk: int, file_format: str) -> HttpResponse:
    """Answer with the QR code of a campaign as a file to download, `svg` or `png`."""
    page = _editable_campaign(request, page_pk)
    draw, content_type = _FORMATS[file_format]
    name = f"qr-{page.short_code}-{page.locale.language_code}.{file_format}"
    return HttpResponse(
        draw(short_link_url(page.short_code, page.locale)),
        headers={
            "Content-Type": content_type,
            "Content-Disposition": f'attachment; filename="{name}"',
        },
    )


def print_sheet(request: HttpRequest, page_pk: int) -> HttpResponse:
    """Show a sheet of paper with the campaign, its short link and its QR code."""
    page = _editable_campaign(request, page_pk)
    url = short_link_url(page.short_code, page.locale)
    with translation.override(page.locale.language_code):
        return render(
            request,
            "home/campaigns/print_sheet.html",
            {
                "campaign": page,
                "qr": qr_inline(url),
                "short_url": url.partition("://")[2].rstrip("/"),
            },
        )


def _editable_campaign(request: HttpRequest, page_pk: int) -> CampaignPage:
    """Return the campaign, for who may edit it.

    Raises:
        Http404: there is no such campaign.
        PermissionDenied: the person may not edit it.
    """
    page = get_object_or_404(CampaignPage.objects.select_related("locale"), pk=page_pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


urlpatterns = [
    path("campaign-print/<int:page_pk>/qr.svg", qr_code, {"file_format": "svg"}, "campaign_qr_svg"),
    path("campaign-print/<int:page_pk>/qr.png", qr_code, {"file_format": "png"}, "campaign_qr_png"),
    path("campaign-print/<int:page_pk>/", print_sheet, name="campaign_print_sheet"),
]
