"""Where, in the admin: communes of the official list, départements that vote, territories as printed."""

from django.contrib import admin
from django.http import HttpRequest
from django.urls import path

from grants import history
from grants.admin_pages import FoldedSearch, Kept, PlainTitles, ReadOnly, RecordedAdmin
from grants.desk import territories
from grants.models import Commune, CommuneName, Department, Territory


class CommuneNameInline(ReadOnly, admin.TabularInline):
    model = CommuneName
    fields = ["name", "kind"]


@admin.register(Commune)
class CommuneAdmin(PlainTitles, FoldedSearch, ReadOnly, admin.ModelAdmin):
    list_display = ["name", "code", "postcodes", "department", "epci_name", "population"]
    list_filter = [("department", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["department"]
    search_fields = ["folded", "other_names__folded", "code", "postcodes"]
    search_help_text = "Nom, ancien nom, code postal ou code INSEE."
    inlines = [CommuneNameInline]


@admin.register(Department)
class DepartmentAdmin(PlainTitles, Kept, RecordedAdmin):
    list_display = ["name", "code", "siret"]
    search_fields = ["name", "code"]
    fields = ["name", "code", "legal_name", "siret", "payment_terms"]
    readonly_fields = ["name", "code"]

    def save_model(self, request: HttpRequest, obj: Department, form, change: bool) -> None:
        obj.save(update_fields=form.changed_data)
        history.bump()  # the SCDL files say it


# Route under that of territories, view (checks its permission itself), name after `grants_territory_`.
TERRITORY_PAGES = [
    ("<int:pk>/etendue/", territories.extent, "extent"),
    ("<int:pk>/reunir/", territories.merge, "merge"),
    ("reunions/<int:pk>/defaire/", territories.undo, "undo_merge"),
]


@admin.register(Territory)
class TerritoryAdmin(PlainTitles, FoldedSearch, ReadOnly, RecordedAdmin):
    list_display = ["name", "department"]
    list_filter = [("department", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["department"]
    search_fields = ["folded"]

    def get_urls(self) -> list:
        own = [
            path(route, self.admin_site.admin_view(view), name=f"grants_territory_{name}")
            for route, view, name in TERRITORY_PAGES
        ]
        return own + super().get_urls()
