"""Project sheets → the beneficiary that a sheet names outside its table: « Dénomination : … », « Bénéficiaire : … ».

A sheet prints one grant in a small table (rate, base, amount) and who receives it on a line of its own. What enters: a
table that names nobody and the paragraphs; what leaves: a name, empty where the sheet prints none or several.
"""

import re
from collections.abc import Sequence

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph, Table

# Characters of a line that names a beneficiary.
_LONGEST = 160
_LABELLED = re.compile(
    r"(?:[-•*] ?)?(?:denomination(?: sociale)?|raison sociale|maitre d'ouvrage|attributaire|demandeur"
    r"|(?:nom du |organisme |structure |association )?(?:beneficiaire|porteur(?: (?:du|de) projet)?)"
    r"|nom de (?:la structure|l'organisme|l'association))\s*:\s*(?=\S)"
)

Place = tuple[int, float]


def sheet_beneficiary(table: Table, sheets: Sequence[Table], paragraphs: Sequence[Paragraph]) -> str:
    """Who the sheet of `table` names. `sheets`: the tables of all sheets, in order; each sheet goes as far as the next.

    A name may stand before the table: from the head of its page, where no other sheet comes first on it.
    """
    top = _top(table)
    after = min((place for other in sheets if (place := _top(other)) > top), default=(top[0] + 2, 0.0))
    earlier = [place for other in sheets if (place := _top(other)) < top and place[0] == top[0]]
    start = top if earlier else (top[0], 0.0)
    # The next sheet prints its own name before its table: a new page ends this one.
    end = min(after, (top[0] + 1, 0.0)) if after[0] > top[0] else after
    names = {name for one in paragraphs if start <= _place(one) < end and (name := _named(one))}
    return names.pop() if len(names) == 1 else ""


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
