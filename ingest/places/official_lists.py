"""Official lists of communes → plain records: the list of INSEE (COG) and the project's own files. No database.

Takes a CSV file, gives `CommuneFact`s, `OldNameFact`s, `TerritoryFact`s and `ContourFact`s. Raises `ListError`, one
French sentence, for a file that is no such list. Does not decide what is stored.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.places.contours import bounds_of

REFERENCE = Path(__file__).parent.parent / "reference"
BUNDLED = (
    REFERENCE / "communes-59-62.csv",
    REFERENCE / "anciennes-communes-59-62.csv",
    REFERENCE / "noms-usuels-59-62.csv",
    REFERENCE / "territoires-59-62.csv",
    REFERENCE / "contours-59-62.csv",
)

OFFICIAL_COLUMNS = ("TYPECOM", "COM", "DEP", "LIBELLE", "COMPARENT")
OWN_COLUMNS = ("code", "nom", "departement")
OWN_OLD_COLUMNS = ("nom", "type", "commune_actuelle")
OWN_TERRITORY_COLUMNS = ("departement", "territoire", "libelle", "maille", "code", "certitude", "indice")
UNITS = ("epci", "arrondissement")
CONTOUR_COLUMNS = ("maille", "code", "contour")
CONTOUR_UNITS = (*UNITS, "commune")
# TYPECOM of the official list, besides COM (a commune) and ARM (a district of Paris, Lyon or Marseille).
OLD_KINDS = {"COMA": "commune associée", "COMD": "commune déléguée"}
OWN_KINDS = {"commune-associee": "commune associée", "commune-deleguee": "commune déléguée"}


class ListError(Exception):
    """A file that is no list of communes. `str(error)` is one French sentence."""


@dataclass(frozen=True, slots=True)
class CommuneFact:
    """A commune of today. None where the file does not say: what is stored then stays."""

    code: str
    name: str
    department: str
    postcodes: str | None = None
    population: int | None = None
    epci_code: str | None = None
    epci_name: str | None = None
    arrondissement_code: str | None = None
    arrondissement_name: str | None = None
    listed_year: int | None = None


@dataclass(frozen=True, slots=True)
class OldNameFact:
    """Another name of the commune whose code is `commune`; `code`: the one that it had itself, where the list says."""

    name: str
    kind: str
    commune: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class TerritoryFact:
    """What a territory printed by a council covers: the intercommunalité or arrondissement `code`, and how we know."""

    department: str
    name: str
    label: str
    unit: str
    code: str
    certainty: str
    clue: str


@dataclass(frozen=True, slots=True)
class ContourFact:
    """An outline: an SVG path of whole numbers, its moves relative. `bounds`: left, top, right, bottom."""

    unit: str
    code: str
    path: str
    bounds: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Facts:
    """What one file says; a file of one kind leaves the others empty."""

    communes: tuple[CommuneFact, ...] = ()
    old_names: tuple[OldNameFact, ...] = ()
    territories: tuple[TerritoryFact, ...] = ()
    contours: tuple[ContourFact, ...] = ()

    def __add__(self, other: "Facts") -> "Facts":
        return Facts(
            self.communes + other.communes,
            self.old_names + other.old_names,
            self.territories + other.territories,
            self.contours + other.contours,
        )


_CODE = re.compile(r"\d[\dAB]\d{3}")


def read_list(path: Path) -> Facts:
    """What a file says, whichever of the five formats it has; told by its header."""
    rows = _rows(path)
    header = {name.strip() for name in rows[0]} if rows else set()
    formats = (
        (OFFICIAL_COLUMNS, _official),
        (OWN_OLD_COLUMNS, _own_old),
        (OWN_TERRITORY_COLUMNS, _own_territories),
        (CONTOUR_COLUMNS, _contours),
        (OWN_COLUMNS, _own),
    )
    for columns, convert in formats:
        if header.issuperset(columns):
            try:
                facts = convert(rows)
            except ValueError as error:
                raise ListError(f"{path.name}\u202f: {error}") from error
            _check_codes(path, facts)
            return facts
    if not rows:
        raise ListError(f"{path.name}\u202f: le fichier est vide ou n’a que son en-tête.")
    wanted = OFFICIAL_COLUMNS if len(header & set(OFFICIAL_COLUMNS)) >= len(header & set(OWN_COLUMNS)) else OWN_COLUMNS
    missing = ", ".join(name for name in wanted if name not in header)
    raise ListError(
        f"{path.name}\u202f: ce n’est pas une liste de communes connue\u202f; il manque les colonnes {missing} "
        f"(liste officielle de l’INSEE\u202f: {', '.join(OFFICIAL_COLUMNS)}\u202f; "
        f"format du projet\u202f: {', '.join(OWN_COLUMNS)})."
    )


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ListError(f"{path.name}\u202f: le fichier n’existe pas.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ListError(f"{path.name}\u202f: le fichier n’est pas un texte UTF-8 lisible.") from error
    lines = text.splitlines()
    delimiter = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    rows = csv.DictReader(lines, delimiter=delimiter, strict=True)
    try:
        return [{key: value for key, value in row.items() if key and isinstance(value, str)} for row in rows]
    except csv.Error as error:
        raise ListError(f"{path.name}\u202f: le fichier n’est pas un CSV lisible.") from error


def _check_codes(path: Path, facts: Facts) -> None:
    named = [(fact.code, fact.name) for fact in facts.communes]
    for code, name in named + [(fact.commune, fact.name) for fact in facts.old_names]:
        if not _CODE.fullmatch(code) or not name:
            raise ListError(
                f"{path.name}\u202f: «\u202f{code}\u202f» ({name or 'sans nom'}) n’est pas un code INSEE de commune."
            )
    for fact in facts.communes:
        if not fact.code.startswith(fact.department):
            raise ListError(
                f"{path.name}\u202f: la commune {fact.code} n’est pas du département «\u202f{fact.department}\u202f»."
            )


def _official(rows: Iterable[Mapping[str, str]]) -> Facts:
    communes, olds = [], []
    for row in rows:
        if row["TYPECOM"] == "COM":
            communes.append(CommuneFact(row["COM"], row["LIBELLE"], row["DEP"]))
        elif row["TYPECOM"] in OLD_KINDS:
            olds.append(OldNameFact(row["LIBELLE"], OLD_KINDS[row["TYPECOM"]], row["COMPARENT"], row["COM"]))
    return Facts(tuple(communes), tuple(olds))


def _own(rows: Iterable[Mapping[str, str]]) -> Facts:
    communes = (
        CommuneFact(
            row["code"],
            row["nom"],
            row["departement"],
            row.get("codes_postaux"),
            _number(row.get("population", "")),
            row.get("epci"),
            row.get("epci_nom"),
            row.get("arrondissement"),
            row.get("arrondissement_nom"),
            _number(row.get("millesime", "")),
        )
        for row in rows
    )
    return Facts(tuple(communes))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _own_old(rows: Iterable[Mapping[str, str]]) -> Facts:
    return Facts(
        old_names=tuple(
            OldNameFact(
                row["nom"], OWN_KINDS.get(row["type"], row["type"]), row["commune_actuelle"], row.get("code") or ""
            )
            for row in rows
        )
    )


def _own_territories(rows: Iterable[Mapping[str, str]]) -> Facts:
    """A row a part; `maille` may say that only a part of the unit is covered: `arrondissement (partie)`."""
    return Facts(
        territories=tuple(
            TerritoryFact(
                row["departement"],
                row["territoire"],
                row["libelle"],
                row["maille"].partition(" ")[0],
                row["code"],
                row["certitude"],
                row["indice"],
            )
            for row in rows
            if row["maille"].partition(" ")[0] in UNITS
        )
    )


def _contours(rows: Iterable[Mapping[str, str]]) -> Facts:
    return Facts(
        contours=tuple(
            ContourFact(row["maille"], row["code"], row["contour"], bounds_of(row["contour"]))
            for row in rows
            if row["maille"] in CONTOUR_UNITS
        )
    )
