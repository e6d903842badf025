"""Lines → the groups that a stated sum may be of: all of them, those of an annex, of an operator, under a heading.

Takes the lines of an act; gives each group with the numbers and words of its headings. It holds no sum against another.
"""

import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from ingest.reader.money.money_words import holds
from ingest.reader.records import LineRecord
from ingest.reader.vocabulary.headers import NEUTRAL
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import OUTSIDE_BUDGET

# Headings that print a number: « Thématique 1 : », « opération n° 3 », « Axe 2 », « annexe 7 ».
_NUMBERED = re.compile(
    r"\b(?P<word>thematique|theme|operation|axe|action|programme|dispositif|volet|lot|mesure|objectif|mission|priorite"
    r"|fiche|annexe) ?(?P<kind>complementaire )?(?:n |no |numero )?(?P<number>\d{1,2})\b(?! \d{3})"
)
_LEADING_NUMBER = re.compile(r"\s*(\d{1,2})\s*[.)–-]\s*[^\W\d]")

IN_BUDGET_NOTE = "hors les lignes financées hors budget"
OUTSIDE_NOTE = "lignes financées hors budget"

Numbers = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading. `numbers`: the (word, number) pairs that its headings print, `own` those of its last
    heading; `words`: the other words of that heading; `depth`: how many headings down; `note`: which part it is."""

    lines: tuple[LineRecord, ...]
    numbers: Numbers = frozenset()
    own: Numbers = frozenset()
    words: frozenset[str] = frozenset()
    depth: int = 0
    note: str = ""
    _sums: dict[int | None, Decimal | None] = field(default_factory=dict, init=False, compare=False, repr=False)

    def sum_of(self, year: int | None) -> Decimal | None:
        """The exact sum for one year (all years where None); None where the group has no line of that year."""
        if year not in self._sums:
            amounts = [line.amount for line in self.lines if year is None or line.year in (year, None)]
            self._sums[year] = sum(amounts, Decimal(0)) if amounts else None
        return self._sums[year]


def group_lines(lines: Sequence[LineRecord]) -> tuple[Group, ...]:
    """The groups of lines that a sum may be of: all of them, each table, each programme, each subprogramme; and, where
    a group has lines paid outside the budget, those apart from the others."""
    printed = tuple(line for line in lines if line.source.table)
    groups = [Group(members) for members in dict.fromkeys((tuple(lines), printed)) if members]
    for members in _split(lines, lambda line: _annex_of(line.table)):
        number = re.match(r"annexe-(\d+)", members[0].table)
        numbers = frozenset({("annexe", number[1])} if number else ())
        groups.append(Group(members, numbers, numbers))
    for members in _split(lines, lambda line: phrase(line.operator)):
        words = frozenset(set(phrase(members[0].operator).split()) - NEUTRAL)
        groups.append(Group(members, words=words))
    for members in _split(lines, lambda line: phrase(line.programme)):
        groups.append(_under_heading(members, [members[0].programme]))
        for label in (_numbered_key, phrase):
            for inner in _split(members, lambda line, label=label: label(line.subprogramme)):  # type: ignore[misc]
                groups.append(_under_heading(inner, [inner[0].programme, _shortest(inner)]))
    outside = {id(line) for line in lines if is_outside_budget(line)}
    return tuple(part for group in groups for part in _parts(group, outside))


def is_outside_budget(line: LineRecord) -> bool:
    """Whether the line says that its money is not paid from the budget of the council."""
    return holds(phrase(line.detail), OUTSIDE_BUDGET)


def whole_of_tables(groups: Sequence[Group]) -> Group | None:
    """All the lines that tables print, where they are the lines of one annex or table only."""
    labels = {line.table for group in groups for line in group.lines if line.source.table}
    annexes = set(map(_annex_of, labels))
    return next(
        (group for group in groups if len(annexes) == 1 and all(line.source.table for line in group.lines)), None
    )


def numbers_in(words: str) -> Numbers:
    """The (word, number) pairs of a text as `phrase` leaves it: « operation n 3 » gives ("operation", "3")."""
    return frozenset(
        (f"{match['word']} {match['kind'] or ''}".strip(), match["number"]) for match in _NUMBERED.finditer(words)
    )


@lru_cache(maxsize=1000)
def _annex_of(label: str) -> str:
    """The annex of a table's label, without the number that tells its tables apart: `annexe-3` for `annexe-3-2`."""
    return re.sub(r"^(annexe-\w+)-\d+$", r"\1", label)


def _split(lines: Iterable[LineRecord], key: Callable[[LineRecord], str]) -> list[tuple[LineRecord, ...]]:
    groups: dict[str, list[LineRecord]] = {}
    for line in lines:
        if name := key(line):
            groups.setdefault(name, []).append(line)
    return [tuple(members) for members in groups.values()]


def _under_heading(lines: tuple[LineRecord, ...], headings: list[str]) -> Group:
    numbers = [_heading_numbers(heading) for heading in headings]
    words = set(phrase(headings[-1]).split()) - NEUTRAL - {word for word, _ in numbers[-1]}
    return Group(
        lines,
        frozenset().union(*numbers),
        numbers[-1],
        frozenset(word for word in words if not word.isdigit()),
        len(headings),
    )


@lru_cache(maxsize=1000)
def _heading_numbers(heading: str) -> Numbers:
    leading = _LEADING_NUMBER.match(heading)
    return numbers_in(phrase(heading)) or frozenset({("", leading[1])} if leading else ())


@lru_cache(maxsize=1000)
def _numbered_key(label: str) -> str:
    return " ".join(f"{word} {number}" for word, number in sorted(_heading_numbers(label)))


def _shortest(lines: Sequence[LineRecord]) -> str:
    return min((line.subprogramme for line in lines), key=len)


def _parts(group: Group, not_budgeted: Set[int]) -> list[Group]:
    """The group; the part of it that is not paid from the budget and the part that is, where it has both.
    `not_budgeted`: the identities of lines of which that is told."""
    if not not_budgeted:
        return [group]
    outside = tuple(line for line in group.lines if id(line) in not_budgeted)
    inside = tuple(line for line in group.lines if id(line) not in not_budgeted)
    if not outside or not inside:
        return [replace(group, note=OUTSIDE_NOTE) if outside else group]
    return [group, replace(group, lines=inside, note=IN_BUDGET_NOTE), replace(group, lines=outside, note=OUTSIDE_NOTE)]
