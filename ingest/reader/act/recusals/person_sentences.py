"""Sentences of an act and the persons whom they name, before it is asked who stands aside.

What enters: the steps of the act and its list of members. What leaves: its sentences in order, visas left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.reader.act.flow.persons import Person, complete_name, find_persons, remark_at
from ingest.reader.act.flow.steps import Step
from ingest.reader.act.flow.vote_counts import find_counts
from ingest.reader.paragraphs.plain_text import plain, sentences
from ingest.reader.records import Source
from ingest.reader.vocabulary.acts import ITEM_MARK, VOICES
from ingest.reader.vocabulary.persons import CIVILITY, STANDS_ASIDE, STANDS_ASIDE_HINTS

# « N'ont pas pris part au vote : », before names.
LISTED = re.compile(
    r"^.{0,60}(?:part(?: au vote)?|deports?|nppv|interets?|siegent pas|vote)"
    r"\b\s*(?:\([^)]*\))?(?:\s(?:en raison|du fait|au titre|pour)\b[^:]{0,80})?\s*:"
    # « … au vote : 2 (Anne ROUX, … ; Luc BERNARD, …) »
    r"(?:\s*\d{1,2}\s*\((?=[^()]*\)))?"
)


# « Luc BERNARD », « Marie-Claire LE ROUX », who opens the sentence or comes after « et » or a comma.
_FULL_NAME = re.compile(
    r"(?:(?<=^)|(?<=, )|(?<=\bet ))"
    r"(?!(?:Les?|La|Une?|Ces?|Cette|Notre|Commission|Conseil|Groupe|Ville|Commune|Association)\b)"
    r"(?:[A-ZÀ-Ý]\.|[A-ZÀ-Ý][a-zà-ÿ]+(?:[- ][A-ZÀ-Ý][a-zà-ÿ]+)?) "
    r"(?:(?:LE|LA|DE|DU|DES) )?[A-ZÀ-Ý]['’A-ZÀ-Ý-]+[A-ZÀ-Ý](?: [A-ZÀ-Ý]{2,})?"
    r"(?=\s*[,(]| (?:et|ne|n['’]|quitt|sort|s['’]))"
)


# « Sophie MOREAU-LAMY »
_FIRST_LAST = re.compile(
    r"\s*(?!M(?:me|mes|lle|onsieur|adame|essieurs|esdames)\b)"
    r"[A-ZÀ-Ý][a-zà-ÿ]+(?:[- ][A-ZÀ-Ý][a-zà-ÿ]+)? (?:(?:LE|LA|DE|DU|DES) )?"
    r"[A-ZÀ-Ý]['’A-ZÀ-Ý-]+[A-ZÀ-Ý]\b(?: [A-ZÀ-Ý]{2,})?"
)


# « Monsieur le Maire, président de l'Office, se retire »: who presides, whom no name tells here.
_PRESIDING = re.compile(
    r"(?:Monsieur|Madame|M\.|Mme) (?:le|la) (?:Maire|Président(?:e)?)"
    r"(?=,? (?:ne |n['’]|se retire|quitte|sort|s['’]est)"
    r"|, (?:président|membre|trésori|secrétaire|administrat|en qualité|en sa))"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of the act. `stands`: it says that somebody does not take part."""

    text: str
    plain: str
    source: Source
    role: str
    persons: tuple[Person, ...]
    stands: bool


# Every cell of every table is asked, by several stages.
@lru_cache(maxsize=4_000)
def stands_aside(lowered: str) -> bool:
    """Whether a plain text says that members do not take part."""
    return any(hint in lowered for hint in STANDS_ASIDE_HINTS) and STANDS_ASIDE.search(lowered) is not None


def read_sentences(steps: Iterable[Step], members: Sequence[str]) -> list[Said]:
    """The sentences of the steps in their order, each with its persons; `members`: names told without a civility."""
    return [_with_members(sentence, members) for sentence in _sentences(steps)]


def _sentences(steps: Iterable[Step]) -> list[Said]:
    said = []
    for step in steps:
        if step.role == "visa" and not stands_aside(step.plain):
            continue
        for sentence in sentences(step.paragraph.text):
            lowered = plain(sentence.text)
            stands = stands_aside(lowered)
            persons = tuple(find_persons(sentence.text))
            if stands:
                persons = (*_presiding(sentence.text), *_without_voters(persons, sentence.text))
            said.append(Said(sentence.text, lowered, step.paragraph.source, step.role, persons, stands))
    return said


def _presiding(text: str) -> Iterator[Person]:
    match = _PRESIDING.match(text)
    if match:
        yield Person(match[0], 0, match.end(), remark_at(text, plain(text), match.end())[0])


def _without_voters(persons: Sequence[Person], text: str) -> tuple[Person, ...]:
    """« Contre : 2 (M. A, M. B) – Ne prennent pas part au vote : 1 (M. C) »: A and B did take part."""
    voted = [count.detail for count in find_counts(text) if count.detail and count.field in VOICES]
    return tuple(person for person in persons if not any(person.name in detail for detail in voted))


def _with_members(sentence: Said, members: Sequence[str]) -> Said:
    """« N'ont pas pris part au vote : Anne ROUX, Luc BERNARD »: members named without a civility after a colon."""
    listed = LISTED.match(sentence.plain) if sentence.stands else None
    if listed and sentence.persons and not _FIRST_LAST.match(sentence.text, listed.end()):
        listed = None
    if not listed:
        named = sentence.stands and not sentence.persons
        return replace(sentence, persons=tuple(_named_bare(sentence.text, members))) if named else sentence
    persons = []
    for piece in re.finditer(r"[^,;:]+?(?=\s+et\s|[,;.]|$)", sentence.text[listed.end() :]):
        name = re.sub(r"^\s*(?:et\s+)?|\s*\(.*$", "", piece[0]).strip()
        remark = re.search(r"\((.*?)\)?\s*$", piece[0])
        if name and (complete_name(name, members) in members or (not members and _FIRST_LAST.fullmatch(name))):
            start = listed.end() + piece.start() + piece[0].find(name)
            end = start + len(name)
            said = remark[1].strip() if remark else remark_at(sentence.text, sentence.plain, end)[0]
            persons.append(Person(name, start, end, said))
    return replace(sentence, persons=tuple(persons))


def _named_bare(text: str, members: Sequence[str]) -> list[Person]:
    return list(_full_names(text)) or list(_members_in(text, members))


def _members_in(text: str, members: Sequence[str]) -> Iterator[Person]:
    """« (ROUX P., présidente du club, n'ayant pas pris part au vote) »: as the list of members prints them."""
    for name in members:
        place = text.find(name)
        if place >= 0:
            end = place + len(name)
            remark, _ = remark_at(text, plain(text), end + text.startswith(".", end))
            yield Person(name, place, end, remark)


def _full_names(text: str) -> Iterator[Person]:
    """« Luc BERNARD, président de…, et Anne ROUX ne participent pas au vote »: by their capitals."""
    for match in _FULL_NAME.finditer(text):
        remark, _ = remark_at(text, plain(text), match.end())
        yield Person(match[0], match.start(), match.end(), remark)


def lists_next(sentence: Said, *, listing: bool) -> bool:
    """« Les élus suivants n'ont pas pris part au vote : », and the entries after it. `listing`: so was the sentence
    before."""
    if sentence.stands and not sentence.persons:
        return sentence.plain.rstrip().endswith(":")
    return listing and is_entry(sentence)


def is_entry(sentence: Said) -> bool:
    """Whether a sentence opens with a person, as the entries of a list do."""
    opens = re.match(rf"{ITEM_MARK.pattern}{CIVILITY}|{CIVILITY}", sentence.plain)
    return bool(sentence.persons) and opens is not None
