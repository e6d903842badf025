"""Which stored act a reading is of, and how what it says of itself differs from what is stored."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Q
from django.utils.text import slugify

from grants.addresses import free_slug
from grants.models import Deliberation, Department
from grants.search import entries
from ingest.places.departments import find_department
from ingest.reader import READER_VERSION
from ingest.reader.records import Reading
from ingest.store.beside.skipped import skipped_notes
from ingest.store.errors import StoreError
from ingest.store.private.masks import masks_of, with_persons
from ingest.store.values import act_text, columns, cut_to_fit, values

# Columns of the act that do not come from the reading.
_NOT_READ = (
    *("status", "published_at", "slug", "source", "read_at", "as_read"),
    *("rectifies", "rectification", "replaced_by", "masks_print", "masked_count"),
)
READ = columns(Deliberation, but=_NOT_READ)


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a reading besides what it holds.

    `department` (name or code) serves where the act names none. `act` is the one to update, whatever number was read;
    `author` is who accepts the reading; `reader_version` is that of a reading kept before. `tables_alone` takes an act
    of which nothing but tables could be read, for staff to say what these are.
    """

    department: str = ""
    act: Deliberation | None = None
    author: User | None = None
    reader_version: str = READER_VERSION
    tables_alone: bool = False


@dataclass(slots=True)
class Found:
    """The act as stored (None: a new one) and as read; `changes`: labels of what differs; `reading`: what the public
    may read of it, nothing that is masked."""

    stored: Deliberation | None
    act: Deliberation
    changes: list[str]
    reading: Reading


def find_act(reading: Reading, told: Told) -> Found:
    """The act that this reading is of. Raises `StoreError` where the département is not known."""
    department = _department(reading, told.department or (told.act.department_id if told.act else ""))
    stored = Deliberation.objects.get(pk=told.act.pk) if told.act else _stored_act(reading, department)
    reading = with_persons(reading)
    reading = masks_of(stored, reading.personal).reading(reading)
    texts = _texts(reading) | {"reader_version": told.reader_version}
    act = Deliberation(pk=stored.pk if stored else None, department=department, **texts)
    if stored:
        for field in (field for field in Deliberation._meta.concrete_fields if field.name in _NOT_READ):
            setattr(act, field.attname, getattr(stored, field.attname))
        if stored.sha256 == act.sha256:
            act.source_name = stored.source_name  # the same bytes under another name are the same file
    else:
        act.slug = free_slug(act)
    cut_to_fit(act)
    return Found(stored, act, _changes(stored, act) if stored else [], reading)


def _changes(stored: Deliberation, act: Deliberation) -> list[str]:
    """Put what staff corrected over what was read; gives the labels of what differs."""
    corrected = {name: getattr(stored, name) for name in stored.as_read}
    act.as_read = {name: act_text(getattr(act, name)) for name in corrected}
    for name, value in corrected.items():
        setattr(act, name, value)
    before, after = values(stored, READ), values(act, READ)
    changes = [str(f.verbose_name) for f, was, now in zip(READ, before, after, strict=True) if was != now]
    otherwise = [name for name, text in act.as_read.items() if text != stored.as_read[name]]
    names = [str(Deliberation._meta.get_field(name).verbose_name) for name in otherwise]
    return [*changes, *(f"{name} lu, sous une correction qui reste" for name in names)]


def _department(reading: Reading, text: str) -> Department:
    """The département that the act names, its row locked: one writer at a time for each."""
    printed = reading.deliberation.department
    named = find_department(printed) or find_department(text)
    if named is None:
        told = (
            f"le département nommé, «\u202f{printed}\u202f», n’est pas dans la liste officielle"
            if printed
            else "le document ne nomme pas son département"
        )
        reason = f"{told}\u202f; indiquez lequel et relancez la lecture."
        raise StoreError(reading.document.name, reason=reason)
    code, name = named
    if Department.objects.get_or_create(code=code, defaults={"name": name})[1]:
        entries.index(Department.objects.filter(code=code))
    return Department.objects.select_for_update().get(code=code)


def _stored_act(reading: Reading, department: Department) -> Deliberation | None:
    """The same file, or the same number of the same département; councils that number each session anew are told
    apart by its date."""
    acts = Deliberation.objects.filter(department=department)
    same_file = Deliberation.objects.of_file(reading.document.sha256).first()
    if same_file or not slugify(reading.deliberation.number):
        return same_file
    number = reading.deliberation.number
    base = Deliberation.slug_for(department.code, number)
    day = reading.deliberation.session_date
    for act in acts.filter(Q(slug__startswith=base) | Q(as_read__number=number)).order_by("pk"):
        numbers, days = {act.number, act.as_read.get("number", "")}, {act_text(act.session_date)}
        days |= {act.as_read.get("session_date", "")}
        is_of_day = day is None or act.session_date is None or act_text(day) in days
        if is_of_day and base in {Deliberation.slug_for(department.code, told) for told in numbers}:
            return act
    return None


def _texts(reading: Reading) -> dict:
    record, document = reading.deliberation, reading.document
    return {
        "body": record.body,
        "number": record.number,
        "report_reference": record.report_reference,
        "title": record.title,
        "session_date": record.session_date,
        "received_date": record.received_date,
        "published_date": record.published_date,
        "prefecture_receipt": record.prefecture_receipt,
        "president": record.president,
        "secretary": record.secretary,
        "source_name": document.name,
        "sha256": document.sha256,
        "page_count": len(document.pages),
        "page_sizes": [[round(page.width, 2), round(page.height, 2)] for page in document.pages],
        "reading_notes": "\n".join([*reading.notes, *skipped_notes(reading.skipped_tables)]),
    }
