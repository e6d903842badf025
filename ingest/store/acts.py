"""One act, from its reading to the database, in one transaction."""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify

from grants import entries, history
from grants.addresses import free_slug, readdress
from grants.models import Check, Deliberation, Department, GrantLine
from ingest.departments import find_department
from ingest.reader import READER_VERSION
from ingest.reader.errors import NoGrantError
from ingest.reader.records import Reading
from ingest.store import kept, lines, parts
from ingest.store.errors import StoreError
from ingest.store.printed import replace_tables
from ingest.store.report import StoreReport
from ingest.store.skipped import skipped_notes
from ingest.store.values import columns, cut_to_fit, storable, values

# Columns of the act that do not come from the reading.
_NOT_READ = ("status", "published_at", "slug", "source", "read_at", "rectifies", "rectification")
_READ = columns(Deliberation, but=_NOT_READ)


@dataclass(slots=True)
class _Found:
    """The act as stored (None: a new one) and as read; `changes`: labels of what differs."""

    stored: Deliberation | None
    act: Deliberation
    changes: list[str]


def save(
    reading: Reading,
    *,
    file: bytes | Path,
    publish: bool = False,
    dry_run: bool = False,
    department: str = "",
    act: Deliberation | None = None,
    author: User | None = None,
    reader_version: str = READER_VERSION,
) -> StoreReport:
    """Save one reading with its file; all or nothing. The same act read again is compared and updated.

    A new act is a draft unless `publish`; one that is published stays so. `department` (name or code) serves where the
    act names none. `act` is the one to update, whatever number was read; `author` is who accepts the reading, which is
    kept whole (`ingest.store.kept`); `reader_version` is that of a reading kept before. With `dry_run` the report is
    the same and nothing is written. Raises `NoGrantError` where there is nothing to save, `StoreError` where the
    département is not known or the file is not the one that was read.
    """
    reading = storable(reading)
    name = reading.document.name
    content = file.read_bytes() if isinstance(file, Path) else file
    if not reading.lines and not reading.totals and not reading.leftovers:
        raise NoGrantError(name)
    if sha256(content).hexdigest() != reading.document.sha256:
        raise StoreError(name, reason="le fichier à conserver n’est pas celui qui a été lu.")
    written = ""
    storage = Deliberation._meta.get_field("source").storage
    try:
        with transaction.atomic():
            found = _find(reading, department, act, reader_version)
            if found.stored is None or found.stored.sha256 != reading.document.sha256:
                found.act.source, made = _stored_name(found.act), False
                if not dry_run:
                    made = _keep(found.act.source.name, content, reading.document.sha256)
                written = found.act.source.name if made else ""
            report = _write(found, reading, publish)
            kept.keep(found.act, reading, author, reader_version=reader_version)
            if dry_run:
                report = replace(report, deliberation_id=found.stored.pk if found.stored else None)
                transaction.set_rollback(True)
    except BaseException:
        if written:
            storage.delete(written)
        raise
    return report


def known(sha256: str) -> StoreReport | None:
    """The report of a file that this version of the reader has already read: nothing to do. None: to be read."""
    act = Deliberation.objects.filter(sha256=sha256, reader_version=READER_VERSION).first()
    return _report(act, "unchanged", same=act.lines.count()) if act else None


# ---- which act it is ---------------------------------------------------------------------------------------------


def _find(reading: Reading, department_text: str, target: Deliberation | None, reader_version: str) -> _Found:
    department = _department(reading, department_text or (target.department_id if target else ""))
    stored = Deliberation.objects.get(pk=target.pk) if target else _stored_act(reading, department)
    texts = _texts(reading) | {"reader_version": reader_version}
    act = Deliberation(pk=stored.pk if stored else None, department=department, **texts)
    if stored:
        for field in (field for field in Deliberation._meta.concrete_fields if field.name in _NOT_READ):
            setattr(act, field.attname, getattr(stored, field.attname))
        if stored.sha256 == act.sha256:
            act.source_name = stored.source_name  # the same bytes under another name are the same file
    else:
        act.slug = free_slug(act)
    cut_to_fit(act)
    changes = []
    if stored:
        before, after = values(stored, _READ), values(act, _READ)
        changes = [str(f.verbose_name) for f, was, now in zip(_READ, before, after, strict=True) if was != now]
    return _Found(stored, act, changes)


def _department(reading: Reading, text: str) -> Department:
    """The département that the act names, its row locked: one writer at a time for each."""
    printed = reading.deliberation.department
    named = find_department(printed) or find_department(text)
    if named is None:
        told = f"le département «\u202f{printed}\u202f» n’est pas dans la liste officielle" if printed else "non nommé"
        mend = "Indiquez-le\u202f: liste «\u202fDépartement\u202f» de l’envoi, ou --department 59 à la commande."
        reason = f"département inconnu ({told}). {mend}"
        raise StoreError(reading.document.name, reason=reason)
    code, name = named
    if Department.objects.get_or_create(code=code, defaults={"name": name})[1]:
        entries.index(Department.objects.filter(code=code))
    return Department.objects.select_for_update().get(code=code)


def _stored_act(reading: Reading, department: Department) -> Deliberation | None:
    """The same file, or the same number of the same département; councils that number each session anew are told
    apart by its date."""
    acts = Deliberation.objects.filter(department=department)
    same_file = Deliberation.objects.filter(sha256=reading.document.sha256).first()
    if same_file or not slugify(reading.deliberation.number):
        return same_file
    base = Deliberation.slug_for(department.code, reading.deliberation.number)
    day = reading.deliberation.session_date
    same_number = [
        act
        for act in acts.filter(slug__startswith=base)
        if Deliberation.slug_for(department.code, act.number) == base
        and (day is None or act.session_date is None or act.session_date == day)
    ]
    return same_number[0] if same_number else None


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


# ---- its file ----------------------------------------------------------------------------------------------------


def _stored_name(act: Deliberation) -> str:
    """From the file's print, never from the name under which it came."""
    return act._meta.get_field("source").generate_filename(act, f"{act.sha256}.pdf")


def _keep(name: str, content: bytes, digest: str) -> bool:
    """Write the file byte for byte; True where it was not there whole already (a crash may have left a part)."""
    storage = Deliberation._meta.get_field("source").storage
    if storage.exists(name):
        with storage.open(name) as there:
            if sha256(there.read()).hexdigest() == digest:
                return False
        storage.delete(name)
    storage.save(name, ContentFile(content))
    return True


# ---- writing -----------------------------------------------------------------------------------------------------


def _write(found: _Found, reading: Reading, publish: bool) -> StoreReport:
    stored, act, act_changes = found.stored, found.act, found.changes
    if stored is None:
        act.read_at = timezone.now()
        act.save(force_insert=True)
    records, impossible_lines = lines.split_impossible(reading.lines)
    totals, impossible_totals = parts.split_impossible(reading.totals)
    leftovers = (*reading.leftovers, *impossible_lines, *impossible_totals)
    reading = replace(reading, totals=tuple(totals))
    fresh = lines.build(act, records)
    difference = lines.compare(act, fresh)
    lines.write(act, difference)
    operators = {line.operator for line in fresh if line.operator}
    act_changes += parts.replace(act, reading, leftovers, operators)
    replace_tables(act, reading.tables)
    appears = publish and act.status != Deliberation.Status.PUBLISHED
    touched = bool(difference or act_changes)
    if appears:
        act.status, act.published_at = Deliberation.Status.PUBLISHED, timezone.now()
    if touched:
        act.read_at = timezone.now()
    if touched or appears:
        if stored:
            readdress(act, stored.number)
        act.save(force_update=True)
        entries.index([act])
        _tell(act, difference, appears=appears)
    status = "new" if stored is None else "updated" if touched or appears else "unchanged"
    return _report(
        act,
        status,
        same=len(difference.same) + len(difference.moved),
        act_changes=() if stored is None else (*act_changes, *(["état"] if appears else [])),
        file=reading.document.name,
        **lines.changes(difference),
    )


def _tell(act: Deliberation, difference: lines.LineDifference, *, appears: bool) -> None:
    """Note in the journal what the public sees change. Even a draft can change the shown name of an operator."""
    if appears:
        history.published(act)
        return
    history.bump()
    if act.published_at:
        history.lines_read_again(act, new=difference.new, changed=difference.changed, gone=difference.gone)


def _report(act: Deliberation, status: str, **told) -> StoreReport:
    statuses = dict(
        Check.objects.filter(total__deliberation=act).order_by().values_list("status").annotate(models.Count("pk"))
    )
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
            "leftovers": act.leftovers.count(),
        }
        | told
    )
