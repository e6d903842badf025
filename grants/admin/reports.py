"""What readers report, in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from grants import history
from grants.admin_pages import Kept, PlainTitles, RecordedAdmin
from grants.line_fields import corrections_by
from grants.models import ErrorReport


class AnswerForm(forms.ModelForm):
    """The state and the answer, public together: what is said to be mended was mended, or the answer says how."""

    class Meta:
        model = ErrorReport
        fields = ["status", "answer"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        mended = cleaned.get("status") == ErrorReport.Status.MENDED
        if mended and not cleaned.get("answer") and not corrections_by(self.instance.edits.all()):
            self.add_error(
                "status",
                "Aucune correction n’est liée à ce message. Corrigez d’abord la ligne par le lien ci-dessus, ou "
                "écrivez dans la réponse ce qui a été corrigé.",
            )
        return cleaned


@admin.register(ErrorReport)
class ErrorReportAdmin(PlainTitles, Kept, RecordedAdmin):
    """What readers report: staff set the state and write the answer, both public on the page of the line."""

    list_display = ["line_told", "what", "created_at", "status", "answered_by"]
    list_filter = ["status", "what"]
    list_select_related = ["line__deliberation__department", "answered_by"]
    form = AnswerForm
    fields = ["on_site", "what", "suggestion", "message", "email", "created_at", "corrections"]
    fields += ["status", "answer", "answered_at"]
    readonly_fields = ["on_site", "what", "suggestion", "message", "email", "created_at", "corrections", "answered_at"]

    @admin.display(description="ligne", ordering="line_pk")
    def line_told(self, report: ErrorReport) -> str:
        line = report.line
        return f"{line.deliberation}, l.\u00a0{line.line}" if line else f"ligne {report.line_pk}, disparue depuis"

    @admin.display(description="ligne")
    def on_site(self, report: ErrorReport) -> str:
        if report.line is None:
            return self.line_told(report)
        return format_html('<a href="{}">{}</a>', report.line.get_absolute_url(), self.line_told(report))

    @admin.display(description="corrections")
    def corrections(self, report: ErrorReport) -> str:
        done = corrections_by(report.edits.all())
        told = format_html_join(
            "", "<li>{} : {} → {}</li>", [(one.name, one.before or "rien", one.after or "rien") for one in done]
        )
        if report.line is None:
            return told
        address = reverse("admin:grants_deliberation_row", args=[report.line.deliberation_id, report.line.line])
        link = format_html('<a href="{}?signalement={}">Corriger la ligne</a>', address, report.pk)
        return format_html("<ul>{}</ul>{}", told, link) if done else link

    def save_model(self, request: HttpRequest, obj: ErrorReport, form, change: bool) -> None:
        obj.answered_at, obj.answered_by = timezone.now(), request.user
        super().save_model(request, obj, form, change)
        history.bump()
