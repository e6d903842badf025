"""Lines printed again on page after page: running heads, running feet and page numbers told apart from the text.

What enters: the first and last lines of every page. What leaves: which lines to leave out, and the running ones, each
once, at its first place: a head often holds what is printed nowhere else (a report's number). Page numbers are dropped.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from ingest.reader.paragraphs.page_lines import Block, Line
from ingest.reader.paragraphs.page_numbers import (
    ends_with_page_of_pages,
    is_page_of_pages,
    page_number,
    says_page,
    without_page_number,
)
from portal.french import fold

# Lines from the top and from the foot of a page among which a running line is looked for.
EDGE_LINES = 4
# Pages on which one text at one place is running; two are enough where the document has no more.
MINIMUM_PAGES = 3
# Share of the pages that a running line is on, unless it is on that many pages in a row.
USUAL_SHARE = 0.5
# Points between the places of one running line on two pages.
SAME_PLACE = 4.0

_MONEY = re.compile(r"\d\s?(?:€|euros?\b)", re.IGNORECASE)


class Running(NamedTuple):
    """`dropped`: the running lines of all pages; `heads`: the running texts, each once, in order."""

    dropped: frozenset[Line]
    heads: tuple[Line, ...]

    def without(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks of a page without its running lines."""
        return tuple(kept for kept in map(self._kept, blocks) if kept)

    def _kept(self, block: Block) -> Block:
        # `Page 1 sur 2` stands wherever a document bound into the act has its own feet.
        return tuple(line for line in block if line not in self.dropped and not is_page_of_pages(line.text))


def find_running(edges: Sequence[Sequence[Line]]) -> Running:
    """The running lines among the edges of every page."""
    counters = _counters(edges)
    repeated = _repeated(edges)
    heads = sorted((lines[0] for lines in repeated), key=lambda line: (line.page, line.box.y0))
    return Running(
        frozenset(chain(counters, *repeated)),
        tuple(line for line in heads if page_number(line.text) is None),
    )


def edge_lines(blocks: Iterable[Block]) -> list[Line]:
    """The lines of a page among which a running one is looked for."""
    lines = sorted((line for block in blocks for line in block), key=lambda line: line.box.y0)
    return lines if len(lines) <= 2 * EDGE_LINES else lines[:EDGE_LINES] + lines[-EDGE_LINES:]


def _repeated(edges: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of one text at one place on enough pages, page numbers inside them set apart."""
    groups: dict[str, list[list[Line]]] = defaultdict(list)
    for lines in edges:
        for line in lines:
            places = groups[_masked(line)]
            same = next((group for group in places if abs(group[-1].box.y0 - line.box.y0) <= SAME_PLACE), None)
            if same is None:
                places.append([line])
            else:
                same.append(line)
    found = [group for places in groups.values() for group in places]
    return [
        group
        for group in found
        if (ends_with_page_of_pages(group[0].text) or _is_running([line.page for line in group], len(edges)))
        and not _states_money(group[0].text)
    ]


def _states_money(text: str) -> bool:
    """« Montant de la subvention : 1 000 € » on every sheet is as many grants; the capital of a firm is none."""
    return _MONEY.search(text) is not None and "capital" not in text.casefold()


def _masked(line: Line) -> str:
    """The folded text with what counts the pages left out."""
    return fold(without_page_number(line.text)) or "#"


def _is_running(numbers: Sequence[int], pages: int) -> bool:
    on = sorted(set(numbers))
    if len(on) < min(MINIMUM_PAGES, max(pages, 2)):
        return False
    if len(on) >= USUAL_SHARE * pages:
        return True
    return any(
        on[place + MINIMUM_PAGES - 1] - on[place] < MINIMUM_PAGES for place in range(len(on) - MINIMUM_PAGES + 1)
    )


def _counters(edges: Sequence[Iterable[Line]]) -> set[Line]:
    """Lines that are only a page number: they say so, or their numbers grow with the pages."""
    found: set[Line] = set()
    bare: dict[int, list[Line]] = defaultdict(list)
    for line in chain.from_iterable(edges):
        number = page_number(line.text)
        if number is not None and says_page(line.text):
            found.add(line)
        elif number is not None:
            bare[number - line.page].append(line)
    for lines in bare.values():
        if len({line.page for line in lines}) >= MINIMUM_PAGES:
            found.update(lines)
    return found
