"""Where PDFs come in."""

from collections.abc import Sequence

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from grants.models import Deliberation
from ingest.desk.files.size_limit import cut_off
from ingest.desk.files.uploads import MEGABYTE, Outcome, receive, too_large
from ingest.desk.forms import UploadForm
from ingest.desk.queue.telling import Shown, announcement, shown
from ingest.desk.views.frame import desk_page, may_add


@may_add
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take PDFs in and say what became of each; `?replaces=<key>` for a new version of an act.

    Sending the same files again does no harm.
    """
    form, outcomes = UploadForm(initial={"replaces": request.GET.get("replaces")}), []
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        outcomes = [too_large(name) for name in cut_off(request)]
        form.fields["files"].required = not outcomes
        if form.is_valid():
            asked = {name: form.cleaned_data[name] for name in ("department", "replaces")}
            outcomes += [receive(file, request.user, **asked) for file in form.cleaned_data["files"]]
            if len(outcomes) == 1 and outcomes[0].state == "asked":
                messages.success(request, outcomes[0].message)
                return redirect(outcomes[0].job)
            form = UploadForm()
    followed = [outcome.job for outcome in outcomes if outcome.job]
    context = {
        "form": form,
        "replaced": _replaced(form),
        "outcomes": list(zip(outcomes, _states(outcomes), strict=True)),
        "followed": followed,
        "announcement": announcement(followed),
        "max_bytes": settings.UPLOAD_MAX_BYTES,
        "max_megabytes": settings.UPLOAD_MAX_BYTES // MEGABYTE,
        "max_pages": settings.READER_MAX_PAGES,
        "max_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
    }
    return desk_page(request, "desk/upload.html", "Ajouter des délibérations (PDF)", context)


def _replaced(form: UploadForm) -> Deliberation | None:
    key = form["replaces"].value()
    return Deliberation.objects.filter(pk=key).first() if str(key or "").isdecimal() else None


def _states(outcomes: Sequence[Outcome]) -> list[Shown | None]:
    """How far the job of each outcome is; None where there is none."""
    found = {one.job.pk: one for one in shown([outcome.job for outcome in outcomes if outcome.job])}
    return [found[outcome.job.pk] if outcome.job else None for outcome in outcomes]
