"""Lines whose print is cut, struck through, partly hidden or on a damaged page, as the engine saw it → doubted.

Takes lines and the pages that they stand on; the printed reading stays, with a note and less certainty. What is doubted
is found by `engines`; nothing is judged here.
"""

from collections.abc import Iterable, Sequence

from ingest.reader.engines.notes import DAMAGED
from ingest.reader.records import UNSURE, DoubtedPrint, LineRecord, Page


def doubt_lines(lines: Sequence[LineRecord], pages: Iterable[Page]) -> tuple[LineRecord, ...]:
    """The lines, those that hold a doubted place of their page with what makes it doubtful; all of a damaged page."""
    doubts = {page.number: _doubts(page) for page in pages if page.doubts or DAMAGED in page.notes}
    return tuple(_doubted(line, *doubts.get(line.source.page, ((), ()))) for line in lines) if doubts else tuple(lines)


def _doubts(page: Page) -> tuple[list[DoubtedPrint], list[str]]:
    """What makes places of a page doubtful, and what makes the whole of it so."""
    return [_in_fractions(doubt, page) for doubt in page.doubts], [DAMAGED] if DAMAGED in page.notes else []


def _in_fractions(doubt: DoubtedPrint, page: Page) -> DoubtedPrint:
    return doubt._replace(box=page.in_fractions(doubt.box))


def _doubted(line: LineRecord, doubts: Iterable[DoubtedPrint], everywhere: Iterable[str]) -> LineRecord:
    return line.doubted(UNSURE, *everywhere, *(one.note for one in doubts if line.source.box.holds(one.box)))
