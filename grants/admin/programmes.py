"""Budget headings in the admin, and the pages that tie those of one programme together."""

from django.contrib import admin
from django.urls import path

from grants.admin_pages import FoldedSearch, PlainTitles, ReadOnly, RecordedAdmin
from grants.desk import programmes
from grants.models import Programme

# Route under that of programmes, view (checks its permission itself), name after `grants_programme_`.
PAGES = [
    ("suites/", programmes.ties, "ties"),
    ("suites/juger/", programmes.judge, "judge"),
    ("<int:pk>/suite/", programmes.tie_of, "tie"),
]


@admin.register(Programme)
class ProgrammeAdmin(PlainTitles, FoldedSearch, ReadOnly, RecordedAdmin):
    list_display = ["name", "parent", "department"]
    list_filter = [("department", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["department", "parent"]
    search_fields = ["folded", "parent__folded"]

    def get_urls(self) -> list:
        own = [
            path(route, self.admin_site.admin_view(view), name=f"grants_programme_{name}")
            for route, view, name in PAGES
        ]
        return own + super().get_urls()
