"""The search box: a page of answers at an address of its own, and what is proposed while one writes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from grants.figures import stats
from grants.models import Decision, GrantLine
from grants.questions.fields import QUESTION_MAX_LENGTH, EurosField, QuestionField
from grants.search import entries, spelling
from grants.search.entries import Found, Kind
from grants.views.paging import page_links, page_of

SHOWN = 6  # pages of one kind that answer; the registers give the others
LINES_SHOWN = 5
DECISIONS_SHOWN = 10  # of a page: what is decided is read sentence by sentence
# While one writes: at most so many of each kind, in this order, and so many in all.
PROPOSED = {
    Kind.COMMUNE: 3,
    Kind.OPERATOR: 4,
    Kind.PROGRAMME: 2,
    Kind.TERRITORY: 2,
    Kind.DEPARTMENT: 1,
    Kind.ACT: 2,
}
MOST_PROPOSED = 8
HEADINGS = {
    Kind.COMMUNE: "Communes",
    Kind.OPERATOR: "Opérateurs",
    Kind.PROGRAMME: "Programmes et opérations",
    Kind.TERRITORY: "Territoires",
    Kind.DEPARTMENT: "Départements",
    Kind.ACT: "Délibérations",
}
# The kinds whose register answers to words.
REGISTERS = {Kind.COMMUNE: "commune_list", Kind.OPERATOR: "operator_list"}


class SearchForm(forms.Form):
    q = QuestionField(
        label="Mots",
        required=False,
        max_length=QUESTION_MAX_LENGTH,
        error_messages={"max_length": f"Au plus {QUESTION_MAX_LENGTH} caractères."},
    )


class SearchView(TemplateView):
    """All that answers a few words: the very page first, pages by kind, lines, sentences of the acts, page by page.
    Where nothing does, what answers the words that were likely meant, and it is said; failing that, each word alone. A
    sum of money leads to the lines of that amount."""

    template_name = "grants/search.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = SearchForm(request.GET)
        asked = request.GET.get("q", "").strip()
        if not form.is_valid():
            context = self.get_context_data(asked=asked, mistake=form.errors["q"][0])
            return self.render_to_response(context, status=400)
        words = form.cleaned_data["q"]
        context = self.answer(words) if words else {}
        if words and not context["answers"] and (meant := spelling.likely(words)):
            context = self.answer(meant)
        context["amount"] = _amount_of(words)
        if words and not context["answers"] and not context["amount"]:
            context["apart"] = spelling.apart(words)
        return self.render_to_response(self.get_context_data(asked=words, **context))

    def answer(self, words: str) -> dict[str, Any]:
        found = entries.find(words, entries.CANDIDATES)
        lines = GrantLine.objects.counted()
        amounts = stats.amounts_of_things(lines, {kind: [one.thing for one in ones] for kind, ones in found.items()})
        answering = lines.matching(words)
        summary = stats.summary(answering)
        exact = [one for ones in found.values() for one in ones if one.exact]
        decisions = page_of(self.request, Decision.objects.published().with_act().matching(words), DECISIONS_SHOWN)
        return {
            "words": words,
            "answers": bool(found or summary.rows or decisions),
            "apart": [],
            "best": [(one, amounts.get(one.thing)) for one in exact],
            "groups": [group for kind, ones in found.items() if (group := _group(kind, ones, amounts))],
            "summary": summary,
            "lines": stats.ledger(answering.largest_first()[:LINES_SHOWN].in_full()) if summary.rows else None,
            "decisions": decisions,
            "decision_links": page_links(self.request, decisions, q=words),
        }


class SuggestionView(TemplateView):
    """The part of the page that htmx puts under the box: names that begin as what is being written."""

    template_name = "grants/_suggestions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = SearchForm(self.request.GET)
        words = form.cleaned_data["q"] if form.is_valid() else ""
        proposed = self.proposed(words, self.request.GET.get("nature", "")) if words else []
        return super().get_context_data(words=words, proposed=proposed, **kwargs)

    @staticmethod
    def proposed(words: str, only: str = "") -> list[Found]:
        """The names of every kind, or of the only one that a register is about."""
        found = entries.find(words, MOST_PROPOSED, typing=True)
        wanted = {only: MOST_PROPOSED} if only in PROPOSED else PROPOSED
        ones = [one for kind, most in wanted.items() for one in found.get(kind, [])[:most]]
        return sorted(ones, key=lambda one: not one.exact)[:MOST_PROPOSED]


def _amount_of(words: str) -> dict[str, Any] | None:
    """The amount that these words are, in cents, with how many lines are voted for it; None where they are none."""
    try:
        cents = EurosField(required=False).clean(words)
    except ValidationError:
        return None
    lines = cents and GrantLine.objects.counted().at_least(cents).at_most(cents).count()
    return {"cents": cents, "euros": f"{cents / 100:.2f}".replace(".", ","), "lines": lines} if lines else None


def _group(kind: str, found: list[Found], amounts: dict[Any, int]) -> dict[str, Any]:
    """The pages of one kind that answer without being the very page, those with most money first; empty without any."""
    near = sorted((one for one in found if not one.exact), key=lambda one: -amounts.get(one.thing, 0))
    if not near:
        return {}
    return {
        "heading": HEADINGS[kind],
        "rows": [(one, amounts.get(one.thing)) for one in near[:SHOWN]],
        "register": REGISTERS.get(kind) if len(near) > SHOWN else None,
    }
