"""Tables made by hand: rows of texts, with marks for merged cells, as `find_tables` would give them."""

from ingest.reader.columns import read_columns
from ingest.reader.grant_tables import titles_of
from ingest.reader.records import Box, Cell, ReadTable, Table
from ingest.reader.rows import classify_rows
from ingest.reader.set_aside.decoys import why_not_grants

# In a row: this cell goes on the one at its left, or the one above it.
LEFT, UP = "<", "^"


def a_table(rows, *, header_rows=1, title="", number=1, page=1, bold=()):
    """A table from a text with one row a line, cells parted by `|`; « < » and « ^ » merge with the left or the top, and
    « ⏎ » stands between the lines of a cell.

    `bold`: indexes of the rows set in bold.
    """
    texts = [[text.strip() for text in row.split("|")] for row in rows.splitlines() if row.strip()]
    grid = [[None] * len(texts[0]) for _ in texts]
    for r, row in enumerate(texts):
        for c, text in enumerate(row):
            if text == LEFT:
                grid[r][c] = grid[r][c - 1]
            elif text == UP:
                grid[r][c] = grid[r - 1][c]
            else:
                grid[r][c] = _cell(texts, r, c, number, page, r in bold)
    return Table(
        number=number,
        title=title,
        grid=tuple(tuple(row) for row in grid),
        header_rows=header_rows,
        boxes={page: Box(0.1, 0.1, 0.9, 0.9)},
    )


def _cell(texts, r, c, number, page, bold):
    colspan = 1
    while c + colspan < len(texts[r]) and texts[r][c + colspan] == LEFT:
        colspan += 1
    rowspan = 1
    while r + rowspan < len(texts) and texts[r + rowspan][c] == UP:
        rowspan += 1
    height = 0.8 / len(texts)
    width = 0.8 / len(texts[r])
    box = (0.1 + c * width, 0.1 + r * height, 0.1 + (c + colspan) * width, 0.1 + (r + rowspan) * height)
    lines = texts[r][c].split(" ⏎ ")
    return Cell(" ".join(lines), tuple(lines), page, number, r + 1, *box, r, c, rowspan, colspan, bold)


def read(table, *, label="annexe-1", payer="department", act_year=2024, known=None):
    """The table with its columns and rows, as `grant_tables.read_tables` gives it."""
    columns = read_columns(table, payer=payer, act_year=act_year, known=known)
    rows = classify_rows(table, columns)
    return ReadTable(
        table=table,
        label=label,
        columns=columns,
        rows=rows,
        titles=titles_of(table),
        skipped=why_not_grants(table, columns, rows, payer=payer),
    )


def roles(rows, **asked):
    """What each column of a table is taken for, with its year where it has one."""
    header_rows = asked.pop("header_rows", 1)
    columns = read_columns(a_table(rows, header_rows=header_rows), **{"act_year": 2024, **asked})
    return [f"{column.role} {column.year}" if column.year else column.role for column in columns]
