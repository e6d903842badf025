"""Départements and communes, from the official lists. Each can be run again: what is there is brought up to date."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from grants import history
from grants.models import Commune, CommuneName, Contour, Department, Territory, TerritoryPart
from grants.search import entries
from ingest.places.departments import departments
from ingest.places.official_lists import CommuneFact, ContourFact, OldNameFact, TerritoryFact
from portal.french import fold

# Columns of a commune that a list may leave unsaid.
_OPTIONAL = (
    "postcodes",
    "population",
    "epci_code",
    "epci_name",
    "arrondissement_code",
    "arrondissement_name",
    "listed_year",
)


_BOUNDS = ("x0", "y0", "x1", "y1")


@dataclass(frozen=True, slots=True)
class PlacesReport:
    """`added` and `updated` count communes, `old_names` the other names added; `unknown`: old names without commune."""

    added: int
    updated: int
    same: int
    old_names: int
    unknown: int


def save_departments() -> int:
    """The 101 départements; gives how many were added."""
    before = Department.objects.count()
    Department.objects.bulk_create(
        [Department(code=code, name=name) for code, name in departments().items()],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name"],
    )
    entries.index(Department.objects.all())
    return Department.objects.count() - before


@transaction.atomic
def save_communes(communes: Iterable[CommuneFact], olds: Iterable[OldNameFact]) -> PlacesReport:
    """Add and update; nothing is deleted: an act may point to it. Old names of communes not stored are counted."""
    olds = list(olds)
    save_departments()
    stored = Commune.objects.in_bulk()
    fresh = {fact.code: _commune(fact, stored.get(fact.code)) for fact in communes}
    added = [commune for code, commune in fresh.items() if code not in stored]
    updated = [commune for code, commune in fresh.items() if code in stored and _differs(commune, stored[code])]
    fields = [field.name for field in Commune._meta.concrete_fields if not field.primary_key]
    Commune.objects.bulk_create(added, batch_size=500)
    Commune.objects.bulk_create(
        updated, update_conflicts=True, unique_fields=["code"], update_fields=fields, batch_size=500
    )
    if added or updated:
        history.bump()
    old_names, unknown = _save_old_names(olds, stored.keys() | fresh.keys())
    named = {fact.commune for fact in olds}.union(commune.pk for commune in (*added, *updated))
    entries.index(Commune.objects.filter(pk__in=named))
    return PlacesReport(len(added), len(updated), len(fresh) - len(added) - len(updated), old_names, unknown)


def _commune(fact: CommuneFact, stored: Commune | None) -> Commune:
    said = {name: value for name in _OPTIONAL if (value := getattr(fact, name)) is not None}
    kept = {name: getattr(stored, name) for name in _OPTIONAL} if stored else {}
    return Commune(
        code=fact.code, name=fact.name, folded=fold(fact.name), department_id=fact.department, **(kept | said)
    )


def _differs(commune: Commune, stored: Commune) -> bool:
    return any(getattr(commune, f.attname) != getattr(stored, f.attname) for f in Commune._meta.concrete_fields)


def _save_old_names(olds: list[OldNameFact], codes: set[str]) -> tuple[int, int]:
    known = {(fact.commune, fold(fact.name)): fact for fact in olds if fact.commune in codes}
    before = CommuneName.objects.count()
    CommuneName.objects.bulk_create(
        [
            CommuneName(commune_id=code, folded=folded, name=fact.name, kind=fact.kind, code=fact.code)
            for (code, folded), fact in known.items()
        ],
        update_conflicts=True,
        unique_fields=["commune", "folded"],
        update_fields=["name", "kind", "code"],
        batch_size=500,
    )
    return CommuneName.objects.count() - before, sum(fact.commune not in codes for fact in olds)


@transaction.atomic
def save_territory_parts(facts: Iterable[TerritoryFact]) -> int:
    """What territories cover, by their printed names; those of a département are replaced, less what staff have edited.
    Gives how many."""
    facts = list(facts)
    edited = set(
        Territory.objects.filter(extent_by_staff=True, department__in={fact.department for fact in facts}).values_list(
            "department", "folded"
        )
    )
    parts = [
        TerritoryPart(
            department_id=fact.department,
            folded=fold(fact.name),
            label=fact.label,
            unit=fact.unit,
            code=fact.code,
            certainty=fact.certainty,
            clue=fact.clue,
        )
        for fact in facts
        if (fact.department, fold(fact.name)) not in edited
    ]
    stored = TerritoryPart.objects.filter(department__in={fact.department for fact in facts})
    for department, folded in edited:
        stored = stored.exclude(department=department, folded=folded)
    stored.delete()
    TerritoryPart.objects.bulk_create(parts)
    return len(parts)


def save_contours(facts: Iterable[ContourFact]) -> int:
    """Outlines, those that are there replaced; gives how many."""
    contours = [
        Contour(unit=fact.unit, code=fact.code, path=fact.path, **dict(zip(_BOUNDS, fact.bounds, strict=True)))
        for fact in facts
    ]
    Contour.objects.bulk_create(
        contours,
        update_conflicts=True,
        unique_fields=["unit", "code"],
        update_fields=["path", *_BOUNDS],
        batch_size=500,
    )
    return len(contours)
