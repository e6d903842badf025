"""A printed row that holds several grants is split; rows that are one grant are joined."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from django.contrib.auth.models import User
from django.db import transaction

from grants.line_fields import FIELDS, Value, as_text, told
from grants.models import GrantLine
from ingest.desk.edits.corrections import OF_ONE_YEAR
from ingest.desk.edits.counted import count_in, totals_of_row
from ingest.desk.edits.gestures import Kind, begin, next_number, rows_of, stored_line
from ingest.desk.edits.rows import add
from ingest.desk.edits.values import EditError, checked_value, checked_values
from ingest.store.lines.drafts import record_of
from portal.french import squeeze

# What a row says once for all its years.
SHARED = [name for name in FIELDS if name not in OF_ONE_YEAR]

Amounts = dict[int | None, Decimal]


@transaction.atomic
def split_row(
    line: GrantLine, author: User | None, parts: Sequence[Mapping[str, object]], *, word: str = ""
) -> list[GrantLine]:
    """Share a printed row out in several; gives their lines. The first keeps the numbers of the row.

    Each part holds values by field of `grants.line_fields`, those of the row where it says none, and `amount` in euros,
    or `amounts` by year where the row has several. Together they make the amounts of the row, unless `word` says why
    not. Raises EditError.
    """
    gesture = begin(line.deliberation, author, squeeze(word))
    years = rows_of(gesture.act, stored_line(gesture.act, line.pk).line)
    if len(parts) < 2:
        raise EditError("Une ligne se partage en deux au moins.")
    shared = [checked_values({name: part[name] for name in part if name in SHARED}) for part in parts]
    amounts = [_amounts(part, years) for part in parts]
    _check_sums(years, amounts, gesture.word)
    for year in years:
        if year.year not in amounts[0]:
            raise EditError("La première partie porte un montant pour chaque année de la ligne.")
        gesture.note(Kind.SPLIT, year.pk, after=f"{len(parts)} lignes")
        gesture.correct(year, shared[0] | {"amount": amounts[0][year.year]})
    totals, first_number = totals_of_row(gesture.act, years[0].line), next_number(gesture.act)
    for number, (texts, of_years) in enumerate(zip(shared[1:], amounts[1:], strict=True), first_number):
        for year in years:
            if year.year in of_years:
                record = replace(record_of(year), line=number, places=None, places_text="")
                add(gesture, record, texts | {"amount": of_years[year.year]})
        count_in(totals, number)
    new = gesture.write()
    return [*rows_of(gesture.act, years[0].line), *new]


@transaction.atomic
def join_rows(lines: Iterable[GrantLine], author: User | None, *, word: str = "", **texts: Value) -> list[GrantLine]:
    """Make one printed row of several; gives its lines. The first row keeps its numbers, its amounts are added up year
    by year and what it does not say is taken from the next ones, unless `texts` say it. Raises EditError.
    """
    lines = list(lines)
    if not lines:
        raise EditError("Choisissez les lignes à réunir.")
    gesture = begin(lines[0].deliberation, author, squeeze(word))
    numbers = sorted({stored_line(gesture.act, line.pk).line for line in lines})
    if len(numbers) < 2:
        raise EditError("Choisissez au moins deux lignes imprimées à réunir.")
    rows = [rows_of(gesture.act, number) for number in numbers]
    if len({frozenset(year.year for year in row) for row in rows}) > 1:
        raise EditError("Ces lignes ne portent pas les mêmes années\u202f: corrigez d’abord leurs années.")
    given = checked_values(texts)
    for year in rows[0]:
        same = [one for row in rows for one in row if one.year == year.year]
        gesture.note(Kind.JOINED, year.pk, after=f"{len(rows)} lignes")
        gesture.correct(year, _completed(same) | given | {"amount": sum((one.amount for one in same), Decimal(0))})
    for row in rows[1:]:
        for year in row:
            gesture.drop(year)
    gesture.write()
    return rows_of(gesture.act, numbers[0])


def _amounts(part: Mapping[str, object], years: Sequence[GrantLine]) -> Amounts:
    if "amounts" in part:
        given = dict(part["amounts"])
    elif len(years) == 1 and "amount" in part:
        given = {years[0].year: part["amount"]}
    else:
        raise EditError("Donnez le montant de chaque partie, pour chaque année.")
    if not given.keys() <= {year.year for year in years}:
        raise EditError("Une partie porte une année que la ligne n’a pas.")
    return {year: checked_value("amount", amount) for year, amount in given.items()}


def _check_sums(years: Sequence[GrantLine], amounts: Sequence[Amounts], word: str) -> None:
    for year in years:
        found = sum((part.get(year.year, Decimal(0)) for part in amounts), Decimal(0))
        if found != year.amount and not word:
            sums = f"{told('amount', as_text(found))} au lieu de {told('amount', as_text(year.amount))}"
            raise EditError(f"Les parties font {sums}\u202f: dites en un mot pourquoi.")


def _completed(same: Sequence[GrantLine]) -> dict[str, Value]:
    """What the first of these lines does not say and a later one does."""
    records = [record_of(line) for line in same]
    found = {}
    for name in (*SHARED, "places", "places_text"):
        said = [getattr(record, name) for record in records if getattr(record, name) not in ("", None)]
        if said and getattr(records[0], name) in ("", None):
            found[name] = said[0]
    return found
