"""Addresses of the public pages, in French."""

from django.urls import path

from grants.views.deliberations import DeliberationDetailView, DeliberationListView, DeliberationPageView
from grants.views.home import AboutView, HomeView
from grants.views.line_detail import LineDetailView
from grants.views.lines import LineExportView, LineListView
from grants.views.operators import OperatorDetailView, OperatorListView
from grants.views.places import (
    CommuneDetailView,
    CommuneListView,
    DepartmentDetailView,
    DepartmentListView,
    TerritoryDetailView,
    TerritoryListView,
)
from grants.views.programmes import ProgrammeDetailView, ProgrammeListView

urlpatterns = [
    path("", HomeView.as_view(), name="home"),
    path("a-propos/", AboutView.as_view(), name="about"),
    path("subventions/", LineListView.as_view(), name="line_list"),
    path("subventions.csv", LineExportView.as_view(), name="line_export"),
    path("lignes/<int:pk>/", LineDetailView.as_view(), name="line_detail"),
    path("operateurs/", OperatorListView.as_view(), name="operator_list"),
    path("operateurs/<slug:key>/", OperatorDetailView.as_view(), name="operator_detail"),
    path("communes/", CommuneListView.as_view(), name="commune_list"),
    path("communes/<slug:key>/", CommuneDetailView.as_view(), name="commune_detail"),
    path("departements/", DepartmentListView.as_view(), name="department_list"),
    path("departements/<slug:key>/", DepartmentDetailView.as_view(), name="department_detail"),
    path("territoires/", TerritoryListView.as_view(), name="territory_list"),
    path("territoires/<slug:key>/", TerritoryDetailView.as_view(), name="territory_detail"),
    path("programmes/", ProgrammeListView.as_view(), name="programme_list"),
    path("programmes/<slug:key>/", ProgrammeDetailView.as_view(), name="programme_detail"),
    path("deliberations/", DeliberationListView.as_view(), name="deliberation_list"),
    path("deliberations/<slug:slug>/", DeliberationDetailView.as_view(), name="deliberation_detail"),
    path("deliberations/<slug:slug>/page/<int:page>/", DeliberationPageView.as_view(), name="deliberation_page"),
]
