"""The page where a new reading of an act is compared with the one in force, and the buttons that decide."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from grants.models import Deliberation
from ingest.desk.rereading import replacing
from ingest.desk.rereading.replacing import RereadingError
from ingest.desk.views.frame import act_of, may_change, may_replace, may_view, step_page
from ingest.reader.errors import ReadingError
from ingest.store.readings import kept
from ingest.store.readings.packing import UnreadablePackError

SHOWN_OF_EACH = 40  # lines with their images in each table of the page; the others are counted

_NOTHING = "Aucune nouvelle lecture n’attend de décision pour cette délibération."
_UNREADABLE = "Cette lecture ne peut plus être ouverte\u202f; lisez le fichier de nouveau."


@may_view
@require_safe
def difference(request: HttpRequest, pk: int) -> HttpResponse:
    """What replacing the reading in force would change; without a reading that waits, back to the act."""
    deliberation = act_of(pk)
    pending = replacing.pending_of(deliberation)
    if pending is None:
        messages.info(request, _NOTHING)
        return redirect("admin:grants_deliberation_reading", pk)
    context = {"pending": pending, "shown_of_each": SHOWN_OF_EACH, "comparison": None, "wrong": ""}
    context["can_replace"] = may_replace(request, deliberation)
    try:
        context["comparison"] = replacing.comparison(pending)
    except ReadingError as error:
        context["wrong"] = str(error)
    except (UnreadablePackError, OSError):
        context["wrong"] = _UNREADABLE
    return step_page(request, deliberation, "desk/difference.html", "Nouvelle lecture", context)


@may_change
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the waiting reading in force, if the act is still as it was when it was compared."""
    deliberation = _replaceable(request, pk)
    pending = replacing.pending_of(deliberation)
    if pending is None:
        messages.warning(request, _NOTHING)
        return redirect("admin:grants_deliberation_reading", pk)
    before = kept.in_force(deliberation)
    try:
        found = replacing.accept(pending, request.user, seen=request.POST.get("vu", "rien"))
    except (RereadingError, ReadingError) as error:
        messages.error(request, str(error))
        return redirect("admin:grants_deliberation_difference", pk)
    except (UnreadablePackError, OSError):
        messages.error(request, _UNREADABLE)
        return redirect("admin:grants_deliberation_difference", pk)
    if kept.in_force(deliberation) == before:
        messages.success(
            request, "La nouvelle lecture dit exactement la même chose que l’ancienne\u202f: rien n’a changé."
        )
    else:
        messages.success(request, f"La nouvelle lecture est en place\u202f: {found.sentence}. Vous pouvez l’annuler.")
    return redirect("admin:grants_deliberation_reading", pk)


@may_change
@require_POST
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the reading in force."""
    pending = replacing.pending_of(act_of(pk))
    if pending is None:
        messages.warning(request, _NOTHING)
    else:
        replacing.refuse(pending, request.user)
        messages.success(request, "L’ancienne lecture est gardée\u202f; la nouvelle est oubliée.")
    return redirect("admin:grants_deliberation_reading", pk)


@may_change
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the reading of before the last replacement in force again."""
    try:
        found = replacing.undo_last(_replaceable(request, pk), request.user)
    except (RereadingError, ReadingError) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"Le remplacement est annulé\u202f: {found.sentence}.")
    return redirect("admin:grants_deliberation_reading", pk)


def _replaceable(request: HttpRequest, pk: int) -> Deliberation:
    """The act, where this person may replace its reading. Raises PermissionDenied."""
    deliberation = act_of(pk)
    if not may_replace(request, deliberation):
        raise PermissionDenied("Remplacer la lecture d’une délibération en ligne revient à un éditeur.")
    return deliberation
