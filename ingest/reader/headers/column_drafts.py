"""One column while its role is sought: its header, what its cells hold, the role so far and how sure it is.

The steps that seek roles take and give these; nothing is decided here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.reader.headers.cell_profiles import Profile
from ingest.reader.records import CERTAIN, DOUBTFUL, LIKELY, UNSURE, Role
from ingest.reader.values.dates import find_years, parse_year
from ingest.reader.vocabulary.headers import YEAR_WORDS
from ingest.reader.vocabulary.phrases import phrase

# Certainties of a role: its header says so · one of its words does · only the cells do · nothing much does.
BY_HEADER, BY_WEAK_WORD, BY_CONTENT, BY_DEFAULT = CERTAIN, LIKELY, DOUBTFUL, UNSURE
# Share of the filled cells that must hold money, figures or codes for a column to be one of them.
MOST = 0.6
HALF = 0.5

# Said on every line of the table.
BY_CONTENT_NOTE = "colonne sans titre, reconnue par son contenu : {role}"
MISREAD_NOTE = "titre de colonne mal lu : « {read} », compris « {meant} »"
DOUBT_NOTE = "le contenu de la colonne « {header} » ne ressemble pas à son titre"

ROLE_NAMES: dict[str, str] = {
    "reference": "numéro",
    "territory": "territoire",
    "programme": "programme",
    "subprogramme": "opération",
    "operator": "bénéficiaire",
    "commune": "commune",
    "action": "action",
    "detail": "complément",
    "places": "places",
    "amount": "montant",
}

Known = Mapping[Role, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Draft:
    """One column while its role is sought."""

    index: int
    levels: tuple[str, ...]
    profile: Profile
    role: Role | None = None
    certainty: float = BY_HEADER
    note: str = ""

    @property
    def header(self) -> str:
        return " – ".join(self.levels)


def guessed(draft: Draft, role: Role) -> Draft:
    """The draft with a role that only its cells tell: less sure, and a note says so."""
    return replace(draft, role=role, certainty=BY_CONTENT, note=BY_CONTENT_NOTE.format(role=ROLE_NAMES[role]))


def taken_roles(drafts: list[Draft]) -> set[Role]:
    """The roles that columns have already."""
    return {draft.role for draft in drafts if draft.role}


def names_a_year(level: str) -> bool:
    """Whether words say a year and nothing else but the letter of a note: « 2024 », « Exercice 2024 (a) »."""
    words = phrase(level).split()
    return bool(find_years(level)) and all(word.isdigit() or len(word) == 1 or word in YEAR_WORDS for word in words)


def year_named(levels: tuple[str, ...]) -> int | None:
    """The year of the lowest level that names exactly one."""
    return next((year for level in reversed(levels) if (year := parse_year(level))), None)
