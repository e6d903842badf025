"""Which département an act is of, from the name it prints. Pure: the official list is a file of the project.

Takes the printed text, gives (INSEE code, official name). Does not guess: a name that is not on the list is none.
"""

import csv
import re
from functools import cache
from pathlib import Path

from portal.french import fold

LIST = Path(__file__).parent.parent / "reference" / "departements.csv"

_LEADING_WORDS = re.compile(r"^(?:(?:le|la|l|les|de|du|des|d|departement|conseil|departemental|general) )+")


@cache
def departments() -> dict[str, str]:
    """The 101 départements: INSEE code → official name."""
    with LIST.open(encoding="utf-8", newline="") as handle:
        return {row["code"]: row["nom"] for row in csv.DictReader(handle)}


@cache
def _codes_by_text() -> dict[str, str]:
    return {_key(text): code for code, name in departments().items() for text in (code, name)}


def _key(text: str) -> str:
    return _LEADING_WORDS.sub("", fold(text))


def find_department(text: str) -> tuple[str, str] | None:
    """Code and official name of « Nord », « Département du Nord », « NORD » or « 59 »; None where unknown."""
    code = _codes_by_text().get(_key(text))
    return (code, departments()[code]) if code else None
