"""Root addresses: the staff's admin, the page images and source files, the API, the public pages."""

from django.contrib import admin
from django.contrib.sitemaps.views import index, sitemap
from django.urls import include, path

from grants.api.endpoints import api
from grants.sitemaps import SITEMAPS
from grants.views.api import ApiView
from grants.views.robots import favicon, robots

admin.autodiscover()

urlpatterns = [
    path("robots.txt", robots),
    path("favicon.ico", favicon),
    path("sitemap.xml", index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"}, name="sitemap_index"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("admin/", admin.site.urls),
    path("", include("ingest.urls")),
    path("api/v1/", ApiView.as_view(), name="api"),
    path("api/v1/", api.urls),
    path("", include("grants.urls")),
]

handler400 = "grants.views.errors.bad_request"
handler403 = "grants.views.errors.forbidden"
handler404 = "grants.views.errors.not_found"
handler500 = "grants.views.errors.server_error"
