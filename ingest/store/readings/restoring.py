"""A reading kept before, in force again: its lines under their own numbers, its file, what staff had said then."""

from django.contrib.auth.models import User
from django.db import transaction

from ingest.models import KeptReading
from ingest.store.act_lookup import Told
from ingest.store.acts import save
from ingest.store.files import content_of
from ingest.store.readings import kept
from ingest.store.readings.spoken import give_back
from ingest.store.report import StoreReport


@transaction.atomic
def restore(reading: KeptReading, author: User | None = None) -> StoreReport:
    """Save a kept reading again as that of its act; the one in force is kept too.

    For the reading in force itself, this applies anew what staff decide about it. Raises `StoreError` as `save`,
    `UnreadablePackError` where a much older version kept it, `OSError` where its file is missing.
    """
    act = reading.deliberation
    report = save(
        kept.opened(reading),
        file=content_of(reading.source),
        told=Told(act=act, author=author, reader_version=reading.reader_version),
    )
    kept.put_back(reading)
    give_back(act, reading.words)
    return report
