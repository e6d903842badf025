"""The queue of readings: its list, one job, how far they are, and the buttons."""

import re

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from grants.models import Deliberation
from ingest.desk.files.cut_forms import CutForm
from ingest.desk.forms import RetryForm
from ingest.desk.queue import jobs
from ingest.desk.queue.bundles import CUTTABLE, parts_of
from ingest.desk.queue.telling import announcement, shown
from ingest.desk.views.frame import act_of, desk_page, may_add, may_view
from ingest.models import Job

JOBS_ON_A_PAGE = 50
MOST_FOLLOWED = 200  # jobs that one page asks about


@may_view
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The latest files asked to be read, those under way first."""
    asked = Job.objects.select_related("author", "deliberation__department", "replaces__department").latest_first()
    page = Paginator(asked, JOBS_ON_A_PAGE).get_page(request.GET.get("p"))
    followed = [job for job in page if job.is_live]
    context = {
        "page": page,
        "rows": shown(list(page)),
        "followed": followed,
        "announcement": announcement(followed),
        "can_add": _may_act(request),
    }
    return desk_page(request, "desk/queue.html", "File d’attente", context)


@may_view
@require_safe
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """One file: how far its reading is, what came of it, what can be done."""
    return job_page(request, job_of(pk))


def job_page(request: HttpRequest, one: Job, *, cut_form: CutForm | None = None, status: int = 200) -> HttpResponse:
    """The page of one file; `cut_form` as staff filled it, where it is to be mended."""
    parts = parts_of(one)
    reads = [part.job for part in parts if part.job]
    followed = [job for job in [one, *reads] if job.is_live]
    states = {state.job.pk: state for state in shown([one, *reads])}
    context = {
        "job": one,
        "shown": states[one.pk],
        "parts": [(part, states[part.job.pk] if part.job else None) for part in parts],
        "cut_form": cut_form or (CutForm(one) if one.state in CUTTABLE else None),
        "followed": followed,
        "announcement": announcement(followed or [one]),
        "form": _retry_form(one),
        "can_act": _may_act(request),
    }
    return desk_page(request, "desk/job.html", one.name, context, status=status)


@may_view
@require_safe
def states(request: HttpRequest) -> HttpResponse:
    """How far the jobs `?suivis=3,4` are, for the page that asked; `dit` is the key of what it announced last.

    With `boutons=1` (the page of one job), also the buttons, once the job has ended.
    """
    asked = [int(pk) for pk in re.findall(r"\d{1,18}", request.GET.get("suivis", ""))][:MOST_FOLLOWED]
    found = list(Job.objects.filter(pk__in=asked).select_related("deliberation__department", "replaces__department"))
    said = announcement(found)
    has_buttons = request.GET.get("boutons") == "1"
    ended = found[0] if has_buttons and len(found) == 1 and not found[0].is_live else None
    context = {
        "rows": shown(found),
        "followed": [one for one in found if one.is_live],
        "announcement": said,
        "is_new": said.key != request.GET.get("dit"),
        "has_buttons": has_buttons,
        "ended": ended,
        "form": _retry_form(ended) if ended else None,
        "can_act": _may_act(request),
    }
    response = render(request, "desk/_states.html", context)
    response["Cache-Control"] = "no-store"
    return response


@may_add
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop the reading, or take the file out of the queue. The file is kept."""
    if jobs.cancel(job_of(pk)):
        messages.success(request, "La lecture est annulée. Le fichier est gardé\u202f: vous pouvez la relancer.")
    else:
        messages.warning(request, "Trop tard pour annuler\u202f: la lecture était terminée.")
    return redirect("admin:ingest_job_page", pk)


@may_add
@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the file again from the beginning, with the département chosen now."""
    form = RetryForm(request.POST)
    department = form.cleaned_data["department"] if form.is_valid() else ""
    if not jobs.retry(job_of(pk), author=request.user, department=department):
        messages.warning(request, "Ce fichier est déjà lu ou dans la file d’attente.")
    return redirect("admin:ingest_job_page", pk)


@may_add
@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a job that has ended out of the list; its file goes too, unless an act holds it."""
    one = job_of(pk)
    if not jobs.forget(one):
        messages.warning(request, "La lecture est en cours\u202f: annulez-la d’abord.")
        return redirect("admin:ingest_job_page", pk)
    messages.success(request, f"{one.name} n’est plus dans la liste.")
    return redirect("admin:ingest_job_changelist")


@may_add
@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the file of an act back in the queue, to be compared with what is stored."""
    act: Deliberation = act_of(pk)
    return redirect("admin:ingest_job_page", jobs.ask_again(act, request.user).pk)


def job_of(pk: int) -> Job:
    """The job with what its page says of it; 404 where there is none."""
    related = ("author", "deliberation__department", "replaces__department", "bundle")
    return get_object_or_404(Job.objects.select_related(*related), pk=pk)


def _retry_form(one: Job) -> RetryForm:
    return RetryForm(initial={"department": one.department})


def _may_act(request: HttpRequest) -> bool:
    return request.user.has_perms(["grants.add_deliberation", "grants.change_deliberation"])
