"""A value of a line, or of the act itself, corrected by a person."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from grants import history
from grants.addresses import readdress
from grants.corrections import refresh_search
from grants.line_fields import Value, value_of
from grants.models import Deliberation, ErrorReport, GrantLine, LineEdit
from grants.search import entries
from ingest.desk.edits.gestures import Kind, begin, rows_of, stored_line
from ingest.desk.edits.values import checked_values
from ingest.store.values import act_text
from portal.french import squeeze

# What each year of a printed row has for itself; the other fields are printed once for all its years.
OF_ONE_YEAR = ("amount", "amount_text", "year", "places", "places_text")
ACT = 0  # `line_pk` of what is corrected in the act itself


@transaction.atomic
def correct(
    line: GrantLine, author: User | None, *, word: str = "", report: ErrorReport | None = None, **values: Value
) -> GrantLine:
    """Give a line these values, by field of `grants.line_fields`; gives the line as it is now.

    A text printed once for several years of a row is corrected in all of them. `report` is the message of a reader
    that this answers. Raises EditError for nonsense, and writes nothing.
    """
    values = checked_values(values)
    gesture = begin(line.deliberation, author, squeeze(word), report)
    line = stored_line(gesture.act, line.pk)
    for year in rows_of(gesture.act, line.line):
        if year.pk == line.pk:
            gesture.correct(year, values)
        else:
            gesture.correct(year, {name: value for name, value in values.items() if _is_shared(name, line, year)})
    if gesture.edits:
        gesture.write()
    return GrantLine.objects.with_context().get(pk=line.pk)


def _is_shared(name: str, line: GrantLine, year: GrantLine) -> bool:
    return name not in OF_ONE_YEAR and value_of(line, name) == value_of(year, name)


@transaction.atomic
def correct_act(
    deliberation: Deliberation, author: User | None, *, word: str = "", **values: str | date | None
) -> None:
    """Give an act these values, by column; a new reading of it keeps them. A corrected number moves its address."""
    gesture = begin(deliberation, author, squeeze(word))
    new = {name: value for name, value in values.items() if getattr(gesture.act, name) != value}
    for name, value in new.items():
        before = act_text(getattr(gesture.act, name))
        gesture.note(Kind.CORRECTED, ACT, name, before, act_text(value))
        gesture.act.as_read.setdefault(name, before)
    if new:
        LineEdit.objects.bulk_create(gesture.edits)
        write_act(gesture.act, new)
    deliberation.refresh_from_db()


def write_act(act: Deliberation, values: dict[str, str | date | None]) -> None:
    """Write these columns of an act and what follows them: its address, its searches, the version of the data."""
    number = act.number
    for name, value in values.items():
        setattr(act, name, value)
    changed = ["as_read", *values]
    if "number" in values and readdress(act, number):
        changed.append("slug")
    act.save(update_fields=changed)
    if "number" in values:
        refresh_search(act.lines)
    entries.index([act])
    history.bump()
