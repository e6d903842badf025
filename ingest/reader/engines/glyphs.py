"""What both PDF engines share about printed characters: words in a text, bold font names, the box of a word.

No PDF library here.
"""

import re
from typing import Final

from ingest.reader.records import Box

# PDFium swallows a line-end hyphen together with its line break and puts this instead (U+0002 when asked character by
# character). The hyphen is printed and closes the word.
SWALLOWED_HYPHEN: Final = "\ufffe"
WORD: Final = re.compile(rf"[^\s\x00{SWALLOWED_HYPHEN}]+{SWALLOWED_HYPHEN}?|{SWALLOWED_HYPHEN}")

# Shares of the type size above and below the baseline: those of most text faces, and they add up to the size itself.
ASCENT: Final = 0.8
DESCENT: Final = 0.2

_BOLD_NAME: Final = re.compile(r"bold|black|heavy|semibd|demi(?!t)|(?<=[-,])bd(?![a-z])", re.IGNORECASE)

_REPLACED: Final = str.maketrans(
    {
        SWALLOWED_HYPHEN: "-",
        "\u2010": "-",  # hyphen
        "\u2011": "-",  # no-break hyphen
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        # no ink
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
        "\ufeff": None,
    }
)


_REPLACEABLE: Final = re.compile(f"[{''.join(map(chr, _REPLACED))}]")


def printed(text: str) -> str:
    """`text` with ligatures opened, swallowed hyphens put back and characters without ink removed."""
    return text if text.isascii() else text.translate(_REPLACED)


def is_printed(text: str) -> bool:
    """Whether `text` is as `printed` would give it."""
    return _REPLACEABLE.search(text) is None


def line_box(extent: Box, origin_x: float, origin_y: float, size: float, angle: int) -> Box:
    """The box of a word: `extent` along the line, the type size across it, from the origin of its first glyph.

    All in points of the page as displayed, `angle` in degrees clockwise. Glyph boxes are no guide across the line: a
    dash and a capital would not agree, and many files do not give the height of their fonts.
    """
    if size <= 0:
        return extent
    over, under = ASCENT * size, DESCENT * size
    if angle == 0:
        return Box(extent.x0, origin_y - over, extent.x1, origin_y + under)
    if angle == 180:
        return Box(extent.x0, origin_y - under, extent.x1, origin_y + over)
    if angle == 90:
        return Box(origin_x - under, extent.y0, origin_x + over, extent.y1)
    return Box(origin_x - over, extent.y0, origin_x + under, extent.y1)


def is_bold_name(font: str) -> bool:
    return _BOLD_NAME.search(font) is not None
