"""`/comparer/?operateur=1&operateur=2`: things side by side, under the same filters as the list of lines."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.generic import TemplateView

from grants import history
from grants.figures import stats
from grants.figures.comparisons import MOST_COMPARED, compare
from grants.figures.registers import WORDS_MAX_LENGTH
from grants.figures.remembered import remembered
from grants.models import Commune, GrantLine, Operator, Territory
from grants.questions.criteria import phrases, sentence
from grants.questions.dimensions import DIMENSIONS, NOTHING
from grants.questions.filters import GrantLineFilter
from grants.search.entries import named
from grants.views.lines import question_of

PROPOSED = 12  # things that the search for one more column shows


@dataclass(frozen=True, slots=True)
class Kind:
    """What can be compared: a parameter of the question, the field of the lines that it is about, its French names."""

    parameter: str
    field: str
    article: str
    many: str
    wanted: str
    model: type[models.Model] | None  # None: a year
    largest: Callable[..., tuple[stats.Amount, ...]] | None  # those that receive most, shown before any search


OPERATOR = "Nom d’un opérateur, commune ou code postal"
TOWN = "Nom de commune ou code postal"
KINDS = (
    Kind("operateur", "operator", "un opérateur", "opérateurs", OPERATOR, Operator, stats.top_operators),
    Kind(
        "territoire",
        "territory",
        "un territoire",
        "territoires",
        "Nom d’un territoire",
        Territory,
        stats.amounts_by_territory,
    ),
    Kind("commune", "commune", "une commune", "communes", TOWN, Commune, stats.amounts_by_commune),
    Kind("annee", "year", "une année", "années", "Année", None, None),
)


class CompareView(TemplateView):
    """Figures side by side; with one thing or none, a search box to choose another."""

    template_name = "grants/compare.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kind, values = compared(request.GET)
        question = question_of(request)
        mistakes = [] if question.is_valid() else question.mistakes
        if len(values) > MOST_COMPARED:
            mistakes = [
                *mistakes,
                (kind.many.capitalize(), f"on en compare {MOST_COMPARED} au plus, pas {len(values)}."),
            ]
        context = {"kind": kind, "kinds": KINDS, "mistakes": mistakes}
        if not mistakes:
            context |= self._answer(question, kind, values)
        return self.render_to_response(self.get_context_data(**context), status=400 if mistakes else 200)

    def _answer(self, question: GrantLineFilter, kind: Kind, values: list[str]) -> dict[str, Any]:
        things = _things(question, kind, values)
        words = self.request.GET.get("ajouter", "").strip()[:WORDS_MAX_LENGTH]
        full = len(things) >= MOST_COMPARED
        comparison = compare(question.qs, kind.field, things) if things else None
        keys = [NOTHING if key is None else str(key) for key, _ in things]
        without = [_address(self.request.GET, kind, [other for other in keys if other != key]) for key in keys]
        return {
            "comparison": comparison,
            "no_files": not things,
            "removals": list(zip(without, comparison.columns, strict=True)) if comparison else [],
            "sentence": sentence(phrases(question)),
            "words": words,
            "proposed": [] if full else self._proposed(kind, values, words),
            "full": full,
            "kept": [(name, value) for name, texts in self.request.GET.lists() for value in texts if name != "ajouter"],
        }

    def _proposed(self, kind: Kind, values: list[str], words: str) -> list[tuple[Any, str]]:
        """What answers to the words, without any those that receive most, and is not compared yet; any year.

        Each with the address that adds it.
        """
        counted = GrantLine.objects.counted()
        if kind.model is None or kind.largest is None:
            found = [(year, str(year)) for year in counted.years() if year is not None]
        elif not words:
            version = history.seen_by(self.request)
            amounts = remembered(version, counted, f"largest-{kind.parameter}", kind.largest)
            found = [(amount.of, str(amount.key)) for amount in amounts[: PROPOSED + MOST_COMPARED] if amount.of]
        else:
            things = kind.model.objects.public().filter(pk__in=named(kind.model, words))
            found = [(thing, str(thing.pk)) for thing in things[: PROPOSED + MOST_COMPARED]]
        fresh = [(thing, key) for thing, key in found if key not in values][:PROPOSED]
        return [(thing, _address(self.request.GET, kind, [*values, key])) for thing, key in fresh]


def compared(data: QueryDict) -> tuple[Kind, list[str]]:
    """What is compared, and its values, each once."""
    kind = _kind(data)
    return kind, list(dict.fromkeys(value for value in data.getlist(kind.parameter) if value))


def _kind(data: QueryDict) -> Kind:
    """What is compared: the first parameter that holds several values, else one value, else that is there at all."""
    given = {kind: len({value for value in data.getlist(kind.parameter) if value}) for kind in KINDS}
    several = (kind for kind in KINDS if given[kind] > 1)
    one = (kind for kind in KINDS if given[kind])
    named_only = (kind for kind in KINDS if kind.parameter in data)
    return next(several, None) or next(one, None) or next(named_only, KINDS[0])


def _things(question: GrantLineFilter, kind: Kind, values: list[str]) -> list[tuple[Any, Any]]:
    """What is compared, in the order asked for; what the lines say that have none of it (`sans`) stands for it."""
    known: dict[str, tuple[Any, Any]] = {NOTHING: (None, DIMENSIONS[kind.parameter].empty)}
    for thing in question.form.cleaned_data.get(kind.parameter) or []:
        if thing is not None:
            key = getattr(thing, "pk", thing)
            known[str(key)] = (key, thing)
    return [known[value] for value in values if value in known]


def _address(data: QueryDict, kind: Kind, values: list[str]) -> str:
    changed = data.copy()
    changed.pop("ajouter", None)
    changed.setlist(kind.parameter, values)
    return f"{reverse('compare')}?{changed.urlencode()}"
