"""A printed row shown as it is on its page: the image of the page, cut and framed by SVG attributes alone."""

from datetime import date
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from grants.templatetags.french import long_date

register = template.Library()

AROUND = 1.1  # heights of the row shown above and below it: the neighbours that prove the place
AROUND_POINTS = 9.0  # at least one line of small print, where the row is thin
BESIDE_POINTS = 6.0  # left and right of the row, so that the frame does not touch the edge


def page_image_address(deliberation: Any, page: int, *, large: bool = False) -> str:
    """The image of a printed page, from 1, at an address that changes with the file and with what is masked of it."""
    address = reverse("page_image", args=[deliberation.slug, page])
    return f"{address}?v={deliberation.shown_print}{'&large=1' if large else ''}"


@register.simple_tag
def corrected_fields(deliberation: Any) -> list[tuple[str, str]]:
    """The French names of the fields of an act that staff corrected, each with what was read."""
    found = []
    for name, read in deliberation.as_read.items():
        stands = getattr(deliberation, name)
        if read != (stands.isoformat() if isinstance(stands, date) else stands or ""):
            told = long_date(date.fromisoformat(read)) if isinstance(stands, date) and read else read
            found.append((str(deliberation._meta.get_field(name).verbose_name), told))
    return found


@register.simple_tag
def row_image(line: Any, label: str, zoom: int = 1) -> str | SafeString:
    """The printed row of a line, framed, with what is just above and below; nothing if the page size is not known.

    Needs the `deliberation` of the line. `label` is read aloud instead of the image; `zoom` is how many times wider
    than its place it is drawn, from 1 to 4.
    """
    size = line.deliberation.page_size(line.page)
    if size is None:
        return ""
    width, height = size
    left, top = line.x0 * width, line.y0 * height
    right, bottom = line.x1 * width, line.y1 * height
    around = max((bottom - top) * AROUND, AROUND_POINTS)
    x, y = max(0.0, left - BESIDE_POINTS), max(0.0, top - around)
    box = (x, y, min(width, right + BESIDE_POINTS) - x, min(height, bottom + around) - y)
    return format_html(
        '<svg class="row-image{}" viewBox="{}" role="img" aria-label="{}"><image href="{}" width="{}"'
        ' height="{}" preserveAspectRatio="none"/><rect x="{}" y="{}" width="{}" height="{}"/></svg>',
        f" x{zoom}" if zoom > 1 else "",
        " ".join(f"{side:.1f}" for side in box),
        label,
        page_image_address(line.deliberation, line.page, large=True),
        *(f"{side:.1f}" for side in (width, height, left, top, right - left, bottom - top)),
    )
