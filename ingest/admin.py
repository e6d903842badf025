"""Deliberations in the admin: they come in as PDFs, are looked at on the desk's own pages, published or withdrawn.

Beside them the queue, and the profiles of columns, told on the pages of acts.
"""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django_tasks_db.models import DBTaskResult

from grants.admin_pages import PlainTitles, ReadOnly, RecordedAdmin
from grants.models import Deliberation
from ingest.desk.addresses import ACT_PAGES, DESK_PAGES, JOB_PAGES
from ingest.desk.columns.names import KIND_LABELS
from ingest.desk.edits import correct_act
from ingest.desk.review.summary import with_counts
from ingest.desk.views.deleting import delete_act
from ingest.desk.views.uploading import upload
from ingest.models import ColumnProfile, Job
from ingest.store.profiles import acts_read_with
from ingest.store.publishing import UnacknowledgedError, publish, withdraw

TITLE_LENGTH = 140  # characters in the list: three lines on a screen
EDITABLE = ["number", "title", "session_date", "received_date", "published_date"]
FACTS = [
    *["department", "status", "published_at", "body", "report_reference", "prefecture_receipt", "president"],
    *["secretary", "source_name", "sha256", "page_count", "read_at", "reader_version", "reading_notes"],
]

LISTING = {
    None: "la lecture juge si c’est une liste de subventions",
    True: "toujours une liste de subventions",
    False: "jamais une liste de subventions",
}


@admin.register(Deliberation)
class DeliberationAdmin(PlainTitles, RecordedAdmin):
    list_display = ["act", "title_read", "status", "session_date", "row_count", "differing_count", "leftover_count"]
    list_display_links = None
    list_filter = ["status", ("department", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["department"]
    search_fields = ["number", "title", "report_reference", "source_name"]
    search_help_text = "Numéro, objet ou nom du fichier."
    date_hierarchy = "session_date"
    actions = ["publish_selected", "withdraw_selected"]
    fieldsets = [("À corriger au besoin", {"fields": EDITABLE}), ("Lu dans le document", {"fields": FACTS})]
    readonly_fields = FACTS

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return with_counts(super().get_queryset(request))

    def get_urls(self) -> list:
        pages = [(f"<int:pk>/{route}", view, name) for route, view, name in ACT_PAGES] + DESK_PAGES
        own = [
            path(route, self.admin_site.admin_view(view), name=f"grants_deliberation_{name}")
            for route, view, name in pages
        ]
        return own + super().get_urls()

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: dict | None = None) -> HttpResponse:
        """An act is added by its PDF, never typed."""
        return upload(request)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: dict | None = None) -> HttpResponse:
        """A draft goes with all that was kept of it, though nobody may delete a line alone."""
        if not object_id.isdecimal():
            raise Http404("Aucune délibération n’a ce numéro.")
        return delete_act(request, int(object_id))

    # ---- who may -----------------------------------------------------------------------------------------------

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and self.has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Deliberation | None = None) -> bool:
        """A draft that was never online may be deleted; the addresses of an act that was stay for ever."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.published_at is None)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Agents upload and correct; publishing and withdrawing is for editors."""
        return request.user.has_perm("grants.publish_deliberation")

    def get_actions(self, request: HttpRequest) -> dict:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def save_model(self, request: HttpRequest, obj: Deliberation, form, change: bool) -> None:
        """What is corrected here stands when the file is read again, and is in the history of the act."""
        changed = {name: form.cleaned_data[name] for name in form.changed_data if name in EDITABLE}
        correct_act(obj, request.user, **changed)

    # ---- the list ----------------------------------------------------------------------------------------------

    @admin.display(description="délibération", ordering="number")
    def act(self, deliberation: Deliberation) -> str:
        address = reverse("admin:grants_deliberation_reading", args=[deliberation.pk])
        return format_html('<a href="{}">{}</a>', address, deliberation)

    @admin.display(description="objet", ordering="title")
    def title_read(self, deliberation: Deliberation) -> str:
        return Truncator(deliberation.title).chars(TITLE_LENGTH)

    @admin.display(description="lignes", ordering="row_count")
    def row_count(self, deliberation: Deliberation) -> int:
        return deliberation.row_count

    @admin.display(description="écarts", ordering="differing_count")
    def differing_count(self, deliberation: Deliberation) -> int:
        return deliberation.differing_count

    @admin.display(description="non lues", ordering="leftover_count")
    def leftover_count(self, deliberation: Deliberation) -> int:
        return deliberation.leftover_count

    @admin.action(description="Publier les délibérations choisies", permissions=["publish"])
    def publish_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        online = 0
        for deliberation in queryset:
            try:
                publish(deliberation, request.user)
                online += 1
            except UnacknowledgedError as error:
                address = reverse("admin:grants_deliberation_reading", args=[deliberation.pk])
                told = format_html('{} <a href="{}">La relire pour la publier</a>', error, address)
                self.message_user(request, told, messages.WARNING)
        if online:
            self.message_user(request, f"En ligne\u202f: {online}.", messages.SUCCESS)

    @admin.action(description="Retirer du site les délibérations choisies", permissions=["publish"])
    def withdraw_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        acts = list(queryset)  # now: once withdrawn, they may fall out of the list's own filter
        for deliberation in acts:
            withdraw(deliberation, request.user)
        self.message_user(request, f"Retirées du site, gardées comme brouillons\u202f: {len(acts)}.")


admin.site.unregister(DBTaskResult)  # the pages of the queue say the same, in words that staff understand


@admin.register(Job)
class JobAdmin(ReadOnly, admin.ModelAdmin):
    """The queue: pages of the desk's own, at the place where the admin looks for them."""

    def get_urls(self) -> list:
        return [
            path(route, self.admin_site.admin_view(view), name=f"ingest_job_{name}") for route, view, name in JOB_PAGES
        ]

    def has_view_permission(self, request: HttpRequest, obj: Job | None = None) -> bool:
        return request.user.has_perm("grants.view_deliberation")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)


@admin.register(ColumnProfile)
class ColumnProfileAdmin(PlainTitles, ReadOnly, RecordedAdmin):
    list_display = ["headers_printed", "department", "where", "author", "at"]
    list_filter = [("department", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["department", "deliberation__department", "author"]
    fields = ["department", "where", "columns_told", "listing_told", "author", "at", "acts"]

    def has_view_permission(self, request: HttpRequest, obj: ColumnProfile | None = None) -> bool:
        return request.user.has_perm("grants.view_deliberation")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: ColumnProfile | None = None) -> bool:
        """What was told may be forgotten by who may tell it: acts already read stay as they are."""
        return request.user.has_perm("grants.change_deliberation")

    @admin.display(description="titres imprimés")
    def headers_printed(self, profile: ColumnProfile) -> str:
        return str(profile)

    @admin.display(description="vaut pour")
    def where(self, profile: ColumnProfile) -> str:
        if profile.deliberation is None:
            return "tout le département"
        return f"{profile.deliberation}, tableau {profile.position}"

    @admin.display(description="colonnes")
    def columns_told(self, profile: ColumnProfile) -> str:
        told = zip(profile.headers, profile.kinds, strict=True)
        return "\u202f; ".join(f"{header or 'sans titre'} → {KIND_LABELS[kind]}" for header, kind in told)

    @admin.display(description="tableau")
    def listing_told(self, profile: ColumnProfile) -> str:
        return LISTING[profile.listing]

    @admin.display(description="délibérations lues ainsi")
    def acts(self, profile: ColumnProfile) -> int:
        return acts_read_with([profile])[profile.pk]
