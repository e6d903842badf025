"""One act, from its reading to the database, in one transaction."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone

from grants.addresses import readdress
from grants.models import Check, Deliberation, GrantLine
from grants.search import entries
from ingest.reader import READER_VERSION
from ingest.reader.errors import NoGrantError
from ingest.reader.records import Reading
from ingest.store import publishing
from ingest.store.act_lookup import Found, Told, find_act
from ingest.store.beside import parts
from ingest.store.beside.printed import replace_tables
from ingest.store.beside.totals import replace_totals
from ingest.store.errors import StoreError
from ingest.store.files import keep, stored_name, taken_back_on_failure
from ingest.store.lines import changes
from ingest.store.lines.building import split_impossible
from ingest.store.lines.reports import told_changes
from ingest.store.private.forgetting import forget_masked
from ingest.store.private.marks import sync_marks
from ingest.store.readings import kept
from ingest.store.readings.spoken import words_of
from ingest.store.report import StoreReport
from ingest.store.values import storable
from portal.prints import print_of

NOTHING_TOLD = Told()


def save(
    reading: Reading,
    *,
    file: bytes | Path,
    publish: bool = False,
    word: str = "",
    dry_run: bool = False,
    told: Told = NOTHING_TOLD,
) -> StoreReport:
    """Save one reading with its file; all or nothing. The same act read again is compared and updated.

    A new act is a draft unless `publish`, by the rules of `publishing`: one with differences or leftovers waits for a
    `word` on them, and the report says so (`held_back`). One that is published stays so. The reading is kept whole
    (`readings.kept`). With `dry_run` the report is the same and nothing is written. Raises `NoGrantError` where
    there is nothing to save, `StoreError` where the département is not known or the file is not the one that was read.
    """
    reading = storable(reading)
    _refuse_what_cannot_be_saved(reading, file, tables_alone=told.tables_alone or told.act is not None)
    with taken_back_on_failure() as put, transaction.atomic():
        found = find_act(reading, told)
        if found.stored is None or found.stored.sha256 != reading.document.sha256:
            _give_file(found.act, file, put, dry_run=dry_run)
        spoken = words_of(found.stored) if found.stored else {}
        report = _write(found, told.author, word, publish=publish)
        kept.keep(found.act, reading, told.author, reader_version=told.reader_version, words=spoken)
        if dry_run:
            transaction.set_rollback(True)
            return replace(report, deliberation_id=found.stored.pk if found.stored else None)
    return report


def _give_file(act: Deliberation, file: bytes | Path, put: list[str], *, dry_run: bool) -> None:
    """Name the file of the act as an earlier reading of it does, or by its print; put it there where it is not."""
    act.source = kept.file_of(act, act.sha256) or stored_name(act)
    if not dry_run and keep(act.source.name, file, act.sha256):
        put.append(act.source.name)


def _refuse_what_cannot_be_saved(reading: Reading, file: bytes | Path, *, tables_alone: bool) -> None:
    name = reading.document.name
    states_grants = reading.lines or reading.totals or reading.leftovers
    if not states_grants and not (reading.tables and tables_alone):
        raise NoGrantError(name)
    digest = print_of(file) if isinstance(file, Path) else sha256(file).hexdigest()
    if digest != reading.document.sha256:
        raise StoreError(name, reason="le fichier à conserver n’est pas celui qui a été lu.")


def known(sha256: str) -> StoreReport | None:
    """The report of a file that this version of the reader has already read: nothing to do. None: to be read."""
    act = Deliberation.objects.of_file(sha256).filter(reader_version=READER_VERSION).first()
    return _report(act, "unchanged", same=act.lines.count()) if act else None


def _write(found: Found, author: User | None, word: str, *, publish: bool) -> StoreReport:
    stored, act, reading = found.stored, found.act, found.reading
    if stored is None:
        act.read_at = timezone.now()
        act.save(force_insert=True)
    masks_changed = sync_marks(act, reading.personal)
    difference, told = _write_parts(act, reading, first=stored is None)
    act_changes = [*found.changes, *(["données personnelles"] if masks_changed else []), *told]
    touched = bool(difference or act_changes)
    if touched:
        act.read_at = timezone.now()
        if stored:
            readdress(act, stored.number)
        act.save(force_update=True)
        entries.index([act])
    was_public = act.status == Deliberation.Status.PUBLISHED
    held_back = _publish(act, author, word) if publish else ""
    appears = not was_public and act.status == Deliberation.Status.PUBLISHED
    if touched and not appears:
        changes.tell(act, difference)
    if masks_changed and stored:
        forget_masked(act)
    status = "new" if stored is None else "updated" if touched or appears else "unchanged"
    return _report(
        act,
        status,
        act_changes=() if stored is None else (*act_changes, *(["état"] if appears else [])),
        file=reading.document.name,
        held_back=held_back,
        **told_changes(difference),
    )


def _write_parts(act: Deliberation, reading: Reading, *, first: bool) -> tuple[changes.LineDifference, list[str]]:
    """Put the lines, votes, totals and tables of a reading in place of those of the act, which has none where it is its
    `first`: gives what changes of the lines, and of the rest in French."""
    records, impossible_lines = split_impossible(reading.lines)
    totals, impossible_totals = parts.split_impossible(reading.totals)
    reading = replace(reading, totals=tuple(totals))
    difference = changes.write_first(act, records) if first else changes.compare(act, records)
    if not first:
        changes.write(act, difference)
    leftovers = (*reading.leftovers, *impossible_lines, *impossible_totals)
    operators = {line.operator for line in difference.present if line.operator} if reading.deliberation.recusals else ()
    told = [*parts.replace(act, reading, leftovers, operators), *replace_totals(act, reading, difference)]
    replace_tables(act, reading.tables)
    return difference, told


def _publish(act: Deliberation, author: User | None, word: str) -> str:
    """Put the act online; gives the French sentence that says why not, where it waits for a word of staff."""
    try:
        publishing.publish(act, author, word=word)
    except publishing.UnacknowledgedError as error:
        return str(error)
    return ""


def _report(act: Deliberation, status: str, **told) -> StoreReport:
    statuses = dict(Check.objects.of_act(act).order_by().values_list("status").annotate(models.Count("pk")))
    return StoreReport(
        **{
            "file": act.source_name,
            "slug": act.slug,
            "status": status,
            "published": act.status == Deliberation.Status.PUBLISHED,
            "deliberation_id": act.pk,
            "rows": GrantLine.objects.filter(deliberation=act).order_by().values("row_key").distinct().count(),
            "totals_equal": statuses.get(Check.Status.EQUAL, 0),
            "totals_rounded": statuses.get(Check.Status.ROUNDED, 0),
            "totals_different": statuses.get(Check.Status.DIFFERENT, 0),
            "totals_not_comparable": statuses.get(Check.Status.NOT_COMPARABLE, 0),
            "leftovers": act.leftovers.left().count(),
        }
        | told
    )
