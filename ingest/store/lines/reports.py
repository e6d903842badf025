"""What changes in lines → what the report of a reading tells of it, in French."""

from grants.line_fields import as_text, name_of, told
from grants.models import GrantLine
from ingest.store.lines.changes import FACTS, LineDifference
from ingest.store.report import LineChange
from ingest.store.values import values

Fields = tuple[tuple[str, str, str], ...]


def told_changes(difference: LineDifference) -> dict[str, object]:
    """`new`, `changed` and `gone` lines, and how many are the `same`, as the report takes them."""
    told_pairs = {line.pk: (old, line) for old, line in (*difference.changed, *difference.outvoted)}
    kept = sum(line.pk not in told_pairs for line in (*difference.same, *difference.moved))
    return {
        "new": tuple(_change("new", line) for line in difference.new),
        "changed": tuple(_change("changed", line, _fields(old, line)) for old, line in told_pairs.values()),
        "gone": tuple(_change("gone", line) for line in difference.gone),
        "same": kept,
    }


def _change(kind, line: GrantLine, fields: Fields = ()) -> LineChange:
    return LineChange(kind, line.line, line.year, line.operator_text or line.action, line.amount, fields)


def _fields(old: GrantLine, line: GrantLine) -> Fields:
    before, after = values(old, FACTS), values(line, FACTS)
    changed = tuple(
        (str(field.verbose_name), as_text(was), as_text(now))
        for field, was, now in zip(FACTS, before, after, strict=True)
        if was != now
    )
    return (*changed, *_outvoted(old, line))


def _outvoted(old: GrantLine, line: GrantLine) -> Fields:
    """What is read otherwise under corrections that stand."""
    return tuple(
        (f"{name_of(field)} lu, sous une correction qui reste", told(field, was), told(field, line.as_read[field]))
        for field, was in old.as_read.items()
        if line.as_read.get(field, was) != was
    )
