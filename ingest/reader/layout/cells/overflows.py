"""Names that run over into the next cell, its words given back to the cell in which they begin.

Takes the sides of the columns of a grid and the words of each cell, by their middles; changes these. Points.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.corridors import is_one_space
from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.records import Word
from ingest.reader.values.amounts import parse_amount

# Times the type size. Spaces of text faces are 0.25 to 0.28; the padding of two cells is more.
ONE_SPACE: Final = 0.32
# Times the type size. White between the end of a name and the amount that it runs near to; no space is wider.
BEFORE_AMOUNT: Final = 0.61
# Points. A word is across a side when it reaches so far over it.
ACROSS: Final = 0.8
# Points. Texts of one column begin at one place within this.
FLUSH: Final = 1.0

# The words of each place of a grid, by row and column.
Held = list[list[list[Word]]]


def give_words_back(xs: Sequence[float], held: Held) -> None:
    """Move the words of names that run over to the cell of the column on their left: those before an amount, and those
    that fill an else empty cell behind a word across its side."""
    starts = [usual_start([row[column] for row in held]) for column in range(len(xs) - 1)]
    for row in held:
        for column, side in enumerate(xs[1:-1]):
            left, right = row[column], row[column + 1]
            if left and right:
                moved = _running_over(left, right, side, starts[column + 1])
                if moved:
                    row[column] = [*left, *moved]
                    row[column + 1] = [word for word in right if word not in moved]


def usual_start(cells: Iterable[Sequence[Word]]) -> float | None:
    """Where the texts of one column most often begin, None where no two begin at one place."""
    starts = Counter(round(min([word.box[0] for word in words])) for words in cells if words)
    place, count = starts.most_common(1)[0] if starts else (0, 0)
    return float(place) if count > 1 else None


def _running_over(left: Sequence[Word], right: Sequence[Word], side: float, start: float | None) -> list[Word]:
    """The words of the right cell that go on with a line of the left one. `start`: where the texts of its column begin:
    one that begins there is its own, however near."""
    reach = BEFORE_AMOUNT * left[0].size
    if min([word.box[0] for word in right]) > max([word.box[2] for word in left]) + reach:
        return []
    moved = []
    own = set(map(id, left))
    lines = lines_of_words([*left, *right])
    for line in lines:
        count = sum(id(word) in own for word in line)
        behind = line[count:]
        if not count or not behind or not all(id(word) in own for word in line[:count]):
            continue
        parted = [line[count - 1], *behind]
        end = next((n for n, (one, word) in enumerate(pairwise(parted)) if not _go_on(one, word)), len(behind))
        over, rest = behind[:end], behind[end:]
        flush = start is not None and bool(over) and abs(over[0].box[0] - start) <= FLUSH
        if end and (_is_before_amount(over, rest) or (not flush and _fills(line, side, rest, right))):
            moved += over
    return moved


def _go_on(before: Word, after: Word) -> bool:
    return after.box[0] - before.box[2] <= ONE_SPACE * after.size or is_one_space(before, after)


def _is_before_amount(over: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Whether the rest of a line is an amount, which is none with the words before it, and stands off them."""
    if not rest or rest[0].box[0] - over[-1].box[2] < BEFORE_AMOUNT * rest[0].size:
        return False
    text = " ".join(word.text for word in rest)
    return parse_amount(text) is not None and parse_amount(" ".join(word.text for word in (*over, *rest))) is None


def _fills(line: Sequence[Word], side: float, rest: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the words are all that the right cell prints, and the line has a word across the side."""
    across = any(word.box[0] + ACROSS < side < word.box[2] - ACROSS for word in line)
    return across and not rest and len(lines_of_words(right)) == 1
