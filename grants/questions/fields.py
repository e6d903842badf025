"""What a parameter of the question may hold: texts as readers write them, in; values for the querysets, out.

Each field refuses what makes no sense with a French sentence that quotes it.
"""

import re
from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError
from django_filters.fields import ModelMultipleChoiceField

from grants.models import Operator, Territory
from grants.questions.dimensions import NOTHING
from grants.search.free_text import terms
from grants.templatetags.french import CENTS, quoted

QUESTION_MAX_LENGTH = 200  # characters: an address stays short enough to be sent, a question is a few words
MAX_VALUES = 100  # of one parameter: more than anyone ticks, few enough for one query
ID_MAX_LENGTH = 18  # figures of the largest id that every database takes
EARLIEST_YEAR, LATEST_YEAR = 1900, 2200  # a printed budget year is between these
MAX_EUROS = Decimal("1e12")  # more than any budget; fits the column of cents
_SPACES = re.compile(r"\s")
_FOUR_FIGURES = re.compile(r"[0-9]{4}")


class QuestionField(forms.CharField):
    """Free text that holds at least one letter or figure; a lone `?` would otherwise look like a question."""

    def clean(self, value):
        text = super().clean(value)
        if text and not terms(text):
            raise ValidationError(f"{quoted(text)} ne contient ni lettre ni chiffre.")
        return text


class YearField(forms.CharField):
    """One year of four figures; leaves an int, None where it is empty."""

    def clean(self, value):
        text = super().clean(value)
        return year_of(text) if text else None


class YearsField(forms.MultipleChoiceField):
    """Years of four figures, or `sans`; leaves ints and None."""

    def to_python(self, value):
        return [None if text == NOTHING else year_of(text) for text in super().to_python(value) if text]

    def validate(self, value):
        """Any year may be asked for: one without a line answers that there is none."""


def year_of(text: str) -> int:
    """Raises ValidationError for what is no budget year."""
    if not (_FOUR_FIGURES.fullmatch(text) and EARLIEST_YEAR <= int(text) <= LATEST_YEAR):
        raise ValidationError(f"{quoted(text)} n’est pas une année. Écrivez par exemple 2023.")
    return int(text)


class DayField(forms.DateField):
    """One day, `2023-06-26` as browsers send it; leaves a date, None where empty."""

    def __init__(self, **kwargs):
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError:
            raise ValidationError(f"{quoted(value)} n’est pas une date. Écrivez par exemple 2023-06-26.") from None


class TextsField(forms.MultipleChoiceField):
    """Texts as lines print them, or `sans`; leaves texts and None. Any may be asked for, like any word."""

    def to_python(self, value):
        texts = [text.replace("\0", "") for text in super().to_python(value) if text]
        if len(texts) > MAX_VALUES:
            raise ValidationError(f"Au plus {MAX_VALUES} valeurs à la fois.")
        return [None if text == NOTHING else text for text in texts]

    def validate(self, value):
        """See above."""


class CodesField(forms.MultipleChoiceField):
    """Some of a few known codes, or `sans`; leaves codes and None."""

    def clean(self, value):
        values = [text for text in value or [] if text]
        super().clean([text for text in values if text != NOTHING])
        return [None if text == NOTHING else text for text in values]


class EurosField(forms.CharField):
    """An amount as French people write it (`12 345,67 €`, `-450`); leaves whole cents."""

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        plain = _SPACES.sub("", text).removesuffix("€").replace("\u2212", "-").replace(",", ".")
        try:
            euros = Decimal(plain)
        except InvalidOperation:
            euros = Decimal("NaN")
        if not euros.is_finite():
            raise ValidationError(
                f"{quoted(text)} n’est pas un montant en euros. Écrivez par exemple 12500 ou 1234,56."
            )
        if abs(euros) >= MAX_EUROS:
            raise ValidationError(f"{quoted(text)} dépasse tout montant possible.")
        return int((euros * CENTS).to_integral_value())


class NamesField(ModelMultipleChoiceField):
    """Ids of things that published lines name, or `sans`; leaves the things and None."""

    def clean(self, value):
        values = [text for text in value or [] if text and text != NOTHING]  # a form sends its empty fields too
        if len(values) > MAX_VALUES:
            raise ValidationError(f"Au plus {MAX_VALUES} valeurs à la fois.")
        for text in values:
            # No id is as long (SQLite refuses larger integers), and PostgreSQL refuses a zero byte in any text.
            if len(text) > ID_MAX_LENGTH or "\0" in text:
                shown = text.replace("\0", "")
                raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": shown})
        nothing = [None] if NOTHING in (value or []) else []
        try:
            return [*super().clean(values), *nothing]  # a queryset would be asked again by all who read it
        except ValidationError:
            today = self._of_today(values)
            if today == values:
                raise
            return [*super().clean(today), *nothing]

    def _of_today(self, values):
        """The same ids, those of operators and territories that were merged replaced by what they were merged into."""
        numbers = [int(value) for value in values if value.isascii() and value.isdigit()]
        model = self.queryset.model
        if model not in (Operator, Territory) or not numbers:
            return values
        successors = dict(model.objects.filter(pk__in=numbers).values_list("pk", "merged_into"))
        known = {str(pk): str(successor) for pk, successor in successors.items() if successor}
        return list(dict.fromkeys(known.get(value, value) for value in values))
