"""How free text is matched, on write and on query: the one file to change for full-text search.

A row keeps its texts as one line of folded words, followed by their stems (`search_document`); the database indexes
that line (`grants.search.index`). A question is made of words, of `"exact words"`, and of `-words` that must not be
there. A word is found in all its forms, and from four letters on as the beginning of another; figures and quoted words
as they are. SQLite and PostgreSQL are asked for the same words and answer the same. No spelling is mended here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q

from grants.search.words import LINK_WORDS, MARK, SHORTEST_STEMMED, bare_question, stem, telling, words

SEPARATOR = "|"  # between two texts of one row: exact words never match across it
_TERM = re.compile(r'(?:(?<!\S)(?P<minus>[-\u2212]))?(?:["“”«](?P<exact>[^"“”«»]*)["“”»]?|(?P<word>[^\s"“”«»]+))')

Spellings = tuple[str, ...]  # of which one is enough; `maison*` begins a word


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be found, or must not: a word, or words that follow one another as they are."""

    words: tuple[str, ...]
    exact: bool = False
    excluded: bool = False

    @property
    def spellings(self) -> tuple[Spellings, ...]:
        """What the index is asked for: each of these, in one of its spellings."""
        return tuple((word,) if self.exact else _forms(word) for word in dict.fromkeys(self.words))


def search_document(texts: Iterable[str]) -> str:
    """What is kept to find a row by these texts: their words in order, each text once, then the stems of the words."""
    lines = dict.fromkeys(map(_line_of, texts))
    stems = {stem(word): word for line in lines for word in line if word not in LINK_WORDS and stem(word) != word}
    parts = [*(" ".join(line) for line in lines if line), " ".join(MARK + one for one in sorted(stems))]
    return f" {f' {SEPARATOR} '.join(part for part in parts if part)} "


@lru_cache(maxsize=4096)
def _line_of(text: str) -> tuple[str, ...]:
    # The lines of an act share their headings, their towns and most of their operators.
    return tuple(words(text))


def line_document(line) -> str:
    """The texts by which a reader may look for this line.

    Reads `deliberation`, `department`, `territory`, `programme`, `subprogramme`, `operator` and `commune` of the line:
    the caller has them loaded.
    """
    named = (line.operator, line.commune, line.territory, line.programme, line.subprogramme, line.department)
    printed = (
        line.operator_text,
        line.commune_text,
        line.territory_text,
        line.programme_text,
        line.subprogramme_text,
        line.action,
        line.detail,
        line.reference,
        line.agreement,
        line.deliberation.number,
        line.commune.postcodes if line.commune else "",
        str(line.year or ""),
    )
    return search_document((*(thing.name for thing in named if thing), *printed))


def terms(question: str) -> tuple[Term, ...]:
    """What a question asks for; empty where it holds no letter and no figure.

    `l'école -Lens "centre social"` → école, not lens, centre social in these words. A hyphen inside a word excludes
    nothing; link words are left out unless there is nothing else.
    """
    found, loose = [], []
    for match in _TERM.finditer(bare_question(question)):
        excluded, exact = bool(match["minus"]), match["exact"] is not None
        told = words(match["exact"] if exact else match["word"])
        if told and (exact or excluded):
            found += [Term(tuple(told), exact, excluded)] if exact else _excluded(told)
        else:
            loose.append(match.group())
    plain = words(" ".join(loose))
    wanted = [word for word in plain if word not in LINK_WORDS] if found else telling(plain)
    return tuple(dict.fromkeys([*(Term((word,)) for word in wanted), *found]))


def matching(question: str, field: str = "search_text") -> Q:
    """The condition on a `search_document` to answer the question; nothing answers one without a word."""
    asked = terms(question)
    if not asked:
        return Q(pk__in=())
    together = tuple(spellings for term in asked if not term.excluded for spellings in term.spellings)
    every = Q(**{f"{field}__holds": together}) if together else Q()
    for term in asked:
        if term.excluded:
            every &= ~(Q(**{f"{field}__holds": term.spellings}) & _in_order(term, field))
        else:
            every &= _in_order(term, field)
    return every


def beginning(question: str, field: str = "search_text") -> Q:
    """Like `matching`, while the last word is being typed: it may be the beginning of any word."""
    asked = terms(question)
    if not asked or asked[-1].exact or asked[-1].excluded:
        return matching(question, field)
    *before, last = (spellings for term in asked if not term.excluded for spellings in term.spellings)
    return Q(**{f"{field}__holds": (*before, (*last, f"{asked[-1].words[0]}*"))})


def _excluded(told: list[str]) -> list[Term]:
    """`-Hénin-Beaumont` is one thing that must not be there."""
    return [Term(tuple(told), exact=len(told) > 1, excluded=True)]


def _forms(word: str) -> Spellings:
    """A word, what its forms share, and from four letters on what it begins."""
    root = stem(word)
    begins = (f"{word}*",) if len(word) >= SHORTEST_STEMMED and word.isalpha() else (word,)
    return tuple(dict.fromkeys((*begins, root, MARK + root)))


def _in_order(term: Term, field: str) -> Q:
    return Q(**{f"{field}__contains": f" {' '.join(term.words)} "}) if term.exact and len(term.words) > 1 else Q()
