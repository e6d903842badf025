"""Bank details in a text: IBANs whose check digits are right, French RIBs, accounts and codes beside a bank's words.

What enters: any text. What leaves: where they stand; the parts of one set of details that follow each other are one.
It does not know whose account it is.
"""

import re
from collections.abc import Iterator
from typing import Final

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.private.findings import Finding

# Characters of an IBAN by country (ISO 13616 registry): those from which accounts are printed in French acts.
IBAN_LENGTHS: Final = {
    **{"fr": 27, "mc": 27, "be": 16, "lu": 20, "de": 22, "ch": 21, "es": 24, "it": 27, "nl": 18, "gb": 22, "pt": 25},
    **{"at": 20, "ie": 22, "pl": 28, "dk": 18, "se": 24, "lt": 20, "mt": 31, "cz": 24, "ro": 24},
}
# Characters between the parts of one set of details: « Clé RIB : 76 IBAN : FR48… », a label of two words.
TOGETHER: Final = 45
# Letters and digits that a misread or cut IBAN still holds, and the most that any country gives one.
LEAST_OF_IBAN, MOST_OF_IBAN = 14, 34

CHECKED: Final = "IBAN dont la clé est exacte"
UNCHECKED: Final = "suit le mot «\u202fIBAN\u202f», mais sa clé est fausse\u202f: mal imprimé ou mal lu"
RIB_CHECKED: Final = "RIB dont la clé est exacte"
BESIDE: Final = "coordonnées d’un compte bancaire"

# What no bank details go without: looked for first, because every page is asked.
_WORDS: Final = ("iban", "guichet", " rib", "bic ", "bic:", "swift", "de compte", "compte bancaire")
_FIGURES: Final = re.compile(
    # One digit first, and nothing is tried elsewhere.
    r"\d\d{3}(?:[ .\-\u00a0\u202f]?\d{4}[ .\-\u00a0\u202f]?\d\d|\d\D{1,3}\d{5})"
)
_IBAN: Final = re.compile(r"(?<![a-z0-9])([a-z]{2})[ .]?\d[ .]?\d(?=[ .:/-]{0,2}[a-z0-9])")
_LABELLED: Final = re.compile(r"\biban\b[^a-z0-9]{0,6}(?=[a-z0-9])")
_TOKEN: Final = re.compile(r"[a-z0-9]+")
_RIB: Final = re.compile(
    r"(?<![a-z0-9])(\d{5})[ |/.-]{1,3}(\d{5})[ |/.-]{1,3}([a-z0-9]{11})[ |/.-]{1,3}(\d{2})(?![a-z0-9])"
)
_PARTS: Final = re.compile(
    r"\b(?:(?P<code>code (?:banque|etablissement|etab\.?|guichet))[^a-z0-9]{0,6}\d{5}(?!\d)"
    r"|(?:n[°o]?|numero) ?(?:de |du )?compte(?: bancaire)?[^a-z0-9]{0,6}[a-z]?\d[a-z0-9]{6,12}(?:-\d{2})?(?![a-z0-9])"
    r"|(?P<key>cle(?: rib)?)[^a-z0-9]{0,6}\d{2}(?!\d)"
    r"|(?:code )?(?:bic|swift)(?:[ /-]{1,3}(?:bic|swift))?[^a-z0-9]{0,6}(?P<bic>[a-z]{6}[a-z0-9]{2}(?:[a-z0-9]{3})?)"
    r"(?![a-z0-9]))"
)
# What each letter of an account counts for in the key of a RIB.
_RIB_DIGITS: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "12345678912345678923456789")


def find_bank_details(text: str) -> list[Finding]:
    """Every set of bank details in `text`, in its order."""
    small = text.lower()
    if not any(word in small for word in _WORDS) and not _FIGURES.search(text):
        return []
    low = plain(text)
    found = sorted((*_ibans(low), *_ribs(low), *_parts(text, low)), key=lambda one: (one.start, -one.end))
    return _without_lone_codes(_joined(found), low)


def _ibans(low: str) -> Iterator[Finding]:
    checked: dict[int, Finding] = {}
    reached = 0
    for start in _IBAN.finditer(low):
        if start.start() < reached:
            continue
        length = IBAN_LENGTHS.get(start[1], 0)
        end = _end_of(low, start.start(), length) if length else 0
        if end and _has_right_key(_compact(low[start.start() : end])):
            reached = end
            checked[start.start()] = Finding("bank", start.start(), end, CHECKED)
    yield from checked.values()
    for label in _LABELLED.finditer(low):
        end = _run_end(low, label.end())
        if label.end() not in checked and len(_compact(low[label.end() : end])) >= LEAST_OF_IBAN:
            yield Finding("bank", label.end(), end, UNCHECKED)


def _has_right_key(account: str) -> bool:
    """Whether the two figures after the country of an IBAN are its key: ISO 13616, by the sums of ISO 7064."""
    from stdnum.iso7064 import mod_97_10  # noqa: PLC0415 (for the few documents that print one)

    return mod_97_10.is_valid(account[4:] + account[:4])


def _end_of(low: str, start: int, length: int) -> int:
    """Where `length` letters and digits from `start` end, parted by spaces at most; 0 where they do not."""
    place, taken = start, 0
    while taken < length and place < len(low):
        if low[place].isalnum():
            taken += 1
        elif not (low[place] in " .-:/" and (place + 1 == len(low) or low[place + 1] not in ".-:/")):
            return 0
        place += 1
    return place if taken == length and not low[place : place + 1].isalnum() else 0


def _run_end(low: str, start: int) -> int:
    """Where the groups of an account that starts here end: each holds a digit but the first."""
    end, taken = start, 0
    for token in _TOKEN.finditer(low, start):
        has_digit = any(map(str.isdigit, token[0]))
        apart = token.start() - end > 3 or not set(low[end : token.start()]) <= set(" .-")
        fits = has_digit or (taken == 0 and len(token[0]) == 2)
        if (end > start and apart) or not fits or taken + len(token[0]) > MOST_OF_IBAN:
            break
        end, taken = token.end(), taken + len(token[0])
    return end


def _compact(text: str) -> str:
    return "".join(filter(str.isalnum, text)).upper()


def _ribs(low: str) -> Iterator[Finding]:
    for rib in _RIB.finditer(low):
        bank, counter, account, key = rib.groups()
        wanted = 97 - (89 * int(bank) + 15 * int(counter) + 3 * int(account.translate(_RIB_DIGITS))) % 97
        if int(key) == wanted:
            yield Finding("bank", rib.start(), rib.end(), RIB_CHECKED)


def _parts(text: str, low: str) -> Iterator[Finding]:
    for part in _PARTS.finditer(low):
        # « BIC : Domiciliation »: the code is in capitals, the word after an empty one is not.
        if part["bic"] and not text[part.start("bic") : part.end("bic")].isupper():
            continue
        yield Finding("bank", part.start(), part.end(), BESIDE)


def _joined(found: list[Finding]) -> list[Finding]:
    joined: list[Finding] = []
    for one in found:
        if joined and one.start - joined[-1].end <= TOGETHER:
            last = joined[-1]
            reason = min(last.reason, one.reason, key=_REASONS.index)
            joined[-1] = Finding("bank", last.start, max(last.end, one.end), reason)
        else:
            joined.append(one)
    return joined


_REASONS: Final = (CHECKED, RIB_CHECKED, UNCHECKED, BESIDE)


def _without_lone_codes(found: list[Finding], low: str) -> list[Finding]:
    """« Code établissement 59001 » alone is a school's, « clé 12 » alone anything's."""
    return [one for one in found if one.reason != BESIDE or not _is_lone_code(low[one.start : one.end])]


def _is_lone_code(part: str) -> bool:
    only = _PARTS.fullmatch(part)
    return bool(only and (only["code"] or (only["key"] and "rib" not in part)))
