"""Lines that read well on a recognised page where most do not: no surer than their neighbours.

Takes lines and pages; gives the same lines, some in doubt. What makes most lines of a page doubtful — coarse figures,
strokes through them — also makes wrong ones that look sure.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from ingest.reader.records import CLOUDED, SURE, LineRecord, Page
from ingest.reader.scanning.scanned_pages import was_recognised

# Share of the lines of a page that are in doubt. Measured on 77 scans: of 60 sure lines on pages with more, six were
# wrong; of 426 on the others, none.
MOST: Final = 0.65
# Lines. On a page of fewer, two doubtful ones say nothing of the page.
FEWEST: Final = 5
NOTE: Final = "la plupart des lignes de la page sont mal reconnues\u202f: à comparer avec l’image"


def doubt_poor_pages(lines: Sequence[LineRecord], pages: Iterable[Page]) -> tuple[LineRecord, ...]:
    """The lines, those of recognised pages most of whose lines are in doubt no surer than `CLOUDED`."""
    on_page: defaultdict[int, list[LineRecord]] = defaultdict(list)
    for line in lines:
        on_page[line.source.page].append(line)
    poor = {page.number for page in pages if was_recognised(page) and _is_poor(on_page[page.number])}
    return tuple(
        line.doubted(CLOUDED, NOTE) if line.source.page in poor and line.certainty >= SURE else line for line in lines
    )


def _is_poor(lines: Sequence[LineRecord]) -> bool:
    return len(lines) >= FEWEST and sum(line.certainty < SURE for line in lines) > MOST * len(lines)
