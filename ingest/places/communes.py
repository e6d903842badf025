"""Which commune a printed seat, or an operator's name, is. Pure: no Django, no database.

Takes the places of the official list and a printed text; gives one `Found`, or None. Does not guess: a name that is
unknown, misspelt, or that two communes share, is none. Says nothing of where an action takes place.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from portal.french import fold

FoundBy = Literal["printed", "old name", "operator name"]


@dataclass(frozen=True, slots=True)
class Place:
    """A name of the official list. `old`: a former, associated or delegated commune, `code` being the one of today."""

    code: str
    name: str
    department: str
    old: bool = False
    postcodes: frozenset[str] = frozenset()
    epci: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The INSEE code of a commune, and how it was found."""

    code: str
    found_by: FoundBy


# Spellings on letters and seats, as folded words → the words of the official list.
_WORDS = {"st": "saint", "ste": "sainte", "sts": "saints", "lez": "les", "cedex": "", "cdx": ""}
_SLASHED = re.compile(r"\b(s)\s*/\s*(?=\w)", re.IGNORECASE)  # Neuville s/ Escaut
_ASIDE = re.compile(r"\([^)]*\)")
_POSTCODE = re.compile(r"(?<!\d)(\d{2} ?\d{3})(?!\d)")
_ROUND = re.compile(r" \d{1,2}(?: ?(?:e|er|eme))?$")  # Lille Cedex 9, Paris 11
# What an organisation of a commune is called, before the name of the commune.
_MUNICIPAL = re.compile(
    r"^(?:ccas|c c a s|cias|centre (?:inter)?communal d ?action sociale|commune|ville|mairie|municipalite)\b *"
)
_ARTICLES = {"du": "le ", "des": "les ", "de la": "la ", "de l": "l ", "de": "", "d": "", "": ""}
_BESIDE = {"les", "lez", "sous", "pres"}  # Saint-Nicolas-lez-Arras, Annay-sous-Lens
_CONNECTOR = re.compile(r"^(de la|de l|du|des|de|d) ")


def _key(folded: str) -> str:
    """Folded words without spaces: `Villeneuve d Ascq` and `Villeneuve-d'Ascq` have one key."""
    return "".join(_WORDS.get(word, word) for word in folded.split())


class Communes:
    """The official list, ready to be asked. Holds every commune that the portal knows; built once per reading."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_key: dict[str, list[Place]] = defaultdict(list)
        self._by_code: dict[str, Place] = {}
        olds = []
        for place in places:
            self._by_key[_key(fold(place.name))].append(place)
            if place.old:
                olds.append(place)
            else:
                self._by_code[place.code] = place
        for place in olds:
            self._add_names_with_the_commune_of_today(place)

    def _add_names_with_the_commune_of_today(self, place: Place) -> None:
        """`Hellemmes` for the official `Hellemmes-Lille`, `Lomme Lille` for the official `Lomme`."""
        today = self._by_code.get(place.code)
        if today is None:
            return
        name, suffix = fold(place.name), " " + fold(today.name)
        other = name.removesuffix(suffix) if name.endswith(suffix) else name + suffix
        self._by_key[_key(other)].append(place)

    def of_seat(self, printed: str, department: str) -> Found | None:
        """The commune of a printed seat (`ST POL SUR MER`, `59000 Lille Cedex 9`), in an act of this département."""
        text = _ASIDE.sub(" ", _SLASHED.sub("sur ", printed))
        postcode = ""
        if match := _POSTCODE.search(text):
            postcode = match[1].replace(" ", "")
            text = text[match.end() :] if fold(text[match.end() :]) else text[: match.start()]
        folded = fold(text)
        name = _ROUND.sub("", folded)
        candidates = self._named(name) or self._beside_a_town(name)
        if postcode:
            candidates = [place for place in candidates if _may_have(place, postcode)]
        place = _only_one(candidates, department)
        return Found(place.code, "old name" if place.old else "printed") if place else None

    def of_operator(self, name: str, department: str) -> Found | None:
        """The commune that an operator's name says it belongs to: `CCAS de Maubeuge`, `Commune d'Auchy-les-Mines`."""
        for rest in _after_municipal_words(fold(name)):
            place = _only_one(self._named(rest) or self._beside_a_town(rest), department)
            if place:
                return Found(place.code, "operator name")
        return None

    def _named(self, folded: str) -> list[Place]:
        return self._by_key.get(_key(folded), []) if folded else []

    def _beside_a_town(self, folded: str) -> list[Place]:
        """`Saint-Nicolas-lez-Arras` for the official `Saint-Nicolas`: both towns are of one intercommunalité."""
        words = folded.split()
        return [
            place
            for cut in range(1, len(words) - 1)
            if words[cut] in _BESIDE
            for town in self._named(" ".join(words[cut + 1 :]))
            for place in self._named(" ".join(words[:cut]))
            if place.epci and place.epci == town.epci and place.code != town.code
        ]


def _after_municipal_words(folded: str) -> Iterator[str]:
    """The possible names of the commune in `ccas de la ville de x`, `mairie du x`; nothing for another organisation."""
    rest = folded
    while match := _MUNICIPAL.match(rest):
        rest = rest[match.end() :]
        connector = _CONNECTOR.match(rest)
        after = rest[connector.end() :] if connector else rest
        yield _ARTICLES[connector[1] if connector else ""] + after
        rest = after


def _may_have(place: Place, postcode: str) -> bool:
    if place.postcodes:
        return postcode in place.postcodes or postcode[:2] == place.department[:2]
    return postcode.startswith(place.department[:2])


def _only_one(candidates: list[Place], department: str) -> Place | None:
    """The one place of this département, else the one place anywhere; a name of today goes before an old one."""
    here = [place for place in candidates if place.department == department]
    for group in (here, candidates):
        for old in (False, True):
            places = [place for place in group if place.old is old]
            if places:
                return places[0] if len({place.code for place in places}) == 1 else None
    return None
