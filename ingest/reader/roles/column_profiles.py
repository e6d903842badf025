"""Saved profiles of a council → the columns of a table whose header they know. The header decides, never the cells.

A signature is what two years' headers share: words folded, years told by their distance to the first one printed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.places.departments import find_department
from ingest.reader.headers.column_headers import find_header, is_row_of_words
from ingest.reader.records import Column, ProfileRecord, Table
from ingest.reader.roles.column_kinds import KINDS
from ingest.reader.values.dates import find_years
from portal.french import fold, squeeze

PRINTED_YEAR, ACT_YEAR = "printed", "act"
NOT_A_LIST_REASON = "l’équipe a dit que ce tableau n’est pas une liste de subventions"
# Columns that must print a header for others of the same header to be the same table: one word heads too many.
FEWEST_HEADERS = 2

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_RELATIVE = re.compile(rf"{ACT_YEAR}([+-]\d+)?")

Levels = Sequence[Sequence[str]]


def signature_of(header: Levels) -> tuple[str, ...]:
    """What tells the header of a table from another: its words by column, its years relative to the first of them."""
    texts = [squeeze(" / ".join(levels)) for levels in header]
    years = [int(year) for text in texts for year in _YEAR.findall(text)]
    first = min(years, default=0)
    return tuple(_told(text, first) for text in texts)


def _told(text: str, first: int) -> str:
    marked = _YEAR.sub(lambda year: f" annee{int(year[0]) - first} ", text)
    return fold(marked) or squeeze(text).casefold()


def is_distinctive(signature: Sequence[str]) -> bool:
    """Whether a header says enough for another table of the council to be known by it."""
    return sum(bool(words) for words in signature) >= FEWEST_HEADERS


def profiles_of(profiles: Iterable[ProfileRecord], printed: str, asked: str = "") -> tuple[ProfileRecord, ...]:
    """The profiles of the council of an act: of the département that it prints, else of the one that was asked."""
    found = find_department(printed) or find_department(asked)
    return tuple(one for one in profiles if found and one.department == found[0])


def likely_header(table: Table) -> tuple[tuple[str, ...], ...]:
    """The words over each column, from the top down; where nothing shows a header, those of a first row of words."""
    header = find_header(table)
    if header.rows or not table.grid or not is_row_of_words(table.grid[0]):
        return header.levels
    return tuple((cell.text,) if cell and cell.text else () for cell in table.grid[0])


def headed(table: Table) -> Table:
    """The same table, its first row taken for its header where nothing else shows one: a profile knows its words."""
    return table if find_header(table).rows else replace(table, header_rows=1)


def find_profile(table: Table, position: int, profiles: Sequence[ProfileRecord]) -> ProfileRecord | None:
    """The profile that knows the header of this table: one made for it alone before one made for all."""
    if not profiles:
        return None
    signature = signature_of(likely_header(table))
    same = [one for one in profiles if one.signature == signature and len(one.kinds) == len(signature)]
    alone = next((one for one in same if one.position == position), None)
    return alone or next((one for one in same if not one.position and is_distinctive(signature)), None)


def with_profile(columns: Sequence[Column], profile: ProfileRecord, act_year: int | None) -> tuple[Column, ...]:
    """The columns as the profile says them: nothing in them is doubtful any more."""
    return tuple(
        _column(column, kind, year, act_year)
        for column, kind, year in zip(columns, profile.kinds, profile.years, strict=True)
    )


def _column(column: Column, name: str, year: str, act_year: int | None) -> Column:
    kind = KINDS[name]
    dated = kind.role in ("amount", "amount_other", "places")
    return Column(
        index=column.index,
        header=column.header,
        role=kind.role,
        year=_year(column, year, act_year) if dated else None,
        deducted=kind.deducted,
        note=kind.note,
    )


def _year(column: Column, rule: str, act_year: int | None) -> int | None:
    """The year that a rule gives; None leaves it to the act."""
    if rule == PRINTED_YEAR:
        return header_year(column.header)
    relative = _RELATIVE.fullmatch(rule)
    if not relative or act_year is None:
        return None
    return act_year + int(relative[1] or 0)


def header_year(header: str) -> int | None:
    """The one year that the words over a column print, else None: the lowest words decide."""
    found = map(find_years, reversed(header.split(" – ")))
    return next((years[0] for years in found if len(years) == 1), None)


def year_rule(header: str, year: int | None, act_year: int | None) -> str:
    """The rule by which the next document of the council finds the year that a person gave to a column of this one."""
    if year is None:
        return PRINTED_YEAR if header_year(header) else ACT_YEAR
    if year == header_year(header):
        return PRINTED_YEAR
    if act_year is None or year == act_year:
        return ACT_YEAR
    return f"{ACT_YEAR}{year - act_year:+d}"
