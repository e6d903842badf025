"""A box that staff draw on a page of an act: where it is, and what is printed in it."""

import logging
from pathlib import Path

from django.http import HttpRequest

from grants.models import Deliberation
from ingest.desk.review.row_forms import AreaForm
from ingest.pages.area_text import area_text
from ingest.processes.child_process import ChildError
from ingest.reader.records import Box

logger = logging.getLogger(__name__)


def page_asked(request: HttpRequest, deliberation: Deliberation) -> int | None:
    """The page of `?page=`, where the act has it."""
    page = request.GET.get("page", "")
    return int(page) if page.isdecimal() and 1 <= int(page) <= deliberation.page_count else None


def drawn_box(request: HttpRequest, deliberation: Deliberation, first: Box) -> AreaForm:
    """The box as drawn; else, in a form that is not bound, the `first` one (page fractions) on the page asked for."""
    drawn = request.POST if request.method == "POST" else request.GET
    if "x0" in drawn:
        return AreaForm(drawn, pages=deliberation.page_count)
    page = page_asked(request, deliberation) or 1
    return AreaForm(initial=AreaForm.values(page, first), pages=deliberation.page_count)


def text_in(deliberation: Deliberation, area: AreaForm) -> str | None:
    """What is printed in a valid box, texts of one line parted by bars; None where it could not be read."""
    try:
        return area_text(Path(deliberation.source.path), area.cleaned_data["page"], area.box)
    except (ChildError, OSError) as error:
        logger.error("a box of page %s of %s was not read: %s", area.cleaned_data["page"], deliberation.slug, error)
        return None
