"""Pages of a register: `?page=2`, the other parameters kept."""

from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.http import HttpRequest
from django.utils.functional import cached_property

from grants.addresses import NoSuchPageError, Replacement
from grants.templatetags.french import quoted


class KnownCountPaginator(Paginator):
    """A paginator that is told how many rows there are: something else of the page has counted them already."""

    def __init__(self, rows: Any, size: int, count: int) -> None:
        super().__init__(rows, size)
        self.known_count = count

    @cached_property
    def count(self) -> int:
        return self.known_count


def no_such_page(asked: str | int, pages: Paginator) -> str:
    """What is told of a page that comes after the last one."""
    return f"Il n’y a pas de page {asked}\u202f: la dernière est la {pages.num_pages}."


def page_of(request: HttpRequest, rows: Any, size: int, count: int | None = None) -> Page:
    """The page that `?page=` asks for; `count`: how many rows there are, where it is known. Raises NoSuchPageError
    where there is no such page: an address never shows another."""
    pages = Paginator(rows, size) if count is None else KnownCountPaginator(rows, size, count)
    asked = request.GET.get("page") or 1
    try:
        return pages.page(asked)
    except PageNotAnInteger:
        wrong = f"Page\u202f: {quoted(asked)} n’est pas un nombre entier."
    except EmptyPage:
        wrong = no_such_page(asked, pages)
    raise NoSuchPageError(wrong, [Replacement("La première page", address_with(request, page=None))])


def page_links(request: HttpRequest, page: Page, **asked: Any) -> dict[str, Any]:
    """What `_pages.html` shows: addresses of the pages beside this one, empty where there is none; the total.

    `asked` replaces parameters of the request, where it is another question that is answered.
    """
    number, last = page.number, page.paginator.num_pages
    return {
        "total": page.paginator.count,
        "pages": {
            "first": address_with(request, page=1, **asked) if number > 2 else "",
            "previous": address_with(request, page=number - 1, **asked) if page.has_previous() else "",
            "next": address_with(request, page=number + 1, **asked) if page.has_next() else "",
            "last": address_with(request, page=last, **asked) if number < last - 1 else "",
        },
    }


def address_with(request: HttpRequest, **parameters: Any) -> str:
    """The query string of this request with other values for some parameters; None, and page 1, leave it out."""
    changed = request.GET.copy()
    for name, value in parameters.items():
        changed.pop(name, None)
        if value is not None and (name, value) != ("page", 1):
            changed[name] = str(value)
    return f"?{changed.urlencode()}" if changed else request.path
