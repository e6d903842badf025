"""Strokes that touch a figure in a recognised cell — ticks of a pen, pieces of a border — told from the figure.

Takes `Table`s; gives the same tables. A figure freed of strokes is doubtful: one of them may have been read as a digit.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.reader.geometry.grid_cells import each_cell
from ingest.reader.records import Cell, Table
from ingest.reader.values.amounts import parse_amount

# 0–1. A figure that strokes touch is never surer.
TOUCHED: Final = 0.5
# Figures with fewer digits number rows and columns: « 1. », « 2) ».
_DIGITS: Final = 3
# Signs that strokes are read as, and the letters that a tick is, when it stands apart. No sign that stands for a letter
# that was not made out: `?8 800` is no 8 800.
_SIGNS: Final = r"[\[\]{}|/\\:;!'‘’\"“”«»_~=<>.,°✓√]"
_TICK: Final = r"[vVyYxX]"
_TOUCHED: Final = re.compile(
    rf"(?:{_SIGNS}|{_TICK}\s)*\s*(?P<figure>\(?[-–+]?\s?\d.*?)\s*(?:{_SIGNS}|\s{_TICK}(?!\w))*"
)
# A capital that stands apart before money: what a stroke of a signature or of a stamp is read as.
_LED: Final = re.compile(r"[A-ZÀ-Þ] (?P<figure>\d[\d .\u00a0\u202f]*(?:,\d\d(?: ?€)?| ?€))")


def without_strokes(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables, the recognised cells that hold a figure between strokes with the figure alone."""
    if not any(cell.certainty < 1 for table in tables for row in table.grid for cell in row if cell):
        return tuple(tables)
    return tuple(map(_freed, tables))


def _freed(table: Table) -> Table:
    return replace(table, grid=each_cell(table.grid, _freed_cell))


def _freed_cell(cell: Cell) -> Cell:
    if cell.certainty == 1 or sum(map(str.isdigit, cell.text)) < _DIGITS or parse_amount(cell.text):
        return cell
    found = _TOUCHED.fullmatch(cell.text) or _LED.fullmatch(cell.text)
    if found is None or not parse_amount(found["figure"]):
        return cell
    return cell._replace(text=found["figure"], lines=(found["figure"],), certainty=min(cell.certainty, TOUCHED))
