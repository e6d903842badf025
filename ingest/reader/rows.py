"""Rows of a table → what each one is: a line, a total, a heading, a header, something else. One `Row` a printed row.

Words and amounts decide, with the merged cells of the grid; it does not read the values of a line, nor skip a table.
"""

from dataclasses import replace
from itertools import pairwise

from ingest.reader.act.flow.vote_lines import is_vote_line
from ingest.reader.geometry.grid_cells import distinct_cells, full_width_text, own_cells
from ingest.reader.grant_rows.money_cells import is_over_money, states_amount_of
from ingest.reader.grant_rows.nested_sums import with_nested_sums
from ingest.reader.grant_rows.row_amounts import RowAmounts, closes, read_amounts
from ingest.reader.grant_rows.summing_headings import holds_rows, with_summing_headings
from ingest.reader.grant_rows.total_labels import tells_balance, tells_count, total_label
from ingest.reader.headers.column_headers import find_header, is_header_row, is_repeated_header, numbers_columns
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import (
    DOUBTFUL,
    SURE,
    Box,
    Cell,
    CellRow,
    Column,
    Role,
    Row,
    RowKind,
    Source,
    Table,
    box_around,
)
from ingest.reader.sums.total_spans import TotalSpan, find_spans, inner_totals
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.values.figures import parse_count
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import CARRIED_LABELS, NOTE_OPENINGS, VOTE_WORDS, opens_with_total

# Roles whose text says who or what a row is about; a row with an amount and none of these is a total.
_NAMES: tuple[Role, ...] = ("operator", "action", "commune", "reference", "detail", "agreement")
_HEADER: tuple[RowKind, str] = ("header", "")
# Characters: a full-width text longer than this is a note, not a heading.
_LONGEST_HEADING = 200
_UNNAMED_NOTE = "total sans libellé"
# Lines: a figure that is the sum of fewer may be one more grant.
_FEWEST_ADDED = 3
# Names that stand alone over parts of a list, at least: a single one may be of a body that gets nothing.
_FEWEST_PARTS = 2


def classify_rows(table: Table, columns: tuple[Column, ...]) -> tuple[Row, ...]:
    """Every row of the grid, the header included, in order, with its kind and the label of groups and totals."""
    header = find_header(table)
    rows = []
    for index, cells in enumerate(table.grid):
        above = table.grid[index - 1] if index else ()
        kind, label = _kind(cells, above, index, columns, header.levels) if index >= header.rows else _HEADER
        rows.append(Row(kind, index, table.grid, _source(table, index, cells), label))
    amounts = read_amounts(tuple(rows), columns)
    headed = with_nested_sums(_with_lone_headings(tuple(rows), columns), columns, amounts)
    headed = with_summing_headings(headed, columns, amounts)
    return _with_levels(_with_carried_total(headed, columns, amounts), columns, amounts)


def _kind(
    cells: CellRow, above: CellRow, index: int, columns: tuple[Column, ...], levels: tuple[tuple[str, ...], ...]
) -> tuple[RowKind, str]:
    own = own_cells(cells, index)
    if not own:
        return "other", ""
    if is_repeated_header(cells, levels) or is_header_row(cells, above) or numbers_columns(cells):
        return "header", ""
    if theme := _theme_among_names(own, levels):
        return "group", theme
    label = total_label(own, columns)
    if label:
        return "total", label
    spread = full_width_text(cells)
    if holds_rows(spread):
        return "line", ""
    if spread:
        return ("other", spread) if is_note(spread) else ("group", spread)
    if _is_bare_total(own, cells, columns):
        return "total", ""
    heading = _heading(own, columns)
    if heading:
        has_amount = any(states_amount_of(cell, columns) for cell in own)
        if has_amount and tells_balance(heading):
            return "line", ""  # that of no grant, left over with the reason
        return ("subtotal" if has_amount else "group"), heading
    named = any(cell.column < len(columns) and columns[cell.column].role in _NAMES for cell in own)
    # Money that no rule parts from its neighbours is no amount, but must be left over and not lost.
    priced = any(
        states_amount_of(cell, columns) or (is_over_money(cell, columns) and states_amount(cell.text)) for cell in own
    )
    return ("line" if named or priced else "other"), ""


def _theme_among_names(own: list[Cell], levels: tuple[tuple[str, ...], ...]) -> str:
    """« CULTURE | 2030 | 2031 » under « SPORT | 2030 | 2031 »: the theme of the rows below, where the names of several
    columns are printed again behind it."""
    first, *others = own
    again = all(levels[cell.column] and phrase(cell.text) == phrase(levels[cell.column][-1]) for cell in others)
    return first.text if first.column == 0 and len(others) > 1 and again else ""


def is_note(text: str) -> bool:
    """Whether a full-width text is a note or a word on the vote, which heads no rows."""
    words = phrase(text)
    if text.lstrip().startswith(("*", "(*", "(1", "¹")) or len(text) > _LONGEST_HEADING:
        return True
    if any(f" {one} " in f" {words} " for one in VOTE_WORDS) or is_vote_line(plain(text)):
        return True
    return any(words.startswith(f"{one} ") for one in NOTE_OPENINGS) and (":" in text or text.endswith("."))


def _is_bare_total(own: list[Cell], cells: CellRow, columns: tuple[Column, ...]) -> bool:
    """Figures alone: amounts, maybe counts, and no word in any column that names a line, merged from above included."""
    if not any(states_amount_of(cell, columns) for cell in own):
        return False
    if not all(states_amount_of(cell, columns) or _is_count(cell, columns) for cell in own):
        return False
    return not any(
        cell and cell.text.strip() and column.role in _NAMES for cell, column in zip(cells, columns, strict=True)
    )


def _heading(own: list[Cell], columns: tuple[Column, ...]) -> str:
    """The text of a row that heads those below: the only text of the row, merged, bold or in a column of headings."""
    texts = [cell for cell in own if not states_amount_of(cell, columns) and parse_count(cell.text) is None]
    if len(texts) == len(own) == 2 and texts[0].text.endswith(":") and texts[0].column == 0:
        return f"{texts[0].text} {texts[1].text}"  # « Service : » beside its name
    if len(texts) != 1 or is_note(texts[0].text):
        return ""
    cell = texts[0]
    roles = {columns[index].role for index in range(cell.column, min(cell.column + cell.colspan, len(columns)))}
    heads = bool(roles & {"territory", "programme", "subprogramme"}) and not roles & {"amount", "amount_other"}
    has_names = any(column.role in ("operator", "action") for column in columns)
    alone = len(own) == 1
    if heads and has_names and cell.colspan > 1:
        return cell.text
    if heads and has_names and alone and "operator" not in roles:
        return cell.text
    if alone and (cell.colspan > 1 or (cell.bold and cell.column == 0)):
        return cell.text
    return ""


def _with_lone_headings(rows: tuple[Row, ...], columns: tuple[Column, ...]) -> tuple[Row, ...]:
    """A name that is all that its row prints heads those below where it is bold, or in capitals as other headings are,
    and the names of the lines are not, where a total says its words again, « Culture », « Total Culture », or where all
    such names open a part: each over lines, under a total or what heads them."""
    alone = {
        row.index: own[0] for row in rows if row.kind == "line" and len(own := own_cells(row.cells, row.index)) == 1
    }
    names = {index: cell for index, cell in alone.items() if _may_head(cell, columns[cell.column])}
    if not names:
        return rows
    totals = {row.index: phrase(row.label) for row in rows if row.kind == "total"}
    others = [
        cell
        for row in rows
        if row.kind == "line" and row.index not in alone
        for cell in own_cells(row.cells, row.index)
    ]
    bold = {cell.column for cell in others if cell.bold}
    # « ADMR » without its amount, among « SPORT » and « CULTURE » that are merged over all columns, is a line.
    groups = [row for row in rows if row.kind == "group" and row.label.isupper()]
    like = {cell.colspan for row in groups for cell in own_cells(row.cells, row.index)}
    capitals = {cell.column for cell in others if cell.text.isupper()}
    over_lines = {row.index for row, under in pairwise(rows) if under.kind == "line" and under.index not in alone}
    opening = {row.index for above, row in pairwise(rows) if above.kind != "line"}
    open_parts = len(names) >= _FEWEST_PARTS and names.keys() <= opening & over_lines
    headings = {
        index
        for index, cell in names.items()
        if open_parts
        or (cell.bold and cell.column not in bold)
        or (cell.text.isupper() and cell.column not in capitals and cell.colspan in like and index in over_lines)
        or any(below > index and label.endswith(f" {phrase(cell.text)}") for below, label in totals.items())
    }
    return tuple(
        replace(row, kind="group", label=names[row.index].text) if row.index in headings else row for row in rows
    )


def _may_head(cell: Cell, column: Column) -> bool:
    """Whether a cell is in a column of names, and no end of the words over it, printed again on a line of its own."""
    return column.role in _NAMES and phrase(cell.text) not in phrase(column.header) and not opens_with_total(cell.text)


def _with_carried_total(rows: tuple[Row, ...], columns: tuple[Column, ...], amounts: RowAmounts) -> tuple[Row, ...]:
    """The rows. Where the last prints figures alone, or « 12 dossiers » beside them, and these are the exact sum of all
    lines above, it is their total, whatever name a cell merged over a page break carries down to it."""
    lines = [row for row in rows if row.kind == "line"]
    if len(lines) < _FEWEST_ADDED + 1 or rows[-1] is not lines[-1]:
        return rows
    last = rows[-1]
    own = own_cells(last.cells, last.index)
    money = [column.index for column in columns if column.role == "amount"]
    counts = [cell.text for cell in own if tells_count(cell.text)]
    if not own or not all(states_amount_of(cell, columns) or cell.text in counts for cell in own):
        return rows
    above = tuple(row.index for row in lines[:-1])
    return (
        (*rows[:-1], replace(last, kind="total", label=" ".join(counts)))
        if closes(last.index, above, money, amounts)
        else rows
    )


def _is_count(cell: Cell, columns: tuple[Column, ...]) -> bool:
    return columns[cell.column].role == "places" and parse_count(cell.text) is not None


def _source(table: Table, index: int, covering: CellRow) -> Source:
    """The box around the row: the cells that belong to it alone, else those that cover it."""
    cells = distinct_cells(covering)
    own = [cell for cell in cells if cell.row == index and cell.rowspan == 1] or cells
    if not own:
        page = min(table.boxes, default=1)
        return Source(page, table.number, index + 1, table.boxes.get(page, Box(0, 0, 1, 1)))
    page = own[0].page
    box = box_around((cell.x0, cell.y0, cell.x1, cell.y1) for cell in own if cell.page == page)
    return Source(page, table.number, min(cell.number for cell in own), box)


def _with_levels(rows: tuple[Row, ...], columns: tuple[Column, ...], amounts: RowAmounts) -> tuple[Row, ...]:
    """Totals that a later total adds up again are subtotals; a total without words says so, and whether it adds up."""
    spans = find_spans(rows, columns, amounts)
    inner = inner_totals(spans.values())
    return tuple(_with_level(row, spans.get(row.index), is_inner=row.index in inner) for row in rows)


def _with_level(row: Row, span: TotalSpan | None, *, is_inner: bool) -> Row:
    if row.kind not in ("total", "subtotal"):
        return row
    label = phrase(row.label)
    said = label.startswith("sou") or label in CARRIED_LABELS
    kind: RowKind = "subtotal" if is_inner or said or row.kind == "subtotal" else "total"
    if row.label:
        return replace(row, kind=kind)
    # A total that no label names and that adds up to nothing may be a line that lost its words.
    certainty = SURE if span and span.adds_up else DOUBTFUL
    return replace(row, kind=kind, certainty=certainty, notes=(*row.notes, _UNNAMED_NOTE))
