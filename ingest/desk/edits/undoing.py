"""One gesture taken back exactly: values, rows, permanent numbers, totals."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from grants.line_fields import Value, from_text
from grants.models import Deliberation, GrantLine, Leftover, LineEdit
from ingest.desk.edits.corrections import ACT, write_act
from ingest.desk.edits.counted import count_out
from ingest.desk.edits.gestures import Gesture, Kind, amended, begin, next_number, settle, stored_line
from ingest.desk.edits.values import EditError
from ingest.store.lines import changes, gone
from ingest.store.lines.drafts import Draft, Origin, draft_of

_LATER = "Une correction plus récente porte sur la même ligne\u202f: annulez-la d’abord."


@transaction.atomic
def undo(batch: UUID, author: User | None) -> None:
    """Take back one gesture. Raises EditError where it is taken back already, or a later one depends on it."""
    edits = list(LineEdit.objects.in_force().filter(batch=batch).select_related("deliberation").order_by("pk"))
    if not edits:
        raise EditError("Ce geste est déjà annulé.")
    gesture = begin(edits[0].deliberation, author)
    _refuse_if_needed_later(gesture.act, edits)
    others = LineEdit.objects.in_force().of_act(gesture.act).exclude(batch=batch).filter(kind=Kind.CORRECTED)
    lines = [edit for edit in edits if edit.line_pk != ACT and edit.kind != Kind.CONFIRMED]
    if lines:
        _undo_lines(gesture, lines, list(others))
    if of_act := [edit for edit in edits if edit.line_pk == ACT]:
        _undo_act(gesture.act, of_act, list(others))
    LineEdit.objects.filter(pk__in=[edit.pk for edit in edits]).update(undone_at=timezone.now(), undone_by=author)


def _refuse_if_needed_later(act: Deliberation, edits: list[LineEdit]) -> None:
    """Corrections of other fields do not depend on one another; whole rows and their values do."""
    by_line = defaultdict(list)
    for edit in edits:
        by_line[edit.line_pk].append(edit)
    later = LineEdit.objects.in_force().of_act(act).filter(line_pk__in=by_line, pk__gt=edits[0].pk)
    for other in later.exclude(batch=edits[0].batch).exclude(kind=Kind.CONFIRMED):
        for edit in by_line[other.line_pk]:
            if edit.field == other.field or {edit.kind, other.kind} != {Kind.CORRECTED.value}:
                raise EditError(_LATER)


def _undo_lines(gesture: Gesture, edits: list[LineEdit], others: list[LineEdit]) -> None:
    act, removed = gesture.act, []
    back = {line.pk: line for line in gone.gone_lines(act, dropped=True)}
    drafts: dict[int, Draft] = {}
    for edit in edits:
        pk = edit.line_pk
        if edit.kind == Kind.CORRECTED:
            draft = drafts.get(pk) or draft_of(stored_line(act, pk))
            drafts[pk] = _without(draft, edit, others)
        elif edit.kind == Kind.DROPPED:
            if pk not in back:
                raise EditError("Cette ligne n’est plus gardée\u202f: elle ne peut pas revenir.")
            drafts[pk] = draft_of(back[pk])
        elif edit.kind == Kind.ADDED and not edit.field:
            line = stored_line(act, pk)
            if line.as_read:
                drafts[pk] = _as_read_since(line)
            else:
                removed.append(line)
    drafts = _with_free_numbers(act, drafts, [pk for pk in drafts if pk in back])
    difference = amended(act, drafts.values(), removed)
    changes.write(act, difference)
    gone.erase(removed)
    Leftover.objects.filter(deliberation=act, line_pk__in=[line.pk for line in removed]).update(line_pk=None)
    for number in {line.line for line in removed}:
        if not act.lines.numbered(number).exists():
            count_out(act, number)
    settle(act, difference)


def _without(draft: Draft, edit: LineEdit, others: list[LineEdit]) -> Draft:
    """The draft with the value that its field had before this correction."""
    name, same_line = edit.field, [other for other in others if other.line_pk == edit.line_pk]
    earlier = [other for other in same_line if other.field == name]
    read = dict(draft.as_read)
    if earlier:
        before = earlier[-1].unmasked or earlier[-1].after
    elif draft.origin == Origin.READ:
        if name not in read:
            return draft
        before = read.pop(name)
    else:
        before = edit.before
    return replace(
        draft,
        record=replace(draft.record, **{name: from_text(name, before)}),
        as_read=read,
        corrected_at=max((other.at for other in same_line), default=None),
    )


def _as_read_since(line: GrantLine) -> Draft:
    """A row that staff added and that a later reading has too: it stays, as read."""
    draft = draft_of(line)
    values: dict[str, Value] = {name: from_text(name, text) for name, text in draft.as_read.items()}
    return Draft(replace(draft.record, **values), draft.pk)


def _with_free_numbers(act: Deliberation, drafts: dict[int, Draft], back: list[int]) -> dict[int, Draft]:
    """Rows that come back keep their number, unless a new reading gave it to another row."""
    taken = set(act.lines.values_list("line", flat=True))
    moved: dict[int, int] = {}
    for pk in back:
        number = drafts[pk].record.line
        if number in taken and number not in moved:
            moved[number] = next_number(act) + len(moved)
    return {
        pk: replace(draft, record=replace(draft.record, line=moved[draft.record.line]))
        if pk in back and draft.record.line in moved
        else draft
        for pk, draft in drafts.items()
    }


def _undo_act(act: Deliberation, edits: list[LineEdit], others: list[LineEdit]) -> None:
    values: dict[str, str | date | None] = {}
    for edit in edits:
        earlier = [other for other in others if other.line_pk == ACT and other.field == edit.field]
        text = earlier[-1].after if earlier else act.as_read.pop(edit.field, edit.before)
        is_date = act._meta.get_field(edit.field).get_internal_type() == "DateField"
        values[edit.field] = (date.fromisoformat(text) if text else None) if is_date else text
    write_act(act, values)
