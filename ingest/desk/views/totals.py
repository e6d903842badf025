"""The stated totals of an act beside the sums of its lines."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ingest.desk.review import OPEN, checks_of
from ingest.desk.views.frame import act_of, may_view, step_page


@may_view
@require_safe
def totals(request: HttpRequest, pk: int) -> HttpResponse:
    """The totals that differ first, then those that could not be compared, then the others."""
    deliberation = act_of(pk)
    checks = checks_of(deliberation)
    context = {
        "open_checks": [check for check in checks if check.status in OPEN],
        "closed_checks": [check for check in checks if check.status not in OPEN],
    }
    return step_page(request, deliberation, "desk/totals.html", "Totaux annoncés", context)
