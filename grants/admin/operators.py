"""Operators in the admin: kind, numbers and seat typed by staff, one reunited to another."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from grants import history
from grants.admin_pages import FoldedSearch, Kept, PlainTitles, ReadOnly
from grants.corrections import set_seat
from grants.kinds import kind_of
from grants.merging import merge, part
from grants.models import Operator, OperatorName
from portal.french import fold_name


class OperatorNameInline(ReadOnly, admin.TabularInline):
    model = OperatorName
    fields = ["name"]
    verbose_name_plural = "Noms sous lesquels les délibérations l’impriment"


@admin.register(Operator)
class OperatorAdmin(PlainTitles, FoldedSearch, Kept, admin.ModelAdmin):
    list_display = ["name", "kind", "commune", "commune_found_by", "name_count", "line_count"]
    list_filter = ["kind", "commune_found_by"]
    list_select_related = ["commune"]
    search_fields = ["key"]
    search_help_text = "Nom ou partie de nom, sans s’occuper des accents."
    fields = ["name", "kind", "siret", "rna", "commune", "commune_found_by", "merged_into"]
    readonly_fields = ["name", "commune_found_by"]
    autocomplete_fields = ["commune", "merged_into"]
    inlines = [OperatorNameInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return (
            super()
            .get_queryset(request)
            .annotate(name_count=Count("names", distinct=True), line_count=Count("lines__row_key", distinct=True))
        )

    @staticmethod
    def fold_term(term: str) -> str:
        """Word by word: a key is one run of letters."""
        return " ".join(fold_name(word) for word in term.split())

    @admin.display(description="noms imprimés", ordering="name_count")
    def name_count(self, operator) -> int:
        return operator.name_count

    @admin.display(description="lignes", ordering="line_count")
    def line_count(self, operator) -> int:
        return operator.line_count

    def save_model(self, request: HttpRequest, obj: Operator, form, change: bool) -> None:
        if "kind" in form.changed_data:
            obj.kind_by_staff = bool(obj.kind)  # emptied, it is told by the name again
            obj.kind = obj.kind or kind_of(obj.name)
        obj.save(update_fields=["kind", "kind_by_staff", "siret", "rna"])
        if {"kind", "siret", "rna"} & set(form.changed_data):
            history.bump()
        if "commune" in form.changed_data:
            moved = set_seat(obj, obj.commune)
            self.message_user(
                request,
                f"Siège enregistré\u202f; lignes qui le suivent\u202f: {moved}. Un siège imprimé reste tel quel.",
            )
        if "merged_into" in form.changed_data:
            self._reunite(request, obj)

    def _reunite(self, request: HttpRequest, operator: Operator) -> None:
        """Merge, part, or both: what was chosen replaces what was there."""
        chosen = operator.merged_into
        operator.merged_into = Operator.objects.get(pk=operator.pk).merged_into
        moved = part(operator)
        if chosen:
            moved = merge(operator, chosen)
        told = f"réuni à «\u202f{operator.merged_into}\u202f»" if chosen else "de nouveau à part"
        self.message_user(request, f"«\u202f{operator}\u202f» est {told}\u202f; lignes déplacées\u202f: {moved}.")
