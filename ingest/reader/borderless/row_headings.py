"""Headings printed between the rows of a list without rules, close over their first row: which lines are one.

Takes a `MoneyRun` and the printed lines of rows; gives the numbers of those lines. Headings that white sets apart are
not its business. Points.
"""

from collections.abc import Container, Sequence
from typing import Final

from ingest.reader.borderless.money_runs import MoneyRun
from ingest.reader.borderless.money_texts import PrintedLine, Text
from ingest.reader.vocabulary.organisations import KINDS, ORGANISATIONS
from ingest.reader.vocabulary.patterns import CUT_END
from portal.french import fold

# Times the type size. Room left on a line beyond what the next word would take.
ROOM: Final = 1.0
# Times the type size. Lines nearer from middle to middle are not one under the other.
LEADING: Final = 0.9
# Share of the lines with amounts: more lines than that are parts of rows, broken where their author wished.
MOST_HEADINGS: Final = 0.4
# Letters that stand for a name; the shortest themes, « SPORT », have more.
LONGEST_INITIALS: Final = 4


def headings_among(run: MoneyRun, lines: Sequence[PrintedLine]) -> set[int]:
    """The lines, by number, that are a heading over the next one: bold over plain letters, or short, so that neither
    it nor the line over it breaks for want of room."""
    short = {place for place in range(len(lines) - 1) if _is_short_heading(run, lines, place)}
    if len(short) > MOST_HEADINGS * sum(bool(line.money) for line in lines):
        short = set()
    found = short | {place for place in range(len(lines) - 1) if _is_bold_heading(run, lines, place)}
    return found | ({len(lines) - 1} if _ends_with_heading(run, lines, found) else set())


def _ends_with_heading(run: MoneyRun, lines: Sequence[PrintedLine], headings: Container[int]) -> bool:
    """Whether the last line heads the rows of the next page: all the others are headings or rows of one line, and the
    one above would have had room for it."""
    *rows, last = lines
    text = _worded(last)
    above = _in_column(run, rows[-1], text) if text and rows else None
    if text is None or above is None or not text.string[0].isupper() or _is_part_of_name(text):
        return False
    if not headings or not all(line.money or place in headings for place, line in enumerate(rows)):
        return False
    return _leaves_room(above, text, _column_end(run, lines, text))


def _worded(line: PrintedLine) -> Text | None:
    """The one text of a line that has letters, « Sports » of « 6574/40   Sports »; None where several have."""
    worded = [text for text in line.texts if any(map(str.isalpha, text.string))]
    return worded[0] if len(worded) == 1 and not line.money else None


def _is_bold_heading(run: MoneyRun, lines: Sequence[PrintedLine], place: int) -> bool:
    """Whether a bold text, alone on its line, stands over a name in plain letters: one cell has one weight."""
    text = _worded(lines[place])
    under = _in_column(run, lines[place + 1], text) if text else None
    return text is not None and under is not None and text.bold and not under.bold


def _is_short_heading(run: MoneyRun, lines: Sequence[PrintedLine], place: int) -> bool:
    """Whether a line without an amount stands over one with an amount, as far from the line above as rows are, and
    the words under it, as its own, would have had room on the line before."""
    line, below = lines[place], lines[place + 1]
    text = _worded(line)
    under = text and _in_column(run, below, text)
    if text is None or not under or not below.money or not text.string[0].isupper() or _is_part_of_name(text):
        return False
    if under is not next((one for one in below.texts if any(map(str.isalpha, one.string))), None):
        return False
    if below.y - line.y < LEADING * line.size:
        return False  # beside it: amounts set in the middle of two lines
    end = _column_end(run, lines, text)
    # The line over it may be amounts alone, set in the middle of the name that it goes on with.
    over = [one for other in lines[max(0, place - 2) : place] for one in other.texts]
    above = [one for one in over if run.column_of(one) == run.column_of(text)]
    return _leaves_room(text, under, end) and all(_leaves_room(one, text, end) for one in above[-1:])


def _is_part_of_name(text: Text) -> bool:
    """« Foyer de », « Association » over « Les Amis du lac », « APE » under « Parents d'élèves »: a name cut short, or
    what is broken off where its author wished, the kind of one body or letters that stand for its name."""
    if CUT_END.search(text.string):
        return True
    letters = text.string.isupper() and len(text.string) <= LONGEST_INITIALS
    return letters or fold(text.string) in KINDS | ORGANISATIONS


def _in_column(run: MoneyRun, line: PrintedLine, text: Text) -> Text | None:
    """What a line prints first in the column of a text."""
    return next((one for one in line.texts if run.column_of(one) == run.column_of(text)), None)


def _column_end(run: MoneyRun, lines: Sequence[PrintedLine], text: Text) -> float:
    """Where the longest text of the column of a text ends, but for those that run over into the next one."""
    column = [one for line in lines for one in line.texts if run.column_of(one) == run.column_of(text)]
    return max(one.x1 for one in column if one is text or not run.crossed(one))


def _leaves_room(text: Text, after: Text, end: float) -> bool:
    """Whether the first word of the text under it would have stood before `end`."""
    word = after.words[0]
    return text.x1 + (word.box.x1 - word.box.x0) + ROOM * word.size < end
