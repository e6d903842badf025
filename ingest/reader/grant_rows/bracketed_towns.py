"""Towns in brackets behind the names of beneficiaries, « Judo Club (Bor) », where no column of towns stands by.

What enters: the rows of a table and its column of beneficiaries. What leaves: the name, the town and what is printed
behind them, of each row that prints a town; nothing for a table where brackets hold something else on many rows.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from ingest.reader.grant_rows.towns_under import TOWN, filled_cells
from ingest.reader.headers.header_words import head_role
from ingest.reader.records import Column, Role, Row
from ingest.reader.vocabulary.organisations import ORGANISATIONS
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import NO_TOWNS

# Rows, at least, and the share of them that print a town in brackets.
_FEWEST: Final = 3
_MOST: Final = 0.8
# Share of the towns that only a town is spelt like: with hyphens, or an article. About half of the French ones are.
_SPELT_AS_TOWNS: Final = 0.2
# « Cyclo-cross » goes on in small letters.
_COMPOUND: Final = re.compile(
    r".*[^\W\d_]-(?:[A-ZÀ-Ý]|(?:sur|sous|l[eèé]s|en|de|du|des|la|d'|l'|aux?|à|et)\b)|(?:L[ea]s?|LES?|LA)\s|L['’]"
)
_BRACKETED: Final = re.compile(r"(?P<name>[^()]*[^()\s])\s*\((?P<town>[^()]+)\)\s*(?P<rest>.*)")
# « Judo Club – Bor », « Judo Club 25 – Bor » with the number of the département.
_NUMBER: Final = r"(?:(?:\d\d|2[AB]|97\d)\s*)?"
_DASHED: Final = re.compile(
    rf"(?P<name>.*?[^\s–—-])\s+{_NUMBER}[–—-]\s+{_NUMBER}(?P<town>(?:(?!\s[–—-]\s).)+)(?P<rest>)"
)
# What a header may name behind the beneficiary.
_BEHIND: Final[tuple[Role, ...]] = ("action", "detail", "programme", "subprogramme")


class Bracketed(NamedTuple):
    """A beneficiary, the town in brackets behind it, what its cell says behind both, and whether that is sure."""

    name: str
    town: str
    rest: str
    sure: bool


def towns_in_brackets(rows: Sequence[Row], column: Column) -> dict[int, Bracketed]:
    """What the cells of a column of beneficiaries print with a town in brackets, by the index of the row."""
    texts = {index: cell.text for index, cell in filled_cells(rows, column.index).items()}
    bracketed = _in_brackets(texts, column)
    found = bracketed or _behind_dashes(texts)
    towns, names = {one["town"] for one in found.values()}, {one["name"] for one in found.values()}
    if len(found) < max(_FEWEST, _MOST * len(texts)) or min(len(towns), len(names)) < 2:
        return {}
    if any(phrase(town) in NO_TOWNS | ORGANISATIONS for town in towns):
        return {}  # « Union sportive (Football) », « Roux (EARL) »
    sure = are_spelt_as_towns(towns)
    if not (sure or bracketed):
        return {}  # « Maternelle – Prévert »
    return {index: Bracketed(one["name"], one["town"], one["rest"], sure) for index, one in found.items()}


def _in_brackets(texts: Mapping[int, str], column: Column) -> dict[int, re.Match[str]]:
    goes_on = names_what_for(column)
    found = {index: one for index, text in texts.items() if (one := _parted(_BRACKETED, text))}
    return {index: one for index, one in found.items() if goes_on or not one["rest"]}


def _behind_dashes(texts: Mapping[int, str]) -> dict[int, re.Match[str]]:
    """The same behind dashes, which go on with names as well, but for those of towns on every row."""
    found = {index: one for index, text in texts.items() if (one := _parted(_DASHED, text))}
    return found if len(found) == len(texts) else {}


def are_spelt_as_towns(texts: Collection[str]) -> bool:
    """Whether a few of these texts are spelt as nothing but a town is: « Saint-Aubin », « Le Vignal »."""
    return sum(_COMPOUND.match(text) is not None for text in texts) >= _SPELT_AS_TOWNS * len(texts)


def names_what_for(column: Column) -> bool:
    """« Bénéficiaire / manifestation »: whether a header says that its cells name what the money is for as well."""
    return any(head_role(part) in _BEHIND for part in re.split(r"/|\bet\b", column.header)[1:])


def _parted(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The name and the town of a cell of this form; initials in brackets, « Centre d'accueil (CADA) », are no town."""
    found = form.fullmatch(text)
    if found is None or TOWN.fullmatch(found["town"]) is None or head_role(found["town"]):
        return None
    return None if found["town"].isupper() and not found["name"].isupper() else found
