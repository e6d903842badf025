"""What every page of the desk shares: who may open it, the act it is about, the frame of the admin around it."""

from pathlib import PurePath

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from grants.models import Deliberation, GrantLine
from ingest.desk.review.path import path_of

LONGEST_ID = 18  # figures of the largest id that every database takes

may_view = permission_required("grants.view_deliberation", raise_exception=True)
may_change = permission_required("grants.change_deliberation", raise_exception=True)
may_publish = permission_required("grants.publish_deliberation", raise_exception=True)
may_add = permission_required(["grants.add_deliberation", "grants.change_deliberation"], raise_exception=True)


def ticked(request: HttpRequest, name: str) -> list[int]:
    """The numbers of what was ticked in a form, under this name; what can be no number of anything is left out."""
    asked = request.POST.getlist(name)
    return [int(number) for number in asked if number.isdecimal() and len(number) <= LONGEST_ID]


def act_of(pk: int) -> Deliberation:
    """The act with its département; 404 where there is none."""
    return get_object_or_404(Deliberation.objects.select_related("department"), pk=pk)


def row_of(deliberation: Deliberation, number: int) -> list[GrantLine]:
    """The years of a printed row; 404 where the act has no such row."""
    lines = list(deliberation.lines.numbered(number).select_related("commune", "operator", "deliberation"))
    if not lines:
        raise Http404(f"Cette délibération n’a pas de ligne {number}.")
    return lines


def desk_page(request: HttpRequest, template: str, title: str, context: dict, *, status: int = 200) -> HttpResponse:
    """A page inside the admin, under `title`."""
    frame = admin.site.each_context(request) | {"title": title, "opts": Deliberation._meta}
    return render(request, template, frame | context, status=status)


def step_page(
    request: HttpRequest, deliberation: Deliberation, template: str, title: str, context: dict
) -> HttpResponse:
    """A page of the review of an act, under the steps of its way; the name of the template says the step."""
    path = context.get("path") or path_of(deliberation)
    page = PurePath(template).stem
    frame = {"deliberation": deliberation, "path": path, "page": page, "can_change": may_edit(request)}
    frame |= {"is_nav_sidebar_enabled": False}  # the width is for the printed page and its rows
    return desk_page(request, template, title, frame | context)


def may_edit(request: HttpRequest) -> bool:
    """Whether this person may change what was read."""
    return request.user.has_perm("grants.change_deliberation")


def may_replace(request: HttpRequest, deliberation: Deliberation) -> bool:
    """Whether this person may put another reading of this act in force: online, that is for those who publish."""
    online = deliberation.status == Deliberation.Status.PUBLISHED
    return may_edit(request) and (not online or request.user.has_perm("grants.publish_deliberation"))


def is_partial(request: HttpRequest) -> bool:
    """Whether a script asks for the part of the page that changes, rather than a browser for the page."""
    return request.headers.get("HX-Request") == "true"
