"""The registers, for staff. The acts themselves are in the desk (`ingest`): they come in as PDFs.

What an act prints cannot be edited here; the seat of an operator and the notes of a line can.
"""

from django.conf import settings
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from grants import history
from grants.admin_pages import FoldedSearch, Kept, PlainTitles, ReadOnly
from grants.corrections import merge, part, set_seat
from grants.kinds import kind_of
from grants.models import (
    Commune,
    CommuneName,
    Deliberation,
    Department,
    ErrorReport,
    GrantLine,
    Operator,
    OperatorName,
    Programme,
    Territory,
)
from grants.templatetags.french import euros
from portal.french import fold_name

admin.site.site_header = f"{settings.SITE_NAME} – espace de travail"
admin.site.site_title = f"{settings.SITE_NAME} – espace de travail"
admin.site.index_title = "Que voulez-vous faire\u202f?"


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
class DepartmentAdmin(PlainTitles, Kept, admin.ModelAdmin):
    list_display = ["name", "code", "siret"]
    search_fields = ["name", "code"]
    fields = ["name", "code", "legal_name", "siret", "payment_terms"]
    readonly_fields = ["name", "code"]

    def save_model(self, request: HttpRequest, obj: Department, form, change: bool) -> None:
        obj.save(update_fields=form.changed_data)
        history.bump()  # the SCDL files say it


@admin.register(Territory)
class TerritoryAdmin(PlainTitles, FoldedSearch, ReadOnly, admin.ModelAdmin):
    list_display = ["name", "department"]
    list_filter = [("department", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["department"]
    search_fields = ["folded"]


@admin.register(Programme)
class ProgrammeAdmin(PlainTitles, FoldedSearch, ReadOnly, admin.ModelAdmin):
    list_display = ["name", "parent", "department"]
    list_filter = [("department", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["department", "parent"]
    search_fields = ["folded", "parent__folded"]


@admin.register(GrantLine)
class GrantLineAdmin(PlainTitles, FoldedSearch, Kept, admin.ModelAdmin):
    """Values stay as they were read: correcting a cell comes with the review, which keeps the printed value beside."""

    list_display = ["place", "operator_text", "action", "year", "amount_read", "certainty", "has_notes"]
    list_filter = [("department", admin.RelatedOnlyFieldListFilter), "year"]
    list_select_related = ["deliberation__department"]
    search_fields = ["search_text"]
    search_help_text = "Opérateur, commune, programme, action, n° de dossier…"
    list_per_page = 100
    show_full_result_count = False
    ordering = ["deliberation", "line", "year"]
    fieldsets = [
        (None, {"fields": ["deliberation", "on_page", "notes"]}),
        (
            "Valeurs lues",
            {
                "fields": [
                    "year",
                    "amount_read",
                    "outside_budget",
                    "places",
                    "places_unit",
                    "operator",
                    "commune",
                    "seat_found_by",
                    "territory",
                ]
                + ["programme", "subprogramme", "certainty"]
            },
        ),
        (
            "Textes imprimés",
            {
                "fields": ["amount_text", "places_text", "operator_text", "commune_text", "territory_text"]
                + ["programme_text", "subprogramme_text", "reference", "action", "detail", "agreement", "table"]
            },
        ),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj=None) -> list[str]:
        return [name for _, options in self.fieldsets for name in options["fields"] if name != "notes"]

    @admin.display(description="ligne imprimée", ordering="line")
    def place(self, line: GrantLine) -> str:
        return f"{line.deliberation}, l.\u00a0{line.line}"

    @admin.display(description="montant", ordering="amount_cents")
    def amount_read(self, line: GrantLine) -> str:
        return euros(line.amount_cents)

    @admin.display(description="notes", boolean=True)
    def has_notes(self, line: GrantLine) -> bool:
        return bool(line.notes)

    @admin.display(description="sur la page")
    def on_page(self, line: GrantLine) -> str:
        address = reverse("admin:grants_deliberation_sheet", args=[line.deliberation_id, line.page])
        row = line.line
        return format_html('<a href="{}?ligne={}#ligne-{}">page {}, ligne {}</a>', address, row, row, line.page, row)

    @admin.display(description="commune trouvée par")
    def seat_found_by(self, line: GrantLine) -> str:
        return dict(Operator.FoundBy.choices).get(line.commune_found_by, line.commune_found_by)

    def save_model(self, request: HttpRequest, obj: GrantLine, form, change: bool) -> None:
        super().save_model(request, obj, form, change)
        history.bump()  # the notes are on the page of the line

    def view_on_site(self, line: GrantLine) -> str | None:
        """A line of a draft has no public page."""
        return line.get_absolute_url() if line.deliberation.status == Deliberation.Status.PUBLISHED else None


@admin.register(ErrorReport)
class ErrorReportAdmin(PlainTitles, Kept, admin.ModelAdmin):
    """What readers report: staff set the state and write the answer, both public on the page of the line."""

    list_display = ["line_told", "what", "created_at", "status", "answered_by"]
    list_filter = ["status", "what"]
    list_select_related = ["line__deliberation__department", "answered_by"]
    fields = ["on_site", "what", "suggestion", "message", "email", "created_at", "status", "answer", "answered_at"]
    readonly_fields = ["on_site", "what", "suggestion", "message", "email", "created_at", "answered_at"]

    @admin.display(description="ligne", ordering="line_pk")
    def line_told(self, report: ErrorReport) -> str:
        line = report.line
        return f"{line.deliberation}, l.\u00a0{line.line}" if line else f"ligne {report.line_pk}, disparue depuis"

    @admin.display(description="ligne")
    def on_site(self, report: ErrorReport) -> str:
        if report.line is None:
            return self.line_told(report)
        return format_html('<a href="{}">{}</a>', report.line.get_absolute_url(), self.line_told(report))

    def save_model(self, request: HttpRequest, obj: ErrorReport, form, change: bool) -> None:
        obj.answered_at, obj.answered_by = timezone.now(), request.user
        super().save_model(request, obj, form, change)
        history.bump()
