"""The staff’s pages about acts: `ingest.admin` gives them addresses inside the admin; each checks its permission."""

from pathlib import Path

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grants.models import Deliberation
from ingest.desk.forms import PublishForm, UploadForm
from ingest.desk.publishing import UnacknowledgedError, publish, withdraw
from ingest.desk.review import review_of, sheet_of
from ingest.desk.size_limit import cut_off
from ingest.desk.uploads import MEGABYTE, receive, too_large
from ingest.page_images import PageImageError, crop
from ingest.reader.records import Box

LINES_ON_A_PAGE = 200
CROP_KEPT_SECONDS = 3600

may_view = permission_required("grants.view_deliberation", raise_exception=True)
may_change = permission_required("grants.change_deliberation", raise_exception=True)
may_add = permission_required(["grants.add_deliberation", "grants.change_deliberation"], raise_exception=True)


@may_add
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take PDFs in, read them at once, say what became of each. Sending the same files again does no harm."""
    form, outcomes = UploadForm(), []
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        outcomes = [too_large(name) for name in cut_off(request)]
        form.fields["files"].required = not outcomes
        if form.is_valid():
            department = form.cleaned_data["department"]
            outcomes += [receive(file, request.user, department=department) for file in form.cleaned_data["files"]]
            if len(outcomes) == 1 and outcomes[0].state == "read":
                messages.success(request, f"{outcomes[0].message[:-1]}\u202f: {outcomes[0].name}")
                return redirect("admin:grants_deliberation_reading", outcomes[0].deliberation.pk)
            form = UploadForm()
    context = {
        "form": form,
        "outcomes": outcomes,
        "max_megabytes": settings.UPLOAD_MAX_BYTES // MEGABYTE,
        "max_pages": settings.READER_MAX_PAGES,
        "max_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
    }
    return _page(request, "desk/upload.html", "Ajouter des délibérations (PDF)", context)


@may_view
@require_safe
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """What was read in an act: doubts first, then everything."""
    deliberation = _act(pk)
    lines = Paginator(deliberation.lines.with_context().order_by("line", "year"), LINES_ON_A_PAGE)
    context = {
        "review": review_of(deliberation),
        "deliberation": deliberation,
        "lines": lines.get_page(request.GET.get("p")),
        "line_count": lines.count,
        "form": PublishForm(),
        "can_change": request.user.has_perm("grants.change_deliberation"),
    }
    return _page(request, "desk/reading.html", "Ce qui a été lu", context)


@may_view
@require_safe
def sheet(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    """One printed page with what was read on it framed, `?ligne=` thicker, and the texts beside."""
    deliberation = _act(pk)
    if not 1 <= page <= deliberation.page_count:
        raise Http404(f"Cette délibération a {deliberation.page_count} pages.")
    context = {
        "deliberation": deliberation,
        "sheet": sheet_of(deliberation, page),
        "chosen": request.GET.get("ligne", ""),
    }
    return _page(request, "desk/sheet.html", f"Page {page} sur {deliberation.page_count}", context)


@may_view
@require_safe
def crop_image(request: HttpRequest, pk: int) -> HttpResponse:
    """A part of a page: `?page=3&box=0.1,0.2,0.9,0.25`, in page fractions."""
    deliberation = _act(pk)
    try:
        page = int(request.GET["page"])
        box = Box(*(float(side) for side in request.GET["box"].split(",")))
        content = crop(Path(deliberation.source.path), deliberation.sha256, page, box)
    except (KeyError, TypeError, ValueError, OverflowError, PageImageError, OSError) as error:
        raise Http404("Pas d’image à cet endroit.") from error
    response = HttpResponse(content, content_type="image/webp")
    patch_cache_control(response, private=True, max_age=CROP_KEPT_SECONDS)
    return response


@may_change
@require_POST
def publish_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the act online, unless something differs that the person has not ticked as seen."""
    deliberation = _act(pk)
    form = PublishForm(request.POST)
    acknowledged = form.is_valid() and form.cleaned_data["acknowledged"]
    try:
        publish(deliberation, request.user, acknowledged=acknowledged)
    except UnacknowledgedError as error:
        messages.error(request, f"{error} Cochez la case pour dire que vous l’avez vu, puis publiez.")
    else:
        messages.success(request, f"{deliberation} est en ligne.")
    return redirect("admin:grants_deliberation_reading", pk)


@may_change
@require_POST
def withdraw_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the act offline; nothing of it is deleted."""
    deliberation = _act(pk)
    withdraw(deliberation, request.user)
    messages.success(request, f"{deliberation} n’est plus en ligne. Rien n’est effacé\u202f: c’est un brouillon.")
    return redirect("admin:grants_deliberation_reading", pk)


def _act(pk: int) -> Deliberation:
    return get_object_or_404(Deliberation.objects.select_related("department"), pk=pk)


def _page(request: HttpRequest, template: str, title: str, context: dict) -> HttpResponse:
    frame = admin.site.each_context(request) | {"title": title, "opts": Deliberation._meta}
    return render(request, template, frame | context)
