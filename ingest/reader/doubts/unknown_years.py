"""The year of an act whose date is not read, from the heads of its first page; lines of which nothing says the year.

Where a stamp hides the date of an act, or a list stands alone, the amount is read and what it was voted for is not.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import DOUBTFUL, LineRecord, Paragraph
from ingest.reader.values.dates import find_years, parse_date
from ingest.reader.vocabulary.patterns import PLAN

NOTE: Final = "année inconnue\u202f: ni le tableau ni l’acte ne se lisent assez pour la dire"


# « CP du 17/06/2024 »: the day of a session; the day on which a list was printed is none.
_SESSION: Final = re.compile(
    r"\b(?:cp|commission permanente|seance|session|conseil|reunion|assemblee) d[ue]\b(.{0,30})"
)
# « Budget principal – CA 2024 », « Exercice 2025 », over the annexes of a budget.
_BUDGET: Final = re.compile(r"\b(?:budgets?|bp|ca|cfu|comptes?|exercice)\b[^.;]{0,40}\b(20\d\d)\b")
# « La dépense sera imputée au chapitre 65 du budget de fonctionnement de la Ville de 2025 »
_CHARGED: Final = re.compile(
    r"\b(?:depenses?|sommes?|credits?|montants?)\b[^;]{0,120}?\b(?:imput|prelev|inscri)\w*\b[^;]{0,120}?"
    r"\bbudget\b[^;.]{0,80}?\b(20\d\d)\b"
)
# « 2025/041 », « CP-2025-0187 »: the year of the session, in the number of an act.
_NUMBERED: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
# Characters. Longer texts of the first page are sentences.
LONGEST_HEAD: Final = 120


def year_of_heads(paragraphs: Sequence[Paragraph], title: str = "", number: str = "") -> int | None:
    """The one year that the heads of the first page name, « Liste des aides 2025 », or of the session that they name,
    or that of the `title` of the act where they name none, or else of the budget that they name or that a sentence
    charges, or in the `number` of the act; None where they name several."""
    first = min((one.source.page for one in paragraphs), default=0)
    heads = [one.text for one in paragraphs if one.source.page == first and one.kind == "heading"]
    years = {year for text in heads for year in _years_of(text)}
    for text in heads:
        said = _SESSION.search(plain(text))
        day = parse_date(said[1]) if said else None
        years |= {day.year} if day else set()
    years = (
        years
        or {*_years_of(title)}
        or _years_of_budget(one.text for one in paragraphs if one.source.page == first)
        or {int(year) for year in _NUMBERED.findall(number)}
    )
    return next(iter(years)) if len(years) == 1 else None


def _years_of(text: str) -> tuple[int, ...]:
    return find_years(PLAN.sub("", text))


def _years_of_budget(texts: Iterable[str]) -> set[int]:
    told = ((_BUDGET if len(text) <= LONGEST_HEAD else _CHARGED).findall(plain(text)) for text in texts)
    return {int(year) for years in told for year in years}


def doubt_unknown_years(lines: Iterable[LineRecord]) -> tuple[LineRecord, ...]:
    """The lines, those without a year in doubt, with a note that says so."""
    return tuple(line.doubted(DOUBTFUL, NOTE) if line.year is None else line for line in lines)
