"""Pages kept by browsers, proxies and this process as long as the data stay the same, and not a moment longer.

One query says which version of the data is public. An answer that depends on nobody (no cookie, no session) carries
that version as its ETag: the same request at the same version is answered 304 without making the page again, and
another reader gets the page that was made for the first one.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

from grants import history

PRIVATE = ("/admin/",)  # never asked for the version, never kept
PAGES = "pages"  # of settings.CACHES
LARGEST_KEPT = 400_000  # bytes: a map of 1 500 communes; most pages take a tenth of it
SECONDS = 24 * 3600
_SOURCES = ("grants", "portal", "templates", "static")
_KINDS = {".py", ".html", ".css", ".js", ".svg"}


class Freshness:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.DEBUG or request.method not in ("GET", "HEAD") or request.path.startswith(PRIVATE):
            return self.get_response(request)
        # Before the page is made: data that come meanwhile leave it with the older version, made again next time.
        request.data_version = version = history.current()
        etag, changed_at = _etag(request, version), _changed_at(version)
        kept = _KeptPage(request, version, etag)
        response = get_conditional_response(request, etag, changed_at) or kept.find()
        if response is None:
            response = self.get_response(request)
            if getattr(request, "shows_draft", False):
                patch_cache_control(response, private=True, no_store=True)
            if not _is_public(response):
                return response
            kept.keep(response)
        response["ETag"] = etag
        response["Last-Modified"] = http_date(changed_at)
        patch_cache_control(response, public=True, no_cache=True)
        return response


class _KeptPage:
    """The answer to one address at one version, kept for the next reader; never one for somebody known by a cookie, nor
    before a first publication. Parts of pages are not kept: what is asked at each letter typed would push pages out."""

    def __init__(self, request: HttpRequest, version: history.Version, etag: str) -> None:
        is_part = bool(request.headers.get("HX-Request"))
        self.may_be = bool(version.number) and not request.COOKIES and not is_part
        self.may_keep = self.may_be and request.method == "GET"  # an answer to HEAD has no content
        self.key = sha256(f"{etag} {request.build_absolute_uri()}".encode()).hexdigest()

    def find(self) -> HttpResponse | None:
        return caches[PAGES].get(self.key) if self.may_be else None

    def keep(self, response: HttpResponse) -> None:
        if self.may_keep and not response.streaming and len(response.content) <= LARGEST_KEPT:
            caches[PAGES].set(self.key, response, SECONDS)


def _is_public(response: HttpResponse) -> bool:
    """Whether this answer is the same for everybody, and says nothing yet of how long it can be kept."""
    told = response.has_header("Cache-Control") or response.has_header("ETag")
    personal = response.cookies or "cookie" in response.get("Vary", "").lower()
    return response.status_code == 200 and not told and not personal


def _etag(request: HttpRequest, version: history.Version) -> str:
    part = "-partie" if request.headers.get("HX-Request") else ""
    return f'W/"{release()[0]}-{version.number}{part}"'


def _changed_at(version: history.Version) -> int:
    """When the answer last changed, in seconds: with the data, or with the site itself."""
    changed_at = version.changed_at or datetime.fromtimestamp(0, tz=UTC)
    return max(int(changed_at.timestamp()), release()[1])


@cache
def release() -> tuple[str, int]:
    """The print of what makes the pages (code, templates, settings shown), and when it last changed."""
    root = Path(settings.BASE_DIR)
    files = sorted(path for name in _SOURCES for path in (root / name).rglob("*") if path.suffix in _KINDS)
    digest = sha256(settings.SITE_NAME.encode())
    for path in files:
        digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:8], int(max(path.stat().st_mtime for path in files))
