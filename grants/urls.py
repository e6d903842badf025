"""Addresses of the public pages, in French, and of their other formats.

A page at `operateurs/12-afeji/` gives the same rows at `operateurs/12-afeji.csv`, `.xlsx` and `.json`: `page` declares
both, and names the second one `<name>_file`; the feed, at `operateurs/12-afeji.atom`, is `<name>_feed`, and the small
page that other sites may frame, at `operateurs/12-afeji.cadre`, `<name>_frame`.
`_formats.html` shows on each page the formats that it has.
"""

from django.urls import URLPattern, path, register_converter
from django.views.generic import View

from grants.views import line_files, register_files, site_pages
from grants.views.alerts import AlertView, AskView
from grants.views.cards import CardView, DeliberationCardView, OperatorCardView
from grants.views.compare import CompareView
from grants.views.deliberations import DeliberationDetailView, DeliberationListView, DeliberationPageView
from grants.views.feeds import ActFeed, LineFeed, SnapshotFeed
from grants.views.files import FileFormat, FileView
from grants.views.frames import LineFrame, OembedView
from grants.views.home import HomeView
from grants.views.leads import LeadFileView, LeadView
from grants.views.line_detail import LineDetailView
from grants.views.lines import LineListView
from grants.views.maps import MapView
from grants.views.open_data import (
    OpenDataView,
    ScdlFileView,
    ScdlView,
    SnapshotFileView,
    SnapshotName,
    SnapshotView,
)
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
from grants.views.report import ReportView
from grants.views.search_box import SearchView, SuggestionView
from grants.views.verify import VerifyView

register_converter(FileFormat, "format")
register_converter(SnapshotName, "snapshot")


def page(
    route: str,
    view: type[View],
    name: str,
    files: type[FileView],
    feed: type | None = LineFeed,
    fed: type[FileView] | None = None,
) -> list[URLPattern]:
    """The addresses of a page, of its files, of its feed where it has one, and of its frame where that is about lines.

    `fed` is the file view whose lines the feed and the frame tell, where the page itself lists something else.
    """
    found = [
        path(f"{route}/", view.as_view(), name=name),
        path(f"{route}.<format:format>", files.as_view(), name=f"{name}_file"),
    ]
    if feed is None:
        return found
    told = fed or files
    feed_view = type(f"{feed.__name__}Of{name}", (feed, told), {})
    found.append(path(f"{route}.atom", feed_view.as_view(), {"format": "atom"}, name=f"{name}_feed"))
    if feed is LineFeed:
        frame_view = type(f"FrameOf{name}", (LineFrame, told), {})
        found.append(path(f"{route}.cadre", frame_view.as_view(), {"format": "cadre"}, name=f"{name}_frame"))
    return found


urlpatterns = [
    path("donnees/", OpenDataView.as_view(), name="open_data"),
    path("donnees/scdl/", ScdlView.as_view(), name="scdl"),
    path("donnees/scdl/<slug:exercise>/<slug:file>.csv", ScdlFileView.as_view(), name="scdl_file"),
    path("donnees/instantanes.atom", SnapshotFeed.as_view(), name="open_data_feed"),
    path("donnees/<snapshot:name>/", SnapshotView.as_view(), name="snapshot"),
    path("donnees/<snapshot:name>/<str:file>", SnapshotFileView.as_view(), name="snapshot_file"),
    path("", HomeView.as_view(), name="home"),
    *page("carte", MapView, "map", register_files.MapFileView, fed=line_files.LineListFileView),
    *page("comparer", CompareView, "compare", line_files.CompareFileView),
    *page("a-verifier", LeadView, "leads", LeadFileView),
    path("a-propos/", site_pages.AboutView.as_view(), name="about"),
    path("methode/", site_pages.MethodView.as_view(), name="method"),
    path("aide/", site_pages.HelpView.as_view(), name="help"),
    path("accessibilite/", site_pages.AccessibilityView.as_view(), name="accessibility"),
    path("mentions-legales/", site_pages.LegalView.as_view(), name="legal"),
    path("plan-du-site/", site_pages.SiteMapView.as_view(), name="site_map"),
    path("apercu.png", CardView.as_view(), name="home_card"),
    path("operateurs/<slug:key>/apercu.png", OperatorCardView.as_view(), name="operator_detail_card"),
    path("deliberations/<slug:slug>/apercu.png", DeliberationCardView.as_view(), name="deliberation_detail_card"),
    path("alertes/", AskView.as_view(), name="alerts"),
    path("alertes/<uuid:token>/", AlertView.as_view(), name="alert"),
    path("oembed/", OembedView.as_view(), name="oembed"),
    path("verifier/", VerifyView.as_view(), name="verify"),
    path("recherche/", SearchView.as_view(), name="search"),
    path("recherche/suggestions/", SuggestionView.as_view(), name="suggestions"),
    *page("subventions", LineListView, "line_list", line_files.LineListFileView),
    *page("lignes/<int:pk>", LineDetailView, "line_detail", line_files.LineFileView, feed=None),
    path("lignes/<int:pk>/signaler/", ReportView.as_view(), name="report"),
    *page(
        "operateurs",
        OperatorListView,
        "operator_list",
        register_files.OperatorListFileView,
        fed=line_files.LineListFileView,
    ),
    *page("operateurs/<slug:key>", OperatorDetailView, "operator_detail", line_files.OperatorFileView),
    *page(
        "communes", CommuneListView, "commune_list", register_files.CommuneListFileView, fed=line_files.LineListFileView
    ),
    *page("communes/<slug:key>", CommuneDetailView, "commune_detail", line_files.CommuneFileView),
    *page(
        "departements",
        DepartmentListView,
        "department_list",
        register_files.DepartmentListFileView,
        fed=line_files.LineListFileView,
    ),
    *page("departements/<slug:key>", DepartmentDetailView, "department_detail", line_files.DepartmentFileView),
    *page(
        "territoires",
        TerritoryListView,
        "territory_list",
        register_files.TerritoryListFileView,
        fed=line_files.LineListFileView,
    ),
    *page("territoires/<slug:key>", TerritoryDetailView, "territory_detail", line_files.TerritoryFileView),
    *page(
        "programmes",
        ProgrammeListView,
        "programme_list",
        register_files.ProgrammeListFileView,
        fed=line_files.LineListFileView,
    ),
    *page("programmes/<slug:key>", ProgrammeDetailView, "programme_detail", line_files.ProgrammeFileView),
    *page("deliberations", DeliberationListView, "deliberation_list", register_files.DeliberationListFileView, ActFeed),
    *page(
        "deliberations/<slug:slug>",
        DeliberationDetailView,
        "deliberation_detail",
        line_files.DeliberationFileView,
    ),
    path("deliberations/<slug:slug>/page/<int:page>/", DeliberationPageView.as_view(), name="deliberation_page"),
]
