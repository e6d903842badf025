"""Texts that a space alone parts, in rows or in the names over them → one for each column that they stand in.

Takes a `Block` and the white between its columns; changes the block's lines. Points.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.column_whites import MOST_NAME_LINES
from ingest.reader.borderless.corridors import FLUSH, WIDER, Corridor, usual_space
from ingest.reader.borderless.money_blocks import ALIGNED, Block
from ingest.reader.borderless.money_texts import PrintedLine, Text, parts_at, text_of
from ingest.reader.geometry.alignment import share_width
from ingest.reader.records import Word

# Points. Words nearer than this are of two cells, the first cut by the side of its own.
TOUCHING: Final = 0.5
# Lines over names alone on theirs, one of which has the names of other columns.
NAMES_OVER: Final = 2


def part_texts(block: Block, corridors: Sequence[Corridor]) -> None:
    """Part the texts of a block that run over from one column into the next."""
    _part_rows(block, [corridor.end for corridor in corridors])
    _part_names(block, corridors)


def _part_rows(block: Block, starts: Sequence[float]) -> None:
    """Part the texts of the rows where columns begin; a text alone on its line, which may run over several columns,
    only where the white is wider than a space."""
    usual = usual_space(text.words for line in block.body for text in line.texts)
    for place in range(block.first, block.last + 1):
        line = block.lines[place]
        parts = [part for text in line.texts for part in parts_at(text, starts)]
        if len(line.texts) > 1 or all(_is_wide(*pair, usual) for pair in pairwise(parts)):
            block.lines[place] = line._replace(texts=tuple(parts))


def _is_wide(before: Text, after: Text, usual: float) -> bool:
    return after.x0 - before.x1 > (usual + WIDER) * after.words[0].size


def _part_names(block: Block, corridors: Sequence[Corridor]) -> None:
    """Part the names of columns that stand a space apart; not one set over columns with names of their own under it."""
    below: list[Text] = []
    for place in range(block.first - 1, max(-1, block.first - 1 - MOST_NAME_LINES), -1):
        line = block.lines[place]
        if line.money:
            return
        if len(line.texts) > 1 or _names_several(
            line.texts[0], block.lines[max(0, place - NAMES_OVER) : place], corridors
        ):
            whites = [corridor for corridor in corridors if not _is_spanned(corridor, line, below)]
            block.lines[place] = _parted_between(line, whites)
            below += line.texts


def _names_several(text: Text, above: Sequence[PrintedLine], corridors: Sequence[Corridor]) -> bool:
    """« Région Commune Département », alone under « Plan de financement » beside other names: whether a text that
    begins in no first column has a space in each of the several corridors that it runs across."""
    crossed = [one for one in corridors if text.x0 + FLUSH < one.start and text.x1 > one.end]
    aside = bool(corridors) and text.x0 > corridors[0].end and any(len(line.texts) > 1 for line in above)
    return aside and len(crossed) > 1 and len({_space_in(text.words, one) for one in crossed} - {0}) == len(crossed)


def _is_spanned(corridor: Corridor, line: PrintedLine, below: Sequence[Text]) -> bool:
    """Whether a name of a line runs across a corridor with names under it on both sides."""
    over = next((text for text in line.texts if text.x0 < corridor.start and text.x1 > corridor.end), None)
    if over is None:
        return False
    under = [text for text in below if share_width(text, over)]
    # A name may be wider than the figures under it, and reach into the white between them.
    left = [text for text in under if text.x0 + text.x1 <= 2 * corridor.middle]
    right = [text for text in under if text not in left]
    return bool(left and right) and not _are_set_as(over, corridor, left, right)


def _are_set_as(over: Text, corridor: Corridor, left: Sequence[Text], right: Sequence[Text]) -> bool:
    """Whether both halves of a text, parted in a corridor, are set as the texts under them are: « Rappel » and
    « Montant en » end where « 2030 » and « € » do, the rest of two names. One that stands over two names is of both."""
    place = _space_in(over.words, corridor)
    if not place or not all(share_width(one, other) for under in (left, right) for one, other in pairwise(under)):
        return False
    pairs = [(text_of(over.words[:place]), left), (text_of(over.words[place:]), right)]
    alike = ({edge for text in under for edge in _shared_edges(half, text)} for half, under in pairs)
    return bool(set.intersection(*alike))


def _shared_edges(text: Text, under: Text) -> set[str]:
    """« left », « right » and « middle », where two texts have them at one place across."""
    left, right = text.x0 - under.x0, text.x1 - under.x1
    off = {"left": left, "right": right, "middle": (left + right) / 2}
    return {edge for edge, by in off.items() if abs(by) <= ALIGNED}


def _parted_between(line: PrintedLine, whites: Sequence[tuple[float, float]]) -> PrintedLine:
    """The line with its texts that run across these whites parted at the space that shares most of each."""
    texts: list[Text] = []
    for text in line.texts:
        words = text.words
        cuts = {_space_in(words, white) for white in whites if text.x0 + FLUSH < white[0] and text.x1 > white[1]} - {0}
        texts += [text_of(words[a:b]) for a, b in pairwise([0, *sorted(cuts), len(words)])] if cuts else [text]
    return line._replace(texts=tuple(texts))


def _space_in(words: Sequence[Word], white: tuple[float, float]) -> int:
    """The word, by number, before which two that touch stand in a white, or the space that shares most of it; 0 for
    none."""
    spaces = [(a.box.x1, b.box.x0, place) for place, (a, b) in enumerate(pairwise(words), 1)]
    for end, start, place in spaces:
        if start - end < TOUCHING and white[0] < start and end < white[1]:
            return place
    shared = [(min(start, white[1]) - max(end, white[0]), place) for end, start, place in spaces]
    most, place = max(shared, default=(0.0, 0))
    return place if most > 0 else 0
