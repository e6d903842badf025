"""What readers report, in the admin."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from simple_history.admin import SimpleHistoryAdmin

from grants import history
from grants.admin_pages import Kept, PlainTitles
from grants.models import ErrorReport


@admin.register(ErrorReport)
class ErrorReportAdmin(PlainTitles, Kept, SimpleHistoryAdmin):
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
