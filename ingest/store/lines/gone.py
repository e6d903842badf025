"""Lines that are there no more: kept whole, so that they come back under their own numbers."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from grants.models import Deliberation, ErrorReport, GoneLine, GrantLine

_COLUMNS = [field for field in GrantLine._meta.concrete_fields if field.name != "deliberation"]


def remember(act: Deliberation, lines: Iterable[GrantLine], *, dropped: bool) -> None:
    """Keep these lines, which still hold their keys. `dropped`: a person set them aside."""
    now = timezone.now()
    GoneLine.objects.bulk_create(
        [GoneLine(line_pk=line.pk, deliberation=act, dropped=dropped, values=_values(line), at=now) for line in lines],
        update_conflicts=True,
        unique_fields=["line_pk"],
        update_fields=["dropped", "values", "at"],
        batch_size=500,
    )


def keep_current(lines: Iterable[GrantLine]) -> None:
    """Write what dropped lines now say, without bringing them back: a reading gives them again."""
    now = {line.pk: _values(line) for line in lines}
    kept = list(GoneLine.objects.filter(line_pk__in=now))
    for gone in kept:
        gone.values = now[gone.line_pk]
    GoneLine.objects.bulk_update(kept, ["values"], batch_size=500)


def forget(lines: Iterable[GrantLine]) -> None:
    """These lines are back: nothing is gone any more, and the messages of readers are tied to them again."""
    pks = [line.pk for line in lines]
    if GoneLine.objects.filter(line_pk__in=pks).delete()[0]:
        for pk in pks:
            ErrorReport.objects.filter(line_pk=pk, line=None).update(line=pk)


def erase(lines: Iterable[GrantLine]) -> None:
    """Nothing is kept of these lines: a person takes back having added them."""
    GoneLine.objects.filter(line_pk__in=[line.pk for line in lines]).delete()


def gone_lines(act: Deliberation, *, dropped: bool) -> list[GrantLine]:
    """The lines of an act that are there no more, unsaved, with their keys, in the order of the act."""
    lines = [_line(act, gone) for gone in act.gone_lines.filter(dropped=dropped)]
    return sorted(lines, key=lambda line: (line.line, line.year or 0))


def _values(line: GrantLine) -> dict:
    told = {field.attname: getattr(line, field.attname) for field in _COLUMNS}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in told.items()}


def _line(act: Deliberation, gone: GoneLine) -> GrantLine:
    stored = {field.attname: field for field in _COLUMNS}
    values = {
        name: field.to_python(gone.values[name]) if name == "corrected_at" else gone.values[name]
        for name, field in stored.items()
        if name in gone.values
    }
    line = GrantLine(**values)
    line.deliberation, line.department = act, act.department
    return line
