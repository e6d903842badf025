"""The kinds of parameter that a question has: each reads its values with a field of `grants.questions.fields`."""

from collections.abc import Callable, Iterable, Set

import django_filters
from django import forms
from django.db.models import QuerySet

from grants.questions.fields import (
    CodesField,
    DayField,
    EurosField,
    NamesField,
    QuestionField,
    TextsField,
    YearField,
    YearsField,
)
from grants.templatetags.french import quoted

# Of pages, of their files and of the API: the address of one serves for the others as it is.
TAKEN_EVERYWHERE = {"curseur", "limite", "page", "tableur"}


def told_unknown(asked: Set[str], known: Iterable[str]) -> str:
    """The sentence that refuses names that no parameter of an address bears; empty where each is known. A name spelt
    wrongly would be answered as if nothing had been asked by it."""
    unknown = sorted(asked - {*known, *TAKEN_EVERYWHERE})
    return f"Paramètre inconnu à cette adresse\u202f: {', '.join(map(quoted, unknown))}." if unknown else ""


class QuestionFilter(django_filters.CharFilter):
    field_class = QuestionField


class YearsFilter(django_filters.MultipleChoiceFilter):
    field_class = YearsField


class YearFilter(django_filters.CharFilter):
    field_class = YearField


class DayFilter(django_filters.Filter):
    field_class = DayField


class TextsFilter(django_filters.MultipleChoiceFilter):
    field_class = TextsField


class CodesFilter(django_filters.MultipleChoiceFilter):
    field_class = CodesField


class EurosFilter(django_filters.CharFilter):
    field_class = EurosField


class PageFilter(django_filters.Filter):
    field_class = forms.IntegerField


class NamesFilter(django_filters.ModelMultipleChoiceFilter):
    field_class = NamesField


def names(label: str, one: str, known: Callable[[object], QuerySet], verb: str = "by_value") -> NamesFilter:
    """A parameter of several ids; `one` names what an unknown id is not."""
    unknown = f"{quoted('%(value)s')} n’est pas {one} dont une ligne soit publiée."
    messages = {"invalid_choice": unknown, "invalid_pk_value": unknown.replace("value", "pk")}
    return NamesFilter(label=label, queryset=known, method=verb, error_messages=messages)


def codes(label: str, one: str, choices: Iterable[tuple[str, str]], verb: str = "by_value") -> CodesFilter:
    """A parameter of a few fixed values."""
    unknown = f"{quoted('%(value)s')} n’est pas {one}."
    return CodesFilter(label=label, choices=list(choices), method=verb, error_messages={"invalid_choice": unknown})
