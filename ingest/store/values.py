"""From the values of records to those of models: whole cents, texts that fit their column, rows compared."""

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations

from ingest.reader.machine.on_disk import InParts
from ingest.reader.records import Document, Source

# Beyond a million billion euros; the column of 8 bytes holds ninety times that.
LARGEST_CENTS = 10**17
# What every database holds in a column, by its type: SQLite takes more, PostgreSQL refuses it.
_RANGES = BaseDatabaseOperations.integer_field_ranges
# What no database takes in a text: PostgreSQL refuses NUL, no UTF-8 holds half of a pair.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(thing: object) -> object:
    """The same records, the characters that no database takes replaced by U+FFFD. Pages are left as they are."""
    if isinstance(thing, str):
        return _UNSTORABLE.sub("\ufffd", thing)
    if isinstance(thing, InParts):
        return thing.each_part(lambda part: tuple(map(storable, part)))
    if type(thing) is tuple:
        return tuple(storable(part) for part in thing)
    if is_dataclass(thing) and not isinstance(thing, Document | type):
        parts = {field.name: getattr(thing, field.name) for field in fields(thing)}
        clean = {name: storable(part) for name, part in parts.items()}
        return replace(thing, **clean) if clean != parts else thing
    return thing


def cents(euros: Decimal) -> int:
    """Whole cents of an amount in euros."""
    return int((euros * 100).to_integral_value(rounding=ROUND_HALF_UP))


def place(source: Source) -> dict[str, float]:
    """Page and box of a source, as the fields of a model."""
    box = source.box
    return {"page": source.page, "x0": box.x0, "y0": box.y0, "x1": box.x1, "y1": box.y1}


def is_beyond_measure(euros: Decimal) -> bool:
    """Whether no budget holds such an amount: digits of several cells were joined."""
    return abs(cents(euros)) > LARGEST_CENTS


def cut_to_fit(thing: models.Model) -> list[str]:
    """Cut the texts that are longer than their column, with « … », and empty the numbers that it cannot hold.

    Gives the labels of the columns concerned.
    """
    misfits = [field for field in thing._meta.concrete_fields if not _fits(field, getattr(thing, field.attname))]
    for field in misfits:
        value = getattr(thing, field.attname)
        setattr(thing, field.attname, value[: field.max_length - 1] + "…" if isinstance(value, str) else None)
    return [str(field.verbose_name) for field in misfits]


def _fits(field: models.Field, value: object) -> bool:
    if isinstance(value, str) and field.max_length:
        return len(value) <= field.max_length
    if isinstance(value, int) and field.null and field.get_internal_type() in _RANGES:
        least, most = _RANGES[field.get_internal_type()]
        return least <= value <= most
    return True


def act_text(value: date | str | None) -> str:
    """A value of an act as it is kept beside a correction: dates in ISO 8601, nothing as an empty text."""
    return value.isoformat() if isinstance(value, date) else value or ""


def columns(model: type[models.Model], *, but: Iterable[str] = ()) -> list[models.Field]:
    """The columns of a model that hold what was read: not its key, nor those named."""
    return [field for field in model._meta.concrete_fields if not field.primary_key and field.name not in but]


def values(thing: models.Model, fields: Iterable[models.Field]) -> tuple:
    """What these fields of a row hold, keys of other rows as such: two rows are alike where these are."""
    return tuple(getattr(thing, field.attname) for field in fields)
