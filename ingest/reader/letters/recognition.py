"""Letters in an upright page image → `Word`s with their certainty: what Tesseract is shown, and what is read again.

Takes a page whose rules are erased and the grids that they drew; each cell is recognised alone, so that no line runs
from one cell into the next. It does not look for tables and mends nothing that it reads.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from ingest.reader.engines.drawn_pages import GreyImage
from ingest.reader.geometry.grid_places import Grid
from ingest.reader.geometry.page_turns import turned_box
from ingest.reader.images.scan_images import Sheet, holds_a_letter
from ingest.reader.letters.crossed_figures import with_crossed_figures_doubted
from ingest.reader.letters.fallen_columns import fallen_columns
from ingest.reader.letters.poor_texts import poor_texts
from ingest.reader.letters.recognised_print import in_print, mean_certainty, without_borders
from ingest.reader.letters.second_readings import better, completed, has_doubtful_figure, surer
from ingest.reader.letters.sheet_areas import (
    Area,
    area_around,
    area_of,
    band_of_ink,
    closed_up,
    inked_area,
    inked_cells,
    outside_grids,
)
from ingest.reader.letters.tesseract import Tesseract
from ingest.reader.letters.unread_ink import unread_ink, with_worn_figures_doubted
from ingest.reader.records import Box, Word

# Times. How much larger doubtful figures are recognised a second time.
LARGER: Final = 1.5
# Figures of a page. Where ink is left out beside more, it is doubted and read no more.
MOST_UNREAD: Final = 60
# Texts of a page. Where more ink than that is left out, it is no print: a signature, the dirt of a copy.
MOST_MISSED: Final = 40
# Texts of a page. Where more read badly, the page does, however it is cut.
MOST_POOR: Final = 30
# 0–1. A lone word that was asked for is only believed when this sure.
LIKELY: Final = 0.5
# 0–1, mean over the letters. Text read the right way up reaches 0.85 even on poor scans, sideways 0.5.
UPRIGHT: Final = 0.7
# Height over width. A cell as tall as this may hold a label printed upwards.
TALL: Final = 1.5
# Quarter turns anticlockwise that bring labels upright: of those printed upwards, then downwards.
LABEL_TURNS: Final = (3, 1)


class Recogniser:
    """Reads pages by one Tesseract with the data of a folder, for one thread at a time; close it after use."""

    def __init__(self, data: str) -> None:
        self._tesseract = Tesseract(data)

    def close(self) -> None:
        self._tesseract.close()

    def words(self, sheet: Sheet, grids: Sequence[Grid]) -> tuple[Word, ...]:
        """The words of a page whose rules are erased: those outside the grids that they drew, then cell by cell."""
        rest = outside_grids(sheet, grids)
        found = self._with_columns_read_across(sheet, rest, self._texts(rest, sheet.scale))
        found = self._with_poor_texts_read_alone(sheet, rest, found)
        if grids:
            self._tesseract.show(sheet.grey, sheet.scale)
            cells = [(area, self._in_cell(sheet, area)) for area in inked_cells(sheet, grids)]
            for area, words in cells:
                found += self._looked_at_again(sheet, area, words)
        found = self._with_unread(sheet, found)
        self._tesseract.clear()  # its copies of the page, while the next one is made upright
        found = list(with_crossed_figures_doubted(sheet, list(with_worn_figures_doubted(sheet, found))))
        return tuple(in_print(found, sheet.grey, sheet.scale))

    def band_words(self, grey: GreyImage, scale: float) -> list[Word]:
        """The words of the band across an image that holds the most ink, a part of what it would take to read all."""
        found = self._texts(band_of_ink(grey, scale), scale)
        self._tesseract.clear()
        return found

    def lines_at(self, sheet: Sheet, boxes: Iterable[Box]) -> list[list[Word]]:
        """What is recognised in each of these boxes of the page, in points, as one printed line."""
        self._tesseract.show(sheet.grey, sheet.scale)
        areas = [area_around(box, sheet) for box in boxes]
        found = [self._in_line(area) if area.pixels else [] for area in areas]
        self._tesseract.clear()
        return found

    def closer(self, sheet: Sheet, box: Box) -> list[Word]:
        """What is recognised in a box of the page that is looked at larger."""
        area = area_around(box, sheet)
        return self._looked_at(sheet, area, larger=LARGER) if area.pixels else []

    def _texts(self, image: GreyImage, scale: float) -> list[Word]:
        """The words of an image of texts that are found in it: white around them takes as long as letters."""
        area = inked_area(image, scale)
        if not area.pixels:
            return []
        # Not as an area of the image: of one as broad as it, Tesseract makes a mess.
        shown, rows = closed_up(area.of(image), scale)
        self._tesseract.show(shown, scale)
        return _on_page(_opened(self._tesseract.words("AUTO"), rows, scale), area, scale)

    def _in_line(self, area: Area) -> list[Word]:
        """The words of one line. Some small print is none to Tesseract, and yet reads well as if it were one word."""
        return self._tesseract.words("SINGLE_LINE", area) or self._tesseract.words("SINGLE_WORD", area)

    def _in_cell(self, sheet: Sheet, area: Area) -> list[Word]:
        """The words of one cell. A lone figure is no block of text to Tesseract: it is then asked for one word."""
        words = without_borders(self._tesseract.words("SINGLE_BLOCK", area))
        if words or not holds_a_letter(area.of(sheet.grey), sheet.scale):
            return words
        return [word for word in self._tesseract.words("SINGLE_WORD", area) if word.certainty >= LIKELY]

    def _looked_at_again(self, sheet: Sheet, area: Area, words: list[Word]) -> list[Word]:
        """The words of a cell as they read better: turned by a quarter where it may lie on its side, larger where a
        figure is doubtful."""
        if _may_lie(area, words):
            turned = (self._looked_at(sheet, area, quarters=quarters) for quarters in LABEL_TURNS)
            return next((found for found in turned if mean_certainty(found) >= UPRIGHT), words)
        return surer(words, self._looked_at(sheet, area, larger=LARGER)) if has_doubtful_figure(words) else words

    def _looked_at(self, sheet: Sheet, area: Area, *, quarters: int = 0, larger: float = 1.0) -> list[Word]:
        """The words of a cell shown alone, turned anticlockwise by `quarters`, `larger` than it is: letters that ran
        into one another come apart, commas come out. In points of the page."""
        cell, scale = np.rot90(area.of(sheet.grey), quarters), sheet.scale * larger
        if larger != 1:
            cell = np.asarray(cv2.resize(cell, None, fx=larger, fy=larger, interpolation=cv2.INTER_CUBIC), np.uint8)
        self._tesseract.show(cell, scale)
        height, width = cell.shape
        found = []
        for word in self._tesseract.words("SINGLE_BLOCK"):
            box = turned_box(word.box, width / scale, height / scale, -quarters)
            found.append(word._replace(box=box, angle=90 * quarters % 360 if quarters else word.angle))
        return _on_page(found, area, sheet.scale)

    def _with_columns_read_across(self, sheet: Sheet, rest: GreyImage, words: list[Word]) -> list[Word]:
        """The words outside grids, columns that were read down the page as they read line by line. Signs behind figures
        are left to be read with them: alone, those of a currency are taken for figures. `rest`: the image without its
        grids, through which a column of noise may run."""
        for column in fallen_columns(words):
            self._tesseract.show(rest, sheet.scale)
            area = area_of(column.box, sheet, 0)
            again = [] if column.of_figures else self._tesseract.words("SINGLE_BLOCK", area)
            if column.of_figures or mean_certainty(again) >= UPRIGHT:
                words = [*(word for word in words if word not in column.words), *again]
        return words

    def _with_poor_texts_read_alone(self, sheet: Sheet, rest: GreyImage, words: list[Word]) -> list[Word]:
        """The words outside grids, each text that reads badly as it reads by itself, where that is better. `rest`: the
        image without its grids, whose cells may stand near."""
        poor = list(poor_texts(sheet, words))
        if not 0 < len(poor) <= MOST_POOR:
            return words
        self._tesseract.show(rest, sheet.scale)
        for text in poor:
            again = better(text.words, self._tesseract.words("SINGLE_BLOCK", area_of(text.box, sheet, 0)))
            words = [*(word for word in words if word not in text.words), *again]
        return words

    def _with_unread(self, sheet: Sheet, words: list[Word]) -> list[Word]:
        """The words, those figures read again that have ink beside them which is in no word, and words left out."""
        unread = unread_ink(sheet, words)
        figures, missed = unread.figures, unread.words if len(unread.words) <= MOST_MISSED else ()
        if not any((figures, missed, unread.stained)):
            return words
        again = self.lines_at(sheet, [*(one.box for one in figures[:MOST_UNREAD]), *missed])
        read = {one.place: found for one, found in zip(figures[:MOST_UNREAD], again, strict=False)}
        left_out = [word for found in again[len(read) :] if mean_certainty(found) >= UPRIGHT for word in found]
        return [*completed(words, [*(one.place for one in figures), *unread.stained], read), *left_out]


def _opened(words: Iterable[Word], rows: npt.NDArray[np.intp], scale: float) -> Iterator[Word]:
    """Words of an image that was closed up, where they stood before. `rows`: where its rows were."""
    for word in words:
        middle = max(0, min(len(rows) - 1, round((word.box.y0 + word.box.y1) / 2 * scale)))
        down = (int(rows[middle]) - middle) / scale
        yield word._replace(box=word.box._replace(y0=word.box.y0 + down, y1=word.box.y1 + down))


def _on_page(words: Iterable[Word], area: Area, scale: float) -> list[Word]:
    """Words of an area that was shown alone, where they stand on its page."""
    x, y = area.left / scale, area.top / scale

    def moved(box: Box) -> Box:
        return Box(box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y)

    return [word._replace(box=moved(word.box)) for word in words]


def _may_lie(area: Area, words: Sequence[Word]) -> bool:
    tall = area.bottom - area.top >= TALL * (area.right - area.left)
    return tall and mean_certainty(words) < UPRIGHT
