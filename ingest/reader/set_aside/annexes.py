"""Tables → the label each is cited by (`annexe-7`, `annexe-1b`, `tableau-2`) and the part of the act it stands in.

The nearest heading « Annexe N » above a table names it, in the title of the table or in a paragraph of its own; a
sentence that only speaks of an annex does not.
"""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.reader.act.flow.act_parts import split_parts
from ingest.reader.records import Box, Paragraph, Source, Table
from portal.french import fold

# Characters: a heading is short; a longer paragraph that opens with « Annexe » is a sentence.
_LONGEST_HEADING = 200
_ANNEX = re.compile(r"annexes?\s*(?:n\s*°?\s*)?(?P<number>\d{1,2}|[ivx]{1,4}\b)(?P<letter>\s?[.-]?\s?[a-h]\b)?", re.I)
Place = tuple[int, float]
# A table that no page shows, of hand-built documents.
_NOWHERE = Box(0, 0, 0, 0)


def label_tables(tables: Sequence[Table], paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """Table number → label. Several tables of one annex are told apart by a number: `annexe-3-1`, `annexe-3-2`."""
    named = [(_place(one.source), label) for one in paragraphs if (label := annex_label(one.text))]
    annexes = {table.number: _annex_above(table, named) for table in tables}
    shared = Counter(annexes.values())
    seen: Counter[str] = Counter()
    labels = {}
    for table in tables:
        annex = annexes[table.number]
        seen[annex] += 1
        if not annex:
            labels[table.number] = f"tableau-{table.number}"
        else:
            labels[table.number] = annex if shared[annex] == 1 else f"{annex}-{seen[annex]}"
    return labels


def tables_of_the_act(tables: Sequence[Table], paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The numbers of the tables that stand in the act itself, not in what is joined to it (report, annexes)."""
    parts = [(_place(part.paragraphs[0].source), part.kind) for part in split_parts(paragraphs) if part.paragraphs]
    inside = set()
    for table in tables:
        before = [kind for place, kind in parts if place < _place(_first(table))]
        if not before or before[-1] == "act":
            inside.add(table.number)
    return frozenset(inside)


def _annex_above(table: Table, named: Sequence[tuple[Place, str]]) -> str:
    """The label of a table. `named`: where the headings of annexes stand, and their labels."""
    own = annex_label(table.title)
    if own:
        return own
    start = _place(_first(table))
    # A running head comes first among the paragraphs of its page, wherever it is printed.
    return next((label for place, label in reversed(named) if place < start), "")


def annex_label(text: str) -> str:
    """`annexe-7` for « Annexe 7 : Répartition », `annexe-1b` for « Annexe 1.b. », empty for anything else."""
    if len(text) > _LONGEST_HEADING:
        return ""
    match = _ANNEX.match(text.strip())
    if not match:
        return ""
    return f"annexe-{fold(match['number'])}{fold(match['letter'] or '')}"


def _first(table: Table) -> Source:
    page = min(table.boxes, default=1)
    return Source(page, table.number, 0, table.boxes.get(page, _NOWHERE))


def _place(source: Source) -> Place:
    return source.page, source.box.y0
