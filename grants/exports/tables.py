"""A table to give away: what it is about, its columns, the rows that the database finds, and where it comes from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from grants.exports.columns import Column, all_paths

ROWS_AT_ONCE = 2_000  # read from the database: 2 MB of memory, and no gain in speed above
LICENCE = "Licence Ouverte 2.0"
LICENCE_ADDRESS = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


@dataclass(frozen=True, slots=True)
class Origin:
    """What the licence asks a reuser to say. `site`: scheme and host, without a last slash; may be empty.

    `address`: the page that holds the same rows. `updated`: the last day on which the data changed, None before any.
    """

    publisher: str
    site: str
    address: str
    updated: date | None


@dataclass(frozen=True, slots=True)
class Table:
    """`name` begins the name of the file; `title` says in French what the rows are; `rows` are in their order.

    `figures` are those of the whole (amounts in euros), asked only by the formats that have a place for them.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: QuerySet
    figures: Callable[[], dict[str, Any]] = dict

    def values(self) -> Iterator[tuple[Any, ...]]:
        """The fields that the columns read, row by row, some thousands in memory at a time."""
        return self.rows.values_list(*all_paths(self.columns)).iterator(chunk_size=ROWS_AT_ONCE)
