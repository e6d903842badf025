"""The characters of a page as PDFium gives them → one string, each at its own place: by it, boxes are asked for."""

import ctypes
import re
from typing import Any, Final

import pypdfium2.raw as c

# What the text of a page says of a line-end hyphen, and as well of a character that its font does not name.
_UNNAMED: Final = re.compile("[\x00\ufffe]")


def page_string(text_page: Any, count: int) -> str:
    """The `count` characters of a text page; « \ufffd » for one that its file does not name."""
    buffer = (ctypes.c_ushort * (count + 1))()
    length = c.FPDFText_GetText(text_page, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * length].decode("utf-16-le", "replace")
    if len(text) == count:
        unnamed = "\x00" in text or "\ufffe" in text  # told in a tenth of the time
        return _UNNAMED.sub(lambda found: _character(text_page, found.start()), text) if unnamed else text
    # Some characters have no place in the string: asking one by one keeps positions and boxes together.
    return "".join(_character(text_page, index) for index in range(count))


def _character(text_page: Any, index: int) -> str:
    code = c.FPDFText_GetUnicode(text_page, index)
    if code == 2:
        return "\ufffe"
    if code == 0:
        return " " if is_made_up(text_page, index) else "\ufffd"
    return chr(code) if code < 0x110000 and not (0xD800 <= code < 0xE000 or code == 0xFFFE) else "\ufffd"


def is_made_up(text_page: Any, index: int) -> bool:
    """Whether PDFium put this character in: a space that the file does not hold."""
    return bool(c.FPDFText_IsGenerated(text_page, index) == 1)
