"""Words at the edges of a page: those that nobody sees, and what is in doubt because they are cut off.

Points of the page as displayed; no PDF library here.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from ingest.reader.borderless.money_texts import money_hints
from ingest.reader.geometry.alignment import share_width
from ingest.reader.records import Box, DoubtedPrint, Word

# Share of the type size. A word out of the page by more has lost most of a letter.
CUT: Final = 0.5
# Times the type size. White between a word and the one after it in the same cell.
NEXT: Final = 1.0
# Amounts out of a page that are a column of a table: fewer may be what was cropped off on purpose.
COLUMN: Final = 4

CUT_BY_EDGE: Final = "texte coupé par le bord de la page\u202f: «\u202f{text}\u202f»"


class Kept(NamedTuple):
    """The words whose middle is on the page, those that are not, and where the first ones are cut or lack the next."""

    words: list[Word]
    outside: list[Word]
    doubts: list[DoubtedPrint]


def within_page(words: Sequence[Word], width: float, height: float) -> Kept:
    """The words of a page of this size that are on it."""
    # On most pages, none is met.
    over = [word for word in words if (box := word[1])[0] < 0 or box[2] > width or box[1] < 0 or box[3] > height]
    outside = [word for word in over if not _is_on(word.box, width, height)]
    out = set(map(id, outside))
    kept = [word for word in words if id(word) not in out] if out else list(words)
    cut = [word for word in over if id(word) not in out]
    cut = [word for word in cut if max(word.box.x1 - width, -word.box.x0) > CUT * word.size]
    cut += _lacking(kept, outside, width, height) if outside else []
    return Kept(kept, outside, [DoubtedPrint(word.box, CUT_BY_EDGE.format(text=word.text)) for word in cut])


def are_amounts(outside: Sequence[Word]) -> bool:
    """Whether the words out of a page hold a column of amounts."""
    return money_hints(outside) >= COLUMN


def _is_on(box: Box, width: float, height: float) -> bool:
    return 0 <= box.x0 + box.x1 <= 2 * width and 0 <= box.y0 + box.y1 <= 2 * height


def _lacking(kept: Iterable[Word], outside: Sequence[Word], width: float, height: float) -> list[Word]:
    """The words beside which the next one is out of the page."""
    near = [
        Box(word.box.x0 - NEXT * word.size, word.box.y0, word.box.x1 + NEXT * word.size, word.box.y1)
        for word in outside
        if word.box.y1 > 0 and word.box.y0 < height
    ]
    edge = [word for word in kept if word.box.x1 > width - 2 * NEXT * word.size or word.box.x0 < 2 * NEXT * word.size]
    return [word for word in edge if any(_beside(word.box, box) for box in near)]


def _beside(one: Box, other: Box) -> bool:
    middle = (one.y0 + one.y1) / 2
    return share_width(one, other) and other.y0 < middle < other.y1
