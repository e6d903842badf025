"""The town that a printed seat probably misspells: a proposal for a person, never taken by itself."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from grants.models import Commune, Department
from portal.french import fold

# Of 100. The misspelt seats of the real acts stand at 94 to 96 from their town, towns of elsewhere at 71 at most.
NEAR = 84


def near_towns(seats: Iterable[str], department: Department) -> dict[str, str] | None:
    """The nearest town of the département to each of these printed seats, where one is near; None where no town of the
    département was ever loaded: nothing can be said of a seat then. One query at most."""
    seats = set(seats)
    if not seats:
        return {}
    towns = dict(Commune.objects.filter(department=department).values_list("folded", "name"))
    if not towns:
        return None
    folded = list(towns)
    found = {seat: process.extractOne(fold(seat), folded, scorer=fuzz.ratio, score_cutoff=NEAR) for seat in seats}
    return {seat: towns[match[0]] for seat, match in found.items() if match}
