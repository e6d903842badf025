"""Words of a page → its printed lines, those of pages that print amounts elsewhere than in sentences.

Takes words outside grids; gives `MoneyLines`, no line where none can be of a table. It finds no column. Points.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.reader.borderless.bare_amounts import FEWEST_BARE, is_bare, with_bare_amounts
from ingest.reader.borderless.corridors import is_of_figure
from ingest.reader.borderless.cut_figures import is_currency
from ingest.reader.borderless.money_texts import PrintedLine, Text, may_print_money, money_hints, printed_line
from ingest.reader.borderless.near_columns import with_columns_parted
from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.records import Word


class MoneyLines(NamedTuple):
    """The printed lines of a page, and the same before bare amounts are marked; how many words hint at an amount. None
    where only sentences print any."""

    hints: int
    lines: list[PrintedLine]
    printed: list[PrintedLine]


def money_lines(words: Sequence[Word]) -> MoneyLines:
    """What money the words of a page may print: most pages are spared the setting of lines."""
    hints = money_hints(words)
    lines = lines_of_words(words) if hints else []
    if not _may_be_of_table(lines):
        return MoneyLines(0, [], [])
    printed = with_columns_parted([*map(printed_line, lines)])
    return MoneyLines(hints, with_bare_amounts(printed), printed)


def _may_be_of_table(lines: Iterable[Sequence[Word]]) -> bool:
    """Whether one of these lines, each given word by word, may print an amount that is no part of a sentence, or all of
    them the bare figures of a column."""
    bare = 0
    for words in lines:
        figures = sum([word.text[0].isdigit() for word in words])
        hinted = may_print_money(words)
        if (hinted or figures) and _stand_apart(printed_line(words).texts):
            if hinted:
                return True
            bare += figures
    return bare >= FEWEST_BARE


def _stand_apart(texts: Sequence[Text]) -> bool:
    """Whether a figure stands apart on a line of these texts. Where there are several, they may be parted again, before
    a figure or behind it."""
    if len(texts) > 1:
        return any(text.money or is_of_figure(text.words[end]) for text in texts for end in (0, -1))
    return texts[0].money or is_currency(texts[0].string) or is_bare(texts[0].string)
