"""Rules printed as dashes or dots, and rules of which a copier left pieces.

Takes the ink of an upright page, 0 where there is none; gives chains of its thin pieces. It does not tell rules from
underlines.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean, median
from typing import Final

import numpy as np

from ingest.reader.engines.drawn_pages import GreyImage
from ingest.reader.images.dashed_text import DOT, InkPiece, is_dotted, is_feet, is_stems, leads
from ingest.reader.images.scan_images import pieces_of_ink

# Points. Dashes and dots are no thicker, and no dash is where ink spread in copying.
THICKEST: Final = 1.9
THICKEST_DASH: Final = 2.4
# Points. The shortest piece that ink can be told to be; specks of one pixel are shorter.
SHORTEST: Final = 0.5
# Pieces in one direction on one page. A page of fifty dashed rows has 6 000; far more are dirt.
MOST_PIECES: Final = 15000
# Points. A longer piece is a rule by itself.
LONGEST: Final = 60.0
# Points. How far one dash may stand off the line of the one before: curled paper, a pixel of noise.
STRAY: Final = 0.7
# Points. The widest hole: a crossing that belongs to neither direction, a dash left out.
HOLE: Final = 7.0
# Points. How far apart two dashes of one rule may stand where the one between them touches a rule that it crosses.
LINK: Final = 13.0
# Times the usual piece. The usual hole between dashes, and between dots; between stems of figures in lines set close
# it is 1.05 times the stem and more.
USUAL_HOLE: Final = (1.0, 2.5)
# Times the usual hole, and points. How far the next dash is looked for past the end of a chain.
WIDER_HOLE: Final = 1.7
LEAST_HOLE: Final = 2.2
# Share of a run of ink that is as thin as a rule where it is one, crossings and a letter that touches it apart.
THIN: Final = 0.4
# Dashes, and dots, in a row from which a rule is looked for.
FEWEST_SEEDS: Final = (2, 5)
# Pieces, and points. Fewer or shorter are hyphens, a row of initials.
FEWEST: Final = 6
SHORTEST_RULE: Final = 24.0
# Pieces of dots. Fewer are an ellipsis.
FEWEST_DOTS: Final = 16
# Share of its length that is ink.
COVERED: Final = 0.3
# Share of its ink in pieces that touch nothing. Of a line through letters most pieces are parts of letters.
APART: Final = 0.25


def find_dashed(ink: GreyImage, scale: float) -> Iterator[tuple[bool, Sequence[InkPiece]]]:
    """The chains of pieces that make a rule, and whether each runs across the page. `scale`: pixels a point."""
    boxes = pieces_of_ink(ink)
    for across in (True, False):
        seen = ink if across else ink.T
        seeds = [chain for chain in _chains(_pieces(boxes, scale, across=across), scale) if _may_grow(chain)]
        for chain in _joined([_grown(chain, seen, scale) for chain in seeds], scale):
            if not _is_rule(chain, scale):
                continue
            is_text = (leads, is_feet) if across else (is_stems,)
            if not any(test(chain, seen, scale) for test in is_text):
                yield across, chain


def _pieces(boxes: Sequence[Sequence[int]], scale: float, *, across: bool) -> list[InkPiece]:
    pieces = []
    for left, top, width, height in boxes:
        long, short = (width, height) if across else (height, width)
        thickest = THICKEST_DASH if long >= DOT * short else THICKEST
        if short <= thickest * scale and SHORTEST * scale <= long <= LONGEST * scale and long >= 0.8 * short:
            start, at = (left, top + height / 2) if across else (top, left + width / 2)
            pieces.append(InkPiece(start, start + long, at, short))
    return sorted(pieces) if len(pieces) <= MOST_PIECES else []


def _chains(pieces: Sequence[InkPiece], scale: float) -> Iterator[list[InkPiece]]:
    """Pieces one after another along one line."""
    open_chains: list[list[InkPiece]] = []
    for piece in pieces:
        ended = [chain for chain in open_chains if piece.start - chain[-1].end > LINK * scale]
        if ended:
            open_chains = [chain for chain in open_chains if piece.start - chain[-1].end <= LINK * scale]
            yield from ended
        near = [
            chain
            for chain in open_chains
            if abs(chain[-1].at - piece.at) <= STRAY * scale and piece.start >= chain[-1].end
        ]
        if near:
            min(near, key=lambda chain: abs(chain[-1].at - piece.at)).append(piece)
        else:
            open_chains.append([piece])
    yield from open_chains


def _may_grow(chain: Sequence[InkPiece]) -> bool:
    return len(chain) >= FEWEST_SEEDS[is_dotted(chain)]


def _grown(chain: list[InkPiece], seen: GreyImage, scale: float) -> list[InkPiece]:
    """The chain with what goes on at its ends and in its holes: crossings, dashes that touch a letter."""
    holes = median(after.start - piece.end for piece, after in pairwise(chain))
    reach = round(min(max(WIDER_HOLE * holes, LEAST_HOLE * scale), HOLE * scale))
    after = list(_onwards(chain[-1], seen, reach, scale))
    width = seen.shape[1]
    first = chain[0]._replace(start=width - chain[0].end, end=width - chain[0].start)
    before = [
        piece._replace(start=width - piece.end, end=width - piece.start)
        for piece in _onwards(first, seen[:, ::-1], reach, scale)
    ]
    within: list[InkPiece] = []
    for piece, following in pairwise(chain):
        for found in _onwards(piece, seen, reach, scale):
            if found.end > following.start:
                break
            within.append(found)
    return sorted([*before, *chain, *within, *after])


def _onwards(last: InkPiece, seen: GreyImage, reach: int, scale: float) -> Iterator[InkPiece]:
    """The thin runs of ink that follow a piece on its line, none further than `reach` from the one before."""
    half, thickest = max(1, round(last.thickness / 2)), round(THICKEST * scale)
    while True:
        level, start = round(last.at), round(last.end)
        top = max(0, level - thickest)
        window = np.asarray(seen[top : level + thickest + 1, start : start + reach + round(LONGEST * scale)]) > 0
        on_line = np.asarray(window[max(0, level - half - top) : level + half - top + 1].any(axis=0))
        inked = np.flatnonzero(on_line)
        if not inked.size or inked[0] > reach:
            return
        first = int(inked[0])
        blank = np.flatnonzero(~on_line[first:])
        end = first + int(blank[0]) if blank.size else on_line.size
        thin = window[:, first:end].sum(axis=0) <= thickest
        if thin.mean() < THIN:
            return
        rows = np.nonzero(window[:, first:end][:, thin])[0]
        at = top + float(rows.mean()) + 0.5 if abs(top + rows.mean() - last.at) <= STRAY * scale else last.at
        last = InkPiece(start + first, start + end, at, last.thickness, apart=False)
        yield last


def _joined(chains: list[list[InkPiece]], scale: float) -> Iterator[list[InkPiece]]:
    """The chains, those that grew over one another or end where another begins as one."""
    whole: list[list[InkPiece]] = []
    for chain in sorted(chains, key=lambda chain: chain[0].start):
        for before in whole:
            end = before[-1]
            if chain[0].start - end.end <= HOLE * scale and abs(_level(before, chain[0].start) - chain[0].at) <= scale:
                before[:] = _once(sorted([*before, *chain]))
                break
        else:
            whole.append(chain)
    yield from whole


def _once(pieces: Sequence[InkPiece]) -> list[InkPiece]:
    """The pieces, what was found twice once, as pieces that stand apart where they do."""
    kept = [pieces[0]]
    for piece in pieces[1:]:
        if piece.start >= kept[-1].end:
            kept.append(piece)
        elif piece.apart and not kept[-1].apart:
            kept[-1] = piece
    return kept


def _level(chain: Sequence[InkPiece], start: float) -> float:
    """Where a chain stands across its direction, near a place along it."""
    return min(chain, key=lambda piece: abs(piece.start - start)).at


def _is_rule(chain: Sequence[InkPiece], scale: float) -> bool:
    length, dotted = chain[-1].end - chain[0].start, is_dotted(chain)
    if len(chain) < (FEWEST_DOTS if dotted else FEWEST) or length < SHORTEST_RULE * scale:
        return False
    usual = fmean(piece.end - piece.start for piece in chain)
    hole = median(after.start - piece.end for piece, after in pairwise(chain))
    inked = sum(piece.end - piece.start for piece in chain)
    apart = sum(piece.end - piece.start for piece in chain if piece.apart)
    return hole <= USUAL_HOLE[dotted] * usual and inked >= COVERED * length and apart >= APART * inked
