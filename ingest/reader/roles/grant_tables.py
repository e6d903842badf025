"""Tables of a document → each read: label, columns, rows, and why it is not about grants where it is not.

Two turns over the tables: what the headed columns of one table show (territories, beneficiaries, towns) names the
columns of another that print no header. Tables that print again the money of a surer one are set aside.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.reader.act.sitting import Point, point_at, points_of
from ingest.reader.columns import read_columns
from ingest.reader.records import Column, Paragraph, ProfileRecord, ReadTable, Role, Table
from ingest.reader.roles.annexes import label_tables, tables_of_the_act
from ingest.reader.roles.cell_lists import part_lists
from ingest.reader.roles.column_drafts import BY_WEAK_WORD, Known
from ingest.reader.roles.column_headers import find_header
from ingest.reader.roles.column_profiles import NOT_A_LIST_REASON, find_profile, headed, with_profile
from ingest.reader.roles.continued_columns import continued_columns
from ingest.reader.roles.decoys import NOBODY_REASON, why_not_grants
from ingest.reader.roles.headed_parts import head_parts
from ingest.reader.roles.header_words import head_role
from ingest.reader.roles.money_words import holds
from ingest.reader.roles.paired_cells import part_pairs
from ingest.reader.roles.profiles import column_texts, distinct_values
from ingest.reader.roles.project_sheets import read_sheet
from ingest.reader.roles.restated import set_restated_aside
from ingest.reader.roles.row_years import years_in_rows
from ingest.reader.roles.sections import split_sections
from ingest.reader.roles.sheets import set_upright
from ingest.reader.roles.year_columns import of_titled_year, voted_year
from ingest.reader.rows import classify_rows
from ingest.reader.sentences.beneficiaries import announced_beneficiary
from ingest.reader.vocabulary import ASSEMBLIES, GRANTS, PAYERS, VOTED, phrase

# What a list of the State opens with, where no assembly votes.
_STATE = re.compile(
    r"(?:prefecture (?:de|du|d)\b|prefet|ministere|dsden|direction (?:regionale|departementale) (?:de|du|des)\b)"
)
# Prose that rules hold over a table is no title.
_SENTENCE = re.compile(r"(?:\w+\W+){5}.*[;.,:]$")
# Paragraphs at the head of a document that say whose it is.
_HEAD = 8
_COUNCIL = re.compile(r"\bconseil (regional|departemental|general)\b")
# Roles whose values in one table tell the same column of another.
_SHARED_ROLES: tuple[Role, ...] = ("territory", "operator", "commune", "programme")


def read_tables(
    tables: Sequence[Table],
    paragraphs: Sequence[Paragraph],
    *,
    body: str = "",
    title: str = "",
    act_year: int | None = None,
    profiles: Sequence[ProfileRecord] = (),
    granted: Collection[Decimal] = (),
) -> tuple[ReadTable, ...]:
    """Every table with its reading, in order. `body`: the assembly as printed, which tells who pays; `title`: that of
    the act, which may say that it votes the grants of the next year. `profiles`: those of its council; where one knows
    the header of a table, it goes before what the reader would find. `granted`: the sums that its decisions grant."""
    payer = payer_of(body, paragraphs)
    labels = label_tables(tables, paragraphs)
    points = points_of(paragraphs)
    of_the_act = tables_of_the_act(tables, paragraphs)
    sections = [
        section
        for table in tables
        for section in split_sections(set_upright(part_pairs(part_lists(head_parts(table)))))
    ]
    saved = [find_profile(section, position, profiles) for position, section in enumerate(sections, 1)]
    sections = [headed(section) if profile else section for section, profile in zip(sections, saved, strict=True)]
    years = [voted_year(section.title, act_year) or voted_year(title, act_year) or act_year for section in sections]
    first_look = [
        read_columns(section, payer=payer, act_year=year, granted=granted)
        for section, year in zip(sections, years, strict=True)
    ]
    first_look = [
        with_profile(columns, profile, act_year) if profile else columns
        for columns, profile in zip(first_look, saved, strict=True)
    ]
    known = _known_values(sections, first_look)
    second_look = [
        columns
        if profile or all(column.header for column in columns)
        else read_columns(section, payer=payer, act_year=year, known=known, granted=granted)
        for section, columns, profile, year in zip(sections, first_look, saved, years, strict=True)
    ]

    def under_names_alone(section: Table, place: int) -> tuple[Column, ...]:
        told = second_look[place - 1] if saved[place - 1] else None
        return told or read_columns(section, payer=payer, act_year=years[place], known=known, granted=granted)

    reads = []
    continued = continued_columns(sections, second_look, under_names_alone)
    for section, columns, profile in zip(sections, continued, saved, strict=True):
        rows = classify_rows(section, columns)
        reason = why_not_grants(section, columns, rows, payer=payer, point=_point_of(section, points))
        reads.append(
            ReadTable(
                table=section,
                label=labels[section.number],
                columns=of_titled_year(columns, section.title, act_year),
                rows=rows,
                titles=titles_of(section),
                where="decision" if section.number in of_the_act else "report",
                skipped=_why_skipped(profile, reason),
                profile=profile.told if profile else "",
            )
        )
    settled = set_restated_aside(_with_sheets(reads, paragraphs))
    # A table that a person brought in by itself is a list, whatever else the document prints.
    brought_in = [profile is not None and profile.listing is True and profile.position > 0 for profile in saved]
    return tuple(replace(one, skipped="") if kept else one for one, kept in zip(settled, brought_in, strict=True))


def _point_of(table: Table, points: Sequence[Point]) -> Point | None:
    page = min(table.boxes)
    return point_at(points, page, table.boxes[page].y0)


def _why_skipped(profile: ProfileRecord | None, reason: str) -> str:
    """Why a table gives no line, empty where it may: what a person said goes before what the reader found."""
    if profile is None or profile.listing is None:
        return reason
    return "" if profile.listing else NOT_A_LIST_REASON


def payer_of(body: str, paragraphs: Sequence[Paragraph] = ()) -> str:
    """Who pays what an assembly votes, as a key of `PAYERS`; a département where nothing tells.

    A permanent commission is of the council that the text names most often; a list without an assembly, of the State
    where its head names one of its services.
    """
    words = f" {phrase(body)} "
    for payer in ("region", "commune", "group"):
        if any(f" {name} " in words for name in PAYERS[payer] | ASSEMBLIES.get(payer, frozenset())):
            return payer
    naming = (one.text for one in paragraphs if "conseil" in one.text.casefold())
    if not words.strip() and any(_STATE.match(phrase(one.text)) for one in paragraphs[:_HEAD]):
        return "state"
    councils = Counter(name for text in naming for name in _COUNCIL.findall(phrase(text)))
    return "region" if councils["regional"] > councils["departemental"] + councils["general"] else "department"


def _with_sheets(reads: Sequence[ReadTable], paragraphs: Sequence[Paragraph]) -> list[ReadTable]:
    """Tables that name nobody, but say that they grant, with what the sheet around them says."""
    sheets = [read.table for read in reads if _is_sheet(read)]
    tables = [read.table for read in reads] if sheets else []
    settled = []
    for read in reads:
        told = read_sheet(read.table, sheets, tables, paragraphs) if _is_sheet(read) else {}
        told = told or _announced(read)
        settled.append(replace(read, sheet=told, skipped="") if told else read)
    return settled


def _announced(read: ReadTable) -> Mapping[Role, str]:
    """« … de verser à l'association Le Bief les subventions suivantes : », over a table whose rows are years."""
    if read.skipped != NOBODY_REASON or not years_in_rows(read.columns):
        return {}
    name = announced_beneficiary(read.table.title)
    return {"operator": name} if name else {}


def _is_sheet(read: ReadTable) -> bool:
    if read.skipped != NOBODY_REASON or not any(row.kind == "line" for row in read.rows):
        return False
    heads = [phrase(column.header) for column in read.columns if column.role == "amount"]
    return len(heads) == 1 and holds(heads[0], GRANTS | VOTED)


def titles_of(table: Table) -> tuple[str, ...]:
    """The titles over the header; the line above the table counts where it opens with a word of programmes."""
    titles = tuple(title for title in find_header(table).titles if not _SENTENCE.search(title))
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
                held = distinct_values(column_texts(table, column.index, first_row))
                values[column.role] = values.get(column.role, frozenset()) | held
    return values
