"""Names of columns printed again over each part of a list without rules → the lines between its parts, no rows.

Reports repeat « Objet | Imputation | Montant » under the name of each beneficiary, canton or programme. Takes the
`Block`s of one run; gives for each the numbers of these lines: the names, and the headings over them. Points.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.money_blocks import Block
from ingest.reader.borderless.money_texts import PrintedLine
from ingest.reader.geometry.alignment import share_width

# Texts. A line of names of columns has at least as many.
FEWEST_NAMES: Final = 2
# Points. Where the same text is printed again, within this.
SAME_PLACE: Final = 3.0
# Lines of headings over names printed again, at most.
MOST_HEADINGS: Final = 4

_Key = tuple[tuple[str, int], ...]
_Look = tuple[int, int, bool]


def mark_interludes(blocks: Sequence[Block]) -> None:
    """Put into each block the lines that stand between the parts of its list; none where no names are printed again
    between two amounts of one page."""
    met = Counter(key for block in blocks for _, key in _names(block))
    again = {key for block in blocks for place, key in _names(block) if met[key] > 1 and place > block.first}
    names = [[place for place, key in _names(block) if key in again] for block in blocks]
    headings = [
        block.lines[place - _headings_over(block, place) : place][::-1]
        for block, places in zip(blocks, names, strict=True)
        for place in _inner(block, places)
    ]
    if not headings:
        return
    looks = [set(map(_look, level)) for level in zip(*headings, strict=False)][:MOST_HEADINGS]
    for block, places in zip(blocks, names, strict=True):
        block.names = frozenset(places)
        block.asides = frozenset(line for place in places for line in _with_headings(block, place, looks))


def _with_headings(block: Block, place: int, looks: Sequence[Container[_Look]]) -> Iterator[int]:
    """The line of names and those above it that look as the headings of the other parts do."""
    yield place
    for above, look in enumerate(looks, start=1):
        if above > place or block.lines[place - above].money or _look(block.lines[place - above]) not in look:
            return
        yield place - above


def _look(line: PrintedLine) -> _Look:
    """Where a heading begins, how large it is set and whether in bold."""
    return round(line.texts[0].x0 / SAME_PLACE), round(line.size), line.texts[0].bold


def _names(block: Block) -> Iterable[tuple[int, _Key]]:
    """The lines that may name the columns: several texts, letters over the amounts, none of money."""
    for place, line in enumerate(block.lines):
        if len(line.texts) >= FEWEST_NAMES and not line.money and _is_over_money(block, line):
            yield place, tuple((text.string, round(text.x0 / SAME_PLACE)) for text in line.texts)


def _is_over_money(block: Block, line: PrintedLine) -> bool:
    return any(
        share_width(text, column) and any(map(str.isalpha, text.string))
        for text in line.texts
        for column in block.columns
    )


def _inner(block: Block, places: Sequence[int]) -> Iterable[int]:
    """The first line of each stretch of names that stands under amounts."""
    return (place for place in places if place > block.first and place - 1 not in places)


def _after_money(block: Block, place: int) -> int:
    """The number of the line that follows the last amount over a line; 0 where there is none."""
    return next((line + 1 for line in range(place - 1, -1, -1) if block.lines[line].money), 0)


def _headings_over(block: Block, place: int) -> int:
    """How many lines stand between names and the part of the list above them: those under the widest white."""
    start = _after_money(block, place)
    lines = block.lines[start - 1 : place + 1]
    whites = [(below.top - above.bottom, -number) for number, (above, below) in enumerate(pairwise(lines))]
    return place - start + max(whites)[1]
