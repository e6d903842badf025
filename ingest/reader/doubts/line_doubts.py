"""Lines of any kind in doubt for what is seen around them → the same, with a note and less certainty.

In doubt are those whose print is cut, struck through, partly hidden or on a damaged page, as the engine saw it; those
whose beneficiary is a canton, the territory beside a name that was not found; and those of tables in an act that its
assembly turns down. A row stays as it is printed: the vote may bear on something else. What sentences grant and a vote
turns down is no line at all: see `sentences.clauses.verdicts`.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ingest.reader.act.flow.act_flow import point_flows
from ingest.reader.act.flow.act_parts import act_paragraphs
from ingest.reader.engines.notes import DAMAGED
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import DOUBTFUL, UNSURE, DoubtedPrint, LineRecord, Page, Paragraph
from ingest.reader.sentences.clauses.verdicts import all_turned_down

TERRITORY_NOTE: Final = "territoire à la place du bénéficiaire\u202f: à vérifier"
_TERRITORY: Final = re.compile(r"(?:canton|arrondissement) d(?:e |u |es |')")
TURNED_DOWN_NOTE: Final = "l’acte dit que la délibération est rejetée, ajournée ou retirée\u202f: à vérifier"


def doubt_lines(lines: Sequence[LineRecord], pages: Iterable[Page]) -> tuple[LineRecord, ...]:
    """The lines, those that hold a doubted place of their page with what makes it doubtful; all of a damaged page."""
    doubts = {page.number: _doubts(page) for page in pages if page.doubts or DAMAGED in page.notes}
    return tuple(_doubted(line, *doubts.get(line.source.page, ((), ()))) for line in lines) if doubts else tuple(lines)


def _doubts(page: Page) -> tuple[list[DoubtedPrint], list[str]]:
    """What makes places of a page doubtful, and what makes the whole of it so."""
    return [_in_fractions(doubt, page) for doubt in page.doubts], [DAMAGED] if DAMAGED in page.notes else []


def _in_fractions(doubt: DoubtedPrint, page: Page) -> DoubtedPrint:
    return doubt._replace(box=page.in_fractions(doubt.box))


def _doubted(line: LineRecord, doubts: Iterable[DoubtedPrint], everywhere: Iterable[str]) -> LineRecord:
    return line.doubted(UNSURE, *everywhere, *(one.note for one in doubts if line.source.box.holds(one.box)))


def doubt_territories(lines: Iterable[LineRecord]) -> tuple[LineRecord, ...]:
    """The lines, those whose beneficiary opens with the name of a canton or of an arrondissement in doubt."""
    return tuple(
        line.doubted(DOUBTFUL, TERRITORY_NOTE) if _TERRITORY.match(plain(line.operator)) else line for line in lines
    )


def doubt_turned_down(lines: Sequence[LineRecord], paragraphs: Sequence[Paragraph]) -> tuple[LineRecord, ...]:
    """The lines, all in doubt where every verdict that the act prints turns down what it proposes."""
    steps = [step for _, flow in point_flows(act_paragraphs(paragraphs) or tuple(paragraphs)) for step in flow]
    return tuple(line.doubted(UNSURE, TURNED_DOWN_NOTE) for line in lines) if all_turned_down(steps) else tuple(lines)
