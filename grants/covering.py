"""Which territories, as councils print them, cover a commune; and which lines are printed for no territory at all.

A territory is printed without its limits. What it covers is known from `TerritoryPart`s, with their certainty; a
printed name that joins several (`Arrageois – Ternois`) covers what each of them does. A name that is not wholly made of
known ones covers nothing that we know: never guessed from a seat. A territory covers what each of the spellings that
staff united with it does.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from grants.models import Commune, Territory, TerritoryPart

UNKNOWN_SHARE = "partage inconnu"  # the certainty of a part that several territories share without a known limit
JOINING_WORDS = frozenset({"et"})
# Folded names by which a council prints that a line is for the whole of it.
WHOLE_DEPARTMENT = frozenset(
    {"departement", "departemental", "tout le departement", "ensemble du departement", "tous territoires", "tous"}
)


@dataclass(frozen=True, slots=True)
class Covering:
    """A territory that covers a commune, in whole or in part. `parts` are those of its parts that hold the commune."""

    territory: Territory
    parts: tuple[TerritoryPart, ...]
    joined: bool

    @property
    def shared(self) -> bool:
        """Whether several territories share what holds the commune, and nothing says which of them covers it."""
        return any(part.certainty == UNKNOWN_SHARE for part in self.parts)

    @property
    def certainty(self) -> str:
        """How far it is known, as the list of territories says."""
        return ", ".join(sorted({part.certainty for part in self.parts}))


def coverings(commune: Commune) -> tuple[Covering, ...]:
    """The printed territories of published lines that cover this commune, by name: three queries."""
    parts = parts_by_name(commune.department_id)
    if not parts:
        return ()
    found = []
    public = Territory.objects.public().filter(department=commune.department_id)
    for territory in public.prefetch_related("merged"):
        names = known_names(territory, parts)
        holding = tuple(part for name in names for part in parts[name] if _holds(part, commune))
        if holding:
            found.append(Covering(territory, holding, joined=len(names) > 1))
    return tuple(found)


def parts_of(territory: Territory) -> tuple[TerritoryPart, ...]:
    """What a printed territory covers, as far as it is known; nothing where it is not."""
    parts = parts_by_name(territory.department_id)
    return tuple(part for name in known_names(territory, parts) for part in parts[name]) if parts else ()


def known_names(territory: Territory, known: Mapping[str, Sequence]) -> tuple[str, ...]:
    """The known names that a territory is made of, those of the spellings united with it included."""
    spellings = (territory.folded, *(one.folded for one in territory.merged.all()))
    return tuple(dict.fromkeys(name for folded in spellings for name in split_name(folded, known)))


def communes_of(parts: Iterable[TerritoryPart], department: str) -> QuerySet[Commune]:
    """The communes of these parts, in the département whose code is given."""
    codes = defaultdict(list)
    for part in parts:
        codes[part.unit].append(part.code)
    return Commune.objects.filter(department=department).filter(
        Q(code__in=codes[TerritoryPart.Unit.COMMUNE])
        | Q(epci_code__in=codes[TerritoryPart.Unit.EPCI])
        | Q(arrondissement_code__in=codes[TerritoryPart.Unit.ARRONDISSEMENT])
    )


def official_places(parts: Iterable[TerritoryPart], communes: Iterable[Commune]) -> list[tuple[str, TerritoryPart]]:
    """Each place of these parts once, under its name in the official list, of which `communes` are the communes."""
    names = {
        (unit, getattr(one, field)): getattr(one, name) for one in communes for unit, (field, name) in _NAMES.items()
    }
    places = {(part.unit, part.code): part for part in parts}
    return sorted(((names.get(key) or part.label, part) for key, part in places.items()), key=lambda place: place[0])


def split_name(folded: str, known: Mapping[str, Sequence] | Iterable[str]) -> tuple[str, ...]:
    """The known names that a folded printed name is made of, in their order; none where something else is left.

    `split_name("arrageois lens lievin", {"arrageois", "lens lievin"})` gives both.
    """
    names = set(known)
    words, found = folded.split(), []
    while words:
        length = next((size for size in range(len(words), 0, -1) if " ".join(words[:size]) in names), 0)
        if length:
            found.append(" ".join(words[:length]))
        elif words[0] not in JOINING_WORDS:
            return ()
        words = words[max(length, 1) :]
    return tuple(found)


def parts_by_name(department: str) -> dict[str, list[TerritoryPart]]:
    """The known parts of the territories of a département, by folded name."""
    parts = defaultdict(list)
    for part in TerritoryPart.objects.filter(department=department):
        parts[part.folded].append(part)
    return parts


# Of each unit, the fields of a commune that hold its code and its name.
_NAMES = {
    TerritoryPart.Unit.COMMUNE: ("code", "name"),
    TerritoryPart.Unit.EPCI: ("epci_code", "epci_name"),
    TerritoryPart.Unit.ARRONDISSEMENT: ("arrondissement_code", "arrondissement_name"),
}


def _holds(part: TerritoryPart, commune: Commune) -> bool:
    code = getattr(commune, _NAMES[part.unit][0])
    return bool(code) and part.code == code
