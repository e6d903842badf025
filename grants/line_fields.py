"""The fields of a line that a person can correct: their columns, their French names, their values as kept texts.

Field names are those of the reader's line record, as in `LineEdit.field` and `GrantLine.as_read`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from grants.models import Change, GrantLine, LineEdit
from grants.templatetags.french import euros_told

Value = str | int | Decimal | None

CENTS = 100

# Field → (column, French name).
FIELDS = {
    "operator": ("operator_text", "opérateur"),
    "territory": ("territory_text", "territoire"),
    "programme": ("programme_text", "programme"),
    "subprogramme": ("subprogramme_text", "opération"),
    "commune": ("commune_text", "commune du siège"),
    "action": ("action", "action"),
    "detail": ("detail", "complément"),
    "agreement": ("agreement", "convention"),
    "reference": ("reference", "n° de dossier"),
    "amount": ("amount_cents", "montant"),
    "amount_text": ("amount_text", "montant imprimé"),
    "year": ("year", "année"),
    "places": ("places", "places"),
    "places_text": ("places_text", "places imprimées"),
    "places_unit": ("places_unit", "unité des places"),
}
NUMBERS = ("year", "places")


def column_of(field: str) -> str:
    """The column of `GrantLine` that holds this field of a record."""
    return FIELDS[field][0]


def name_of(field: str) -> str:
    """In French, without a capital."""
    return FIELDS[field][1]


def value_of(line: GrantLine, field: str) -> Value:
    """The value in force: euros for an amount."""
    return line.amount if field == "amount" else getattr(line, column_of(field))


def as_text(value: Value) -> str:
    """A value as it is kept: an amount with a dot and two decimals, nothing as an empty text."""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return "" if value is None else str(value)


def from_text(field: str, text: str) -> Value:
    """What `as_text` kept."""
    if field == "amount":
        return Decimal(text)
    if field in NUMBERS:
        return int(text) if text else None
    return text


def told(field: str, text: str) -> str:
    """A kept text as the public reads it."""
    if field == "amount" and text:
        return euros_told(int(Decimal(text) * CENTS))
    return text


@dataclass(frozen=True, slots=True)
class Correction:
    """One value that a person corrected: the French name of its field, what was read, what stands, when."""

    field: str
    name: str
    before: str
    after: str
    at: datetime | None


def corrections_of(line: GrantLine) -> list[Correction]:
    """What people corrected in a line and still differs from what was read, in the order of `FIELDS`."""
    return list(_corrections(line))


def _corrections(line: GrantLine) -> Iterator[Correction]:
    for field in FIELDS:
        read = line.as_read.get(field)
        stands = as_text(value_of(line, field))
        if read is not None and read != stands:
            yield Correction(field, name_of(field), told(field, read), told(field, stands), line.corrected_at)


def corrections_by(edits: Iterable[LineEdit]) -> list[Correction]:
    """What these entries of the log corrected and nobody took back, in their order."""
    return [
        Correction(
            edit.field, name_of(edit.field), told(edit.field, edit.before), told(edit.field, edit.after), edit.at
        )
        for edit in edits
        if edit.kind == LineEdit.Kind.CORRECTED and edit.undone_at is None and edit.field in FIELDS
    ]


def amount_read(line: GrantLine) -> Decimal | None:
    """The amount that was read, in euros, where a person corrected it; else None."""
    read = line.as_read.get("amount")
    return None if read is None or Decimal(read) == line.amount else Decimal(read)


@dataclass(frozen=True, slots=True)
class Revision:
    """One entry of the public journal about a line: when, what kind, and the values that changed, before and after."""

    at: datetime
    label: str
    values: tuple[tuple[str, str, str], ...]


# What the journal keeps of a line that readers can read: column → French name.
_JOURNAL = dict(FIELDS.values())


def revisions_of(changes: Iterable[Change]) -> list[Revision]:
    """What happened to a line since it is public, from entries of the journal, in their order."""
    return [Revision(change.at, change.get_kind_display(), tuple(_changed(change))) for change in changes]


def _changed(change: Change) -> Iterator[tuple[str, str, str]]:
    for column, name in _JOURNAL.items():
        before, after = change.before.get(column), change.after.get(column)
        if change.before and change.after and before != after:
            yield name, _read(column, before), _read(column, after)


def _read(column: str, value: Value) -> str:
    if value in (None, ""):
        return "rien"
    return euros_told(int(value)) if column == column_of("amount") else str(value)
