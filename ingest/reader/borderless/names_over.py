"""One line of names over a table without rules → the columns that they stand over. Points."""

from collections.abc import Sequence
from typing import Final

from ingest.reader.borderless.money_texts import PrintedLine, Text

# Times the type size. White between the words of a name whose letters are set apart.
APART: Final = 1.6

# Where the texts of a column stand, from left to right.
TextSpan = tuple[float, float]


def columns_under(line: PrintedLine, columns: Sequence[TextSpan]) -> list[int]:
    """The columns that the names of one line stand over: one each in order, else those whose texts they overlap.

    A name in plain white heads the column on its right, or the one on its left where two names share the white; a word
    of a name set apart heads what the word before it does.
    """
    if len(line.texts) == len(columns):
        return list(range(len(columns)))
    found: list[int] = []
    in_white = False
    for place, text in enumerate(line.texts):
        shared = [shared_width(text, span) for span in columns]
        best = max(range(len(columns)), key=shared.__getitem__)
        if max(shared) <= 0:
            if found and _goes_with(line, place, columns):
                found.append(found[-1])
                continue
            best = next((n for n, (start, _) in enumerate(columns) if text.x0 < start), len(columns) - 1)
        if found and found[-1] == best and best - 1 not in found and in_white:
            found[-1] = best - 1
        in_white = shared[best] <= 0
        found.append(best)
    return found


def columns_under_all(lines: Sequence[PrintedLine], columns: Sequence[TextSpan]) -> list[list[int]]:
    """As `columns_under`, for all the lines of a header. A name in plain white heads the column on its left instead,
    where no other name does and another name, further right, heads the one that it was given."""
    under = [columns_under(line, columns) for line in lines]
    named = {column for found in under for column in found}
    names = [(text, column) for line, found in zip(lines, under, strict=True) for text, column in _pairs(line, found)]
    for line, found in zip(lines, under, strict=True):
        for place, (text, column) in enumerate(_pairs(line, found)):
            in_white = column and column - 1 not in named and shared_width(text, columns[column]) <= 0
            if in_white and any(one.x0 >= text.x1 for one, other in names if other == column):
                found[place] = column - 1
    return under


def _pairs(line: PrintedLine, under: Sequence[int]) -> list[tuple[Text, int]]:
    return list(zip(line.texts, under, strict=True))


def shared_width(text: Text, column: TextSpan) -> float:
    """How much of its width a text shares with a column; 0 or less for none."""
    return min(text.x1, column[1]) - max(text.x0, column[0])


def _goes_with(line: PrintedLine, place: int, columns: Sequence[TextSpan]) -> bool:
    """Whether a text in plain white is much nearer to the text before it than to anything on its right."""
    text, before = line.texts[place], line.texts[place - 1]
    right = [start for start, _ in columns if start > text.x0] + [other.x0 for other in line.texts[place + 1 :]]
    near = text.x0 - before.x1
    return near <= APART * line.size and all(2 * near < start - text.x1 for start in right)
