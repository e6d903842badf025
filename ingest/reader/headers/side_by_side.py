"""A header cell over several columns → the names, one for each column.

« Répartition du financement Région EPCI Département » over three columns: their rules, or the white between the names,
were not seen. « Montant attribué » set over the first of « Fonctionnement | Investissement » is that of both. It takes
words; it looks at no place on the page.
"""

from collections.abc import Sequence

from ingest.reader.values.dates import YEAR
from ingest.reader.vocabulary.money import ASKED, PROPOSED, VOTED
from ingest.reader.vocabulary.patterns import OPEN_END
from ingest.reader.vocabulary.payers import FUNDERS, OWN_GRANTS, SHARES_OF
from ingest.reader.vocabulary.phrases import phrase, phrases

# The parts of one grant, of which the first may print the name of all.
_PARTS = phrases("fonctionnement, investissement, équipement")
# What stands side by side over columns of money, under one name of them all.
_NAMES = (
    FUNDERS.union(*OWN_GRANTS.values(), *SHARES_OF.values()) | ASKED | PROPOSED | VOTED | _PARTS | phrases("rappel")
)
# Words of the longest of them: « union européenne », « fonds de concours ».
_LONGEST = 3


def names_side_by_side(text: str, columns: int) -> tuple[str, ...]:
    """The name of each of so many columns, what stands over them all before it; none where the text does not end with
    as many."""
    words = text.split()
    names: list[str] = []
    years = all(map(YEAR.fullmatch, words[-columns:]))
    for _ in range(columns):
        length = 1 if years and words else _length_of_last(words)
        if not length:
            return ()
        names.append(" ".join(words[-length:]))
        words = words[:-length]
    over = " ".join(words)
    return tuple(f"{over} – {name}" if over else name for name in reversed(names))


def name_parts_after_the_first(levels: Sequence[list[str]]) -> None:
    """Put the name of a first part, « Montant attribué Fonctionnement », over those beside it that print none,
    « Investissement »: one after the other, all different. `levels[c]`: the words over column `c`, from the top."""
    over, named = "", set[str]()
    for texts in levels:
        words = " ".join(texts).split()
        part = phrase(words[-1]) if words else ""
        if part not in _PARTS or part in named:
            over, named = "", set()
        elif len(words) > 1:
            over, named = " ".join(words[:-1]), {part}
            over = "" if OPEN_END.search(over) else over  # « Aide au fonctionnement »: one name
        elif over:
            named.add(part)
            texts.insert(0, over)


def _length_of_last(words: list[str]) -> int:
    """How many words the last name of a text has, the longest of those known; 0 where it is none."""
    last = bool(words) and YEAR.fullmatch(words[-1]) is not None
    named = words[:-1] if last else words
    lengths = range(min(_LONGEST, len(named)), 0, -1)
    found = next((length for length in lengths if phrase(" ".join(named[-length:])) in _NAMES), 0)
    return found + last
