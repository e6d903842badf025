"""How councils print the number of a page: « 3 », « – 3 – », « Page 3 sur 12 », « Rapport n° 231 – 3/12 ».

Text of one line in, as printed or plain; whether, and where, it numbers its page out. Which lines these are on is asked
elsewhere.
"""

import re

_NUMBER = r"\d{1,4}"
_OF = r"\s*(?:sur|/|de|of)\s*"
_LABEL = r"\b(?:pages?|p\.|folio|feuillet)\s*:?\s*"
_DASH = r"\s*[-–—|]?\s*"

_ALONE = re.compile(rf"(?:{_LABEL}|p\s*)?{_DASH}(?P<at>{_NUMBER})(?:{_OF}{_NUMBER})?{_DASH}", re.IGNORECASE)
_BETWEEN_DASHES = re.compile(rf"[-–—]\s*{_NUMBER}\s*[-–—]")
_SAID = re.compile(rf"{_LABEL}{_NUMBER}(?:{_OF}{_NUMBER})?|\b\d{{1,3}}\s*(?:/|sur)\s*\d{{1,3}}\b", re.IGNORECASE)
_OF_PAGES = re.compile(rf"\bpage\s*:?\s*{_NUMBER}{_OF}{_NUMBER}\s*$", re.IGNORECASE)
_AT_END = re.compile(rf"(?:[-–—|/]|{_LABEL})\s*\d+(?:{_OF}\d+)?\W*$", re.IGNORECASE)
_PLACE = re.compile(rf"(?:.*{_LABEL}|p|.*[-–—|])?\s*(?P<at>\d{{1,3}}){_OF}(?P<of>\d{{1,3}})\s*", re.IGNORECASE)


def page_number(text: str) -> int | None:
    """The number of the page, where the line prints nothing else: 3 of « Page 3 sur 12 »."""
    alone = _ALONE.fullmatch(text)
    return int(alone["at"]) if alone else None


def says_page(text: str) -> bool:
    """Whether the figures of the line are called those of a page, or stand between dashes."""
    return _SAID.search(text) is not None or _BETWEEN_DASHES.fullmatch(text) is not None


def without_page_number(text: str) -> str:
    """The line without what numbers its page: the same text on every page."""
    return _SAID.sub(" ", text)


def ends_with_page_of_pages(text: str) -> bool:
    """Whether the line ends with « page 3 sur 12 », after anything or after nothing."""
    return _OF_PAGES.search(text) is not None


def is_page_of_pages(text: str) -> bool:
    """Whether the line is « Page 3 sur 12 », and nothing else."""
    return _OF_PAGES.match(text) is not None


def ends_with_page_number(text: str) -> bool:
    """Whether figures end the line behind a dash, a bar or a word for a page: « Rapport n° 231 – 3 »."""
    return _AT_END.search(text) is not None


def place_among_pages(text: str) -> tuple[int, int] | None:
    """Which page it is, and of how many: (2, 4) of « Délibération n° 12 – 2/4 »; None where either is missing."""
    place = _PLACE.fullmatch(text)
    return (int(place["at"]), int(place["of"])) if place and 1 <= int(place["at"]) <= int(place["of"]) else None
