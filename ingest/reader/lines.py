"""Rows of a grant table → one `LineRecord` a printed row and year, and a leftover for each row that gives none.

Headings and merged cells are carried; a blank cell that is not merged stays blank. Printed texts are kept beside what
is read in them; it adds nothing up and looks at one table at a time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.reader.geometry.grid_cells import cell_text, distinct_cells
from ingest.reader.grant_rows.doubted_names import why_doubted
from ingest.reader.grant_rows.headings import Headings
from ingest.reader.grant_rows.places import row_places
from ingest.reader.grant_rows.row_amounts import ReadAmount, read_amounts
from ingest.reader.grant_rows.row_parts import records_of_parts
from ingest.reader.grant_rows.row_texts import DITTO_NOTE, TOWN_NOTE, RowTexts
from ingest.reader.grant_rows.row_years import printed_year
from ingest.reader.grant_rows.total_labels import tells_part
from ingest.reader.headers.column_drafts import ROLE_NAMES
from ingest.reader.records import (
    BETWEEN_CELLS,
    CLOUDED,
    CROWDED,
    DOUBTFUL,
    SURE,
    Column,
    Leftover,
    LineRecord,
    ReadTable,
    Role,
    Row,
)
from ingest.reader.set_aside.rows_aside import are_voted, why_aside, why_refused
from ingest.reader.values.amounts import parse_amount
from ingest.reader.values.dates import parse_year
from portal.french import squeeze

# Roles whose columns bear on how sure a line is.
_BEARING: tuple[Role, ...] = ("operator", "amount", "places", "programme", "subprogramme", "territory", "action")
_UNREAD_NOTE = "un autre montant de la ligne ne se lit pas : « {text} »"
_DEDUCTED_NOTE = "somme reprise, comptée en négatif ; imprimé : « {text} »"
_CENTS_NOTE = "moins d’un euro\u202f: l’unité du montant (k€, M€) est peut-être imprimée ailleurs"
_SHARED_REASON = "somme imprimée une fois pour plusieurs lignes, comptée avec la première"
_HEADER_NOTE = "colonne « {header} » comprise comme {role}, sans certitude\u202f: à vérifier"
_PART_NOTE = "une des parts imprimées sur la même ligne : {header}"


@dataclass(frozen=True, slots=True)
class LinesOfTable:
    """What one table gives: its lines, and the rows that could not be read as lines."""

    lines: tuple[LineRecord, ...]
    leftovers: tuple[Leftover, ...]


def grant_lines(
    read: ReadTable, *, department: str = "", act_year: int | None = None, first_line: int = 1
) -> LinesOfTable:
    """The lines of one table, numbered from `first_line`. `act_year`: the year of an amount whose header names none."""
    reader = _Rows(read, department, act_year)
    lines: list[LineRecord] = []
    leftovers: list[Leftover] = []
    number = first_line
    after_amount = False
    for row, headings in _under_headings(read):
        if row.kind in ("total", "subtotal") and not reader.has_amount(row):
            leftovers.append(Leftover(row_text(row), "total dont le montant ne se lit pas", row.source))
        if row.kind != "line":
            after_amount = row.kind in ("total", "subtotal") or (after_amount and row.kind == "other")
            continue
        aside = why_aside(row, read.columns, after_amount=after_amount)
        records = [] if aside else reader.records(row, headings, number)
        after_amount = (bool(records) and not tells_part(row)) or (after_amount and bool(aside))
        if records:
            lines += records
            number = records[-1].line + 1
        else:
            leftovers.append(Leftover(row_text(row), aside or reader.why_no_amount(row), row.source))
    return LinesOfTable(tuple(lines), tuple(leftovers))


def lines_of_tables(
    reads: Iterable[ReadTable], *, department: str, act_year: int | None
) -> tuple[tuple[LineRecord, ...], tuple[Leftover, ...]]:
    """The lines of every table of grants, numbered through the document, and the rows that gave none."""
    lines: list[LineRecord] = []
    leftovers: list[Leftover] = []
    for read in reads:
        if not read.skipped:
            first_line = lines[-1].line + 1 if lines else 1
            found = grant_lines(read, department=department, act_year=act_year, first_line=first_line)
            lines += found.lines
            leftovers += found.leftovers
    return tuple(lines), tuple(leftovers)


def row_text(row: Row) -> str:
    """All that a row prints, its cells parted by bars."""
    return BETWEEN_CELLS.join(squeeze(cell.text) for cell in distinct_cells(row.cells) if cell.text.strip())


def _under_headings(read: ReadTable) -> Iterable[tuple[Row, Headings]]:
    """Each row of the body with the headings over it."""
    headings = Headings.over(read.titles, read.table.title, read.rows)
    before = ""
    for row in read.rows:
        if row.kind in ("group", "subtotal"):
            headings = headings.under(row, follows_heading=before == "group")
        before = row.kind
        yield row, headings


class _Rows:
    """One table while its rows are turned into records."""

    def __init__(self, read: ReadTable, department: str, act_year: int | None) -> None:
        self.read = read
        self.department = department
        # A list that no act surrounds says its year in its title.
        self.act_year = act_year or parse_year(" ".join(dict.fromkeys((*read.titles, read.table.title))))
        self.amounts = read_amounts(read.rows, read.columns)
        self.texts = RowTexts(read)
        self.by_role = self.texts.by_role
        self.are_voted = are_voted(read.columns)  # else no row that prints a refusal is read
        self.bearing = {column.index: column for column in read.columns if column.role in _BEARING}

    def has_amount(self, row: Row) -> bool:
        return any((row.index, column.index) in self.amounts for column in self.read.columns)

    def why_no_amount(self, row: Row) -> str:
        printed = [cell_text(row, column) for column in self.by_role.get("amount", [])]
        printed = [text for text in printed if text]
        if not printed:
            return "aucun montant imprimé"
        if any(self.covers_from_above(row, column) for column in self.by_role.get("amount", [])):
            return _SHARED_REASON
        return f"montant non chiffré : « {' ; '.join(printed)} »"

    def covers_from_above(self, row: Row, column: Column) -> bool:
        cell = row.cells[column.index]
        return cell is not None and cell.row < row.index and parse_amount(cell.text) is not None

    def records(self, row: Row, headings: Headings, number: int) -> list[LineRecord]:
        """One record a year; a second amount of the same year is a part of the row, a record of its own."""
        records: list[LineRecord] = []
        years: set[int | None] = set()
        for column in self.by_role.get("amount", []):
            read = self.amounts.get((row.index, column.index))
            if read is None:
                continue
            record = self.record(row, headings, column, read, number)
            if record.year in years:
                number += 1
                record = replace(record, line=number, notes=(*record.notes, _PART_NOTE.format(header=column.header)))
            years.add(record.year)
            records += records_of_parts(record, read) if read.parts else [record]
            number = records[-1].line
        return [_doubted_cents(self.refused(self.beside_unread(record, row), row)) for record in records]

    def refused(self, record: LineRecord, row: Row) -> LineRecord:
        """The record with a doubt where its row prints a refusal beside an amount that is said to be voted: no doubt
        that nothing is, where that is 0 €."""
        refused = why_refused(row, self.read.columns) if record.amount and self.are_voted else ""
        return record.doubted(DOUBTFUL, refused) if refused else record

    def beside_unread(self, record: LineRecord, row: Row) -> LineRecord:
        """The record with a doubt where another column of amounts prints figures that are no amount."""
        unread = [
            text
            for column in self.by_role.get("amount", [])
            if (row.index, column.index) not in self.amounts and (text := cell_text(row, column))
            if any(map(str.isdigit, text))
        ]
        return record.doubted(DOUBTFUL, _UNREAD_NOTE.format(text=" ; ".join(unread))) if unread else record

    def record(self, row: Row, headings: Headings, column: Column, read: ReadAmount, number: int) -> LineRecord:
        year = column.year or printed_year(row, self.read.columns) or self.act_year
        places = row_places(row, self.read.columns, column.year)
        if read.count is not None:
            places = replace(places, count=read.count, text=read.amount.text)
        programme, subprogramme = self.texts.programmes(row, headings)
        operator, operator_note = self.texts.operator(row)
        reference, reference_note = self.texts.reference(row)
        value = -abs(read.amount.value) if column.deducted else read.amount.value
        notes = [*row.notes, *self.column_notes(column), read.note, operator_note, reference_note]
        if column.deducted:
            notes.append(_DEDUCTED_NOTE.format(text=read.amount.text))
        certainty = self.certainty(row, column, read, operator_note)
        notes = [note for note in notes if note] or [self.why_unsure(row, column, certainty)]
        return LineRecord(
            line=number,
            table=self.read.label,
            operator=operator,
            year=year,
            amount=value,
            amount_text=cell_text(row, column),
            source=row.source,
            reference=reference,
            department=self.department,
            territory=self.texts.text(row, "territory") or headings.territory,
            programme=programme,
            subprogramme=subprogramme,
            commune=self.texts.commune(row),
            action=self.texts.action(row),
            detail=self.texts.detail(row) or self.texts.amount_header(column, programme or subprogramme),
            places=places.count,
            places_text=places.text,
            places_unit=places.unit,
            agreement=self.texts.text(row, "agreement"),
            certainty=certainty,
            notes=tuple(dict.fromkeys(note for note in notes if note)),
        )

    def column_notes(self, amount: Column) -> list[str]:
        """What is noted of the columns that a line stands on: those of no other amount."""
        return [one.note for one in self.read.columns if one.note and (one is amount or not one.holds_money)]

    def certainty(self, row: Row, column: Column, read: ReadAmount, operator_note: str) -> float:
        """How sure a line is: as the least sure of its columns, its cells and its row; less where its beneficiary is
        not printed, is the town of the row, or looks cut."""
        roles = [one.certainty for one in self.bearing.values() if one.role != "amount"]
        cells = [cell.certainty for index in self.bearing if (cell := row.cells[index])]
        doubts = [CROWDED] if read.count is not None or read.doubtful else []
        if why_doubted(self.texts.text(row, "operator")):
            doubts.append(DOUBTFUL)
        if operator_note and operator_note != DITTO_NOTE:
            doubts.append(CLOUDED if operator_note == TOWN_NOTE else DOUBTFUL)
        return min([row.certainty, column.certainty, *roles, *cells, *doubts])

    def why_unsure(self, row: Row, column: Column, certainty: float) -> str:
        """What makes a line unsure of which nothing is said, empty for its print, which shows by itself."""
        if certainty >= SURE:
            return ""
        if note := why_doubted(self.texts.text(row, "operator")):
            return note
        weak = min([column, *self.bearing.values()], key=lambda one: one.certainty)
        told = weak.certainty == certainty and weak.header
        return _HEADER_NOTE.format(header=weak.header, role=ROLE_NAMES[weak.role]) if told else ""


def _doubted_cents(record: LineRecord) -> LineRecord:
    """The record with a doubt where it is of some cents: nobody votes as little."""
    return record.doubted(DOUBTFUL, _CENTS_NOTE) if 0 < abs(record.amount) < 1 else record
