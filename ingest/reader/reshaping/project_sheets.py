"""Project sheets → what a sheet says outside its table of money: « Bénéficiaire : … », « Objet | Festival de conte ».

A sheet prints one grant in a small table (rate, base, amount), and who receives it for what on lines or in a small
table of labels of their own. What enters: a table that names nobody, the other tables and the paragraphs; what leaves:
texts by role, without a beneficiary where the sheet prints none or several.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.reader.geometry.grid_cells import distinct_cells
from ingest.reader.headers.header_texts import heads_a_column
from ingest.reader.headers.header_words import head_role
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph, Role, Table
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.patterns import MARK

# Characters of a line that names a beneficiary.
_LONGEST = 160
# Share of the left cells of a table of labels that must be header words.
_MOST = 0.6
_LABELLED = re.compile(
    rf"(?:{MARK} ?)?(?:denomination(?: sociale)?|raison sociale|maitre d'ouvrage|attributaire|demandeur"
    r"|(?:nom du |organisme |structure |association )?(?:beneficiaire|porteur(?: (?:du|de) projet)?)"
    r"|nom de (?:la structure|l'organisme|l'association))\s*:\s*(?=\S)"
)
# What the labels of a sheet may name beside its table of money.
_TOLD: tuple[Role, ...] = ("operator", "action", "reference")

Place = tuple[int, float]


def read_sheet(
    table: Table, sheets: Sequence[Table], tables: Sequence[Table], paragraphs: Sequence[Paragraph]
) -> Mapping[Role, str]:
    """What the sheet of `table` says, by role; empty where it names no beneficiary, or several.

    `sheets`: the tables of money of all sheets, in order; each sheet goes as far as the next. A name may stand before
    the table: from the head of its page, where no other sheet comes first on it.
    """
    top = _top(table)
    above = _labels_above(top, sheets, tables)
    if "operator" in above:
        return above
    after = min((place for other in sheets if (place := _top(other)) > top), default=(top[0] + 2, 0.0))
    earlier = [place for other in sheets if (place := _top(other)) < top and place[0] == top[0]]
    start = top if earlier else (top[0], 0.0)
    # The next sheet prints its own name before its table: a new page ends this one.
    end = min(after, (top[0] + 1, 0.0)) if after[0] > top[0] else after
    names = {name for one in paragraphs if start <= _place(one) < end and (name := _named(one))}
    return {**above, "operator": names.pop()} if len(names) == 1 else {}


def _labels_above(top: Place, sheets: Sequence[Table], tables: Sequence[Table]) -> Mapping[Role, str]:
    """What the tables of labels say between the sheet before and this one, on the same page; the last word holds."""
    before = max((place for other in sheets if (place := _top(other)) < top), default=(0, 0.0))
    labels = [other for other in tables if max(before, (top[0], 0.0)) <= _top(other) < top]
    return {role: text for other in sorted(labels, key=_top) for role, text in _labelled(other)}


def _labelled(table: Table) -> Iterator[tuple[Role, str]]:
    """« Bénéficiaire | Les Nuits du Canal », « Objet | Festival »: the rows of a table of labels."""
    pairs = [[cell.text.strip() for cell in distinct_cells(row) if cell.text.strip()] for row in table.grid]
    if any(len(pair) > 2 for pair in pairs):
        return
    rows = [(pair[0], pair[1]) for pair in pairs if len(pair) == 2]
    labels = [left for left, _ in rows if heads_a_column(left)]
    # Bank details name their holder too, among words that head no column.
    if not rows or len(labels) < len(rows) * _MOST:
        return
    for left, right in rows:
        role = head_role(left)
        if role in _TOLD and left in labels and right and parse_amount(right) is None:
            yield role, right


def _named(paragraph: Paragraph) -> str:
    if len(paragraph.text) > _LONGEST:
        return ""
    match = _LABELLED.match(plain(paragraph.text))
    return paragraph.text[match.end() :].strip(" .;") if match else ""


def _top(table: Table) -> Place:
    page = min(table.boxes, default=0)
    return page, table.boxes[page].y0 if page else 0.0


def _place(paragraph: Paragraph) -> Place:
    return paragraph.source.page, paragraph.source.box.y0
