"""Amounts printed one under the other → blocks of lines where a table without any rule may be.

Takes the printed lines of one page; gives `Block`s: the lines around each stretch of amounts, sentences left out, and
the money columns that the amounts make. It does not know the other columns, nor other pages. Points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from ingest.reader.borderless.money_texts import PrintedLine, Text
from ingest.reader.geometry.alignment import share_width
from ingest.reader.records import Page

# Points. How far the edges of the amounts of one column may differ.
ALIGNED: Final = 2.5
# Share of the amounts of a column that must agree on an edge.
ALIGNED_SHARE: Final = 0.8
# Points. A wider white between two lines parts two tables.
FARTHEST_ROW: Final = 90.0
# Share of the width of the page, and words, from which a lone text is a line of prose.
PROSE_WIDTH: Final = 0.45
PROSE_WORDS: Final = 7
# Tables one under the other with no sentence between them.
MOST_TABLES: Final = 3
# Rows, the total among them, whose last may be set otherwise.
FEWEST_OVER_TOTAL: Final = 3
# Rows that each of two tables has.
FEWEST_ROWS: Final = 2
# Times the type size. White under the text that announces a table.
ANNOUNCED: Final = 0.5
# Texts. A line of names of columns has at least as many.
FEWEST_NAMES: Final = 2


class AmountColumn(NamedTuple):
    """Amounts one under the other: from where to where, and on which edges they agree ("left", "right", "middle")."""

    x0: float
    x1: float
    edges: tuple[tuple[str, float], ...]

    def is_under(self, other: "AmountColumn") -> bool:
        """Whether the amounts of two pages, or two tables, may be of one column."""
        ours, theirs = dict(self.edges), dict(other.edges)
        return any(abs(ours[edge] - theirs[edge]) <= ALIGNED for edge in ours.keys() & theirs.keys())


@dataclass(slots=True)
class Block:
    """The printed lines of a page from one text that is no table to the next; `first` and `last`: those with amounts.

    `columns`: of the amounts, from left to right. `asides`: by number, the lines between two parts of the list that
    are no row; `names`: those of them that name the columns.
    """

    page: Page
    lines: list[PrintedLine]
    columns: list[AmountColumn]
    first: int
    last: int
    asides: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()

    @property
    def body(self) -> list[PrintedLine]:
        lines = range(self.first, self.last + 1)
        return [self.lines[place] for place in lines if place not in self.asides]

    @property
    def names_again(self) -> list[PrintedLine]:
        """The names of columns that are printed again over each part of the list."""
        return [self.lines[place] for place in sorted(self.names)]

    @property
    def anchors(self) -> list[PrintedLine]:
        return [line for line in self.body if line.money]


def find_blocks(page: Page, lines: Sequence[PrintedLine]) -> list[Block]:
    """The blocks of a page from top to bottom, those whose amounts stand in columns."""
    if not any(line.money for line in lines):
        return []
    return [block for zone in _zones(page, lines) for block in _blocks_of(page, zone, MOST_TABLES)]


def _blocks_of(page: Page, zone: list[PrintedLine], most: int) -> list[Block]:
    """The block of a zone; where its amounts do not stand in columns, those of its parts over and under its widest
    white, `most` tables in all."""
    places = [place for place, line in enumerate(zone) if line.money]
    columns = _columns_of([zone[place].money for place in places])
    whites = [
        (zone[place].top - zone[place - 1].bottom, place)
        for place in range(places[0] + 1, places[-1] + 1)
        if not zone[place].money or not zone[place - 1].money
    ]
    parts = (zone[: (cut := max(whites)[1])], zone[cut:]) if most > 1 and whites else ()
    if columns and not (parts and _are_two_tables(*parts)):
        return [Block(page, zone, columns, places[0], places[-1])]
    return [block for part in parts for block in _blocks_of(page, part, most - 1)]


def _are_two_tables(above: Sequence[PrintedLine], below: Sequence[PrintedLine]) -> bool:
    """Whether all the amounts over a white agree, and all those under it, in as many columns that are not the same:
    few rows of the first may be no more than what differs in the second."""
    one, other = ([text for line in part for text in line.money] for part in (above, below))
    rows = (sum(bool(line.money) for line in part) for part in (above, below))
    if min(rows) < FEWEST_ROWS or _amount_columns([*one, *other], share=1):
        return False
    return len(_amount_columns(one, share=1)) == len(_amount_columns(other, share=1)) > 0


def _columns_of(rows: Sequence[Sequence[Text]]) -> list[AmountColumn]:
    """The columns of the amounts of rows; the last row may be a total set otherwise than the amounts above it."""
    columns = _amount_columns(text for row in rows for text in row)
    if not columns and len(rows) >= FEWEST_OVER_TOTAL:
        columns = _amount_columns(text for row in rows[:-1] for text in row)
    return columns


def _amount_columns(texts: Iterable[Text], share: float = ALIGNED_SHARE) -> list[AmountColumn]:
    """The columns that amounts make; none when this share of those that overlap across does not agree on an edge."""
    groups: list[list[Text]] = []
    end = float("-inf")
    for text in sorted(texts, key=lambda text: text.x0):
        if text.x0 < end:
            groups[-1].append(text)
        else:
            groups.append([text])
        end = max(end, text.x1)
    columns = []
    for group in groups:
        edges = tuple(_agreed_edges(group, share))
        if not edges:
            return []
        columns.append(AmountColumn(min(text.x0 for text in group), max(text.x1 for text in group), edges))
    return columns


def are_level(texts: Sequence[Text]) -> bool:
    """Whether texts one under the other begin at one place, or hold amounts that agree on an edge.

    The ends of justified lines agree without making a column.
    """
    edges = dict(_agreed_edges(texts))
    return "left" in edges or (bool(edges) and any(text.money for text in texts))


def _agreed_edges(texts: Sequence[Text], share: float = ALIGNED_SHARE) -> Iterable[tuple[str, float]]:
    places = {
        "right": [text.x1 for text in texts],
        "left": [text.x0 for text in texts],
        "middle": [(text.x0 + text.x1) / 2 for text in texts],
    }
    for edge, values in places.items():
        usual = sorted(values)[len(values) // 2]
        if sum(abs(value - usual) <= ALIGNED for value in values) >= share * len(values):
            yield edge, usual


def _is_prose(page: Page, line: PrintedLine, reach: float) -> bool:
    """Whether a line reads as one of a paragraph: one long text that goes beyond `reach`, where amounts begin, or ends
    as a sentence does."""
    longest = max(line.texts, key=lambda text: text.x1 - text.x0)
    if len(line.texts) == 1 and len(longest.words) >= PROSE_WORDS and longest.string[-1] in ".;:":
        return True
    return (
        not line.money
        and longest.x1 > reach
        and longest.x1 - longest.x0 > PROSE_WIDTH * page.width
        and len(longest.words) >= PROSE_WORDS
        and not longest.bold
    )


def _zones(page: Page, lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The lines cut where two lines of prose follow each other, at wide whites and over the names of other columns."""
    zones: list[list[PrintedLine]] = []
    zone: list[PrintedLine] = []
    before = False
    reach = next(line.money[0].x0 for line in lines if line.money)
    for line in lines:
        prose = _is_prose(page, line, reach)
        reach = min((text.x0 for text in line.money), default=reach)
        if zone and line.top - zone[-1].bottom > FARTHEST_ROW:
            zones.append(zone)
            zone = []
        if prose and before:
            zones.append(zone[:-1])
            zone = []
        zone.append(line)
        before = prose
    return [part for found in [*zones, zone] for part in _parted_at_headers(found) if any(one.money for one in part)]


def _parted_at_headers(zone: list[PrintedLine]) -> list[list[PrintedLine]]:
    parts = []
    start = 0
    money: list[Text] = []
    named: dict[tuple[str, ...], PrintedLine] = {}
    for index, line in enumerate(zone):
        again = named.get(line.strings) if len(line.texts) >= FEWEST_NAMES else None
        if line.money:
            money += line.money
        elif again and begins_like(line, again):
            continue
        elif money and (_names_columns(line, money) or _opens_table(zone, index)):
            cut = _widest_white(zone, start, index)
            parts.append(zone[start:cut])
            start, money = cut, []
        named[line.strings] = line
    return [*parts, zone[start:]]


def begins_like(line: PrintedLine, other: PrintedLine) -> bool:
    """Whether the texts of a line begin where those of another one do, as many."""
    return all(abs(one.x0 - above.x0) <= ALIGNED for one, above in zip(line.texts, other.texts, strict=True))


def _names_columns(line: PrintedLine, money: Sequence[Text]) -> bool:
    """Whether a line of bold texts without an amount stands over columns, one of them of money where there are two."""
    if len(line.texts) < FEWEST_NAMES or not line.bold:
        return False
    return len(line.texts) > FEWEST_NAMES or any(share_width(text, other) for text in line.texts for other in money)


def _opens_table(zone: Sequence[PrintedLine], index: int) -> bool:
    """Whether names of columns, bold, begin on a line, under a text in plain letters that announces their table."""
    line, above = zone[index], zone[index - 1]
    if line.money or not line.bold or len(above.texts) > 1 or above.money or above.texts[0].bold:
        return False
    names = 0
    for under in zone[index:]:
        if under.money and under.bold:
            return False  # the label of a total, its sums in the middle
        if under.money or not under.bold:
            break
        names += len(under.texts)
    return names >= FEWEST_NAMES and line.top - above.bottom > ANNOUNCED * line.size


def _widest_white(zone: Sequence[PrintedLine], start: int, header: int) -> int:
    """The line to begin with, between the last amount above a header and the header."""
    last = max(place for place in range(start, header) if zone[place].money)
    whites = [
        (below.top - above.bottom, -place) for place, (above, below) in enumerate(pairwise(zone[last : header + 1]))
    ]
    return last + 1 - max(whites)[1]
