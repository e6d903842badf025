"""The lines of a paragraph → its text on one line: words cut at a line's end made whole.

What enters: lines of text and the words printed elsewhere in the document. What leaves: one text. Nothing is respelt: a
hyphen is dropped only where the line break surely put it in.
"""

import re
from collections.abc import Sequence, Set

from ingest.reader.paragraphs.break_hyphens import is_break_hyphen

_SOFT_HYPHEN = "\u00ad"


def join_lines(lines: Sequence[str], known: Set[str] = frozenset()) -> str:
    """Join `lines` (top to bottom). `known`: the words of the document, case folded, without punctuation."""
    text = ""
    for line in lines:
        text = _joined(text, line.strip(), known) if text else line.strip()
    return text.replace(_SOFT_HYPHEN, "")


def _joined(text: str, line: str, known: Set[str]) -> str:
    if text.endswith(_SOFT_HYPHEN):
        return text + line
    # A dash that stands alone parts words; one that touches a word or a figure holds it to what follows.
    if text.endswith("-") and re.search(r"[\w’')]-$", text):
        return text[:-1] + line if is_break_hyphen(text, line, known) else text + line
    if text.endswith(("’", "'")) and re.search(r"\w[’']$", text):
        return text + line
    return f"{text} {line}"
