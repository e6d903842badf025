"""Printed lines of a page cut into texts, those that are an amount of money told from the others.

Takes words; gives `PrintedLine`s. White between two words that no space explains parts two texts. Points.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import add
from typing import Final, NamedTuple

from ingest.reader.borderless.corridors import ONE_TEXT, begins_text, follow_amount, is_one_space
from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.records import Word
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import NO_AMOUNT

# Words. `- 1 234 567,00 EUR` has six.
LONGEST_AMOUNT: Final = 7
LONGEST_REMARKED: Final = 14

# A figure that only money has: a currency, cents, or thousands set apart. « 40e » may begin « 40e anniversaire ».
_MONEY: Final = re.compile(r"€|\beur|(?:\d\s|\d{4})e\b|\d[.,]\d\d(?!\d)|\d[\s.'’]\d{3}(?!\d)", re.IGNORECASE)
# What a word of every such text holds, words one a line: the end of a figure parted by a space opens a word. Every page
# is asked: nothing is tried but where one of its first characters is.
_HINT: Final = re.compile(
    r"[€eE\d](?:(?<=€)|(?<=\b[eE])[uU][rR]|(?<=^[eE])\b|(?<=^\d)\d\d(?!\d)"
    r"|(?<=\d)(?:[eE]\b|[.,]\d\d(?!\d)|[.'’]\d{3}(?!\d)))",
    re.MULTILINE,
)
# The same of words alone: « keur », and no « leur ».
_EUROS: Final = re.compile(r"(?<![^\W\d_])[km]?eur", re.IGNORECASE)
_CURRENCY: Final = re.compile(r"€|\beur|\d\s?e\b", re.IGNORECASE)
# How the first word of an amount begins, or holds a figure before a remark: most texts are told by it alone.
_OPENS_MONEY: Final = re.compile(r"[-–−(+€)eE]|.*\d")
_MAY_BE_MONEY: Final = re.compile(
    r"[-–−(+]?\d[\d.,'’€]*(?:e|eur|euros?|[km]€)?[-–−]?\)?|[-–−(+€)]|[km]?€[-–−]?\)?|eur\)?|euros?\)?|e", re.IGNORECASE
)
# Printed in place of an amount: not the sign of a rate.
_NOTHING: Final = re.compile(r"[-–—−/.…*_ ]+")
# How an amount in words ends, a remark after it left out.
_ENDS_WRITTEN: Final = re.compile(r"(?:€\)|\beuros?\)?)(?: \([^()]+\)| \*+)?$", re.IGNORECASE)


class Text(NamedTuple):
    """Words printed one after the other on one line. `money`: they are one amount and nothing else."""

    x0: float
    x1: float
    words: tuple[Word, ...]
    money: bool = False

    @property
    def string(self) -> str:
        return " ".join([word.text for word in self.words])

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def named(self) -> bool:
        """Whether it may be a name: it has a letter, and is no amount."""
        return not self.money and any(map(str.isalpha, self.string))


class PrintedLine(NamedTuple):
    """One printed line: its middle, top and bottom, type size, and texts from left to right."""

    y: float
    top: float
    bottom: float
    size: float
    texts: tuple[Text, ...]

    @property
    def strings(self) -> tuple[str, ...]:
        return tuple([text.string for text in self.texts])

    @property
    def money(self) -> list[Text]:
        return [text for text in self.texts if text.money]

    @property
    def bold(self) -> bool:
        """Whether all of it is."""
        return all(text.bold for text in self.texts)


def is_money(text: str) -> bool:
    """Whether a text is an amount that shows that it is money: a bare number is a count."""
    return _MONEY.search(text) is not None and parse_amount(text) is not None


def shows_money(text: str) -> bool:
    """Whether something in a text is printed as only money is, whether it reads as an amount or not."""
    return _MONEY.search(text) is not None


def has_currency(text: str) -> bool:
    """Whether an amount says in which currency it is."""
    return _CURRENCY.search(text) is not None


def money_hints(words: Iterable[Word]) -> int:
    """How many amounts of money these words may print at the most: without a hint in its words, a text is none."""
    return len(_HINT.findall("\n".join([word.text for word in words])))


def printed_lines(words: Iterable[Word]) -> list[PrintedLine]:
    """The printed lines that upright words make, from top to bottom."""
    return [printed_line(line) for line in lines_of_words(words)]


def lines_of_money(words: Iterable[Word]) -> list[PrintedLine]:
    """Of these lines, those that may print an amount, or a figure before « euros »: no others are set."""
    return [printed_line(line) for line in lines_of_words(words) if may_print_money(line)]


def may_print_money(words: Iterable[Word]) -> bool:
    """Whether the words of a line may print an amount, or a figure before « euros »."""
    texts = "\n".join([word.text for word in words])
    return _HINT.search(texts) is not None or ("eur" in texts.casefold() and _EUROS.search(texts) is not None)


def printed_line(words: Sequence[Word]) -> PrintedLine:
    """The printed line that these words make, given from left to right."""
    _, tops, _, bottoms = zip(*[word.box for word in words], strict=True)
    middle = sum(map(add, tops, bottoms)) / (2 * len(words))
    return PrintedLine(middle, min(tops), max(bottoms), max([word.size for word in words]), tuple(_texts(words)))


def _texts(words: Sequence[Word]) -> list[Text]:
    texts: list[Text] = []
    start = 0
    for place, (before, after) in enumerate(pairwise(words), 1):
        white = after.box[0] - before.box[2]
        wide = white > ONE_TEXT * after.size
        if not is_one_space(before, after) if wide else white > 0 and follow_amount(before, after):
            texts.append(text_of(words[start:place]))
            start = place
    texts.append(text_of(words[start:]))
    return texts


def text_of(words: Sequence[Word]) -> Text:
    """Words printed one after the other as one text, told whether they are an amount."""
    money = (_OPENS_MONEY.match(words[0].text) is not None and _are_money(words)) or _are_written(words)
    return Text(words[0].box[0], max([word.box[2] for word in words]), tuple(words), money)


def _are_money(words: Sequence[Word]) -> bool:
    may_be = len(words) <= LONGEST_AMOUNT and all(_MAY_BE_MONEY.fullmatch(word.text) for word in words)
    return (may_be or _may_be_remarked(words)) and is_money(" ".join([word.text for word in words]))


def _are_written(words: Sequence[Word]) -> bool:
    """Whether words are an amount in words: « deux mille euros (2 000 €) »."""
    if not words[0].text[0].isalpha() or len(words) > LONGEST_REMARKED or words[-1].text[-1] not in "€sSoO)*":
        return False
    text = " ".join([word.text for word in words])
    return _ENDS_WRITTEN.search(text) is not None and parse_amount(text) is not None


def _may_be_remarked(words: Sequence[Word]) -> bool:
    """Whether words may be an amount with what is written beside it: « 1 500 € (2 x 750 €) », « 900 € * »."""
    if not 1 < len(words) <= LONGEST_REMARKED or not any(map(str.isdigit, words[0].text)):
        return False
    return any(mark in word.text for word in words for mark in "(=*") or any(word.text == "dont" for word in words)


def stands_for_nothing(text: Text) -> bool:
    """Whether a text is a dash, a stroke or words such as « NC » in place of an amount."""
    return _NOTHING.fullmatch(text.string) is not None or phrase(text.string) in NO_AMOUNT


def parts_at(text: Text, starts: Sequence[float]) -> list[Text]:
    """The text parted where a word begins at one of these places, given in order."""
    words = text.words
    cuts = [i for i in range(1, len(words)) if begins_text(words[i - 1], words[i], starts)]
    return [text_of(words[a:b]) for a, b in pairwise([0, *cuts, len(words)])] if cuts else [text]
