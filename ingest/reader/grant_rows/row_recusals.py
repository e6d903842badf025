"""Members who stand aside in the cells of a table: « Unanimité – M. BLANC ne prend pas part au vote » beside a grant,
or a list of them, « Élu | Fonction | Organisme ».

What enters: the tables as read, the paragraphs, which list the members, and the lines. What leaves: one recusal a
person, for the beneficiary of its row or entry where none is named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ingest.reader.act.flow.persons import find_members
from ingest.reader.act.flow.steps import Step
from ingest.reader.act.recusals.person_sentences import stands_aside
from ingest.reader.act.recusals.recusals import read_recusals
from ingest.reader.geometry.grid_cells import cell_text, distinct_cells
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Cell, DeliberationRecord, LineRecord, Paragraph, ReadTable, RecusalRecord, Row
from ingest.reader.vocabulary.headers import HEADERS
from ingest.reader.vocabulary.phrases import phrase

# Over what a member is in the organisation, in a list of those who stand aside.
_FUNCTION_HEADS: Final = frozenset({"fonction", "qualite", "mandat", "role", "titre", "lien", "motif"})


def row_recusals(tables: Iterable[ReadTable], paragraphs: Sequence[Paragraph]) -> tuple[RecusalRecord, ...]:
    """The recusals that the rows of tables and the notes between them state, in order."""
    members = find_members(paragraphs)
    return tuple(
        recusal
        for read in tables
        for recusal in (
            _of_list(read, members) if read.skipped else _of_table(read, _headers_aside(read.rows), members)
        )
    )


def for_their_entries(record: DeliberationRecord, lines: Iterable[LineRecord]) -> DeliberationRecord:
    """« – Judo Club : 900 € (M. A, président, ne prend pas part au vote) »: the recusals that name no organisation, for
    the only beneficiary of the paragraph that states them."""
    places: dict[object, set[str]] = {}
    for line in lines:
        places.setdefault(line.source, set()).add(line.operator)
    alone = {place: next(iter(names)) for place, names in places.items() if len(names) == 1}
    return replace(
        record,
        recusals=tuple(
            one if one.organisation else replace(one, organisation=alone.get(one.source, "")) for one in record.recusals
        ),
    )


def _headers_aside(rows: Iterable[Row]) -> dict[int, str]:
    """The columns, from 0, whose header says who stands aside, « Élu(s) ne prenant pas part au vote », with it."""
    cells = (cell for row in rows if row.kind == "header" for cell in enumerate(row.cells))
    return {column: cell.text for column, cell in cells if cell and stands_aside(plain(cell.text))}


def _of_table(read: ReadTable, headers: Mapping[int, str], members: Sequence[str]) -> Iterable[RecusalRecord]:
    for row in read.rows:
        for cell in () if row.kind == "header" else distinct_cells(row.cells):
            if cell.row == row.index and (said := _said(cell, headers)):
                yield from _read(said, cell, members, _operator(read, row))


def _of_list(read: ReadTable, members: Sequence[str]) -> Iterator[RecusalRecord]:
    """The rows of a table of nobody's grants that says over its names, or itself, that these stand aside."""
    header, *rows = read.table.grid
    heads = [cell.text if cell else "" for cell in header]
    says = next((text for text in (*heads, read.table.title) if stands_aside(plain(text))), "")
    if not says:
        return
    function = next((place for place, text in enumerate(heads) if phrase(text) in _FUNCTION_HEADS), None)
    organisation = next((place for place, text in enumerate(heads) if HEADERS.get(phrase(text)) == "operator"), None)
    for row in rows:
        texts = [cell.text if cell else "" for cell in row]
        name = next((place for place, text in enumerate(texts) if text and place not in (function, organisation)), None)
        if name is None or not (cell := row[name]):
            continue
        why = texts[function] if function is not None else ""
        of = texts[organisation] if organisation is not None else ""
        for recusal in _read(f"Ne prend pas part au vote : {texts[name]}", cell, members, of):
            yield replace(recusal, function=recusal.function or why)


def _read(said: str, cell: Cell, members: Sequence[str], otherwise: str) -> tuple[RecusalRecord, ...]:
    step = Step("after", Paragraph(said, cell.source), plain(said))
    return read_recusals([step], members=members, otherwise=otherwise)


def _said(cell: Cell, headers: Mapping[int, str]) -> str:
    """What a cell says of who stands aside, with the header that says that they do."""
    if stands_aside(plain(cell.text)):
        return cell.text
    return f"{headers[cell.column]} : {cell.text}" if cell.column in headers and cell.text.strip() else ""


def _operator(read: ReadTable, row: Row) -> str:
    """The beneficiary of a line; empty for a note between rows."""
    columns = [column for column in read.columns if column.role == "operator"]
    return cell_text(row, columns[0]) if columns and row.kind == "line" else ""
