"""Whole printed rows: one set aside because it is no grant, one added because it was missed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from django.contrib.auth.models import User
from django.db import transaction

from grants.line_fields import Value
from grants.models import Deliberation, GrantLine, Leftover, LineEdit, StatedTotal
from ingest.desk.edits.counted import count_in, neighbours, totals_covering
from ingest.desk.edits.gestures import Gesture, Kind, begin, next_number, rows_of, stored_line
from ingest.desk.edits.undoing import undo
from ingest.desk.edits.values import EditError, checked_values, checked_word
from ingest.reader.records import Box, LineRecord, Source
from ingest.store.lines.drafts import Draft, Origin
from portal.french import squeeze


@transaction.atomic
def drop_row(line: GrantLine, author: User | None, *, word: str) -> None:
    """Set a printed row aside, all its years: it is no grant. `word` says why. Raises EditError without one."""
    word = checked_word(word, "Dites en un mot pourquoi cette ligne n’est pas une subvention.")
    gesture = begin(line.deliberation, author, word)
    for year in rows_of(gesture.act, stored_line(gesture.act, line.pk).line):
        gesture.drop(year)
    gesture.write()


def restore_row(line_pk: int, author: User | None) -> None:
    """Bring back a row that was set aside, under the same numbers. Raises EditError where it was not."""
    dropped = LineEdit.objects.in_force().of_line(line_pk).filter(kind=Kind.DROPPED).last()
    if dropped is None:
        raise EditError("Cette ligne n’a pas été écartée.")
    undo(dropped.batch, author)


@transaction.atomic
def add_row(
    deliberation: Deliberation,
    author: User | None,
    *,
    page: int,
    box: Box,
    amounts: Mapping[int | None, Decimal],
    word: str = "",
    leftover: Leftover | None = None,
    totals: Iterable[StatedTotal] | None = None,
    **texts: Value,
) -> list[GrantLine]:
    """Add a row that was missed, with an amount in euros for each year; gives its lines.

    `box` in page fractions; `texts` by field of `grants.line_fields`. `leftover` is the row left over that it is made
    of. It is counted in `totals`, or in those that `totals_covering` proposes for each year. Raises EditError.
    """
    gesture = begin(deliberation, author, squeeze(word))
    _check_place(gesture.act, page, box)
    if not amounts:
        raise EditError("Donnez au moins un montant.")
    if leftover is not None and gesture.act.leftovers.left().filter(pk=leftover.pk).first() is None:
        raise EditError("Cette rangée est déjà devenue une ligne de subvention.")
    number = next_number(gesture.act)
    record = _record(gesture.act, number, page, box, checked_values(texts))
    counting = list(totals) if totals is not None else _proposed(gesture.act, page, box, amounts)
    for year, amount in amounts.items():
        values = checked_values({"year": year, "amount": amount})
        add(gesture, record, values)
    count_in(counting, number)
    lines = gesture.write()
    if leftover is not None:
        Leftover.objects.filter(pk=leftover.pk).update(line_pk=lines[0].pk)
    return lines


def add(gesture: Gesture, record: LineRecord, values: Mapping[str, Value]) -> None:
    """Add to the gesture a line of staff: this record with these values."""
    gesture.added.append(Draft(replace(record, **values), origin=Origin.STAFF))


def _record(act: Deliberation, number: int, page: int, box: Box, texts: Mapping[str, Value]) -> LineRecord:
    near = neighbours(act, page, box)
    beside = next((line for line in near if line and line.page == page), None) or near[0] or near[1]
    record = {"operator": "", "year": None, "amount": Decimal(0), "amount_text": ""}
    return LineRecord(
        line=number,
        table=beside.table if beside else "",
        source=Source(page, 0, beside.row if beside else 0, box),
        department=act.department.name,
        **(record | texts),
    )


def _proposed(act: Deliberation, page: int, box: Box, years: Iterable[int | None]) -> list[StatedTotal]:
    found = [total for year in years for total in totals_covering(act, page, box, year)]
    return list(dict.fromkeys(found))


def _check_place(act: Deliberation, page: int, box: Box) -> None:
    if not 1 <= page <= act.page_count:
        raise EditError(f"Cet acte n’a pas de page {page}.")
    if not (0 <= box.x0 < box.x1 <= 1 and 0 <= box.y0 < box.y1 <= 1):
        raise EditError("Le cadre dessiné sort de la page, ou il est vide.")
