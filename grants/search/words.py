"""French texts → words that can be compared: the same on write and on query. Pure: no database.

`words` gives the folded words of a text in their order; `stem` what the forms of one word share. Both see through case,
accents, œ and æ, apostrophes and hyphens, `A.C.I.`, `St` and `Ste`, `s/` and `s/s`, `CEDEX 9`, `59 000` and roman
numbers. They do not mend spelling.
"""

import re
from functools import lru_cache

import snowballstemmer

from portal.french import fold

_LINKS = "a au aux d de des du en et l la le les lez par pour sur un une"
# Words that any text may hold or lack: they are not asked for, unless the question has no other.
LINK_WORDS = frozenset(_LINKS.split(" "))
MARK = "~"  # before a stem, so that it is never taken for a word
SHORTEST_STEMMED = 4  # letters: `bus` and `ACI` stay whole
_CANONICAL = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_ROMAN = "ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx"  # a lone i, v or x is a letter more often
_NUMBERS = dict(zip(_ROMAN.split(" "), map(str, (2, 3, 4, *range(6, 10), *range(11, 21))), strict=True))
# The plurals that no rule of spelling gives; the stemmer turns `-aux` into `-al` by itself.
_SINGULARS = {"travaux": "travail", "vitraux": "vitrail", "baux": "bail", "emaux": "email", "yeux": "oeil"}
_FEMININE = re.compile(r"ives?$")  # sportive, associatives: the stemmer parts them from sportif
_PLURAL = re.compile(r"(?<=[aiou])s$|(?<=eu)x$|(?<=ou)x$")
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)")
_BESIDE = (
    (re.compile(r"\bs\s*/\s*s(?![\w/])", re.IGNORECASE), "sous "),
    (re.compile(r"\bs\s*/", re.IGNORECASE), "sur "),
)
_CEDEX = re.compile(r"\bcedex(?: \d{1,2})?\b")
_CEDEX_CODE = re.compile(r"\b\d\d\s?\d{3}\b(?=.*[^\W\d_].*\bcedex\b)", re.IGNORECASE)
_NUMBER_SIGN = re.compile(
    r'(?<!\w)(?:(?:d[ée]lib\w*\s+)?(?:n\s?[°º]|num[ée]ro\s)|d[ée]lib\w*\s)\s*(?=\d|\w[^\s"]*\d)', re.IGNORECASE
)
_PARTED_POSTCODE = re.compile(r"\b(\d\d) (\d{3})\b")
_stemmer = snowballstemmer.stemmer("french")


def words(text: str) -> list[str]:
    """The words of a text, folded, in their order: `CCAS de St-Pol s/ Mer` → ccas, de, saint, pol, sur, mer."""
    plain = _DOTTED.sub(lambda acronym: acronym.group().replace(".", ""), text)
    for printed, meant in _BESIDE:
        plain = printed.sub(meant, plain)
    folded = _PARTED_POSTCODE.sub(r"\1\2", _CEDEX.sub(" ", fold(plain)))
    return [_CANONICAL.get(word) or _NUMBERS.get(word, word) for word in folded.split()]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the forms of a folded word share: `maisons` → maison, `sociaux` → social, `emplois` → emploi."""
    if len(word) < SHORTEST_STEMMED or not word.isalpha():
        return word
    return _stemmer.stemWord(_SINGULARS.get(word) or _PLURAL.sub("", _FEMININE.sub("if", word)))


def telling(found: list[str]) -> list[str]:
    """Without the link words, unless there is nothing else."""
    return [word for word in found if word not in LINK_WORDS] or found


def key_of(text: str) -> str:
    """What two writings of one name share: `CCAS de St-Pol s/ Mer` and `CCAS Saint-Pol-sur-Mer`, `Cap'Mobil` and
    `CAPMOBIL`. Less strict than the key of an operator: it finds, it does not unite."""
    return "".join(telling(words(text)))


def bare_question(question: str) -> str:
    """A question without what only announces a name: `délibération n° 2025-237` → 2025-237; `59033 Lille Cedex` names
    Lille, and that code is no town's postcode. Unchanged where no name, or no number, stands beside it."""
    return _CEDEX_CODE.sub(" ", _NUMBER_SIGN.sub(" ", question))
