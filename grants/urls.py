"""Addresses of the public pages, in French."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from grants.views.home import AboutView, HomeView
from grants.views.lines import LineExportView, LineListView


def pending(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """The page of an address that is named but not made yet."""
    raise Http404("Page à venir.")


urlpatterns = [
    path("", HomeView.as_view(), name="home"),
    path("a-propos/", AboutView.as_view(), name="about"),
    path("subventions/", LineListView.as_view(), name="line_list"),
    path("subventions.csv", LineExportView.as_view(), name="line_export"),
    path("lignes/<int:pk>/", pending, name="line_detail"),
    path("operateurs/", pending, name="operator_list"),
    path("operateurs/<slug:key>/", pending, name="operator_detail"),
    path("communes/", pending, name="commune_list"),
    path("communes/<slug:key>/", pending, name="commune_detail"),
    path("departements/", pending, name="department_list"),
    path("departements/<slug:key>/", pending, name="department_detail"),
    path("territoires/", pending, name="territory_list"),
    path("territoires/<slug:key>/", pending, name="territory_detail"),
    path("programmes/", pending, name="programme_list"),
    path("programmes/<slug:key>/", pending, name="programme_detail"),
    path("deliberations/", pending, name="deliberation_list"),
    path("deliberations/<slug:slug>/", pending, name="deliberation_detail"),
    path("deliberations/<slug:slug>/page/<int:page>/", pending, name="deliberation_page"),
]
