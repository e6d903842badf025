"""What a person types for a field of a line → a value that can be stored, or one French sentence that says why not."""

import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal

from grants.line_fields import FIELDS, NUMBERS, Value, column_of, name_of
from grants.models import GrantLine
from grants.templatetags.french import count
from ingest.reader.values.amounts import parse_amount
from ingest.store.values import is_beyond_measure
from portal.french import squeeze

# Years that a grant can be voted for: beyond them, a figure was typed wrongly.
FIRST_YEAR, LAST_YEAR = 1950, 2100
MOST_PLACES = 1_000_000  # of one line: more than any council counts
_CENT = Decimal("0.01")


class EditError(ValueError):
    """A gesture that makes no sense; `str(error)` is one French sentence for staff."""


def parse_value(field: str, text: str) -> Value:
    """What a person types in French (« 12 500,50 », « 2 024 ») → a value. Raises EditError where it is none."""
    text = squeeze(text)
    if field == "amount":
        if not text:
            raise EditError("Un montant est attendu\u202f: écrivez par exemple 12\u202f500,50.")
        amount = parse_amount(text)
        if amount is None:
            raise EditError(f"«\u202f{text}\u202f» n’est pas un montant\u202f: écrivez par exemple 12\u202f500,50.")
        return checked_value(field, amount.value)
    if field in NUMBERS:
        figures = text.replace(" ", "")
        if figures and not figures.isdecimal():
            name = name_of(field).capitalize()
            raise EditError(f"{name}\u202f: un nombre en chiffres est attendu, pas «\u202f{text}\u202f».")
        return checked_value(field, int(figures) if figures else None)
    return checked_value(field, text)


def checked_values(values: Mapping[str, Value]) -> dict[str, Value]:
    """These values, by field of `grants.line_fields`, as they will be stored. Raises EditError for nonsense."""
    return {field: checked_value(field, value) for field, value in values.items()}


def checked_value(field: str, value: Value) -> Value:
    """The value as the field keeps it. Raises `EditError` for nonsense, `TypeError` for a field that no line has."""
    if field not in FIELDS:
        raise TypeError(f"a line has no field {field!r}")
    if field == "amount":
        return _amount(value)
    if field == "year":
        return _within(field, value, FIRST_YEAR, LAST_YEAR, told=str)
    if field == "places":
        return _within(field, value, 0, MOST_PLACES, told=count)
    return _text(field, value)


def checked_word(word: str, why: str) -> str:
    """A word that must be said. Raises EditError, with `why`, where there is none."""
    word = squeeze(word)
    if not word:
        raise EditError(why)
    return word


def _amount(value: Value) -> Decimal:
    if not isinstance(value, Decimal) or not value.is_finite():
        raise EditError("Un montant est attendu, en euros.")
    if is_beyond_measure(value):
        raise EditError("Ce montant est hors de toute mesure.")
    if value != value.quantize(_CENT):
        raise EditError("Un montant a deux décimales au plus.")
    return value.quantize(_CENT)


def _within(field: str, value: Value, least: int, most: int, *, told: Callable[[int], str]) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or not least <= value <= most:
        name, wrong = name_of(field).capitalize(), told(value) if isinstance(value, int) else value
        raise EditError(f"{name}\u202f: un nombre de {told(least)} à {told(most)} est attendu, pas {wrong}.")
    return value


def _text(field: str, value: Value) -> str:
    """On one line, without what no page shows: controls, marks that turn the reading, characters of nobody."""
    if not isinstance(value, str):
        raise TypeError(f"{field} is a text")
    text = squeeze("".join(one for one in value if one.isspace() or not unicodedata.category(one).startswith("C")))
    longest = GrantLine._meta.get_field(column_of(field)).max_length
    if longest and len(text) > longest:
        raise EditError(
            f"{name_of(field).capitalize()}\u202f: {longest} caractères au plus, ce texte en a {len(text)}."
        )
    return text
