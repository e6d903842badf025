"""Records of decisions set in a table, « Objet | Décision », → the sentences of those that are adopted, as decisions.

What enters: the tables and the lines that they gave. What leaves: a step for each cell that grants a sum in a sentence,
in a row without lines: by an assembly that the sentence names, or adopted as another cell says. No column is read.
"""

import re
from collections.abc import Iterable, Iterator

from ingest.reader.act.flow.deciding_paragraphs import find_opening
from ingest.reader.act.flow.steps import Step
from ingest.reader.geometry.grid_cells import printed_cells
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import LineRecord, Paragraph, Table
from ingest.reader.sentences.clauses.granted_sums import granted_amount
from ingest.reader.values.amounts_in_text import may_state_amount

# « Adopté », « Adopté à l'unanimité », « Voté (2 abstentions) »
_ADOPTED = re.compile(
    r"(?:(?:adopte|approuve|vote|accepte)e?s?|(?:a )?(?:l')?unanimite|(?:a )?la majorite)\b"
    r"(?!.*\b(?:rejet|ajourn|retir))"
)
# Characters of a cell that says no more than what became of its row.
_LONGEST_RESULT = 60


def decided_rows(tables: Iterable[Table], lines: Iterable[LineRecord]) -> Iterator[Step]:
    """The decisions that rows of tables state in sentences, in order."""
    read = {(line.source.table, line.source.row) for line in lines}
    for table in tables:
        for row in table.grid:
            cells = printed_cells(row)
            if any((cell.table, cell.number) in read for cell in cells if cell.rowspan == 1):
                continue
            adopted = [cell for cell in cells if len(cell.text) <= _LONGEST_RESULT and _ADOPTED.match(plain(cell.text))]
            for cell in cells:
                start = 0 if adopted else _decision_in(cell.text)
                if cell not in adopted and start is not None and granted_amount(cell.text):
                    yield Step("item", Paragraph(cell.text, cell.source), plain(cell.text), None, start)


def _decision_in(text: str) -> int | None:
    """Where « Le Bureau attribue une aide de 900 € à… » begins to decide; None where no assembly does."""
    may_decide = len(text) > _LONGEST_RESULT and may_state_amount(text)
    opening = find_opening(plain(text), text) if may_decide else None
    return opening[1] if opening and opening[0] == "item" else None
