"""The personal data of an act as stored: brought up to date with a reading, what people decided kept.

A mark is matched on its kind, its text folded and its page. What is found anew is masked, unless the same text was
decided elsewhere in the act.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from grants.models import Deliberation, PersonalMark
from ingest.reader.private.findings import personal_key
from ingest.reader.records import LineRecord, PersonalRecord
from ingest.store.private.masks import MASKED_PERSON, Masks
from ingest.store.values import storable

# Decimals of page fractions: a tenth of a millimetre on A4.
_DECIMALS = 4
PRINT_LENGTH = 12
TYPED = "nom d’une personne, saisi par un agent"


def sync_marks(act: Deliberation, records: Sequence[PersonalRecord]) -> bool:
    """Write the marks that `records` ask for; True where what is hidden changed. The act is left to be saved.

    Marks of staff and masked ones that they decided stay, found again or not.
    """
    stored = {_identity(mark): mark for mark in act.personal_marks.all()}
    decided = {(mark.kind, mark.key): mark for mark in stored.values() if mark.decided_at and mark.key}
    fresh = {_identity(mark): mark for mark in (_mark(act, record) for record in records)}
    for identity, mark in fresh.items():
        before = stored.get(identity) or decided.get((mark.kind, mark.key))
        if before:
            mark.status, mark.word = before.status, before.word
            mark.decided_by_id, mark.decided_at = before.decided_by_id, before.decided_at
        if identity in stored:
            mark.pk, mark.by_staff = stored[identity].pk, stored[identity].by_staff
            drawn = stored[identity].boxes if mark.by_staff else []
            mark.boxes = [*drawn, *(box for box in mark.boxes if box not in drawn)]
    gone = [
        mark
        for identity, mark in stored.items()
        if identity not in fresh and not mark.by_staff and not (mark.decided_at and mark.is_masked)
    ]
    act.personal_marks.filter(pk__in=[mark.pk for mark in gone]).delete()
    PersonalMark.objects.bulk_create([mark for mark in fresh.values() if mark.pk is None], batch_size=500)
    PersonalMark.objects.bulk_update(
        [mark for mark in fresh.values() if mark.pk is not None], ["text", "boxes", "reason", "is_service"], 200
    )
    return refresh_print(act)


def mark_typed_persons(act: Deliberation, records: Iterable[LineRecord], masks: Masks) -> None:
    """Mark the persons whose names staff typed as beneficiaries: masked as those that were read, until decided."""
    persons = {
        record.operator: PersonalMark(
            deliberation=act,
            kind=PersonalMark.Kind.PERSON,
            text=storable(record.operator),
            key=personal_key("person", record.operator),
            page=record.source.page,
            boxes=[[round(side, _DECIMALS) for side in record.source.box]],
            reason=TYPED,
            by_staff=True,
        )
        for record in records
        if record.operator != MASKED_PERSON and masks.is_private(record.operator)
        if not masks.hides_person(record.operator)
    }
    if persons:
        PersonalMark.objects.bulk_create(persons.values())
        refresh_print(act)
        act.save(update_fields=["masks_print", "masked_count"])


def refresh_print(act: Deliberation) -> bool:
    """Work out again the print of what is hidden on the pages, and how many things are; True where it changed.

    The act is left to be saved.
    """
    before = act.masks_print
    masked = [mark for mark in act.personal_marks.all() if mark.is_masked]
    told = sorted((mark.page, mark.boxes) for mark in masked)
    act.masks_print = sha256(f"{act.sha256} {told}".encode()).hexdigest()[:PRINT_LENGTH] if told else ""
    act.masked_count = len({(mark.kind, mark.key or mark.pk) for mark in masked})
    return act.masks_print != before


def boxes_of(records: Iterable[PersonalRecord]) -> list[list[float]]:
    """The places of records, as marks keep them."""
    return [[round(side, _DECIMALS) for side in source.box] for record in records for source in record.sources]


def _mark(act: Deliberation, record: PersonalRecord) -> PersonalMark:
    text = storable(record.text)
    return PersonalMark(
        deliberation=act,
        kind=record.kind,
        text=text,
        key=personal_key(record.kind, text),
        page=record.sources[0].page,
        boxes=boxes_of([record]),
        reason=record.reason,
        is_service=record.service,
    )


def _identity(mark: PersonalMark) -> tuple:
    """A signature has no text: it is known by its place, to a hundredth of the page."""
    place = () if mark.key else tuple(round(side, 2) for box in mark.boxes for side in box)
    return mark.kind, mark.key, mark.page, place
