"""Text outside tables → paragraphs: lines joined, page breaks mended, items and headings told apart.

What enters: the document and its tables. What leaves: paragraphs in reading order, columns kept apart, running
heads once, page numbers gone. This stage does not know what a paragraph says.
"""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Literal

from ingest.reader.paragraphs.line_joining import join_lines
from ingest.reader.paragraphs.page_lines import Line, page_blocks
from ingest.reader.paragraphs.paragraph_lines import (
    Draft,
    block_drafts,
    is_closed,
    is_full,
    starts_item,
    starts_low,
)
from ingest.reader.paragraphs.running_heads import set_running_apart
from ingest.reader.paragraphs.typography import Typography, measure
from ingest.reader.records import Box, Document, Page, Paragraph, Source, Table
from portal.french import squeeze

# A line of this size, in body sizes, is a heading; so is bold text no longer than this many characters.
HEADING_SIZE = 1.12
HEADING_GUESSED_SIZE = 1.4
HEADING_LENGTH = 220


def find_paragraphs(document: Document, tables: Sequence[Table]) -> tuple[Paragraph, ...]:
    """Every text outside `tables`, as paragraphs in reading order.

    A paragraph's source is the place of its first part, as fractions of that page. Running heads come once, first on
    their page; page numbers are left out.
    """
    pages = [page_blocks(page, _table_boxes(page, tables)) for page in document.pages]
    running = set_running_apart(pages)
    typography = measure(running.blocks)
    drafts = [
        draft
        for page, blocks in zip(document.pages, running.blocks, strict=True)
        for block in blocks
        for draft in block_drafts(page, block, typography, blocks)
    ]
    mended = _mend_page_breaks(drafts, document.pages, tables, typography)
    heads = [Draft([line]) for line in running.heads]
    ordered = sorted([*heads, *mended], key=lambda draft: draft.lines[0].page)  # stable: heads stay first on their page
    known = _words([line for draft in ordered for line in draft.lines])
    sizes = {page.number: page for page in document.pages}
    return tuple(_paragraph(draft, sizes, known, typography) for draft in ordered)


def _table_boxes(page: Page, tables: Iterable[Table]) -> list[Box]:
    boxes = [table.boxes[page.number] for table in tables if page.number in table.boxes]
    return [Box(b.x0 * page.width, b.y0 * page.height, b.x1 * page.width, b.y1 * page.height) for b in boxes]


def _words(lines: Iterable[Line]) -> frozenset[str]:
    return frozenset(word.strip(",.;:()«»").casefold() for line in lines for word in line.text.split(" "))


# ---- page breaks -------------------------------------------------------------------------------------------------


def _mend_page_breaks(
    drafts: Sequence[Draft], pages: Sequence[Page], tables: Sequence[Table], typography: Typography
) -> list[Draft]:
    mended: list[Draft] = []
    for draft in drafts:
        if (
            mended
            and _crosses_break(mended[-1], draft, typography)
            and not _table_between(mended[-1].lines[-1], draft.lines[0], pages, tables)
        ):
            mended[-1].lines += draft.lines
        else:
            mended.append(draft)
    return mended


def _crosses_break(before: Draft, after: Draft, typography: Typography) -> bool:
    last, line = before.lines[-1], after.lines[0]
    other_column = line.page == last.page and line.frame.y0 < last.frame.y0 and line.frame.x0 > last.frame.x1
    if not (line.page == last.page + 1 or other_column):
        return False
    if is_closed(last.text) or starts_item(line) or after.centred or before.centred:
        return False
    if abs(last.size - line.size) > typography.size_step or last.bold != line.bold:
        return False
    return starts_low(line) or is_full(last, line, before.margins)


def _table_between(last: Line, line: Line, pages: Sequence[Page], tables: Iterable[Table]) -> bool:
    height = {page.number: page.height for page in pages}
    return any(
        (number == last.page and box.y0 * height[number] > last.box.y0 and line.page != last.page)
        or (number == line.page and box.y1 * height[number] < line.box.y1 and line.page != last.page)
        for table in tables
        for number, box in table.boxes.items()
    )


# ---- drafts → records --------------------------------------------------------------------------------------------


def _paragraph(draft: Draft, pages: dict[int, Page], known: frozenset[str], typography: Typography) -> Paragraph:
    first = draft.lines[0]
    here = [line.box for line in draft.lines if line.page == first.page]
    page = pages[first.page]
    box = Box(
        min(b.x0 for b in here) / page.width,
        min(b.y0 for b in here) / page.height,
        max(b.x1 for b in here) / page.width,
        max(b.y1 for b in here) / page.height,
    )
    text = squeeze(join_lines([line.text for line in draft.lines], known))
    bold = all(line.bold for line in draft.lines)
    size = median(line.size for line in draft.lines)
    return Paragraph(text, Source(first.page, 0, 0, box), _kind(draft, text, bold, size, typography), size, bold)


def _kind(
    draft: Draft, text: str, bold: bool, size: float, typography: Typography
) -> Literal["text", "item", "heading"]:
    short = len(text) <= HEADING_LENGTH and not text.endswith((",", ";"))
    capitals = draft.centred and text.isupper()
    large = size >= typography.body * (HEADING_GUESSED_SIZE if typography.guessed else HEADING_SIZE)
    if short and (bold or large or capitals):
        return "heading"
    return "item" if starts_item(draft.lines[0]) else "text"
