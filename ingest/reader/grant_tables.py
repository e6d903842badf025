"""Tables of a document → each read: label, columns, rows, and why it is not about grants where it is not.

Two turns over the tables: what the headed columns of one table show (territories, beneficiaries, towns) names the
columns of another that print no header. Tables that print again the money of a surer one are set aside.
"""

from collections.abc import Sequence

from ingest.reader.annexes import label_tables, tables_of_the_act
from ingest.reader.column_headers import find_header
from ingest.reader.columns import BY_WEAK_WORD, Known, head_role, read_columns
from ingest.reader.decoys import why_not_grants
from ingest.reader.profiles import column_texts, profile
from ingest.reader.records import Column, Paragraph, ReadTable, Role, Table
from ingest.reader.restated import set_restated_aside
from ingest.reader.rows import classify_rows
from ingest.reader.sections import split_sections
from ingest.reader.sheets import set_upright
from ingest.reader.vocabulary import PAYERS, phrase

# Roles whose values in one table tell the same column of another.
_SHARED_ROLES: tuple[Role, ...] = ("territory", "operator", "commune", "programme")


def read_tables(
    tables: Sequence[Table], paragraphs: Sequence[Paragraph], *, body: str = "", act_year: int | None = None
) -> tuple[ReadTable, ...]:
    """Every table with its reading, in order. `body`: the assembly as printed, which tells who pays."""
    payer = payer_of(body)
    labels = label_tables(tables, paragraphs)
    of_the_act = tables_of_the_act(tables, paragraphs)
    sections = [section for table in tables for section in split_sections(set_upright(table))]
    first_look = [read_columns(section, payer=payer, act_year=act_year) for section in sections]
    known = _known_values(sections, first_look)
    reads = []
    for section, columns in zip(sections, first_look, strict=True):
        if any(not column.header for column in columns):
            columns = read_columns(section, payer=payer, act_year=act_year, known=known)
        rows = classify_rows(section, columns)
        reads.append(
            ReadTable(
                table=section,
                label=labels[section.number],
                columns=columns,
                rows=rows,
                titles=titles_of(section),
                where="decision" if section.number in of_the_act else "report",
                skipped=why_not_grants(section, columns, rows, payer=payer),
            )
        )
    return set_restated_aside(reads)


def payer_of(body: str) -> str:
    """Who pays what an assembly votes, as a key of `PAYERS`; a département where the name does not tell."""
    words = f" {phrase(body)} "
    for payer in ("region", "commune", "group"):
        if any(f" {name} " in words for name in PAYERS[payer]):
            return payer
    return "department"


def titles_of(table: Table) -> tuple[str, ...]:
    """The titles over the header; the line above the table counts where it opens with a word of programmes."""
    titles = find_header(table).titles
    if not titles and table.title and head_role(table.title)[0] in ("programme", "subprogramme"):
        words = phrase(table.title).split()
        if head_role(words[0])[0] in ("programme", "subprogramme"):
            return (table.title,)
    return titles


def _known_values(tables: Sequence[Table], columns: Sequence[tuple[Column, ...]]) -> Known:
    values: dict[Role, frozenset[str]] = {}
    for table, found in zip(tables, columns, strict=True):
        first_row = find_header(table).rows
        for column in found:
            if column.role in _SHARED_ROLES and column.header and column.certainty >= BY_WEAK_WORD:
                held = profile(column_texts(table, column.index, first_row)).values
                values[column.role] = values.get(column.role, frozenset()) | held
    return values
