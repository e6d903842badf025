"""A sheet of one grant, its headings down the left side → the same table turned upright, headings on top.

« Bénéficiaire | Union cycliste », « Objet | Critérium », « Subvention proposée | 1 500 € » is one line of a list whose
header stands in the first column. Anything else is given back as it is.
"""

from dataclasses import replace

from ingest.reader.headers.header_texts import heads_a_column
from ingest.reader.headers.header_words import head_role
from ingest.reader.records import Cell, Table
from ingest.reader.values.amounts import parse_amount

# Share of the left cells that must be header words.
_MOST = 0.6


def set_upright(table: Table) -> Table:
    """The table with its two columns as two rows, where it is the sheet of one grant; else the table itself."""
    if table.width != 2 or not _is_sheet(table):
        return table
    rows = tuple(tuple(_turned(row[side]) for row in table.grid) for side in (0, 1))
    return replace(table, grid=rows, header_rows=1)


def _is_sheet(table: Table) -> bool:
    pairs = [(left.text, right.text) for left, right in table.grid if left and right and left is not right]
    heads = [left for left, _ in pairs if heads_a_column(left)]
    roles = {head_role(left)[0] for left, _ in pairs}
    paid = any(head_role(left)[0] == "amount" and parse_amount(right) for left, right in pairs)
    if pairs and heads_a_column(pairs[0][0]) and head_role(pairs[0][1])[0] == "amount":
        return False  # « Bénéficiaire | Montant voté » heads two columns
    return paid and "operator" in roles and len(heads) >= len(table.grid) * _MOST


def _turned(cell: Cell | None) -> Cell | None:
    if cell is None:
        return None
    return cell._replace(row=cell.column, column=cell.row, rowspan=cell.colspan, colspan=cell.rowspan)
