"""A cell over all the pages of a run, and what the cells of one column do away from page breaks."""

from dataclasses import dataclass
from typing import Final

from ingest.reader.layout.pages.page_tables import PageTable, Piece

# Share of the rows in which a column is filled for a blank in it to say that a row is not whole.
KEY_SHARE: Final = 0.9


@dataclass(slots=True)
class MendedCell:
    """A cell over all its pages: `pieces` with their tables, in order; place and spans in the joined grid."""

    row: int
    column: int
    rowspan: int
    colspan: int
    pieces: list[tuple[PageTable, Piece]]

    @property
    def last(self) -> Piece:
        return self.pieces[-1][1]

    def covers(self, start: int, end: int) -> bool:
        """Whether it stands in just these columns, the end excluded."""
        return self.column == start and self.colspan == end - start

    @property
    def has_text(self) -> bool:
        return any(piece.text for _, piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Habits:
    """What the cells of one column do away from page breaks: how many are merged, blank, both, filled, and in all."""

    merged: int = 0
    blank: int = 0
    blank_merged: int = 0
    filled: int = 0
    seen: int = 0

    @property
    def is_key(self) -> bool:
        return self.seen > 0 and self.filled >= KEY_SHARE * self.seen
