"""What the registers of the admin have in common: plain titles, who may change what, search in folded columns."""

from django.contrib import admin
from django.contrib.admin.utils import display_for_field
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from simple_history.admin import SimpleHistoryAdmin
from simple_history.models import ModelChange
from simple_history.template_utils import HistoricalRecordContextHelper

from portal.french import fold


class PlainTitles:
    """Titles of pages that say what is on them, not what Django makes of the model's name."""

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title} | (extra_context or {}))

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context=None):
        extra = {"title": capfirst(self.opts.verbose_name), "show_save_and_add_another": False}
        return super().change_view(request, object_id, form_url, extra | (extra_context or {}))


class ReadOnly:
    """What comes from the acts or from an official list: looked at, never typed."""

    def has_add_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False


class Kept(ReadOnly):
    """What comes from the acts and may be corrected in part: never added nor deleted by hand."""

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return admin.ModelAdmin.has_change_permission(self, request, obj)


class FoldedSearch:
    """Search in folded columns: « ecole » finds « École », whatever the database does with accents."""

    fold_term = staticmethod(fold)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str):
        return super().get_search_results(request, queryset, self.fold_term(search_term))


class ChangesTold(HistoricalRecordContextHelper):
    """Values before and after as the other pages say them, not as the database keeps them."""

    def prepare_delta_change_value(self, change: ModelChange, value: object) -> object:
        if isinstance(value, bool):
            return "oui" if value else "non"
        field = self.model._meta.get_field(change.field)
        return display_for_field(value, field, empty_value_display="rien", avoid_link=True)


class RecordedAdmin(SimpleHistoryAdmin):
    """The history of a thing as a list of changes: who, when, before and after.

    The library also gives each earlier state a form of its own, which whoever may look could send back: it has no
    address here.
    """

    object_history_list_template = "admin/changes.html"

    def revert_disabled(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nothing here puts an earlier state back: the page must not say that it does."""
        return True

    def history_view_title(self, request: HttpRequest, obj: Model) -> str:
        return f"Historique\u202f: {obj}"

    def get_historical_record_context_helper(self, request: HttpRequest, historical_record: Model) -> ChangesTold:
        return ChangesTold(self.model, historical_record)

    def get_urls(self) -> list:
        return [page for page in super().get_urls() if not (page.name or "").endswith("_simple_history")]
