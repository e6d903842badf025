"""Pages on which tables without vertical rules stand side by side → the panels to read one by one.

Takes a `Page` and its printed lines outside ruled tables; gives the boxes of panels from left to right, none for a page
that is read as a whole. Panels both print names and amounts, in rows that are not level as those of one table are or
under names of columns that both say who receives, or one of them prints paragraphs. Points.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.money_lines import MoneyLines
from ingest.reader.borderless.money_names import name_receivers
from ingest.reader.borderless.money_texts import PrintedLine, Text
from ingest.reader.geometry.alignment import level_groups
from ingest.reader.records import Box, Page
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import NO_AMOUNT

# Amounts that a panel must print, and rows that must have none beside them.
FEWEST_AMOUNTS: Final = 3
FEWEST_UNEVEN: Final = 2
# Share of the size of letters. An amount stands so far off each line of a name that is set on two lines.
ABOUT_NAMES: Final = 1.0
# Rules between the lines of panels that run from one into the other: one may be a letterhead's, or end a column.
FEWEST_RULES: Final = 3
# Texts. A line of names of columns over both panels has as many.
FEWEST_NAMES: Final = 4
# Lines of a column of prose; how much of its width the longer ones fill, and how many of them do.
FEWEST_PROSE: Final = 3
FULL_LINE: Final = 0.8
FULL_LINES: Final = 0.4
# Share of the lines of a paragraph that are unlike the others, at least.
DIFFERENT: Final = 0.5
# Times the type size. Lines nearer than this are level with each other.
LEVEL: Final = 0.25
# Points. How far left of the first panel's names another text of its own may begin; columns of one table may be nearer.
GUTTER: Final = 12.0
# Points. The least white between two lists of names and amounts alone: typesetters leave some 10.
WHITE: Final = 9.5
# Points. A higher shade is behind a column or a page, not behind a row.
HIGHEST_BAND: Final = 90.0
# Times the least step from line to line. Lines of one cell, or of one paragraph, follow each other no farther apart:
# those of two rows may, by a padding of one point.
NEXT_LINE: Final = 1.06
# Points. Texts begin at one place within this.
FLUSH: Final = 1.5
# Times the type size. White that may part panels from another table; cuts at such whites, one inside the other.
PARTING: Final = 1.5
MOST_CUTS: Final = 2
# Share of the page. No panel is narrower.
NARROWEST: Final = 0.2
# Share of the lines with amounts that must also print a name.
NAMED: Final = 0.7
# Share of the lines beside a table that are level with an amount, and of its rows that they may be at most, where they
# head groups of these.
NAMED_GROUPS: Final = 0.8


def find_panels(page: Page, printed: MoneyLines) -> list[Box]:
    """The boxes of the panels of a page, in points. `printed`: its lines outside its ruled tables."""
    if printed.hints < FEWEST_AMOUNTS:
        return []
    for start in _starts(printed.lines, page.width):
        bands = _bands_across(page, start)
        for white in (GUTTER, WHITE) if _end_near(printed.lines, start) else (GUTTER,):
            for region in _parts(_region(printed.lines, start, bands, white), MOST_CUTS):
                if _is_ruled_across(page, start - GUTTER / 2, region):
                    continue
                left, right = (_side(region, start, right=right) for right in (False, True))
                if _are_panels(left, right) and (white == GUTTER or (_are_pairs(left) and _are_pairs(right))):
                    return [_box(left, 0.0, start - GUTTER / 2), _box(right, start - GUTTER / 2, page.width)]
    return []


def _parts(region: list[PrintedLine], cuts: int) -> Iterator[list[PrintedLine]]:
    """A stretch of lines, then what stands over and under its widest white: another table may follow the panels."""
    yield region
    whites = [
        (below.top - above.bottom, place)
        for place, (above, below) in enumerate(pairwise(region), 1)
        if below.top - above.bottom > PARTING * below.size
    ]
    if cuts and whites:
        _, cut = max(whites)
        yield from _parts(region[:cut], cuts - 1)
        yield from _parts(region[cut:], cuts - 1)


def _are_panels(left: Sequence[PrintedLine], right: Sequence[PrintedLine]) -> bool:
    """Whether two tables stand side by side, or a table beside a column of prose."""
    tables = _is_table(left, ABOUT_NAMES) and _is_table(right, ABOUT_NAMES)
    lists = tables and (_are_uneven(left, right) or _are_alike(left, right))
    beside_prose = _is_prose(right, left) if _is_table(left) else _is_table(right) and _is_prose(left, right)
    return lists or beside_prose


def _are_alike(left: Sequence[PrintedLine], right: Sequence[PrintedLine]) -> bool:
    """Whether level rows are of two tables: both lists of names and amounts alone, or both headed by who receives."""
    return any(all(map(are, (left, right))) for are in (_are_pairs, _name_receivers))


def _starts(lines: Sequence[PrintedLine], width: float) -> list[float]:
    """Where texts of several lines begin that may be the first of a panel, the leftmost first."""
    found = level_groups((text.x0 for line in lines for text in line.texts if text.named), FLUSH)
    return [
        xs[0] for xs in found if len(xs) >= FEWEST_AMOUNTS and NARROWEST * width <= xs[0] <= (1 - NARROWEST) * width
    ]


def _bands_across(page: Page, start: float) -> list[Box]:
    """The shades that run across the white before `start`, no higher than a row."""
    return [fill for fill in page.fills if fill.x0 < start - GUTTER < fill.x1 and fill.y1 - fill.y0 <= HIGHEST_BAND]


def _is_ruled_across(page: Page, x: float, region: Sequence[PrintedLine]) -> bool:
    """Whether rules part rows on both sides of a place: those of one table."""
    top, foot = (region[0].top, region[-1].bottom) if region else (0.0, 0.0)
    across = (rule for rule in page.rules if rule.x0 < x < rule.x1 and top < rule.y0 < foot)
    return len({round(rule.y0) for rule in across}) >= FEWEST_RULES


def _end_near(lines: Sequence[PrintedLine], start: float) -> bool:
    return any(start - GUTTER < text.x1 <= start - WHITE for line in lines for text in line.texts)


def _region(lines: Sequence[PrintedLine], start: float, bands: Sequence[Box], white: float) -> list[PrintedLine]:
    """The longest run of lines that leave the `white` before `start` free, as far as the names of other columns.

    `bands`: the shades across this white; where they hold no amount they are behind the names of one table.
    """
    best: list[PrintedLine] = []
    run: list[PrintedLine] = []
    heads = [band for band in bands if not any(line.money and band.y0 <= line.y <= band.y1 for line in lines)]
    for line in lines:
        names = _names_columns(line) or any(band.y0 <= line.y <= band.y1 for band in heads)
        if names and any(other.money for other in run):
            run = []
        # A title may stand a little left of the cells under it.
        if any(text.x0 < start - GUTTER and start - white < text.x1 for text in line.texts):
            run = []
            continue
        run.append(line)
        if len(run) > len(best):
            best = run
    return best


def _names_columns(line: PrintedLine) -> bool:
    """Whether a line may name the columns of two panels: as many texts, none that stands for an amount."""
    if line.money or len(line.texts) < FEWEST_NAMES:
        return False
    return not any(phrase(text.string) in NO_AMOUNT for text in line.texts)


def _side(region: Sequence[PrintedLine], start: float, *, right: bool) -> list[PrintedLine]:
    shared = ((line, [text for text in line.texts if (text.x0 >= start - GUTTER) == right]) for line in region)
    return [line if len(texts) == len(line.texts) else _part_of_line(line, texts) for line, texts in shared if texts]


def _part_of_line(line: PrintedLine, texts: Sequence[Text]) -> PrintedLine:
    """Some texts of a line, as high as they stand: what is beside them may be set half a line off, pieces of a figure
    on the next line."""
    boxes = [
        min((word.box for word in text.words), key=lambda box: abs(box.y0 + box.y1 - 2 * line.y)) for text in texts
    ]
    top, bottom = min(box.y0 for box in boxes), max(box.y1 for box in boxes)
    return line._replace(y=(top + bottom) / 2, top=top, bottom=bottom, texts=tuple(texts))


def _is_table(lines: Sequence[PrintedLine], off: float = 0.0) -> bool:
    """Whether lines print amounts with a name before each, `off` it by no more than this share of their size."""
    priced = [line for line in lines if line.money]
    heights = [line.y for line in lines if line.texts[0].named]
    named = sum(any(abs(line.y - y) <= off * line.size for y in heights) for line in priced)
    return len(priced) >= FEWEST_AMOUNTS and named >= NAMED * len(priced)


def _are_pairs(lines: Sequence[PrintedLine]) -> bool:
    """Whether all rows are a name and its amount, without names of columns: a list set in two columns."""
    rows = [line for line in lines if len(line.texts) > 1]
    return all(len(line.texts) == 2 and line.texts[0].named and line.texts[1].money for line in rows)


def _name_receivers(lines: Sequence[PrintedLine]) -> bool:
    return name_receivers(text.string for line in lines for text in line.texts)


def _is_prose(lines: Sequence[PrintedLine], beside: Sequence[PrintedLine]) -> bool:
    """Whether lines are those of paragraphs, one text each and most as long as the column, and not cells of rows.

    `beside`: the lines of the table; its rows would have their first lines level with its amounts.
    """
    if len(lines) < FEWEST_PROSE or any(len(line.texts) > 1 or line.money for line in lines):
        return False
    if len({line.texts[0].string for line in lines}) <= DIFFERENT * len(lines):
        return False  # the heading of a column, printed again on each row
    starts, ends = min(line.texts[0].x0 for line in lines), max(line.texts[0].x1 for line in lines)
    full = sum(line.texts[0].x1 - line.texts[0].x0 >= FULL_LINE * (ends - starts) for line in lines)
    blocks = _blocks(lines)
    ys = [*[line.y for line in lines], *[(block[0].y + block[-1].y) / 2 for block in blocks]]
    priced = [line for line in beside if line.money]
    level = _count_level(priced, ys)
    if 2 * level > len(priced) or _have_one_each(blocks, priced) or _are_headings(lines, priced):
        return False
    return full >= FULL_LINES * len(lines)


def _count_level(lines: Sequence[PrintedLine], heights: Sequence[float]) -> int:
    """How many lines are level with one of these heights."""
    return sum(min(abs(line.y - y) for y in heights) <= LEVEL * line.size for line in lines)


def _blocks(lines: Sequence[PrintedLine]) -> list[Sequence[PrintedLine]]:
    """The blocks of lines that white parts: an amount is set level with the middle of a cell of two lines."""
    steps = [below.y - above.y for above, below in pairwise(lines)]
    cuts = [place for place, step in enumerate(steps, 1) if step > NEXT_LINE * min(steps)]
    return [lines[first:end] for first, end in pairwise([0, *cuts, len(lines)])]


def _have_one_each(blocks: Sequence[Sequence[PrintedLine]], priced: Sequence[PrintedLine]) -> bool:
    """Whether nearly each amount stands beside a block of its own, level with no line of it: that of a cell at the foot
    of its row."""
    reaches = [(block[0].y - block[0].size, block[-1].y + block[0].size) for block in blocks]
    alone = sum(sum(top < line.y < foot for line in priced) == 1 for top, foot in reaches)
    return alone >= NAMED_GROUPS * len(priced)


def _are_headings(lines: Sequence[PrintedLine], priced: Sequence[PrintedLine]) -> bool:
    """Whether lines are all level with amounts, and leave many rows between them blank: what reports print once for all
    the rows of a group."""
    heights = [line.y for line in priced]
    level = _count_level(lines, heights)
    rows = sum(lines[0].y - lines[0].size < y < lines[-1].y + lines[-1].size for y in heights)
    return level >= NAMED_GROUPS * len(lines) and len(lines) <= NAMED_GROUPS * rows


def _are_uneven(left: Sequence[PrintedLine], right: Sequence[PrintedLine]) -> bool:
    """Whether rows of one side have none level with them on the other."""
    ys, others = ({line.y for line in side if line.money} for side in (left, right))
    size = left[0].size / 2
    alone = sum(min(abs(y - other) for other in others) > size for y in ys)
    alone += sum(min(abs(y - other) for other in ys) > size for y in others)
    return alone >= FEWEST_UNEVEN


def _box(lines: Sequence[PrintedLine], x0: float, x1: float) -> Box:
    return Box(x0, min(line.top for line in lines) - GUTTER / 2, x1, max(line.bottom for line in lines) + GUTTER / 2)
