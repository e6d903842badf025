"""What people did to an act, told gesture by gesture: who, when, what it was, what it is. Undoing is for `edits`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import User

from grants.line_fields import FIELDS, name_of, told
from grants.models import Deliberation, LineEdit

Kind = LineEdit.Kind


@dataclass(frozen=True, slots=True)
class Place:
    """The printed row and the year of a line, whether it still stands or is gone."""

    row: int
    year: int | None
    stands: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a gesture changed. `what`: in French; `before` and `after` as the public reads them; `place` is
    None for what the act says of itself, and for a line of which nothing is kept."""

    place: Place | None
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Gesture:
    """All that one gesture did. `undone_at` is None where it is in force."""

    batch: UUID
    author: User | None
    at: datetime
    word: str
    undone_at: datetime | None
    undone_by: User | None
    changes: list[Change]


def gestures_of(act: Deliberation, edits: Iterable[LineEdit]) -> list[Gesture]:
    """These entries of the log of an act as gestures, the latest first. Two queries."""
    places = _places(act)
    batches: dict[UUID, list[LineEdit]] = {}
    for edit in edits:
        batches.setdefault(edit.batch, []).append(edit)
    gestures = [_gesture(batch, entries, places) for batch, entries in batches.items()]
    return sorted(gestures, key=lambda gesture: gesture.at, reverse=True)


def _places(act: Deliberation) -> dict[int, Place]:
    gone = act.gone_lines.values_list("line_pk", "values__line", "values__year")
    standing = act.lines.values_list("pk", "line", "year")
    return {pk: Place(row, year, False) for pk, row, year in gone} | {
        pk: Place(row, year, True) for pk, row, year in standing
    }


def _gesture(batch: UUID, edits: list[LineEdit], places: dict[int, Place]) -> Gesture:
    edits = sorted(edits, key=lambda edit: edit.pk)
    first = edits[0]
    changes = list(dict.fromkeys(_change(edit, places.get(edit.line_pk)) for edit in edits))
    return Gesture(batch, first.author, first.at, first.word, first.undone_at, first.undone_by, changes)


def _change(edit: LineEdit, place: Place | None) -> Change:
    if edit.kind == Kind.CONFIRMED:
        return Change(place, "trouvée conforme à l’imprimé", "", "")
    if edit.field in FIELDS:
        before, after = told(edit.field, edit.before), told(edit.field, edit.after)
        return Change(place, name_of(edit.field), before or "rien", after or "rien")
    what = edit.field or edit.get_kind_display()
    return Change(place, what, edit.before, edit.after)
