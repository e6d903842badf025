"""Grant lines in the admin: what was read is looked at, notes are added."""

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from grants import history
from grants.admin_pages import FoldedSearch, Kept, PlainTitles
from grants.models import Deliberation, GrantLine, Operator
from grants.templatetags.french import euros


@admin.register(GrantLine)
class GrantLineAdmin(PlainTitles, FoldedSearch, Kept, admin.ModelAdmin):
    """Values are only looked at here: they are corrected in the review, which keeps what was read beside."""

    list_display = ["place", "operator_text", "action", "year", "amount_read", "certainty", "has_notes"]
    list_filter = [("department", admin.RelatedOnlyFieldListFilter), "year"]
    list_select_related = ["deliberation__department"]
    search_fields = ["search_text"]
    search_help_text = "Opérateur, commune, programme, action, n° de dossier…"
    list_per_page = 100
    show_full_result_count = False
    ordering = ["deliberation", "line", "year"]
    fieldsets = [
        (None, {"fields": ["deliberation", "on_page", "to_correct", "notes"]}),
        (
            "Valeurs",
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

    @admin.display(description="une erreur\u202f?")
    def to_correct(self, line: GrantLine) -> str:
        address = reverse("admin:grants_deliberation_row", args=[line.deliberation_id, line.line])
        return format_html('<a href="{}">Corriger cette ligne</a>', address)

    @admin.display(description="commune trouvée par")
    def seat_found_by(self, line: GrantLine) -> str:
        return dict(Operator.FoundBy.choices).get(line.commune_found_by, line.commune_found_by)

    def save_model(self, request: HttpRequest, obj: GrantLine, form, change: bool) -> None:
        super().save_model(request, obj, form, change)
        history.bump()  # the notes are on the page of the line

    def view_on_site(self, line: GrantLine) -> str | None:
        """A line of a draft has no public page."""
        return line.get_absolute_url() if line.deliberation.status == Deliberation.Status.PUBLISHED else None
