"""A PDF → its `Reading`: the stages in order, one per line."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from ingest.reader.act.bound.bound_acts import Bound, find_acts, told
from ingest.reader.act.tables.label_tables import with_labels
from ingest.reader.act.tables.letterheads import letterhead_cells, without_letterheads
from ingest.reader.act.tables.vote_tables import with_table_votes
from ingest.reader.decisions import read_decisions
from ingest.reader.documents import open_document
from ingest.reader.doubts.line_doubts import doubt_lines, doubt_territories, doubt_turned_down
from ingest.reader.doubts.page_doubts import as_sure_as_read, doubt_poor_pages
from ingest.reader.doubts.proposals import propose_readings
from ingest.reader.doubts.repeats import trust_repeats
from ingest.reader.doubts.unknown_years import doubt_unknown_years, year_of_heads
from ingest.reader.errors import SeveralActsError
from ingest.reader.grant_rows.row_recusals import for_their_entries, row_recusals
from ingest.reader.grant_tables import read_tables
from ingest.reader.layout.pages.page_tables import Look, looked_at_by_two
from ingest.reader.letters.edge_strokes import without_strokes
from ingest.reader.lines import lines_of_tables
from ingest.reader.machine.memory import collection_paused
from ingest.reader.machine.on_disk import Drawer
from ingest.reader.machine.packed_words import FEW_PAGES
from ingest.reader.machine.second_process import Share, shared_by_two, shared_then
from ingest.reader.metadata import read_metadata, with_recusals
from ingest.reader.personal import find_contacts, find_personal_data
from ingest.reader.prose import find_paragraphs
from ingest.reader.reconcile import reconcile
from ingest.reader.records import (
    BoundAct,
    CheckRecord,
    Document,
    Leftover,
    LineRecord,
    Page,
    Paragraph,
    PersonalRecord,
    ProfileRecord,
    Reading,
    Source,
    Table,
)
from ingest.reader.reshaping.wide_tables import join_sideways
from ingest.reader.roles.column_profiles import profiles_of
from ingest.reader.sentences.left_over.undecided_sums import told_in_cells
from ingest.reader.stages import Stages, joined, reading_of
from ingest.reader.sums.numbering import in_document_order
from ingest.reader.tables import find_tables
from ingest.reader.totals import stated_totals
from ingest.reader.unread.all_unread import WasRead, find_unread
from ingest.reader.unread.unread_rows import doubt_rows_in_prose, find_unread_rows

DOUBTFUL = "une autre délibération commence peut-être ici"


@dataclass(frozen=True, slots=True)
class _Known:
    """What holds for a whole file: what people said of columns, whose act it is where it names nobody, and where what
    is found in a long one waits."""

    profiles: tuple[ProfileRecord, ...]
    department: str
    drawer: Drawer | None

    @classmethod
    def of(cls, document: Document, profiles: Iterable[ProfileRecord], department: str) -> "_Known":
        return cls(tuple(profiles), department, Drawer() if len(document.pages) > FEW_PAGES else None)


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
    stages = _stages_of(document, bound, _Known.of(document, profiles, department))
    return reading_of(stages, with_tables=True, tables_alone=True)


def read_as_one_act(path: Path, *, profiles: Iterable[ProfileRecord] = (), department: str = "") -> Reading:
    """As `read_for_staff`, for a file that somebody said is one act, whatever it looks like."""
    document = open_document(path)
    alone = Bound((BoundAct(1, len(document.pages)),))
    stages = _stages_of(document, alone, _Known.of(document, profiles, department))
    return reading_of(stages, with_tables=True, tables_alone=True)


def read_stages(
    path: Path, *, engine: str = "pdfium", profiles: Iterable[ProfileRecord] = (), department: str = ""
) -> Stages:
    """The stages in order, for each act of the file; one that states no grant goes through them too. Raises as `read`
    does else."""
    return stages_of(open_document(path, engine=engine), profiles=profiles, department=department)


@collection_paused()
def stages_of(
    document: Document, *, profiles: Iterable[ProfileRecord] = (), department: str = "", processes: int = 1
) -> Stages:
    """As `read_stages`, for a document that is open, by one or two `processes`."""
    known = _Known.of(document, profiles, department)
    if known.drawer:
        processes = 1  # what a copy of a process that holds a long document would weigh is not worth its help
    if processes > 1:
        with _outlined_by_two(document) as (bound, outline):
            if len(bound.acts) == 1:
                return _stages_of(document, bound, known, outline=outline)
    else:
        bound = find_acts(document)
    if len(bound.acts) == 1:
        return _stages_of(document, bound, known)
    parts: list[Stages] = []
    for act in bound.acts:
        pages = document.pages[act.first_page - 1 : act.last_page]
        first_table = 1 + sum(len(part.tables) for part in parts)
        doubtful = tuple(head for head in bound.doubtful if act.first_page <= head.page <= act.last_page)
        parts.append(_stages_of(replace(document, pages=pages), Bound((act,), doubtful), known, first_table))
    return joined(document, bound, parts)


class _Outline(NamedTuple):
    """What is known of a file before its acts are; `unread` waits for the rows that no table holds."""

    tables: tuple[Table, ...]
    paragraphs: tuple[Paragraph, ...]
    contacts: list[PersonalRecord]
    unread: Callable[[], tuple[Leftover, ...]]


@contextmanager
def _outlined_by_two(document: Document) -> Iterator[tuple[Bound, _Outline]]:
    """The acts of a file, and its outline as that of one act, which most files are, with the help of a second
    process."""
    with looked_at_by_two(document.pages, lambda: (find_acts(document), find_contacts(document))) as (look, later):
        tables = _tables_of(document, look=look)
        bound, contacts = later()
    with shared_then(lambda: find_unread_rows(document.pages, tables)) as (share, unread):
        paragraphs = _paragraphs_of(document, tables, share=share)
        yield bound, _Outline(tables, paragraphs, contacts, unread)


def _tables_of(
    document: Document, first_table: int = 1, *, look: Look | None = None, drawer: Drawer | None = None
) -> tuple[Table, ...]:
    tables = join_sideways(find_tables(document, first_table, look=look, drawer=drawer))
    return trust_repeats(without_strokes(tables))


def _paragraphs_of(document: Document, tables: tuple[Table, ...], *, share: Share = map) -> tuple[Paragraph, ...]:
    first_page = document.pages[0].number
    cells = letterhead_cells(tables, first_page)
    paragraphs = find_paragraphs(document, without_letterheads(tables, first_page), cells, share=share)
    return with_labels(paragraphs, tables, first_page)


@collection_paused()
def _stages_of(
    document: Document, bound: Bound, known: _Known, first_table: int = 1, *, outline: _Outline | None = None
) -> Stages:
    """The stages in order for one act: the pages of the document are its own; `outline`: what is known of it."""
    tables = outline.tables if outline else _tables_of(document, first_table, drawer=known.drawer)
    paragraphs = outline.paragraphs if outline else _paragraphs_of(document, tables)
    deliberation = read_metadata(paragraphs)
    year = deliberation.session_year or year_of_heads(paragraphs, deliberation.title, deliberation.number)
    saved = profiles_of(known.profiles, deliberation.department, known.department)
    share = shared_by_two if outline else map
    reads = read_tables(tables, paragraphs, deliberation, act_year=year, profiles=saved, share=share)
    deliberation = with_table_votes(deliberation, tables)
    deliberation = with_recusals(deliberation, row_recusals(reads, paragraphs))
    lines, leftovers = lines_of_tables(reads, department=deliberation.department, act_year=year)
    lines = doubt_turned_down(lines, paragraphs)
    totals = stated_totals(reads, lines, act_year=year)
    told, told_totals, in_sentences = read_decisions(paragraphs, deliberation, tables, lines, year)
    lines, totals = in_document_order((*lines, *told), (*totals, *told_totals))
    deliberation = for_their_entries(deliberation, lines)
    checks = reconcile(lines, totals)
    lines = _doubted(lines, checks, document.pages, tables)
    leftovers = (*leftovers, *told_in_cells(reads, lines), *in_sentences)
    was_read = WasRead(lines, totals, leftovers, in_sentences)
    rows = outline.unread if outline else None
    leftovers += find_unread(document.pages, tables, paragraphs, reads, was_read, rows)
    if lines or totals:
        leftovers += _other_heads(bound)
    personal = find_personal_data(document, lines, leftovers, outline.contacts if outline else None)
    return Stages(document, tables, paragraphs, deliberation, reads, lines, checks, leftovers, personal, bound)


def _doubted(
    lines: tuple[LineRecord, ...], checks: tuple[CheckRecord, ...], pages: Sequence[Page], tables: tuple[Table, ...]
) -> tuple[LineRecord, ...]:
    """The lines with the notes and the certainty that print, totals and the rest of the document give them."""
    lines = doubt_territories(doubt_unknown_years(doubt_lines(lines, pages)))
    lines = as_sure_as_read(lines, pages)
    lines = doubt_rows_in_prose(propose_readings(lines, checks, pages), pages, tables)
    return doubt_poor_pages(lines, pages)


def _other_heads(bound: Bound) -> tuple[Leftover, ...]:
    """Where one more act may begin: shown to staff, and waited for before anything is published."""
    return tuple(Leftover(head.line.text, DOUBTFUL, Source(head.page, 0, 0, head.line.box)) for head in bound.doubtful)
