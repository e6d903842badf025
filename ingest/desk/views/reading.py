"""What was read in an act, and where its review stands."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from grants.rectifications import links_of
from ingest.desk.forms import PublishForm
from ingest.desk.rectifying import proposals_of
from ingest.desk.rereading.replacing import standing_of
from ingest.desk.review.summary import review_of
from ingest.desk.views.frame import act_of, may_replace, may_view, step_page
from ingest.store.publishing import was_withdrawn


@may_view
@require_safe
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """The act summed up: what is left to see, its figures, what it says of itself, the button that publishes it."""
    deliberation = act_of(pk)
    context = {"review": review_of(deliberation), "form": PublishForm(), "standing": standing_of(deliberation)}
    context |= {
        "can_replace": may_replace(request, deliberation),
        "can_publish": request.user.has_perm("grants.publish_deliberation"),
        "can_delete": deliberation.published_at is None and request.user.has_perm("grants.delete_deliberation"),
        "was_withdrawn": was_withdrawn(deliberation),
        "links": links_of(deliberation, drafts=True),
        "proposals": proposals_of(deliberation),
        "towns_known": deliberation.department.communes.exists(),
    }
    return step_page(request, deliberation, "desk/reading.html", "Résumé", context)
