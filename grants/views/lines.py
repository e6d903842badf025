"""The list of lines: one question, its answer and its summary. Its files are in `line_files`."""

from typing import Any

from django.core.paginator import EmptyPage, Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import TemplateView

from grants import history
from grants.citations import answer_sentence
from grants.figures import stats
from grants.figures.remembered import summary_of
from grants.models import GrantLine
from grants.querysets import GrantLineQuerySet
from grants.questions.criteria import (
    DISPLAY,
    address_of,
    address_of_today,
    loosened,
    phrases,
    sentence,
    sort_links,
    without,
)
from grants.questions.filters import RANGES, SORT_LABELS, GrantLineFilter
from grants.questions.refinements import refinements
from grants.search import entries, spelling
from grants.templatetags.french import printed_lines
from grants.views.paging import KnownCountPaginator, no_such_page, page_links

LINES_PER_PAGE = 25
FORM_FIELDS = ("q", *RANGES, "page")


def question_of(request: HttpRequest) -> GrantLineFilter:
    """What this address asks, of the lines that count."""
    return GrantLineFilter(request.GET, queryset=GrantLine.objects.counted(), request=request)


class LinePaginator(KnownCountPaginator):
    """Pages of lines with all that their rows show, found by their ids."""

    def _get_page(self, lines: GrantLineQuerySet, number: int, paginator: Paginator) -> Page:
        return super()._get_page(lines.in_full(), number, paginator)


class LineListView(TemplateView):
    """The question as a sentence, the summary of the whole result, one page of its lines.

    A question that makes no sense is answered by its mistakes, with status 400: no figure is shown for it.
    """

    template_name = "grants/line_list.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if any("" in values for _, values in request.GET.lists()):  # a form sends its empty fields too
            return redirect(address_of(request.GET))
        question = question_of(request)
        if question.is_valid() and (today := address_of_today(question)):
            return redirect(today, permanent=True)
        answer = (
            self.answer(question)
            if question.is_valid()
            else {"criteria": (), "facets": (), "mistakes": question.mistakes}
        )
        context = self.get_context_data(question=question, kept=_kept(question), **answer)
        return self.render_to_response(context, status=400 if "mistakes" in answer else 200)

    def answer(self, question: GrantLineFilter) -> dict[str, Any]:
        """What the page says of a valid question."""
        lines, criteria = question.qs, phrases(question)
        version = history.seen_by(question.request)
        summary = summary_of(version, lines)
        words = question.form.cleaned_data["q"]
        asked = {
            "named": entries.exactly(words) if words else [],
            "criteria": criteria,
            "sentence": sentence(criteria),
            "summary": summary,
            "facets": refinements(question, version),
        }
        if not summary.rows:
            return asked | {"loosened": loosened(question), "meant": spelling.likely(words) if words else ""}
        paginator = LinePaginator(lines.sorted_by(question.sort), LINES_PER_PAGE, summary.rows)
        try:
            page = paginator.page(question.page_number)
        except EmptyPage:
            return asked | {"mistakes": [("Page", no_such_page(question.page_number, paginator))]}
        return asked | {
            "page": page,
            "lines": stats.ledger(page),
            "largest": stats.largest_line(lines),
            "columns": sort_links(question),
            "sort_label": SORT_LABELS[question.sort],
            **_cited(question, sentence(criteria), summary),
            **page_links(question.request, page),
            # A printed row of several years is one line and several amounts: the list shows amounts.
            "noun": "ligne" if summary.rows == summary.lines else "montant",
            "total_label": f"Total des {printed_lines(summary.lines)}" if summary.lines > 1 else "Total",
        }


def _cited(question: GrantLineFilter, told: str, summary: stats.Summary) -> dict[str, str]:
    """What the citing box needs: the sentence, and the question without what only its display needs."""
    asked = question.data
    for name in DISPLAY:
        asked = without(asked, name)
    return {
        "cited": answer_sentence(told, summary),
        "cited_address": question.request.build_absolute_uri(address_of(asked)),
        "cited_question": address_of(asked).partition("?")[2],
    }


def _kept(question: GrantLineFilter) -> list[tuple[str, str]]:
    """What the form sends again besides its own fields: the facets asked for and the order, never what is wrong."""
    left = {*FORM_FIELDS, *question.form.errors}
    return [(name, value) for name, values in question.data.lists() if name not in left for value in values]
