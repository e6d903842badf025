"""Parts of a file that are damaged: packed streams that cannot be unpacked whole, images cut short.

Takes a path, gives the pages that draw one. PDFium and other readers show what is left of such a page without a word.
"""

import re
import zlib
from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, Final

# Looked back from its letters, which are found at once.
_BEGINS: Final = re.compile(rb"stream(?<!endstream)\r?\n")
_NUMBER: Final = re.compile(rb"(\d+)\s+\d+\s+obj\b")
_LENGTH: Final = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
_PACKED: Final = re.compile(rb"/Filter\s*\[?\s*/FlateDecode")
_PHOTOGRAPH: Final = re.compile(rb"/Filter\s*\[?\s*/DCTDecode")
_OF_OBJECTS: Final = re.compile(rb"/Type\s*/(?:ObjStm|XRef)")
# Bytes before a stream in which its dictionary stands, and after its announced length in which its end must.
HEAD: Final = 2000
END: Final = 4
# Bytes unpacked of one file, and at once: an image of ten pages at 300 dots per inch takes 90 million.
MOST_UNPACKED: Final = 200_000_000
AT_ONCE: Final = 4_000_000
# What a JPEG image ends with (ITU-T T.81, B.1.1.3).
_IMAGE_END: Final = b"\xff\xd9"
# Bytes of the head and of the sum of control that zlib writes around what it packs (RFC 1950).
_ZLIB_HEAD, _ZLIB_SUM = 2, 4
# Forms inside forms, and what lies in the resources of each.
DEEPEST: Final = 40

_EVERYTHING: Final = 0  # the number of no object


def damaged_pages(path: Path, count: int) -> frozenset[int]:
    """Those of the `count` pages of the file at `path`, from 1, that draw a stream which is damaged; none of a file
    that is encrypted, where damage cannot be told."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        broken = frozenset() if content.find(b"/Encrypt") >= 0 else frozenset(_broken(content))
    if not broken:
        return frozenset()
    every = frozenset(range(1, count + 1))
    return every if _EVERYTHING in broken else _drawing(path, broken, every)


def _broken(content: mmap) -> Iterator[int]:
    """The numbers of the objects whose stream is damaged."""
    at, left = 0, MOST_UNPACKED
    while left > 0 and (begins := _BEGINS.search(content, at)):
        head = content[max(0, begins.start() - HEAD) : begins.start()]
        head = head[head.rfind(b"endobj") + 1 :]  # what stands before is of another object
        numbers = list(_NUMBER.finditer(head))
        head = head[numbers[-1].end() :] if numbers else head
        at = _end(content, begins.end(), _LENGTH.search(head))
        is_whole = True
        if _PACKED.search(head):
            is_whole, unpacked = _unpacked(content[begins.end() : at])
            left -= unpacked
        elif _PHOTOGRAPH.search(head):
            is_whole = content.rfind(_IMAGE_END, begins.end(), at) >= 0
        if not is_whole:
            yield _EVERYTHING if _OF_OBJECTS.search(head) or not numbers else int(numbers[-1][1])


def _end(content: mmap, start: int, length: re.Match[bytes] | None) -> int:
    announced = start + int(length[1]) if length else start
    end = content.find(b"endstream", announced, announced + END + len(b"endstream")) if length else -1
    if end < 0:
        end = content.find(b"endstream", start)
    return end if end >= 0 else len(content)


def _unpacked(packed: bytes) -> tuple[bool, int]:
    """Whether a stream is what was packed, and how many bytes were looked at to know. A sum of control that is missing
    takes nothing from it, one that is wrong does."""
    if len(packed) <= _ZLIB_HEAD:
        return True, 0
    reader, read, summed = zlib.decompressobj(-zlib.MAX_WBITS), 0, 1
    left = packed[_ZLIB_HEAD:]
    try:
        while not reader.eof and left and read < MOST_UNPACKED:
            part = reader.decompress(left, AT_ONCE)
            read, summed, left = read + len(part), zlib.adler32(part, summed), reader.unconsumed_tail
    except zlib.error:
        return False, read
    if not reader.eof:
        return read >= MOST_UNPACKED, read
    said = reader.unused_data[:_ZLIB_SUM]
    return len(said) < _ZLIB_SUM or int.from_bytes(said) == summed, read


def _drawing(path: Path, broken: frozenset[int], every: frozenset[int]) -> frozenset[int]:
    """The pages that draw one of the broken objects; every page where the file cannot be followed."""
    import pikepdf  # noqa: PLC0415 - few files are damaged, and it takes 17 MB

    try:
        with pikepdf.open(path) as document:
            if not all(isinstance(document.get_object(number, 0), pikepdf.Stream) for number in broken):
                return every  # nothing is left of one, and no page that drew it says so
            return frozenset(
                number
                for number, page in enumerate(document.pages, 1)
                if _reaches([page.obj.get("/Contents"), page.resources], broken, set(), 0)
            )
    except (pikepdf.PdfError, AttributeError, KeyError, TypeError, ValueError):  # objects of other kinds
        return every


def _reaches(parts: list[Any], broken: frozenset[int], seen: set[int], depth: int) -> bool:
    for part in parts:
        number = getattr(part, "objgen", (0, 0))[0]
        if number in broken:
            return True
        if number in seen or depth > DEEPEST:
            continue
        if number:
            seen.add(number)
        if _reaches(_inside(part), broken, seen, depth + 1):
            return True
    return False


def _inside(part: Any) -> list[Any]:
    from pikepdf import Array, Dictionary, Stream  # noqa: PLC0415

    if isinstance(part, Array):
        return list(part)
    return [part[key] for key in part.keys() if key != "/Parent"] if isinstance(part, Dictionary | Stream) else []  # noqa: SIM118
