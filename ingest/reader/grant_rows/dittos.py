"""« idem », « " », « // » in a cell → the text of the nearest line above that prints one."""

from collections.abc import Sequence

from ingest.reader.geometry.grid_cells import cell_text
from ingest.reader.records import Column, Role, Row
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import DITTO, DITTO_SIGNS

# Roles whose texts rows repeat; a beneficiary repeated so is told in `lines.py`, with a note.
REPEATED: frozenset[Role] = frozenset({"programme", "subprogramme", "territory", "commune"})


def is_ditto(text: str) -> bool:
    """Whether a cell says no more than that it is as the one above."""
    return text.strip() in DITTO_SIGNS or phrase(text) in DITTO


def text_or_above(rows: Sequence[Row], row: Row, column: Column) -> str:
    """The text of a row in a column, or that of the line above which it repeats; empty where no line above, under the
    same heading, prints any."""
    text = cell_text(row, column)
    if not is_ditto(text):
        return text
    for other in reversed(rows[: row.index]):
        if other.kind == "group":
            return ""
        above = cell_text(other, column) if other.kind == "line" else ""
        if above and not is_ditto(above):
            return above
    return ""
