"""What can be asked of the registers of operators and communes: a value that makes no sense is an error, in French."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpRequest

from grants.figures import registers
from grants.figures.registers import WORDS_MAX_LENGTH, Letter
from grants.models import GrantLine
from grants.questions.fields import QuestionField
from grants.templatetags.french import quoted

LARGEST_FIRST = "montant"  # `?tri=montant`; by name without it
_VALUE = quoted("%(value)s")


class RegisterForm(forms.Form):
    """A register: the words that its names answer to."""

    q = QuestionField(
        label="Mots",
        required=False,
        max_length=WORDS_MAX_LENGTH,
        error_messages={"max_length": f"Au plus {WORDS_MAX_LENGTH} caractères."},
    )

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        """What is wrong with the question: (label of the parameter, sentence)."""
        return [(str(self.fields[name].label), told) for name, all_told in self.errors.items() for told in all_told]


class OperatorListForm(RegisterForm):
    """Which operators, by name or the largest first."""

    lettre = forms.ChoiceField(
        label="Lettre", required=False, error_messages={"invalid_choice": f"aucun opérateur sous {_VALUE}."}
    )
    tri = forms.ChoiceField(
        label="Tri",
        required=False,
        choices=[("", "par nom"), (LARGEST_FIRST, "par montant")],
        error_messages={"invalid_choice": f"{_VALUE} n’est pas un tri possible."},
    )

    def __init__(self, data: Any, letters: Iterable[Letter]) -> None:
        super().__init__(data)
        self.letters = tuple(letters)
        known = [(known.letter, known.letter) for known in self.letters]
        self.fields["lettre"].choices = [("", "toutes"), *known, *((key.upper(), label) for key, label in known)]

    @classmethod
    def of(cls, request: HttpRequest) -> "OperatorListForm":
        """What this address asks, among the letters under which an operator stands."""
        return cls(request.GET, registers.operator_letters(GrantLine.objects.counted()))

    @property
    def letter(self) -> str:
        return self.cleaned_data["lettre"].lower()

    @property
    def largest_first(self) -> bool:
        return self.cleaned_data["tri"] == LARGEST_FIRST

    @property
    def count(self) -> int | None:
        """How many operators answer a valid question, which the letters say; None where words are asked for."""
        if self.cleaned_data["q"]:
            return None
        return sum(known.names for known in self.letters if self.letter in ("", known.letter))

    def rows(self) -> Any:
        """The operators that answer a valid question, with their sums."""
        return registers.operators(
            GrantLine.objects.counted(),
            letter=self.letter,
            words=self.cleaned_data["q"],
            largest_first=self.largest_first,
        )
