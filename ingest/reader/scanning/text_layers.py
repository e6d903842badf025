"""Whether the text that a file brings for a page is the page's text, or the poor guess of an earlier recognition.

Takes `Page`s; looks at words only, never at images, so that pages with good text cost nothing.
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.reader.engines.notes import INVISIBLE_TEXT
from ingest.reader.records import Page, Word

# Share of words that no language prints. Layers whose tables are garbage have 4 to 11 %, good ones and set text at most
# 1.5 %: acronyms, file numbers, names such as « LaDeule ».
MOST_ODD: Final = 0.025
# Words. A page with fewer may be the image of a text with nothing but a stamp set over it.
FEW_WORDS: Final = 60

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
    """Whether the words of the page are a hidden layer over an image, with too many that no language prints."""
    return INVISIBLE_TEXT in page.notes and odd_share(page.words) > MOST_ODD


def has_layer(page: Page) -> bool:
    """Whether the words of the page are a hidden layer over an image."""
    return INVISIBLE_TEXT in page.notes


def odd_share(words: Sequence[Word]) -> float:
    """The share of words that look like no word, number or usual sign, 0 to 1."""
    return sum(_is_odd(word.text) for word in words) / len(words) if words else 0.0


def _is_odd(text: str) -> bool:
    return text not in _SIGNS and _ODD.fullmatch(text) is not None
