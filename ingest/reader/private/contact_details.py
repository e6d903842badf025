"""Telephone numbers and e-mail addresses in a text.

What enters: any text. What leaves: where they stand, and whether they lead to an office rather than to a person. It
does not take reference numbers, amounts nor SIRETs for numbers to call.
"""

import re
from collections.abc import Iterator
from typing import Final

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.private.findings import Finding
from ingest.reader.vocabulary.first_names import FIRST_NAMES
from ingest.reader.vocabulary.offices import DESKS, SERVICE_MAILBOXES

# Characters before a number that say what it is: « Téléphone portable (bureau) : ».
LABEL_REACH: Final = 30

NAMED_MAILBOX: Final = "adresse électronique"
SERVICE_MAILBOX: Final = "adresse d’un service, sans doute"
NUMBER: Final = "numéro de téléphone"
SERVICE_NUMBER: Final = "numéro d’un service, sans doute"

_MAILBOX: Final = re.compile(
    r"(?<![\w.+-])((?:[\w.+-]+-\s)?[\w.+'-]*\w)\s?[@©]\s?((?:[a-z0-9-]+(?:\.|-\s))+[a-z]{2,})\b",
    re.IGNORECASE,
)
_SPACES: Final = re.compile(r"[\u00a0\u202f\u2009\t\n]")
_HYPHENS: Final = re.compile("[\u2011\u2010\u2013]")
_NUMBER: Final = re.compile(
    r"[+0](?<!\d0)(?<!\d[.,/-]0)(?:(?<=\+)0?|0) ?33 ?(?:\(0\) ?)?(?P<abroad>[1-9])"
    r"(?P<apart>[ ./-]?)\d\d(?:(?P=apart)\d\d){3}(?![\d%€])(?![.,/-]\d)"
    r"|0(?<!\d0)(?<!\d[.,/-]0)[1-9](?P<between>[ ./-]?)\d\d(?:(?P=between)\d\d){3}(?![\d%€])(?![.,/-]\d)"
)
# Four pairs: looked for first, because every page is asked; one digit first, and nothing is tried elsewhere.
_PAIRS: Final = re.compile(r"\d\d\D?(?:\d\d\D?){3}")
_LABEL: Final = re.compile(
    r"\b(?:tel|telephone|portable|mobile|gsm|fax|telecopie|appel\w*|joindre|contact\w*)\b|☎|✆|📞"
)
_MORE_DIGITS: Final = re.compile(r" \d")
_BEFORE_DIGITS: Final = re.compile(r"\d $")
_WORD: Final = re.compile(r"[a-z]+")


def find_mailboxes(text: str) -> list[Finding]:
    """Every e-mail address in `text`; one cut at a line's end (« greffe.ta- lille@… ») is one."""
    if "@" not in text and "©" not in text:
        return []
    return [
        Finding("email", box.start(), box.end(), SERVICE_MAILBOX if service else NAMED_MAILBOX, service)
        for box in _MAILBOX.finditer(text)
        if "@" in box[0] or "." in box[1]  # « © 2024 insee.fr » is a credit
        for service in (is_service(box[1]),)
    ]


def is_service(local: str) -> bool:
    """Whether the part of an address before « @ » names an office and no person."""
    words = _WORD.findall(plain(local))
    return any(word in SERVICE_MAILBOXES for word in words) and not any(word in FIRST_NAMES for word in words)


def find_phones(text: str) -> list[Finding]:
    """Every French telephone number in `text`: ten figures in pairs, or bare ones after a word that says so."""
    return list(_phones(_HYPHENS.sub("-", _SPACES.sub(" ", text)))) if _PAIRS.search(text) else []


def _phones(text: str) -> Iterator[Finding]:
    for number in _NUMBER.finditer(text):
        before = plain(text[max(0, number.start() - LABEL_REACH) : number.start()])
        said = _LABEL.search(before) is not None
        if not (said or number["abroad"]) and not _is_alone(text, number):
            continue
        digits = number[0].lstrip("+0")
        service = any(desk in before for desk in DESKS) or digits.startswith("8")
        yield Finding("phone", number.start(), number.end(), SERVICE_NUMBER if service else NUMBER, service)


def _is_alone(text: str, number: re.Match[str]) -> bool:
    """Whether pairs of figures without a word before them are no part of a longer row of figures."""
    if not number["between"]:
        return False
    after = text[number.end() : number.end() + 2]
    if _MORE_DIGITS.match(after) and not _NUMBER.match(text, number.end() + 1):
        return False
    return not _BEFORE_DIGITS.search(text[: number.start()][-2:]) or _ends_with_number(text[: number.start() - 1])


def _ends_with_number(text: str) -> bool:
    return re.search(r"0[1-9](?:[ ./-]\d\d){4}$", text) is not None
