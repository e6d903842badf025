"""The questions that a reader can put to the list: one entry per query-string parameter, each calling one verb.

A value that makes no sense is an error that the page shows, never an empty list. Several values of one parameter are
joined by « ou ». What the question says in French, chip by chip, is in `grants.criteria`.
"""

from collections.abc import Callable

import django_filters
from django import forms
from django.db.models import QuerySet

from grants.fields import QUESTION_MAX_LENGTH, EurosField, NamesField, QuestionField, YearsField
from grants.models import Commune, Deliberation, Department, GrantLine, Operator, Programme, Territory
from grants.querysets import LARGEST_FIRST, GrantLineQuerySet
from grants.templatetags.french import quoted

SORT_LABELS = {
    "-montant": "montant décroissant",
    "montant": "montant croissant",
    "operateur": "opérateur, de A à Z",
    "-operateur": "opérateur, de Z à A",
    "programme": "programme, de A à Z",
    "-programme": "programme, de Z à A",
    "-annee": "année, la plus récente d’abord",
    "annee": "année, la plus ancienne d’abord",
    "-places": "places, décroissant",
    "places": "places, croissant",
    "acte": "ordre des actes, le dernier d’abord",
}


class QuestionFilter(django_filters.CharFilter):
    field_class = QuestionField


class YearsFilter(django_filters.MultipleChoiceFilter):
    field_class = YearsField


class EurosFilter(django_filters.CharFilter):
    field_class = EurosField


class PageFilter(django_filters.Filter):
    field_class = forms.IntegerField


class NamesFilter(django_filters.ModelMultipleChoiceFilter):
    field_class = NamesField


class GrantLineForm(forms.Form):
    """The whole question: each value makes sense alone, and they make sense together."""

    def clean(self):
        cleaned = super().clean()
        low, high = cleaned.get("montant_min"), cleaned.get("montant_max")
        if low is not None and high is not None and low > high:
            self.add_error("montant_min", "Le montant minimal dépasse le montant maximal.")
        return cleaned


def _names(label: str, one: str, verb: str, known: Callable[[object], QuerySet]) -> NamesFilter:
    """A parameter of several ids; `one` names what an unknown id is not."""
    unknown = f"{quoted('%(value)s')} n’est pas {one} dont une ligne soit publiée."
    messages = {"invalid_choice": unknown, "invalid_pk_value": unknown.replace("value", "pk")}
    return NamesFilter(label=label, queryset=known, method=verb, error_messages=messages)


def _departments(request: object = None) -> QuerySet:
    return Department.objects.public()


def _territories(request: object = None) -> QuerySet:
    return Territory.objects.public().select_related("department")


def _programmes(request: object = None) -> QuerySet:
    return Programme.objects.public().filter(parent__isnull=True).select_related("department")


def _operations(request: object = None) -> QuerySet:
    return Programme.objects.public().filter(parent__isnull=False).select_related("department", "parent")


def _operators(request: object = None) -> QuerySet:
    return Operator.objects.public()


def _communes(request: object = None) -> QuerySet:
    return Commune.objects.public()


def _deliberations(request: object = None) -> QuerySet:
    return Deliberation.objects.published().select_related("department")


class GrantLineFilter(django_filters.FilterSet):
    """`/subventions/?departement=59&annee=2023&q=…`: the form, its errors, and the lines that answer."""

    q = QuestionFilter(label="Mots", method="by_text", max_length=QUESTION_MAX_LENGTH)
    annee = YearsFilter(label="Année", method="by_year")
    departement = _names("Département", "un département", "by_department", _departments)
    territoire = _names("Territoire", "un territoire", "by_territory", _territories)
    programme = _names("Programme", "un programme", "by_programme", _programmes)
    operation = _names("Opération", "une opération", "by_programme", _operations)
    operateur = _names("Opérateur", "un opérateur", "by_operator", _operators)
    commune = _names("Commune du siège", "une commune", "by_commune", _communes)
    deliberation = _names("Délibération", "une délibération", "by_deliberation", _deliberations)
    montant_min = EurosFilter(label="Montant minimal", method="by_least")
    montant_max = EurosFilter(label="Montant maximal", method="by_most")
    tri = django_filters.ChoiceFilter(
        label="Tri",
        choices=list(SORT_LABELS.items()),
        method="not_a_condition",
        error_messages={"invalid_choice": f"{quoted('%(value)s')} n’est pas un tri possible."},
    )
    page = PageFilter(
        label="Page",
        method="not_a_condition",
        min_value=1,
        error_messages={
            "invalid": "Écrivez un nombre entier.",
            "min_value": "La première page porte le numéro 1.",
        },
    )

    class Meta:
        model = GrantLine
        form = GrantLineForm
        fields: list[str] = []

    @property
    def sort(self) -> str:
        """The order that was asked for, or the largest amounts first; only of a valid question."""
        return self.form.cleaned_data.get("tri") or LARGEST_FIRST

    @property
    def page_number(self) -> int:
        """The page that was asked for, from 1; only of a valid question."""
        return self.form.cleaned_data.get("page") or 1

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        """What is wrong with the question: (label of the parameter, sentence)."""
        return [
            (str(self.form.fields[name].label), sentence)
            for name, sentences in self.form.errors.items()
            for sentence in sentences
        ]

    def by_text(self, lines: GrantLineQuerySet, name: str, value: str) -> GrantLineQuerySet:
        return lines.matching(value)

    def by_year(self, lines: GrantLineQuerySet, name: str, value: list[int | None]) -> GrantLineQuerySet:
        return lines.of_year(*value)

    def by_department(self, lines: GrantLineQuerySet, name: str, value: list[Department]) -> GrantLineQuerySet:
        return lines.in_department(*value)

    def by_territory(self, lines: GrantLineQuerySet, name: str, value: list[Territory]) -> GrantLineQuerySet:
        return lines.in_territory(*value)

    def by_programme(self, lines: GrantLineQuerySet, name: str, value: list[Programme]) -> GrantLineQuerySet:
        return lines.under_programme(*value)

    def by_operator(self, lines: GrantLineQuerySet, name: str, value: list[Operator]) -> GrantLineQuerySet:
        return lines.by_operator(*value)

    def by_commune(self, lines: GrantLineQuerySet, name: str, value: list[Commune]) -> GrantLineQuerySet:
        return lines.in_commune(*value)

    def by_deliberation(self, lines: GrantLineQuerySet, name: str, value: list[Deliberation]) -> GrantLineQuerySet:
        return lines.in_deliberation(*value)

    def by_least(self, lines: GrantLineQuerySet, name: str, value: int) -> GrantLineQuerySet:
        return lines.at_least(value)

    def by_most(self, lines: GrantLineQuerySet, name: str, value: int) -> GrantLineQuerySet:
        return lines.at_most(value)

    def not_a_condition(self, lines: GrantLineQuerySet, name: str, value: object) -> GrantLineQuerySet:
        """How the answer is shown, not what it is."""
        return lines
