"""One column of the open data: its name, what it holds, and whether it is printed, derived or provenance.

In every file, columns come printed first, then derived, then provenance.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any, Literal

from django.utils.timezone import localtime

Kind = Literal["imprimé", "déduit", "provenance"]
# "montant": whole cents, written as euros; "adresse": a path, completed by the scheme and host of the site.
Holds = Literal["texte", "entier", "nombre", "montant", "date", "adresse"]
Cell = Callable[[Sequence[Any]], Any]  # from the values of one row
KINDS = ("imprimé", "déduit", "provenance")


@dataclass(frozen=True, slots=True)
class Column:
    """`value` makes the cell from the values of `paths` (fields of a row, through its relations).

    Without it the one path is the value. A cell is None where there is nothing to say.
    """

    name: str
    description: str
    kind: Kind
    paths: tuple[str, ...]
    holds: Holds = "texte"
    value: Callable[..., Any] | None = None


def printed(name: str, description: str, path: str) -> Column:
    """A column that holds what the act prints, at this path from the row."""
    return Column(name, description, "imprimé", (path,))


def derived(name: str, description: str, *paths: str, holds: Holds = "texte", value: Any = None) -> Column:
    """A column that holds what we deduce from what is printed."""
    return Column(name, description, "déduit", paths, holds, value)


def provenance(name: str, description: str, *paths: str, holds: Holds = "texte", value: Any = None) -> Column:
    """A column that says where what is printed stands."""
    return Column(name, description, "provenance", paths, holds, value)


def yes_or_no(value: bool) -> str:
    """A boolean as the files print it."""
    return "oui" if value else "non"


@lru_cache(maxsize=1_024)  # the rows of one act come together, and hold the same moment
def day_of(moment: datetime | None) -> date | None:
    """The day of a moment, in the time zone of the site."""
    return localtime(moment).date() if moment else None


def all_paths(columns: Sequence[Column]) -> tuple[str, ...]:
    """Every field that these columns read, once."""
    return tuple(dict.fromkeys(path for column in columns for path in column.paths))


def cells(columns: Sequence[Column]) -> list[tuple[Column, Cell]]:
    """Each column with the function that finds its cell in the values of `all_paths`."""
    paths = all_paths(columns)
    return [(column, _cell(column, [paths.index(path) for path in column.paths])) for column in columns]


def _cell(column: Column, places: list[int]) -> Cell:
    if column.value is None:
        return itemgetter(*places)
    value = column.value
    if len(places) == 1:
        place = places[0]
        return lambda values: value(values[place])
    pick = itemgetter(*places)
    return lambda values: value(*pick(values))
