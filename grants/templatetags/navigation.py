"""Where the reader is: links of the menu, canonical address, name of the site."""

import re
from typing import Any

from django import template
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from grants import history

register = template.Library()
_LINE_BREAKS = re.compile(r"[ \n]+")


@register.filter(is_safe=True)
def one_line(text: str) -> str:
    """Text on one line, as a title or an attribute wants it; no-break spaces stay."""
    return _LINE_BREAKS.sub(" ", text).strip(" ")


@register.simple_tag
def site_name() -> str:
    """The name of this portal, as its operator set it. Also works in the page of an error, which has no context."""
    return settings.SITE_NAME


@register.simple_tag(takes_context=True)
def menu_link(context: template.Context, name: str, label: str) -> str | SafeString:
    """A link of the menu, current on its own page and on every page under it; nothing where it has no address."""
    try:
        address = reverse(name)
    except NoReverseMatch:
        return ""
    request = context.get("request")
    current = request is not None and request.path.startswith(address)
    return format_html('<a href="{}"{}>{}</a>', address, SafeString(' aria-current="page"') if current else "", label)


@register.simple_tag(takes_context=True)
def link(context: template.Context, thing: Any, told: str = "") -> str | SafeString:
    """A thing by its name, or by what is `told` of it, as a link to its page; its bare name where it has no page yet,
    which `access.check_visible` knows of a draft."""
    address = thing.get_absolute_url()
    if address in getattr(getattr(context, "request", None), "not_public_yet", ()):
        return str(thing)
    return format_html('<a href="{}">{}</a>', address, told or thing)


@register.simple_tag(takes_context=True)
def canonical_address(context: template.Context) -> str:
    """The full address of this page without its query string; empty in the page of an error."""
    request = context.get("request")
    return "" if request is None else request.build_absolute_uri(request.path)


@register.simple_tag(takes_context=True)
def data_version(context: template.Context) -> history.Version | None:
    """The state of the data that this page shows; None in the page of an error, which reads no database."""
    return history.seen_by(getattr(context, "request", None))
