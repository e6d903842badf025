"""What was read of an act → what was not: rows, tables and pages whose money is in no line, total nor leftover yet.

An act that grants nothing leaves nothing over: its money is that of budgets and prices. Tables set aside keep theirs.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ingest.reader.records import Leftover, LineRecord, Page, Paragraph, ReadTable, Source, Table, TotalRecord
from ingest.reader.unread.announced_rows import find_announced_rows
from ingest.reader.unread.incomplete_pages import incomplete_pages, unread_pages
from ingest.reader.unread.unread_rows import find_unread_rows, grants_in_list, without_read
from ingest.reader.unread.unread_tables import find_rows_of_tables
from ingest.reader.values.amounts import parse_amount


class WasRead(NamedTuple):
    """What one act gave; `in_sentences`: the leftovers of its sentences, which say that it grants something."""

    lines: tuple[LineRecord, ...]
    totals: tuple[TotalRecord, ...]
    leftovers: tuple[Leftover, ...]
    in_sentences: tuple[Leftover, ...]

    def sources(self) -> list[Source]:
        """Where all that was read stands. A bare amount that is left over tells nothing of the names on its row."""
        told = (left for left in self.leftovers if parse_amount(left.text) is None)
        given: tuple[LineRecord | TotalRecord | Leftover, ...] = (*self.lines, *self.totals, *told)
        return [one.source for one in given]


def find_unread(
    pages: Sequence[Page],
    tables: Sequence[Table],
    paragraphs: Sequence[Paragraph],
    reads: Sequence[ReadTable],
    was_read: WasRead,
    rows: Callable[[], tuple[Leftover, ...]] | None = None,
) -> tuple[Leftover, ...]:
    """The leftovers to add to those of the act. `rows`: those that no table holds, where they were sought already as in
    an act that has lines."""
    found: tuple[Leftover, ...] = ()
    given = was_read.lines or was_read.totals or was_read.in_sentences
    if given or any(grants_in_list(paragraph.text) for paragraph in paragraphs):
        nothing_read = not was_read.lines
        found = find_rows_of_tables(reads, nothing_read=nothing_read)
        alone = rows() if rows and was_read.lines else find_unread_rows(pages, tables, nothing_read=nothing_read)
        found += without_read(alone, [*was_read.sources(), *(left.source for left in found)])
        announced = find_announced_rows(pages, tables, paragraphs)
        found += without_read(announced, [*was_read.sources(), *(left.source for left in found)])
        found += unread_pages(pages, [*was_read.sources(), *(left.source for left in found)])
    if was_read.lines or was_read.totals or was_read.leftovers or found:
        found += incomplete_pages(pages)
    return found
