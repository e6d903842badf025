"""What both PDF engines share about printed characters: words in a text, bold font names, the box of a word.

No PDF library here.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_letters
from typing import Final
from unicodedata import normalize

from ingest.reader.records import Box

# PDFium swallows a line-end hyphen together with its line break and puts this instead (U+0002 when asked character by
# character). The hyphen is printed and closes the word.
SWALLOWED_HYPHEN: Final = "\ufffe"
# White space, but for the four separators U+001C to U+001F, which are glyphs' numbers where a font names none.
_WHITE: Final = " \t-\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
WORD: Final = re.compile(rf"[^{_WHITE}\x00{SWALLOWED_HYPHEN}]+{SWALLOWED_HYPHEN}?|{SWALLOWED_HYPHEN}")

# Shares of the type size above and below the baseline: those of most text faces, and they add up to the size itself.
ASCENT: Final = 0.8
DESCENT: Final = 0.2

_BOLD_NAME: Final = re.compile(r"bold|black|heavy|semibd|demi(?!t)|(?<=[-,])bd(?![a-z])", re.IGNORECASE)

# Windows-1252 taken for Unicode: what makers of files wrote as 0x80 to 0x9F is the euro sign, a dash, œ…
_WINDOWS: Final[dict[int, str]] = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
# Small capitals and old-style figures, where Adobe's list of glyph names puts them.
_ADOBE: Final[dict[int, str]] = {0xF730 + digit: str(digit) for digit in range(10)} | {
    0xF761 + letter: chr(ord("A") + letter) for letter in range(26)
}
# The letters of ligatures in files that Ghostscript (10.00 here) made anew: the two bytes of each have changed places,
# so that « ti » is named « 琀椀 ».
_SWAPPED: Final[dict[int, str]] = {ord(letter) << 8: letter for letter in ascii_letters}
_REPLACED: Final[dict[int, str | None]] = {
    **_WINDOWS,
    **_ADOBE,
    **_SWAPPED,
    **str.maketrans(
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
            "\uf001": "fi",  # where fonts without a name for them keep these two
            "\uf002": "fl",
            # no ink
            "\u200b": None,
            "\u200c": None,
            "\u200d": None,
            "\u2060": None,
            "\ufeff": None,
        }
    ),
    # marks of the direction of writing, and of how the letter before is drawn: no ink either
    **dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10)]),
    # figures as wide as ideograms
    **{0xFF10 + digit: str(digit) for digit in range(10)},
}
_INKLESS: Final = re.compile(f"[{''.join(chr(code) for code, ink in _REPLACED.items() if ink is None)}]")
# A place where a word may be broken; it prints a hyphen where it stands for a plain one, and at the end of a line,
# where those who join lines look for it.
_SOFT_HYPHEN: Final = "\u00ad"
_PLAIN: Final = re.compile(f"{_SOFT_HYPHEN}(?=[A-ZÀ-Ý0-9])")
# Share of the characters of a word. More soft hyphens are no hyphens but a fault of the font.
_TOO_MANY: Final = 1 / 4
# A low quotation mark in the place of the comma of a figure.
_LOW_MARK: Final = re.compile(r"(?<=\d)\u201a(?=\d)")
# What fonts of TeX and exports of databases give for the euro, which their encoding lacks: no other sign of French.
_LOST_EURO: Final = re.compile(r"(?<=[\dkM])\u00bf|^\u00bf$")
# The signs of division and multiplication that fonts of TeX have for œ and Œ, where their file names no letter:
# « c÷ur », « ×UVRES ». Between figures they are what they are.
_LOST_LIGATURES: Final = (
    (re.compile(r"(?<=[^\W\d_])\u00f7|\u00f7(?=[^\W\d_])"), "œ"),
    (re.compile(r"(?<!\d)\u00d7(?=[A-ZÀ-Ý]{2}|[a-zà-ÿ]{2})"), "Œ"),
)
# Accents that stand after their letter, as some systems write them: one printed letter all the same.
_COMBINING: Final = "\u0300-\u036f"
_REPLACEABLE: Final = re.compile(f"[{''.join(map(chr, _REPLACED))}{_COMBINING}{_SOFT_HYPHEN}\u201a\u00bf\u00d7\u00f7]")
# What fonts that do not name their space put in its place, when they name all the rest.
_UNNAMED_SPACE: Final = "\x03"
_CONTROL: Final = re.compile(r"[\x01\x04-\x08\x0e-\x1f]")


def word_places(text: str, *, plain: bool) -> Iterator[tuple[int, int]]:
    """Where the words of a page begin and end, without the marks at their ends that have no ink, whose boxes may be
    those of spaces; `plain`: there are none."""
    places = map(re.Match.span, WORD.finditer(text))
    if plain or not _INKLESS.search(text):
        return places
    return ((first, end) for first, end in (_inked(text, *place) for place in places) if first < end)


def _inked(text: str, first: int, end: int) -> tuple[int, int]:
    while first < end and _INKLESS.match(text[end - 1]):
        end -= 1
    while first < end and _INKLESS.match(text[first]):
        first += 1
    return first, end


# A document repeats its words.
@lru_cache(maxsize=4_000)
def printed(text: str) -> str:
    """`text` with ligatures opened, swallowed hyphens put back, accents joined to their letters and characters without
    ink removed."""
    if text.isascii():
        return text
    text = normalize("NFC", _LOST_EURO.sub("€", _LOW_MARK.sub(",", text.translate(_REPLACED))))
    for lost, ligature in _LOST_LIGATURES:
        text = lost.sub(ligature, text)
    if _SOFT_HYPHEN not in text:
        return text
    if text.count(_SOFT_HYPHEN) > _TOO_MANY * len(text):
        return text.replace(_SOFT_HYPHEN, "")
    return _PLAIN.sub("-", text[:-1]).replace(_SOFT_HYPHEN, "") + text[-1]


def spaced(text: str) -> str:
    """The text of a page with its spaces where the fonts leave them without a name."""
    if _UNNAMED_SPACE not in text or _CONTROL.search(text):
        return text
    return text.replace(_UNNAMED_SPACE, " ")


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
    """Whether the name of a font says that it is bold."""
    return _BOLD_NAME.search(font) is not None
