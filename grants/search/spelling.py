"""A question that nothing answers as it is written: the question that was likely meant.

Words that no public name holds are compared with those that do, or left aside; so are words that ask for a grant
without naming one. What is proposed is known to find something.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import chain, product

from django.db.models import QuerySet
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from grants.models import GrantLine, SearchEntry
from grants.search import entries
from grants.search.free_text import Term, terms
from grants.search.words import LINK_WORDS, words

SHORTEST_MENDED = 4  # letters: a shorter word is too near too many others
LIKELY = 0.7  # of 1, share of letters that stand: one slip in a word of four letters, two in one of seven
BEGINNING = 2  # letters that are looked for first: slips are rarer there, and the database finds them at once
MOST_NAMES = 50_000  # that are read for one question
# What people write around a name when they ask what was voted for it.
_ASKING = "aide aides argent association associations budget combien commune communes euros financement mairie montant"
_ASKING += " montants somme sommes subvention subventions ville villes vote votee votees votes"
ASKING_WORDS = frozenset(_ASKING.split(" "))
_YEAR = re.compile(r"(?:19|20)\d\d")


def likely(question: str) -> str:
    """The question with its unknown words mended or left aside; failing that, without what only asks, then without
    years. Empty where it stays the same, or where nothing answers it."""
    asked = terms(question)
    telling = [term for term in asked if not _only_asks(term)]
    without_years = [term for term in telling if not _YEAR.fullmatch(term.words[0])]
    known = {term: _written(term) if _is_known(term) else "" for term in asked}
    every = cache(lambda: _words_of(SearchEntry.objects.all()))  # read once, whatever the number of unknown words
    mended = {term: word or _nearest(term.words[0], every) for term, word in known.items()}
    as_asked = " ".join(map(_written, asked))
    for kept, said in product((asked, telling, without_years), (mended, known)):
        meant = " ".join(said[term] for term in kept if said[term])
        names = any(said[term] and not term.excluded and not _only_asks(term) for term in kept)
        if names and meant != as_asked and _finds(meant):
            return meant
    return ""


def apart(question: str) -> list[str]:
    """The words of a question that each find something alone, where it holds several and nothing answers them all."""
    asked = [term for term in terms(question) if not term.excluded and not _only_asks(term)]
    return [word for word in dict.fromkeys(map(_written, asked)) if _finds(word)] if len(asked) > 1 else []


def _only_asks(term: Term) -> bool:
    return not term.exact and not term.excluded and term.words[0] in ASKING_WORDS


def _written(term: Term) -> str:
    told = " ".join(term.words)
    return ("-" if term.excluded else "") + (f'"{told}"' if term.exact else told)


def _is_known(term: Term) -> bool:
    word = term.words[0]
    return term.exact or term.excluded or len(word) < SHORTEST_MENDED or not word.isalpha() or _finds(word)


def _finds(question: str) -> bool:
    return GrantLine.objects.counted().matching(question).exists() or bool(entries.find(question, 1))


def _nearest(word: str, every: Callable[[], dict[str, int]]) -> str:
    """The word of a name that is the nearest, among those that begin alike, then among `every` one; of two as near, the
    one that more names hold."""
    starting = SearchEntry.objects.filter(search_text__holds=((f"{word[:BEGINNING]}*",),))
    return _among(word, _words_of(starting)) or _among(word, every())


def _words_of(named: QuerySet) -> dict[str, int]:
    """The words of these names that a slip may miss, with how many names hold each."""
    told = chain.from_iterable(map(words, named.values_list("name", flat=True)[:MOST_NAMES]))
    return Counter(one for one in told if len(one) >= SHORTEST_MENDED and one.isalpha() and one not in LINK_WORDS)


def _among(word: str, held: dict[str, int]) -> str:
    near = process.extract(
        word, list(held), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=LIKELY, limit=None
    )
    return max(near, key=lambda match: (match[1], held[match[0]]))[0] if near else ""
