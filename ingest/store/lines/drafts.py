"""A record with what staff decided over it → the line that it makes; and back, from a stored line to its record.

What is stored can be built again by the way of a reading: operator, headings and commune follow from the texts.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime

from grants.line_fields import FIELDS, as_text, column_of, from_text, value_of
from grants.models import Deliberation, GrantLine, LineEdit
from ingest.reader.records import Box, LineRecord, Source
from ingest.store.lines.building import build
from ingest.store.values import cents

Origin = GrantLine.Origin


@dataclass(frozen=True, slots=True)
class Draft:
    """A line to be built: its record, the values that staff gave included, under `pk` (None: a new line).

    `as_read`: what was read in the fields that staff corrected, as kept texts.
    """

    record: LineRecord
    pk: int | None = None
    origin: str = Origin.READ
    as_read: Mapping[str, str] = field(default_factory=dict)
    corrected_at: datetime | None = None


def record_of(line: GrantLine) -> LineRecord:
    """The record of a stored line, its values in force. Needs `department`."""
    box = Box(line.x0, line.y0, line.x1, line.y1)
    return LineRecord(
        line=line.line,
        table=line.table,
        source=Source(line.page, 0, line.row, box),
        department=line.department.name,
        certainty=line.certainty,
        notes=tuple(line.notes.split("\n")) if line.notes else (),
        **{name: value_of(line, name) for name in FIELDS},
    )


def draft_of(line: GrantLine) -> Draft:
    """The draft that gives this stored line again."""
    return Draft(record_of(line), line.pk, line.origin, line.as_read, line.corrected_at)


def corrected(draft: Draft, values: Mapping[str, object], at: datetime | None) -> Draft:
    """The draft with values that a person gave; what was read under them is kept, where anything was."""
    read = {name: as_text(getattr(draft.record, name)) for name in values} if draft.origin == Origin.READ else {}
    record = replace(draft.record, **values)
    return replace(draft, record=record, as_read={**read, **draft.as_read}, corrected_at=at)


def typed_values(act: Deliberation) -> dict[int, dict[str, str]]:
    """What staff typed in the lines of an act and still stands, by key and field, as kept texts.

    A line holds it without what is masked, and says it whole again once it is masked no more.
    """
    typed: dict[int, dict[str, str]] = {}
    kinds = (LineEdit.Kind.CORRECTED, LineEdit.Kind.ADDED)
    edits = LineEdit.objects.in_force().of_act(act).filter(kind__in=kinds).exclude(field="")
    for pk, name, shown, whole in edits.order_by("pk").values_list("line_pk", "field", "after", "unmasked"):
        typed.setdefault(pk, {})[name] = whole or shown
    return typed


def kept(stored: GrantLine, typed: Mapping[str, str]) -> Draft:
    """A line of staff that no reading gives: as it stands."""
    record = replace(record_of(stored), **{name: from_text(name, text) for name, text in typed.items()})
    return replace(draft_of(stored), record=record, as_read={})


def read_again(stored: GrantLine, record: LineRecord, typed: Mapping[str, str]) -> Draft:
    """A stored line that a reading gives again: where staff decided, their values stand over those of `record`."""
    decided = FIELDS if stored.origin == Origin.STAFF else stored.as_read
    values = {name: from_text(name, typed[name]) if name in typed else value_of(stored, name) for name in decided}
    return Draft(
        replace(record, **values),
        stored.pk,
        stored.origin,
        {name: as_text(getattr(record, name)) for name in decided},
        stored.corrected_at,
    )


def as_read(line: GrantLine) -> GrantLine:
    """A copy of a stored line with what was read where people corrected it since. Headings and operator as they are."""
    read = copy(line)
    for name, text in line.as_read.items():
        value = from_text(name, text)
        setattr(read, column_of(name), cents(value) if name == "amount" else value)
    return read


def build_drafts(act: Deliberation, drafts: Iterable[Draft]) -> Sequence[GrantLine]:
    """The unsaved lines of these drafts, each under its own key."""
    drafts = list(drafts)
    lines = build(act, [draft.record for draft in drafts])
    for line, draft in zip(lines, drafts, strict=True):
        line.pk, line.origin = draft.pk, draft.origin
        line.as_read, line.corrected_at = dict(draft.as_read), draft.corrected_at
    return lines
