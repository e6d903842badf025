"""Operators in the admin: what staff type of them, and the pages that make two of them one."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.html import format_html

from grants import history
from grants.admin.operator_forms import OperatorForm, OperatorNameForm, OperatorNameFormSet
from grants.admin_pages import FoldedSearch, Kept, PlainTitles, RecordedAdmin
from grants.corrections import refresh_search, set_seat
from grants.desk import duplicates, merges, operator_lists
from grants.models import Operator, OperatorName
from grants.operators.kinds import kind_of
from grants.search import entries
from grants.templatetags.french import quoted
from portal.french import fold_name

_COMPARED = {"name", "siret"}  # what likely duplicates are told by
# Route under that of operators, view (checks its permission itself), name after `grants_operator_`.
PAGES = [
    ("doublons/", duplicates.duplicate_list, "duplicates"),
    ("doublons/chercher/", duplicates.search, "search"),
    ("<int:pk>/comparer/", duplicates.choose, "choose"),
    ("<int:pk>/comparer/<int:other>/", duplicates.compare, "compare"),
    ("<int:pk>/juger/<int:other>/", duplicates.judge, "judge"),
    ("<int:pk>/reunir/<int:gone>/", merges.merge, "merge"),
    ("reunions/", merges.merge_list, "merges"),
    ("reunions/<int:pk>/defaire/", merges.undo, "undo_merge"),
    ("liste.csv", operator_lists.download, "csv"),
    ("listes/", operator_lists.receive, "upload"),
    ("listes/<int:pk>/", operator_lists.preview, "list"),
    ("listes/<int:pk>/appliquer/", operator_lists.apply, "apply_list"),
    ("listes/<int:pk>/defaire/", operator_lists.undo, "undo_list"),
]


class OperatorNameInline(admin.TabularInline):
    """Printed spellings, and those that staff add: acts read later resolve to both."""

    model = OperatorName
    form, formset = OperatorNameForm, OperatorNameFormSet
    fields = ["name", "origin"]
    readonly_fields = ["origin"]
    extra = 1
    verbose_name, verbose_name_plural = "nom", "Noms imprimés, et noms ajoutés"

    @admin.display(description="d’où il vient")
    def origin(self, spelling: OperatorName) -> str:
        if not spelling.pk:
            return "les actes lus ensuite sous ce nom iront à cet opérateur"
        return "ajouté par un agent" if spelling.by_staff else "lu dans une délibération"

    def has_add_permission(self, request: HttpRequest, obj=None) -> bool:
        return request.user.has_perm("grants.change_operator")

    has_change_permission = has_delete_permission = has_add_permission

    def has_view_permission(self, request: HttpRequest, obj=None) -> bool:
        return request.user.has_perm("grants.view_operator") or self.has_add_permission(request)


@admin.register(Operator)
class OperatorAdmin(PlainTitles, FoldedSearch, Kept, RecordedAdmin):
    list_display = ["name", "kind", "commune", "commune_found_by", "name_count", "line_count"]
    list_filter = ["kind", "commune_found_by", ("merged_into", admin.EmptyFieldListFilter)]
    list_select_related = ["commune"]
    search_fields = ["key"]
    search_help_text = "Nom ou partie de nom, sans s’occuper des accents."
    form = OperatorForm
    fields = ["name", "kind", "siret", "rna", "commune", "commune_found_by", "united"]
    readonly_fields = ["commune_found_by", "united"]
    autocomplete_fields = ["commune"]
    inlines = [OperatorNameInline]

    def get_urls(self) -> list:
        own = [
            path(route, self.admin_site.admin_view(view), name=f"grants_operator_{name}") for route, view, name in PAGES
        ]
        return own + super().get_urls()

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).with_counts()

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

    @admin.display(description="réuni à")
    def united(self, operator) -> str:
        if operator.merged_into is None:
            return "aucun autre"
        address = reverse("admin:grants_operator_change", args=[operator.merged_into_id])
        return format_html('<a href="{}">{}</a>', address, operator.merged_into)

    def save_model(self, request: HttpRequest, obj: Operator, form: OperatorForm, change: bool) -> None:
        changed = set(form.changed_data)
        obj.name_by_staff = form.chose_name and (obj.name_by_staff or "name" in changed)
        if "kind" in changed:
            obj.kind_by_staff = bool(obj.kind)  # emptied, it is told by the name again
            obj.kind = obj.kind or kind_of(obj.name)
        obj.compared = obj.compared and not changed & _COMPARED
        obj.save(update_fields=["name", "name_by_staff", "kind", "kind_by_staff", "siret", "rna", "compared"])
        if changed & {"name", "kind", "siret", "rna"}:
            history.bump()
        if "name" in changed:
            refresh_search(obj.lines)
            entries.index([obj])
        if "siret" in changed:
            self._tell_same_siret(request, obj)
        if "commune" in changed:
            moved = set_seat(obj, obj.commune)
            self.message_user(
                request,
                f"Siège enregistré\u202f; lignes qui le suivent\u202f: {moved}. Un siège imprimé reste tel quel.",
            )

    def save_formset(self, request: HttpRequest, form, formset, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        if formset.new_objects or formset.deleted_objects:
            entries.index([form.instance])
            history.bump()

    def _tell_same_siret(self, request: HttpRequest, operator: Operator) -> None:
        for other in Operator.objects.with_siret_of(operator):
            told = format_html(
                'Ce SIRET est aussi celui de {}\u202f: <a href="{}">comparer les deux</a>.',
                quoted(other.name),
                reverse("admin:grants_operator_compare", args=[operator.pk, other.pk]),
            )
            self.message_user(request, told, messages.WARNING)
