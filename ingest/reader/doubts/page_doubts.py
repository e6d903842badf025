"""Lines of recognised pages: no surer than the words that say them, nor than their neighbours → the same, less sure.

What makes most lines of a page doubtful — coarse figures, strokes through them — also makes wrong ones that look sure.
What tables print has the certainty of its cells already.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from ingest.reader.geometry.held_words import inside
from ingest.reader.records import CERTAIN, CLOUDED, SURE, UNSURE, LineRecord, Page, Word
from ingest.reader.scanning.scanned_pages import was_recognised

# Times the type size. A sentence may turn several times between a name and its amount; further down, the amount is
# that of another name.
FAR: Final = 8.0
# Letters or figures. Shorter words are printed all over a page.
LONG: Final = 3
_SIGNS: Final = ".,;:()«»*"
# Share of the lines of a page that are in doubt. Measured on 77 scans: of 60 sure lines on pages with more, six were
# wrong; of 426 on the others, none.
MOST: Final = 0.65
# Lines. On a page of fewer, two doubtful ones say nothing of the page.
FEWEST: Final = 5
POOR_PAGE_NOTE: Final = "la plupart des lignes de la page sont mal reconnues\u202f: à comparer avec l’image"


def as_sure_as_read(lines: Sequence[LineRecord], pages: Iterable[Page]) -> tuple[LineRecord, ...]:
    """The lines, those of sentences as sure as their least sure word at most."""
    on_page: defaultdict[int, list[LineRecord]] = defaultdict(list)
    for line in lines:
        if not line.source.table:
            on_page[line.source.page].append(line)
    surer: dict[int, LineRecord] = {}
    for page in pages:
        if page.number in on_page and any(word.certainty < 1 for word in page.words):
            surer |= {
                id(line): _capped(line, inside(page.in_points(line.source.box), page.words))
                for line in on_page[page.number]
            }
    return tuple(surer.get(id(line), line) for line in lines)


def _capped(line: LineRecord, words: Sequence[Word]) -> LineRecord:
    figures = " ".join(part for part in line.amount_text.split() if any(map(str.isdigit, part)))
    name, amount = _said(line.operator, words), _said(figures, words)
    # A word that is printed twice is taken for the surer one.
    least = min((max(word.certainty for word in said) for said in (*name, *amount)), default=1.0)
    certainty = min(line.certainty, least, UNSURE if _are_far(name, amount) else CERTAIN)
    return line if certainty == line.certainty else replace(line, certainty=certainty)


def _said(text: str, words: Sequence[Word]) -> list[list[Word]]:
    """For each long word of a text, the words that may be it."""
    tokens = {token.strip(_SIGNS) for token in text.split()}
    found = ([word for word in words if word.text.strip(_SIGNS) == token] for token in tokens if len(token) >= LONG)
    return [said for said in found if said]


def _are_far(name: Sequence[Sequence[Word]], amount: Sequence[Sequence[Word]]) -> bool:
    gaps = [
        abs(one.box.y1 - other.box.y1) / max(one.size, other.size)
        for said in name
        for one in said
        for figures in amount
        for other in figures
    ]
    return bool(gaps) and min(gaps) > FAR


def doubt_poor_pages(lines: Sequence[LineRecord], pages: Iterable[Page]) -> tuple[LineRecord, ...]:
    """The lines, those of recognised pages most of whose lines are in doubt no surer than `CLOUDED`."""
    on_page: defaultdict[int, list[LineRecord]] = defaultdict(list)
    for line in lines:
        on_page[line.source.page].append(line)
    poor = {page.number for page in pages if was_recognised(page) and _is_poor(on_page[page.number])}
    return tuple(
        line.doubted(CLOUDED, POOR_PAGE_NOTE) if line.source.page in poor and line.certainty >= SURE else line
        for line in lines
    )


def _is_poor(lines: Sequence[LineRecord]) -> bool:
    return len(lines) >= FEWEST and sum(line.certainty < SURE for line in lines) > MOST * len(lines)
