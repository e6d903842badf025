"""Tesseract with its French data: an image that it is shown → the words of it, or of one area, with their certainty.

It decides nothing of what is read, nor how often: that is for `recognition`. Areas are in pixels, words in points of
the image.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal

from ingest.reader.engines.drawn_pages import POINTS_PER_INCH, GreyImage
from ingest.reader.engines.words.glyphs import line_box
from ingest.reader.letters.recognised_print import calibrated, is_speck
from ingest.reader.letters.sheet_areas import Area
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
# What an apostrophe is printed as.
APOSTROPHES: Final = frozenset("'’‘")
# Times. How much less Tesseract is sure of a word than of the letter of it that it is least sure of.
WORD_DOUBT: Final = 7

# As what an image, or an area of it, is read: a whole page, whose texts it finds itself, or one text.
Mode = Literal["AUTO", "SINGLE_BLOCK", "SINGLE_LINE", "SINGLE_WORD"]


def find_data() -> str | None:
    """The folder of Tesseract's French data, None where this machine has none."""
    said = os.environ.get("TESSDATA_PREFIX", "")
    for folder in (said, os.path.join(said, "tessdata"), *DATA_FOLDERS):  # noqa: PTH118 - TESSDATA_PREFIX may be empty
        if folder and Path(folder, f"{LANGUAGE}.traineddata").is_file():
            return folder
    return None


class Tesseract:
    """One Tesseract with the data of a folder, for one thread at a time; close it after use."""

    def __init__(self, data: str) -> None:
        # One thread each: several pages are recognised side by side. Read once, when the library is loaded.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        import tesserocr  # noqa: PLC0415 - 30 MB that a PDF with text has no use for

        self._library: Any = tesserocr
        self._api: Any = tesserocr.PyTessBaseAPI(
            path=data, lang=LANGUAGE, psm=tesserocr.PSM.AUTO, oem=tesserocr.OEM.LSTM_ONLY
        )
        self._scale = 1.0
        self._shown: GreyImage | None = None
        self._whole = Area(0, 0, 0, 0)

    def close(self) -> None:
        self._api.End()

    def clear(self) -> None:
        """Let go of the copies of the image."""
        self._api.Clear()
        self._shown = None

    def show(self, image: GreyImage, scale: float) -> None:
        """Look at this image, of so many pixels a point, until another one is shown."""
        if image is self._shown:
            return
        height, width = image.shape
        self._api.SetImageBytes(image.tobytes(), width, height, 1, width)
        self._api.SetSourceResolution(round(scale * POINTS_PER_INCH))
        self._scale, self._shown, self._whole = scale, image, Area(0, 0, width, height)

    def words(self, mode: Mode, area: Area | None = None) -> list[Word]:
        """The words of the image that is shown, or of an area of it, in points of the image."""
        self._api.SetPageSegMode(getattr(self._library.PSM, mode))
        left, top, right, bottom = area or self._whole
        self._api.SetRectangle(left, top, right - left, bottom - top)
        return list(self._recognised())

    def _recognised(self) -> Iterator[Word]:
        self._api.Recognize()
        lines = self._api.GetIterator()
        if lines is None:
            return
        level = self._library.RIL
        for item in self._library.iterate_level(lines, level.WORD):
            if item.Empty(level.WORD):
                continue
            text = item.GetUTF8Text(level.WORD).strip()
            extent = Box(*item.BoundingBox(level.WORD))
            baseline, height = item.Baseline(level.TEXTLINE), item.RowAttributes()["row_height"]
            certainty = calibrated(word_confidence(item, level, text) / 100)
            if text and not is_speck(text, certainty):
                box, angle = _set_on_line(extent, baseline, height)
                box = Box(*(edge / self._scale for edge in box))
                yield Word(text, box, height / self._scale, angle=angle, certainty=certainty)


def word_confidence(item: Any, level: Any, text: str) -> float:
    """The confidence in a word, 0 to 100, whatever that in its apostrophes: straight or curved, they are doubted for
    one another, and the word with them. Leaves `item` on the last letter of the word."""
    whole: float = item.Confidence(level.WORD)
    if APOSTROPHES.isdisjoint(text) or APOSTROPHES.issuperset(text):
        return whole
    least = 100.0
    while True:
        if item.GetUTF8Text(level.SYMBOL) not in APOSTROPHES:
            least = min(least, item.Confidence(level.SYMBOL))
        if item.IsAtFinalElement(level.WORD, level.SYMBOL) or not item.Next(level.SYMBOL):
            return max(whole, 100 - WORD_DOUBT * (100 - least))


def _set_on_line(extent: Box, baseline: Any, height: float) -> tuple[Box, int]:
    """The box of a word, as high as its line, and its angle, from its ink and the line that it stands on; pixels."""
    left, top, right, bottom = extent
    (x0, y0), (x1, y1) = baseline or ((left, bottom), (right, bottom))
    # Tesseract also reads lines that run down the page, letters on their side.
    angle = 90 if abs(y1 - y0) > abs(x1 - x0) else 0
    level = y0 + (y1 - y0) * ((left + right) / 2 - x0) / (x1 - x0) if x1 > x0 and not angle else y0
    return line_box(extent, x0 if angle else left, top if angle else level, height, angle), angle
