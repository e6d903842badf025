"""The printed pages of an act, whole and in parts, and its file, as they are: for staff, nothing masked."""

from pathlib import Path

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from grants.models import Deliberation
from ingest.desk.views.frame import act_of, may_view
from ingest.models import Job, PendingReading
from ingest.pages.page_images import PageImageError, crop
from ingest.pages.page_images import page_image as make_page_image
from ingest.reader.records import Box

KEPT_SECONDS = 3600


@may_view
@require_safe
def crop_image(request: HttpRequest, pk: int) -> HttpResponse:
    """A part of a page: `?page=3&box=0.1,0.2,0.9,0.25`, in page fractions; `&lecture=nouvelle` of the file of the
    reading that waits for a decision."""
    deliberation = act_of(pk)
    name, sha256 = deliberation.source.name, deliberation.sha256
    if request.GET.get("lecture") == "nouvelle":
        pending = get_object_or_404(PendingReading, deliberation=deliberation)
        name, sha256 = pending.source, pending.sha256
    try:
        page = int(request.GET["page"])
        box = Box(*(float(side) for side in request.GET["box"].split(",")))
        content = crop(Path(deliberation.source.storage.path(name)), sha256, page, box)
    except (KeyError, TypeError, ValueError, OverflowError, PageImageError, OSError) as error:
        raise Http404("Pas d’image à cet endroit.") from error
    return _image_answer(content)


@may_view
@require_safe
def page_image(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    """A whole page, from 1, twice as wide as the public one."""
    deliberation = act_of(pk)
    return page_answer(deliberation, deliberation.source, page, large=True)


@may_view
@require_safe
def original(request: HttpRequest, pk: int) -> FileResponse:
    """The PDF byte for byte, whatever is masked of its public copy."""
    deliberation = act_of(pk)
    try:
        content = deliberation.source.open("rb")
    except OSError as error:
        raise Http404("Le fichier de cette délibération est introuvable.") from error
    response = FileResponse(content, content_type="application/pdf", filename=f"{deliberation.slug}-original.pdf")
    patch_cache_control(response, private=True, no_store=True)
    return response


def page_answer(of: Deliberation | Job, file: FieldFile, page: int, *, large: bool = False) -> HttpResponse:
    """The image of one page, from 1, of the file of an act or of a job; 404 where it has no such page."""
    if not 1 <= page <= of.page_count:
        raise Http404(f"Ce fichier a {of.page_count} pages.")
    try:
        image = make_page_image(Path(file.path), of.sha256, page, large=large)
    except (PageImageError, OSError) as error:
        raise Http404("L’image de cette page n’a pas pu être faite.") from error
    return _image_answer(image.read_bytes())


def _image_answer(content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type="image/webp")
    patch_cache_control(response, private=True, max_age=KEPT_SECONDS)
    return response
