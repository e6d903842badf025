"""How free text is matched, on write and on query: the one file to change for full-text search.

Both sides are folded (case, accents, œ, apostrophes and hyphens are gone), and every word of the question must begin a
word of the text. `St` and `Saint`, `Ste` and `Sainte` are one word. Only `LIKE` on ASCII text is asked of the database,
so that SQLite and PostgreSQL answer the same. No stemming, no spelling mended.
"""

import re
from collections.abc import Callable

from django.db.models import Q

from portal.french import fold

# Words that any text may hold or lack: they are not asked for, unless the question has no other.
LINK_WORDS = frozenset(["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"])
SPELLINGS = {short: (short, long) for short, long in (("st", "saint"), ("ste", "sainte"))}
CANONICAL = {"saint": "st", "sainte": "ste"}
SEPARATOR = " | "  # between two texts of one line: a pair of words never matches across it
_DOTTED = re.compile(r"(?<!\w)(?:\w\.){2,}\w?(?!\w)")


def line_document(line) -> str:
    """The folded texts by which a reader may look for this line, each once, with a space before and after each word.

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
    texts = (*(thing.name for thing in named if thing), *printed)
    folded = (form for text in texts for form in (fold(text), fold(_without_dots(text))))
    return f" {SEPARATOR.join(dict.fromkeys(form for form in folded if form))} "


def fragments(question: str) -> tuple[tuple[str, ...], ...]:
    """What must be found, each with its spellings: `St Pol sur Mer` → (`st pol`, `saint pol`), (`sur`,), (`mer`,).

    Empty where the question holds no letter and no figure.
    """
    words = [CANONICAL.get(word, word) for word in fold(_without_dots(question)).split()]
    words = [word for word in words if word not in LINK_WORDS] or words
    found: list[tuple[str, ...]] = []
    while words:
        word = words.pop(0)
        spellings = SPELLINGS.get(word)
        if spellings is None:
            found.append((word,))
        elif words:  # a saint is asked for with the name that follows
            name = words.pop(0)
            found.append(tuple(f"{spelling} {name}" for spelling in spellings))
        else:  # alone it is a whole word: three letters begin too many others
            found.append(tuple(f"{spelling} " for spelling in spellings))
    return tuple(dict.fromkeys(found))


def matching(question: str) -> Q:
    """The condition on `search_text` for a line to answer the question; nothing answers one without a word."""
    return _all_of(fragments(question), lambda spelling: Q(search_text__contains=f" {spelling}"))


def matching_key(question: str, field: str = "key") -> Q:
    """The same on a field that holds a `fold_name`: it has no space, so that a word may match anywhere in it."""
    return _all_of(fragments(question), lambda spelling: Q(**{f"{field}__contains": spelling.replace(" ", "")}))


def _all_of(wanted: tuple[tuple[str, ...], ...], condition: Callable[[str], Q]) -> Q:
    if not wanted:
        return Q(pk__in=())
    every = Q()
    for spellings in wanted:
        one_of = Q()
        for spelling in spellings:
            one_of |= condition(spelling)
        every &= one_of
    return every


def _without_dots(text: str) -> str:
    """`A.C.I.` as `ACI`: an acronym is one word, dotted or not."""
    return _DOTTED.sub(lambda acronym: acronym.group().replace(".", ""), text)
