"""All addresses of the site; the pages themselves are Wagtail's."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home.campaigns.short_link_view import short_link
from home.navigation.robots import robots_txt
from home.navigation.sitemap import PageSitemap
from home.pages.serving import serve
from home.search.views import search, search_route
from perspectief.health import HealthView, live
from perspectief.media_files import media_file
from perspectief.quick_exit import leave_site
from perspectief.security_txt import security_txt
from registration.background.health import MailHealthView, WorkerHealthView
from registration.background.metrics import metrics

handler400 = "perspectief.refusals.bad_request"
#: What Wagtail calls the addresses of pages.
PAGES = "wagtail_serve"

urlpatterns = [
    path("admin/", include("perspectief.staff.admin_urls")),  # goes before Wagtail's own login
    path("admin/", include("media_library.admin_urls")),  # before Wagtail's
    path("admin/", include("home.bilingual.admin_urls")),  # and before wagtail-localize's
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("staff/", include("perspectief.staff.urls")),
    path("weg/", leave_site, name="leave"),  # says nothing to who reads the history
    path("health/", HealthView.as_view(), name="health"),
    path("health/live/", live, name="health_live"),
    path("health/worker/", WorkerHealthView.as_view(), name="health_worker"),
    path("health/mail/", MailHealthView.as_view(), name="health_mail"),
    path("metrics/", metrics, name="metrics"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("robots.txt", robots_txt, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PageSitemap}}, name="sitemap"),
    *i18n_patterns(
        path(search_route, search, name="search"),
        path("c/<str:code>/", short_link, name="campaign_short_link"),
        *(each for each in wagtail_urls.urlpatterns if each.name != PAGES),
        re_path(wagtail_urls.serve_pattern, serve, name=PAGES),
        prefix_default_language=False,
    ),
]

if settings.SERVE_MEDIA_FILES:
    urlpatterns.insert(0, path("media/<path:path>", media_file, name="media_file"))
