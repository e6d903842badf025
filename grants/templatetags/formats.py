"""The other formats of the page where the reader is."""

from typing import Any

from django import template
from django.http import HttpRequest, QueryDict
from django.urls import NoReverseMatch, resolve, reverse

from grants import alerts

register = template.Library()
# Format, label, parameters that it adds to the question.
FORMATS = (
    ("csv", "CSV", ""),
    ("csv", "CSV pour tableur français", "tableur=fr"),
    ("xlsx", "XLSX", ""),
    ("json", "JSON", ""),
)


@register.simple_tag(takes_context=True)
def formats(context: template.Context) -> list[dict[str, str]]:
    """Label and address of each format of this page, its question kept: those that `grants.urls` names after it.

    None on a page that shows `mistakes`, or that says `no_files`: the file would be a mistake too.
    """
    request = _request_of(context)
    if request is None:
        return []
    found = [
        {"label": label, "address": _address(request, "file", added, format=suffix)} for suffix, label, added in FORMATS
    ]
    found.append({"label": "Atom", "address": _address(request, "feed")})
    if request.resolver_match.url_name == "line_list" and alerts.is_possible():
        query = request.GET.urlencode()
        found.append({"label": "par courriel", "address": reverse("alerts") + (f"?{query}" if query else "")})
    return [one for one in found if one["address"]]


@register.simple_tag(takes_context=True)
def frame_address(context: template.Context) -> str:
    """The whole address of the small page that other sites may frame, this question kept; empty where there is none."""
    request = _request_of(context)
    if request is None:
        return ""
    address = _address(request, "frame")
    return request.build_absolute_uri(address) if address else ""


def _request_of(context: template.Context) -> HttpRequest | None:
    """What was asked of a page that may be had in other formats."""
    request = getattr(context, "request", None)
    known = request is not None and request.resolver_match is not None
    return request if known and not context.get("mistakes") and not context.get("no_files") else None


@register.simple_tag
def formats_of(name: str) -> list[dict[str, str]]:
    """Label and address of each format of the page of this name, whatever is asked."""
    found = [
        {"label": label, "address": _reversed(f"{name}_file", format=suffix) + (f"?{added}" if added else "")}
        for suffix, label, added in FORMATS
    ]
    feed = _reversed(f"{name}_feed")
    return [*found, {"label": "Atom", "address": feed}] if feed else found


def _address(request: HttpRequest, kind: str, added: str = "", **parts: Any) -> str:
    """The address of `<name of the page>_<kind>`, empty where there is none."""
    match = request.resolver_match
    address = _reversed(f"{match.url_name}_{kind}", **match.kwargs, **parts)
    if not address:
        return ""
    return with_question(address, request.GET, added)


def with_question(address: str, asked: QueryDict, added: str = "") -> str:
    """The address of a file with what is asked of its page: what it takes of it, and what it adds. A page lives with
    the marks that mails and networks leave in its address; a file refuses what it does not know."""
    taken = getattr(resolve(address).func.view_class, "parameters", ())
    question = QueryDict(mutable=True)
    for name, values in asked.lists():
        if name in taken and name != "page":
            question.setlist(name, values)
    question.update(QueryDict(added))
    return f"{address}?{question.urlencode()}" if question else address


def _reversed(name: str, /, **parts: Any) -> str:
    try:
        return reverse(name, kwargs=parts)
    except NoReverseMatch:
        return ""
