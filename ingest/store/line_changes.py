"""The lines of one act just read against those stored: which is which, and what is written. A line that stays keeps
its id."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import F

from grants import entries
from grants.corrections import refresh_search
from grants.models import Deliberation, GrantLine
from ingest.matching import Rule, pair
from ingest.store.operators import refresh
from ingest.store.report import LineChange
from ingest.store.values import columns, values
from portal.french import fold, fold_name

# Moves the lines of an act out of the way while they are numbered again: more rows than an act has, within 4 bytes.
_ASIDE = 1_000_000_000

# Where a line stands: a row that only moved is the same row.
_WHERE = ("line", "row_key", "page", "row", "x0", "y0", "x1", "y1", "certainty", "notes", "search_text")
_HEADINGS = ("territory", "programme", "subprogramme")
_ALL_FIELDS = columns(GrantLine, but=("deliberation",))
_FACTS = columns(GrantLine, but=("deliberation", *_WHERE))


@dataclass(slots=True)
class LineDifference:
    """What comparing gave. `moved`: the same rows, printed elsewhere or numbered otherwise."""

    new: list[GrantLine] = field(default_factory=list)
    same: list[GrantLine] = field(default_factory=list)
    moved: list[GrantLine] = field(default_factory=list)
    changed: list[tuple[GrantLine, GrantLine]] = field(default_factory=list)
    gone: list[GrantLine] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.new or self.moved or self.changed or self.gone)


# What the row is, from the surest likeness to the loosest; the last ones only where one row on each side is alike.
def _who_what_when(line: GrantLine) -> tuple:
    headings = (fold(line.programme_text), fold(line.subprogramme_text))
    return (fold_name(line.operator_text), line.reference, *headings, fold(line.action), line.year)


_RULES = (
    Rule(lambda line: values(line, _FACTS)),
    Rule(lambda line: (*_who_what_when(line), line.amount_cents)),
    Rule(_who_what_when),
    Rule(
        lambda line: (fold_name(line.operator_text), fold(line.programme_text), line.year, line.amount_cents),
        alone=True,
    ),
    Rule(lambda line: line.reference and (line.reference, line.year, line.amount_cents), alone=True),
    Rule(lambda line: (line.page, line.row, line.table, line.year, line.amount_cents), alone=True),
)


def compare(act: Deliberation, fresh: Sequence[GrantLine]) -> LineDifference:
    """The lines stored against those just read. A fresh line that is a stored one takes its primary key."""
    stored = list(act.lines.select_related("operator", *_HEADINGS).order_by("line", "year"))
    pairs, gone, new = pair(stored, fresh, _RULES)
    difference = LineDifference(new=new, gone=gone)
    for old, line in pairs:
        line.pk = old.pk
        if values(old, _FACTS) != values(line, _FACTS):
            difference.changed.append((old, line))
        elif values(old, _ALL_FIELDS) != values(line, _ALL_FIELDS):
            difference.moved.append(line)
        else:
            difference.same.append(line)
    return difference


def write(act: Deliberation, difference: LineDifference) -> None:
    """Delete what is gone, number and write what moved or changed under its own id, add what is new."""
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
    touched = (*difference.new, *difference.gone, *(line for both in difference.changed for line in both))
    operators = {line.operator for line in touched if line.operator}
    refresh_search(GrantLine.objects.by_operator(*refresh(operators)))
    for things in (operators, *({getattr(line, name) for line in touched} - {None} for name in _HEADINGS)):
        entries.index(things)


def changes(difference: LineDifference) -> dict[str, tuple[LineChange, ...]]:
    """New, changed and gone lines as the report tells them."""
    return {
        "new": tuple(_change("new", line) for line in difference.new),
        "changed": tuple(_change("changed", line, _fields(old, line)) for old, line in difference.changed),
        "gone": tuple(_change("gone", line) for line in difference.gone),
    }


def _change(kind, line: GrantLine, fields: tuple = ()) -> LineChange:
    return LineChange(kind, line.line, line.year, line.operator_text or line.action, line.amount, fields)


def _fields(old: GrantLine, line: GrantLine) -> tuple[tuple[str, str, str], ...]:
    before, after = values(old, _FACTS), values(line, _FACTS)
    return tuple(
        (str(field.verbose_name), "" if was is None else str(was), "" if now is None else str(now))
        for field, was, now in zip(_FACTS, before, after, strict=True)
        if was != now
    )
