"""The doubtful rows of an act: looked at one by one, each beside its image."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from grants.models import Deliberation, GrantLine
from ingest.desk.confirmations import confirm
from ingest.desk.path import path_of
from ingest.desk.views.frame import act_of, is_partial, may_change, may_view, step_page

ROWS_SHOWN = 20  # with their images: a page that a phone bears


@may_view
@require_safe
def doubts(request: HttpRequest, pk: int) -> HttpResponse:
    """The first doubtful rows that nobody has looked at."""
    deliberation = act_of(pk)
    path = path_of(deliberation)
    rows = path.doubtful[:ROWS_SHOWN]
    context = {
        "path": path,
        "rows": rows,
        "bulk": [row for row in rows if row.is_only_unsure],
        "more": len(path.doubtful) - len(rows),
    }
    return step_page(request, deliberation, "desk/doubts.html", "Cases douteuses", context)


@may_change
@require_POST
def verify(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Note that a printed row is as printed."""
    deliberation = act_of(pk)
    confirm(lines_of(deliberation, line), request.user)
    said = f"Ligne {line} vérifiée."
    if is_partial(request):
        context = {"deliberation": deliberation, "path": path_of(deliberation), "line": line, "said": said}
        return render(request, "desk/_seen.html", context | {"page": "doubts", "oob": True})
    messages.success(request, said)
    return redirect("admin:grants_deliberation_doubts", pk)


@may_change
@require_POST
def confirm_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that all the rows of the form (`line`, several times) are as printed."""
    deliberation = act_of(pk)
    numbers = [int(number) for number in request.POST.getlist("line") if number.isdecimal()]
    lines = list(deliberation.lines.filter(line__in=numbers[:ROWS_SHOWN]))
    confirm(lines, request.user)
    messages.success(request, f"Lignes vérifiées\u202f: {len({line.line for line in lines})}.")
    return redirect("admin:grants_deliberation_doubts", pk)


def lines_of(deliberation: Deliberation, line: int) -> list[GrantLine]:
    """The years of a printed row; 404 where the act has no such row."""
    lines = list(deliberation.lines.filter(line=line).order_by("year"))
    if not lines:
        raise Http404(f"Cette délibération n’a pas de ligne {line}.")
    return lines
