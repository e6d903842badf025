"""What a territory covers, typed by staff: communes, intercommunalités, arrondissements of its département.

What is typed replaces what was known of this name; what was known and stays keeps its certainty and its clue.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from grants import history
from grants.covering import parts_of
from grants.models import Commune, Territory, TerritoryPart
from portal.french import fold, squeeze

Unit = TerritoryPart.Unit
BY_STAFF = "saisi par un agent"
Place = tuple[str, str]  # a unit and a code


@dataclass(frozen=True, slots=True)
class Extent:
    """Places that make a territory, by unit and code, each with its name."""

    names: dict[Place, str]

    def of_unit(self, unit: Unit) -> list[tuple[str, str]]:
        """The codes and names of the places of this unit, by name."""
        found = [(code, name) for (one, code), name in self.names.items() if one == unit]
        return sorted(found, key=lambda place: (fold(place[1]), place[0]))


def places_of(department: str) -> Extent:
    """Every place of a département by which a territory can be told."""
    communes = Commune.objects.filter(department=department)
    names: dict[Place, str] = {}
    for code, name, epci, epci_name, arrondissement, arrondissement_name in communes.values_list(
        "pk", "name", "epci_code", "epci_name", "arrondissement_code", "arrondissement_name"
    ):
        names[Unit.COMMUNE, code] = name
        if epci:
            names[Unit.EPCI, epci] = epci_name or epci
        if arrondissement:
            names[Unit.ARRONDISSEMENT, arrondissement] = arrondissement_name or arrondissement
    return Extent(names)


def communes_named(text: str, department: str) -> tuple[list[Commune], list[str]]:
    """The communes of a text, one a line, by name, former name or INSEE code; and a French sentence for each line that
    names none or several."""
    wanted = list(dict.fromkeys(filter(None, map(squeeze, text.splitlines()))))
    folded = {line: fold(line) for line in wanted}
    keys, codes = set(folded.values()), [line.upper() for line in wanted]
    asked = Q(folded__in=keys) | Q(other_names__folded__in=keys) | Q(pk__in=codes)
    communes = Commune.objects.filter(asked, department=department).distinct().prefetch_related("other_names")
    found, mistakes = [], []
    for line, key in folded.items():
        named = [one for one in communes if one.folded == key or one.pk == line.upper()]
        named = named or [one for one in communes if key in {other.folded for other in one.other_names.all()}]
        if len(named) == 1:
            found.append(named[0])
        elif named:
            codes = ", ".join(f"{one} ({one.pk})" for one in named)
            mistakes.append(f"«\u202f{line}\u202f» peut être {codes}\u202f: écrivez le code INSEE.")
        else:
            mistakes.append(f"«\u202f{line}\u202f» n’est pas une commune de ce département.")
    return found, mistakes


@transaction.atomic
def set_extent(territory: Territory, places: Iterable[Place], *, author=None, clue: str = "") -> int:
    """Say what a territory covers; gives how many places. None: its extent is not known."""
    known, wanted = places_of(territory.department_id).names, list(dict.fromkeys(places))
    before = {(part.unit, part.code): part for part in parts_of(territory)}
    own = TerritoryPart.objects.filter(department=territory.department_id, folded=territory.folded)
    for part in own:
        if (part.unit, part.code) not in wanted:
            part.delete()
    there = set(own.values_list("unit", "code"))
    said = {"certainty": BY_STAFF, "clue": clue, "author": author, "at": timezone.now()}
    for unit, code in wanted:
        if (unit, code) not in there:
            # What was known by another name of the territory stays known.
            known_before = before.get((unit, code))
            told = _told(known_before) if known_before else {"label": known[unit, code][:200], **said}
            TerritoryPart(
                department_id=territory.department_id, folded=territory.folded, unit=unit, code=code, **told
            ).save()
    territory.extent_by_staff = True
    territory.save(update_fields=["extent_by_staff"])
    history.bump()
    return len(wanted)


def _told(part: TerritoryPart) -> dict[str, Any]:
    """What is known of a part besides what it is."""
    return {name: getattr(part, name) for name in ("label", "certainty", "clue", "author", "at")}
