"""Whether a name is that of a natural person: a civility, or a first name beside a surname, and no word of a body.

What enters: a printed name, or a text. What leaves: the names as printed, and why. « Association Jeanne d’Arc »,
« EARL Martin », « Lycée Jules Ferry », « Saint-Martin » are no persons. It does not know who is elected.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from ingest.reader.act.flow.persons import find_persons, name_at
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.vocabulary.first_names import ALSO_WORDS, FIRST_NAMES
from ingest.reader.vocabulary.offices import CELEBRATED, NOT_PERSONS
from ingest.reader.vocabulary.persons import CIVILITY, PARTICLES
from portal.french import fold

# Words of a name without a civility: « DE LA TOUR Marie Anne ».
LONGEST_NAME: Final = 5
# Words where nothing but a first name tells a person: « DUPONT JEANNE ».
LONGEST_BARE: Final = 3

BY_CIVILITY: Final = "civilité devant le nom"
BY_CASE: Final = "prénom et nom, le nom en capitales"
BY_FIRST_NAME: Final = "commence ou finit par un prénom"

# « M. », « Mme Dupont », never « MM Production », « M Club ».
_SURE_CIVILITY: Final = re.compile(
    r"\b(?:(?:monsieur|madame|mademoiselle|messieurs|mesdames|mmes?\b\.?|mlles?\b\.?|mm?\.|dr\.|mrs?\.)(?:\s*(?:et|ou|/|,)\s*)?\s*)+"
)
_ANY_CIVILITY: Final = re.compile(CIVILITY)
_HEAD: Final = re.compile(r"\s*(?:[,(/;:|]|\s[-–—]\s|\bn[ée]e?\b)")
_NAME_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_CIVIL_HINT: Final = re.compile(
    r"\bM(?:\.|M\.|mes?\b|lles?\b|onsieur\b|adame\b|ademoiselle\b|esdames\b|essieurs\b|ME\b|LLE\b|ADAME\b|ONSIEUR\b)"
)


class NamedPerson(NamedTuple):
    """A name as printed, its civility left out, and why it is a person's."""

    name: str
    reason: str


def person_named(text: str) -> NamedPerson | None:
    """The person that a beneficiary's name is, None where it is a body, a place or a thing."""
    ends = _HEAD.search(text)
    head = text[: ends.start()] if ends else text
    civility = _SURE_CIVILITY.match(plain(text))
    if civility:
        name = "" if _is_body(head) else _whole_name(text, civility.end())
        return NamedPerson(name, BY_CIVILITY) if len(name) > 2 else None
    if _is_body(text):
        return None
    opening = _ANY_CIVILITY.match(plain(head))
    return _bare(head[opening.end() :] if opening else head)


def persons_told(text: str) -> Iterator[NamedPerson]:
    """Whoever a text names after a civility: « aide à Mme Jeanne DUPONT »."""
    if _CIVIL_HINT.search(text) and _SURE_CIVILITY.search(plain(text)):
        for person in find_persons(text):
            if len(person.name) > 2 and not _is_body(person.name):
                yield NamedPerson(person.name, BY_CIVILITY)


def is_named(words: Sequence[str]) -> bool:
    """Whether two or three words are a first name and a surname, such as stand before an address."""
    told = " ".join(words)
    return len(words) > 1 and not _is_body(told) and _bare(told) is not None


def _is_body(text: str) -> bool:
    return any(word in NOT_PERSONS for word in fold(text).split())


def _whole_name(text: str, place: int) -> str:
    """The name after a civility, both names of a couple: « M. et Mme Luc et Odile CARLIER »."""
    name = name_at(text, place)
    if not name:
        return ""
    ends = _HEAD.search(text, place)
    words = text[place : ends.start() if ends else len(text)].split()
    kept = list(takewhile(lambda word: word[0].isupper() or plain(word) in (*PARTICLES, "et"), words))
    return " ".join(kept) if len(kept) > len(name.split()) else name


def _bare(head: str) -> NamedPerson | None:
    words = head.split()
    if not 2 <= len(words) <= LONGEST_NAME or not all(_NAME_WORD.fullmatch(word) for word in words):
        return None
    proper = [word for word in words if plain(word) not in PARTICLES]
    firsts = [word for word in proper if _is_first_name(word)]
    if len(proper) < 2 or not firsts or not all(word[0].isupper() for word in proper) or _is_celebrated(proper):
        return None
    capitals = [word for word in proper if len(word) > 1 and word.isupper()]
    # « Jeanne DUPONT », « DUPONT Jeanne »: nothing else is printed so.
    if capitals and any(word not in capitals for word in firsts):
        return NamedPerson(" ".join(words), BY_CASE)
    at_an_end = proper[0] in firsts or proper[-1] in firsts
    telling = [word for word in firsts if not set(fold(word).split()) <= ALSO_WORDS]
    if at_an_end and telling and len(words) <= LONGEST_BARE and len(proper) == len(words):
        return NamedPerson(" ".join(words), BY_FIRST_NAME)
    return None


def _is_first_name(word: str) -> bool:
    parts = fold(word).split()
    return bool(parts) and all(part in FIRST_NAMES for part in parts)


def _is_celebrated(proper: Sequence[str]) -> bool:
    # « Jeanne d’Arc » holds an elided particle.
    words = [part for word in proper for part in fold(word).split() if part not in PARTICLES]
    return "-".join(words) in CELEBRATED or "-".join([*words[1:], words[0]]) in CELEBRATED
