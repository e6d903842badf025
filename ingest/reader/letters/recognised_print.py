"""What Tesseract does not say of the words it reads: how sure they truly are, their size, their weight, their spaces.

Takes and gives `Word`s. No letter is changed here but a lone O, which its width tells from a nought, lone signs for a
bullet, and the sign of the pound, which no French council counts in.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

import numpy as np

from ingest.reader.engines.drawn_pages import GreyImage
from ingest.reader.engines.words.glyphs import ASCENT, DESCENT
from ingest.reader.letters.ticks import without_ticks
from ingest.reader.letters.typewriter import with_typewriter_widths
from ingest.reader.records import Word, box_around

# Confidence that Tesseract gives a word → share of such words that are right, counted on 62 000 words of two scans,
# rounded down below the knee: what is doubted costs a glance, what is wrongly trusted costs a mistake.
_CONFIDENCES: Final = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.96, 1.0)
_SHARES_RIGHT: Final = (0.0, 0.5, 0.75, 0.88, 0.93, 0.97, 0.99, 1.0)
# Share of the usual size of a page. Heights measured on few letters stray by this much around one size of type.
SAME_SIZE: Final = 0.2
# Times the usual thickness of the strokes of a page. Bold ones measure 1.3 to 1.9, the others at most 1.3.
BOLD: Final = 1.33
# Letters. On fewer, the thickness of strokes says nothing.
ENOUGH_LETTERS: Final = 3
# What one nought is read as: a letter, or a letter and a figure for the same ink.
NOUGHTS: Final = frozenset({"O", "o", "O0", "0O", "o0", "0o"})
# Width over height. A nought is 0.7 in the usual faces, a capital O 1.0 or more.
NARROW_O: Final = 0.85
# Times the type size, wide and high; height over width, either way, and the share of that square that is ink, 0.79 on
# a disc. Lone signs of that shape are bullets.
LEAST_BULLET, MOST_BULLET = 0.15, 0.45
ROUND: Final = 0.75
FILLED: Final = 0.62
BULLET: Final = "•"
# 0–1. A disc is a bullet, whatever letter it was taken for.
BULLET_SURE: Final = 0.95
# Share of the type size. Hyphens are 0.25 wide and more.
LEAST_DASH: Final = 0.15
DASHES: Final = frozenset("-–—")
# 0–255. Darker pixels are ink.
INK: Final = 140
# The same of faint letters, and the share of the type size that the lowest letters are high, 0.42 and more; specks that
# were read as words reach 0.17.
PALE: Final = 200
LEAST_LETTER: Final = 0.3
# Share of the type size. White this wide parts two words.
LEAST_SPACE: Final = 0.15
# Share of the type size. Thin spaces inside figures are narrower than this; a count stands further from an amount.
THIN_SPACE: Final = 0.6
# The same of a typewriter face, whose spaces are as wide as its letters.
WIDE_SPACE: Final = 0.8
# What pieces of the borders of a cell are read as, however surely.
BORDERS: Final = "|[]{}_\\"
# 0–1. Signs alone, without any letter or figure, are specks unless they are this sure.
SURE_SIGN: Final = 0.6

# What a euro sign is read as, once or twice for the same ink.
_POUND: Final = re.compile("€?£+€?")
_STUCK: Final = re.compile(r"\d{4,6}")
_GROUP: Final = re.compile(r"\d{3}(?!\d)")
_OPENS_CENTS: Final = re.compile(r"\d{1,3},")
_CENTS: Final = re.compile(r"\d\d")


def calibrated(confidence: float) -> float:
    """The certainty of a word, 0 to 1, from the confidence that Tesseract states."""
    return float(np.interp(confidence, _CONFIDENCES, _SHARES_RIGHT))


def mean_certainty(words: Sequence[Word]) -> float:
    """The certainty of the letters of these words, 0 where there is none."""
    letters = sum(len(word.text) for word in words)
    return sum(word.certainty * len(word.text) for word in words) / letters if letters else 0.0


def is_speck(text: str, certainty: float) -> bool:
    """Whether what is read is signs alone, and hardly they."""
    return certainty < SURE_SIGN and not any(character.isalnum() or character in "€-–—" for character in text)


def without_borders(words: Sequence[Word]) -> list[Word]:
    """The words of a cell without the signs that what is left of its borders is read as."""
    return [word for word in words if word.text.strip(BORDERS)]


def in_print(words: Sequence[Word], clean: GreyImage, scale: float) -> Iterator[Word]:
    """The words of one page with one size of type, their weight, and the thousands of figures set apart again."""
    printed = (word for word in words if not _is_dot(word) and not _is_dust(word, clean, scale))
    words = [word._replace(text=_POUND.sub("€", word.text)) for word in printed]
    if not words:
        return
    words = list(_cut_short(list(without_ticks(words)), clean, scale))
    words = list(_set_apart(list(_with_cents(words)), clean, scale))
    words = [_as_drawn(word, clean, scale) for word in with_typewriter_widths(words)]
    usual = median(word.size for word in words for _ in word.text)
    thicknesses = [_thickness(word, clean, scale) for word in words]
    known = [thickness for thickness in thicknesses if thickness]
    bold = BOLD * median(known) if known else 0.0
    sized = [
        _at_size(word, usual)._replace(bold=bool(bold) and thickness >= bold)
        for word, thickness in zip(words, thicknesses, strict=True)
    ]
    for word, after in pairwise([*sized, None]):
        if word is not None:
            yield from _grouped(word, after)


def _is_dot(word: Word) -> bool:
    """Whether what was taken for a dash, and makes an amount negative, is as narrow as a speck."""
    return word.text in DASHES and not word.angle and word.box.x1 - word.box.x0 < LEAST_DASH * word.size


def _is_dust(word: Word, clean: GreyImage, scale: float) -> bool:
    """Whether what was taken for letters, in doubt, is nowhere as high as any: specks, what a copier left of a rule."""
    if word.certainty >= SURE_SIGN or word.angle:
        return False
    left, top, right, bottom = (max(0, round(edge * scale)) for edge in word.box)
    high = int((clean[top:bottom, left : right + 1] < PALE).any(axis=1).sum())
    return high < LEAST_LETTER * word.size * scale and any(map(str.isalnum, word.text))


def _cut_short(words: Sequence[Word], clean: GreyImage, scale: float) -> Iterator[Word]:
    """The words, those whose box takes in a part of the next word ending with the ink before the white between them."""
    for word, after in pairwise([*words, None]):
        if word is None:
            continue
        if after and not (word.angle or after.angle) and _touches(word, after):
            top, bottom = (max(0, round(edge * scale)) for edge in (word.box.y0, word.box.y1))
            start, end = round(word.box.x0 * scale), round(after.box.x0 * scale) - 1
            ink = np.flatnonzero((clean[top:bottom, start:end] < INK).any(axis=0))
            if ink.size and word.box.x1 - after.box.x0 >= LEAST_SPACE * word.size:
                word = word._replace(box=word.box._replace(x1=(start + int(ink[-1]) + 1) / scale))
        yield word


def _set_apart(words: Sequence[Word], clean: GreyImage, scale: float) -> Iterator[Word]:
    """The words, those whose box takes the space before them in as it begins with their ink: Tesseract found two words
    there, and boxes that touch are one."""
    before: Word | None = None
    for word in words:
        if before and not (word.angle or before.angle) and _touches(before, word):
            top, bottom = (max(0, round(edge * scale)) for edge in (word.box.y0, word.box.y1))
            start = round(before.box.x1 * scale) + 1
            ink = (clean[top:bottom, start : round(word.box.x1 * scale)] < INK).any(axis=0)
            first = (start + int(ink.argmax())) / scale if ink.any() else 0.0
            if first - before.box.x1 >= LEAST_SPACE * word.size:
                word = word._replace(box=word.box._replace(x0=first))
        yield word
        before = word


def _with_cents(words: Sequence[Word]) -> Iterator[Word]:
    """`069,` behind ` 45`, or before `€`, goes on in ` 84`: in a typewriter face a comma stands in white."""
    held = iter(zip(words, [*words[1:], None], [*words[2:], None, None], strict=False))
    for word, cents, after in held:
        if cents and _OPENS_CENTS.fullmatch(word.text) and _CENTS.fullmatch(cents.text) and _goes_on(word, cents):
            grouped = len(word.text) == len("000,") and any(_is_group(one) and _goes_on(one, word) for one in words)
            if grouped or (after and after.text.startswith("€")):
                box, certainty = box_around((word.box, cents.box)), min(word.certainty, cents.certainty)
                yield word._replace(text=word.text + cents.text, box=box, certainty=certainty)
                next(held, None)
                continue
        yield word


def _is_group(word: Word) -> bool:
    return len(word.text) <= len("000") and word.text.isdecimal()


def _goes_on(word: Word, after: Word) -> bool:
    return _is_near(word, after, WIDE_SPACE)


def _touches(before: Word, word: Word) -> bool:
    level = abs(word.box.y1 - before.box.y1) < word.size / 2
    return level and before.box.x0 < word.box.x0 <= before.box.x1 < word.box.x1


def _thickness(word: Word, clean: GreyImage, scale: float) -> float:
    """How thick the strokes of a word are, as a share of its size; 0 where it is too short to tell."""
    if sum(character.isalnum() for character in word.text) < ENOUGH_LETTERS:
        return 0.0
    left, top, right, bottom = (max(0, round(edge * scale)) for edge in word.box)
    ink = clean[top:bottom, max(0, left - 1) : right + 1] < INK
    strokes = int((ink[:, 1:] & ~ink[:, :-1]).sum())
    return float(ink.sum()) / strokes / scale / word.size if strokes else 0.0


def _as_drawn(word: Word, clean: GreyImage, scale: float) -> Word:
    """The word, or what its ink shows it to be: a nought where a round letter stands alone and is as narrow as figures
    are, a bullet where a lone sign is a small disc."""
    if word.text not in NOUGHTS and len(word.text) > 1:
        return word
    left, top, right, bottom = (max(0, round(edge * scale)) for edge in word.box)
    ink = clean[top:bottom, left : right + 1] < INK
    rows, columns = np.nonzero(ink)
    if not rows.size:
        return word
    high, wide = int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1
    if word.text in NOUGHTS and wide < NARROW_O * high:
        return word._replace(text="0")
    disc = min(high, wide) >= LEAST_BULLET * word.size * scale and max(high, wide) <= MOST_BULLET * word.size * scale
    round_ = min(high, wide) >= ROUND * max(high, wide) and rows.size >= FILLED * high * wide
    return word._replace(text=BULLET, certainty=BULLET_SURE) if disc and round_ else word


def _at_size(word: Word, usual: float) -> Word:
    """The word at the usual size where the measured height differs only by the letters it stands on."""
    if word.angle or word.size == usual or abs(word.size - usual) > SAME_SIZE * usual:
        return word
    level = word.box.y1 - DESCENT * word.size
    return word._replace(box=word.box._replace(y0=level - ASCENT * usual, y1=level + DESCENT * usual), size=usual)


def _grouped(word: Word, after: Word | None) -> Iterator[Word]:
    """`1272` before ` 125,00` is `1 272`: the first thin space was lost, the second was not."""
    stuck = after is not None and not word.angle and _STUCK.fullmatch(word.text) and _GROUP.match(after.text)
    if after is None or not stuck or not _is_near(word, after):
        yield word
        return
    cut = len(word.text) - 3
    middle = word.box.x0 + (word.box.x1 - word.box.x0) * cut / len(word.text)
    yield word._replace(text=word.text[:cut], box=word.box._replace(x1=middle - THIN_SPACE / 4 * word.size))
    yield word._replace(text=word.text[cut:], box=word.box._replace(x0=middle))


def _is_near(word: Word, after: Word, most: float = THIN_SPACE) -> bool:
    level = abs(word.box.y1 - after.box.y1) < word.size / 2
    return level and 0 <= after.box.x0 - word.box.x1 <= most * word.size
