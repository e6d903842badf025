"""Whether the text that a file brings for a page is the page's text, or the poor guess of an earlier recognition, or
signs that a font without names gave in place of letters.

Takes `Page`s; looks at words only, never at images, so that pages with good text cost nothing.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from ingest.reader.engines.notes import INVISIBLE_TEXT
from ingest.reader.records import Page, Word

# Share of words that no language prints. Layers whose tables are garbage have 4 to 11 %, good ones and set text at most
# 1.5 %: acronyms, file numbers, names such as « LaDeule ».
MOST_ODD: Final = 0.025
# Words. A page with fewer may be the image of a text with nothing but a stamp set over it.
FEW_WORDS: Final = 60

# Share of words. Small words make 6 to 30 % of French pages, lists of names included; where they are rarer, letters are
# looked at.
FEW_SMALL_WORDS: Final = 0.04
# Letters of a page. On fewer, their shares say nothing.
ENOUGH_LETTERS: Final = 100
# Share of letters. Vowels make 40 to 46 % of French, 36 % of lists of acronyms; letters put for others, at most 28 %.
FEWEST_VOWELS: Final = 0.32

# Share of words that are signs alone: euro signs that stand apart and dashes of empty cells make up to two thirds.
MOST_SIGNS: Final = 0.8

# Words beside which dots and dashes alone are leaders from names to figures.
ENOUGH_WORDS: Final = 8
_LEADERS: Final = ".…·_-–"

# What no French page prints: codes of control, letters of other alphabets' phonetics, places kept for private use.
# Fonts that do not say which letters they draw give their glyphs' numbers, which fall there.
_UNNAMED: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u0180-\u0191\u0193-\u0217\u021c-\u02af\ue000-\uf8ff\ufffd"
    r"\U000f0000-\U0010ffff]"
)
# Bullets and check boxes of symbol fonts, at the ends of a word.
_SYMBOLS: Final = "".join(map(chr, range(0xF020, 0xF100)))
_CID: Final = "(cid:"
# Share of the words of a font. A font without names for its ligatures, dashes or euro sign leaves them in 3 to 15 % of
# words, one without any in all words but those whose numbers of glyphs fall among letters and signs.
MOST_UNNAMED: Final = 0.3
_LETTER: Final = re.compile(r"[^\W\d_]")
_ALPHANUMERIC: Final = re.compile(r"[^\W_]")
_VOWEL: Final = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]", re.IGNORECASE)
_SMALL: Final = "de la le les des du et en à a un une pour par sur au aux dans est ou se sa son ce qui que avec"
_SMALL_WORDS: Final = frozenset((*_SMALL.split(), *_SMALL.upper().split(), *_SMALL.title().split()))
# Letters and figures of a word that is compared with the image; how many words are.
LONG_ENOUGH: Final = 4
SAMPLE: Final = 24
# Share of the words that are one letter, crosses in boxes aside. French prints 1 to 5 % of them.
MOST_LONE_LETTERS: Final = 0.1
# Small letters of a page from which it must have accents; the least share of them that does: 2 to 4 % in French, 0.8 %
# in lists of towns, none where another language was looked for.
ENOUGH_SMALL_LETTERS: Final = 300
FEWEST_ACCENTS: Final = 0.004

_SIGNS: Final = frozenset("-–—•€:;,.!?/&%+«»()°*=\"'’")
_ODD: Final = re.compile(
    r"""[\W_]+                                      # signs alone
    | .*[^\W\d_]\d+[^\W\d_].*                       # figures inside letters
    | .*[^\W\d_A-ZÀ-Þ][A-ZÀ-Þ].*                    # a capital inside a word
    | [bcdfghjklmnpqrstvwxz]{3,}                    # small consonants alone
    | .*[|{}\\~_^<>¢£¥§=].*                         # signs that borders of cells are read as
    """,
    re.VERBOSE,
)


def has_poor_layer(page: Page) -> bool:
    """Whether the words of the page are a hidden layer over an image, with too many that no language prints, parted
    into letters, or without the accents of French."""
    if INVISIBLE_TEXT not in page.notes:
        return False
    words = tuple(page.words)
    return odd_share(words) > MOST_ODD or _lone_letters(words) > MOST_LONE_LETTERS * len(words) or _lacks_accents(words)


def telling_words(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words spread over a page, by which its layer is compared with its image: long enough to be told apart."""
    long = [word for word in words if word.angle == 0 and sum(map(str.isalnum, word.text)) >= LONG_ENOUGH]
    step = max(1, len(long) // SAMPLE)
    return tuple(long[::step][:SAMPLE])


def has_layer(page: Page) -> bool:
    """Whether the words of the page are a hidden layer over an image."""
    return INVISIBLE_TEXT in page.notes


def good_words(page: Page) -> tuple[Word, ...]:
    """The words of the file that may be believed: none of a text that is not the page's, else all whose characters have
    names, in fonts that name most of theirs. Weight and size of type tell fonts apart."""
    words = tuple(page.words)
    texts = [word.text for word in words]
    if has_poor_layer(page) or _is_no_language(texts):
        return ()
    if not _has_unnamed(words):
        return words
    named = {word for word in words if not _UNNAMED.search(word.text) and _CID not in word.text}
    fonts, without = Counter(map(_font, words)), Counter(_font(word) for word in words if word not in named)
    return tuple(word for word in words if word in named and without[_font(word)] <= MOST_UNNAMED * fonts[_font(word)])


def _font(word: Word) -> tuple[bool, int]:
    return word.bold, round(word.size)


def is_unreadable(page: Page) -> bool:
    """Whether words of the page are to be read on its image, for want of names for their characters."""
    words = tuple(page.words)
    return _has_unnamed(words) or _is_no_language([word.text for word in words])


def _has_unnamed(words: Sequence[Word]) -> bool:
    """Whether words have characters that the file does not name; signs that stand alone are bullets, but after a figure
    of their line what has no name may be a euro sign or another figure."""
    joined = "".join([word.text for word in words])
    if not _UNNAMED.search(joined) and _CID not in joined:
        return False
    before: Word | None = None
    for word in words:
        if len(word.text) > 1 and _is_unnamed(word.text):
            return True
        if _UNNAMED.match(word.text) and before and before.text[-1:].isdigit() and _is_beside(before, word):
            return True
        before = word
    return False


def _is_beside(before: Word, word: Word) -> bool:
    """Whether a word goes on the line of the one before it; a bullet opens a line of its own."""
    return abs(word.box.y0 - before.box.y0) <= word.size / 2 and word.box.x0 >= before.box.x0


def _is_unnamed(text: str) -> bool:
    bare = text.strip(_SYMBOLS)
    return _UNNAMED.search(bare) is not None or _CID in bare


def _is_no_language(printed: Sequence[str]) -> bool:
    """Whether a page of words is written as no language is: in signs, or with each letter put for another."""
    # Most pages, leaders and all.
    if sum(map(_SMALL_WORDS.__contains__, printed)) >= FEW_SMALL_WORDS * len(printed):
        return False
    told = [text for text in printed if text.strip(_LEADERS)]
    texts = told if len(told) >= ENOUGH_WORDS else printed
    if sum(map(_SMALL_WORDS.__contains__, texts)) >= FEW_SMALL_WORDS * len(texts):
        return False
    if len(texts) >= FEW_WORDS and sum(not _ALPHANUMERIC.search(text) for text in texts) > MOST_SIGNS * len(texts):
        return True
    joined = "".join(texts)
    letters = len(_LETTER.findall(joined))
    return letters >= ENOUGH_LETTERS and len(_VOWEL.findall(joined)) < FEWEST_VOWELS * letters


def _lone_letters(words: Sequence[Word]) -> int:
    return sum(len(word.text) == 1 and word.text.isalpha() and word.text not in "Xx" for word in words)


def _lacks_accents(words: Sequence[Word]) -> bool:
    small = "".join(character for word in words for character in word.text if character.islower())
    accents = sum(not character.isascii() for character in small)
    return len(small) >= ENOUGH_SMALL_LETTERS and accents < FEWEST_ACCENTS * len(small)


def odd_share(words: Sequence[Word]) -> float:
    """The share of words that look like no word, number or usual sign, 0 to 1."""
    return sum(_is_odd(word.text) for word in words) / len(words) if words else 0.0


def _is_odd(text: str) -> bool:
    return text not in _SIGNS and _ODD.fullmatch(text) is not None
