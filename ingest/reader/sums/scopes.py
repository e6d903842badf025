"""What a sentence says a sum is of → the lines that it covers, where the text leaves no doubt.

« thématique 5 », « opération n° 3 », « Parcours IAE » are held against the headings of the lines: numbers first, then
words, then the year and the sum itself. Two answers are no answer. It reads no table and changes no line.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ingest.reader.money.money_words import holds
from ingest.reader.records import TotalRecord
from ingest.reader.sums.line_groups import OUTSIDE_NOTE, Group, Numbers, numbers_in
from ingest.reader.sums.rounding import compare
from ingest.reader.vocabulary.money import GRANTS, WHOLE_SAID
from ingest.reader.vocabulary.phrases import phrase

# Share of the words of a heading that a sentence must repeat to be about it.
_WORDS_REPEATED = 0.8
# Headings of fewer words than this say too little to be recognised by words alone.
_FEWEST_WORDS = 2
# « 2 dispositifs de la thématique 5 » : the parts of the heading are counted, so the sum is of them all.
_COUNTED_PARTS = re.compile(r"\b\d{1,3} (?:dispositif|operation|action|projet|dossier|subvention|aide|convention)\b")

ALL_LINES_NOTE = "comparé à toutes les lignes"
BY_AMOUNT_NOTE = "rapproché par le montant seul"
ONE_LINE_NOTE = "montant d’une seule ligne"


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


def _is_whole(total: TotalRecord, words: str) -> bool:
    """Whether a sum is said to be all of what its heading holds: always in a decision, in a report where it says so."""
    sentence = phrase(total.scope.rsplit(" / ", 1)[-1])
    return total.where != "report" or holds(words, WHOLE_SAID) or bool(_COUNTED_PARTS.search(sentence))


def _one_line(total: TotalRecord, group: Group) -> Group | None:
    lines = tuple(line for line in group.lines if line.amount == total.amount and line.year in (total.year, None))
    return replace(group, lines=lines, note=ONE_LINE_NOTE) if len(lines) == 1 else None


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
