"""A computed sum against a printed one, at the precision at which it is printed."""

from decimal import Decimal
from typing import Literal

from ingest.reader.values.amounts import Amount

# Share of the amount: a sum printed at a precision finer than this may be cut instead of rounded (6 048 980 € printed
# as « 6,048 M€ »); a coarser one, such as « 7 M€ », is only ever rounded.
_FINE = Decimal("0.01")


def agrees(stated: Amount, computed: Decimal) -> bool:
    """Whether a sum is the stated one, at the precision at which that is printed: 5 995,50 € for « 6 k€ »."""
    return compare(stated.value, computed, stated.precision) != "different"


def compare(stated: Decimal, computed: Decimal, precision: Decimal) -> Literal["equal", "rounded", "different"]:
    """Equal to the cent, equal once rounded (or cut) at the printed `precision`, in euros, or different."""
    difference = computed - stated
    if difference == 0:
        return "equal"
    cut = stated >= 0 and 0 < difference < precision and precision <= abs(stated) * _FINE
    return "rounded" if precision > Decimal("0.01") and (abs(difference) <= precision / 2 or cut) else "different"
