"""Where white runs between the columns of a table without rules: what its rows, its names and its level starts tell.

Takes the `Block`s of one run; gives corridors. Points.
"""

from bisect import bisect_right
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.corridors import (
    FLUSH,
    ONE_TEXT,
    Corridor,
    are_over_spaces,
    find_corridors,
    texts_of,
    united,
    usual_space,
)
from ingest.reader.borderless.cut_figures import is_currency
from ingest.reader.borderless.drawn_names import turned_beside
from ingest.reader.borderless.money_blocks import Block, are_level
from ingest.reader.borderless.money_texts import PrintedLine, Text, parts_at
from ingest.reader.borderless.near_columns import end_apart
from ingest.reader.geometry.alignment import level_groups
from ingest.reader.records import Box, Word
from ingest.reader.vocabulary.rows import opens_with_total

# Rows with an amount. Two amounts under a header are a table, without one they may be anything.
FEWEST_ROWS: Final = 2
# Times the type size. Lines nearer than this are beside one another, one of them between two lines of the other cell.
HALF_LINE: Final = 0.9
# Share of the texts of the fullest row. A row that has no more, a total, may be set over several columns.
FULL_ROW: Final = 0.6
# Texts, and their share of the rows with amounts, that begin at one place where a column begins.
FEWEST_STARTS: Final = 3
STARTS_SHARE: Final = 0.25
# Lines over the first amounts that may name the columns; times the type size, the white under each.
MOST_NAME_LINES: Final = 5
FARTHEST_NAMES: Final = 3.0
# Times the type size. White over the first line of a row whose amount stands lower; names are over that white.
CLEAR: Final = 0.5


def corridors_of(blocks: Sequence[Block]) -> list[Corridor]:
    """The white between the columns of these blocks."""
    body = [line for block in blocks for line in block.body]
    texts = [text for line in body for text in line.texts]
    x0, x1 = min(text.x0 for text in texts), max(text.x1 for text in texts)
    over = lines_of_names(blocks[0])
    usual = usual_space(map(_words, body))
    whites = _whites_between(over, {box for line in over for box in turned_beside(blocks[0], line)}, usual)
    full = _full_rows(body)
    starts = sorted([*_starts([*over, *body]), *_level_words(full, whites), *_close_starts(full)])
    found = _beside_currencies(find_corridors(_rows_of_words(full), x0, x1, whites, starts), full)
    return _borne_out(found, whites, _parted_from_amounts(body, [corridor.end for corridor in found]))


def _parted_from_amounts(body: Sequence[PrintedLine], starts: Sequence[float]) -> list[Text]:
    """The texts of the rows, an amount parted from what begins just behind it at one of these places."""
    printed: list[Text] = []
    for line in body:
        for text in line.texts:
            parts = parts_at(text, starts)
            printed += parts if parts[0].money else [text]
    return printed


def _whites_between(names: Sequence[PrintedLine], turned: Set[Box], usual: float) -> list[tuple[float, float]]:
    """The whites between the names of columns, the lowest line first: of all lines laid over one another, and of each
    line but where a name of another one stands, those over both names on its sides left out. `turned`: the words of
    names printed upwards beside them; `usual`: the space of the rows."""
    upward = [(box.x0, box.x1) for box in turned]
    lines = [united([*(name for text in line.texts for name in _apart(text.words, usual)), *upward]) for line in names]
    laid = united([*texts_of([word for line in names for word in _words(line)], ONE_TEXT), *upward])
    own = [
        white
        for place, line in enumerate(lines)
        for white in _between(line)
        if not any(_is_in(white, name) for below in lines[:place] for name in below)
        and not any(_is_in(white, name) and not _covers(name, white) for above in lines[place + 1 :] for name in above)
    ]
    return [*_between(laid), *own]


def _apart(words: Sequence[Word], usual: float) -> list[tuple[float, float]]:
    """Where the names of one text stand across, those apart that hardly more than the `usual_space` parts."""
    spans: list[tuple[float, float]] = []
    for word, apart in zip(words, [True, *are_over_spaces(words, usual)], strict=True):
        start = word.box.x0 if apart else spans.pop()[0]
        spans.append((start, word.box.x1))
    return spans


def _between(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(before[1], after[0]) for before, after in pairwise(spans)]


def _is_in(white: tuple[float, float], name: tuple[float, float]) -> bool:
    return white[0] < name[1] and name[0] < white[1]


def _covers(name: tuple[float, float], white: tuple[float, float]) -> bool:
    return name[0] < white[0] and white[1] < name[1]


def lines_of_names(block: Block) -> list[PrintedLine]:
    """The lines just over the first amounts that may name the columns: some texts each, none of money."""
    if block.names:
        return block.names_again[:1]
    near: list[PrintedLine] = []
    names: list[PrintedLine] = []
    apart = False
    for place in range(block.first - 1, max(-1, block.first - 1 - MOST_NAME_LINES), -1):
        line, below = block.lines[place], block.lines[place + 1]
        white = below.top - line.bottom
        if line.money or white > FARTHEST_NAMES * line.size:
            break
        apart = apart or white > CLEAR * line.size
        found = names if apart else near
        if len(line.texts) > 1:
            found.append(line)
        elif names:
            break
    return names or near


def _full_rows(body: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines without totals in a few texts, set over several columns: those with amounts say where these are."""
    most = max(len(line.texts) for line in body)
    full = [line for line in body if not line.money or (len(line.texts) > FULL_ROW * most and not _is_total(line))]
    return full if sum(bool(line.money) for line in full) >= FEWEST_ROWS else list(body)


def _is_total(line: PrintedLine) -> bool:
    return opens_with_total(line.texts[0].string)


def _rows_of_words(lines: Sequence[PrintedLine]) -> list[list[Word]]:
    """The words of each line; an amount alone on its line, set in the middle, goes with the line that it overlaps."""
    rows: list[list[Word]] = []
    above: PrintedLine | None = None
    for line in lines:
        lone = any(len(one.texts) == 1 and one.money for one in (line, above) if one)
        if lone and above and line.y - above.y < HALF_LINE * line.size:
            rows[-1] = rows[-1] + _words(line)
        else:
            rows.append(_words(line))
        above = line
    return rows


def _starts(body: Sequence[PrintedLine]) -> list[float]:
    """Where texts of many rows begin, from left to right; amounts are set flush left where those that begin at one
    place end at several."""
    fewest = max(FEWEST_STARTS, STARTS_SHARE * sum(bool(line.money) for line in body))
    printed = [text for line in body for text in line.texts]
    worded = level_groups((text.x0 for text in printed if not text.money), FLUSH)
    priced = level_groups((text.x0 for text in printed if text.money), FLUSH)
    flush = [xs for xs in priced if end_apart([text for text in printed if text.money and xs[0] <= text.x0 <= xs[-1]])]
    return sorted(xs[len(xs) // 2] for xs in [*worded, *flush] if len(xs) >= fewest)


def _close_starts(rows: Sequence[PrintedLine]) -> list[float]:
    """Where texts begin that hardly more than a space parts from those before them, as they show that they are two."""
    return [
        after.x0
        for line in rows
        for before, after in pairwise(line.texts)
        if after.x0 - before.x1 <= ONE_TEXT * line.size
    ]


def _level_words(rows: Sequence[PrintedLine], whites: Sequence[tuple[float, float]]) -> list[float]:
    """Where a word begins in every row with amounts, under white between names, however near the word before it, where
    both are not pieces of one number: « 482 015 345 00017 »."""
    priced = [line for line in rows if line.money]
    if len(priced) < FEWEST_STARTS or not whites:
        return []
    first, *others = (_opened(_words(line)) for line in priced)
    inside = [x for x in first if any(start <= x <= end for start, end in whites)]
    return [x for x in inside if all(any(abs(x - other) <= FLUSH for other in row) for row in others)]


def _opened(words: Sequence[Word]) -> list[float]:
    """Where words begin, but for figures behind a figure."""
    behind = (
        word.box.x0 for before, word in pairwise(words) if not (before.text[-1].isdigit() and word.text[0].isdigit())
    )
    return [words[0].box.x0, *behind]


def _beside_currencies(corridors: Sequence[Corridor], rows: Sequence[PrintedLine]) -> list[Corridor]:
    """The corridors but for those at the left of currencies alone, set apart from their figures."""
    words = [word for line in rows for word in _words(line)]
    ends = [*(corridor.start for corridor in corridors), float("inf")][1:]
    kept = []
    for corridor, end in zip(corridors, ends, strict=True):
        beside = [word.text for word in words if corridor.end - FLUSH <= word.box[0] < end]
        if not beside or not all(map(is_currency, beside)):
            kept.append(corridor)
    return kept


def _borne_out(
    corridors: Sequence[Corridor], whites: Sequence[tuple[float, float]], texts: Sequence[Text]
) -> list[Corridor]:
    """The corridors under white between names, one each, and those whose texts on the right begin level.

    Others are white between the words of justified lines. All of them, where there are no names.
    """
    if not whites:
        return list(corridors)
    kept = _one_each(corridors, whites)
    starts = [corridor.end - FLUSH for corridor in corridors]
    held: list[list[Text]] = [[] for _ in range(len(corridors) + 1)]
    for text in texts:
        held[bisect_right(starts, text.x0)].append(text)
    return [
        corridor
        for corridor, right in zip(corridors, held[1:], strict=True)
        if corridor in kept or (len(right) >= FEWEST_STARTS and are_level(right))
    ]


def _one_each(corridors: Sequence[Corridor], whites: Sequence[tuple[float, float]]) -> set[Corridor]:
    """The corridor under each white, that which shares most with it; one that shares more with another is not its.
    Whites that overlap, of all lines and of one, are the same."""
    shared = [
        (min(one.end, end) - max(one.start, start), one, (start, end)) for one in corridors for start, end in whites
    ]
    kept: dict[Corridor, tuple[float, float]] = {}
    for width, corridor, white in sorted(shared, reverse=True):
        taken = any(_is_in(white, other) for other in kept.values())
        if width > 0 and corridor not in kept and not taken:
            kept[corridor] = white
    return set(kept)


def _words(line: PrintedLine) -> list[Word]:
    return [word for text in line.texts for word in text.words]
