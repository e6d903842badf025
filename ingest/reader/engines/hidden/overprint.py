"""Words that are no text of their page: printed twice, across the others as a watermark, without any ink.

Takes the words of one page; gives those that are its text, and says what was left out. No PDF library here.
"""

from collections.abc import Sequence
from typing import Final

from ingest.reader.records import Box, Word

# Points. The smallest type of a watermark; titles of acts are set in 12 to 20, and stand on no other text.
WATERMARK_SIZE: Final = 24.0
# Times the size of the text under it. Drop capitals and figures of a cover are as large, but nothing is under them.
LARGER: Final = 2.0
# Words under a large one that make it a watermark: one may be a logo's baseline set under its name.
WORDS_UNDER: Final = 2
# Points. A page set twice to look bold is set again so near.
ASIDE: Final = 1.0
# Words of a page that tell whether it is, and how many of them must be printed again.
SAMPLED: Final = 12
FEWEST_SHADOWS: Final = 2


def without_repeats(words: Sequence[Word]) -> Sequence[Word]:
    """The words, each once where the same is printed again at the very same place, or hardly aside of it: layers that
    were joined, a page set twice to look bold."""
    if _are_shadowed(words[:: len(words) // SAMPLED + 1], words):
        words = _without_shadows(words)
    if len({word[1] for word in words}) == len(words):
        return words
    return tuple({(word.text, word.box): word for word in reversed(words)}.values())[::-1]


def _are_shadowed(sample: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether some of a few words of a page are printed again hardly aside."""
    texts = {word[0] for word in sample}
    places: dict[str, list[Box]] = {text: [] for text in texts}
    for word in words:
        if word[0] in texts:
            places[word[0]].append(word[1])
    again = (sum(_is_near(box, word.box) for box in places[word.text]) > 1 for word in sample)
    return sum(again) >= FEWEST_SHADOWS


def _without_shadows(words: Sequence[Word]) -> Sequence[Word]:
    """The words without those printed hardly aside of the same word."""
    kept: dict[str, list[Box]] = {}
    left: list[Word] = []
    for word in words:
        before = kept.setdefault(word.text, [])
        if not any(_is_near(box, word.box) for box in before):
            before.append(word.box)
            left.append(word)
    return left


def _is_near(one: Box, other: Box) -> bool:
    return abs(one[0] - other[0]) <= ASIDE and abs(one[1] - other[1]) <= ASIDE


def without_watermarks(words: Sequence[Word]) -> tuple[Sequence[Word], str]:
    """The words but large ones that lie over several smaller ones, and what these say."""
    large = [word for word in words if word[2] >= WATERMARK_SIZE]
    if not large:
        return words, ""
    marks = [word for word in large if _is_over(word, words)]
    if not marks:
        return words, ""
    left_out = set(map(id, marks))
    return tuple(word for word in words if id(word) not in left_out), " ".join(word.text for word in marks)


def without_ink_left_out(words: Sequence[Word], inkless: Sequence[int], pictures: Sequence[Box]) -> Sequence[Word]:
    """The words but those at the places `inkless`, written so that nothing is seen; kept over a picture, which they may
    spell out."""
    if not inkless:
        return words
    left_out = {place for place in inkless if not any(words[place].box.meets(picture) for picture in pictures)}
    return tuple(word for place, word in enumerate(words) if place not in left_out)


def _is_over(large: Word, words: Sequence[Word]) -> bool:
    under = 0
    for word in words:
        if word.size * LARGER <= large.size and large.box.meets(word.box):
            under += 1
            if under == WORDS_UNDER:
                return True
    return False
