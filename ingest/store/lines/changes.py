"""What changes in the lines of an act, by a new reading or by the hand of staff, and its writing.

A line that stays keeps its id, and so does one that comes back. What people decided stands over what is read.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from django.db.models import F

from grants import history
from grants.corrections import refresh_search
from grants.models import Deliberation, GrantLine, LineEdit, Operator
from grants.querysets import GrantLineQuerySet
from grants.search import entries
from ingest.reader.records import LineRecord
from ingest.store.lines import gone as gone_rows
from ingest.store.lines.building import build, build_by_batches
from ingest.store.lines.decided import decide
from ingest.store.lines.drafts import Draft, Origin, build_drafts
from ingest.store.lines.matching import DECIDED, WHERE, Pair, Times, match
from ingest.store.names.operators import refresh
from ingest.store.values import columns, values
from portal.french import straight

# Lines of a new act are built and written so many at a time, however many it prints; so are their operators indexed.
_AT_ONCE = 1000

# Moves the lines of an act out of the way while they are numbered again: more rows than an act has, within 4 bytes.
_ASIDE = 1_000_000_000

HEADINGS = ("territory", "programme", "subprogramme")
_ALL_FIELDS = columns(GrantLine, but=("deliberation",))
FACTS = columns(GrantLine, but=("deliberation", *WHERE, *DECIDED))


@dataclass(frozen=True, slots=True)
class StoredLines:
    """The lines of an act as stored, looked for each time that they are asked for."""

    act: Deliberation

    def __len__(self) -> int:
        return self.act.lines.count()

    def __iter__(self) -> Iterator[GrantLine]:
        return _stored(self.act).iterator(_AT_ONCE)


@dataclass(slots=True)
class LineDifference:
    """What comparing gave. `moved`: the same rows, printed elsewhere or numbered otherwise; `outvoted`: those of them
    in which something else is read under a correction, which stands.

    `new` lines with a key are back after having been gone. `dropped`: rows set aside by staff, as they are read now.
    `numbers`: the number of each row that staff added → its number from now on.
    """

    new: list[GrantLine] | StoredLines = field(default_factory=list)
    same: list[GrantLine] = field(default_factory=list)
    moved: list[GrantLine] = field(default_factory=list)
    changed: list[Pair] = field(default_factory=list)
    gone: list[GrantLine] = field(default_factory=list)
    outvoted: list[Pair] = field(default_factory=list)
    dropped: list[GrantLine] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.new or self.moved or self.changed or self.gone)

    @property
    def present(self) -> Iterator[GrantLine]:
        """The lines that there are from now on, of those compared."""
        return chain(self.new, self.same, self.moved, (line for _, line in self.changed))

    @property
    def is_decided(self) -> bool:
        """Whether staff decided over one of these lines."""
        if isinstance(self.new, StoredLines):
            return False
        return bool(self.dropped) or any(line.origin == Origin.STAFF or line.as_read for line in self.present)

    def add(self, old: GrantLine, line: GrantLine) -> None:
        """A stored line and what becomes of it."""
        if values(old, FACTS) != values(line, FACTS):
            self.changed.append((old, line))
        elif values(old, _ALL_FIELDS) != values(line, _ALL_FIELDS):
            self.moved.append(line)
        else:
            self.same.append(line)
        if any(line.as_read[name] != text for name, text in old.as_read.items() if name in line.as_read):
            self.outvoted.append((old, line))


def says(line: GrantLine) -> list[object]:
    """What a line says, apostrophes of one shape: two lines that say the same are one to a reader."""
    return [straight(value) if isinstance(value, str) else value for value in values(line, FACTS)]


# ---- read again --------------------------------------------------------------------------------------------------


def compare(act: Deliberation, records: Sequence[LineRecord]) -> LineDifference:
    """The lines stored against those just read, what staff decided applied. A line that stays has its key."""
    fresh = build(act, records)
    stored = list(_stored(act))
    dropped, lost = gone_rows.gone_lines(act, dropped=True), gone_rows.gone_lines(act, dropped=False)
    matches = match(stored, dropped, lost, fresh, _times(act))
    decided, numbers = decide(act, matches, fresh, records)
    difference = LineDifference(new=matches.new, numbers=numbers)
    for old, line in (*matches.stored, *matches.lost, *matches.dropped):
        line.pk = old.pk
    for old, line in matches.stored:
        difference.add(old, decided.get(old.pk, line))
    for old in matches.left:
        if old.pk in decided:
            difference.add(old, decided[old.pk])
        else:
            difference.gone.append(old)
    difference.new += [decided.get(old.pk, line) for old, line in matches.lost]
    difference.dropped += [decided.get(old.pk, line) for old, line in matches.dropped]
    difference.dropped += [decided[old.pk] for old in matches.aside if old.pk in decided]
    return difference


def _times(act: Deliberation) -> Times:
    added = LineEdit.objects.in_force().of_act(act).filter(kind=LineEdit.Kind.ADDED)
    return Times(dict(added.values_list("line_pk", "at")), dict(act.gone_lines.values_list("line_pk", "at")))


# ---- read for the first time ---------------------------------------------------------------------------------------


def write_first(act: Deliberation, records: Sequence[LineRecord]) -> LineDifference:
    """Write the lines of an act that has none, over which nobody has decided anything."""
    for lines in build_by_batches(act, records, _AT_ONCE):
        GrantLine.objects.bulk_create(lines, batch_size=500)
    for name in ("operator", *HEADINGS):
        model = GrantLine._meta.get_field(name).related_model
        keys = list(act.lines.exclude(**{name: None}).order_by(f"{name}_id").values_list(name, flat=True).distinct())
        for start in range(0, len(keys), _AT_ONCE):
            things = model.objects.filter(pk__in=keys[start : start + _AT_ONCE])
            if model is Operator:
                refresh_search(GrantLine.objects.by_operator(*refresh(things)))
            entries.index(things)
    return LineDifference(new=StoredLines(act))


# ---- by hand -----------------------------------------------------------------------------------------------------


def amend(act: Deliberation, drafts: Iterable[Draft], gone: Iterable[GrantLine] = ()) -> LineDifference:
    """What these drafts change in the stored lines, and the lines that go. A draft whose key is not stored is new."""
    drafts = list(drafts)
    keys = [draft.pk for draft in drafts if draft.pk]
    stored = {line.pk: line for line in _stored(act).filter(pk__in=keys)}
    difference = LineDifference(gone=list(gone))
    for line in build_drafts(act, drafts):
        if line.pk in stored:
            difference.add(stored[line.pk], line)
        else:
            difference.new.append(line)
    return difference


def _stored(act: Deliberation) -> GrantLineQuerySet:
    return act.lines.select_related("operator", "department", *HEADINGS).order_by("line", "year")


# ---- written -----------------------------------------------------------------------------------------------------


def write(act: Deliberation, difference: LineDifference, *, dropped: bool = False) -> None:
    """Delete what is gone, number and write what moved or changed under its own id, add what is new or back.

    Gone lines are remembered with their ids; `dropped`: as set aside by a person.
    """
    gone_rows.remember(act, difference.gone, dropped=dropped)
    gone_rows.keep_current(difference.dropped)
    act.lines.filter(pk__in=[line.pk for line in difference.gone]).delete()
    rewritten = [*difference.moved, *(line for _, line in difference.changed)]
    if rewritten:
        act.lines.filter(pk__in=[line.pk for line in rewritten]).update(line=F("line") + _ASIDE)
        GrantLine.objects.bulk_create(
            rewritten,
            update_conflicts=True,
            unique_fields=["pk"],
            update_fields=[field.name for field in _ALL_FIELDS],
            batch_size=500,
        )
    GrantLine.objects.bulk_create(difference.new, batch_size=500)
    gone_rows.forget(difference.new)
    touched = (*difference.new, *difference.gone, *(line for both in difference.changed for line in both))
    operators = {line.operator for line in touched if line.operator}
    refresh_search(GrantLine.objects.by_operator(*refresh(operators)))
    for things in (operators, *({getattr(line, name) for line in touched} - {None} for name in HEADINGS)):
        entries.index(things)


def tell(act: Deliberation, difference: LineDifference) -> None:
    """Move the version of the public data, and note in the journal what changes of an act that was ever online. Even a
    draft can change the shown name of an operator."""
    history.bump()
    if act.published_at:
        changed = [(old, line) for old, line in difference.changed if says(old) != says(line)]
        history.lines_changed(act, new=difference.new, changed=changed, gone=difference.gone)
