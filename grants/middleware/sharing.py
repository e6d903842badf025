"""Open data is open to the pages of other sites too: their scripts may read the API, the files and the feeds (CORS).

Nothing else: forms and the staff's pages stay for this site alone, and no cookie is ever sent along.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from grants.views.errors import API

SUFFIXES = (".csv", ".json", ".xlsx", ".atom")
KEPT_SECONDS = 86_400  # of the answer to a browser that asks before it asks
ALLOWED = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": str(KEPT_SECONDS),
}


class OpenToAll:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not (request.path.startswith(API) or request.path.endswith(SUFFIXES)):
            return self.get_response(request)
        method = request.method
        if method == "HEAD" and request.path.startswith(API):
            request.method = "GET"  # the API declares no other; the server keeps the content to itself
        asked_before = method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
        response = HttpResponse(status=204, headers=ALLOWED) if asked_before else self.get_response(request)
        request.method = method
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link"
        return response
