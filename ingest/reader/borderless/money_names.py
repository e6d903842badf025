"""Names of columns of money, printed over amounts: « Montant attribué », also in the pieces of a narrow column; names
of columns of those who receive, by which a table is known from the one beside it.

Takes texts of printed lines; says which of them name money, or receivers. Points.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from ingest.reader.borderless.money_texts import PrintedLine, Text
from ingest.reader.geometry.alignment import share_width
from ingest.reader.records import Role
from ingest.reader.vocabulary.headers import HEADERS
from ingest.reader.vocabulary.phrases import phrase, phrases
from ingest.reader.vocabulary.rows import TOTAL_LABELS
from portal.french import fold

# Words. A longer text is no name of a column.
LONGEST_NAME: Final = 8
# Times the type size. From a line of a cell to the next one, at most.
NEXT_LINE: Final = 1.6

# Letters. Shorter words that head money are of other things as well, « CP », « avis », « prix ».
_SHORTEST: Final = 4


def _heads_of(*roles: Role) -> frozenset[str]:
    """The words that head columns of these roles by themselves."""
    return frozenset(head for head, role in HEADERS.items() if role in roles and " " not in head)


_OF_MONEY: Final = frozenset(head for head in _heads_of("amount") if len(head) >= _SHORTEST) - TOTAL_LABELS
_NOT_OF_MONEY: Final = _heads_of("places", "reference") | phrases(
    "taux, code, article, compte, année, date, adhérent, heure, jour"
)
# « Nom » may be that of anything.
_RECEIVERS: Final = frozenset({*(head for head, role in HEADERS.items() if role == "operator"), "denomination"})
# How names of money begin, and the most lines on which the pieces of one stand in a narrow column.
_OPENINGS: Final = frozenset(name[:length] for name in _OF_MONEY for length in range(2, len(name)))
MOST_PIECES: Final = 4


def names_money(text: Text, string: str) -> bool:
    """Whether a text, printed as `string`, names a column of money."""
    if text.money or len(text.words) > LONGEST_NAME:
        return False
    words = set(phrase(string).split())
    return (bool(words & _OF_MONEY) or "€" in string) and not words & _NOT_OF_MONEY


def names_no_money(string: str) -> bool:
    """Whether a text names figures that are no money: « Nombre de places »."""
    return not _NOT_OF_MONEY.isdisjoint(phrase(string).split())


def line_names_money(line: PrintedLine) -> bool:
    """Whether a text of a line names a column of money."""
    return any(names_money(text, text.string) for text in line.texts)


def is_cut_name(lines: Sequence[PrintedLine], place: int, text: Text) -> bool:
    """Whether a piece of a word and those close under it are a name of money, cut by its column: « Souti | en »."""
    word = fold(text.string) if len(text.words) == 1 else ""
    for under in range(place + 1, min(place + MOST_PIECES, len(lines)) if word in _OPENINGS else 0):
        line = lines[under]
        pieces = [one for one in line.texts if share_width(one, text)]
        if len(pieces) != 1 or line.y - lines[under - 1].y > NEXT_LINE * line.size:
            return False
        word += fold(pieces[0].string)
        if phrase(word) in _OF_MONEY:
            return True
    return False


def name_receivers(texts: Iterable[str]) -> bool:
    """Whether one of the texts over the first row with a figure says « Bénéficiaire », or « Dénomination »."""
    heads = (phrase(text) for text in takewhile(lambda text: not any(map(str.isdigit, text)), texts))
    return any(one in _RECEIVERS for head in heads for one in (head, *head.split()))
