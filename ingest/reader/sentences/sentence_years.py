"""The year that a sum of the prose is for.

What enters: a sentence and the place of an amount in it. What leaves: the year printed beside it, or none. A period, a
date and a name that holds a year (« appel à projets 2030-2033 ») say nothing of it.
"""

import re

from ingest.reader.paragraphs.plain_text import plain

_FOR = (
    r"(?:pour|au titre d(?:e|u)|en|sur)(?: l')?"
    r"(?: ?(?:annee|exercice|budget|de l'annee|de l'exercice|cette annee|la seule annee|le budget|le))?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d/-]|\s?[-/]\s?(?:19|20)\d\d| a (?:19|20)\d\d)"
_AFTER = re.compile(rf"\s*[,(]?\s*{_FOR} {_YEAR}")
_BEFORE = re.compile(
    rf"(?<![\w])(?:{_FOR}|l'annee|l'exercice|le budget|participation|subvention"
    rf"|contribution) {_YEAR}"
)


def year_of(text: str, start: int, end: int) -> int | None:
    """The year of the amount at start–end: just after it, else the last one named before it; None where neither is."""
    lowered = plain(text)
    after = _AFTER.match(lowered, end)
    if after:
        return int(after["year"])
    before = [match for match in _BEFORE.finditer(lowered, 0, start) if not _is_told(lowered, match)]
    return int(before[-1]["year"]) if before else None


def _is_told(lowered: str, match: re.Match[str]) -> bool:
    """« un trop-perçu sur l'année 2030 »: where the money came from, not what it is for."""
    back = re.search(r"trop[ -]?(?:percu|verse)", lowered[max(0, match.start() - 60) : match.start()])
    return "budget" not in match[0] and (match[0].startswith("sur ") or back is not None)
