"""The printed rows that the reader could not place."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ingest.desk.views.frame import act_of, may_view, step_page


@may_view
@require_safe
def leftovers(request: HttpRequest, pk: int) -> HttpResponse:
    """Those that nobody has set aside first."""
    deliberation = act_of(pk)
    rows = sorted(deliberation.leftovers.order_by("position"), key=lambda leftover: bool(leftover.set_aside))
    return step_page(request, deliberation, "desk/leftovers.html", "Lignes non lues", {"leftovers": rows})
