"""What the lines of a list are told apart by, and the condition that values of one dimension put to a line.

A dimension is a parameter of the list (`territoire=3`), and with `_sauf` what it leaves out (`territoire_sauf=3`).
Takes values, gives conditions; reads nothing.
"""

from dataclasses import dataclass

from django.db.models import Case, CharField, Q, Value, When

NOTHING = "sans"  # the value of the lines that print none
EXCEPT = "_sauf"  # after the name of a dimension: its values are left out


@dataclass(frozen=True, slots=True)
class Dimension:
    """`field` of a line; `empty` says that it has none; `note` how the value is known, where it is not printed."""

    name: str
    label: str
    field: str
    empty: str = ""
    note: str = ""
    is_text: bool = False  # an empty text is no value


@dataclass(frozen=True, slots=True)
class Band:
    """Amounts above `above_cents`, up to and including `to_cents`; None: without end."""

    key: str
    label: str
    above_cents: int | None
    to_cents: int | None

    @property
    def condition(self) -> Q:
        above = Q() if self.above_cents is None else Q(amount_cents__gt=self.above_cents)
        return above if self.to_cents is None else above & Q(amount_cents__lte=self.to_cents)


EURO = 100  # cents
# 23 000 €: above it in a year, an agreement must be signed and published (décret 2001-495, décret 2017-779).
BANDS = (
    Band("retrait", "retraits (montants négatifs)", None, -1),
    Band("nul", "montants nuls", -1, 0),
    Band("0-1000", "jusqu’à 1\u202f000\u00a0€", 0, 1_000 * EURO),
    Band("1000-5000", "de 1\u202f000 à 5\u202f000\u00a0€", 1_000 * EURO, 5_000 * EURO),
    Band("5000-23000", "de 5\u202f000 à 23\u202f000\u00a0€", 5_000 * EURO, 23_000 * EURO),
    Band("23000-100000", "de 23\u202f000 à 100\u202f000\u00a0€", 23_000 * EURO, 100_000 * EURO),
    Band("100000-1000000", "de 100\u202f000 à 1\u00a0million d’euros", 100_000 * EURO, 1_000_000 * EURO),
    Band("1000000-", "plus de 1\u00a0million d’euros", 1_000_000 * EURO, None),
)
BUDGETS = {"departement": "budget du département", "hors": "hors du budget du département"}
BAND, BUDGET = "tranche", "budget"

DIMENSIONS = {
    dimension.name: dimension
    for dimension in (
        Dimension("annee", "Année", "year", "sans année imprimée"),
        Dimension("departement", "Département", "department"),
        Dimension("territoire", "Territoire", "territory", "sans territoire imprimé"),
        Dimension("programme", "Programme", "programme", "sans programme imprimé"),
        Dimension("operation", "Opération", "subprogramme", "sans opération imprimée"),
        Dimension("operateur", "Opérateur", "operator", "sans bénéficiaire nommé"),
        Dimension("nature", "Nature de l’opérateur", "operator__kind", "que le nom ne dit pas", "déduite du nom", True),
        Dimension("commune", "Commune du siège", "commune", "siège inconnu"),
        Dimension("epci", "Intercommunalité du siège", "commune__epci_code", "siège inconnu", "déduite du siège", True),
        Dimension("convention", "Convention", "agreement", "sans convention imprimée", is_text=True),
        Dimension(BAND, "Tranche de montant", "amount_cents"),
        Dimension(BUDGET, "Budget", "outside_budget"),
        Dimension("deliberation", "Délibération", "deliberation"),
    )
}


def condition(name: str, values) -> Q:
    """One of these values of a dimension; None is the absence of one."""
    if name == BAND:
        return _any(band.condition for band in BANDS if band.key in values)
    if name == BUDGET:
        return Q(outside_budget__in=[value == "hors" for value in values])
    dimension = DIMENSIONS[name]
    asked = Q(**{f"{dimension.field}__in": [value for value in values if value is not None]})
    if None not in values:
        return asked
    absent = Q(**{f"{dimension.field}__isnull": True})
    return asked | absent | Q(**{dimension.field: ""}) if dimension.is_text else asked | absent


def band_of_amount() -> Case:
    """The key of the band of each line, as an expression: the first whose end is not passed."""
    *bands, last = BANDS
    ends = (When(amount_cents__lte=band.to_cents, then=Value(band.key)) for band in bands)
    return Case(*ends, default=Value(last.key), output_field=CharField())


def _any(conditions) -> Q:
    found = Q(pk__in=())
    for one in conditions:
        found |= one
    return found
