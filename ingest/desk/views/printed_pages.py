"""The printed pages of an act, whole and cut out."""

from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from ingest.desk.review import sheet_of
from ingest.desk.views.frame import act_of, may_view, step_page
from ingest.page_images import PageImageError, crop
from ingest.reader.records import Box

CROP_KEPT_SECONDS = 3600


@may_view
@require_safe
def sheet(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    """One printed page with what was read on it framed, `?ligne=` thicker, and the texts beside."""
    deliberation = act_of(pk)
    if not 1 <= page <= deliberation.page_count:
        raise Http404(f"Cette délibération a {deliberation.page_count} pages.")
    context = {
        "sheet": sheet_of(deliberation, page),
        "chosen": request.GET.get("ligne", ""),
    }
    return step_page(request, deliberation, "desk/sheet.html", f"Page {page} sur {deliberation.page_count}", context)


@may_view
@require_safe
def crop_image(request: HttpRequest, pk: int) -> HttpResponse:
    """A part of a page: `?page=3&box=0.1,0.2,0.9,0.25`, in page fractions."""
    deliberation = act_of(pk)
    try:
        page = int(request.GET["page"])
        box = Box(*(float(side) for side in request.GET["box"].split(",")))
        content = crop(Path(deliberation.source.path), deliberation.sha256, page, box)
    except (KeyError, TypeError, ValueError, OverflowError, PageImageError, OSError) as error:
        raise Http404("Pas d’image à cet endroit.") from error
    response = HttpResponse(content, content_type="image/webp")
    patch_cache_control(response, private=True, max_age=CROP_KEPT_SECONDS)
    return response
