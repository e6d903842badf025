"""What staff type for open data: the SIRETs of several operators at once, days of signature, what the accounts hold.

Each form checks every field and says what is wrong beside it; `save` writes what is new in the name of a person and
moves the version of the public data once.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from django import forms
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from grants import history
from grants.law.agreements import Concerned
from grants.law.readiness import Unblocked
from grants.models import AgreementDate, Department, DepartmentBudget, Operator
from grants.operators.identifiers import valid_siret
from grants.templatetags.french import CENTS, long_date

_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_SIRET_FIELD = re.compile(r"siret-(\d{1,18})")
LARGEST_BUDGET = Decimal("100000000000")  # euros: a hundred thousand million, more than any département spends


class SiretField(forms.CharField):
    """Fourteen figures, however spaced; a wrong check figure is refused."""

    default_validators = [valid_siret]

    def to_python(self, value) -> str:
        return _SPACES.sub("", super().to_python(value))


class SiretsForm(forms.Form):
    """One field an operator, named `siret-<pk>`; a blank one changes nothing."""

    def __init__(self, unblocked: Iterable[Unblocked], data=None) -> None:
        super().__init__(data)
        self.unblocked = list(unblocked)
        for one in self.unblocked:
            self.fields[self.name(one.operator)] = SiretField(
                label=f"SIRET de {one.operator}",
                required=False,
                widget=forms.TextInput(attrs={"size": 18, "inputmode": "numeric", "autocomplete": "off"}),
            )

    @staticmethod
    def name(operator: Operator) -> str:
        return f"siret-{operator.pk}"

    @staticmethod
    def operators_in(data: Iterable[str]) -> set[int]:
        """The operators whose fields were sent."""
        return {int(found[1]) for name in data if (found := _SIRET_FIELD.fullmatch(name))}

    def clean(self) -> dict:
        for one in self.unblocked:
            known, typed = one.operator.siret, self.cleaned_data.get(self.name(one.operator))
            if known and typed and typed != known:
                self.add_error(
                    self.name(one.operator), f"{known} a été saisi entre-temps\u202f: changez-le sur la fiche."
                )
        return self.cleaned_data

    def rows(self) -> Iterator[tuple[Unblocked, forms.BoundField]]:
        """Each operator with its field."""
        return ((one, self[self.name(one.operator)]) for one in self.unblocked)

    @transaction.atomic
    def save(self) -> list[Operator]:
        """The operators whose number was typed."""
        typed = [
            (one.operator, self.cleaned_data[self.name(one.operator)])
            for one in self.unblocked
            if self.cleaned_data[self.name(one.operator)]
        ]
        for operator, siret in typed:
            operator.siret = siret
            operator.save(update_fields=["siret"])
        if typed:
            history.bump()
        return [operator for operator, _ in typed]


class SignaturesForm(forms.Form):
    """One field an agreement, named `signature-<act>-<operator>`: what is emptied is taken back."""

    def __init__(self, concerned: Iterable[Concerned], data=None) -> None:
        super().__init__(data)
        self.concerned = list(concerned)
        for one in self.concerned:
            for clock in one.clocks:
                self.fields[self.name(one, clock)] = forms.DateField(
                    label=f"Convention signée le, {one.operator}, {clock.act.number}",
                    required=False,
                    initial=clock.signed_on,
                    widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
                    error_messages={"invalid": "Ce n’est pas une date."},
                )

    @staticmethod
    def name(one: Concerned, clock) -> str:
        return f"signature-{clock.act.pk}-{one.operator.pk}"

    def rows(self) -> Iterator[tuple[Concerned, list[tuple]]]:
        """Each operator with its clocks, each with its field."""
        return ((one, [(clock, self[self.name(one, clock)]) for clock in one.clocks]) for one in self.concerned)

    def clean(self) -> dict:
        for one in self.concerned:
            for clock in one.clocks:
                day = self.cleaned_data.get(self.name(one, clock))
                if day and day > timezone.localdate():
                    self.add_error(self.name(one, clock), "Cette date est dans l’avenir.")
                elif day and clock.act.session_date and day < clock.act.session_date:
                    voted = long_date(clock.act.session_date)
                    self.add_error(self.name(one, clock), f"Avant le vote, qui est du {voted}.")
        return self.cleaned_data

    @transaction.atomic
    def save(self, user: User) -> int:
        """How many days changed."""
        entries = [
            AgreementDate(deliberation=clock.act, operator=one.operator, signed_on=day, author=user)
            for one in self.concerned
            for clock in one.clocks
            if (day := self.cleaned_data[self.name(one, clock)]) != clock.signed_on
        ]
        AgreementDate.objects.bulk_create(entries)
        if entries:
            history.bump()  # the SCDL files say the day
        return len(entries)


class EurosField(forms.DecimalField):
    """Euros as French figures are typed: « 1 234 567,89 € »."""

    def to_python(self, value) -> Decimal | None:
        return super().to_python(_SPACES.sub("", str(value or "")).removesuffix("€").replace(",", ".") or None)


class BudgetForm(forms.Form):
    """What the accounts of a département hold for a year, and where it is printed."""

    amount = EurosField(
        label="Total des subventions versées",
        min_value=Decimal("0.01"),
        max_value=LARGEST_BUDGET,
        decimal_places=2,
        widget=forms.TextInput(attrs={"size": 20, "inputmode": "decimal", "autocomplete": "off"}),
        help_text="En euros, tel que le compte administratif l’imprime.",
        error_messages={
            "required": "Donnez le total.",
            "invalid": "Ce n’est pas un montant en euros.",
            "min_value": "Le total doit être plus grand que zéro.",
            "max_value": "Ce total dépasse cent milliards d’euros.",
            "max_decimal_places": "Deux chiffres au plus après la virgule.",
        },
    )
    source = forms.CharField(
        label="Où c’est écrit",
        max_length=300,
        widget=forms.TextInput(attrs={"size": 60}),
        help_text="Document et page\u202f: le public les voit à côté de la note.",
        error_messages={"required": "Dites où ce total est écrit."},
    )

    def save(self, department: Department, year: int, user: User) -> DepartmentBudget:
        cents = int(self.cleaned_data["amount"] * CENTS)
        with transaction.atomic():
            entry = DepartmentBudget.objects.create(
                department=department, year=year, grants_cents=cents, source=self.cleaned_data["source"], author=user
            )
            history.bump()  # the page of the département says the grade
        return entry
