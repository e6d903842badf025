"""The printed lines of one cell, each with its height. Points."""

from collections.abc import Sequence
from typing import NamedTuple

from ingest.reader.borderless.cut_figures import is_currency
from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.layout.cells.stacked_rows import opens_number
from ingest.reader.records import Word


class CellLine(NamedTuple):
    """A printed line of one cell."""

    top: float
    bottom: float
    text: str
    words: tuple[Word, ...]

    @property
    def y(self) -> float:
        return (self.top + self.bottom) / 2


def lines_of_cell(words: Sequence[Word]) -> list[CellLine]:
    """The lines of a cell; a currency under its figure is of one line with it, as are pieces of « 2031- / 0412 »."""
    lines: list[CellLine] = []
    for line in map(_line, lines_of_words(words)):
        cut = bool(lines) and opens_number(lines[-1].text) and line.text[0].isdigit()
        over = lines.pop() if lines and (cut or is_currency(line.text)) else None
        if over:
            line = CellLine(over.top, line.bottom, f"{over.text} {line.text}", (*over.words, *line.words))
        lines.append(line)
    return lines


def _line(words: list[Word]) -> CellLine:
    text = " ".join(word.text for word in words)
    return CellLine(min(word.box.y0 for word in words), max(word.box.y1 for word in words), text, tuple(words))
