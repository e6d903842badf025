"""Page images and source files of the acts. Nothing here opens a PDF: images are made by a child process."""

import logging
from pathlib import Path
from typing import BinaryIO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from grants.access import visible_deliberation
from grants.models import Deliberation
from ingest.pages.page_images import PageImageError, image_path, masked_page_image
from ingest.pages.page_images import page_image as make_page_image
from ingest.pages.public_copies import PublicCopyError, public_copy
from ingest.reader.records import Box

logger = logging.getLogger(__name__)

IMMUTABLE_SECONDS = 365 * 24 * 3600  # an address that holds the hash of the file never shows anything else
CHECKED_SECONDS = 3600  # any other: an act that is withdrawn must not live on for long in the caches
# A PDF may hold scripts and forms; an image and a PDF need nothing but themselves.
FILE_POLICY = "default-src 'none'; script-src 'none'; object-src 'self'; img-src 'self'; style-src 'unsafe-inline'"


@require_safe
def page_image(request: HttpRequest, slug: str, page: int) -> HttpResponse:
    """One page as an image, what is personal masked, `?large=1` twice as wide; with `?v=<print>` it can be kept for
    ever."""
    deliberation = visible_deliberation(request, slug)
    if not 1 <= page <= deliberation.page_count:
        raise Http404(f"Cette délibération a {deliberation.page_count} pages.")
    large = request.GET.get("large") == "1"
    boxes = _masked(deliberation).get(page, [])
    etag = quote_etag(f"{deliberation.sha256}-{image_path(deliberation.sha256, page, large=large, boxes=boxes).stem}")
    response = get_conditional_response(request, etag=etag)
    if response is None:
        try:
            image = _image(deliberation, page, boxes, large=large)
            response = HttpResponse(image.read_bytes(), content_type="image/webp")
        except (PageImageError, OSError) as error:
            logger.error("page %s of %s has no image: %s", page, deliberation.slug, error)
            return _no_image(page)
    return _kept(response, request, deliberation, etag)


@require_safe
def source_file(request: HttpRequest, slug: str) -> HttpResponse:
    """The PDF as it was uploaded, byte for byte; where something of it is masked, a copy without it."""
    deliberation = visible_deliberation(request, slug)
    etag = quote_etag(f"{deliberation.sha256}-{deliberation.masks_print}".strip("-"))
    response = get_conditional_response(request, etag=etag)
    if response is None:
        try:
            content = _public_content(deliberation)
        except PublicCopyError as error:
            logger.error("the public copy of %s cannot be made: %s", deliberation.slug, error)
            return _no_copy(request, deliberation)
        except OSError as error:
            logger.error("the source file of %s cannot be opened: %s", deliberation.slug, error)
            raise Http404("Le fichier de cette délibération est introuvable.") from error
        # Named after the act: the name under which it was uploaded may be anything.
        response = FileResponse(content, content_type="application/pdf", filename=f"{deliberation.slug}.pdf")
    return _kept(response, request, deliberation, etag)


def _masked(deliberation: Deliberation) -> dict[int, list[Box]]:
    """What is black on the public pages: boxes in page fractions, by page. No query where nothing is masked."""
    masked: dict[int, list[Box]] = {}
    if deliberation.masks_print:
        for mark in deliberation.personal_marks.masked():
            masked.setdefault(mark.page, []).extend(Box(*box) for box in mark.boxes)
    return masked


def _image(deliberation: Deliberation, page: int, boxes: list[Box], *, large: bool) -> Path:
    source, sha256 = Path(deliberation.source.path), deliberation.sha256
    if boxes:
        return masked_page_image(source, sha256, page, boxes, large=large)
    return make_page_image(source, sha256, page, large=large)


def _public_content(deliberation: Deliberation) -> BinaryIO:
    if not deliberation.masks_print:
        return deliberation.source.open("rb")
    source, masked = Path(deliberation.source.path), _masked(deliberation)
    return public_copy(source, deliberation.sha256, deliberation.masks_print, masked).open("rb")


def _no_copy(request: HttpRequest, deliberation: Deliberation) -> HttpResponse:
    """A sentence in place of a copy that could not be made: never the file with what is masked."""
    response = render(request, "desk/no_copy.html", {"deliberation": deliberation}, status=503)
    patch_cache_control(response, no_store=True)
    return response


def _kept(response: HttpResponse, request: HttpRequest, deliberation: Deliberation, etag: str) -> HttpResponse:
    """With the headers that say who may keep the answer, how long, and that nothing in it may run."""
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = FILE_POLICY
    if deliberation.status != Deliberation.Status.PUBLISHED:
        patch_cache_control(response, private=True, no_store=True)
    elif request.GET.get("v") == deliberation.shown_print:
        patch_cache_control(response, public=True, max_age=IMMUTABLE_SECONDS, immutable=True)
    else:
        patch_cache_control(response, public=True, max_age=CHECKED_SECONDS)
    return response


def _no_image(page: int) -> HttpResponse:
    """An image that says so, for the place where the page should be; 404, because there is none to be had."""
    content = render_to_string("desk/no_image.svg", {"page": page})
    response = HttpResponse(content, content_type="image/svg+xml", status=404)
    response["Content-Security-Policy"] = "default-src 'none'"
    patch_cache_control(response, no_store=True)
    return response
