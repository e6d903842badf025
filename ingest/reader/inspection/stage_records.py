"""What each stage of the reading made of a file, as records: one list a stage, to find where a table went wrong.

Takes a path, or `Stages`; gives records with the columns of `STAGE_LISTS`. It judges nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Final, NamedTuple

from ingest.reader.documents import open_document
from ingest.reader.geometry.grid_cells import distinct_cells
from ingest.reader.output import BETWEEN, Record, box_text, euros, json_ready
from ingest.reader.pipeline import read_stages
from ingest.reader.records import Box, DeliberationRecord, Document, Page, Source
from ingest.reader.stages import Stages
from ingest.reader.tables import find_tables


class StageList(NamedTuple):
    """One list: its columns, and what makes it of the document alone, or of all the stages."""

    columns: tuple[str, ...]
    of_document: Callable[[Document], Iterable[Record]] | None = None
    of_stages: Callable[[Stages], Iterable[Record]] | None = None


def stage_list(name: str, path: Path, engine: str, stages: Stages | None) -> tuple[tuple[str, ...], Iterable[Record]]:
    """The columns and the records of one of `STAGE_LISTS`, for the file at `path` or what `stages` already made of it.

    A list that the document alone gives is made without the later stages: what they cannot do does not hide it.
    """
    columns, of_document, of_stages = STAGE_LISTS[name]
    if of_document is not None:
        return columns, of_document(stages.document if stages else open_document(path, engine=engine))
    assert of_stages is not None  # noqa: S101 (for the type checker)
    return columns, of_stages(stages or read_stages(path, engine=engine))


def _page_records(document: Document) -> Iterator[Record]:
    for page in document.pages:
        yield {
            "page": page.number,
            "width": round(page.width, 2),
            "height": round(page.height, 2),
            "words": len(page.words),
            "rules": len(page.rules),
            "fills": len(page.fills),
            "pictured": round(page.pictured, 2),
            "turned": page.turned,
            "notes": BETWEEN.join(page.notes),
        }


def _rule_records(document: Document) -> Iterator[Record]:
    """Rules and coloured surfaces, from which the grids are made."""
    for page in document.pages:
        for rule in page.rules:
            box = rule.box
            yield {"page": page.number, "kind": "vertical" if rule.vertical else "horizontal", "box": _box(box, page)}
        for fill in page.fills:
            yield {"page": page.number, "kind": "fill", "box": _box(fill, page)}


def _word_records(document: Document) -> Iterator[Record]:
    for page in document.pages:
        for word in page.words:
            yield {
                "page": page.number,
                "text": word.text,
                "box": _box(word.box, page),
                "size": round(word.size, 2),
                "bold": word.bold,
                "angle": word.angle,
                "certainty": word.certainty,
            }


def _cell_records(document: Document) -> Iterator[Record]:
    """One record a cell, a merged one once, in the order of the tables."""
    for table in find_tables(document):
        for index, row in enumerate(table.grid):
            for cell in distinct_cells(row):
                if cell.row == index:
                    yield {
                        "table": table.number,
                        "title": table.title,
                        "page": cell.source.page,
                        "row": cell.row + 1,
                        "column": cell.column + 1,
                        "rowspan": cell.rowspan,
                        "colspan": cell.colspan,
                        "header": index < table.header_rows,
                        "text": cell.text,
                        "box": box_text(cell.source.box),
                        "certainty": cell.certainty,
                        "notes": BETWEEN.join(table.notes),
                    }


def _paragraph_records(stages: Stages) -> Iterator[Record]:
    for one in stages.paragraphs:
        yield {
            "page": one.source.page,
            "kind": one.kind,
            "size": round(one.size, 2),
            "bold": one.bold,
            "text": one.text,
            "box": box_text(one.source.box),
        }


def _act_records(stages: Stages) -> Iterator[Record]:
    """What the act says of itself, one record a fact; votes, decisions and recusals one each. Of a file of several,
    the pages of each act, then its facts."""
    for act in stages.bound.acts:
        if act.deliberation:
            yield {"fact": "pages", "value": f"{act.first_page}-{act.last_page}"}
        yield from _facts(act.deliberation or stages.deliberation)


def _facts(deliberation: DeliberationRecord) -> Iterator[Record]:
    for field in fields(deliberation):
        value = getattr(deliberation, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            told = json_ready(one)
            if isinstance(told, dict):
                told = ", ".join(f"{key}: {part}" for key, part in told.items() if part not in ("", None, []))
            yield {"fact": field.name, "value": told}


def _column_records(stages: Stages) -> Iterator[Record]:
    for read_table in stages.reads:
        for column in read_table.columns:
            yield {
                "table": read_table.table.number,
                "label": read_table.label,
                "column": column.index + 1,
                "header": column.header,
                "role": column.role,
                "year": column.year,
                "deducted": column.deducted,
                "certainty": column.certainty,
                "note": column.note,
                "titles": BETWEEN.join(read_table.titles),
                "skipped": read_table.skipped,
            }


def _row_records(stages: Stages) -> Iterator[Record]:
    """One record a row, with its kind, what its table's columns are and why the table is skipped, where it is."""
    for read_table in stages.reads:
        roles = BETWEEN.join(f"{column.role} {column.year or ''}".strip() for column in read_table.columns)
        for row in read_table.rows:
            yield {
                "table": read_table.table.number,
                "label": read_table.label,
                "page": row.source.page,
                "row": row.index + 1,
                "kind": row.kind,
                "text": BETWEEN.join(cell.text for cell in distinct_cells(row.cells)),
                "roles": roles,
                "certainty": row.certainty,
                "notes": BETWEEN.join(row.notes),
                "skipped": read_table.skipped,
            }


def _total_records(stages: Stages) -> Iterator[Record]:
    """Stated totals, each with what its lines add up to."""
    for check in stages.checks:
        total = check.total
        yield {
            "status": check.status,
            "amount": euros(total.amount),
            "computed": "" if check.computed is None else euros(check.computed),
            "difference": "" if check.difference is None else euros(check.difference),
            "scope": total.scope,
            "table": total.table,
            "year": total.year,
            "where": total.where,
            "text": total.text,
            "lines": " ".join(map(str, total.lines)),
            "note": check.note,
            **_place(total.source),
        }


def _leftover_records(stages: Stages) -> Iterator[Record]:
    for one in stages.leftovers:
        yield {"reason": one.reason, "text": one.text, "table": one.source.table, **_place(one.source)}


def _personal_records(stages: Stages) -> Iterator[Record]:
    for one in stages.personal:
        for source in one.sources:
            place = {"page": source.page, "box": box_text(source.box)}
            yield {"kind": one.kind, "text": one.text, "reason": one.reason, "service": one.service, **place}


def _place(source: Source) -> Record:
    return {"page": source.page, "row": source.row, "box": box_text(source.box)}


def _box(box: Box, page: Page) -> str:
    return box_text(page.in_fractions(box))


STAGE_LISTS: Final[Mapping[str, StageList]] = {
    "pages": StageList(
        ("page", "width", "height", "words", "rules", "fills", "pictured", "turned", "notes"),
        of_document=_page_records,
    ),
    "rules": StageList(("page", "kind", "box"), of_document=_rule_records),
    "words": StageList(("page", "text", "box", "size", "bold", "angle", "certainty"), of_document=_word_records),
    "tables": StageList(
        (
            *("table", "title", "page", "row", "column", "rowspan", "colspan", "header", "text", "box", "certainty"),
            "notes",
        ),
        of_document=_cell_records,
    ),
    "paragraphs": StageList(("page", "kind", "size", "bold", "text", "box"), of_stages=_paragraph_records),
    "act": StageList(("fact", "value"), of_stages=_act_records),
    "columns": StageList(
        (
            *("table", "label", "column", "header", "role", "year", "deducted", "certainty", "note", "titles"),
            "skipped",
        ),
        of_stages=_column_records,
    ),
    "rows": StageList(
        ("table", "label", "page", "row", "kind", "text", "roles", "certainty", "notes", "skipped"),
        of_stages=_row_records,
    ),
    "totals": StageList(
        (
            *("status", "amount", "computed", "difference", "scope", "table", "year", "where", "text", "lines", "note"),
            *("page", "row", "box"),
        ),
        of_stages=_total_records,
    ),
    "personal": StageList(("kind", "text", "reason", "service", "page", "box"), of_stages=_personal_records),
    "leftovers": StageList(("reason", "text", "table", "page", "row", "box"), of_stages=_leftover_records),
}
