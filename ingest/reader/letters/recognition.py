"""Letters in an upright page image → `Word`s with their certainty, by Tesseract with its French data.

Takes a page whose rules are erased and the grids that they drew; each cell is recognised alone, so that no line runs
from one cell into the next. It does not look for tables and mends nothing that it reads.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np

from ingest.reader.engines.drawn_pages import POINTS_PER_INCH, GreyImage
from ingest.reader.engines.words.glyphs import line_box
from ingest.reader.geometry.grid_places import Grid
from ingest.reader.geometry.page_turns import turned_box
from ingest.reader.images.scan_images import Sheet, holds_a_letter
from ingest.reader.letters.poor_texts import poor_texts
from ingest.reader.letters.recognised_print import calibrated, in_print, is_speck, mean_certainty, without_borders
from ingest.reader.letters.second_readings import better, completed, has_doubtful_figure, surer
from ingest.reader.letters.sheet_areas import Area, area_around, area_of, band_of_ink, outside_grids, printed_cells
from ingest.reader.letters.unread_ink import unread_ink
from ingest.reader.records import Box, Word

LANGUAGE: Final = "fra"
# Where systems keep Tesseract's data, after what TESSDATA_PREFIX says.
DATA_FOLDERS: Final = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
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
# What an apostrophe is printed as.
APOSTROPHES: Final = frozenset("'’‘")
# Times. How much less Tesseract is sure of a word than of the letter of it that it is least sure of.
WORD_DOUBT: Final = 7


def find_data() -> str | None:
    """The folder of Tesseract's French data, None where this machine has none."""
    said = os.environ.get("TESSDATA_PREFIX", "")
    for folder in (said, os.path.join(said, "tessdata"), *DATA_FOLDERS):  # noqa: PTH118 - TESSDATA_PREFIX may be empty
        if folder and Path(folder, f"{LANGUAGE}.traineddata").is_file():
            return folder
    return None


class Recogniser:
    """One Tesseract with the data of a folder, for one thread at a time; close it after use."""

    def __init__(self, data: str) -> None:
        # One thread each: several pages are recognised side by side. Read once, when the library is loaded.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        import tesserocr  # noqa: PLC0415 - 30 MB that a PDF with text has no use for

        self._library: Any = tesserocr
        self._api: Any = tesserocr.PyTessBaseAPI(
            path=data, lang=LANGUAGE, psm=tesserocr.PSM.AUTO, oem=tesserocr.OEM.LSTM_ONLY
        )

    def close(self) -> None:
        self._api.End()

    def words(self, sheet: Sheet, grids: Sequence[Grid]) -> tuple[Word, ...]:
        """The words of a page whose rules are erased: those outside the grids that they drew, then cell by cell."""
        self._show(outside_grids(sheet, grids), sheet.grey, sheet.scale)
        self._api.SetPageSegMode(self._library.PSM.AUTO)
        found = self._read_alone(sheet, list(self._recognised(sheet.scale)))
        if grids:
            self._show(sheet.grey.tobytes(), sheet.grey, sheet.scale)
            cells = [(area, self._in_cell(sheet.grey, area, sheet.scale)) for area in printed_cells(sheet, grids)]
            for area, words in cells:
                if _may_lie(area, words):
                    found += self._on_its_side(sheet, area, words)
                else:
                    found += surer(words, self._again(sheet, area)) if has_doubtful_figure(words) else words
        found = self._with_unread(sheet, found)
        self._api.Clear()  # its copies of the page, while the next one is made upright
        return tuple(in_print(found, sheet.grey, sheet.scale))

    def band_words(self, grey: GreyImage, scale: float) -> list[Word]:
        """The words of the band across an image that holds the most ink, a part of what it would take to read all."""
        band = band_of_ink(grey, scale)
        self._show(band.tobytes(), band, scale)
        self._api.SetPageSegMode(self._library.PSM.AUTO)
        found = list(self._recognised(scale))
        self._api.Clear()
        return found

    def lines_at(self, sheet: Sheet, boxes: Iterable[Box]) -> list[list[Word]]:
        """What is recognised in each of these boxes of the page, in points, as one printed line."""
        self._show(sheet.grey.tobytes(), sheet.grey, sheet.scale)
        self._api.SetPageSegMode(self._library.PSM.SINGLE_LINE)
        areas = [area_around(box, sheet) for box in boxes]
        found = [self._within(area, sheet.scale) if area.pixels else [] for area in areas]
        self._api.Clear()
        return found

    def closer(self, sheet: Sheet, box: Box) -> list[Word]:
        """What is recognised in a box of the page that is looked at larger."""
        area = area_around(box, sheet)
        return self._again(sheet, area) if area.pixels else []

    def _again(self, sheet: Sheet, area: Area) -> list[Word]:
        """The words of a cell, recognised larger: letters that ran into one another come apart, commas come out."""
        cell = sheet.grey[area.top : area.bottom, area.left : area.right]
        large = np.asarray(cv2.resize(cell, None, fx=LARGER, fy=LARGER, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
        self._show(large.tobytes(), large, sheet.scale * LARGER)
        self._api.SetPageSegMode(self._library.PSM.SINGLE_BLOCK)
        left, top = area.left / sheet.scale, area.top / sheet.scale
        return [_moved(word, left, top) for word in self._recognised(sheet.scale * LARGER)]

    def _read_alone(self, sheet: Sheet, words: list[Word]) -> list[Word]:
        """The words outside grids, each text that reads badly as it reads by itself, where that is better."""
        poor = list(poor_texts(sheet, words))
        if not 0 < len(poor) <= MOST_POOR:
            return words
        self._show(sheet.grey.tobytes(), sheet.grey, sheet.scale)
        self._api.SetPageSegMode(self._library.PSM.SINGLE_BLOCK)
        for text in poor:
            again = better(text.words, self._within(area_of(text.box, sheet, 0), sheet.scale))
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

    def _on_its_side(self, sheet: Sheet, area: Area, words: list[Word]) -> list[Word]:
        """The words of a cell turned by a quarter, where they are read better so."""
        scale, cell = sheet.scale, sheet.grey[area.top : area.bottom, area.left : area.right]
        for quarters in LABEL_TURNS:
            turned = np.ascontiguousarray(np.rot90(cell, quarters))
            self._show(turned.tobytes(), turned, scale)
            self._api.SetPageSegMode(self._library.PSM.SINGLE_BLOCK)
            found = list(self._recognised(scale))
            if mean_certainty(found) >= UPRIGHT:
                height, width = turned.shape
                return [_turned_back(word, area, width / scale, height / scale, -quarters, scale) for word in found]
        return words

    def _in_cell(self, clean: GreyImage, area: Area, scale: float) -> list[Word]:
        """The words of one cell. A lone figure is no block of text to Tesseract: it is then asked for one word."""
        self._api.SetPageSegMode(self._library.PSM.SINGLE_BLOCK)
        words = without_borders(self._within(area, scale))
        if words or not holds_a_letter(clean[area.top : area.bottom, area.left : area.right], scale):
            return words
        self._api.SetPageSegMode(self._library.PSM.SINGLE_WORD)
        return [word for word in self._within(area, scale) if word.certainty >= LIKELY]

    def _within(self, area: Area, scale: float) -> list[Word]:
        left, top, right, bottom = area
        self._api.SetRectangle(left, top, right - left, bottom - top)
        return list(self._recognised(scale))

    def _show(self, pixels: bytes, like: GreyImage, scale: float) -> None:
        height, width = like.shape
        self._api.SetImageBytes(pixels, width, height, 1, width)
        self._api.SetSourceResolution(round(scale * POINTS_PER_INCH))

    def _recognised(self, scale: float) -> Iterator[Word]:
        self._api.Recognize()
        lines = self._api.GetIterator()
        if lines is None:
            return
        level = self._library.RIL
        for item in self._library.iterate_level(lines, level.WORD):
            if item.Empty(level.WORD):
                continue
            text = item.GetUTF8Text(level.WORD).strip()
            extent = item.BoundingBox(level.WORD)
            line = item.Baseline(level.TEXTLINE), item.RowAttributes()["row_height"]
            certainty = calibrated(word_confidence(item, level, text) / 100)
            if text and not is_speck(text, certainty):
                yield _word(text, extent, *line, certainty, scale)


def word_confidence(item: Any, level: Any, text: str) -> float:
    """The confidence in a word, 0 to 100, whatever that in its apostrophes: straight or curved, they are doubted for
    one another, and the word with them. Leaves `item` on the last letter of the word."""
    whole: float = item.Confidence(level.WORD)
    if APOSTROPHES.isdisjoint(text):
        return whole
    least = 100.0
    while True:
        if item.GetUTF8Text(level.SYMBOL) not in APOSTROPHES:
            least = min(least, item.Confidence(level.SYMBOL))
        if item.IsAtFinalElement(level.WORD, level.SYMBOL) or not item.Next(level.SYMBOL):
            return max(whole, 100 - WORD_DOUBT * (100 - least))


def _word(text: str, extent: Any, baseline: Any, height: float, certainty: float, scale: float) -> Word:
    left, top, right, bottom = extent
    (x0, y0), (x1, y1) = baseline or ((left, bottom), (right, bottom))
    # Tesseract also reads lines that run down the page, letters on their side.
    angle = 90 if abs(y1 - y0) > abs(x1 - x0) else 0
    level = y0 + (y1 - y0) * ((left + right) / 2 - x0) / (x1 - x0) if x1 > x0 and not angle else y0
    origin = (x0 if angle else left, top if angle else level)
    box = line_box(Box(*extent), *origin, height, angle)
    return Word(text, Box(*(edge / scale for edge in box)), height / scale, angle=angle, certainty=certainty)


def _may_lie(area: Area, words: Sequence[Word]) -> bool:
    tall = area.bottom - area.top >= TALL * (area.right - area.left)
    return tall and mean_certainty(words) < UPRIGHT


def _turned_back(word: Word, area: Area, width: float, height: float, quarters: int, scale: float) -> Word:
    """A word of a turned cell of this size in points, where it stands on the page."""
    word = word._replace(box=turned_box(word.box, width, height, quarters), angle=-90 * quarters % 360)
    return _moved(word, area.left / scale, area.top / scale)


def _moved(word: Word, across: float, down: float) -> Word:
    x0, y0, x1, y1 = word.box
    return word._replace(box=Box(x0 + across, y0 + down, x1 + across, y1 + down))
