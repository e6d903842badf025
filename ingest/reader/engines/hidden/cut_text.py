"""A text object that is seen in part only: through a window smaller than it, or under opaque shapes.

Holds what tells which of its glyphs are seen, and gathers what is kept of them. Points of the page as displayed; no PDF
library here.
"""

from dataclasses import dataclass, field
from typing import Final

from ingest.reader.records import Box, DoubtedPrint, box_around

CUT_BY_CELL: Final = "texte coupé par le bord de sa case\u202f: «\u202f{text}\u202f»"
PARTLY_HIDDEN: Final = "texte en partie caché sur la page\u202f: «\u202f{text}\u202f»"


# Times the type size. Words of one text have less white between them, those of two cells more.
BESIDE: Final = 1.0


@dataclass(slots=True)
class CutText:
    """`window`: where the object is seen, None for everywhere; `covers`: opaque shapes over it. `seen`: the words, or
    pieces of words, that are, with their boxes; `lost`: boxes of words that are not; `cut`: whether one lost letters.
    """

    window: Box | None = None
    covers: tuple[Box, ...] = ()
    cut: bool = False
    seen: list[tuple[str, Box]] = field(default_factory=list)
    lost: list[Box] = field(default_factory=list)

    def shows(self, glyph: Box) -> bool:
        """Whether a glyph is seen: its middle is."""
        in_window = self.window is None or self.window.holds(glyph)
        return in_window and not any(cover.holds(glyph) for cover in self.covers)

    def doubt(self) -> DoubtedPrint | None:
        """What is to be doubted of what is seen; None where nothing of its texts was lost: a whole cell that somebody
        masked leaves those beside it as they are."""
        beside = any(box.white_around(gone) <= BESIDE * (box.y1 - box.y0) for _, box in self.seen for gone in self.lost)
        if not self.seen or not (self.cut or beside):
            return None
        note = PARTLY_HIDDEN if self.covers else CUT_BY_CELL
        seen = " ".join(text for text, _ in self.seen)
        return DoubtedPrint(box_around(box for _, box in self.seen), note.format(text=seen))
