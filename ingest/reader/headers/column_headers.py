"""A table → which of its rows are its header, its titles and the words above each column.

It looks at words and amounts only, never at rules or fonts, and gives no role: that is for `columns.py`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.reader.geometry.grid_cells import distinct_cells, full_width_text, printed_cells
from ingest.reader.headers.header_texts import heading_text, heads_a_column, printed_heading
from ingest.reader.headers.side_by_side import name_parts_after_the_first, names_side_by_side
from ingest.reader.records import Cell, CellRow, Table
from ingest.reader.values.amounts import parse_amount
from ingest.reader.values.dates import find_years
from ingest.reader.values.figures import parse_count, remembered
from ingest.reader.vocabulary.phrases import phrase

# A header has at most this many levels in the tables we have seen (three), and one more for a title.
_MOST_HEADER_ROWS = 4
# Rows from side to side over the names of columns: more are headings of something else.
_MOST_TITLES = 2
# Names of columns on a row that is no sentence.
_NAMES_COLUMNS = 2
# Characters: a header cell is a few words, a description is longer.
_LONGEST_HEADER_CELL = 90
# « 3 », « (3) », « col. c », « 4 = 2 + 3 »
_NUMBER_OF_COLUMN = re.compile(r"\(?(?:col(?:onne)?\.?\s*)?(\d{1,2}|[a-z])\)?(?:\s*=.*)?", re.IGNORECASE)
# Characters. A figure of no more may be the number of a column, of a department.
_SHORT_FIGURE = 2
# « 2025 (1) », « 2025 * », « 2025 (proposition) »: a year that calls a note, or says what it is of, is no amount.
_YEAR_WITH_CALL = re.compile(r"(?:19|20)\d\d\s*(?:\(\w\)|\([^\W\d][^\d()]{0,30}\)|\*+)")
# « 400 € / 300 € », « Projet : 300 € »: money, though no one amount.
_SUM = re.compile(r"(?:[^\d:]+:\s*)?\d[\d .,\u00a0\u202f]*(?:€|euros?\b)")


@dataclass(frozen=True, slots=True)
class Header:
    """`rows` first rows of the table are above its body; `levels[c]` are the printed words above column `c`, from the
    top down; `titles` are full-width texts above or inside the header; `misread[c]` is what was recognised above column
    `c` where other words are understood."""

    rows: int
    levels: tuple[tuple[str, ...], ...]
    titles: tuple[str, ...] = ()
    misread: Mapping[int, str] = field(default_factory=dict)


def find_header(table: Table) -> Header:
    """Where the header ends, whatever the grid says: an amount ends it, a further row of header words goes on."""
    return table.once(_look_for_header)


def _look_for_header(table: Table) -> Header:
    rows = _header_rows(table)
    titles: list[str] = []
    levels: list[list[str]] = [[] for _ in range(table.width)]
    misread: dict[int, str] = {}
    for row in table.grid[_prose_rows(table.grid[:rows]) : rows]:
        if title := full_width_text(row):
            titles.append(title)
            continue
        if numbers_columns(row):
            continue
        for index, cell in enumerate(row):
            text = heading_text(cell) if cell else ""
            if text and text not in levels[index]:
                _add_level(levels[index], text)
            if cell and text and text != printed_heading(cell):
                misread[index] = cell.text
    _name_each(table.grid[rows - 1] if rows else (), levels)
    name_parts_after_the_first(levels)
    return Header(rows, tuple(tuple(texts) for texts in levels), tuple(dict.fromkeys(titles)), misread)


def _name_each(last: CellRow, levels: Sequence[list[str]]) -> None:
    """Give each column its own of the names that one cell of the last row of a header prints side by side."""
    for cell in distinct_cells(last):
        names = names_side_by_side(heading_text(cell), cell.colspan) if cell.colspan > 1 else ()
        for column, name in enumerate(names, cell.column):
            levels[column][-1] = name


def _prose_rows(header: Sequence[CellRow]) -> int:
    """How many rows at the top of a header are sentences that ran into it, « Vu le règlement des aides ; »: those as
    far as the last that prints a semicolon at the end of a text, where rows of names are left under them. A row of
    « Association | Objet (achat ; » names columns."""
    ends = [
        place
        for place, row in enumerate(header, 1)
        if any(cell and cell.text.endswith(";") for cell in row)
        and sum(heads_a_column(cell.text) for cell in distinct_cells(row)) < _NAMES_COLUMNS
    ]
    return ends[-1] if ends and ends[-1] < len(header) else 0


def _add_level(levels: list[str], text: str) -> None:
    """One more level over a column; words that go on in small letters (« Budget de », « l'action ») are one."""
    if levels and text[0].islower():
        levels[-1] = f"{levels[-1]} {text}"
    else:
        levels.append(text)


def _header_rows(table: Table) -> int:
    rows, titles = 0, _title_rows(table)
    for index, row in enumerate(table.grid[: max(1, titles) + _MOST_HEADER_ROWS - 1]):
        above = table.grid[index - 1] if rows else ()
        if index < table.header_rows:
            holds_data = _hold_data(printed_cells(row))
            if holds_data or (rows and (_is_first_heading(row, above) or _is_first_row(row, above))):
                break
        elif not is_header_row(row, above) and index >= titles and not _is_covered(row, index, titles):
            break
        rows = index + 1
    # A title or a heading alone is no header: without column words under it, it is the first row of the body.
    return rows if any(not full_width_text(row) and not _is_first_heading(row) for row in table.grid[:rows]) else 0


def _title_rows(table: Table) -> int:
    """How many rows from side to side a table begins with, at most: the act that it is annexed to, its title."""
    first = table.grid[:_MOST_TITLES]
    return next((index for index, row in enumerate(first) if not full_width_text(row)), len(first))


def _is_covered(row: CellRow, index: int, first: int) -> bool:
    """Whether a name of column, in a row from the `first` on, covers a row under it, which holds no data: « 2031 »
    under « Demande », « (en €) » under it."""
    over = any(cell and cell.text and first <= cell.row < index for cell in row)
    return over and not _hold_data(printed_cells(row))


def _is_first_heading(row: CellRow, above: CellRow = ()) -> bool:
    """Whether a row under the header prints one text alone, that heads no column and says no year: a heading of rows
    where no rule shows that it goes from side to side. Over several columns, or under another one than the first, a
    name of each must stand right over it, in the row `above`, or it may be the end of one."""
    cells = printed_cells(row)
    if len(cells) != 1 or cells[0].rowspan > 1:
        return False
    text, first, width = cells[0].text, cells[0].column, cells[0].colspan
    over = above[first : first + width] if first or width > 1 else ()
    named = [name for name in over if name and name.text and name.row + name.rowspan == cells[0].row]
    if (first or width > 1) and len(set(map(id, named))) < width:
        return False
    return text[0].isupper() and not heads_a_column(text) and not find_years(text)


def _is_first_row(row: CellRow, above: CellRow) -> bool:
    """Whether a row of names and figures that may be years, « Foyer rural | 2000 », stands under the names of its
    columns: each of its texts, in a cell of its own, is no word of headers and stands right under one."""
    cells = printed_cells(row)
    names = [cell for cell in cells if not cell.text.strip().isdigit()]
    return 0 < len(names) < len(cells) and all(
        cell.text[0].isupper()
        and not heads_a_column(cell.text)
        and (over := above[cell.column]) is not None
        and over.row + over.rowspan == cell.row
        and heads_a_column(over.text)
        for cell in names
    )


def is_header_row(row: CellRow, above: CellRow = ()) -> bool:
    """Whether a row is made of words that head columns: at least two, most of its cells, and no amount. `above`: the
    row before it, if it is known."""
    cells = printed_cells(row)
    if len(cells) < 2 or any(len(cell.text) > _LONGEST_HEADER_CELL for cell in cells):
        return False
    if _hold_data(cells) or _holds_figure_under(row, above):
        return False
    if len(cells) == 2 and cells[0].text.endswith(":"):
        return False  # « Service : » beside its name
    texts = [heading_text(cell) for cell in cells]
    known = sum(heads_a_column(text) for text in texts)
    return known >= 2 and known * 2 > len(texts)


def numbers_columns(row: CellRow) -> bool:
    """Whether a row numbers the columns, from the first to the last: « 1 | 2 | 3 », « (a) | (b) | (c) = (a) + (b) »."""
    texts = [text for cell in distinct_cells(row) if (text := cell.text.strip())]
    if len(texts) < 2 or not _NUMBER_OF_COLUMN.fullmatch(texts[0]):
        return False
    marks = [found[1].lower() if (found := _NUMBER_OF_COLUMN.fullmatch(text)) else "" for text in texts]
    return marks in ([str(place) for place in range(1, len(marks) + 1)], [chr(ord("a") + n) for n in range(len(marks))])


def is_repeated_header(cells: CellRow, levels: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a row prints names of columns again, under the same names, and nothing else but texts that cover rows
    under it too: « Sport | Association | Montant », where each theme stands beside a table of its own."""
    printed = [(index, cell) for index, cell in enumerate(cells) if cell and cell.text]
    own = [(index, phrase(cell.text)) for index, cell in printed if cell.rowspan == 1]
    if not own or not any(levels):
        return False
    same = sum(any(_is_part_of(text, phrase(level)) for level in levels[index]) for index, text in own)
    return same == len(own) and (same > 1 or (len(own) == len(printed) and same * 2 >= len(cells)))


def _is_part_of(text: str, name: str) -> bool:
    """Whether a text is a name of column, or its first or last words: one of the lines on which it is printed again."""
    return bool(text) and (f"{name} ".startswith(f"{text} ") or f" {name}".endswith(f" {text}"))


def is_row_of_words(row: CellRow) -> bool:
    """Whether a row prints several short texts and no figure of money: it may head columns in words nobody knows."""
    cells = printed_cells(row)
    return len(cells) > 1 and not _hold_data(cells) and all(len(cell.text) <= _LONGEST_HEADER_CELL for cell in cells)


def _holds_figure_under(row: CellRow, above: CellRow) -> bool:
    """Whether a row of texts prints a figure that is no year right under a text of its column alone, « 900 »
    under « Aide »: an amount that shows no currency."""
    own = [cell for cell in printed_cells(row) if cell not in above] if above else []
    figures = [cell for cell in own if parse_count(cell.text) is not None and len(cell.text.strip()) > _SHORT_FIGURE]
    over = (above[cell.column] for cell in figures if cell.colspan == 1 and not find_years(cell.text))
    named = any(name is not None and name.colspan == 1 and name.text for name in over)
    return named and len(figures) < len(own)


def _hold_data(cells: Iterable[Cell]) -> bool:
    return any(_is_data(cell.text) for cell in cells)


@remembered
def _is_data(text: str) -> bool:
    """Whether a text is an amount: no year that calls a note, nor a plain count."""
    if _YEAR_WITH_CALL.fullmatch(text.strip()):
        return False
    amount = parse_amount(text)
    return _SUM.match(text) is not None or (amount is not None and (amount.currency or parse_count(text) is None))
