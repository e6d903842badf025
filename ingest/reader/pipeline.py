"""A PDF → its `Reading`: the stages in order, one per line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.reader.act.row_recusals import row_recusals
from ingest.reader.decisions import read_decisions
from ingest.reader.documents import open_document
from ingest.reader.errors import NoGrantError
from ingest.reader.layout.collection import collection_paused
from ingest.reader.lines import grant_lines
from ingest.reader.metadata import read_metadata, with_recusals
from ingest.reader.personal import find_personal_data
from ingest.reader.printed_tables import printed_tables, prints_money
from ingest.reader.prose import find_paragraphs
from ingest.reader.reconcile import reconcile
from ingest.reader.records import (
    CheckRecord,
    DeliberationRecord,
    Document,
    Leftover,
    LineRecord,
    Paragraph,
    PersonalRecord,
    ProfileRecord,
    Reading,
    ReadTable,
    SkippedTable,
    Table,
    TotalRecord,
)
from ingest.reader.roles.column_profiles import profiles_of
from ingest.reader.roles.grant_tables import read_tables
from ingest.reader.scanning.doubts import propose_readings
from ingest.reader.scanning.page_turns import as_displayed
from ingest.reader.scanning.repeats import trust_repeats
from ingest.reader.sums.numbering import in_document_order
from ingest.reader.tables import find_tables
from ingest.reader.totals import stated_totals

TOTALS_ALONE_NOTE = "l’acte énonce des sommes sans liste de bénéficiaires\u202f: aucune ligne de subvention"
LEFTOVERS_ALONE_NOTE = "aucune ligne de subvention n’a été lue\u202f; ce qui n’a pas pu l’être est à vérifier"

TABLES_ALONE_NOTE = "aucune ligne de subvention n’a été lue\u202f; des tableaux de sommes ont été laissés de côté"
PROFILE_NOTE = "tableau {label}, page\u00a0{page}\u202f: colonnes précisées par l’équipe"


@dataclass(frozen=True, slots=True)
class Stages:
    """What each stage made of one file, pages turned as they were read."""

    document: Document
    tables: tuple[Table, ...]
    paragraphs: tuple[Paragraph, ...]
    deliberation: DeliberationRecord
    reads: tuple[ReadTable, ...]
    lines: tuple[LineRecord, ...]
    checks: tuple[CheckRecord, ...]
    leftovers: tuple[Leftover, ...]
    personal: tuple[PersonalRecord, ...]


def read(
    path: Path, *, engine: str = "pdfium", profiles: Iterable[ProfileRecord] = (), department: str = ""
) -> Reading:
    """All that can be read in one file. `engine`: `pdfium` or `pdfplumber`; `profiles`: what people said of the columns
    of any council, used where they are those of the act's; `department`: whose act it is where it names none. Raises a
    `ReadingError`, whose text says in French what is wrong with the file, or that it states no grant."""
    stages = read_stages(path, engine=engine, profiles=profiles, department=department)
    return reading_of(stages, with_tables=True)


def read_for_staff(path: Path, *, profiles: Iterable[ProfileRecord] = (), department: str = "") -> Reading:
    """As `read`; a file of which nothing was understood but that it prints tables of money is no refusal: a person may
    say what their columns are."""
    stages = read_stages(path, profiles=profiles, department=department)
    return reading_of(stages, with_tables=True, tables_alone=True)


def reading_of(stages: Stages, *, with_tables: bool = False, tables_alone: bool = False) -> Reading:
    """What leaves the reader, with all that its tables print where that is asked. Raises `NoGrantError` where the file
    states no grant; with `tables_alone`, where it prints no table of money either."""
    totals = tuple(check.total for check in stages.checks)  # with the lines that each adds up
    tables = printed_tables(stages.reads) if with_tables else ()
    states_grants = stages.lines or totals or stages.leftovers
    if not states_grants and not (tables_alone and any(map(prints_money, tables))):
        raise NoGrantError(stages.document.name)
    reading = Reading(
        document=stages.document,
        deliberation=stages.deliberation,
        lines=stages.lines,
        totals=totals,
        checks=stages.checks,
        leftovers=stages.leftovers,
        skipped_tables=tuple(
            SkippedTable(one.table.number, one.table.title, one.skipped, min(one.table.boxes, default=1))
            for one in stages.reads
            if one.skipped
        ),
        notes=(
            *why_no_line(stages.lines, totals, stages.leftovers),
            *_told_columns(stages.reads),
            *(note for page in stages.document.pages for note in page.notes),
        ),
        tables=tables,
        personal=stages.personal,
    )
    return as_displayed(reading)


@collection_paused()
def read_stages(
    path: Path, *, engine: str = "pdfium", profiles: Iterable[ProfileRecord] = (), department: str = ""
) -> Stages:
    """The stages in order; a file that states no grant goes through them too. Raises as `read` does else."""
    document = open_document(path, engine=engine)
    tables = trust_repeats(find_tables(document))
    paragraphs = find_paragraphs(document, tables)
    deliberation = read_metadata(paragraphs)
    year = act_year(deliberation)
    saved = profiles_of(profiles, deliberation.department, department)
    reads = read_tables(tables, paragraphs, body=deliberation.body, act_year=year, profiles=saved)
    deliberation = with_recusals(deliberation, row_recusals(reads, paragraphs))
    lines, leftovers = _lines_of_all(reads, deliberation.department, year)
    totals = stated_totals(reads, lines, act_year=year)
    said = read_decisions(paragraphs, deliberation, tables, lines)
    lines, totals = in_document_order((*lines, *said[0]), (*totals, *said[1]))
    checks = reconcile(lines, totals)
    lines = propose_readings(lines, checks, document.pages)
    leftovers = (*leftovers, *said[2])
    personal = find_personal_data(document, lines, leftovers)
    return Stages(document, tables, paragraphs, deliberation, reads, lines, checks, leftovers, personal)


def act_year(deliberation: DeliberationRecord) -> int | None:
    """The year of the session: what an amount is for where no other year is printed."""
    return deliberation.session_date.year if deliberation.session_date else None


def why_no_line(
    lines: Sequence[LineRecord], totals: Sequence[TotalRecord], leftovers: Sequence[Leftover]
) -> tuple[str, ...]:
    """What to say of an act that gives no line; nothing where it gives one."""
    if lines:
        return ()
    return (TOTALS_ALONE_NOTE if totals else LEFTOVERS_ALONE_NOTE if leftovers else TABLES_ALONE_NOTE,)


def _told_columns(reads: Sequence[ReadTable]) -> tuple[str, ...]:
    """What to say of tables whose columns a person has told, without naming the person: notes are public."""
    return tuple(
        PROFILE_NOTE.format(label=read.label, page=min(read.table.boxes, default=1)) for read in reads if read.profile
    )


def _lines_of_all(
    reads: tuple[ReadTable, ...], department: str, year: int | None
) -> tuple[tuple[LineRecord, ...], tuple[Leftover, ...]]:
    """The lines of every grant table, numbered through the document, and the rows that gave none."""
    lines: list[LineRecord] = []
    leftovers: list[Leftover] = []
    for one in reads:
        if not one.skipped:
            found = grant_lines(
                one, department=department, act_year=year, first_line=lines[-1].line + 1 if lines else 1
            )
            lines += found.lines
            leftovers += found.leftovers
    return tuple(lines), tuple(leftovers)
