"""What the stages found on a page → marks to draw over it: boxes, their colours, what is written beside them.

Takes `Stages`; gives the `Mark`s and the sentences of each page. It draws nothing. Boxes in fractions of the page as it
was read.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from ingest.reader.geometry.grid_cells import distinct_cells
from ingest.reader.inspection.reasons import reasons_of, told_lines
from ingest.reader.records import SURE, Box, LineRecord, Page, ReadTable, Row, box_around
from ingest.reader.stages import Stages

_PAGE: Final = re.compile(r"\bpage (\d+)")

Kind = Literal[
    "fill", "rule", "word", "doubt", "paragraph", "cell", "header", "skipped", "table", "column", "row", "leftover"
]
# What each colour means, as the legend says it.
MEANINGS: Final[dict[Kind, str]] = {
    "word": "mot",
    "doubt": "mot douteux",
    "rule": "filet",
    "fill": "fond de couleur",
    "cell": "cellule",
    "header": "en-tête",
    "skipped": "tableau écarté",
    "table": "tableau",
    "column": "rôle d’une colonne",
    "row": "nature d’une ligne",
    "leftover": "ligne non lue",
    "paragraph": "paragraphe",
}


class Mark(NamedTuple):
    """One box to draw, with the label written beside it."""

    kind: Kind
    box: Box
    label: str = ""


@dataclass(slots=True)
class PageMarks:
    """What is drawn over a page, from the lowest layer to the highest, and what is said under it."""

    marks: list[Mark] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def page_marks(stages: Stages) -> dict[int, PageMarks]:
    """The marks of every page of the document, by number; pages without any table have theirs too."""
    found: dict[int, PageMarks] = defaultdict(PageMarks)
    for page in stages.document.pages:
        on_page = found[page.number]
        on_page.marks += _of_page(page)
        on_page.said += page.notes
    for paragraph in stages.paragraphs:
        found[paragraph.source.page].marks.append(Mark("paragraph", paragraph.source.box, paragraph.kind))
    fates = _fates(stages)
    for read in stages.reads:
        for number in sorted(_pages_of(read)):
            found[number].marks += _of_table(read, number, fates)
            found[number].said += _said_of(read, number)
    for number, source_marks in _of_sentences(stages).items():
        found[number].marks += source_marks
    for number, reasons in reasons_of(stages).items():
        found[number].said += reasons
    return found


def _of_page(page: Page) -> Iterator[Mark]:
    for fill in page.fills:
        yield Mark("fill", page.in_fractions(fill))
    for word in page.words:
        yield Mark("word" if word.certainty >= SURE else "doubt", page.in_fractions(word.box))
    for rule in page.rules:
        yield Mark("rule", page.in_fractions(rule.box))


def _of_sentences(stages: Stages) -> dict[int, list[Mark]]:
    """By page, what was read outside tables: lines, sums, what was left over."""
    found: dict[int, list[Mark]] = defaultdict(list)
    places: dict[tuple[int, Box], list[LineRecord]] = defaultdict(list)
    for line in stages.lines:
        if not line.source.table:
            places[line.source.page, line.source.box].append(line)
    for (page, box), lines in places.items():
        doubt = " ?" if any(_is_doubtful(line) for line in lines) else ""
        found[page].append(Mark("row", box, told_lines(lines) + doubt))
    for check in stages.checks:
        source = check.total.source
        if not source.table and (source.page, source.box) not in places:
            found[source.page].append(Mark("row", source.box, f"total ({check.status})"))
    for one in stages.leftovers:
        if not one.source.table:
            found[one.source.page].append(Mark("leftover", one.source.box, "non lu"))
    return found


# ---- tables ----------------------------------------------------------------------------------------------------------


def _of_table(read: ReadTable, number: int, fates: "_Fates") -> Iterator[Mark]:
    rows = [row for row in read.rows if row.source.page == number]
    boxes = []
    for row in rows:
        kind: Kind = "skipped" if read.skipped else "header" if row.kind == "header" else "cell"
        for cell in distinct_cells(row.cells):
            if cell.source.page == number:
                boxes.append(cell.source.box)
                if cell.row == row.index:
                    yield Mark(kind, cell.source.box)
    if not boxes:
        return
    # The frame holds more than the cells: headers printed again, the rest of a row cut by the page break.
    around = box_around([*boxes, *filter(None, [read.table.boxes.get(number)])])
    yield Mark("table", around, f"tableau {read.table.number} · {read.label}" + " · écarté" * bool(read.skipped))
    for row in rows:
        yield _of_row(read, row, fates)
    for column in read.columns:
        alone = [
            cell.source.box
            for row in rows
            for cell in distinct_cells(row.cells)
            if cell.column == column.index and cell.colspan == 1 and cell.source.page == number
        ]
        if alone:
            box = box_around(alone)
            year = f" {column.year}" if column.year else ""
            doubt = " ?" if column.certainty < SURE else ""
            yield Mark("column", Box(box.x0, around.y0, box.x1, around.y1), f"{column.role}{year}{doubt}")


def _of_row(read: ReadTable, row: Row, fates: "_Fates") -> Mark:
    place = read.table.number, row.source.row
    if place in fates.leftovers:
        return Mark("leftover", row.source.box, f"{row.kind} : non lue")
    lines = fates.lines.get(place, ())
    label = told_lines(lines) if lines and row.kind == "line" else row.kind
    if place in fates.checks:
        label += f" ({fates.checks[place]})"
    doubt = " ?" if row.certainty < SURE or place in fates.doubtful else ""
    return Mark("row", row.source.box, label + doubt)


_Place = tuple[int, int]


class _Fates(NamedTuple):
    """What became of the rows of tables, by table and row."""

    lines: dict[_Place, list[LineRecord]]
    doubtful: set[_Place]
    checks: dict[_Place, str]
    leftovers: set[_Place]


def _is_doubtful(line: LineRecord) -> bool:
    return line.certainty < SURE or bool(line.notes)


def _fates(stages: Stages) -> _Fates:
    lines: dict[_Place, list[LineRecord]] = defaultdict(list)
    for line in stages.lines:
        lines[line.source.table, line.source.row].append(line)
    return _Fates(
        lines,
        {(line.source.table, line.source.row) for line in stages.lines if _is_doubtful(line)},
        {(check.total.source.table, check.total.source.row): check.status for check in stages.checks},
        {(one.source.table, one.source.row) for one in stages.leftovers if one.source.table},
    )


def _pages_of(read: ReadTable) -> set[int]:
    return {row.source.page for row in read.rows}


def _said_of(read: ReadTable, number: int) -> Iterator[str]:
    """What a table is taken for, in full, and what its notes say of this page."""
    head = f"tableau {read.table.number} ({read.label})"
    title = f" « {read.table.title} »" if read.table.title else ""
    yield f"{head}{title} : {f'écarté, {read.skipped}' if read.skipped else 'lu'}"
    for column in read.columns:
        year = f" {column.year}" if column.year else ""
        sure = f", certitude {column.certainty:.2f}".replace(".", ",") if column.certainty < 1 else ""
        note = f", {column.note}" if column.note else ""
        yield f"    colonne {column.index + 1} « {column.header} » : {column.role}{year}{sure}{note}"
    for note in read.table.notes:
        pages = _PAGE.findall(note)
        if not pages or str(number) in pages:
            yield f"    {note}"
