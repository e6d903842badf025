"""Which operators may be one under two names, and why: for a person to judge. Pure: no query, no request.

Takes what is known of each, gives scored pairs. Names are compared only within small blocks (same number, same words,
same initials, a rare word in common…), so that the time grows with the names and not with their pairs. Two of them that
the registers tell apart (two SIRENs), or that bear two numbers or two towns in their names, are never proposed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from django.db import models
from rapidfuzz import fuzz

from grants.identifiers import SIREN_LENGTH
from grants.kinds import kind_of
from grants.naming import KIND_WORDS, telling_words, without_any_legal_form
from portal.french import fold_name

SHORTEST_KEY = 7  # letters: below, one letter apart is another word (« CCI », « CCA »)
SHORTEST_OPENING = 4  # letters: a shorter opening is shared by chance
SHORTEST_TOWN = 4  # letters of a word that tells a town: « Sin », « Lys » are words too
ACRONYM_LENGTHS = range(3, 9)  # initials: two letters are shared by chance, nobody writes nine
# Words that an acronym may leave out, besides the small ones: AIISP, « … intercommunale pour l’insertion … ».
SILENT_WORDS = frozenset(("pour", "par", "sur", "dans", "avec", "contre", "vers", "un", "une"))
FAMILY = 12  # names: more that share an opening or initials are a family, not twins
# Words that open many names besides those of a kind.
GENERIC_WORDS = KIND_WORDS | {"social", "sociaux", "socioculturel", "culturel", "rural", "sportif", "sportive"}
RARE = 40  # names that share a word: above, the word tells a kind and not an organisation
RARE_WORDS = 3  # the rarest of each name, by which close names meet
CLOSE_RATIO = 88  # of 100, `fuzz.ratio` of sorted words: « Réussir en Sambre » and « Réusir en Sambres » have 94
LEAST_SCORE = 55  # of 100: below, staff would look at chance
SAME_TOWN, OTHER_TOWN, ANOTHER_REASON = 5, -15, 3  # points
BEST_BUT_SIRET = 99


class Reason(models.TextChoices):
    """Why two operators may be one, as staff read it."""

    SIRET = "siret", "même SIRET"
    FORM = "forme", "même nom, à la forme juridique près"
    WORDS = "mots", "mêmes mots, aux articles près ou dans un autre ordre"
    LETTER = "lettre", "une lettre d’écart"
    TOWN = "commune", "même nom dans la même commune"
    SIREN = "siren", "même SIREN, deux établissements"
    ACRONYM = "sigle", "l’un porte le sigle de l’autre"
    CLOSE = "proche", "noms très proches"
    OPENING = "debut", "le nom de l’un commence par celui de l’autre"


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


@dataclass(slots=True)
class Named:
    """What is known of an operator: its shown name, the code and the name of its commune, its SIRET; empty where
    unknown."""

    pk: int
    name: str
    commune: str = ""
    town: str = ""
    siret: str = ""
    key: str = field(init=False)  # without its legal form
    words: tuple[str, ...] = field(init=False)
    plain: tuple[str, ...] = field(init=False)
    text: str = field(init=False)  # its words, sorted
    own: str = field(init=False)  # the same without those that tell a town

    def __post_init__(self) -> None:
        self.key = fold_name(without_any_legal_form(self.name))
        self.words = telling_words(self.name)
        self.plain = telling_words(without_any_legal_form(self.name))
        self.text = self.own = " ".join(sorted(self.plain))


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two operators by their numbers, the lower first; `score` of 100; the surest reason first."""

    first: int
    second: int
    score: int
    reasons: tuple[Reason, ...]


Pairs = Iterator[tuple[Named, Named]]


def likenesses(operators: Iterable[Named], towns: Iterable[str] = ()) -> list[Likeness]:
    """The pairs to look at, the likeliest first. `towns`: folded names of communes, which tell two names apart."""
    operators = [one for one in operators if one.key]
    places = _Places.of(towns)
    for one in operators:
        one.own = " ".join(sorted(word for word in one.plain if word not in places.words)) or one.text
    reasons: dict[tuple[int, int], list[Reason]] = defaultdict(list)
    by_id = {one.pk: one for one in operators}
    for reason, find in _RULES.items():
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


# ---- scores ------------------------------------------------------------------------------------------------------


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


# ---- blocks: each rule gives the pairs of one reason -------------------------------------------------------------


def _sharing(operators: Sequence[Named], key_of: Callable[[Named], Hashable], most: int = FAMILY) -> Pairs:
    """The pairs of those that share a key; a key that more than `most` share tells nothing."""
    blocks: dict[Hashable, list[Named]] = defaultdict(list)
    for one in operators:
        if key := key_of(one):
            blocks[key].append(one)
    for block in blocks.values():
        if len(block) <= most:
            yield from combinations(block, 2)


def _same_siret(operators: Sequence[Named]) -> Pairs:
    return _sharing(operators, lambda one: one.siret)


def _same_siren(operators: Sequence[Named]) -> Pairs:
    pairs = _sharing(operators, lambda one: one.siret[:SIREN_LENGTH])
    return (pair for pair in pairs if pair[0].siret != pair[1].siret)


def _same_but_for_the_form(operators: Sequence[Named]) -> Pairs:
    return _sharing(operators, lambda one: one.key)


def _same_words(operators: Sequence[Named]) -> Pairs:
    return _sharing(operators, lambda one: " ".join(sorted(one.words)))


def _same_in_one_town(operators: Sequence[Named]) -> Pairs:
    """In one commune, names that are the same without its own: `Centre social`, `Centre social de Maubeuge`."""

    def key_of(one: Named) -> tuple[str, str] | None:
        town = set(telling_words(one.town))
        own = " ".join(word for word in one.plain if word not in town)
        return (one.commune, own) if one.commune and own else None

    return _sharing(operators, key_of)


def _one_letter_apart(operators: Sequence[Named]) -> Pairs:
    """Keys that give the same text when one letter is taken from either or from both; never a figure."""
    by_length: dict[int, list[Named]] = defaultdict(list)
    for one in operators:
        if len(one.key) >= SHORTEST_KEY:
            by_length[len(one.key)].append(one)
    for length, names in sorted(by_length.items()):
        cut = _with_a_letter_less(names)
        for block in cut.values():
            yield from ((one, other) for one, other in combinations(block, 2) if one is not other)
        for shorter in by_length.get(length - 1, ()):
            yield from ((shorter, longer) for longer in cut.get(shorter.key, ()))


def _with_a_letter_less(names: Iterable[Named]) -> dict[str, list[Named]]:
    cut: dict[str, list[Named]] = defaultdict(list)
    for one in names:
        for place, letter in enumerate(one.key):
            if not letter.isdigit():
                cut[one.key[:place] + one.key[place + 1 :]].append(one)
    return cut


def _acronyms(operators: Sequence[Named]) -> Pairs:
    """The first words of one name are those whose initials open the other: `CCAS Lille`, `Centre communal d’action
    sociale de Lille`; or the whole of it is."""
    by_words: dict[tuple[str, ...], list[Named]] = defaultdict(list)
    for one in operators:
        if one.words and len(one.words[0]) in ACRONYM_LENGTHS:
            by_words[one.words].append(one)
    found: dict[tuple[str, ...], list[Named]] = defaultdict(list)
    for one in operators:
        for words in _said_in_initials(one):
            for size in ACRONYM_LENGTHS:
                if size > len(words):
                    break
                short = ("".join(word[0] for word in words[:size]), *words[size:])
                if short in by_words:
                    found[short].append(one)
    for short, longer in found.items():
        if len(longer) <= FAMILY:
            yield from ((one, other) for one in by_words[short] for other in longer if one is not other)


def _said_in_initials(one: Named) -> set[tuple[str, ...]]:
    """The words of a name from which its acronym may be made, with its legal form or without."""
    every = {one.words, one.plain}
    return every | {tuple(word for word in words if word not in SILENT_WORDS) for words in every}


def _openings(operators: Sequence[Named]) -> Pairs:
    """One name goes on where the other ends, and that other says more than a kind."""
    by_words: dict[tuple[str, ...], list[Named]] = defaultdict(list)
    for one in operators:
        if len("".join(one.plain)) >= SHORTEST_OPENING and not GENERIC_WORDS.issuperset(one.plain):
            by_words[one.plain].append(one)
    longer: dict[tuple[str, ...], list[Named]] = defaultdict(list)
    for one in operators:
        for end in range(1, len(one.plain)):
            if one.plain[:end] in by_words:
                longer[one.plain[:end]].append(one)
    for opening, family in longer.items():
        if len(family) <= FAMILY:
            yield from ((one, other) for one in by_words[opening] for other in family)


def _close_names(operators: Sequence[Named]) -> Pairs:
    """Names that share a rare word and read nearly alike, with their towns and without."""
    frequency = Counter(word for one in operators for word in set(one.plain))
    blocks: dict[str, list[Named]] = defaultdict(list)
    for one in operators:
        rarest = sorted(set(one.plain), key=lambda word: (frequency[word], word))[:RARE_WORDS]
        for word in rarest:
            if 1 < frequency[word] <= RARE:
                blocks[word].append(one)
    for block in blocks.values():
        for one, other in combinations(block, 2):
            if all(
                fuzz.ratio(*texts, score_cutoff=CLOSE_RATIO) for texts in ((one.text, other.text), (one.own, other.own))
            ):
                yield one, other


_RULES: dict[Reason, Callable[[Sequence[Named]], Pairs]] = {
    Reason.SIRET: _same_siret,
    Reason.FORM: _same_but_for_the_form,
    Reason.WORDS: _same_words,
    Reason.LETTER: _one_letter_apart,
    Reason.TOWN: _same_in_one_town,
    Reason.SIREN: _same_siren,
    Reason.ACRONYM: _acronyms,
    Reason.CLOSE: _close_names,
    Reason.OPENING: _openings,
}
