"""Root addresses: the staff's admin, the page images and source files, the API, the public pages."""

from django.contrib import admin
from django.urls import include, path

from grants.api.endpoints import api
from grants.views.api import ApiView

urlpatterns = [
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
