"""Words of one cell → lines as printed.

Points; a line knows the width it was set in, which tells a word cut for want of room from two words. It does not know
tables or pages.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from ingest.reader.geometry.word_lines import SAME_LINE
from ingest.reader.records import Box, Word
from ingest.reader.values.figures import FAR_SPACE, MINUS

# Share of the type size. Under this, no space is printed between two words: a change of font inside a word. The
# narrowest printed space, U+202F, is a sixth.
NO_SPACE: Final = 0.08
# Share of the type size. Glyphs over one another by more than this are not one word going on.
OVERPRINT: Final = 0.3

# Share of the type size. Two figures, or a figure and a dash, with more white between them are not one number: no
# justified line leaves as much inside one.
FAR: Final = 1.5

# Relative widths of letters and digits, the same within a few hundredths in all text faces: what is known of the next
# glyph is the width of the word that it begins.
_RELATIVE_WIDTHS: Final = {
    letter: width
    for width, letters in {
        0.22: "ijl",
        0.28: "ftI",
        0.33: "r",
        0.5: "cksvxyzJ",
        0.56: "abdeghnopquL0123456789",
        0.61: "FTZ",
        0.67: "ABEKPSVXY",
        0.72: "wCDHNRU",
        0.78: "GOQ",
        0.83: "mM",
        0.94: "W",
    }.items()
    for letter in letters
}
_USUAL_WIDTH: Final = 0.56  # in ems, of other letters: that of most

_DASH: Final = re.compile(MINUS)
_THOUSANDS: Final = re.compile(r"\d{3}(?!\d)")
_OPENS: Final = re.compile(r"(?<!\d)\d{1,3}\Z")


class CellLine(NamedTuple):
    """One printed line of a cell: its ends and those of the cell, along the line."""

    text: str
    start: float
    end: float
    cell_start: float
    cell_end: float
    words: int
    first_word: str
    first_width: float

    @property
    def first_glyph(self) -> float:
        """The width of the first glyph, in points, from that of its word."""
        widths = [_RELATIVE_WIDTHS.get(letter, _USUAL_WIDTH) for letter in self.first_word]
        return self.first_width * widths[0] / sum(widths)

    def room(self, padding: float) -> float:
        """The width left on the line, in points."""
        return (self.cell_end - self.cell_start) - (self.end - self.start) - 2 * padding


def set_lines(words: Sequence[Word], cell: Box) -> tuple[CellLine, ...]:
    """The lines that these words of a cell print, in reading order; text turned on its side is read on its side."""
    if not any(word.angle for word in words):
        return tuple([_line(group, cell.x0, cell.x1) for group in _grouped([(word.box, word) for word in words])])
    by_angle: dict[int, list[Word]] = {}
    for word in words:
        by_angle.setdefault(word.angle, []).append(word)
    lines: list[CellLine] = []
    for angle, turned in by_angle.items():
        start, _, end, _ = upright(cell, angle)
        placed = [(upright(word.box, angle), word) for word in turned]
        lines.extend(_line(group, start, end) for group in _grouped(placed))
    return tuple(lines)


def upright(box: Box, angle: int) -> Box:
    """The box as seen by who reads text turned `angle` degrees clockwise."""
    if angle == 0:
        return box
    if angle == 90:
        return Box(box.y0, -box.x1, box.y1, -box.x0)
    if angle == 180:
        return Box(-box.x1, -box.y1, -box.x0, -box.y0)
    return Box(-box.y1, box.x0, -box.y0, box.x1)


_Placed = tuple[Box, Word]


def _grouped(placed: list[_Placed]) -> list[list[_Placed]]:
    """The words of each line, from left to right."""
    if len(placed) == 1:
        return [placed]
    placed.sort(key=_level)
    groups: list[list[_Placed]] = []
    group: list[_Placed] = []
    middle, size = 0.0, 0.0
    for item in placed:
        level = _level(item) / 2
        if group and level - middle <= SAME_LINE * max(item[1].size, size):
            group.append(item)
        else:
            group = [item]
            groups.append(group)
            middle, size = level, item[1].size
    for group in groups:
        if len(group) > 1:
            group.sort(key=_start)
    return groups


def _level(item: _Placed) -> float:
    box = item[0]
    return box[1] + box[3]


def _start(item: _Placed) -> float:
    return item[0][0]


def _line(group: list[_Placed], cell_start: float, cell_end: float) -> CellLine:
    first_box, first = group[0]
    text, end, count = first.text, first_box.x1, 1
    for box, word in group[1:]:
        gap = (box[0] - end) / (word.size or 1)
        if -OVERPRINT < gap < NO_SPACE:
            text += word.text
        else:
            text += (FAR_SPACE if gap > FAR and _would_be_one(text, word.text) else " ") + word.text
            count += 1
        if box[2] > end:
            end = box[2]
    return CellLine(text, first_box[0], end, cell_start, cell_end, count, first.text, first_box[2] - first_box[0])


def _would_be_one(before: str, after: str) -> bool:
    """Whether a word behind another would go on with its figure: three digits behind three at most, or a dash."""
    figure = before[-1].isdigit()
    return figure and (_DASH.fullmatch(after) or (_THOUSANDS.match(after) and _OPENS.search(before))) is not None
