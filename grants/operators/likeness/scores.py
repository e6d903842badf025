"""How likely it is that two operators are one: the reasons of each pair, and what tells them apart. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grants.operators.identifiers import SIREN_LENGTH
from grants.operators.kinds import kind_of
from grants.operators.likeness.blocks import RULES
from grants.operators.likeness.names import Likeness, Named, Reason
from grants.operators.naming import telling_words

SHORTEST_TOWN = 4  # letters of a word that tells a town: « Sin », « Lys » are words too
LEAST_SCORE = 55  # of 100: below, staff would look at chance
SAME_TOWN, OTHER_TOWN, ANOTHER_REASON = 5, -15, 3  # points
BEST_BUT_SIRET = 99

_POINTS = {
    Reason.SIRET: 100,
    Reason.FORM: 94,
    Reason.WORDS: 92,
    Reason.LETTER: 88,
    Reason.TOWN: 86,
    Reason.SIREN: 80,
    Reason.ACRONYM: 74,
    Reason.CLOSE: 72,
    Reason.OPENING: 64,
}


def likenesses(operators: Iterable[Named], towns: Iterable[str] = ()) -> list[Likeness]:
    """The pairs to look at, the likeliest first. `towns`: folded names of communes, which tell two names apart."""
    operators = [one for one in operators if one.key]
    places = _Places.of(towns)
    for one in operators:
        one.own = " ".join(sorted(word for word in one.plain if word not in places.words)) or one.text
    reasons: dict[tuple[int, int], list[Reason]] = defaultdict(list)
    by_id = {one.pk: one for one in operators}
    for reason, find in RULES.items():
        for one, other in find(operators):
            pair = (one.pk, other.pk) if one.pk < other.pk else (other.pk, one.pk)
            if reason not in reasons[pair]:
                reasons[pair].append(reason)
    found = (
        Likeness(first, second, score, tuple(why))
        for (first, second), why in reasons.items()
        if (score := _score(by_id[first], by_id[second], why, places)) >= LEAST_SCORE
    )
    return sorted(found, key=lambda likeness: (-likeness.score, likeness.first, likeness.second))


@dataclass(frozen=True, slots=True)
class _Places:
    """The names of communes, and the words that tell one."""

    names: frozenset[tuple[str, ...]]
    words: frozenset[str]

    @classmethod
    def of(cls, towns: Iterable[str]) -> "_Places":
        names = frozenset(map(telling_words, towns))
        return cls(names, frozenset(word for name in names for word in name if len(word) >= SHORTEST_TOWN))

    def at_the_end(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The town on which a name ends: `Beuvry-la-Forêt` and not `Beuvry`; nothing where it ends on none."""
        return next((words[start:] for start in range(1, len(words)) if words[start:] in self.names), ())


def _score(one: Named, other: Named, reasons: Sequence[Reason], places: _Places) -> int:
    if Reason.SIRET in reasons:
        return _POINTS[Reason.SIRET]
    if one.siret and other.siret and one.siret[:SIREN_LENGTH] != other.siret[:SIREN_LENGTH]:
        return 0
    if Reason.SIREN not in reasons and _told_apart(one, other, places):
        return 0
    score = _POINTS[reasons[0]] + ANOTHER_REASON * (len(reasons) - 1)
    if one.commune and other.commune:
        score += SAME_TOWN if one.commune == other.commune else OTHER_TOWN
    return min(score, BEST_BUT_SIRET)


def _told_apart(one: Named, other: Named, places: _Places) -> bool:
    """Whether each name has a number, or a town, that the other lacks, or each tells another kind."""
    kinds = {kind_of(one.name), kind_of(other.name)} - {""}
    if len(kinds) > 1:
        return True
    mine, theirs = set(one.words) - set(other.words), set(other.words) - set(one.words)
    numbers = [any(map(str.isdigit, word)) for word in mine], [any(map(str.isdigit, word)) for word in theirs]
    if (any(numbers[0]) and any(numbers[1])) or not (places.words.isdisjoint(mine) or places.words.isdisjoint(theirs)):
        return True
    towns = set(places.at_the_end(one.words)), set(places.at_the_end(other.words))
    return bool(towns[0] and towns[1]) and (towns[0] < towns[1] or towns[1] < towns[0])
