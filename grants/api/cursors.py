"""Pages by cursor: each one begins just after the last row of the one before, whatever is published meanwhile.

A cursor is the values of the sort of that row, written so that nobody is tempted to make one. It takes no longer to
reach the last page than the first one.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy


class CursorError(ValueError):
    """A cursor that this question never gave."""


@dataclass(frozen=True, slots=True)
class Key:
    """One column of a sort; where it is absent, the row comes last either way."""

    path: str
    descending: bool = False

    @property
    def order(self) -> OrderBy:
        return F(self.path).desc(nulls_last=True) if self.descending else F(self.path).asc(nulls_last=True)


def keys_of(sort: Sequence[OrderBy]) -> tuple[Key, ...]:
    """The keys of one of the `SORTS` of lines."""
    return tuple(Key(order.expression.name, order.descending) for order in sort)


def rows_after(rows: QuerySet, keys: Sequence[Key], cursor: str) -> QuerySet:
    """These rows in the order of the keys, from the one after the cursor (empty: from the first).

    Raises CursorError. The keys must tell any two rows apart, and be columns of the rows or of their groups.
    """
    rows = rows.order_by(*(key.order for key in keys))
    if not cursor:
        return rows
    try:
        return rows.filter(_after(keys, _values(cursor, len(keys))))
    except (ValueError, TypeError, ValidationError) as error:
        raise CursorError(cursor) from error


def cursor_of(values: Sequence[Any]) -> str:
    """The cursor of the row whose keys have these values."""
    text = json.dumps(list(values), cls=DjangoJSONEncoder, separators=(",", ":"), ensure_ascii=False)
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _values(cursor: str, count: int) -> list[Any]:
    values = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    if not isinstance(values, list) or len(values) != count or any(isinstance(value, dict | list) for value in values):
        raise CursorError(cursor)
    return values


def _after(keys: Sequence[Key], values: Sequence[Any]) -> Q:
    """Rows equal on the first keys and beyond on the next one."""
    found, equal = Q(pk__in=[]), Q()
    for key, value in zip(keys, values, strict=True):
        if value is None:
            equal &= Q(**{f"{key.path}__isnull": True})
            continue  # absent values come last: nothing is beyond them
        beyond = Q(**{f"{key.path}__{'lt' if key.descending else 'gt'}": value})
        found |= equal & (beyond | Q(**{f"{key.path}__isnull": True}))
        equal &= Q(**{key.path: value})
    return found
