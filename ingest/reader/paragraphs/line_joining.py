"""The lines of a paragraph → its text on one line: words cut at a line's end made whole.

What enters: lines of text and the words printed elsewhere in the document. What leaves: one text. Nothing is respelt: a
hyphen is dropped only where the document prints the whole word without it.
"""

import re
from collections.abc import Sequence, Set

_CUT_WORD = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
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
        return text[:-1] + line if _is_cut(text, line, known) else text + line
    if text.endswith(("’", "'")) and re.search(r"\w[’']$", text):
        return text + line
    return f"{text} {line}"


def _is_cut(text: str, line: str, known: Set[str]) -> bool:
    """The hyphen was put in by the line break: the document prints the whole word, and not the hyphened one."""
    before, after = _CUT_WORD.search(text), _FIRST_WORD.match(line)
    if not before or not after or not after[0][:1].islower():
        return False
    start, end = before[1].casefold(), after[0].casefold()
    return start + end in known and f"{start}-{end}" not in known
