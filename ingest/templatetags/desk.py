"""Places on a page, as the desk's templates write them: for what has a `page` and `x0`, `y0`, `x1`, `y1` fractions.

Numbers are written here because a French template would print 0.5 as « 0,5 ».
"""

from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ingest.pages.page_images import CROP_MARGIN

register = template.Library()

STRIP_SIDES = (0.04, 0.96)  # page fractions: margins hold nothing
AROUND = 0.012  # of the page: the lines above and under, so that one sees what it is about


@dataclass(frozen=True, slots=True)
class Strip:
    """A place that `crop_url` and `crop_size` show."""

    deliberation: Any
    deliberation_id: int
    page: int
    x0: float
    x1: float
    y0: float
    y1: float


@register.filter
def crop_url(thing) -> str:
    """The address of the image of this line, total or leftover, cut out of its page."""
    box = ",".join(f"{side:.4f}" for side in (thing.x0, thing.y0, thing.x1, thing.y1))
    return f"{reverse('admin:grants_deliberation_crop', args=[thing.deliberation_id])}?page={thing.page}&box={box}"


@register.filter
def new_crop_url(thing) -> str:
    """The same in the file of the reading that waits for a decision."""
    return f"{crop_url(thing)}&lecture=nouvelle"


@register.filter
def frame(thing) -> SafeString:
    """Attributes of the `rect` that frames it, in an SVG whose viewBox is `0 0 1 1`."""
    width, height = thing.x1 - thing.x0, thing.y1 - thing.y0
    return format_html(
        'x="{}" y="{}" width="{}" height="{}"',
        *(f"{max(0, side):.4f}" for side in (thing.x0, thing.y0, width, height)),
    )


@register.filter
def crop_size(thing) -> tuple[int, int] | None:
    """Width and height of that image in the proportions of the page, so that nothing moves when it comes; None where
    the size of the page is not known. Needs `deliberation`."""
    size = thing.deliberation.page_size(thing.page)
    if size is None:
        return None
    width, height = size
    margin = 2 * CROP_MARGIN * width
    return round((thing.x1 - thing.x0) * width + margin), round((thing.y1 - thing.y0) * height + margin)


@register.filter
def strip(mark) -> Strip:
    """The stretch of the page, as wide as it is, on which a personal datum is first printed. Needs `deliberation`."""
    _, y0, _, y1 = mark.boxes[0]
    return Strip(mark.deliberation, mark.deliberation_id, mark.page, *STRIP_SIDES, y0 - AROUND, y1 + AROUND)


@register.filter
def page_size(deliberation, page: int) -> tuple[int, int] | None:
    """Width and height of a page in whole points; None where they are not known."""
    size = deliberation.page_size(page)
    return (round(size[0]), round(size[1])) if size else None


@register.filter
def sureness(certainty: float) -> str:
    """Certainty from 0 to 1, as staff read it: a whole percentage, never rounded up to 100."""
    return f"{int(certainty * 100)}\u00a0%"
