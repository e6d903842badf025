"""Names of persons in the prose of an act: lists after « Mesdames », remarks in brackets, the members named as present.

What enters: printed text. What leaves: the names as printed without their civility, each with its place and what is
said of it beside the name. This stage does not know whether a person stands aside.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph
from ingest.reader.vocabulary.persons import CIVILITY, FUNCTION, NOT_NAMES, PARTICLES
from portal.french import fold

# Words of a name at most: « Marie-Laure de La Tour du Pin », and what a missing comma glues to it.
LONGEST_NAME = 7
# Members that an attendance list must name, so that a list of two signatories is none.
SHORTEST_LIST = 3

_CIVILITY = re.compile(CIVILITY)
# « M. », « Madame »: of one person, whom the words after a dash are about.
_OF_ONE = re.compile(r"(?:madame|mademoiselle|monsieur|mme|mlle|mr|m|dr)\b")
# « conseillère départementale », « vice-président du Conseil départemental »: what members are where they sit
_SEAT = re.compile(
    r"(?:\w+ )?(?:adjointe?|conseill(?:er|ere)|maire|elue?)\b[^,]*"
    r"|(?:\w+ )?(?:vice-)?presidente? (?:du (?:conseil|departement)|de la (?:communaute|metropole|region))\b[^,]*"
)
_WORD = re.compile(r"[^\s,;()\[\]:]+")
_JOIN = re.compile(
    r"\s*(?:[,;/&]\s*(?:et\s+)?|(?:,\s*)?(?:ainsi\s+que|et|puis)\s+|[-–—]\s+)(?:de\s+|d['’])?", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
# « M. PETIT Luc – Judo Club ; »
_AFTER_DASH = re.compile(r"\s+[-–—]\s+(?P<what>[A-ZÀ-Ý][^,;()–—]{2,80}?)(?=\s*(?:[,;]|\.?$|\s[-–—]\s))")
_REMARK_END = re.compile(
    rf"[,;]|\s(?:et|ainsi que)\s+(?={CIVILITY})|\s(?=(?:ne|n'|a |ont |se |s'|sort|quitt|est |sont |etant))"
)
# « , présidente du club », « , intéressée en tant que présidente du club »
_BESIDE = re.compile(r"\s*(?:,|\s-)\s*(?:(?:interessee?,? )?(?:en (?:sa )?qualite d['e] ?|en tant qu[e'] ?))?")
_ATTENDANCE = re.compile(
    r"(?:- ?)?(?:etaient |sont )?(?:(?:membres? |conseillers? (?:\w+ )?)?(?:presents?|absents?|excuses?"
    r"|representes?|procurations?|pouvoirs?)"
    r"|ont donne|avaient donne|assist)"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A name and its place in the text. `remark`: what is said beside it, in brackets or between commas."""

    name: str
    start: int
    end: int
    remark: str = ""


def find_persons(text: str) -> list[Person]:
    """Every person named after a civility, alone or in a list: « Mesdames A et B ainsi que M. C (maire de D) »."""
    lowered = plain(text)
    found: list[Person] = []
    place = 0
    while match := _CIVILITY.search(lowered, place):
        # « la présente » never, but « M » may stand inside a code: a civility begins a word.
        if match.start() and (lowered[match.start() - 1].isalnum() or lowered[match.start() - 1] in "-'/."):
            place = match.end()
            continue
        persons, place = _listed(text, lowered, match)
        found += persons
    return found


def name_at(text: str, place: int) -> str:
    """The name that stands at `place`, after a civility or not; empty where none does."""
    lowered = plain(text)
    civility = _CIVILITY.match(lowered, place)
    names, _ = _names_at(text, lowered, civility.end() if civility else place)
    return names[0].name if names else ""


def _listed(text: str, lowered: str, civility: re.Match[str] | None) -> tuple[list[Person], int]:
    """The persons of the list that begins after its civility, and where it ends."""
    persons: list[Person] = []
    place = civility.end() if civility else 0
    of_one = False
    while True:
        of_one = _OF_ONE.match(civility[0]) is not None if civility else of_one
        names, after = _names_at(text, lowered, place)
        if not names:
            return persons, place
        remark, after = remark_at(text, lowered, after)
        beside = _AFTER_DASH.match(text, after) if of_one and not remark else None
        if beside and not _CIVILITY.match(lowered, beside.start("what")):
            remark, after = beside["what"].strip(), beside.end()
        persons += names[:-1]
        last = names[-1]
        persons.append(Person(last.name, last.start, last.end, remark))
        join = _JOIN.match(text, after)
        if not join:
            return persons, after
        civility = _CIVILITY.match(lowered, join.end())
        place = civility.end() if civility else join.end()
        if not civility and not _is_name_word(text, place):
            return persons, after


def _names_at(text: str, lowered: str, place: int) -> tuple[list[Person], int]:
    """The name at `place`; two names where a comma between them was forgotten: « Guy LESTRADE Odile CARPENTIER »."""
    words: list[re.Match[str]] = []
    for word in _WORD.finditer(text, place):
        gap = text[words[-1].end() if words else place : word.start()]
        if gap.strip() or len(words) == LONGEST_NAME or not _may_follow(text, lowered, words, word):
            break
        words.append(word)
        if word[0].endswith(".") and len(word[0]) > 3:
            break
    while words and not _is_name_word(text, words[-1].start()):
        words.pop()
    if not words:
        return [], place
    return [_person(text, group) for group in _split_names(words)], words[-1].end()


def _may_follow(text: str, lowered: str, words: Sequence[re.Match[str]], word: re.Match[str]) -> bool:
    if _is_name_word(text, word.start()):
        return True
    small = lowered[word.start() : word.end()]
    after = _WORD.search(text, word.end())
    if small not in PARTICLES or after is None:
        return False
    return bool(words) or _is_name_word(text, after.start()) or plain(after[0]) in PARTICLES


def _is_name_word(text: str, place: int) -> bool:
    word = _WORD.match(text, place)
    if not word or not word[0][0].isupper():
        return False
    return plain(word[0]).strip(".'’") not in NOT_NAMES


def _split_names(words: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    group: list[re.Match[str]] = []
    for word in words:
        # A first name after a surname in capitals begins the next person, unless surnames come first throughout.
        first_name = group and word[0][0].isupper() and _is_capitals(group[-1][0]) and not _is_capitals(word[0])
        if first_name and any(not _is_capitals(other[0]) for other in group):
            yield group
            group = []
        group.append(word)
    yield group


def _is_capitals(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _person(text: str, words: Sequence[re.Match[str]]) -> Person:
    start, end = words[0].start(), words[-1].end()
    name = text[start:end].rstrip(".,;:’'")
    return Person(" ".join(name.split()), start, start + len(name))


def remark_at(text: str, lowered: str, place: int) -> tuple[str, int]:
    """What is said of the person just named: « (présidente du CCAS) », « , maire de X, »."""
    bracket = _BRACKET.match(text, place)
    if bracket:
        return bracket[1].strip(), bracket.end()
    comma = _BESIDE.match(lowered, place)
    if comma and FUNCTION.match(lowered, comma.end()):
        ends = _REMARK_END.finditer(lowered, comma.end())
        # « intéressé à l'affaire »: « à » is no verb.
        end = next((one for one in ends if text[one.end() : one.end() + 1] != "à"), None)
        stop = end.start() if end else len(text)
        remark = text[comma.end() : stop].strip(" .")
        # « conseillère départementale, présidente du club »: what she is elsewhere.
        elsewhere = _BESIDE.match(lowered, stop) if _SEAT.fullmatch(plain(remark)) else None
        if elsewhere and FUNCTION.match(lowered, elsewhere.end()):
            return remark_at(text, lowered, stop)
        return remark, stop
    return "", place


# ---- members -----------------------------------------------------------------------------------------------------


def find_members(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The members that the act names as present, absent or represented, as printed, each once."""
    names: dict[str, str] = {}
    for paragraph in paragraphs:
        if not _ATTENDANCE.match(plain(paragraph.text)):
            continue
        found = _full_names(paragraph.text)
        if len(found) >= SHORTEST_LIST or names:
            for name in found:
                names.setdefault(fold(name), name)
    return tuple(names.values())


def _full_names(text: str) -> list[str]:
    """First name and surname: « Odile CARPENTIER », « CARPENTIER Odile », with or without a civility before."""
    head = text.find(":") + 1
    names = []
    for piece in re.split(
        r"[,;•]|\s[-–—]\s|\(|\)|\bdonn\w+\s+(?:pouvoir|procuration)\s+à\b|\bpar\b|\bà\b|\bet\b", text[head:]
    ):
        cleaned, civilities = _CIVILITY.subn("", plain(piece))
        words = piece.split()[-len(cleaned.split()) :] if cleaned.strip() else []
        proper = [word.strip(".") for word in words]
        if (
            2 <= len(proper) <= LONGEST_NAME
            and all(_proper(word) for word in proper)
            and (civilities or any(map(_is_capitals, proper)))
        ):
            names.append(" ".join(proper))
    return names


def _proper(word: str) -> bool:
    small = plain(word)
    return small in PARTICLES or (word[:1].isupper() and small not in NOT_NAMES)


def complete_name(name: str, members: Sequence[str]) -> str:
    """`name` as the list of members prints it, first name included, where exactly one member bears it."""
    wanted = fold(name).split()
    if not wanted:
        return name
    same = [member for member in members if sorted(fold(member).split()) == sorted(wanted)]
    if len(same) == 1:
        return same[0]
    bearing = [member for member in members if _bears(fold(member).split(), wanted)]
    return bearing[0] if len(bearing) == 1 else name


def _bears(member: Sequence[str], wanted: Sequence[str]) -> bool:
    """The member's surname, at either end of the name, is all that `wanted` holds, an initial apart."""
    surname = list(wanted)
    if len(surname) > 1 and len(surname[0]) == 1:
        initial = surname.pop(0)
        if not member or member[0][0] != initial:
            return False
    size = len(surname)
    return len(member) > size and (list(member[-size:]) == surname or list(member[:size]) == surname)
