"""One gesture of a member of staff on the lines of an act: gathered, then written whole with its entries in the log.

What follows a line follows here: search, names of pages, checks, the journal of what was ever public.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.utils import timezone

from grants.line_fields import FIELDS, NUMBERS, Value, as_text, value_of
from grants.models import Deliberation, Department, ErrorReport, GrantLine, LineEdit, StatedTotal
from grants.templatetags.french import euros_told
from ingest.desk.edits.values import EditError
from ingest.desk.rechecks import recheck
from ingest.store.lines import changes
from ingest.store.lines.drafts import Draft, corrected, draft_of

Kind = LineEdit.Kind


@dataclass(slots=True)
class Gesture:
    """What one gesture does. `drafts`: lines written, by key; `added`: new ones; `dropped`: lines set aside."""

    act: Deliberation
    author: User | None
    word: str = ""
    report: ErrorReport | None = None
    batch: UUID = field(default_factory=uuid4)
    at: datetime = field(default_factory=timezone.now)
    drafts: dict[int, Draft] = field(default_factory=dict)
    added: list[Draft] = field(default_factory=list)
    dropped: list[GrantLine] = field(default_factory=list)
    edits: list[LineEdit] = field(default_factory=list)

    def correct(self, line: GrantLine, values: Mapping[str, Value]) -> None:
        """Give a line these values; those that it has already are no correction."""
        new = {name: value for name, value in values.items() if value_of(line, name) != value}
        if not new:
            return
        for name, value in new.items():
            self.note(Kind.CORRECTED, line.pk, name, as_text(value_of(line, name)), as_text(value))
        self.drafts[line.pk] = corrected(self.drafts.get(line.pk) or draft_of(line), new, self.at)

    def drop(self, line: GrantLine) -> None:
        """Set a line aside: it is kept, and a new reading does not bring it back."""
        self.dropped.append(line)
        self.note(Kind.DROPPED, line.pk, before=told_line(line))

    def note(self, kind: Kind, line_pk: int, name: str = "", before: str = "", after: str = "") -> None:
        """An entry of the log."""
        self.edits.append(
            LineEdit(
                deliberation=self.act,
                line_pk=line_pk,
                kind=kind,
                field=name,
                before=before,
                after=after,
                word=self.word,
                batch=self.batch,
                report=self.report,
                author=self.author,
                at=self.at,
            )
        )

    def write(self) -> list[GrantLine]:
        """Write all of it; gives the lines added. Raises EditError where a row would have a year twice."""
        drafts = [*self.drafts.values(), *self.added]
        difference = amended(self.act, drafts, self.dropped)
        changes.write(self.act, difference, dropped=True)
        new = difference.new
        for line, draft in zip(new, self.added, strict=True):
            self.note(Kind.ADDED, line.pk, after=told_line(line))
            for name, text in _typed_texts(draft).items():
                if text != value_of(line, name):
                    self.note(Kind.ADDED, line.pk, name, after=text)
        _hide_masked(self.edits, {line.pk: line for line in difference.present})
        LineEdit.objects.bulk_create(self.edits, batch_size=500)
        settle(self.act, difference)
        return new


def _typed_texts(draft: Draft) -> dict[str, str]:
    return {name: getattr(draft.record, name) for name in FIELDS if name not in ("amount", *NUMBERS)}


def _hide_masked(edits: Iterable[LineEdit], lines: Mapping[int, GrantLine]) -> None:
    """What is masked in a line is not told by the entry that says what was typed: it is kept apart, for staff."""
    for edit in edits:
        if edit.field and (line := lines.get(edit.line_pk)):
            shown = as_text(value_of(line, edit.field))
            if shown != edit.after:
                edit.after, edit.unmasked = shown, edit.after


def begin(
    deliberation: Deliberation, author: User | None, word: str = "", report: ErrorReport | None = None
) -> Gesture:
    """A gesture on this act, which nobody else can change until the transaction ends."""
    Department.objects.select_for_update().get(pk=deliberation.department_id)  # the lock of readings too
    return Gesture(Deliberation.objects.select_related("department").get(pk=deliberation.pk), author, word, report)


def stored_line(act: Deliberation, pk: int) -> GrantLine:
    """A line of the act as it is now. Raises EditError where it is there no more."""
    line = act.lines.select_related("department").filter(pk=pk).first()
    if line is None:
        raise EditError("Cette ligne n’est plus dans l’acte\u202f: quelqu’un l’a écartée, ou une nouvelle lecture.")
    return line


def rows_of(act: Deliberation, *numbers: int) -> list[GrantLine]:
    """The lines of these printed rows, all their years, in order."""
    return list(act.lines.numbered(*numbers).select_related("department"))


def amended(act: Deliberation, drafts: Iterable[Draft], gone: Iterable[GrantLine]) -> changes.LineDifference:
    """What these drafts change. Raises EditError where a row would have a year twice."""
    drafts, gone = list(drafts), list(gone)
    touched = [*(draft.pk for draft in drafts if draft.pk), *(line.pk for line in gone)]
    places = Counter(act.lines.exclude(pk__in=touched).values_list("line", "year"))
    for draft in drafts:
        place = (draft.record.line, draft.record.year)
        if places[place]:
            year = f"l’année {place[1]}" if place[1] else "un montant sans année"
            raise EditError(f"La ligne {place[0]} a déjà {year}\u202f: une ligne imprimée n’a qu’un montant par année.")
        places[place] += 1
    return changes.amend(act, drafts, gone)


def settle(act: Deliberation, difference: changes.LineDifference) -> None:
    """Once the lines are written: what follows them."""
    recheck(act)
    changes.tell(act, difference)


def next_number(act: Deliberation) -> int:
    """The number of a row added after all those known, rows set aside and rows of totals included."""
    numbers = set(act.lines.values_list("line", flat=True))
    numbers.update(gone["line"] for gone in act.gone_lines.filter(dropped=True).values_list("values", flat=True))
    for listed in StatedTotal.objects.filter(deliberation=act).values_list("line_numbers", flat=True):
        numbers.update(listed)
    return max(numbers, default=0) + 1


def told_line(line: GrantLine) -> str:
    """A line in one sentence of the log: who, how much, for which year."""
    who = line.operator_text or line.action or "sans nom"
    return f"{who}\u202f: {euros_told(line.amount_cents)}{f' pour {line.year}' if line.year else ''}"
