"""A page of figures small enough to stand inside another site, and the oEmbed description that tools look for.

A frame is the file of its page in another format: same question, same lines, at `<name>_frame`. It is the only page of
the site that others may frame; it holds no form and no cookie.
"""

from typing import Any
from urllib.parse import urlsplit

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.generic import View

from grants import history
from grants.exports.tables import Table
from grants.figures import stats
from grants.figures.remembered import amounts_by_year_of, summary_of
from grants.templatetags.formats import with_question
from grants.views.files import origin_of

WIDTH, HEIGHT = 600, 420  # pixels of a frame: a title, the whole, five years
_NO_FRAME = "Aucune page de ce site à intégrer à cette adresse."
KEPT_SECONDS = 86_400  # for which a tool may keep an oEmbed answer


class LineFrame:
    """The lines of a file view, as a frame: the whole of them and each year."""

    request: HttpRequest

    @method_decorator([xframe_options_exempt, csp_replace({"frame-ancestors": ["*"]})])
    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return super().get(request, **kwargs)  # type: ignore[misc]  -- of the file view beside it

    def file(self, table: Table, dialect: Any) -> HttpResponse:
        version = history.seen_by(self.request)
        summary = summary_of(version, table.rows)
        by_year = amounts_by_year_of(version, table.rows)
        context = {"title": table.title, "summary": summary, "by_year": stats.ledger(by_year)}
        return render(self.request, "grants/frame.html", context | {"page": origin_of(self.request).address})


class OembedView(View):
    """`/oembed/?url=…`: the frame of a page of this site, for tools that make one of a pasted address.

    By oEmbed 1.0 (https://oembed.com): JSON only, 501 for another format, 404 for what has no frame.
    """

    def get(self, request: HttpRequest) -> HttpResponse:
        if request.GET.get("format", "json") != "json":
            return HttpResponse(
                "Format inconnu\u202f: seul json est donné.", status=501, content_type="text/plain; charset=utf-8"
            )
        address = framed(request, request.GET.get("url", ""))
        size = {"width": _at_most(request, "maxwidth", WIDTH), "height": _at_most(request, "maxheight", HEIGHT)}
        code = render_to_string("grants/_frame_code.html", {"address": address, **size}).strip()
        site = {"provider_name": settings.SITE_NAME, "provider_url": request.build_absolute_uri("/")}
        answer = {"type": "rich", "version": "1.0", "html": code, "cache_age": KEPT_SECONDS, **size, **site}
        return JsonResponse(answer, headers={"Access-Control-Allow-Origin": "*"})


def framed(request: HttpRequest, address: str) -> str:
    """The whole address of the frame of a page of this site. Raises Http404 where there is none."""
    try:
        parts = urlsplit(address)
        match = resolve(parts.path)
        found = reverse(f"{match.url_name}_frame", kwargs=match.kwargs)
    except (ValueError, Resolver404, NoReverseMatch) as error:
        raise Http404(_NO_FRAME) from error
    if parts.netloc != request.get_host():
        raise Http404(_NO_FRAME)
    return request.build_absolute_uri(with_question(found, QueryDict(parts.query)))


def _at_most(request: HttpRequest, name: str, normal: int) -> int:
    asked = request.GET.get(name, "")
    return min(normal, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 6 and int(asked) else normal
