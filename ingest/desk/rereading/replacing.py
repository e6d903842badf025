"""An act read again: the new reading waits beside the one in force, is compared with it, replaces it or is refused,
and can be undone. Nothing public changes before a person has seen the difference.
"""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from grants.models import Deliberation
from ingest import store
from ingest.desk.files.pruning import forget_files
from ingest.desk.rereading.act_states import State, state_of
from ingest.desk.rereading.differences import Difference, compared
from ingest.models import KeptReading, PendingReading
from ingest.reader import READER_VERSION
from ingest.reader.records import Reading
from ingest.store import files
from ingest.store.change_log import log_change
from ingest.store.locks import locked
from ingest.store.readings import kept
from ingest.store.readings.packing import UnreadablePackError, pack, unpack
from ingest.store.values import storable


class RereadingError(Exception):
    """What cannot be done with a reading; `str(error)` is one French sentence for staff."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What accepting a waiting reading would change. `print` is that of the act when it was compared: to be given back
    with the decision. `before` is the act now; `warnings`, in French, is what a person should know first."""

    pending: PendingReading
    before: State
    difference: Difference
    warnings: tuple[str, ...]

    @property
    def print(self) -> str:
        return self.before.print

    @property
    def same_file(self) -> bool:
        return self.pending.sha256 == self.before.act.sha256


def propose(act: Deliberation, reading: Reading, file: bytes | Path, author: User | None = None) -> PendingReading:
    """Keep a reading of `act`, with the file that was read, until somebody decides; an earlier one that waits goes.

    Raises `ReadingError` where it could not be saved, RereadingError where the file is that of another act.
    """
    content = file.read_bytes() if isinstance(file, Path) else file
    digest = reading.document.sha256
    other = Deliberation.objects.of_file(digest).exclude(pk=act.pk).first()
    if other:
        raise RereadingError(f"Ce fichier est celui d’une autre délibération\u202f: {other}.")
    store.save(reading, file=content, dry_run=True, told=store.Told(act=act))
    name = kept.file_of(act, digest) or files.stored_name(Deliberation(sha256=digest))
    made = files.keep(name, content, digest)
    try:
        with transaction.atomic():
            _forget(act)
            return PendingReading.objects.create(
                deliberation=act,
                packed=pack(storable(reading)),
                sha256=digest,
                source=name,
                source_name=reading.document.name,
                reader_version=READER_VERSION,
                at=timezone.now(),
                author=author,
            )
    except BaseException:
        if made:
            files.delete(name)
        raise


def pending_of(act: Deliberation) -> PendingReading | None:
    """The reading of this act that waits for a decision, with who asked for it; None where there is none."""
    return PendingReading.objects.filter(deliberation=act).select_related("deliberation", "author").first()


def comparison(pending: PendingReading) -> Comparison:
    """What the waiting reading would change: it is saved for a moment, looked at, and taken back.

    Raises `ReadingError` or `UnreadablePackError` where it can no longer be saved.
    """
    before = state_of(pending.deliberation_id)
    with transaction.atomic():
        _save(pending, None)
        after = state_of(pending.deliberation_id)
        transaction.set_rollback(True)
    return Comparison(pending, before, compared(before, after), tuple(_warnings(before.act, after.act)))


def accept(pending: PendingReading, author: User | None, *, seen: str = "") -> Difference:
    """Put the waiting reading in force; gives what that changed. What staff decided stays.

    `seen` is the print of the comparison that the person has looked at. Raises RereadingError where the act has changed
    since, `ReadingError` where the reading cannot be saved.
    """
    act = pending.deliberation
    with transaction.atomic():
        locked(act)
        before = state_of(act.pk)
        if seen and seen != before.print:
            raise RereadingError("La délibération a changé depuis cette comparaison\u202f: regardez-la de nouveau.")
        _save(pending, author)
        pending.delete()
        difference = compared(before, state_of(act.pk))
        log_change(
            act, author, f"Lecture remplacée («\u202f{pending.source_name}\u202f»)\u202f: {difference.sentence}."
        )
    return difference


def refuse(pending: PendingReading, author: User | None) -> None:
    """Keep the reading in force; the waiting one and its file go."""
    act = pending.deliberation
    with transaction.atomic():
        _forget(act)
        log_change(act, author, f"Nouvelle lecture refusée («\u202f{pending.source_name}\u202f»).")


def undoable(act: Deliberation) -> KeptReading | None:
    """The reading that would be in force again if the last replacement were undone; None where there is none."""
    now = act.kept_readings.filter(is_current=True).select_related("replaced").first()
    return now.replaced if now else None


def undo_last(act: Deliberation, author: User | None) -> Difference:
    """Put the reading of before the last replacement in force again: its lines under their numbers, its file, what
    staff had said then. Gives what that changed. Raises RereadingError where there is nothing to undo, or no longer."""
    with transaction.atomic():
        locked(act)
        earlier = undoable(act)
        if earlier is None:
            raise RereadingError("Aucun remplacement à annuler\u202f: c’est la première lecture de cette délibération.")
        before = state_of(act.pk)
        try:
            store.restore(earlier, author)
        except (UnreadablePackError, OSError) as error:
            raise RereadingError("La lecture précédente ne peut plus être ouverte.") from error
        difference = compared(before, state_of(act.pk))
        log_change(
            act, author, f"Remplacement annulé («\u202f{earlier.source_name}\u202f»)\u202f: {difference.sentence}."
        )
    return difference


@dataclass(frozen=True, slots=True)
class Standing:
    """What the page of an act says of its reading: what waits for a decision, what can be undone, whether an earlier
    version of the reader read it."""

    pending: PendingReading | None
    undoable: KeptReading | None
    is_outdated: bool
    reader_version: str = READER_VERSION


def standing_of(act: Deliberation) -> Standing:
    """Two queries."""
    return Standing(pending_of(act), undoable(act), is_outdated(act))


def is_outdated(act: Deliberation) -> bool:
    """Whether an earlier version of the reader read this act: reading it again may find more."""
    return act.reader_version != READER_VERSION


def _save(pending: PendingReading, author: User | None) -> None:
    reading = unpack(bytes(pending.packed))
    reading = replace(reading, document=replace(reading.document, name=pending.source_name))
    store.save(
        reading,
        file=files.content_of(pending.source),
        told=store.Told(act=pending.deliberation, author=author, reader_version=pending.reader_version),
    )


def _forget(act: Deliberation) -> None:
    """The reading that waits for this act, if any, goes with its file."""
    if waiting := pending_of(act):
        waiting.delete()
        transaction.on_commit(partial(forget_files, [waiting.source], [waiting.sha256]))


def _warnings(was: Deliberation, now: Deliberation):
    if was.number != now.number:
        same = Deliberation.objects.filter(department=was.department, number=now.number).exclude(pk=was.pk).first()
        if same:
            yield f"Le numéro lu, {now.number}, est celui d’une autre délibération\u202f: est-ce le bon fichier\u202f?"
        else:
            yield f"Le numéro lu n’est plus le même\u202f: {was.number} → {now.number}."
    if was.session_date and now.session_date and was.session_date != now.session_date:
        yield "La date de séance lue n’est plus la même."
