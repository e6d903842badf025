"""The doubtful rows of an act: looked at one by one, each beside its image."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from grants.models import Deliberation
from ingest.desk.review.cells import Cell, Choice, cells_of, choices_of, save_row, shown_of
from ingest.desk.review.closeups import Closeup, closeups_of
from ingest.desk.review.confirmations import confirm
from ingest.desk.review.doubts import DoubtfulRow
from ingest.desk.review.path import Path, path_of
from ingest.desk.views.frame import act_of, is_partial, may_change, may_view, row_of, step_page, ticked

ROWS_SHOWN = 20  # with their images: a page that a phone bears
ALWAYS_ASKED = ("operator", "amount")  # the cells that a person compares in any row
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Card:
    """A doubtful row: the cells to type in, the other amounts printed in it, the printed cells to look at closely."""

    row: DoubtfulRow
    cells: list[Cell]
    choices: list[Choice]
    closeups: list[Closeup]

    @property
    def shown(self) -> str:
        return shown_of(self.row.lines)


@may_view
@require_safe
def doubts(request: HttpRequest, pk: int) -> HttpResponse:
    """The first doubtful rows that nobody has looked at."""
    deliberation = act_of(pk)
    path = path_of(deliberation)
    return _page(request, deliberation, path, _cards(deliberation, path.doubtful[:ROWS_SHOWN]))


@may_change
@require_POST
def verify(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Correct the cells that were posted; with `verified`, note that the row is now as printed."""
    deliberation = act_of(pk)
    saved = save_row(row_of(deliberation, line), request.POST, request.user)
    if request.POST.get("verified") and not saved.errors:
        confirm(row_of(deliberation, line), request.user)
    path = path_of(deliberation)
    row = next((row for row in path.doubtful if row.first.line == line), None)
    if row is None:
        return _seen(request, deliberation, path, line, "corrigée" if saved.changed else "vérifiée")
    [card] = _cards(deliberation, [row], saved.errors, request.POST)
    if is_partial(request):
        context = {"deliberation": deliberation, "path": path, "page": "doubts", "card": card, "can_change": True}
        said = f"Ligne {line} enregistrée." if not saved.errors else f"Ligne {line}\u202f: une case est à revoir."
        return render(request, "desk/_card_again.html", context | {"said": said})
    if saved.errors:
        return _page(request, deliberation, path, [card])
    messages.success(request, f"Ligne {line} enregistrée. Il reste à en voir une case.")
    return redirect("admin:grants_deliberation_doubts", pk)


@may_change
@require_POST
def confirm_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that all the rows of the form (`line`, several times) are as printed."""
    deliberation = act_of(pk)
    lines = list(deliberation.lines.numbered(*ticked(request, "line")[:ROWS_SHOWN]))
    confirm(lines, request.user)
    messages.success(request, f"Lignes vérifiées\u202f: {len({line.line for line in lines})}.")
    return redirect("admin:grants_deliberation_doubts", pk)


def _page(request: HttpRequest, deliberation: Deliberation, path: Path, cards: list[Card]) -> HttpResponse:
    context = {
        "path": path,
        "cards": cards,
        "bulk": [card.row for card in cards if card.row.is_only_unsure],
        "more": len(path.doubtful) - len(cards),
    }
    return step_page(request, deliberation, "desk/doubts.html", "Cases douteuses", context)


def _cards(
    deliberation: Deliberation,
    rows: Sequence[DoubtfulRow],
    errors: Mapping[str, str] = _NOTHING,
    posted: Mapping[str, str] = _NOTHING,
) -> list[Card]:
    """The cards of these rows; `errors`: what was refused in the one that was `posted`."""
    choices = choices_of([line for row in rows for line in row.lines])
    closeups = closeups_of(deliberation, rows)
    numbers = [row.first.line for row in rows]
    return [
        Card(row, _cells(row, errors, posted), choices.get(number, []), closeups[number])
        for number, row in zip(numbers, rows, strict=True)
    ]


def _cells(row: DoubtfulRow, errors: Mapping[str, str], posted: Mapping[str, str]) -> list[Cell]:
    printed = {"commune"} if row.first.commune_text else set()
    asked = {*ALWAYS_ASKED, *printed, *row.fields, *(name.split("-")[0] for name in errors)}
    refused = {name: {"error": error, "typed": posted.get(name, "")} for name, error in errors.items()}
    return [replace(cell, **refused.get(cell.name, {})) for cell in cells_of(row.lines, asked)]


def _seen(request: HttpRequest, deliberation: Deliberation, path: Path, line: int, what: str) -> HttpResponse:
    said = f"Ligne {line} {what}."
    if is_partial(request):
        context = {"deliberation": deliberation, "path": path, "page": "doubts", "line": line, "said": said}
        return render(request, "desk/_seen.html", context)
    messages.success(request, said)
    return redirect("admin:grants_deliberation_doubts", deliberation.pk)
