"""What a sentence says a sum is of → the lines that it covers, where the text leaves no doubt.

« thématique 5 », « opération n° 3 », « Parcours IAE » are held against the headings of the lines: numbers first, then
words, then the year and the sum itself. Two answers are no answer. It reads no table and changes no line.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ingest.reader.records import LineRecord, TotalRecord
from ingest.reader.roles.money_words import holds
from ingest.reader.sums.outside_budget import is_outside_budget
from ingest.reader.sums.rounding import compare
from ingest.reader.vocabulary import GRANTS, NEUTRAL, WHOLE_SAID, phrase

# Share of the words of a heading that a sentence must repeat to be about it.
_WORDS_REPEATED = 0.8
# Headings of fewer words than this say too little to be recognised by words alone.
_FEWEST_WORDS = 2
# Headings that print a number: « Thématique 1 : », « opération n° 3 », « Axe 2 », « annexe 7 ».
_NUMBERED = re.compile(
    r"\b(?P<word>thematique|theme|operation|axe|action|programme|dispositif|volet|lot|mesure|objectif|mission|priorite"
    r"|fiche|annexe) ?(?P<kind>complementaire )?(?:n |no |numero )?(?P<number>\d{1,2})\b(?! \d{3})"
)
_LEADING_NUMBER = re.compile(r"\s*(\d{1,2})\s*[.)–-]\s*[^\W\d]")

# « 2 dispositifs de la thématique 5 » : the parts of the heading are counted, so the sum is of them all.
_COUNTED_PARTS = re.compile(r"\b\d{1,3} (?:dispositif|operation|action|projet|dossier|subvention|aide|convention)\b")

ALL_LINES_NOTE = "comparé à toutes les lignes"
BY_AMOUNT_NOTE = "rapproché par le montant seul"
IN_BUDGET_NOTE = "hors les lignes financées hors budget"
ONE_LINE_NOTE = "montant d’une seule ligne"
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


class _Scope(NamedTuple):
    """What a sum is said to be of: its words, the (word, number) pairs in them, those of headings. `used`: the words
    of headings that any group has a number for."""

    words: frozenset[str]
    numbers: Numbers
    headings: Numbers
    used: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Match:
    group: Group
    numbers: int
    coverage: float
    agrees: bool

    @property
    def rank(self) -> tuple[bool, int, float, int]:
        return self.agrees, self.numbers, self.coverage, self.group.depth

    @property
    def is_strong(self) -> bool:
        return bool(self.numbers) or (self.coverage >= _WORDS_REPEATED and len(self.group.words) >= _FEWEST_WORDS)


def group_lines(lines: Sequence[LineRecord]) -> tuple[Group, ...]:
    """The groups that a sum may be of: all lines, each table, each programme, each subprogramme; and of each the part
    paid from the budget and the part that is not, where it has both."""
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
    return tuple(part for group in groups for part in _parts(group))


def find_group(total: TotalRecord, groups: Sequence[Group]) -> Group | None:
    """The one group that a stated sum is of; None where none fits, or several do."""
    words = phrase(total.scope)
    numbers = numbers_in(words)
    scope = _Scope(
        frozenset(words.split()),
        numbers,
        frozenset(pair for pair in numbers if pair[0] != "annexe"),
        frozenset(word for group in groups for word, _ in group.numbers),
    )
    found = [match for group in groups if (match := _match(total, group, scope))]
    agreeing = _only_best(match for match in found if match.agrees)
    if agreeing:
        return agreeing.group
    told = _only_best(match for match in found if match.is_strong and not match.group.note)
    if told:
        # Under a heading, a sentence may state one grant of several: the one line of that amount.
        return _one_line(total, told.group) or (told.group if _is_whole(total, words) else None)
    return _by_amount(total, groups)


def whole_of_tables(groups: Sequence[Group]) -> Group | None:
    """All the lines that tables print, where they are the lines of one annex or table only."""
    labels = {line.table for group in groups for line in group.lines if line.source.table}
    annexes = set(map(_annex_of, labels))
    return next(
        (group for group in groups if len(annexes) == 1 and all(line.source.table for line in group.lines)), None
    )


def _is_whole(total: TotalRecord, words: str) -> bool:
    """Whether a sum is said to be all of what its heading holds: always in a decision, in a report where it says so."""
    sentence = phrase(total.scope.rsplit(" / ", 1)[-1])
    return total.where != "report" or holds(words, WHOLE_SAID) or bool(_COUNTED_PARTS.search(sentence))


def _one_line(total: TotalRecord, group: Group) -> Group | None:
    lines = tuple(line for line in group.lines if line.amount == total.amount and line.year in (total.year, None))
    return replace(group, lines=lines, note=ONE_LINE_NOTE) if len(lines) == 1 else None


@lru_cache(maxsize=1000)
def _annex_of(label: str) -> str:
    """The annex of a table's label, without the number that tells its tables apart: `annexe-3` for `annexe-3-2`."""
    return re.sub(r"^(annexe-\w+)-\d+$", r"\1", label)


def numbers_in(words: str) -> Numbers:
    """The (word, number) pairs of a text as `phrase` leaves it: « operation n 3 » gives ("operation", "3")."""
    return frozenset(
        (f"{match['word']} {match['kind'] or ''}".strip(), match["number"]) for match in _NUMBERED.finditer(words)
    )


def _match(total: TotalRecord, group: Group, scope: _Scope) -> _Match | None:
    """How well a group fits a scope; None where nothing tells of it, or a number says that it is another one."""
    coverage = len(group.words & scope.words) / len(group.words) if group.words else 0.0
    own = len(group.own & scope.numbers)
    own += sum(not word and any(number == told for _, told in scope.headings) for word, number in group.own)
    if not own and coverage < _WORDS_REPEATED:
        return None
    if group.sum_of(total.year) is None or (total.outside_budget and group.note != OUTSIDE_NOTE):
        return None
    if any(_contradicts(pair, group, scope.used) for pair in scope.headings):
        return None
    told_words = {word for word, _ in scope.headings}
    if any(pair[0] in told_words and pair not in scope.headings for pair in group.numbers):
        return None
    return _Match(group, own, coverage if coverage >= _WORDS_REPEATED else 0.0, _agrees(total, group))


def _contradicts(pair: tuple[str, str], group: Group, used: frozenset[str]) -> bool:
    """Whether a number of the scope says that it is of another heading, or of one further down, than the group."""
    word, number = pair
    if word in used:
        return pair not in group.numbers
    unnamed = {told for name, told in group.numbers if not name}
    return bool(unnamed) and number not in unnamed


def _only_best(matches: Iterable[_Match]) -> _Match | None:
    ranked = sorted(matches, key=lambda match: match.rank, reverse=True)
    best = [match for match in ranked if match.rank == ranked[0].rank]
    return best[0] if len({frozenset(map(id, match.group.lines)) for match in best}) == 1 else None


def _by_amount(total: TotalRecord, groups: Sequence[Group]) -> Group | None:
    """The only group whose sum is the stated one to the cent, where the sum is not a round one."""
    note = BY_AMOUNT_NOTE
    equal = [group for group in groups if group.sum_of(total.year) == total.amount and total.precision <= 1]
    if not equal and holds(phrase(total.scope), GRANTS):
        # « les subventions, pour 7 M€ » : all of them.
        equal = [group for group in groups if not group.words and not group.own and _agrees(total, group)]
        note = ALL_LINES_NOTE
    distinct = {frozenset(line.line for line in group.lines): group for group in equal}
    if len(distinct) != 1 or total.amount == 0:
        return None
    group = next(iter(distinct.values()))
    return replace(group, note="; ".join(one for one in (group.note, note) if one))


def _agrees(total: TotalRecord, group: Group) -> bool:
    computed = group.sum_of(total.year)
    return computed is not None and compare(total.amount, computed, total.precision) != "different"


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


def _heading_numbers(heading: str) -> Numbers:
    leading = _LEADING_NUMBER.match(heading)
    return numbers_in(phrase(heading)) or frozenset({("", leading[1])} if leading else ())


def _numbered_key(label: str) -> str:
    return " ".join(f"{word} {number}" for word, number in sorted(_heading_numbers(label)))


def _shortest(lines: Sequence[LineRecord]) -> str:
    return min((line.subprogramme for line in lines), key=len)


def _parts(group: Group) -> list[Group]:
    outside = tuple(line for line in group.lines if is_outside_budget(line))
    inside = tuple(line for line in group.lines if not is_outside_budget(line))
    if not outside or not inside:
        return [replace(group, note=OUTSIDE_NOTE) if outside else group]
    return [group, replace(group, lines=inside, note=IN_BUDGET_NOTE), replace(group, lines=outside, note=OUTSIDE_NOTE)]
