"""The list of operators given to staff as a CSV, and sent back: what it changes is shown before anything is written."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grants.desk.frame import may_change_operators, may_view_operators, register_page
from grants.exports.operator_list import operator_list
from grants.models import Operator, OperatorImport
from grants.operators import changes
from grants.operators.changes import COLUMNS, differences
from grants.operators.files import WrongFileError, read
from grants.templatetags.french import counted

LARGEST_FILE = 20 * 1024 * 1024  # bytes: a hundred thousand operators weigh about ten million
CHANGES_PER_PAGE = 200
LISTS_SHOWN = 20


class ListForm(forms.Form):
    file = forms.FileField(
        label="Fichier CSV",
        error_messages={"required": "Choisissez le fichier CSV.", "empty": "Ce fichier est vide."},
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(f"Ce fichier dépasse {LARGEST_FILE // 1024 // 1024}\u00a0Mo.")
        return file


@may_view_operators
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Every operator with what may be filled of it, sent as it is written."""
    name = f"operateurs-{localdate():%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(operator_list(), content_type="text/csv; charset=utf-8", headers=headers)


@may_change_operators
@require_http_methods(["GET", "HEAD", "POST"])
def receive(request: HttpRequest) -> HttpResponse:
    """Take a list in and show what it would change; nothing is written."""
    form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            received = changes.prepare(file.name, differences(read(file.read(), file.name, COLUMNS)), request.user)
            return redirect("admin:grants_operator_list", received.pk)
        except WrongFileError as error:
            form.add_error("file", str(error))
    lists = (
        OperatorImport.objects.exclude(applied_at=None).select_related("author", "undone_by").order_by("-applied_at")
    )
    context = {"form": form, "lists": lists[:LISTS_SHOWN], "columns": COLUMNS}
    return register_page(
        request, "desk/operator_list_upload.html", "Compléter les opérateurs par un tableur", Operator, context
    )


@may_change_operators
@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """What one list changes, or changed."""
    received = _list(pk)
    context = {
        "received": received,
        "page": Paginator(received.changes, CHANGES_PER_PAGE).get_page(request.GET.get("p")),
        "operators": len({change["operator"] for change in received.changes}),
    }
    return register_page(request, "desk/operator_list_changes.html", f"Liste {received.name}", Operator, context)


@may_change_operators
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what a list changes."""
    received = _list(pk)
    refused = changes.apply(received)
    _tell(request, f"{counted(len(received.changes), 'changement enregistré,changements enregistrés')}.", refused)
    return redirect("admin:grants_operator_list", pk)


@may_change_operators
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Put back what a list changed."""
    refused = changes.undo(_list(pk), request.user)
    _tell(request, "Cette liste est défaite\u202f: chaque valeur est redevenue celle d’avant.", refused)
    return redirect("admin:grants_operator_list", pk)


def _tell(request: HttpRequest, done: str, refused: list[str]) -> None:
    messages.success(request, done)
    for sentence in refused:
        messages.warning(request, sentence)


def _list(pk: int) -> OperatorImport:
    return get_object_or_404(OperatorImport.objects.select_related("author", "undone_by"), pk=pk)
