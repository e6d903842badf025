"""The staff guide: its list of chapters, and one page a chapter."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ingest.desk import guide
from ingest.desk.views.frame import desk_page, may_view


@may_view
@require_safe
def guide_list(request: HttpRequest) -> HttpResponse:
    """The chapters."""
    return desk_page(request, "desk/guide_list.html", "Guide", {"chapters": guide.CHAPTERS})


@may_view
@require_safe
def guide_chapter(request: HttpRequest, slug: str) -> HttpResponse:
    """One chapter, with the ones around it."""
    chapter = guide.chapter(slug)
    if chapter is None:
        raise Http404("Le guide n’a pas ce chapitre.")
    before, after = guide.around(chapter)
    context = {"chapter": chapter, "chapters": guide.CHAPTERS, "before": before, "after": after}
    return desk_page(request, chapter.template, chapter.title, context)
