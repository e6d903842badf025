"""What robots ask for first: `/robots.txt`, and `/favicon.ico` for the browsers that look for it there."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

# Combinations of facets, orders, searches and files are the same lines again, without end.
CLOSED = (
    "/admin/",
    "/subventions/?*&",
    "/carte/?*&",
    "/*?*tri=",
    "/*?*page=",
    "/*?*tableur=",
    "/*?*zoom=",
    "/recherche/",
    "/comparer/?",
    "/verifier/?",
    "/lignes/*/signaler/",
    "/api/v1/*",
    "/*.csv",
    "/*.xlsx",
    "/*.json",
    "/*.atom?",
)
OPEN = ("/api/v1/$", "/donnees/")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """`/robots.txt`: what crawlers may read, and where the sitemap is."""
    lines = ["User-agent: *", *(f"Allow: {path}" for path in OPEN), *(f"Disallow: {path}" for path in CLOSED)]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap_index'))}", f"# {settings.SITE_NAME}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """`/favicon.ico`, which browsers ask for unasked, leads to the one icon."""
    return HttpResponse(status=301, headers={"Location": static("img/favicon.svg"), "Cache-Control": "max-age=86400"})
