"""The whole table beside its printed pages, and the page of one printed row with all that it says."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from grants.models import Deliberation, ErrorReport, GrantLine
from ingest.desk.edits import edits_of
from ingest.desk.review.cells import ALL_FIELDS, Cell, Saved, cells_of, choices_of, save_row, shown_of
from ingest.desk.review.gestures import gestures_of
from ingest.desk.review.path import path_of
from ingest.desk.review.rows import SHOWS, Row, rows_by_page, sheet_of
from ingest.desk.views.drawn_boxes import page_asked
from ingest.desk.views.frame import LONGEST_ID, act_of, is_partial, may_change, may_view, row_of, step_page

ALL = "toutes"


@may_view
@require_safe
def rows(request: HttpRequest, pk: int) -> HttpResponse:
    """To the page asked for (`?page=`), or to the first one that has rows of the kind shown (`?montrer=`)."""
    deliberation, show = act_of(pk), _show(request)
    first = page_asked(request, deliberation)
    if first is None:
        first = min(rows_by_page(deliberation, path_of(deliberation).doubtful, show), default=1)
    return redirect(reverse("admin:grants_deliberation_sheet", args=[pk, first]) + _query(show))


@may_view
@require_safe
def sheet(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    """One printed page with what was read on it framed, `?ligne=` thicker, and its rows beside, to be corrected."""
    deliberation, show = act_of(pk), _show(request)
    if not 1 <= page <= deliberation.page_count:
        raise Http404(f"Cette délibération a {deliberation.page_count} pages.")
    path = path_of(deliberation)
    context = {
        "path": path,
        "sheet": sheet_of(deliberation, page, path.doubtful, show),
        "show": show,
        "shows": list(SHOWS.items()),
        "query": _query(show),
        "chosen": request.GET.get("ligne", ""),
    }
    return step_page(request, deliberation, "desk/sheet.html", f"Page {page} sur {deliberation.page_count}", context)


@may_view
@require_safe
def row(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """All that one printed row says, what can be done with it, and what was."""
    return row_page(request, act_of(pk), line)


@may_change
@require_POST
def save(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Correct the cells of a printed row that differ from what is kept; `from` names the page to go back to."""
    deliberation = act_of(pk)
    lines = row_of(deliberation, line)
    report = _report(request.POST, lines)
    saved = save_row(lines, request.POST, request.user, report=report)
    if is_partial(request):
        return _row_saved(request, deliberation, line, saved)
    if saved.errors:
        return row_page(request, deliberation, line, errors=saved.errors)
    messages.success(request, f"Ligne {line} enregistrée." if saved.changed else f"Ligne {line}\u202f: rien à changer.")
    if report:
        messages.info(request, "Il reste à répondre au lecteur\u202f: votre réponse est publique.")
        return redirect("admin:grants_errorreport_change", report.pk)
    if request.POST.get("from") == "totals":
        return redirect("admin:grants_deliberation_totals", pk)
    if request.POST.get("from") == "sheet":
        where = reverse("admin:grants_deliberation_sheet", args=[pk, lines[0].page])
        return redirect(f"{where}{_query(_show(request))}#ligne-{line}")
    return redirect("admin:grants_deliberation_row", pk, line)


def _row_saved(request: HttpRequest, deliberation: Deliberation, line: int, saved: Saved) -> HttpResponse:
    """What changes around a row of the table once it is saved: its state, what is said of each cell, the checks."""
    path, lines = path_of(deliberation), row_of(deliberation, line)
    posted = [cell for cell in _all_cells(lines, saved.errors, request.POST) if cell.name in request.POST]
    told = "Ligne {} enregistrée." if not saved.errors else "Ligne {}\u202f: une case n’est pas enregistrée."
    context = {
        "deliberation": deliberation,
        "path": path,
        "page": "sheet",
        "row": Row(lines, [], line in {doubtful.first.line for doubtful in path.doubtful}),
        "cells": posted,
        "saved": saved.changed and not saved.errors,
        "checks": sheet_of(deliberation, lines[0].page, path.doubtful, ALL).checks,
        "said": told.format(line),
        "oob": True,
    }
    return render(request, "desk/_row_saved.html", context)


def row_page(
    request: HttpRequest,
    deliberation: Deliberation,
    line: int,
    *,
    errors: Mapping[str, str] = MappingProxyType({}),
    shared: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The page of a row. `errors`: what is wrong with cells that were just typed; `shared`: what was typed to share the
    row out, where that was refused: its form is open, and says it again."""
    lines = row_of(deliberation, line)
    second = {"operator": lines[0].operator_text, "word": ""} if shared is None else shared
    gestures = gestures_of(deliberation, (edit for each in lines for edit in edits_of(each)))
    context = {
        "lines": lines,
        "first": lines[0],
        "cells": _all_cells(lines, errors, request.POST),
        "shown": shown_of(lines),
        "choices": choices_of(lines).get(line, []),
        "neighbours": _neighbours(deliberation, line),
        "gestures": gestures,
        "report": _report(request.POST or request.GET, lines),
        "second": {name: second.get(name, "") for name in ("operator", "word")},
        "second_amounts": [(each, second.get(f"amount-{each.pk}", "")) for each in lines],
        "is_shared": shared is not None,
    }
    return step_page(request, deliberation, "desk/row.html", f"Ligne {line}", context)


def _report(asked: Mapping[str, str], lines: list[GrantLine]) -> ErrorReport | None:
    """The message of a reader about this row that the correction answers, where the address or the form names one."""
    number = asked.get("signalement", "")
    known = number.isascii() and number.isdigit() and len(number) <= LONGEST_ID
    return ErrorReport.objects.filter(pk=number, line__in=lines).first() if known else None


def _neighbours(deliberation: Deliberation, line: int) -> list[GrantLine]:
    """The printed rows before and after this one, with which it may be one."""
    before = deliberation.lines.rows_before(line).last()
    after = deliberation.lines.rows_after(line).first()
    return [each for each in (before, after) if each]


def _all_cells(lines: list[GrantLine], errors: Mapping[str, str], posted: Mapping[str, str]) -> list[Cell]:
    """Every cell of a row; one that was refused keeps what was typed, beside the reason."""
    cells = cells_of(lines, ALL_FIELDS)
    refused = {name: {"error": error, "typed": posted.get(name, "")} for name, error in errors.items()}
    return [replace(cell, **refused.get(cell.name, {})) for cell in cells]


def _show(request: HttpRequest) -> str:
    asked = request.GET.get("montrer") or request.POST.get("montrer", ALL)
    return asked if asked in SHOWS else ALL


def _query(show: str) -> str:
    return "" if show == ALL else f"?montrer={show}"
