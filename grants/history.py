"""The version of the public data and its journal: what every publication, correction and load goes through.

Each function writes in the transaction of its caller: the version moves if and only if the data do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from grants.models import Change, DataVersion, Deliberation, GrantLine

Kind = Change.Kind
# What a line said, kept when it changes or goes: enough to tell which questions it answered.
TOLD = (
    *("line", "year", "amount_cents", "places", "page", "operator_text", "action", "amount_text"),
    *("department_id", "territory_id", "programme_id", "subprogramme_id", "operator_id", "commune_id"),
)
_ONLY = 1  # key of the one row


@dataclass(frozen=True, slots=True)
class Version:
    """A state of the public data: its number, which only grows, when it came, and whether it is the demonstration's."""

    number: int
    changed_at: datetime | None
    is_demonstration: bool = False


def current() -> Version:
    """The state that is public now; number 0 before anything was published."""
    row = DataVersion.objects.filter(pk=_ONLY).values_list("number", "changed_at", "is_demonstration").first()
    return Version(*row) if row else Version(0, None)


def seen_by(request: HttpRequest | None) -> Version | None:
    """The state that the answer to this request shows, as the middleware noted it; None where a page of an error, or a
    call without a middleware, reads no database."""
    return getattr(request, "data_version", None)


def bump() -> int:
    """Something that the public sees has changed: gives the number of the new version."""
    now = timezone.now()
    if not DataVersion.objects.filter(pk=_ONLY).update(number=F("number") + 1, changed_at=now):
        DataVersion.objects.get_or_create(pk=_ONLY, defaults={"number": 0, "changed_at": now})
        DataVersion.objects.filter(pk=_ONLY).update(number=F("number") + 1, changed_at=now)
    return current().number


def mark_demonstration() -> None:
    """Say on every page that the data are the demonstration's; to be called where they have just been loaded."""
    bump()
    DataVersion.objects.filter(pk=_ONLY).update(is_demonstration=True)


def published(act: Deliberation) -> None:
    """An act has just been put online."""
    _note(bump(), [Change(kind=Kind.PUBLISHED, deliberation=act)])


def withdrawn(act: Deliberation, known: dict[str, int]) -> None:
    """An act has just been taken offline; `known`: what was known to be open in it, for who would put it back."""
    _note(bump(), [Change(kind=Kind.WITHDRAWN, deliberation=act, before=known)])


def replaced(act: Deliberation) -> None:
    """Another act that is online now stands in the place of this one: its lines no longer enter the sums."""
    _note(bump(), [Change(kind=Kind.REPLACED, deliberation=act)])


def restored(act: Deliberation) -> None:
    """Nothing stands in the place of this act any more: its lines enter the sums again."""
    _note(bump(), [Change(kind=Kind.RESTORED, deliberation=act)])


def lines_changed(
    act: Deliberation,
    *,
    new: Iterable[GrantLine],
    changed: Iterable[tuple[GrantLine, GrantLine]],
    gone: Iterable[GrantLine],
) -> None:
    """Lines of an act that was online once have changed, read again or corrected. To be called once written.

    `gone` lines still hold the key that they had.
    """
    new = list(new)
    entries = [Change(kind=Kind.ADDED, line_pk=line.pk, after=told(line)) for line in new]
    entries += [
        Change(kind=Kind.CORRECTED, line_pk=line.pk, before=told(old), after=told(line)) for old, line in changed
    ]
    entries += [
        Change(kind=Kind.GONE, line_pk=line.pk, before=told(line), replaced_by=_successor(line, new)) for line in gone
    ]
    for entry in entries:
        entry.deliberation = act
    if entries:
        _note(bump(), entries)


def told(line: GrantLine) -> dict[str, int | str | None]:
    """What the journal keeps of a line."""
    return {name: getattr(line, name) for name in TOLD}


def _note(version: int, entries: list[Change]) -> None:
    now = timezone.now()
    for entry in entries:
        entry.version, entry.at = version, now
    Change.objects.bulk_create(entries, batch_size=500)


def _successor(gone: GrantLine, new: Iterable[GrantLine]) -> GrantLine | None:
    """The one new line printed at the same place for the same year, or for the same operator and year; else None."""
    same_year = [line for line in new if line.year == gone.year]
    for is_alike in (_is_at_the_place_of, _is_of_the_operator_of):
        alike = [line for line in same_year if is_alike(line, gone)]
        if len(alike) == 1:
            return alike[0]
    return None


def _is_at_the_place_of(line: GrantLine, gone: GrantLine) -> bool:
    """Whether the middle of one row is inside the other."""
    return line.page == gone.page and gone.y0 <= (line.y0 + line.y1) / 2 <= gone.y1


def _is_of_the_operator_of(line: GrantLine, gone: GrantLine) -> bool:
    return line.operator_id is not None and line.operator_id == gone.operator_id
