"""The pairs of each reason, found within small blocks (same number, same words, same initials, a rare word in common…):
the time grows with the names and not with their pairs. Pure.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from grants.operators.identifiers import SIREN_LENGTH
from grants.operators.likeness.names import Named, Reason
from grants.operators.naming import KIND_WORDS, telling_words

SHORTEST_KEY = 7  # letters: below, one letter apart is another word (« CCI », « CCA »)
SHORTEST_OPENING = 4  # letters: a shorter opening is shared by chance
ACRONYM_LENGTHS = range(3, 9)  # initials: two letters are shared by chance, nobody writes nine
# Words that an acronym may leave out, besides the small ones: AIISP, « … intercommunale pour l’insertion … ».
SILENT_WORDS = frozenset(("pour", "par", "sur", "dans", "avec", "contre", "vers", "un", "une"))
FAMILY = 12  # names: more that share an opening or initials are a family, not twins
# Words that open many names besides those of a kind.
GENERIC_WORDS = KIND_WORDS | {"social", "sociaux", "socioculturel", "culturel", "rural", "sportif", "sportive"}
RARE = 40  # names that share a word: above, the word tells a kind and not an organisation
RARE_WORDS = 3  # the rarest of each name, by which close names meet
CLOSE_RATIO = 88  # of 100, `fuzz.ratio` of sorted words: « Réussir en Sambre » and « Réusir en Sambres » have 94

Pairs = Iterator[tuple[Named, Named]]


def _sharing(operators: Sequence[Named], key_of: Callable[[Named], Hashable]) -> Pairs:
    """The pairs of those that share a key; a key that more than a family shares tells nothing."""
    blocks: dict[Hashable, list[Named]] = defaultdict(list)
    for one in operators:
        if key := key_of(one):
            blocks[key].append(one)
    for block in blocks.values():
        if len(block) <= FAMILY:
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


RULES: dict[Reason, Callable[[Sequence[Named]], Pairs]] = {
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
