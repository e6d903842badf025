"""Any sequence of gestures, taken back in any order, leaves an act exactly as it was."""

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from grants.models import LineEdit
from ingest import store
from ingest.desk.edits import (
    EditError,
    add_row,
    correct,
    drop_row,
    join_rows,
    split_row,
    undo,
)
from tests.ingest.desk.edits.edited_acts import BOX, an_act, an_agent, last_batch, state, the_check, the_reading
from tests.ingest.readings import FILE, a_leftover_record, a_record, a_source

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("seed", range(4))
def test_any_sequence_of_gestures_undone_gives_the_act_back_exactly(seed):
    chance = Random(seed)  # noqa: S311
    records, leftovers = some_records(chance), (a_leftover_record(), a_leftover_record("autre"))
    act = an_act(*records, leftovers=leftovers)
    before = state(act)

    some_gestures(act, chance)
    decided = state(act)
    assert store.save(the_reading(*records, leftovers=leftovers), file=FILE).status == "unchanged"
    assert state(act) == decided
    undo_all(act, chance)

    assert state(act) == before


@pytest.mark.parametrize("seed", range(4))
def test_any_sequence_of_gestures_stands_through_another_reading_and_back(seed):
    chance = Random(100 + seed)  # noqa: S311
    records = some_records(chance)
    act = an_act(*records)
    before = lines_and_sums(act)
    some_gestures(act, chance)
    decided = lines_and_sums(act)

    store.save(the_reading(*read_otherwise(records, chance)), file=FILE)
    assert_checks_add_up(act)
    store.save(the_reading(*records), file=FILE)
    assert lines_and_sums(act) == decided
    undo_all(act, chance)

    assert lines_and_sums(act) == before


def some_records(chance):
    """Seven rows, some of two years."""
    return [
        a_record(n, f"Opérateur {n}", f"{chance.randrange(1, 900)}.{chance.randrange(100):02}", year=year)
        for n in range(1, 8)
        for year in ((2022, 2023) if n % 3 == 0 else (2023,))
    ]


def read_otherwise(records, chance):
    """The same rows without one, after a new one, one amount read otherwise."""
    missed, wrong = chance.sample(range(1, 8), 2)
    kept = [record for record in records if record.line != missed]
    changed = [replace(record, amount=record.amount + 1) if record.line == wrong else record for record in kept]
    moved = [replace(record, line=record.line + 1) for record in changed]
    return [a_record(1, "Tout autre", "9.00", reference="autre", source=a_source(row=75)), *moved]


def lines_and_sums(act):
    """Rows of staff are numbered after those read: their numbers may move, nothing else of them."""
    check = the_check()
    lines = list(act.lines.order_by("pk").values())
    for line in lines:
        if line["origin"] == "staff":
            line["line"] = line["row_key"] = None
    return lines, (check.status, check.computed_cents, check.difference_cents)


def some_gestures(act, chance):
    batches = []
    for _ in range(25):
        gestures_before = LineEdit.objects.count()
        with suppress(EditError):
            a_random_gesture(act, chance, batches)
        if LineEdit.objects.count() > gestures_before:
            batches.append(last_batch())
        assert_checks_add_up(act)


def undo_all(act, chance):
    while batches := list(LineEdit.objects.in_force().values_list("batch", flat=True).distinct().order_by()):
        waiting = []
        for batch in chance.sample(batches, len(batches)):
            try:
                undo(batch, an_agent())
            except EditError:
                waiting.append(batch)
            assert_checks_add_up(act)
        assert len(waiting) < len(batches)


def a_random_gesture(act, chance, batches):
    lines = list(act.lines.order_by("line", "year"))
    line, agent = chance.choice(lines), an_agent()
    amount = Decimal(chance.randrange(1, 90_000)) / 100
    box = a_source(row=chance.randrange(1, 60)).box
    parts = [{"operator": "Un", "amount": amount}, {"operator": "Deux", "amount": line.amount - amount}]
    year, leftover = chance.choice([2022, 2023, 2024]), act.leftovers.first()
    gestures = (
        lambda: correct(line, agent, amount=amount),
        lambda: correct(line, agent, operator=f"Nom {chance.randrange(5)}", year=year),
        lambda: drop_row(line, agent, word="non"),
        lambda: add_row(act, agent, page=3, box=box, amounts={2023: amount}, operator="Oubliée"),
        lambda: add_row(act, agent, page=5, box=BOX, amounts={year: amount}, leftover=leftover),
        lambda: split_row(line, agent, parts),
        lambda: join_rows(chance.sample(lines, 2), agent),
        lambda: batches and undo(chance.choice(batches), agent),
    )
    chance.choice(gestures)()


def assert_checks_add_up(act):
    """The check says the sum of the lines of its year that its total names."""
    total, check = act.stated_totals.get(), the_check()
    lines = act.lines.filter(line__in=total.line_numbers, year__in=[total.year])
    assert check.computed_cents == sum(line.amount_cents for line in lines)
    assert check.difference_cents == check.computed_cents - total.amount_cents
