"""A PDF → its `Reading`: the stages in order, one per line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from ingest.reader.act.bound_acts import Bound, find_acts, told
from ingest.reader.act.row_recusals import row_recusals
from ingest.reader.act.vote_tables import with_table_votes
from ingest.reader.beside import beside
from ingest.reader.decisions import read_decisions
from ingest.reader.documents import open_document
from ingest.reader.doubted_print import doubt_lines
from ingest.reader.errors import NoGrantError, SeveralActsError
from ingest.reader.layout.collection import collection_paused
from ingest.reader.lines import grant_lines
from ingest.reader.metadata import read_metadata, with_recusals
from ingest.reader.personal import find_personal_data
from ingest.reader.printed_tables import printed_tables, prints_money
from ingest.reader.prose import find_paragraphs
from ingest.reader.reconcile import reconcile
from ingest.reader.records import (
    BoundAct,
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
    Source,
    Table,
    TotalRecord,
)
from ingest.reader.roles.column_profiles import profiles_of
from ingest.reader.roles.grant_tables import read_tables
from ingest.reader.roles.wide_tables import join_sideways
from ingest.reader.scanning.doubts import propose_readings
from ingest.reader.scanning.page_turns import as_displayed
from ingest.reader.scanning.repeats import trust_repeats
from ingest.reader.scanning.sentence_doubts import as_sure_as_read
from ingest.reader.sums.numbering import in_document_order, numbered_after
from ingest.reader.tables import find_tables
from ingest.reader.totals import stated_totals

TOTALS_ALONE_NOTE = "l’acte énonce des sommes sans liste de bénéficiaires\u202f: aucune ligne de subvention"
LEFTOVERS_ALONE_NOTE = "aucune ligne de subvention n’a été lue\u202f; ce qui n’a pas pu l’être est à vérifier"

TABLES_ALONE_NOTE = "aucune ligne de subvention n’a été lue\u202f; des tableaux de sommes ont été laissés de côté"
DOUBTFUL = "une autre délibération commence peut-être ici"
PROFILE_NOTE = "tableau {label}, page\u00a0{page}\u202f: colonnes précisées par l’équipe"


@dataclass(frozen=True, slots=True)
class Stages:
    """What each stage made of one file, pages turned as they were read. Of a file of several acts, each read on its own
    pages, `deliberation` is the first."""

    document: Document
    tables: tuple[Table, ...]
    paragraphs: tuple[Paragraph, ...]
    deliberation: DeliberationRecord
    reads: tuple[ReadTable, ...]
    lines: tuple[LineRecord, ...]
    checks: tuple[CheckRecord, ...]
    leftovers: tuple[Leftover, ...]
    personal: tuple[PersonalRecord, ...]
    bound: Bound


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known before a file is opened: what people said of columns, whose act it is where it names nobody."""

    profiles: tuple[ProfileRecord, ...] = ()
    department: str = ""


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
    say what their columns are. Raises `SeveralActsError` where the file holds several: each is to be read apart."""
    document = open_document(path)
    bound = find_acts(document)
    if len(bound.acts) > 1:
        doubtful = tuple(head.page for head in bound.doubtful)
        raise SeveralActsError(document.name, reason=f"{told(bound.acts)}.", acts=bound.acts, doubtful=doubtful)
    stages = _stages_of(document, bound, _Known(tuple(profiles), department))
    return reading_of(stages, with_tables=True, tables_alone=True)


def read_as_one_act(path: Path, *, profiles: Iterable[ProfileRecord] = (), department: str = "") -> Reading:
    """As `read_for_staff`, for a file that somebody said is one act, whatever it looks like."""
    document = open_document(path)
    alone = Bound((BoundAct(1, len(document.pages)),))
    stages = _stages_of(document, alone, _Known(tuple(profiles), department))
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
            *_told_acts(stages.bound),
            *why_no_line(stages.lines, totals, stages.leftovers),
            *_told_columns(stages.reads),
            *(note for page in stages.document.pages for note in page.notes),
        ),
        tables=tables,
        personal=stages.personal,
        acts=stages.bound.acts if len(stages.bound.acts) > 1 else (),
    )
    return as_displayed(reading)


def read_stages(
    path: Path,
    *,
    engine: str = "pdfium",
    profiles: Iterable[ProfileRecord] = (),
    department: str = "",
    processes: int = 1,
) -> Stages:
    """The stages in order, for each act of the file, by one or two `processes`; a file that states no grant goes
    through them too. Raises as `read` does else."""
    document = open_document(path, engine=engine, processes=processes)
    with beside(lambda: find_acts(document), processes) as acts:
        # Most files are one act: its tables are those of the file.
        tables = find_tables(document, processes=processes) if processes > 1 else None
        bound = acts()
    known = _Known(tuple(profiles), department)
    if len(bound.acts) == 1:
        return _stages_of(document, bound, known, tables=tables)
    parts: list[Stages] = []
    for act in bound.acts:
        pages = document.pages[act.first_page - 1 : act.last_page]
        first_table = 1 + sum(len(part.tables) for part in parts)
        doubtful = tuple(head for head in bound.doubtful if act.first_page <= head.page <= act.last_page)
        parts.append(_stages_of(replace(document, pages=pages), Bound((act,), doubtful), known, first_table))
    return _joined(document, bound, parts)


@collection_paused()
def _stages_of(
    document: Document,
    bound: Bound,
    known: _Known,
    first_table: int = 1,
    *,
    tables: tuple[Table, ...] | None = None,
) -> Stages:
    """The stages in order for one act: the pages of the document are its own, and so are `tables`, found already."""
    tables = trust_repeats(join_sideways(find_tables(document, first_table) if tables is None else tables))
    paragraphs = find_paragraphs(document, tables)
    deliberation = read_metadata(paragraphs)
    year = act_year(deliberation)
    saved = profiles_of(known.profiles, deliberation.department, known.department)
    reads = read_tables(tables, paragraphs, body=deliberation.body, act_year=year, profiles=saved)
    deliberation = with_table_votes(deliberation, tables)
    deliberation = with_recusals(deliberation, row_recusals(reads, paragraphs))
    lines, leftovers = _lines_of_all(reads, deliberation.department, year)
    totals = stated_totals(reads, lines, act_year=year)
    said = read_decisions(paragraphs, deliberation, tables, lines)
    lines, totals = in_document_order((*lines, *said[0]), (*totals, *said[1]))
    checks = reconcile(lines, totals)
    lines = as_sure_as_read(doubt_lines(lines, document.pages), document.pages)
    lines = propose_readings(lines, checks, document.pages)
    leftovers = (*leftovers, *said[2])
    if lines or totals:
        leftovers += _doubts(bound)
    personal = find_personal_data(document, lines, leftovers)
    return Stages(document, tables, paragraphs, deliberation, reads, lines, checks, leftovers, personal, bound)


def _joined(document: Document, bound: Bound, parts: Sequence[Stages]) -> Stages:
    """What was made of each act, one after the other, rows numbered through the file."""
    lines: list[LineRecord] = []
    checks: list[CheckRecord] = []
    for part in parts:
        more = numbered_after(lines[-1].line if lines else 0, part.lines, part.checks)
        lines += more[0]
        checks += more[1]
    acts = (replace(act, deliberation=part.deliberation) for act, part in zip(bound.acts, parts, strict=True))
    return Stages(
        document=document,
        tables=tuple(chain.from_iterable(part.tables for part in parts)),
        paragraphs=tuple(chain.from_iterable(part.paragraphs for part in parts)),
        deliberation=parts[0].deliberation,
        reads=tuple(chain.from_iterable(part.reads for part in parts)),
        lines=tuple(lines),
        checks=tuple(checks),
        leftovers=tuple(chain.from_iterable(part.leftovers for part in parts)),
        personal=tuple(chain.from_iterable(part.personal for part in parts)),
        bound=bound._replace(acts=tuple(acts)),
    )


def _told_acts(bound: Bound) -> tuple[str, ...]:
    return (told(bound.acts),) if len(bound.acts) > 1 else ()


def _doubts(bound: Bound) -> tuple[Leftover, ...]:
    """Where one more act may begin: shown to staff, and waited for before anything is published."""
    return tuple(Leftover(head.line.text, DOUBTFUL, Source(head.page, 0, 0, head.line.box)) for head in bound.doubtful)


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
