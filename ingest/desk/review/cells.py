"""The cells of a printed row as a person types in them, and what is saved of what was typed."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.auth.models import User

from grants.line_fields import as_text, name_of, told, value_of
from grants.models import ErrorReport, GrantLine
from ingest.desk.columns.amounts import other_amounts_of
from ingest.desk.edits import EditError, correct, parse_value
from portal.french import squeeze

# What a printed row says once, whatever its years.
ROW_FIELDS = (
    *("operator", "commune", "territory", "programme", "subprogramme"),
    *("action", "detail", "reference", "agreement"),
)
YEAR_FIELDS = ("places", "amount")  # what it says of each year
RARE_FIELDS = ("year", "places_unit")  # what is corrected on the page of the row alone
ALL_FIELDS = (*ROW_FIELDS, *RARE_FIELDS, *YEAR_FIELDS)
NUMBERS = ("amount", "places", "year")
MEANWHILE = "Quelqu’un a écrit «\u202f{}\u202f» ici entre-temps\u202f: enregistrez de nouveau pour le remplacer."


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing that a row says. `name`: of its input; `lines`: the years that it is said of.

    `typed`: as a person writes it; `read`: what was read where a person corrected it, else None; `error`: why what was
    typed was not taken, empty where nothing is wrong.
    """

    name: str
    field: str
    label: str
    lines: tuple[GrantLine, ...]
    typed: str
    read: str | None = None
    error: str = ""

    @property
    def id(self) -> str:
        """Of its input in the page."""
        return f"case-{self.lines[0].line}-{self.name}"

    @property
    def column(self) -> str:
        """The same for the cells one under the other in a table."""
        year = self.lines[0].year if self.field in YEAR_FIELDS else None
        return f"{self.field}-{year or ''}"

    @property
    def is_number(self) -> bool:
        return self.field in NUMBERS


def cells_of(lines: Sequence[GrantLine], fields: Iterable[str]) -> list[Cell]:
    """The cells of the years of one printed row: those of the row first, then those of each year."""
    wanted = set(fields)
    cells = [_cell(tuple(lines), field) for field in ROW_FIELDS if field in wanted]
    for line in lines:
        for field in (*RARE_FIELDS, *YEAR_FIELDS):
            if field in wanted:
                cells.append(_cell((line,), field))
    return cells


def cell_name(line: GrantLine, field: str) -> str:
    """The name of the input of a field: what belongs to one year has the key of its line."""
    return field if field in ROW_FIELDS else f"{field}-{line.pk}"


def _cell(lines: tuple[GrantLine, ...], field: str) -> Cell:
    first = lines[0]
    label = name_of(field).capitalize()
    if field in YEAR_FIELDS and first.year:
        label = f"{label} {first.year}"
    read = first.as_read.get(field)
    return Cell(
        cell_name(first, field), field, label, lines, typed(first, field), None if read is None else told(field, read)
    )


def typed(line: GrantLine, field: str) -> str:
    """The value of a field as a person writes it: `12 500,00` for an amount."""
    value = value_of(line, field)
    return typed_amount(value) if field == "amount" else as_text(value)


def typed_amount(euros: Decimal) -> str:
    """Euros as somebody types them: « 1 500,00 », narrow spaces between thousands."""
    return f"{euros:,.2f}".replace(",", "\u202f").replace(".", ",")


@dataclass(frozen=True, slots=True)
class Choice:
    """Another amount printed in the row, which a person may take instead: `cell` is the name of the input, `typed` what
    it would hold, `told` what the amount is, in French."""

    cell: str
    typed: str
    told: str


def choices_of(lines: Sequence[GrantLine]) -> dict[int, list[Choice]]:
    """The other amounts printed in the rows of these lines, by number of the row; one query, whatever their number."""
    choices: dict[int, list[Choice]] = {}
    others = other_amounts_of(lines)
    for line in lines:
        for other in others[line.pk]:
            header = f" («\u202f{other.header}\u202f»)" if other.header else ""
            year = f" pour {line.year}" if line.year else ""
            told = f"{other.text}{year}, {other.role_label}{header}"
            choices.setdefault(line.line, []).append(
                Choice(cell_name(line, "amount"), typed_amount(other.amount), told)
            )
    return choices


def shown_of(lines: Sequence[GrantLine]) -> str:
    """What the cells of a row hold, as JSON by name: sent back with what is typed, it tells what a person changed from
    what somebody else did meanwhile."""
    return json.dumps({cell.name: cell.typed for cell in cells_of(lines, ALL_FIELDS)}, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a row: how many cells changed, and the French reason of each that did not, by name."""

    changed: int
    errors: dict[str, str]


def save_row(
    lines: Sequence[GrantLine], posted: Mapping[str, str], author: User, *, report: ErrorReport | None = None
) -> Saved:
    """Correct what differs in the cells that were posted, by name; a cell that cannot be taken leaves the others be.

    `shown`, as `shown_of` gave it to the page, keeps what nobody touched there as it now is.
    """
    errors: dict[str, str] = {}
    changed = 0
    values: dict[GrantLine, dict[str, object]] = {line: {} for line in lines}
    shown = _shown(posted.get("shown", ""))
    for cell in cells_of(lines, ALL_FIELDS):
        if cell.name not in posted or _same(posted[cell.name], cell.typed):
            continue
        if _same(posted[cell.name], shown.get(cell.name)):
            continue
        if cell.name in shown and not _same(shown[cell.name], cell.typed):
            errors[cell.name] = MEANWHILE.format(cell.typed or "rien")
            continue
        try:
            value = parse_value(cell.field, squeeze(posted[cell.name]))
        except EditError as error:
            errors[cell.name] = str(error)
            continue
        if value != value_of(cell.lines[0], cell.field):
            values[cell.lines[0]][cell.field] = value  # what a row says once is corrected in all its years
            changed += 1
    for line, wanted in values.items():
        if wanted:
            try:
                correct(line, author, report=report, **wanted)
            except EditError as error:
                errors[cell_name(line, next(iter(wanted)))] = str(error)
    return Saved(changed, errors)


def _shown(text: str) -> dict[str, str]:
    """What `shown_of` wrote; nothing where it was not sent or makes no sense."""
    try:
        shown = json.loads(text) if text else {}
    except ValueError:
        return {}
    return {name: value for name, value in shown.items() if isinstance(value, str)} if isinstance(shown, dict) else {}


def _same(typed: str, other: str | None) -> bool:
    return other is not None and squeeze(typed) == squeeze(other)
