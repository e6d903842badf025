"""What a set of lines holds of each dimension: how many amounts, and their sum, for each value.

Dimensions that are read together are grouped in one query. No request, no address: `refinements` makes links.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Sum

from grants.models import Commune, GrantLine, Operator
from grants.operators.kinds import OperatorKind
from grants.querysets import GrantLineQuerySet
from grants.questions.dimensions import BAND, BANDS, BUDGET, BUDGETS, DIMENSIONS, NOTHING, band_of_amount

# Dimensions that follow from the first one of their group: the model and the field that say it.
_FOLLOWING = {"nature": (Operator, "kind"), "epci": (Commune, "epci_code")}
# Dimensions whose fields are grouped together: those of one group depend on one another, so that the rows stay few.
GROUPS = (
    ("annee", "departement", "deliberation"),
    ("territoire", "programme", "operation"),
    ("operateur", "nature"),
    ("commune", "epci"),
    (BAND, BUDGET),
    ("convention",),  # alone: its text is in no index, every line is read
)
GROUP_OF = {name: group for group in GROUPS for name in group}
_CONTEXTS = {
    "territoire": ("department",),
    "programme": ("department",),
    "operation": ("parent",),
    "operateur": ("commune",),
    "commune": ("department",),
    "deliberation": ("department",),
}

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Figure:
    """What one value of a dimension adds up to; `rows` counts amounts, as the list does. `key` is None for no value."""

    key: Any
    amount_cents: int
    rows: int

    @property
    def value(self) -> str:
        """As it is written in an address."""
        return NOTHING if self.key is None else str(self.key)


@dataclass(frozen=True, slots=True)
class Name:
    """A value as it is read; `context` tells two of one name apart."""

    label: str
    context: str = ""


def grouped(lines: GrantLineQuerySet, group: tuple[str, ...]) -> Rows:
    """The sums of these lines by all the dimensions of a group, in one query, or two where one follows from another:
    a join would have the database look up every line."""
    if BAND in group:
        lines = lines.annotate(band=band_of_amount())
    fields = [_column(name) for name in group if name not in _FOLLOWING]
    rows = list(lines.order_by().values(*fields).annotate(cents=Sum("amount_cents"), rows=Count("pk")))
    for name in _FOLLOWING.keys() & set(group):
        model, field = _FOLLOWING[name]
        known = dict(model.objects.order_by().exclude(**{field: ""}).values_list("pk", field))
        for row in rows:
            row[_column(name)] = known.get(row[fields[0]])
    return rows


def figures(name: str, rows: Rows) -> list[Figure]:
    """The figures of one dimension, from the rows of its group: the largest sum first; years the latest first, bands
    from the lowest."""
    sums: dict[Any, list[int]] = {}
    column = _column(name)
    for row in rows:
        key = row[column]
        key = _BUDGET_KEYS[key] if name == BUDGET else None if key == "" else key
        known = sums.setdefault(key, [0, 0])
        known[0] += row["cents"]
        known[1] += row["rows"]
    found = [Figure(key, cents, number) for key, (cents, number) in sums.items()]
    return sorted(found, key=_ORDERS.get(name, _largest))


def names(name: str, keys: Iterable[Any]) -> dict[Any, Name]:
    """The values of one dimension as they are read; at most one query. None is always named."""
    keys = [key for key in keys if key is not None]
    dimension = DIMENSIONS[name]
    found = {None: Name(dimension.empty)}
    if name in _FIXED:
        return found | {key: Name(_FIXED[name].get(key, str(key))) for key in keys}
    if name == "epci":
        told = dict(
            Commune.objects.order_by().filter(epci_code__in=keys).values_list("epci_code", "epci_name").distinct()
        )
        return found | {key: Name(told.get(key) or str(key)) for key in keys}
    if name in ("annee", "convention"):
        return found | {key: Name(str(key)) for key in keys}
    model = GrantLine._meta.get_field(dimension.field).related_model
    things = model._default_manager.select_related(*_CONTEXTS.get(name, ())).in_bulk(keys)
    return found | {key: Name(str(thing), _context(name, thing)) for key, thing in things.items()}


def _column(name: str) -> str:
    return "band" if name == BAND else DIMENSIONS[name].field


def _context(name: str, thing: Any) -> str:
    paths = [path for path in _CONTEXTS.get(name, ()) if name != "deliberation"]
    return ", ".join(str(value) for path in paths if (value := getattr(thing, path)))


def _largest(figure: Figure) -> tuple:
    return (figure.key is None, -figure.amount_cents, str(figure.key))


_BAND_RANKS = {band.key: rank for rank, band in enumerate(BANDS)}
_BUDGET_KEYS = {False: "departement", True: "hors"}
_ORDERS = {
    "annee": lambda figure: (figure.key is None, -(figure.key or 0)),
    BAND: lambda figure: _BAND_RANKS[figure.key],
}
_FIXED = {
    "nature": {kind.value: str(kind.label) for kind in OperatorKind},
    BAND: {band.key: band.label for band in BANDS},
    BUDGET: BUDGETS,
}
