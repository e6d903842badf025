"""Where a natural person lives, printed beside the name: « 14 rue des Tanneurs », without its town.

What enters: words in the order of the file. What leaves: those of each address that opens among them. Whose address it
is, is not judged here.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.reader.private.printed_places import WIDEST_GAP
from ingest.reader.records import Word
from ingest.reader.vocabulary.patterns import STREET_NUMBER, STREETS

# Words: « 14 bis, grande rue » is told by the first of them; a longer address than the most is something else.
OPENS_WITHIN: Final = 4
LONGEST: Final = 12

# « 14 rue », « (14, place », « 14-16 rue »; « 14 cours Foch », no « 2 cours de danse »
_STREET: Final = re.compile(
    rf"\(?(?:\d{{1,4}}[-/])?{STREET_NUMBER}"
    rf"(?:(?:{STREETS})\b|(?:cours|cit[eé]|clos|mont[eé]e|venelle|traverse)\s(?:d\w{{1,2}}\s)?(?-i:[A-ZÀ-Ý]))",
    re.IGNORECASE,
)
_POSTCODE: Final = re.compile(r"\(?\d{5}\b")
# « 14 rue des Tanneurs à Bor », « – Bor », « (Bor) »: the town is no secret.
_TOWN_FOLLOWS: Final = re.compile(r"[aà]$|[-–—(]")


def find_addresses(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The words of each address, up to its postcode or its town."""
    for place in range(len(words)):
        if opens_address(words[place:]):
            yield _as_far_as_town(words[place:])


def opens_address(words: Sequence[Word]) -> bool:
    """Whether the first of these words is the number of a street."""
    return _STREET.match(" ".join(word.text for word in words[:OPENS_WITHIN])) is not None


def _as_far_as_town(words: Sequence[Word]) -> list[Word]:
    first = words[0]
    taken, right = [first], first.box.x1
    for word in words[1:]:
        if _POSTCODE.match(word.text) or _TOWN_FOLLOWS.match(word.text) or len(taken) == LONGEST:
            break
        level = word.box.is_level(first.box)
        beside = level and word.box.x0 - right <= WIDEST_GAP * first.size
        under = not level and first.box.x0 - first.size <= word.box.x0 <= right
        if not (beside or under):
            continue  # of the cell beside
        taken.append(word)
        right = max(right, word.box.x1)
        if len(taken) > 2 and word.text.endswith((",", ";")):
            break
    return taken
