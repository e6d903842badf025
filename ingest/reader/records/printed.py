"""Tables as they leave the reader: all that their rows print, counted or not, for staff to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.reader.records.pages import Box, Source
from ingest.reader.records.tables import Column, RowKind


class PrintedCell(NamedTuple):
    """What a row prints in one cell, on one line. `column` counts from 0, the cell is `colspan` columns wide.

    `box` in page fractions. `carried`: the cell began in a row above and goes on over this one. `certainty`, 0 to 1, is
    that of its letters.
    """

    text: str
    column: int
    colspan: int
    box: Box
    carried: bool = False
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One printed row. `source.row` is that of the lines read in it; empty cells are left out."""

    kind: RowKind
    source: Source
    cells: tuple[PrintedCell, ...]


@dataclass(frozen=True, slots=True)
class TableRecord:
    """A table, read or set aside, with what its columns are and all its rows, the header included.

    `position` counts from 1 in the order of the document; `number` is that of `Source.table`, which the sections of
    one grid share. `label` is what lines carry (`annexe-1`). `header[c]`: the words printed over column c, from the
    top down; `header_rows`: how many rows the reader took for them, 0 where `header` is only what may head the columns.
    `skipped`: in French, why the table gives no line, empty where it may. `profile`: who gave the columns, empty where
    the reader found them.
    """

    position: int
    number: int
    label: str
    title: str
    pages: tuple[int, ...]
    header: tuple[tuple[str, ...], ...]
    header_rows: int
    columns: tuple[Column, ...]
    rows: Sequence[PrintedRow]
    skipped: str = ""
    profile: str = ""
