"""What is done to whole rows (set aside, brought back, shared out, joined), and what was done, to be undone."""

from decimal import Decimal
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from grants.models import Deliberation, GrantLine, LineEdit
from ingest.desk.edits import EditError, drop_row, history_of, join_rows, parse_value, restore_row, split_row, undo
from ingest.desk.review.gestures import gestures_of
from ingest.desk.review.path import path_of
from ingest.desk.views.frame import act_of, is_partial, may_change, may_view, row_of, step_page
from ingest.desk.views.rows import row_page

GESTURES_SHOWN = 100  # on the page of an act: the latest


@may_view
@require_safe
def gestures(request: HttpRequest, pk: int) -> HttpResponse:
    """What people did to the lines of an act, the latest first."""
    deliberation = act_of(pk)
    done = gestures_of(deliberation, history_of(deliberation))
    context = {"gestures": done[:GESTURES_SHOWN], "more": len(done) - GESTURES_SHOWN}
    return step_page(request, deliberation, "desk/gestures.html", "Ce qui a été corrigé", context)


@may_change
@require_POST
def undo_gesture(request: HttpRequest, pk: int, batch: UUID) -> HttpResponse:
    """Take one gesture back."""
    if not LineEdit.objects.filter(deliberation=act_of(pk), batch=batch).exists():
        raise Http404("Cette délibération n’a pas ce geste.")
    try:
        undo(batch, request.user)
    except EditError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Geste annulé\u202f: tout est revenu comme avant.")
    return redirect("admin:grants_deliberation_gestures", pk)


@may_change
@require_POST
def drop(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Set a printed row aside: it is no grant."""
    deliberation = act_of(pk)
    first = row_of(deliberation, line)[0]
    try:
        drop_row(first, request.user, word=request.POST.get("word", ""))
    except EditError as error:
        messages.error(request, str(error))
        return redirect("admin:grants_deliberation_row", pk, line)
    said = f"Ligne {line} écartée\u202f: elle n’est plus comptée."
    if is_partial(request):
        context = {"deliberation": deliberation, "path": path_of(deliberation), "line": line, "said": said}
        return render(request, "desk/_seen.html", context | {"page": "doubts", "dropped": first.pk})
    messages.success(request, said)
    return _back(request, deliberation, first)


@may_change
@require_POST
def restore(request: HttpRequest, pk: int, gone: int) -> HttpResponse:
    """Bring back a row that was set aside; `gone` is the permanent number of one of its lines."""
    deliberation = act_of(pk)
    try:
        restore_row(gone, request.user)
    except EditError as error:
        messages.error(request, str(error))
        return redirect("admin:grants_deliberation_gestures", pk)
    line = deliberation.lines.get(pk=gone)
    messages.success(request, f"Ligne {line.line} rétablie.")
    return redirect("admin:grants_deliberation_row", pk, line.line)


@may_change
@require_POST
def split(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Share a printed row out in two: `operator` and `amount-<line>` of each year are those of the second.

    Where that is refused, what was typed is still there."""
    deliberation = act_of(pk)
    lines = row_of(deliberation, line)
    try:
        taken = {each: _amount(request.POST.get(f"amount-{each.pk}", "")) for each in lines}
        second = {each.year: amount for each, amount in taken.items() if amount is not None}
        if not second:
            raise EditError("Écrivez le montant de la deuxième ligne.")
        first = {each.year: each.amount - (taken[each] or Decimal(0)) for each in lines}
        parts = [{"amounts": first}, {"operator": request.POST.get("operator", ""), "amounts": second}]
        new = split_row(lines[0], request.user, parts, word=request.POST.get("word", ""))
    except EditError as error:
        messages.error(request, str(error))
        return row_page(request, deliberation, line, shared=request.POST)
    messages.success(request, f"Ligne {line} partagée\u202f: la deuxième partie est la ligne {new[-1].line}.")
    return redirect("admin:grants_deliberation_row", pk, new[-1].line)


@may_change
@require_POST
def join(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Make one row of this one and of the row `other`: one grant printed on two."""
    deliberation = act_of(pk)
    first = row_of(deliberation, line)[0]
    other = request.POST.get("other", "")
    try:
        if not other.isdecimal():
            raise EditError("Choisissez la ligne à réunir à celle-ci.")
        kept = join_rows([first, row_of(deliberation, int(other))[0]], request.user, word=request.POST.get("word", ""))
    except EditError as error:
        messages.error(request, str(error))
        return redirect("admin:grants_deliberation_row", pk, line)
    messages.success(request, f"Lignes réunies\u202f: c’est la ligne {kept[0].line}, leurs montants sont additionnés.")
    return redirect("admin:grants_deliberation_row", pk, kept[0].line)


def _amount(text: str) -> Decimal | None:
    """The amount typed, None where nothing is."""
    return parse_value("amount", text) if text.strip() else None


def _back(request: HttpRequest, deliberation: Deliberation, line: GrantLine) -> HttpResponse:
    if request.POST.get("from") == "doubts":
        return redirect("admin:grants_deliberation_doubts", deliberation.pk)
    return redirect("admin:grants_deliberation_sheet", deliberation.pk, line.page)
