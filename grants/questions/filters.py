"""The questions that a reader can put to the list: one entry per query-string parameter, each calling one verb.

A value that makes no sense is an error that the page shows, never an empty list. Several values of one parameter are
joined by « ou ». What the question says in French, chip by chip, is in `grants.questions.criteria`.
"""

from datetime import date

import django_filters
from django import forms
from django.db.models import QuerySet

from grants.models import Commune, Deliberation, Department, GrantLine, Operator, Programme, Territory
from grants.operators.kinds import OperatorKind
from grants.querysets import LARGEST_FIRST, GrantLineQuerySet
from grants.questions.dimensions import BANDS, BUDGETS, EXCEPT
from grants.questions.fields import QUESTION_MAX_LENGTH
from grants.questions.parameters import (
    DayFilter,
    EurosFilter,
    PageFilter,
    QuestionFilter,
    TextsFilter,
    YearFilter,
    YearsFilter,
    codes,
    names,
)
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


# Parameters that bound the answer: from, to.
RANGES = ("montant_min", "montant_max", "annee_min", "annee_max", "seance_min", "seance_max")


class GrantLineForm(forms.Form):
    """The whole question: each value makes sense alone, and they make sense together."""

    def clean(self):
        cleaned = super().clean()
        low, high = cleaned.get("montant_min"), cleaned.get("montant_max")
        if low is not None and high is not None and low > high:
            self.add_error("montant_min", "Le montant minimal dépasse le montant maximal.")
        first, last = cleaned.get("annee_min"), cleaned.get("annee_max")
        if first is not None and last is not None and first > last:
            self.add_error("annee_min", "La première année vient après la dernière.")
        opening, closing = cleaned.get("seance_min"), cleaned.get("seance_max")
        if opening and closing and opening > closing:
            self.add_error("seance_min", "Le premier jour vient après le dernier.")
        return cleaned


def _departments(request: object = None) -> QuerySet:
    return Department.objects.public()


def _territories(request: object = None) -> QuerySet:
    return Territory.objects.public().select_related("department")


def _programmes(request: object = None) -> QuerySet:
    return Programme.objects.public().of_upper_level().select_related("department")


def _operations(request: object = None) -> QuerySet:
    return Programme.objects.public().of_lower_level().select_related("department", "parent")


def _operators(request: object = None) -> QuerySet:
    return Operator.objects.public()


def _communes(request: object = None) -> QuerySet:
    return Commune.objects.public()


def _deliberations(request: object = None) -> QuerySet:
    return Deliberation.objects.published().select_related("department")


_BAND_CHOICES = [(band.key, band.label) for band in BANDS]
_DEPARTMENT = ("Département", "un département", _departments)
_TERRITORY = ("Territoire", "un territoire", _territories)
_PROGRAMME = ("Programme", "un programme", _programmes)
_OPERATION = ("Opération", "une opération", _operations)
_OPERATOR = ("Opérateur", "un opérateur", _operators)
_COMMUNE = ("Commune du siège", "une commune", _communes)
_ACT = ("Délibération", "une délibération", _deliberations)
_NATURE = ("Nature de l’opérateur", "une nature d’opérateur", OperatorKind.choices)
_AMOUNT_BAND = ("Tranche de montant", "une tranche de montant", _BAND_CHOICES)
_BUDGET = ("Budget", "un budget possible", list(BUDGETS.items()))


class GrantLineFilter(django_filters.FilterSet):
    """`/subventions/?departement=59&annee=2023&q=…`: the form, its errors, and the lines that answer.

    Values of one parameter are joined by « ou »; those of `<parameter>_sauf` are left out.
    """

    q = QuestionFilter(label="Mots", method="by_text", max_length=QUESTION_MAX_LENGTH)
    annee = YearsFilter(label="Année", method="by_value")
    annee_min = YearFilter(label="Depuis l’année", method="by_first_year")
    annee_max = YearFilter(label="Jusqu’à l’année", method="by_last_year")
    seance_min = DayFilter(label="Séance du", method="by_first_day")
    seance_max = DayFilter(label="Séance jusqu’au", method="by_last_day")
    departement = names(*_DEPARTMENT)
    territoire = names(*_TERRITORY)
    programme = names(*_PROGRAMME)
    operation = names(*_OPERATION)
    operateur = names(*_OPERATOR)
    nature = codes(*_NATURE)
    commune = names(*_COMMUNE)
    epci = TextsFilter(label="Intercommunalité du siège (SIREN)", method="by_value")
    convention = TextsFilter(label="Convention", method="by_value")
    deliberation = names(*_ACT)
    montant_min = EurosFilter(label="Montant minimal", method="by_least")
    montant_max = EurosFilter(label="Montant maximal", method="by_most")
    tranche = codes(*_AMOUNT_BAND)
    budget = codes(*_BUDGET)
    annee_sauf = YearsFilter(label="Année exclue", method="by_exclusion")
    departement_sauf = names(*_DEPARTMENT, "by_exclusion")
    territoire_sauf = names(*_TERRITORY, "by_exclusion")
    programme_sauf = names(*_PROGRAMME, "by_exclusion")
    operation_sauf = names(*_OPERATION, "by_exclusion")
    operateur_sauf = names(*_OPERATOR, "by_exclusion")
    nature_sauf = codes(*_NATURE, "by_exclusion")
    commune_sauf = names(*_COMMUNE, "by_exclusion")
    epci_sauf = TextsFilter(label="Intercommunalité exclue", method="by_exclusion")
    convention_sauf = TextsFilter(label="Convention exclue", method="by_exclusion")
    deliberation_sauf = names(*_ACT, "by_exclusion")
    tranche_sauf = codes(*_AMOUNT_BAND, "by_exclusion")
    budget_sauf = codes(*_BUDGET, "by_exclusion")
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
    def has_range(self) -> bool:
        """Whether a bound was asked for, be it a wrong one."""
        return any(self.form[name].value() for name in RANGES)

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        """What is wrong with the question: (label of the parameter, sentence)."""
        return [
            (str(self.form.fields[name].label), sentence)
            for name, sentences in self.form.errors.items()
            for sentence in sentences
        ]

    def lines_without(self, *names: str) -> GrantLineQuerySet:
        """The lines that answer the question less these parameters; only of a valid question."""
        lines = self.queryset.all()
        for name, value in self.form.cleaned_data.items():
            if name not in names:
                lines = self.filters[name].filter(lines, value)
        return lines

    def by_text(self, lines: GrantLineQuerySet, name: str, value: str) -> GrantLineQuerySet:
        return lines.matching(value)

    def by_value(self, lines: GrantLineQuerySet, name: str, value: list) -> GrantLineQuerySet:
        return lines.of_value(name, *value)

    def by_exclusion(self, lines: GrantLineQuerySet, name: str, value: list) -> GrantLineQuerySet:
        return lines.except_value(name.removesuffix(EXCEPT), *value)

    def by_first_year(self, lines: GrantLineQuerySet, name: str, value: int) -> GrantLineQuerySet:
        return lines.from_year(value)

    def by_last_year(self, lines: GrantLineQuerySet, name: str, value: int) -> GrantLineQuerySet:
        return lines.until_year(value)

    def by_first_day(self, lines: GrantLineQuerySet, name: str, value: date) -> GrantLineQuerySet:
        return lines.voted_from(value)

    def by_last_day(self, lines: GrantLineQuerySet, name: str, value: date) -> GrantLineQuerySet:
        return lines.voted_until(value)

    def by_least(self, lines: GrantLineQuerySet, name: str, value: int) -> GrantLineQuerySet:
        return lines.at_least(value)

    def by_most(self, lines: GrantLineQuerySet, name: str, value: int) -> GrantLineQuerySet:
        return lines.at_most(value)

    def not_a_condition(self, lines: GrantLineQuerySet, name: str, value: object) -> GrantLineQuerySet:
        """How the answer is shown, not what it is."""
        return lines
