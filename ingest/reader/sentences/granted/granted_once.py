"""Lines of an act that grant as much to one beneficiary: one grant said again, or two.

What enters: the lines of one decision, and those before it. What leaves: the same without those said again; where two
are for other things, or entries of one list, both stay, the second in doubt.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ingest.reader.records import UNSURE, LineRecord, Source
from portal.french import fold, fold_name

TWICE_NOTE = "même bénéficiaire et même somme qu’une autre ligne\u202f: à vérifier"
# Letters: shorter words of a purpose do not tell it from another.
_SHORTEST_WORD = 4

# The lines so far by beneficiary, amount and year.
Granted = defaultdict[tuple[str, Decimal, int | None], list[LineRecord]]


def granted_once(lines: Iterable[LineRecord], granted: Granted, opening: Source) -> Iterator[LineRecord]:
    """The lines of a decision that is `opening`, then its list, but for those that are `granted`, which takes them
    in."""
    entries: list[LineRecord] = []
    for line in lines:
        same = granted[fold_name(line.operator), line.amount, line.year]
        listed = line.source != opening
        if all(_is_for_else(line, one) or (listed and one in entries and one.source != line.source) for one in same):
            same.append(line)
            entries += [line] if listed else []
            yield line.doubted(UNSURE, TWICE_NOTE) if len(same) > 1 else line


def _is_for_else(line: LineRecord, other: LineRecord) -> bool:
    """« pour son gala », « pour son tournoi »: both say what they are for, without a word in common."""
    first, second = _words(line.action), _words(other.action)
    return bool(first and second and not first & second)


def _words(purpose: str) -> set[str]:
    return {word for word in fold(purpose).split() if len(word) >= _SHORTEST_WORD}
