"""The page where staff say that an act replaces or completes an earlier one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from grants.models import Deliberation
from grants.rectifications import RectificationError, links_of
from ingest.desk import rectifying
from ingest.desk.views.frame import act_of, may_change, step_page

Rectification = Deliberation.Rectification


@may_change
@require_http_methods(["GET", "HEAD", "POST"])
def rectification(request: HttpRequest, pk: int) -> HttpResponse:
    """What the act is tied to, what its text proposes, a search (`?q=`) for another act; a POST ties them."""
    deliberation = act_of(pk)
    if request.method == "POST":
        _require_right(request, deliberation)
        return _tied(request, deliberation)
    question = request.GET.get("q", "").strip()
    context = {
        "links": links_of(deliberation, drafts=True),
        "proposals": rectifying.proposals_of(deliberation),
        "question": question,
        "found": list(rectifying.acts_matching(deliberation, question)) if question else [],
        "choices": [(choice.value, choice.label) for choice in Rectification],
        "may_tie": _has_right(request, deliberation),
    }
    return step_page(request, deliberation, "desk/rectification.html", "Acte rectificatif", context)


@may_change
@require_POST
def untie(request: HttpRequest, pk: int) -> HttpResponse:
    """The act rectifies nothing any more; what it replaced counts again."""
    deliberation = act_of(pk)
    _require_right(request, deliberation)
    earlier = rectifying.unlink(deliberation, request.user)
    if earlier:
        messages.success(request, f"Le lien avec {earlier} est défait.")
    return redirect("admin:grants_deliberation_rectification", pk)


def _tied(request: HttpRequest, deliberation: Deliberation) -> HttpResponse:
    earlier_key, how = request.POST.get("acte", ""), request.POST.get("lien", "")
    if how not in Rectification.values or not earlier_key.isdecimal():
        messages.error(request, "Choisissez une délibération, et dites si celle-ci la remplace ou la complète.")
        return redirect("admin:grants_deliberation_rectification", deliberation.pk)
    earlier = get_object_or_404(Deliberation.objects.select_related("department"), pk=int(earlier_key[:18]))
    try:
        rectifying.rectify(deliberation, earlier, how, request.user)
    except RectificationError as error:
        messages.error(request, str(error))
    else:
        told = "" if deliberation.status == Deliberation.Status.PUBLISHED else " dès qu’elle sera publiée"
        effect = (
            f"les lignes de l’autre ne comptent plus{told}" if how == Rectification.REPLACES else "les deux comptent"
        )
        messages.success(request, f"{deliberation} {Rectification(how).label} {earlier}\u202f: {effect}.")
    return redirect("admin:grants_deliberation_rectification", deliberation.pk)


def _has_right(request: HttpRequest, deliberation: Deliberation) -> bool:
    """Sums of the site change with a published act: who may publish may say so."""
    is_public = deliberation.status == Deliberation.Status.PUBLISHED
    return not is_public or request.user.has_perm("grants.publish_deliberation")


def _require_right(request: HttpRequest, deliberation: Deliberation) -> None:
    if not _has_right(request, deliberation):
        raise PermissionDenied("Lier à une autre une délibération en ligne demande le droit de publier.")
