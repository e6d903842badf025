"""The head of a page for machines: canonical address, other formats, what a shared link shows, structured data."""

import json
import re
from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.template.base import Parser, Token
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate

from grants import structured
from grants.cards import HEIGHT, WIDTH
from grants.questions.filters import GrantLineFilter
from grants.templatetags.formats import formats, frame_address
from grants.templatetags.navigation import data_version, site_name

register = template.Library()
# What changes what a page says; the rest (order, page, zoom, unknown parameters) only changes how it is shown.
ASKED = {*GrantLineFilter.base_filters, "lettre", "maille", "piste"} - {"tri", "page"}
ASKING = {"compare", "leads", "map", "search"}  # pages that answer a question, besides every list
TYPES = {
    "CSV": "text/csv",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "JSON": "application/json",
    "Atom": "application/atom+xml",
}
# Characters that could end a script element, or be read as markup by a careless reader.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'name="description"\s+content="(.*?)"', re.DOTALL)


def canonical(request: HttpRequest) -> str:
    """The one address of what this page says: its question in one order, without empty values nor display."""
    match = request.resolver_match
    name = match.url_name or "" if match else ""
    if not (name in ASKING or name.endswith("_list")):
        return request.build_absolute_uri(request.path)
    query = request.GET.copy()
    asked = [(name, value) for name in sorted(query) if name in ASKED for value in sorted(set(query.getlist(name)))]
    query.clear()
    for name, value in asked:
        if value.strip():
            query.appendlist(name, value)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}" if query else request.path)


@register.simple_tag(takes_context=True)
def canonical_link(context: template.Context) -> str | SafeString:
    """`<link rel="canonical">`; nothing in the page of an error."""
    request = getattr(context, "request", None)
    return format_html('<link rel="canonical" href="{}">', canonical(request)) if request else ""


@register.simple_tag(takes_context=True)
def alternates(context: template.Context) -> str | SafeString:
    """One `<link rel="alternate">` for each other format of the page."""
    found = [(one["address"], TYPES[one["label"]], one["label"]) for one in formats(context) if one["label"] in TYPES]
    if frame_address(context):
        described = f"{reverse('oembed')}?{urlencode({'url': canonical(context.request)})}"
        found.append((described, "application/json+oembed", "oEmbed"))
    return format_html_join("\n", '<link rel="alternate" href="{}" type="{}" title="{}">', found)


@register.simple_tag(takes_context=True)
def structured_data(context: template.Context) -> str | SafeString:
    """JSON-LD of the page: a block of data, which the security policy lets be since nothing in it can run."""
    request = getattr(context, "request", None)
    if request is None or request.resolver_match is None:
        return ""
    version = data_version(context)
    modified = localdate(version.changed_at).isoformat() if version and version.changed_at else ""
    site = f"{request.scheme}://{request.get_host()}"
    found = structured.page(request.resolver_match.url_name or "", context, site, modified=modified)
    if not found:
        return ""
    text = json.dumps({"@context": structured.CONTEXT, "@graph": found}, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 -- escaped just above


@register.tag
def shared(parser: Parser, token: Token) -> "SharedNode":
    """`{% shared %}…{% endshared %}` around the title and the description: adds what a shared link shows of them."""
    nodes = parser.parse(("endshared",))
    parser.delete_first_token()
    return SharedNode(nodes)


class SharedNode(template.Node):
    def __init__(self, nodes: template.NodeList) -> None:
        self.nodelist = nodes

    def render(self, context: template.Context) -> SafeString:
        head = self.nodelist.render(context)
        request = getattr(context, "request", None)
        if request is None:
            return head
        title, description = _TITLE.search(head), _DESCRIPTION.search(head)
        properties: list[tuple[str, Any]] = [
            ("og:type", "website"),
            ("og:locale", "fr_FR"),
            ("og:site_name", site_name()),
            ("og:url", canonical(request)),
            ("og:title", _attribute(title[1] if title else "")),
            ("og:description", _attribute(description[1] if description else "")),
            ("og:image", request.build_absolute_uri(card_path(request))),
            ("og:image:type", "image/png"),
            ("og:image:width", WIDTH),
            ("og:image:height", HEIGHT),
        ]
        tags = format_html_join("\n  ", '<meta property="{}" content="{}">', properties)
        return SafeString(f'{head}\n  {tags}\n  <meta name="twitter:card" content="summary_large_image">')


def card_path(request: HttpRequest) -> str:
    """The path of the image of this page, or of the site's."""
    match = request.resolver_match
    try:
        return reverse(f"{match.url_name}_card", kwargs=match.kwargs) if match else reverse("home_card")
    except NoReverseMatch:
        return reverse("home_card")


def _attribute(text: str) -> SafeString:
    """Text that a template has escaped already, fit for an attribute."""
    return SafeString(text.replace('"', "&quot;"))
