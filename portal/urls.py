"""Root addresses: the public pages, and the staff's admin."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("grants.urls")),
]
