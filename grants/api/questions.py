"""What a program asks: the parameters of the pages, a cursor and a limit; read once, refused in French.

The description of each parameter comes from the filter that reads it, so that the two never differ.
"""

from collections.abc import Iterable
from typing import Any

import django_filters
from django.http import HttpRequest

from grants.models import GrantLine
from grants.questions.filters import GrantLineFilter
from grants.questions.parameters import told_unknown
from grants.templatetags.french import quoted

ROWS, MOST_ROWS = 100, 1_000  # of a page: as many as a few hundred kB hold
ONLY_OF_PAGES = ("page",)  # the API has its cursor
SORT = "tri"
EXCLUSION = "_sauf"  # ends the name of a parameter whose values are left out
CURSOR = {"name": "curseur", "description": "Donné par «\u202fsuivant\u202f»\u202f; jamais à écrire soi-même."}
LIMIT = {"name": "limite", "description": f"Lignes d’une page, de 1 à {MOST_ROWS}\u202f; {ROWS} sans elle."}


class QuestionError(ValueError):
    """A question that makes no sense; `str(error)` says why in French."""


def question_of(request: HttpRequest) -> GrantLineFilter:
    """What this address asks of the lines that count. Raises QuestionError."""
    refuse_unknown(request, GrantLineFilter.base_filters)
    question = GrantLineFilter(request.GET, queryset=GrantLine.objects.counted(), request=request)
    if not question.is_valid():
        raise QuestionError(" ".join(f"{label}\u202f: {wrong}" for label, wrong in question.mistakes))
    return question


def refuse_unknown(request: HttpRequest, known: Iterable[str]) -> None:
    """Raises QuestionError for a name that no parameter bears."""
    if wrong := told_unknown(request.GET.keys(), known):
        raise QuestionError(wrong)


def limit_of(request: HttpRequest) -> int:
    """How many rows a page holds. Raises QuestionError."""
    asked = request.GET.get("limite") or str(ROWS)
    if not (asked.isascii() and asked.isdigit() and len(asked) < 6 and 1 <= int(asked) <= MOST_ROWS):
        raise QuestionError(f"Limite\u202f: {quoted(asked)} n’est pas un nombre de 1 à {MOST_ROWS}.")
    return int(asked)


def documented(*, sorted_by_asking: bool = False, paged: bool = True, fields: Any = None) -> dict[str, Any]:
    """The parameters of an address, for its description: the question (or the fields of another form), its pages."""
    if fields is None:
        skipped = ONLY_OF_PAGES if sorted_by_asking else (*ONLY_OF_PAGES, SORT)
        known = GrantLineFilter.base_filters
        found = [_described(name, known[name]) for name in known if name not in skipped]
    else:
        found = [_plain(name, str(field.label)) for name, field in fields.items()]
    return {"parameters": found + ([_plain(**CURSOR), _plain(**LIMIT, kind="integer")] if paged else [])}


def _described(name: str, known: django_filters.Filter) -> dict[str, Any]:
    field = known.field_class
    several = issubclass(field, django_filters.MultipleChoiceFilter.field_class) or isinstance(
        known, django_filters.ModelMultipleChoiceFilter | django_filters.MultipleChoiceFilter
    )
    asked = GrantLineFilter.base_filters[name.removesuffix(EXCLUSION)]
    described = _plain(name, f"À exclure\u202f: {asked.label}" if known is not asked else str(known.label or name))
    if several:
        described |= {"schema": {"type": "array", "items": {"type": "string"}}, "style": "form", "explode": True}
        joined = "toutes exclues" if known is not asked else "jointes par «\u202fou\u202f»"
        described["description"] += f". Plusieurs valeurs sont {joined}."
    elif choices := known.extra.get("choices"):
        described["schema"] = {"type": "string", "enum": [value for value, _ in choices]}
    return described


def _plain(name: str, description: str, kind: str = "string") -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": {"type": kind}}
