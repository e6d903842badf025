"""All that leaves the reader for one file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ingest.reader.records.acts import BoundAct, DeliberationRecord
from ingest.reader.records.money import CheckRecord, LineRecord, TotalRecord
from ingest.reader.records.pages import Document, Source
from ingest.reader.records.personal import PersonalRecord
from ingest.reader.records.printed import TableRecord

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
