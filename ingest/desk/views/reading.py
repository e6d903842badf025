"""What was read in an act."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ingest.desk.forms import PublishForm
from ingest.desk.review import review_of
from ingest.desk.views.frame import act_of, desk_page, may_view

LINES_ON_A_PAGE = 200


@may_view
@require_safe
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """What was read in an act: doubts first, then everything."""
    deliberation = act_of(pk)
    lines = Paginator(deliberation.lines.with_context().order_by("line", "year"), LINES_ON_A_PAGE)
    context = {
        "review": review_of(deliberation),
        "deliberation": deliberation,
        "lines": lines.get_page(request.GET.get("p")),
        "line_count": lines.count,
        "form": PublishForm(),
        "can_change": request.user.has_perm("grants.change_deliberation"),
    }
    return desk_page(request, "desk/reading.html", "Ce qui a été lu", context)
