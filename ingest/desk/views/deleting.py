"""The page that deletes a draft, once a person has seen what goes with it."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ingest.desk.files.deletion import KeptError, delete_draft, obstacle
from ingest.desk.views.frame import act_of, desk_page


@permission_required("grants.delete_deliberation", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def delete_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then delete; an act that must stay answers 403 with the reason."""
    act, reason = act_of(pk), ""
    if request.method == "POST":
        try:
            delete_draft(act, request.user)
        except KeptError as error:
            reason = str(error)
        else:
            messages.success(request, f"{act} est supprimée, avec son fichier.")
            return redirect("admin:grants_deliberation_changelist")
    reason = reason or obstacle(act)
    context = {
        "deliberation": act,
        "reason": reason,
        "row_count": act.lines.values("row_key").distinct().count(),
        "edit_count": act.line_edits.count(),
    }
    return desk_page(request, "desk/delete.html", f"Supprimer {act}", context, status=403 if reason else 200)
