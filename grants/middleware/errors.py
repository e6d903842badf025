"""Answers that are no page, in French: moved (301), no such page of a list (400), gone (410), method refused (405),
address too long (414)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from grants.addresses import Gone, Moved, NoSuchPageError
from grants.views.errors import API, error_page

LONGEST_ADDRESS = 4_000  # characters: a question of two hundred values fits
KEPT_SECONDS = 3_600  # of a 301: a merge can be undone


class FrenchErrors:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if len(request.get_full_path()) > LONGEST_ADDRESS:
            return error_page(request, 414, f"Une adresse de ce site tient en {LONGEST_ADDRESS} caractères.")
        response = self.get_response(request)
        if response.status_code == 405 and (not response.content or request.path.startswith(API)):
            page = error_page(
                request, 405, f"Cette adresse se lit\u202f; elle ne reçoit pas de «\u202f{request.method}\u202f»."
            )
            page["Allow"] = response["Allow"]
            return page
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Moved):
            response = HttpResponsePermanentRedirect(exception.address)
            response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
            return response
        if isinstance(exception, Gone):
            response = error_page(request, 410, str(exception), exception.replacements)
            response["Cache-Control"] = "no-cache"  # browsers keep a 410 for ever; a withdrawal can be undone
            return response
        if isinstance(exception, NoSuchPageError):
            return error_page(request, 400, str(exception), exception.replacements)
        return None
