"""Text outside tables → paragraphs: lines joined, page breaks mended, items and headings told apart.

What enters: the document and its tables. What leaves: paragraphs in reading order, columns kept apart, running
heads once, page numbers gone. This stage does not know what a paragraph says.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import merge
from itertools import chain
from statistics import median
from typing import Literal

from ingest.reader.geometry.held_words import inside
from ingest.reader.machine.on_disk import Drawer
from ingest.reader.machine.packed_words import FEW_PAGES
from ingest.reader.machine.second_process import Share
from ingest.reader.paragraphs.line_joining import join_lines
from ingest.reader.paragraphs.page_lines import Block, Line, page_blocks
from ingest.reader.paragraphs.paragraph_lines import (
    ParagraphDraft,
    block_drafts,
    is_closed,
    is_full,
    starts_item,
    starts_low,
)
from ingest.reader.paragraphs.running_heads import edge_lines, find_running
from ingest.reader.paragraphs.typography import Typography, measure
from ingest.reader.records import Box, Document, Page, Paragraph, Source, Table, box_around
from portal.french import squeeze

# A line of this size, in body sizes, is a heading; so is bold text no longer than this many characters.
HEADING_SIZE = 1.12
HEADING_GUESSED_SIZE = 1.4
HEADING_LENGTH = 220


def find_paragraphs(
    document: Document, tables: Sequence[Table], cells: Sequence[Box] = (), *, share: Share = map
) -> tuple[Paragraph, ...]:
    """Every text outside `tables`, as paragraphs in reading order. `cells`: places of the first page, as fractions of
    it, whose text is read apart, before the rest; `share`: by whom the lines of each page are made.

    A paragraph's source is the place of its first part, as fractions of that page. Running heads come once, first on
    their page; page numbers are left out.
    """
    boxes = _table_boxes(document.pages, tables)
    apart = {page.number: [page.in_points(cell) for cell in cells] for page in document.pages[:1]}
    heads_once, blocks = _running_apart(document.pages, boxes, apart, share)
    typography = measure(blocks)
    known = _words(chain((heads_once,), chain.from_iterable(blocks)))
    heads = (ParagraphDraft([line]) for line in heads_once)
    mended = _mend_page_breaks(_drafts(document.pages, blocks, typography), boxes, typography)
    ordered = merge(heads, mended, key=lambda draft: draft.lines[0].page)  # stable: heads stay first on their page
    sizes = {page.number: page for page in document.pages}
    return tuple(_paragraph(draft, sizes, known, typography) for draft in ordered)


def _running_apart(
    pages: Sequence[Page], boxes: Mapping[int, Sequence[Box]], apart: Mapping[int, Sequence[Box]], share: Share
) -> tuple[tuple[Line, ...], list[Sequence[Block]]]:
    """The running heads, and for each page its blocks without them: those of a long document wait on disk."""

    def blocks_of(page: Page) -> tuple[Block, ...]:
        cells, tables = apart.get(page.number, ()), boxes.get(page.number, ())
        own = chain.from_iterable(page_blocks(replace(page, words=inside(cell, page.words))) for cell in cells)
        return (*own, *page_blocks(page, (*tables, *cells)))

    keep = Drawer().keep if len(pages) > FEW_PAGES else tuple
    printed, edges = [], []
    for blocks in share(blocks_of, pages):
        edges.append(edge_lines(blocks))
        printed.append(keep(blocks))
    running = find_running(edges)
    return running.heads, [keep(running.without(blocks)) for blocks in printed]


def _table_boxes(pages: Iterable[Page], tables: Iterable[Table]) -> dict[int, list[Box]]:
    """The boxes of the tables of each page that holds any, in points."""
    found: dict[int, list[Box]] = defaultdict(list)
    for number, box in chain.from_iterable(table.boxes.items() for table in tables):
        found[number].append(box)
    return {page.number: [page.in_points(box) for box in found[page.number]] for page in pages if page.number in found}


def _words(blocks: Iterable[Block]) -> frozenset[str]:
    printed: set[str] = set()
    for line in chain.from_iterable(blocks):
        printed.update(line.text.split(" "))
    return frozenset(word.strip(",.;:()«»").casefold() for word in printed)


def _drafts(
    pages: Iterable[Page], blocks: Iterable[Sequence[Block]], typography: Typography
) -> Iterator[ParagraphDraft]:
    for page, printed in zip(pages, blocks, strict=True):
        at_hand = tuple(printed)
        for block in at_hand:
            yield from block_drafts(page, block, typography, at_hand)


# ---- page breaks -------------------------------------------------------------------------------------------------


def _mend_page_breaks(
    drafts: Iterable[ParagraphDraft], boxes: Mapping[int, Sequence[Box]], typography: Typography
) -> Iterator[ParagraphDraft]:
    before: ParagraphDraft | None = None
    for draft in drafts:
        if before is None:
            before = draft
        elif _crosses_break(before, draft, typography) and not _table_between(before.lines[-1], draft.lines[0], boxes):
            before.lines += draft.lines
        else:
            yield before
            before = draft
    if before is not None:
        yield before


def _crosses_break(before: ParagraphDraft, after: ParagraphDraft, typography: Typography) -> bool:
    last, line = before.lines[-1], after.lines[0]
    other_column = line.page == last.page and line.frame.y0 < last.frame.y0 and line.frame.x0 > last.frame.x1
    if not (line.page == last.page + 1 or other_column):
        return False
    if is_closed(last.text) or starts_item(line) or after.centred or before.centred:
        return False
    if abs(last.size - line.size) > typography.size_step or last.bold != line.bold:
        return False
    # A signature set at the right ends at the margin too; nothing goes on from it.
    at_right = last.frame.x0 > sum(before.margins) / 2
    return starts_low(line) or (is_full(last, line, before.margins) and not at_right)


def _table_between(last: Line, line: Line, boxes: Mapping[int, Sequence[Box]]) -> bool:
    return line.page != last.page and (
        any(box.y0 > last.box.y0 for box in boxes.get(last.page, ()))
        or any(box.y1 < line.box.y1 for box in boxes.get(line.page, ()))
    )


# ---- drafts → records --------------------------------------------------------------------------------------------


def _paragraph(
    draft: ParagraphDraft, pages: dict[int, Page], known: frozenset[str], typography: Typography
) -> Paragraph:
    first = draft.lines[0]
    here = box_around(line.box for line in draft.lines if line.page == first.page)
    box = pages[first.page].in_fractions(here)
    text = squeeze(join_lines([line.text for line in draft.lines], known))
    bold = all(line.bold for line in draft.lines)
    size = median(line.size for line in draft.lines)
    return Paragraph(text, Source(first.page, 0, 0, box), _kind(draft, text, size, typography, bold=bold), size, bold)


def _kind(
    draft: ParagraphDraft, text: str, size: float, typography: Typography, *, bold: bool
) -> Literal["text", "item", "heading"]:
    short = len(text) <= HEADING_LENGTH and not text.endswith((",", ";"))
    capitals = draft.centred and text.isupper()
    large = size >= typography.body * (HEADING_GUESSED_SIZE if typography.guessed else HEADING_SIZE)
    if short and (bold or large or capitals):
        return "heading"
    return "item" if starts_item(draft.lines[0]) else "text"
