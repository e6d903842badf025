"""Names of columns printed again over each part of a list → one header on top, headings as rows or as a column.

« Bénéficiaire : Judo club » over « Objet | Montant », again and again, is a column of beneficiaries: their name stands
beside each row under it. Other headings (« Canton de Varsigny ») stay rows, set from side to side. Boxes stay those of
the print; any other table is given back as it is.
"""

import re
from collections.abc import Container, Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final, NamedTuple

from ingest.reader.geometry.grid_cells import distinct_cells, each_cell, printed_cells, printed_texts
from ingest.reader.headers.column_headers import is_header_row
from ingest.reader.headers.header_words import head_role
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Cell, CellRow, Role, Table
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.headers import heads_address
from ingest.reader.vocabulary.organisations import ORGANISATION
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import opens_with_total

# Rows of headings over one part of a list, at most.
_MOST_HEADINGS: Final = 4
# Headings that name a beneficiary, over parts that print no names of columns again.
_FEWEST_NAMED: Final = 2
# Share of bare headings that are names of organisations, for all of them to name who receives, and where each stands
# over one row alone; how sure that is.
_MOST_NAMED: Final = 0.5
_SOME_NAMED: Final = 0.25
_TOLD_BY_NAME: Final = 0.6
_BENEFICIARY: Final = "Bénéficiaire"
# Letters. Words as short are initials: « CCAS ».
_SHORT: Final = 5
# Columns of places, which may be whom a row is for.
_PLACES: Final[frozenset[Role]] = frozenset({"commune", "territory"})
# Characters. A longer text is a sentence.
_LONGEST: Final = 160
# « Bénéficiaire : Judo club »; « Le Comité, à l'unanimité : Article 1 : attribue les aides suivantes : » announces.
_NAMED: Final = re.compile(r"\s*(?!(?i:l[ea]s? |l['’]))(?P<head>[^:,]{3,40}?)\s*:\s*(?P<said>\S.*(?<!:))")
_NAMING: Final[tuple[Role, ...]] = ("operator", "commune", "reference")


class _Named(NamedTuple):
    """A heading that names something: its role, the word of the heading, what it says, and the row that prints it."""

    role: Role
    head: str
    said: str
    row: int
    certainty: float = 1.0


def head_parts(table: Table) -> Table:
    """The table with the names of its columns on top, once, and what its headings name in columns of their own."""
    names = _names_again(table)
    if not names:
        return table
    over = {row for place in names for row in _headings_over(table, place)} if len(names) > 1 else set()
    roles = set(map(_role_of, printed_texts(table.grid[names[0]])))
    named = {row: one for row, one in _named_rows(table, names, over, roles).items() if one.role not in roles}
    beneficiaries = sum(one.role == "operator" for one in named.values())
    title = _said_by(table.title, names[0] + 1)
    if title and title.role == "operator" not in roles and not beneficiaries and names[0] + 1 < len(table.grid):
        return _with_columns(table, names, {title.row: title})
    if len(names) < 2 and beneficiaries < _FEWEST_NAMED:
        return table
    return _headed_once(_with_columns(table, names, named), names, over, named)


def _role_of(name: str) -> Role | None:
    """The role of a column; that of the place where it is named for both, « Intervenant / Localisation »."""
    parts = {head_role(part) for part in name.split("/")}
    return next(iter(parts & _PLACES), None) if len(parts) > 1 else head_role(name)


def _named_rows(table: Table, names: Sequence[int], over: Set[int], roles: Set[Role | None]) -> dict[int, _Named]:
    """The headings that name something, by row: those just `over` names of columns, and those that stand alone."""
    alone = [row for row in range(names[0], len(table.grid)) if row not in names and _is_alone(table.grid[row])]
    named = {row: found for row in (*over, *alone) if (found := _named(table.grid[row], row))}
    if named or over or "operator" in roles:
        return named
    return _organisations(table, alone, elsewhere=bool(roles & _PLACES))


def _headed_once(table: Table, names: Sequence[int], over: Set[int], named: Container[int]) -> Table:
    """The table with one header, on top; headings `over` parts that are not `named` in a column stay rows."""
    table = replace(table, grid=tuple(_spread(row) if index in over else row for index, row in enumerate(table.grid)))
    head, *again = _headers(table, names)
    left_out = {*head, *chain.from_iterable(again)}
    rest = [row for row in range(len(table.grid)) if row not in left_out and row not in named]
    return in_order(table, table.grid, [*head, *rest], len(head))


def _organisations(table: Table, rows: Sequence[int], *, elsewhere: bool) -> dict[int, _Named]:
    """The headings of a list without a column of beneficiaries, where they are names of organisations, not of kinds of
    them: « Club alpin », and not « Clubs ». Where rows print a place as well, `elsewhere`, each has its own heading."""
    texts = {row: " ".join(printed_texts(table.grid[row])) for row in rows}
    texts = {row: text for row, text in texts.items() if not opens_with_total(text) and not parse_amount(text)}
    opening = [found.group() for text in texts.values() if (found := ORGANISATION.match(plain(text)))]
    single = sum(word != "pays" and (not word.endswith("s") or len(word) < _SHORT) for word in opening)
    share = _SOME_NAMED if elsewhere else _MOST_NAMED
    if single < max(_FEWEST_NAMED, share * len(texts)) or len(set(texts.values())) < len(texts):
        return {}
    if elsewhere and any(other == row + 1 or other > row + 2 for row, other in pairwise(sorted(texts))):
        return {}
    return {row: _Named("operator", _BENEFICIARY, text, row, _TOLD_BY_NAME) for row, text in texts.items()}


def _headers(table: Table, names: Sequence[int]) -> list[list[int]]:
    """The rows of each header: those of the names, and the one under each of them where it is the same everywhere."""
    under = [table.grid[row + 1] for row in names if row + 1 < len(table.grid)]
    words = [[cell.text for cell in distinct_cells(row) if cell.rowspan == 1 and cell.text] for row in under]
    same = len(words) == len(names) > 1 and words[0] and all(one == words[0] for one in words)
    if not same or any(map(parse_amount, words[0])):
        return [[row] for row in names]
    return [[row, row + 1] for row in names]


def _names_again(table: Table) -> list[int]:
    """The rows that print names of columns, all in the same words; none where the first stands far from the top."""
    rows = range(min(len(table.grid), _MOST_HEADINGS + 1))
    first = next((row for row in rows if is_header_row(table.grid[row])), table.header_rows - 1)
    if first < max(0, table.header_rows - 1):
        return []
    words = _texts(table.grid[first])
    return [row for row, cells in enumerate(table.grid) if row >= first and _texts(cells) == words]


def _texts(row: CellRow) -> list[str]:
    return [phrase(cell.text) if cell else "" for cell in row]


def _is_alone(row: CellRow) -> bool:
    return len(printed_cells(row)) == 1


def _headings_over(table: Table, names: int) -> Iterator[int]:
    """The rows just above names that print one text alone, or « Adresse : » and an address."""
    for row in range(names - 1, max(-1, names - 1 - _MOST_HEADINGS), -1):
        texts = printed_texts(table.grid[row])
        whole = " ".join(texts)
        if not texts or any(map(parse_amount, texts)) or not (len(texts) == 1 or _NAMED.fullmatch(whole)):
            return
        yield row


def _named(row: CellRow, index: int) -> _Named | None:
    """What a heading names: a beneficiary, its file, or the address of one, which is no role of a row."""
    return _said_by(" ".join(printed_texts(row)), index)


def _said_by(text: str, index: int) -> _Named | None:
    found = _NAMED.fullmatch(text)
    if found is None or len(text) > _LONGEST:
        return None
    role = head_role(found["head"])
    if heads_address(found["head"]):
        role = "other"
    elif role not in _NAMING:
        return None
    return _Named(role, found["head"], found["said"], index)


def _with_columns(table: Table, names: Sequence[int], named: dict[int, _Named]) -> Table:
    """A column on the left for each kind of heading that names something, its cells over the rows of each part."""
    for head in dict.fromkeys(one.head for one in reversed(named.values())):
        parts = [one for row, one in sorted(named.items()) if one.head == head]
        ends = [*(part.row for part in parts[1:]), len(table.grid)]
        column: list[Cell | None] = [None] * len(table.grid)
        for part, end in zip(parts, ends, strict=True):
            printed = printed_cells(table.grid[part.row])[0]
            said = printed._replace(
                text=part.said,
                lines=(part.said,),
                row=part.row,
                column=0,
                rowspan=end - part.row,
                colspan=1,
                certainty=min(printed.certainty, part.certainty),
            )
            column[part.row : end] = [said] * (end - part.row)
        for row in names:
            over = next(cell for cell in table.grid[row] if cell)
            column[row] = over._replace(text=head, lines=(head,), row=row, column=0, rowspan=1, colspan=1)
        grid = each_cell(table.grid, lambda cell: cell._replace(column=cell.column + 1))
        table = replace(table, grid=tuple((first, *row) for first, row in zip(column, grid, strict=True)))
    return table


def _spread(row: CellRow) -> CellRow:
    """A heading set from side to side."""
    cell = next(cell for cell in row if cell and cell.text)
    text = " ".join(printed_texts(row))
    return (cell._replace(text=text, lines=(text,), column=0, colspan=len(row), rowspan=1),) * len(row)


def in_order(table: Table, printed: Sequence[CellRow], rows: Sequence[int], header: int) -> Table:
    """The table with these of the `printed` rows, in this order, the first of them its `header`; merged cells cover
    what is left of them."""
    grid = [printed[row] for row in rows]
    first: dict[int, int] = {}
    count: dict[int, int] = {}
    for place, row in enumerate(grid):
        for cell in {id(cell): cell for cell in row if cell}:
            first.setdefault(cell, place)
            count[cell] = count.get(cell, 0) + 1
    placed = {
        id(cell): cell._replace(row=first[id(cell)], rowspan=count[id(cell)])
        for cell in chain.from_iterable(grid)
        if cell
    }
    return replace(
        table, grid=tuple(tuple(cell and placed[id(cell)] for cell in row) for row in grid), header_rows=header
    )
