"""What stands under the tables of an act: totals of their lines, « Total du canton : 8 200 € », and notes that their
cells call, « (1) », « * », « ² », whose money is no grant."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

from ingest.reader.records import Leftover, Paragraph, Table, TotalRecord
from ingest.reader.sentences.clauses.decision_records import Act
from ingest.reader.values.amounts import parse_amount

_MARK = r"\(\d{1,2}\)|\(?\*{1,4}\)?|[¹²³⁴⁵⁶⁷⁸⁹]"
_CALL = re.compile(rf"(?P<mark>{_MARK})\s*$", re.MULTILINE)
_OPENING = re.compile(rf"\s*(?P<mark>{_MARK})")
# Pages. A note stands under its table, or at the head of the next page.
_REACH = 1
_TOTAL: Final = re.compile(r"((?:sous[- ]?)?tota(?:l|ux)\b[^:;]{0,60}?)\s*:?\s*(\d[^:;]*?)[\s.]*", re.IGNORECASE)


def notes_of(tables: Sequence[Table]) -> Callable[[Paragraph], bool]:
    """Tells of a paragraph whether it is a note that a cell of these tables calls: what it states is no grant."""
    called = cache(lambda: _called(tables))  # most texts open with no mark

    def is_note(paragraph: Paragraph) -> bool:
        opening = _OPENING.match(paragraph.text)
        return opening is not None and paragraph.source.page in called().get(_bare(opening["mark"]), ())

    return is_note


def _called(tables: Sequence[Table]) -> Mapping[str, set[int]]:
    """The marks that cells call, each with the pages on which its note may stand."""
    called: dict[str, set[int]] = {}
    for table in tables:
        marks = {_bare(match["mark"]) for text in _texts(table) for match in _CALL.finditer(text)}
        pages = {page + after for page in table.boxes for after in range(_REACH + 1)}
        for mark in marks:
            called.setdefault(mark, set()).update(pages)
    return called


def _texts(table: Table) -> set[str]:
    return {line for row in table.grid for cell in row if cell for line in (cell.text, *cell.lines)}


def _bare(mark: str) -> str:
    """« (*) » calls « * »; « (1) » keeps its brackets, « 1 » alone calls nothing."""
    return mark.strip("()") if "*" in mark else mark


def totals_under_tables(leftovers: Sequence[Leftover], act: Act) -> tuple[list[TotalRecord], list[Leftover]]:
    """(totals, leftovers): the totals that add up lines which tables count, and the other leftovers."""
    totals, left = [], []
    for one in leftovers:
        found = _TOTAL.fullmatch(one.text)
        amount = parse_amount(found[2]) if found else None
        lines = act.counted.lines_adding_up_to(amount.value) if amount else ()
        if found and amount and lines:
            totals.append(
                TotalRecord(
                    scope=found[1],
                    table="",
                    year=act.year,
                    amount=amount.value,
                    text=amount.text,
                    where="decision",
                    source=one.source,
                    precision=amount.precision,
                    lines=lines,
                )
            )
        else:
            left.append(one)
    return totals, left
