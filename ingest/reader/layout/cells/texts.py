"""The printed lines of a cell → its text on one line, words that line ends cut put together again.

Takes `CellLine`s, which know the room left on them, and the words that the document prints whole elsewhere; gives
text. A line may be cut for want of room, at a hyphen or after an elision; anything less sure stays two words.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.layout.cells.setting import CellLine
from ingest.reader.paragraphs.line_joining import is_break_hyphen

# Points. Cells are padded by 1 to 7 points on each side, border included; more is centring.
WIDEST_PADDING: Final = 8.0
# Points. Half the thickness of two borders, when asking whether one more glyph would have fitted.
FITTING: Final = 1.0
# How a line ends, by its last two characters.
_HYPHENATED: Final = re.compile(r"\w[-\u2010\u2011\u00ad]")
_LETTER_FIRST: Final = re.compile(r"[^\W\d_]")
_ELIDED: Final = re.compile(r"[^\W\d_]['\u2019]")
_ELIDING: Final = re.compile(r"[^\W\d_]{1,2}['\u2019]")
_TOKEN: Final = re.compile(r"\w+")
_SMALL_WORDS: Final = frozenset(
    {"au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "pour", "sur"}
    | {"avec", "dans", "sans", "sous", "vers"}
)
# Letters that are no word, and end many: « départemental | e ».
_ENDINGS: Final = frozenset({"e", "s", "t", "r", "x"})
# Letters. No French word of an act is longer.
LONGEST_WORD: Final = 22
# Ends of words of five letters and more, and what may yet follow each inside a longer word.
_WORD_END: Final = re.compile(
    r"\w{2}(?:(?P<plural>ments|tions|ités|eurs|euses|iques|ances|ences)|(?P<ment>ment)|(?P<tion>tion))$"
)
_GOES_ON: Final = {
    "plural": re.compile(r"(?!)"),
    "ment": re.compile(r"(?:al|aux|ai|at|s$|é|e|i)"),
    "tion": re.compile(r"(?:n|s$)"),
}
# Letters. A known word this short at the head of a line may still be the end of a longer one.
SHORT_END: Final = 2


class WholeWords:
    """The words that a document prints whole somewhere; asked only when a line may end within a word.

    `words`: every word of the document; `cells`: the lines of every cell. A word alone on its line may be a piece, and
    so may the one under it, but for a word with different ones under it: a piece always has the same rest.
    """

    def __init__(self, words: Iterable[str], cells: Iterable[Sequence[CellLine]]) -> None:
        self._words, self._cells = words, cells
        self._whole: Counter[str] | None = None
        self._below: dict[str, set[str]] = {}

    def look(self) -> None:
        """Look at what the document prints, if that is not done yet: it is needed no more."""
        if self._whole is not None:
            return
        self._whole = Counter()
        for word, times in Counter(self._words).items():
            for token in _TOKEN.findall(word.casefold()):
                self._whole[token] += times
        for lines in self._cells:
            for above, below in pairwise(lines):
                if above.words == 1:
                    self._set_aside(_TOKEN.findall(above.text.casefold()), _TOKEN.findall(below.text.casefold()))

    def __contains__(self, token: object) -> bool:
        self.look()
        assert self._whole is not None  # noqa: S101 (for the type checker)
        return isinstance(token, str) and (self._whole[token] > 0 or len(self._below.get(token, ())) > 1)

    def _set_aside(self, above: list[str], below: list[str]) -> None:
        assert self._whole is not None  # noqa: S101 (for the type checker)
        self._whole.subtract([*above[-1:], *below[:1]])
        for start, end in zip(above[-1:], below[:1], strict=False):
            self._below.setdefault(start, set()).add(end)


def padding_of(lines: Iterable[CellLine]) -> float:
    """The white kept between rules and text, in points, from the lines of a whole table.

    Text that overflows its cell says nothing of it; a tenth of the lines at least begin at the left of their cells.
    """
    gaps = sorted([line.start - line.cell_start for line in lines if line.start >= line.cell_start])
    if not gaps:
        return 0.0
    return min(WIDEST_PADDING, gaps[len(gaps) // 10])


def join_cell_lines(
    lines: Sequence[CellLine], padding: float, whole_words: Container[str] = (), *, sided: bool = True
) -> str:
    """The text of a cell on one line; a word cut at a line's end is put together again.

    `whole_words`: words known to stand by themselves, in lower case. `sided`: rules say how wide the cell is.
    """
    if not lines:
        return ""
    text = lines[0].text
    for above, below in pairwise(lines):
        if above.text.endswith("\u00ad"):
            text = text[:-1] + below.text
        elif is_cut_word(above, below, padding, whole_words, sided=sided):
            text = text[:-1] if is_break_hyphen(above.text, below.text, whole_words) else text
            text += below.text
        else:
            text += " " + below.text
    return text


def is_cut_word(above: CellLine, below: CellLine, padding: float, whole_words: Container[str], *, sided: bool) -> bool:
    """Whether the first word of the line below goes on the last one above without a space.

    So it is after a hyphen or an elision, and when a word alone on its line has no room left for one more glyph (a
    column too narrow for it), unless both pieces are words known to stand by themselves. A small word is no piece, nor
    are capitals in a column that no rule draws, as wide as its longest word, unless the whole word is known.
    """
    end = above.text[-2:]
    if (_HYPHENATED.fullmatch(end) or _ELIDED.fullmatch(end)) and _LETTER_FIRST.match(below.text):
        return True
    last, first = above.text[-1], below.text[0]
    if above.words > 1 or not _may_be_inside(last, first) or _ELIDING.match(below.text):
        return False
    glyph = below.first_glyph
    if not -glyph <= above.room(padding) < glyph + FITTING:
        return False
    start, end = _TOKEN.findall(above.text.casefold())[-1], _TOKEN.findall(below.text.casefold())[0]
    if start + end in whole_words or end in _ENDINGS:
        return True
    if end in _SMALL_WORDS or _is_whole(start, end) or (not sided and last.isupper() and first.isupper()):
        return False
    return start not in whole_words and (end not in whole_words or len(end) <= SHORT_END)


def _is_whole(start: str, end: str) -> bool:
    """Whether the first of two pieces ends as French words do, and the second does not go on as longer ones do:
    « Accompagnement | social », not « Département | ales » nor « institution | nel »."""
    found = _WORD_END.search(start)
    if found is None:
        return len(start) + len(end) > LONGEST_WORD
    return not _GOES_ON[found.lastgroup or ""].match(end)


def _may_be_inside(last: str, first: str) -> bool:
    """Whether these two characters may follow each other inside a word: two letters or two digits, not « aB »."""
    if last.isalpha() and first.isalpha():
        return last.isupper() or first.islower()
    return last.isdigit() and first.isdigit()


def is_full(above: CellLine, below: CellLine, padding: float) -> bool:
    """Whether the line above had no room for the first word of the line below: the text may go on from one to other."""
    return above.room(padding) < below.first_width + FITTING
