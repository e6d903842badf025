"""Budget headings in the admin."""

from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from grants.admin_pages import FoldedSearch, PlainTitles, ReadOnly
from grants.models import Programme


@admin.register(Programme)
class ProgrammeAdmin(PlainTitles, FoldedSearch, ReadOnly, SimpleHistoryAdmin):
    list_display = ["name", "parent", "department"]
    list_filter = [("department", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["department", "parent"]
    search_fields = ["folded", "parent__folded"]
