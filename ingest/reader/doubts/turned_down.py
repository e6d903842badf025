"""Lines of tables in an act that its assembly turns down → doubted.

Takes lines and the paragraphs of their document. A row stays, as it is printed: the vote may bear on something else.
What sentences grant and a vote turns down is no line at all: see `sentences.clauses.verdicts`.
"""

from collections.abc import Sequence
from typing import Final

from ingest.reader.act.flow.act_flow import point_flows
from ingest.reader.act.flow.act_parts import act_paragraphs
from ingest.reader.records import UNSURE, LineRecord, Paragraph
from ingest.reader.sentences.clauses.verdicts import all_turned_down

NOTE: Final = "l’acte dit que la délibération est rejetée, ajournée ou retirée\u202f: à vérifier"


def doubt_turned_down(lines: Sequence[LineRecord], paragraphs: Sequence[Paragraph]) -> tuple[LineRecord, ...]:
    """The lines, all in doubt where every verdict that the act prints turns down what it proposes."""
    steps = [step for _, flow in point_flows(act_paragraphs(paragraphs) or tuple(paragraphs)) for step in flow]
    return tuple(line.doubted(UNSURE, NOTE) for line in lines) if all_turned_down(steps) else tuple(lines)
