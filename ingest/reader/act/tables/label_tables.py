"""Facts of an act printed in the cells of a small table at its head: « Objet | Aide au club », « Délibération n° » over
« 31-041 ».

Takes the tables of an act and its paragraphs; gives the paragraphs with one more for each label and what is beside it
or under it. Tables that print amounts, and lists, are left alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Cell, Paragraph, Table
from ingest.reader.values.amounts_in_text import states_amount

# Rows of such a table; share of the height of the page above which it begins.
MOST_ROWS: Final = 12
HEAD: Final = 0.6
_SIGN: Final = r"(?:n ?[°o]|numero)"
_LABEL: Final = re.compile(
    rf"{_SIGN}(?: (?:d'|de |du )?(?:la |l')?(?:ordre|deliberation|acte|decision|dossier|rapport))?"
    rf"|(?:deliberation|decision|acte|rapport|arrete)(?: {_SIGN})?|date(?: de (?:la )?(?:seance|reunion))?"
    r"|(?:seance|reunion)(?: du)?|objet|titre|intitule|sujet|secretaire(?: de seance)?|president(?:e|\(e\))?"
    r"|deports?(?: ?\([^)]*\))?|(?:etaient )?presents|(?:absents?|excuses?|ayant donne pouvoir)"
)


def is_label_table(table: Table, first_page: int) -> bool:
    """Whether a table at the head of the act prints labels with what they say, and no amount."""
    if not is_at_head(table, first_page, MOST_ROWS, HEAD):
        return False
    return any(_pairs(table)) and not any(states_amount(cell.text) for row in table.grid for cell in row if cell)


def is_at_head(table: Table, first_page: int, most_rows: int, head: float) -> bool:
    """Whether a table stands on the first page alone, in no more rows, and begins in this share of its height."""
    return len(table.grid) <= most_rows and set(table.boxes) == {first_page} and table.boxes[first_page].y0 <= head


def with_labels(paragraphs: Sequence[Paragraph], tables: Iterable[Table], first_page: int) -> tuple[Paragraph, ...]:
    """The paragraphs with those of the labels of the head, where their tables stand among them."""
    told = list(paragraphs)
    for table in tables:
        if not is_label_table(table, first_page):
            continue
        top = table.boxes[first_page].y0
        above = [one for one in told if one.source.page == first_page and one.source.box.y0 < top]
        place = told.index(above[-1]) + 1 if above else 0
        told[place:place] = [_paragraph(label, value) for label, value in _pairs(table)]
    return tuple(told)


def _pairs(table: Table) -> Iterator[tuple[Cell, Cell]]:
    """Each label with the cell beside it, in two columns, or under it, in two rows."""
    if table.width == 2:
        rows = [(row[0], row[1]) for row in table.grid]
    elif len(table.grid) == 2:
        rows = list(zip(*table.grid, strict=True))
    else:
        return
    for label, value in rows:
        if label and value and label is not value and value.text.strip() and _is_label(label.text):
            yield label, value


def _is_label(text: str) -> bool:
    return _LABEL.fullmatch(plain(text).strip(" :")) is not None


def _paragraph(label: Cell, value: Cell) -> Paragraph:
    words = label.text.strip()
    joint = " " if re.search(rf"(?:{_SIGN}|du|:)$", plain(words)) else " : "
    return Paragraph(f"{words}{joint}{value.text.strip()}", value.source)
