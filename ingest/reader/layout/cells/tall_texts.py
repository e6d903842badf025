"""Texts higher than their rows, whose first and last lines stand in the rows over and under: given back to their own.

Spreadsheets set a text in the middle of its cell, however low the row is. Takes the heights of the rows of a grid and
the words of each cell, by their middles; changes these. Lines of one text are a pitch apart; where two lines stand on
one another and this does not tell whose they are, their words are in doubt. Points.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.layout.cells.overflows import Held
from ingest.reader.records import DOUBTFUL, Word

# Times the type size. A line that reaches so far out of its row is of a text higher than the row.
OUT_OF_ROW: Final = 0.3
# Times the type size. Lines nearer to one another are of two texts.
OVERLAP: Final = 0.8
# Points. Lines that differ less stand at one height; so do a text and its row, whose middles differ less.
LEVEL: Final = 0.4
MIDDLE: Final = 1.5

_Line = list[Word]


def settle_tall_texts(ys: Sequence[float], held: Held) -> None:
    """Move the lines of texts higher than their rows to the row in whose middle each text stands."""
    middles: list[float] = []
    for column in range(len(held[0]) if held else 0):
        cells = [row[column] for row in held]
        if any(_reaches_out(words, top, bottom) for words, (top, bottom) in zip(cells, pairwise(ys), strict=True)):
            middles = middles or [_middle(*sides, row) for sides, row in zip(pairwise(ys), held, strict=True)]
            for row, words in zip(held, _settled(middles, cells), strict=True):
                row[column] = words


def _reaches_out(words: Iterable[Word], top: float, bottom: float) -> bool:
    return any(word.box[1] < top - (reach := OUT_OF_ROW * word.size) or word.box[3] > bottom + reach for word in words)


def _middle(top: float, bottom: float, row: Sequence[Sequence[Word]]) -> float:
    """The middle of a row: that of its last text, which is an amount more often than not, where it is one line."""
    last = next((words for words in reversed(row) if words), ())
    heights = {word.box[1] + word.box[3] for word in last}
    return heights.pop() / 2 if len(heights) == 1 else (top + bottom) / 2


def _settled(middles: Sequence[float], cells: list[list[Word]]) -> list[list[Word]]:
    lines = _lines([word for words in cells for word in words])
    crowded = {n for n, (one, other) in enumerate(pairwise(lines)) if _lie_over_one_another(one, other)}
    if not crowded:
        return cells
    texts = _texts(lines)
    rows = [_row_of(text, middles) for text in texts]
    if None in rows or len(set(rows)) < len(rows):
        own = {id(word) for n in crowded for line in lines[n : n + 2] for word in line}
        return [
            [word._replace(certainty=min(word.certainty, DOUBTFUL)) if id(word) in own else word for word in words]
            for words in cells
        ]
    settled: list[list[Word]] = [[] for _ in cells]
    for row, text in zip(rows, texts, strict=True):
        settled[row or 0] = [word for line in text for word in line]
    return settled


def _lines(words: Iterable[Word]) -> list[_Line]:
    lines: list[_Line] = []
    for word in sorted(words, key=lambda word: (word.box[1], word.box[0])):
        if lines and word.box[1] - lines[-1][0].box[1] < LEVEL:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _lie_over_one_another(one: _Line, other: _Line) -> bool:
    """Whether words of one size stand on those of another line, as no two lines of one text do."""
    size = other[0].size
    near = _gap(one, other) < OVERLAP * size and one[0].size == size
    return near and any(a.box[0] < b.box[2] and b.box[0] < a.box[2] for a in one for b in other)


def _gap(one: _Line, other: _Line) -> float:
    return other[0].box[1] - one[0].box[1]


def _texts(lines: Sequence[_Line]) -> list[list[_Line]]:
    """The lines of each text, by the pitch that most lines which do not overlap are apart."""
    gaps = sorted(
        gap for n, one in enumerate(lines) for other in lines[n + 1 : n + 3] if (gap := _gap(one, other)) >= one[0].size
    )
    pitch = gaps[0] if gaps else 0.0
    texts: list[list[_Line]] = []
    for line in lines:
        text = next((text for text in texts if abs(_gap(text[-1], line) - pitch) < LEVEL), None)
        if text is None:
            texts.append([line])
        else:
            text.append(line)
    return texts


def _row_of(text: Sequence[_Line], middles: Sequence[float]) -> int | None:
    """The row in whose middle a text stands, None where it stands in none."""
    middle = (text[0][0].box[1] + text[-1][0].box[3]) / 2
    return next((row for row, other in enumerate(middles) if abs(other - middle) < MIDDLE), None)
