"""A question that a slip of the pen keeps from its answer: the question that was likely meant.

Words that no public name holds are compared with those that do; what is proposed is known to find something.
"""

from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from grants.models import GrantLine, SearchEntry
from grants.search import entries
from grants.search.free_text import terms
from grants.search.words import LINK_WORDS, words

SHORTEST_MENDED = 4  # letters: a shorter word is too near too many others
LIKELY = 0.7  # of 1, share of letters that stand: one slip in a word of four letters, two in one of seven
BEGINNING = 2  # letters that are looked for first: slips are rarer there, and the database finds them at once
MOST_NAMES = 50_000  # that are read for one question


def likely(question: str) -> str:
    """The question with its unknown words mended; empty where none is unknown, or where nothing likely is found."""
    mended, changed = [], False
    for term in terms(question):
        if term.exact or term.excluded or _is_known(term.words[0]):
            mended.append(_written(term))
            continue
        nearest = _nearest(term.words[0])
        mended.append(nearest or _written(term))
        changed = changed or bool(nearest)
    meant = " ".join(mended)
    return meant if changed and _finds(meant) else ""


def _written(term) -> str:
    told = " ".join(term.words)
    return ("-" if term.excluded else "") + (f'"{told}"' if term.exact else told)


def _is_known(word: str) -> bool:
    return len(word) < SHORTEST_MENDED or not word.isalpha() or _finds(word)


def _finds(question: str) -> bool:
    return GrantLine.objects.counted().matching(question).exists() or bool(entries.find(question, 1))


def _nearest(word: str) -> str:
    """The word of a name that is the nearest; of two as near, the one that more names hold."""
    starting = SearchEntry.objects.filter(search_text__holds=((f"{word[:BEGINNING]}*",),))
    return _among(word, starting) or _among(word, SearchEntry.objects.all())


def _among(word: str, named) -> str:
    held: dict[str, int] = {}
    for known in chain.from_iterable(map(words, named.values_list("name", flat=True)[:MOST_NAMES])):
        if len(known) >= SHORTEST_MENDED and known.isalpha() and known not in LINK_WORDS:
            held[known] = held.get(known, 0) + 1
    near = process.extract(
        word, list(held), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=LIKELY, limit=None
    )
    return max(near, key=lambda match: (match[1], held[match[0]]))[0] if near else ""
