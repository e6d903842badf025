"""Lists that leave out the euros: « Judo Club : 950 – Chorale : 220 », « * Secours populaire : 300 ».

What enters: a text of a decision that announced a list of grants. What leaves: its entries, each with its unit, so that
the stages after this one read it as any other. A price, an article of a budget and a count are no entry.
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.reader.paragraphs.plain_text import plain

UNIT: Final = " €"

_FIGURE = r"\d{1,3}(?:[ .]\d{3})*(?:,\d\d)?|\d{4,6}(?:,\d\d)?"
_NO_NAME = (
    r"(?:articles?|art\.|compte|chapitre|ligne|budget|nombre|effectifs?|votants?|presents?|pour|contre|abstentions?"
    r"|pouvoirs?|page|tel|date|annee|exercice|n°|total|montant|dont)\b"
)
# « Judo Club : 950 », « Crèche : 12 500, dont 2 500 pour le jardin »
_ENTRY: Final = re.compile(
    rf"(?P<name>[^:;=\d][^:;=]{{2,120}}?)\s*[:=]\s*(?P<figure>{_FIGURE})(?P<rest>\s*(?:[;(].*|[.,](?!\d).*)?)"
)
_NAMES_MONEY_OF_NOBODY: Final = re.compile(rf"\W*{_NO_NAME}")
# What parts two entries on one line, after the figure of the first.
_BETWEEN: Final = re.compile(r"(?<=\d)\s*(?:\s[–—-]|[;/•*]|,(?=\s*[A-ZÀ-Ý][^,:;]{2,80}:\s*\d))\s+(?=[^\W\d])")
# « Sport : », before the first entry of a line.
_THEME: Final = re.compile(r"^[^:\d]{3,60}\s:\s+(?=[^:;\d][^:;]{2,}:\s*\d)")

# « …, en euros : Judo Club, 650 ; Chorale, 4 000. »
_IN_EUROS: Final = re.compile(r"\ben (?:euros|€)\)?\s?:\s+")
_INLINE: Final = re.compile(
    rf"(?P<name>[^\W\d][^;:\d]{{2,80}}?)\s?[,:]\s+(?P<figure>{_FIGURE})(?:\s*;\s*|(?=\s*(?:\.|$)))"
)


def is_bare_entry(text: str) -> bool:
    """Whether a text is one entry or several of a list that leaves out the euros."""
    pieces = _BETWEEN.split(_THEME.sub("", text.strip()))
    return all(_ENTRY.fullmatch(piece) and not _NAMES_MONEY_OF_NOBODY.match(plain(piece)) for piece in pieces)


def with_units(text: str) -> Sequence[str]:
    """Each entry of a text with its unit; the text alone where it is no such entry."""
    if not is_bare_entry(text):
        return [text]
    pieces = (_ENTRY.fullmatch(piece) for piece in _BETWEEN.split(_THEME.sub("", text.strip())))
    return [f"{one['name']} : {one['figure']}{UNIT}{one['rest']}" for one in pieces if one]


def listed_in_euros(text: str) -> Sequence[str]:
    """What announces a list of sums on its own line, each entry of it with its unit, and what follows them; the text
    alone where it holds no such list."""
    announced = _IN_EUROS.search(text)
    pieces, place = [], announced.end() if announced else len(text)
    while entry := _INLINE.match(text, place):
        pieces.append(f"{entry['name']} : {entry['figure']}{UNIT}")
        place = entry.end()
    return [text[: announced.end()], *pieces, text[place:].lstrip(". ")] if announced and len(pieces) > 1 else [text]


def as_printed(amount: str, text: str) -> str:
    """The amount without the unit that was put in: `text` is what the document prints."""
    bare = amount.removesuffix(UNIT)
    return bare if bare != amount and amount not in " ".join(text.split()) else amount
