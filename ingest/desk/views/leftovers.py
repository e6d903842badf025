"""The printed rows that the reader could not place: made lines of, or set aside with a word."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ingest.desk.views.frame import act_of, may_change, may_view, step_page, ticked
from ingest.store import explanations


@may_view
@require_safe
def leftovers(request: HttpRequest, pk: int) -> HttpResponse:
    """Those that nobody has looked at first; those that were set aside under them."""
    deliberation = act_of(pk)
    rows = list(deliberation.leftovers.left().order_by("position"))
    context = {
        "waiting": [leftover for leftover in rows if not leftover.set_aside],
        "aside": [leftover for leftover in rows if leftover.set_aside],
    }
    return step_page(request, deliberation, "desk/leftovers.html", "Lignes non lues", context)


@may_change
@require_POST
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Say of the rows ticked (`leftover`, several times) why they are no grants: one word for all of them."""
    deliberation = act_of(pk)
    chosen = list(deliberation.leftovers.waiting().filter(pk__in=ticked(request, "leftover")))
    if not chosen:
        messages.error(request, "Cochez les lignes à écarter.")
        return redirect("admin:grants_deliberation_leftovers", pk)
    try:
        count = explanations.set_aside_all(deliberation, request.user, request.POST.get("word", ""), chosen)
    except explanations.WordError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"Lignes écartées\u202f: {count}.")
    return redirect("admin:grants_deliberation_leftovers", pk)


@may_change
@require_POST
def take_up(request: HttpRequest, pk: int, leftover: int) -> HttpResponse:
    """Take back what was said of a row: it is to be looked at again."""
    deliberation = act_of(pk)
    row = deliberation.leftovers.filter(pk=leftover).first()
    if row:
        explanations.take_up(row, request.user)
        messages.success(request, "La ligne est de nouveau à voir.")
    return redirect("admin:grants_deliberation_leftovers", pk)
