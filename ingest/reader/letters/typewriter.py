"""Words recognised in a typewriter face: given the width that their letters take, as fonts tell it on other pages.

Takes and gives `Word`s of one page. The box of a recognised word ends with its ink; in such a face the space after it
is as wide as a letter and looks like the white between two columns.
"""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.records import Word

# Letters. Shorter words are as wide in many faces.
LONG: Final = 4
# Long words of one size. Fewer may be as wide as those of a typewriter by chance; between the two, more must be.
ENOUGH: Final = (5, 12)
# Shares of the width of a letter: the white at both ends of a word, and how far words and lone letters stray from it.
BEARINGS: Final = 0.3
# Signs narrower than letters are, and the white that this adds at the end of a word where one stands.
NARROW: Final = frozenset(".,:;'’!")
NARROW_BEARING: Final = 0.25
STRAY: Final = 0.15
LONE_STRAY: Final = 0.4
# The same of a word that ends with a narrow sign, of which a threshold leaves little: 0.18 on two scans.
NARROW_STRAY: Final = 0.22
# Share of the long words of one size that are as wide as their letters say: 0.8 to 0.95 in a typewriter face, at most
# 0.45 in others.
ALIKE: Final = 0.65
ALIKE_OF_FEW: Final = 0.8
# Lines. A table has as many over and under each of its own, of one face.
LINES_AROUND: Final = 3
# Share of the size. Words that differ by less are set in one size.
SAME_SIZE: Final = 0.12
# Share of the width of a letter, measured on few words and on many of one face.
SAME_PITCH: Final = 0.02
# Share of the width of a letter by which a space seems wider or narrower.
SPACE_STRAY: Final = 0.25


def with_typewriter_widths(words: Sequence[Word]) -> list[Word]:
    """The words, in the same order; where their letters all have one width, each has the sum of its letters', and words
    parted by one space stand one such width apart."""
    given = list(words)
    pitches = _pitch_of_each(given)
    place_of = {id(word): place for place, word in enumerate(given)}
    for line in lines_of_words(given):
        before: tuple[float, Word] | None = None
        for word in line:
            place = place_of[id(word)]
            pitch = pitches[place]
            if pitch and _fits(word, pitch):
                # Beside a word of another face, a space is as wide as neither says.
                near = before[1] if before and before[0] == pitch else None
                given[place] = _set(word, pitch, near)
                before = pitch, given[place]
    return given


def _pitch_of_each(words: Sequence[Word]) -> list[float]:
    """The width of the letters of each of these words, 0 where they have widths of their own. One face measures a few
    sizes, where figures stand alone: widths that differ by no more than they stray are one."""
    found = [0.0] * len(words)
    known: list[float] = []
    for places in sorted(_sizes(words), key=len, reverse=True):
        place_of = {id(words[place]): place for place in places}
        lines = lines_of_words(words[place] for place in places)
        for line, pitch in zip(lines, _pitches(lines), strict=True):
            own = next((one for one in known if abs(one - pitch) <= SAME_PITCH * one), pitch)
            known += [own] if own and own not in known else []
            for word in line:
                found[place_of[id(word)]] = own
    return found


def _pitches(lines: Sequence[Sequence[Word]]) -> Iterator[float]:
    """For each of these lines, the width of one letter: that of all, or of lines around where a page has two faces."""
    fewest, many = ENOUGH
    everywhere = _pitch([word for line in lines for word in line], fewest)
    for index in range(len(lines)):
        around = lines[max(0, index - LINES_AROUND) : index + LINES_AROUND + 1]
        yield everywhere or _pitch([word for line in around for word in line], many)


def _sizes(words: Sequence[Word]) -> Iterator[list[int]]:
    """The upright words, by place, that are set in one size."""
    places = sorted((place for place, word in enumerate(words) if not word.angle), key=lambda place: words[place].size)
    group: list[int] = []
    for place in places:
        if group and words[place].size > (1 + SAME_SIZE) * words[group[0]].size:
            yield sorted(group)
            group = []
        group.append(place)
    if group:
        yield sorted(group)


def _pitch(words: Sequence[Word], fewest: int) -> float:
    """The width of one letter, 0 where letters have widths of their own, or there are fewer long words than this."""
    long = [word for word in words if len(word.text) >= LONG]
    if len(long) < fewest:
        return 0.0
    pitch = median(_width(word) / _inked(word) for word in long)
    alike = [word for word in long if abs(_width(word) - _inked(word) * pitch) <= STRAY * pitch]
    if len(alike) < (ALIKE if len(long) >= ENOUGH[1] else ALIKE_OF_FEW) * len(long):
        return 0.0
    return median(_width(word) / _inked(word) for word in alike)


def _fits(word: Word, pitch: float) -> bool:
    stray = STRAY if len(word.text) >= LONG else LONE_STRAY
    if len(word.text) >= LONG and word.text[-1] in NARROW:
        stray = NARROW_STRAY  # how much of its white a comma or a full stop leaves, no word tells alone
    return abs(_width(word) - _inked(word) * pitch) <= stray * pitch


def _set(word: Word, pitch: float, before: Word | None) -> Word:
    """The word at the width of its letters, one of them after the word before where a space parts the two."""
    width = len(word.text) * pitch
    first, last = (word.text[place] in NARROW for place in (0, -1))
    start = (word.box.x0 + word.box.x1 - width + (last - first) * NARROW_BEARING * pitch) / 2
    if before:
        stray = SPACE_STRAY if len(word.text) > 1 and len(before.text) > 1 else LONE_STRAY
        if abs(start - before.box.x1 - pitch) <= stray * pitch:
            start = before.box.x1 + pitch
    return word._replace(box=word.box._replace(x0=start, x1=start + width))


def _inked(word: Word) -> float:
    """How many letters wide the ink of a word is."""
    return len(word.text) - BEARINGS - NARROW_BEARING * sum(word.text[place] in NARROW for place in (0, -1))


def _width(word: Word) -> float:
    return word.box.x1 - word.box.x0
