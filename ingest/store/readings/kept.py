"""The readings accepted for an act, kept whole for what must be applied again: an undo, a decision on personal data.

Original texts, nothing masked: for staff alone. Each keeps the name of its file, which stays until the act is deleted.
"""

from dataclasses import replace

from django.contrib.auth.models import User
from django.utils import timezone

from grants.models import Deliberation
from ingest.models import KeptReading
from ingest.reader import READER_VERSION
from ingest.reader.records import Reading
from ingest.store.readings.packing import pack, unpack
from ingest.store.readings.spoken import Words


def keep(
    act: Deliberation,
    reading: Reading,
    author: User | None = None,
    *,
    reader_version: str = READER_VERSION,
    words: Words | None = None,
) -> KeptReading:
    """Keep the reading from which the lines of `act` come from now on; the one in force before is kept too.

    The one in force already is given back where it says exactly the same. `words`: what staff had said of what that
    one read. To be called in the transaction that writes the lines, once the act holds its file.
    """
    packed = pack(replace(reading, document=replace(reading.document, name=act.source_name)))
    before = in_force(act)
    if before and bytes(before.packed) == packed and before.reader_version == reader_version:
        return before
    if before:
        before.is_current, before.words = False, words or {}
        before.save(update_fields=["is_current", "words"])
    return KeptReading.objects.create(
        deliberation=act,
        packed=packed,
        sha256=reading.document.sha256,
        source=act.source.name,
        source_name=act.source_name,
        reader_version=reader_version,
        at=timezone.now(),
        author=author,
        replaced=before,
    )


def put_back(reading: KeptReading) -> None:
    """Say that the reading in force, which says the same, is this one kept before: what came after is undone."""
    now = in_force(reading.deliberation)
    if now == reading:
        return
    if now:
        now.delete()
    reading.is_current = True
    reading.save(update_fields=["is_current"])


def file_of(act: Deliberation, sha256: str) -> str:
    """The name under which an earlier reading of the act keeps this file; empty where none does."""
    found = KeptReading.objects.filter(deliberation=act.pk, sha256=sha256).values_list("source", flat=True)
    return found.first() or ""


def in_force(act: Deliberation) -> KeptReading | None:
    """The reading from which the lines of the act come, packed; None for an act stored before readings were kept."""
    return act.kept_readings.filter(is_current=True).first()


def current(act: Deliberation) -> Reading | None:
    """The reading from which the lines of the act come, without the words of its pages; None as `in_force`.

    Raises UnreadablePackError where a much older version kept it.
    """
    kept = in_force(act)
    return opened(kept) if kept else None


def opened(kept: KeptReading) -> Reading:
    """A kept reading as the reader gave it, without the words of its pages. Raises as `current`."""
    return unpack(bytes(kept.packed))
