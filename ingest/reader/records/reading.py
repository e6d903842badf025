"""All that leaves the reader for one file: what was read and what was not, tables as printed, what is personal; and
what people said of columns, which goes in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from ingest.reader.records.acts import BoundAct, DeliberationRecord
from ingest.reader.records.money import CheckRecord, LineRecord, TotalRecord
from ingest.reader.records.pages import Box, Document, Source
from ingest.reader.records.tables import Column, RowKind


@dataclass(frozen=True, slots=True)
class ProfileRecord:
    """The columns of every table of a council that prints these headers, as a person said them once.

    `department` is an INSEE code. `signature`, `kinds` and `years` go by column: its folded header with marks for
    years, a name of `KINDS`, and `printed`, `act`, `act-1`, `act+1`… for money. `listing`: whether such a table lists
    grants, None where the reader is to judge. `position`: the only table meant, as `TableRecord.position`; 0 for all.
    `told`: the French sentence that says since when, and by whom.
    """

    department: str
    signature: tuple[str, ...]
    kinds: tuple[str, ...]
    years: tuple[str, ...]
    listing: bool | None = None
    position: int = 0
    told: str = ""


PersonalKind = Literal["bank", "email", "phone", "signature", "person"]


@dataclass(frozen=True, slots=True)
class PersonalRecord:
    """One thing found on one page. `sources`: each stretch of a printed line that holds it, never across pages.

    `text` as printed, on one line; empty for a signature. `reason` says in French why it was taken for what it is.
    `service`: it leads to an office rather than to a person, as far as it tells (« contact@… »).
    """

    kind: PersonalKind
    text: str
    sources: tuple[Source, ...]
    reason: str
    service: bool = False


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


# Between the texts of the cells of a row, where it is told on one line.
BETWEEN_CELLS: Final = " | "


@dataclass(frozen=True, slots=True)
class Leftover:
    """A table row, or a sum in prose, that could not be placed: shown to staff, never dropped. `text`: a row with
    BETWEEN_CELLS."""

    text: str
    reason: str
    source: Source


@dataclass(frozen=True, slots=True)
class SkippedTable:
    """A table that gives no line. `reason`: in French, why it is not about grants; `page`: where it begins, from 1."""

    table: int
    title: str
    reason: str
    page: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one file. `notes`: in French, for the whole file. `tables`: empty where nobody asked.
    `acts`: those of a file that holds several, of which `deliberation` is the first; empty where it holds one."""

    document: Document
    deliberation: DeliberationRecord
    lines: Sequence[LineRecord]
    totals: tuple[TotalRecord, ...]
    checks: tuple[CheckRecord, ...]
    leftovers: tuple[Leftover, ...] = ()
    skipped_tables: tuple[SkippedTable, ...] = ()
    notes: tuple[str, ...] = field(default=())
    tables: tuple[TableRecord, ...] = ()
    personal: tuple[PersonalRecord, ...] = ()
    acts: tuple[BoundAct, ...] = ()
