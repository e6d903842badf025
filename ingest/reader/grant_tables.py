"""Tables of a document → each read: label, columns, rows, and why it is not about grants where it is not.

Two turns over the tables: what the headed columns of one table show (territories, beneficiaries, towns) names the
columns of another that print no header. Tables that print again the money of a surer one are set aside.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ingest.reader.act.flow.sitting import Point, point_at, points_of
from ingest.reader.columns import read_columns
from ingest.reader.grant_rows.row_years import years_in_rows
from ingest.reader.grant_rows.table_themes import with_themes
from ingest.reader.headers.cell_profiles import column_texts, distinct_values
from ingest.reader.headers.column_drafts import BY_WEAK_WORD, Known
from ingest.reader.headers.column_headers import find_header
from ingest.reader.headers.header_words import head_role
from ingest.reader.machine.second_process import Share
from ingest.reader.money.money_words import say_over_amounts
from ingest.reader.money.payer import payer_of
from ingest.reader.records import Column, DeliberationRecord, Paragraph, ProfileRecord, ReadTable, Role, Row, Table
from ingest.reader.reshaping.abreast import part_abreast
from ingest.reader.reshaping.cell_lists import part_lists
from ingest.reader.reshaping.headed_parts import head_parts
from ingest.reader.reshaping.labelled_cells import part_labels
from ingest.reader.reshaping.names_over_rows import name_rows
from ingest.reader.reshaping.paired_cells import part_pairs
from ingest.reader.reshaping.person_names import join_names
from ingest.reader.reshaping.project_sheets import read_sheet
from ingest.reader.reshaping.sections import split_sections
from ingest.reader.reshaping.sheets import turn_sheets
from ingest.reader.roles.column_profiles import NOT_A_LIST_REASON, find_profile, headed, with_profile
from ingest.reader.roles.continued_columns import continued_columns
from ingest.reader.roles.year_columns import of_titled_year, voted_year
from ingest.reader.rows import classify_rows
from ingest.reader.sentences.names.beneficiaries import announced_beneficiary
from ingest.reader.set_aside.annexes import label_tables, tables_of_the_act
from ingest.reader.set_aside.decoys import why_not_grants
from ingest.reader.set_aside.reasons import NOBODY_REASON
from ingest.reader.set_aside.restated import set_restated_aside
from ingest.reader.vocabulary.headers import HEADERS
from ingest.reader.vocabulary.money import GRANTS, VOTED
from ingest.reader.vocabulary.phrases import phrase

# Prose that rules hold over a table is no title, nor is « Annexe 2 à la délibération n° 4 ».
_NO_TITLE = re.compile(r"(?:\w+\W+){5}.*[;.,:]$|^annexe (?:\w+ )?(?:à la délibération|au rapport)\b", re.IGNORECASE)
_UNTOLD = DeliberationRecord()
# Roles whose values in one table tell the same column of another.
_SHARED_ROLES: tuple[Role, ...] = ("territory", "operator", "commune", "programme")
# Headings over a table under the sentence that announces it: « … comme suit : », « Associations sportives », « Clubs ».
_MOST_HEADINGS = 3


def read_tables(
    tables: Sequence[Table],
    paragraphs: Sequence[Paragraph],
    act: DeliberationRecord = _UNTOLD,
    *,
    act_year: int | None = None,
    profiles: Sequence[ProfileRecord] = (),
    share: Share = map,
) -> tuple[ReadTable, ...]:
    """Every table with its reading, in order. `act`: its assembly tells who pays, its title whether it votes the grants
    of the next year, its decisions the sums that a table may add up to. `profiles`: those of its council; where one
    knows the header of a table, it goes before what the reader would find. `share`: by whom."""
    payer = payer_of(act.body, paragraphs, tables)
    granted = {decision.amount for decision in act.decisions if decision.amount}
    labels = label_tables(tables, paragraphs)
    of_the_act = tables_of_the_act(tables, paragraphs)
    sections = _sections(tables, act.title, act_year, profiles, paragraphs)
    found = _columns(sections, partial(read_columns, payer=payer, granted=granted), act_year, share)
    rows_and_reasons = _rows(sections, found, payer, points_of(paragraphs), share)
    reads = []
    for section, columns, (rows, reason) in zip(sections, found, rows_and_reasons, strict=True):
        table, profile = section.table, section.profile
        reads.append(
            ReadTable(
                table=table,
                label=labels[table.number],
                columns=of_titled_year(columns, table.title, act_year),
                rows=rows,
                titles=titles_of(table),
                where="decision" if table.number in of_the_act else "report",
                skipped=_why_skipped(profile, reason),
                profile=profile.told if profile else "",
            )
        )
    settled = with_themes(set_restated_aside(_with_sheets(reads, paragraphs)))
    return tuple(
        replace(read, skipped="") if section.is_brought_in else read
        for read, section in zip(settled, sections, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Section:
    """One table by its content; the year that it votes for, what people said of its columns, if they did, and the
    headings and the sentence over its title."""

    table: Table
    year: int | None
    profile: ProfileRecord | None
    over: tuple[str, ...]

    @property
    def is_brought_in(self) -> bool:
        """Whether a person said that this table alone is a list, whatever else the document prints."""
        return self.profile is not None and self.profile.listing is True and self.profile.position > 0


def _sections(
    tables: Sequence[Table],
    title: str,
    act_year: int | None,
    profiles: Sequence[ProfileRecord],
    paragraphs: Sequence[Paragraph],
) -> list[_Section]:
    apart = (part for one in tables for part in part_abreast(one))
    cells = (part_pairs(part_lists(part_labels(name_rows(head_parts(join_names(one)))))) for one in apart)
    parts = (part for one in cells for part in split_sections(turn_sheets(one)))
    sections = []
    year_of_act = voted_year(title, act_year) or act_year
    tops = [(one.source.page, one.source.box.y0) for one in paragraphs]
    for position, part in enumerate(parts, 1):
        profile = find_profile(part, position, profiles)
        year = voted_year(part.title, act_year) or year_of_act
        page = min(part.boxes)
        above = paragraphs[: bisect(tops, (page, part.boxes[page].y0))]
        sections.append(_Section(headed(part) if profile else part, year, profile, _announcing(above)))
    return sections


def _announcing(above: Sequence[Paragraph]) -> tuple[str, ...]:
    """The last headings over a table, and the text over them."""
    texts: list[str] = []
    for one in reversed(above[-_MOST_HEADINGS - 1 :]):
        texts.append(one.text)
        if one.kind != "heading":
            break
    return tuple(texts)


def _columns(
    sections: Sequence[_Section], look: Callable[..., tuple[Column, ...]], act_year: int | None, share: Share
) -> list[tuple[Column, ...]]:
    """The columns of each section, looked at twice. `look`: `read_columns` with what holds for the whole document."""
    tables = [section.table for section in sections]
    seen = share(lambda section: look(section.table, act_year=section.year, over=section.over), sections)
    first = [
        with_profile(columns, section.profile, act_year) if section.profile else columns
        for section, columns in zip(sections, seen, strict=True)
    ]
    look_again = partial(look, known=_known_values(tables, first))
    second = [
        columns
        if section.profile or all(column.header for column in columns)
        else look_again(section.table, act_year=section.year, over=section.over)
        for section, columns in zip(sections, first, strict=True)
    ]

    def under_names_alone(table: Table, place: int) -> tuple[Column, ...]:
        told = second[place - 1] if sections[place - 1].profile else None
        return told or look_again(table, act_year=sections[place].year, over=sections[place].over)

    return continued_columns(tables, second, under_names_alone)


def _rows(
    sections: Sequence[_Section],
    found: Sequence[tuple[Column, ...]],
    payer: str,
    points: Sequence[Point],
    share: Share,
) -> Iterator[tuple[tuple[Row, ...], str]]:
    """The rows of each section, and why it is not about grants, empty where it is."""

    def rows_of(place: int) -> tuple[list[Row], str]:
        table, columns = sections[place].table, found[place]
        rows = classify_rows(table, columns)
        reason = why_not_grants(table, columns, rows, payer=payer, point=_point_of(table, points))
        return [replace(row, grid=()) for row in rows], reason  # light to send: who asked has the grid

    for section, (rows, reason) in zip(sections, share(rows_of, range(len(sections))), strict=True):
        yield tuple(replace(row, grid=section.table.grid) for row in rows), reason


def _point_of(table: Table, points: Sequence[Point]) -> Point | None:
    page = min(table.boxes)
    return point_at(points, page, table.boxes[page].y0)


def _why_skipped(profile: ProfileRecord | None, reason: str) -> str:
    """Why a table gives no line, empty where it may: what a person said goes before what the reader found."""
    if profile is None or profile.listing is None:
        return reason
    return "" if profile.listing else NOT_A_LIST_REASON


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
    counted = [column for column in read.columns if column.role == "amount"]
    return len(counted) == 1 and say_over_amounts(counted, GRANTS | VOTED)


def titles_of(table: Table) -> tuple[str, ...]:
    """The titles over the header, but for a name of money, « Crédits »; the line above the table counts where it opens
    with a word of programmes."""
    over = find_header(table).titles
    titles = tuple(one for one in over if not _NO_TITLE.search(one) and HEADERS.get(phrase(one)) != "amount")
    if not titles and table.title and head_role(table.title) in ("programme", "subprogramme"):
        words = phrase(table.title).split()
        if head_role(words[0]) in ("programme", "subprogramme"):
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
