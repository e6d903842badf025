"""From the values of records to those of models: whole cents, texts that fit their column, rows compared."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from django.db import models

from ingest.reader.records import Source


def cents(euros: Decimal) -> int:
    """Whole cents of an amount in euros."""
    return int((euros * 100).to_integral_value(rounding=ROUND_HALF_UP))


def place(source: Source) -> dict[str, float]:
    """Page and box of a source, as the fields of a model."""
    box = source.box
    return {"page": source.page, "x0": box.x0, "y0": box.y0, "x1": box.x1, "y1": box.y1}


def cut_to_fit(thing: models.Model) -> list[str]:
    """Cut the texts that are longer than their column, with « … »; gives the labels of those that were cut."""
    cut = []
    for field in thing._meta.concrete_fields:
        text = getattr(thing, field.attname)
        if isinstance(text, str) and field.max_length and len(text) > field.max_length:
            setattr(thing, field.attname, text[: field.max_length - 1] + "…")
            cut.append(str(field.verbose_name))
    return cut


def columns(model: type[models.Model], *, but: Iterable[str] = ()) -> list[models.Field]:
    """The columns of a model that hold what was read: not its key, nor those named."""
    return [field for field in model._meta.concrete_fields if not field.primary_key and field.name not in but]


def values(thing: models.Model, fields: Iterable[models.Field]) -> tuple:
    return tuple(getattr(thing, field.attname) for field in fields)
