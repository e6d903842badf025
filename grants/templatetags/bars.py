"""Bars inside tables: server-made SVG, sizes as attributes, so that no inline style is needed."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from grants.figures.stats import Scale

register = template.Library()


@register.simple_tag
def bar(cents: int | None, scale: Scale) -> str | SafeString:
    """The bar of an amount on a scale shared by its table; an axis at zero where the scale goes below zero."""
    if cents is None or scale.span == 0:
        return ""
    zero = -scale.low_cents * 100 / scale.span
    length = abs(cents) * 100 / scale.span
    start = zero - length if cents < 0 else zero
    axis = format_html('<line x1="{0}%" x2="{0}%" y1="-3" y2="13"/>', f"{zero:.1f}") if scale.low_cents < 0 else ""
    return format_html(
        '<svg class="bar" aria-hidden="true"><rect{} x="{}%" width="{}%" height="100%"/>{}</svg>',
        SafeString(' class="minus"') if cents < 0 else "",
        f"{start:.1f}",
        f"{length:.1f}",
        axis,
    )
