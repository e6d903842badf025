"""The stated totals of an act beside the sums of its lines: what may explain a difference, the word on it."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from grants.models import Check, Deliberation
from ingest.desk.review.summary import checks_of
from ingest.desk.review.suspects import Suspect, suspects_of
from ingest.desk.views.frame import act_of, may_change, may_view, step_page, ticked
from ingest.store import explanations


@dataclass(frozen=True, slots=True)
class Difference:
    """A total that differs, and what may explain it."""

    check: Check
    suspects: list[Suspect]


@may_view
@require_safe
def totals(request: HttpRequest, pk: int) -> HttpResponse:
    """The totals that differ and of which nobody has said why first, with the likely reasons; then the others."""
    deliberation = act_of(pk)
    checks = checks_of(deliberation)
    differing = [check for check in checks if check.status == Check.Status.DIFFERENT]
    context = {
        "differences": _differences(deliberation, [check for check in differing if not check.acknowledgement], checks),
        "explained": [check for check in differing if check.acknowledgement],
        "apart": [check for check in checks if check.status == Check.Status.NOT_COMPARABLE],
        "closing": [check for check in checks if check.status in (Check.Status.EQUAL, Check.Status.ROUNDED)],
        "rounded": [check for check in checks if check.status == Check.Status.ROUNDED],
    }
    return step_page(request, deliberation, "desk/totals.html", "Totaux annoncés", context)


@may_change
@require_POST
def explain(request: HttpRequest, pk: int) -> HttpResponse:
    """Say why the totals ticked (`check`, several times) differ: one word, which the public reads."""
    deliberation = act_of(pk)
    chosen = Check.objects.of_act(deliberation).filter(pk__in=ticked(request, "check"))
    checks = list(chosen.select_related("total__deliberation"))
    word = request.POST.get("word", "")
    try:
        if not checks:
            raise explanations.WordError("Rien n’est noté\u202f: cochez d’abord les totaux que ce mot explique.")
        for check in checks:
            explanations.acknowledge(check, request.user, word)
    except explanations.WordError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "C’est noté\u202f: le public lira cette explication à côté de l’écart.")
        if private := explanations.private_in(deliberation, word):
            messages.warning(request, private)
    return redirect("admin:grants_deliberation_totals", pk)


@may_change
@require_POST
def take_back(request: HttpRequest, pk: int, check: int) -> HttpResponse:
    """Take back the word on a difference."""
    deliberation = act_of(pk)
    found = get_object_or_404(
        Check.objects.select_related("total__deliberation"), total__deliberation=deliberation, pk=check
    )
    explanations.take_back(found, request.user)
    messages.success(request, "L’explication est retirée.")
    return redirect("admin:grants_deliberation_totals", pk)


def _differences(deliberation: Deliberation, differing: list[Check], checks: list[Check]) -> list[Difference]:
    if not differing:
        return []
    lines = list(deliberation.lines.order_by("line", "year"))
    leftovers = list(deliberation.leftovers.waiting())
    stated = {check.total.amount_cents: check.total.scope for check in checks}
    differences = [Difference(check, suspects_of(check, lines, leftovers, stated)) for check in differing]
    return sorted(differences, key=_ease)


def _ease(difference: Difference) -> tuple:
    """What one click closes first, then the sums of few lines: those that close take larger ones with them."""
    closing = any(suspect.closes for suspect in difference.suspects)
    return not closing, len(difference.check.total.line_numbers)
