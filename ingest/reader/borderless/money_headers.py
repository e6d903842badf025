"""The names of columns printed over the amounts of a table without rules: which lines of a block are its header.

Takes a `MoneyRun` and one of its blocks; says which lines are header, which are rows. Points.
"""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from ingest.reader.borderless.bare_amounts import OVERLAP
from ingest.reader.borderless.drawn_names import foot_of, is_framed
from ingest.reader.borderless.money_blocks import Block
from ingest.reader.borderless.money_names import names_money
from ingest.reader.borderless.money_rows import SAME_SIZE, TIGHT, rows_end, rows_top
from ingest.reader.borderless.money_runs import MoneyRun
from ingest.reader.borderless.money_texts import PrintedLine, Text
from ingest.reader.borderless.names_over import APART
from ingest.reader.borderless.row_headings import headings_among
from ingest.reader.values.dates import YEAR
from ingest.reader.vocabulary.headers import HEADERS
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import NO_AMOUNT

# Times the type size. White between two lines of a header, or a header and its rows.
HEADER_WHITE: Final = 2.4
# Points. Whites that differ less are the same.
SAME_WHITE: Final = 1.0
# Times the type size of the rows. Larger print is a title.
LARGEST_HEADER: Final = 1.2
# Words. A text of fewer that ends with a stop may be a name cut short.
SENTENCE_WORDS: Final = 4

_FIGURE: Final = re.compile(r"\d{1,3}(?:[ .]?\d{3})*")


class Extent(NamedTuple):
    """Lines of a block, by number: header from `top` to `start`, rows from `start` to `end`, both ends excluded."""

    top: int
    start: int
    end: int

    @property
    def has_header(self) -> bool:
        return self.top < self.start


def find_extent(run: MoneyRun, block: Block, *, goes_on: bool = False) -> Extent:
    """Which lines of a block are its header and its rows; names printed again, and what is over them, are rows.

    `goes_on`: names of its columns, or rows, end the page before it.
    """
    goes_on = goes_on or block is not run.blocks[0]
    if block.asides:
        of_rows = rows_top(run, block, goes_on=goes_on)
        top = min((place for place in block.asides if place < block.first), default=of_rows)
        return Extent(top, top, rows_end(run, block))
    top = _header_top(run, block)
    start = _header_end(run, block, top)
    if start is None:
        top = start = rows_top(run, block, goes_on=goes_on)
    return Extent(top, start, rows_end(run, block))


def _header_top(run: MoneyRun, block: Block) -> int:
    top = place = _first_row_top(block)
    size, named = block.lines[block.first].size, False
    of_row = True
    widest = max(HEADER_WHITE * size, _white_between_rows(block) + SAME_WHITE)
    while place:
        line, below = block.lines[place - 1], block.lines[place]
        white = below.top - foot_of(block, line)
        # A heading over the first rows, however large, is believed where names of columns stand over it.
        heading = not named and _is_heading(run, line)
        larger = line.size > LARGEST_HEADER * size and not heading
        if white > widest or line.money or larger or any(map(_ends_sentence, line.texts)):
            break
        if named and white > line.size and len(line.texts) > 1 and _heads_page(line, below):
            break
        # Tight over the first amounts, texts that name no money, nor any column, are the first line of their row.
        of_row = of_row and white <= TIGHT * size and run.money.isdisjoint(run.columns_under(line))
        of_row = of_row and not any(phrase(text.string) in HEADERS for text in line.texts)
        named = named or (len(line.texts) > 1 and not of_row)
        alone = named and len(line.texts) == 1 and not _names_several(run, line)
        if alone and white > TIGHT * size and not _ends_names(block, place - 1):
            break
        if not (heading or _stands(run, line)):
            break
        place -= 1
        top = top if heading else place
        if named and is_framed(block, place):
            break
    return top


def _first_row_top(block: Block) -> int:
    """The first line of the first row, whose amounts may stand in its middle: lines that overlap are of one row."""
    place = block.first
    while place:
        line, below = block.lines[place - 1], block.lines[place]
        if line.money or line.bottom - below.top < OVERLAP * line.size:
            break
        place -= 1
    return place


def _white_between_rows(block: Block) -> float:
    """The usual white over the lines with amounts."""
    lines = block.lines
    whites = sorted(
        lines[place].top - lines[place - 1].bottom
        for place in range(block.first + 1, block.last + 1)
        if lines[place].money
    )
    return whites[len(whites) // 2] if whites else 0.0


def _heads_page(line: PrintedLine, names: PrintedLine) -> bool:
    """Whether a line over names is the head of the page: set larger, or smaller than bold names and not bold."""
    if max(word.size for text in line.texts for word in text.words) - names.size > SAME_SIZE:
        return True
    smaller = names.size - line.size > SAME_SIZE
    return smaller and names.bold and not any(text.bold for text in line.texts)


def _ends_sentence(text: Text) -> bool:
    """Whether a text is the last line of a sentence, which no name of a column is, « Réf. » and « Nb. » apart."""
    return len(text.words) >= SENTENCE_WORDS and text.string[-1] in ";.:"


def _names_several(run: MoneyRun, line: PrintedLine) -> bool:
    """« Montants attribués », over several columns of money and no other."""
    name = line.texts[0]
    over = {column for side in run.crossed(name) for column in (side - 1, side)}
    return bool(over) and over <= run.money and names_money(name, name.string)


def _ends_names(block: Block, place: int) -> bool:
    """Whether a line of one text is the last of names that stand close above it, and not a title."""
    while place:
        line, above = block.lines[place], block.lines[place - 1]
        if line.top - above.bottom > TIGHT * line.size or above.money:
            return False
        if len(above.texts) > 1:
            return True
        place -= 1
    return False


def _stands(run: MoneyRun, line: PrintedLine) -> bool:
    """Whether the texts of a line stand over columns of their own; one may be centred over several columns of money."""
    if len(line.texts) == 1 and not run.crossed(line.texts[0]):
        return True
    columns = run.columns_under(line)
    pairs = zip(pairwise(line.texts), pairwise(columns), strict=True)
    if any(same == other and b.x0 - a.x1 > APART * line.size for (a, b), (same, other) in pairs):
        return False
    spans = run.text_spans()
    for text in line.texts:
        crossed = run.crossed(text)
        if len(crossed) > 1 or (crossed and len(line.texts) == 1):
            # A name wider than its figures reaches into the white beside them, and over no other column.
            over = {n for n, (start, end) in enumerate(spans) if text.x0 < end and start < text.x1}
            if len(over) > 1 and not {*crossed, *(side - 1 for side in crossed)} <= run.money:
                return False
    return True


def _header_end(run: MoneyRun, block: Block, top: int) -> int | None:
    """Where the rows begin under a header: at the first wide white under the last name of a column of money, or at a
    heading over several columns there."""
    money = run.money
    names = {column for line in block.lines[top : block.first] for column in run.columns_under(line)}
    over = [
        place
        for place in range(top, block.first)
        if not _prints_figures(block.lines[place])
        for text, column in zip(block.lines[place].texts, run.columns_under(block.lines[place]), strict=True)
        if column in money and _may_name_money(text.string)
    ]
    if len(names) < 2 or not over:
        return None
    under = range(over[-1] + 1, block.first)
    heading = next((place for place in under if _is_heading(run, block.lines[place])), None)
    if heading is None and under and _is_set_otherwise(run, block, under[0]):
        heading = under[0]
    if heading is not None:
        return heading
    whites = [
        (below.top - above.bottom, place)
        for place, (above, below) in enumerate(pairwise(block.lines[over[-1] : block.first + 1]), start=over[-1] + 1)
    ]
    return next((place for white, place in whites if white > TIGHT * block.lines[block.first].size), max(whites)[1])


def _is_heading(run: MoneyRun, line: PrintedLine) -> bool:
    """Whether a line is one text that runs over several columns."""
    return len(line.texts) == 1 and bool(run.crossed(line.texts[0]))


def _is_set_otherwise(run: MoneyRun, block: Block, place: int) -> bool:
    """Whether a line is a heading of the first rows, and not the end of names over it: one cell has one weight, and
    goes on in capitals where it begins so."""
    names, line = block.lines[place - 1], block.lines[place]
    text = line.texts[0].string
    otherwise = names.bold != line.bold or text.isupper() != all(name.string.isupper() for name in names.texts)
    is_name = not text[0].isupper() or phrase(text) in HEADERS
    return otherwise and not is_name and 0 in headings_among(run, block.lines[place : block.last + 1])


def _prints_figures(line: PrintedLine) -> bool:
    """Whether a line is a name and bare figures, « ADMR 300 300 »: the first row, under its header."""
    figures = [text for text in line.texts if _FIGURE.fullmatch(text.string) and not YEAR.fullmatch(text.string)]
    return len(figures) > 1 and len(figures) >= len(line.texts) - 1


def _may_name_money(text: str) -> bool:
    """Whether a text may head a column of money: letters or a year, and not « NC », printed for an amount."""
    if phrase(text) in NO_AMOUNT:
        return False
    return bool(YEAR.fullmatch(text)) or any(letter.isalpha() for letter in text)
