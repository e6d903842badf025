"""Raised figures of a printed amount put on its line: cents (1 500⁵⁰ €) kept, a call for a note before it left out.

Takes and gives texts; a call for a note after an amount is left to those who read amounts.
"""

import re
from typing import Final

_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ANY: Final = re.compile(f"[{_RAISED}]")
_LEVEL: Final = str.maketrans(_RAISED, "0123456789")
_NOTE_BEFORE: Final = re.compile(rf"^[{_RAISED}]+\s?(?=\d)")
_TWO: Final = re.compile(rf"(?<=\d)\s?[{_RAISED}]{{2}}(?![{_RAISED}])")
# What two raised figures are up to this may be a call for a note; acts have fewer notes than that.
MOST_NOTES: Final = 20


def levelled(printed: str) -> str:
    """The text of an amount with its raised cents after a comma, and without the call for a note that opens it."""
    return _TWO.sub(_cents, _NOTE_BEFORE.sub("", printed)) if _ANY.search(printed) else printed


def _cents(found: re.Match[str]) -> str:
    figures = found[0].strip().translate(_LEVEL)
    return f",{figures}" if figures[0] == "0" or int(figures) > MOST_NOTES else found[0]
