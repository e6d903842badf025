"""What people did to an act, told gesture by gesture: who, when, what it was, what it is. Undoing is for `edits`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import User

from grants.line_fields import FIELDS, name_of, told
from grants.models import LineEdit

Kind = LineEdit.Kind


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a gesture changed. `what`: in French; `before` and `after` as the public reads them."""

    line_pk: int
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


def gestures_of(edits: Iterable[LineEdit]) -> list[Gesture]:
    """These entries of the log as gestures, the latest first."""
    batches: dict[UUID, list[LineEdit]] = {}
    for edit in edits:
        batches.setdefault(edit.batch, []).append(edit)
    gestures = [_gesture(batch, entries) for batch, entries in batches.items()]
    return sorted(gestures, key=lambda gesture: gesture.at, reverse=True)


def _gesture(batch: UUID, edits: list[LineEdit]) -> Gesture:
    edits = sorted(edits, key=lambda edit: edit.pk)
    first = edits[0]
    changes = list(dict.fromkeys(_change(edit) for edit in edits))
    return Gesture(batch, first.author, first.at, first.word, first.undone_at, first.undone_by, changes)


def _change(edit: LineEdit) -> Change:
    if edit.kind == Kind.CONFIRMED:
        return Change(edit.line_pk, "trouvée conforme à l’imprimé", "", "")
    if edit.field in FIELDS:
        before, after = told(edit.field, edit.before), told(edit.field, edit.after)
        return Change(edit.line_pk, name_of(edit.field), before or "rien", after or "rien")
    what = edit.field or edit.get_kind_display()
    return Change(edit.line_pk, what, edit.before, edit.after)
