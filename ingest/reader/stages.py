"""What each stage made of one file → the `Reading` that leaves the reader, with what it says of itself in notes.

No stage is run here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ingest.reader.act.bound.bound_acts import Bound, told
from ingest.reader.engines.notes import DAMAGED
from ingest.reader.errors import NoGrantError, PartlyDamagedError
from ingest.reader.geometry.page_turns import as_displayed
from ingest.reader.printed_tables import printed_tables, prints_money
from ingest.reader.records import (
    CheckRecord,
    DeliberationRecord,
    Document,
    Leftover,
    LineRecord,
    Paragraph,
    PersonalRecord,
    Reading,
    ReadTable,
    SkippedTable,
    Table,
    TotalRecord,
)
from ingest.reader.scanning.scanned_pages import was_badly_recognised
from ingest.reader.sums.numbering import numbered_after
from ingest.reader.unread.unread_tables import find_unread_tables
from portal.french import page_range

TOTALS_ALONE_NOTE = "l’acte énonce des sommes sans liste de bénéficiaires\u202f: aucune ligne de subvention"
LEFTOVERS_ALONE_NOTE = "aucune ligne de subvention n’a été lue\u202f; ce qui n’a pas pu l’être est à vérifier"
TABLES_ALONE_NOTE = "aucune ligne de subvention n’a été lue\u202f; des tableaux de sommes ont été laissés de côté"
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


def joined(document: Document, bound: Bound, parts: Sequence[Stages]) -> Stages:
    """What was made of each act of a file, one after the other, rows numbered through the file."""
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


def reading_of(stages: Stages, *, with_tables: bool = False, tables_alone: bool = False) -> Reading:
    """What leaves the reader, with all that its tables print where that is asked. Raises `NoGrantError` where the file
    states no grant; with `tables_alone`, where it prints no table of money either."""
    totals = tuple(check.total for check in stages.checks)  # with the lines that each adds up
    tables = printed_tables(stages.reads) if with_tables else ()
    states_grants = stages.lines or totals or stages.leftovers
    if not states_grants and not (tables_alone and any(map(prints_money, tables))):
        if any(DAMAGED in page.notes for page in stages.document.pages):
            raise PartlyDamagedError(stages.document.name)
        raise NoGrantError(stages.document.name, reason=_why_no_grant(stages))
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


def _why_no_grant(stages: Stages) -> str:
    """What to say of a file that states no grant, where some of its pages may: empty where all were read well."""
    badly = {page.number for page in stages.document.pages if was_badly_recognised(page)}
    badly |= {left.source.page for left in find_unread_tables(stages.reads)}
    if not badly:
        return ""
    pages = ", ".join(page_range(number, number) for number in sorted(badly))
    return f"{NoGrantError.reason[:-1]}\u202f; à lire sur l’image, car mal reconnu\u202f: {pages}."


def _told_acts(bound: Bound) -> tuple[str, ...]:
    return (told(bound.acts),) if len(bound.acts) > 1 else ()


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
