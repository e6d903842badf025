"""Layers that a file leaves hidden (optional content): plans, drafts, versions in another language, marks of printers.

From a path to a copy without what nobody sees, in memory, where there is anything of the kind; most files have no
layer, which is found without opening them.
"""

import io
import re
import zlib
from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, Final

_LAYERS: Final = b"/OCProperties"
_PACKED: Final = re.compile(rb"/ObjStm.{0,300}?stream\r?\n", re.DOTALL)
# Bytes looked at of one packed group of objects; that of the heaviest real file takes one million.
MOST_UNPACKED: Final = 4_000_000
# Forms inside forms.
DEEPEST: Final = 8

# Operators that put something on the page.
_INK: Final = frozenset(
    ["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "INLINE IMAGE"]
)


def without_hidden_layers(path: Path) -> bytes | None:
    """The file at `path` without what its hidden layers draw; None where it has none, or cannot be read so."""
    if not _names_layers(path):
        return None
    import pikepdf  # noqa: PLC0415 - few files have layers, and it takes 17 MB

    try:
        with pikepdf.open(path) as document:
            hidden = _hidden(document)
            if not hidden:
                return None
            seen: set[tuple[int, int]] = set()
            for page in document.pages:
                _clear(document, page.obj, hidden, seen, 0)
            copy = io.BytesIO()
            document.save(copy)
            return copy.getvalue()
    except (
        pikepdf.PdfError,
        AttributeError,
        KeyError,
        TypeError,
        ValueError,
    ):  # objects of other kinds than they must be
        return None


def _names_layers(path: Path) -> bool:
    """Whether the file's own table of contents has layers; it may be in a packed group of objects."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        if content.find(_LAYERS) >= 0:
            return True
        return any(_LAYERS in group for group in _unpacked(content))


def _unpacked(content: mmap) -> Iterator[bytes]:
    for found in _PACKED.finditer(content):
        try:
            yield zlib.decompressobj().decompress(content[found.end() : found.end() + MOST_UNPACKED], MOST_UNPACKED)
        except zlib.error:
            continue  # packed in another way, or encrypted


# ---- which layers are hidden -----------------------------------------------------------------------------------------

_Numbers = frozenset[tuple[int, int]]


def _hidden(document: Any) -> _Numbers:
    """The numbers of the layers that are not seen when the file is opened."""
    known = document.Root.get("/OCProperties", {})
    first = known.get("/D", {})
    hidden = _numbers(known.get("/OCGs", ())) if first.get("/BaseState") == "/OFF" else frozenset()
    return (hidden - _numbers(first.get("/ON", ()))) | _numbers(first.get("/OFF", ()))


def _numbers(layers: Any) -> _Numbers:
    return frozenset(layer.objgen for layer in layers if hasattr(layer, "objgen"))


def _is_hidden(layer: Any, hidden: _Numbers) -> bool:
    """Whether a layer is hidden, or a group of layers by its rule (ISO 32000-1, 8.11.2.2)."""
    if layer is None or layer.get("/Type") != "/OCMD":
        return layer is not None and layer.objgen in hidden
    members = layer.get("/OCGs", ())
    alone = _numbers([members]) & hidden
    off = [number in hidden for number in (alone or _numbers(iter(members)))]
    rule = str(layer.get("/P", "/AnyOn"))
    if not off:
        return False
    return {"/AllOn": any(off), "/AnyOff": not any(off), "/AllOff": not all(off)}.get(rule, all(off))


# ---- taking them out -------------------------------------------------------------------------------------------------


def _clear(document: Any, holder: Any, hidden: _Numbers, seen: set[tuple[int, int]], depth: int) -> None:
    """Take what hidden layers draw out of a page or a form, and out of the forms that it draws."""
    resources = holder.get("/Resources", {})
    layers = resources.get("/Properties", {})
    drawn = resources.get("/XObject", {})
    names = frozenset(name for name in layers if _is_hidden(layers[name], hidden))
    gone = frozenset(name for name in drawn if _is_hidden(drawn[name].get("/OC"), hidden))
    if names or gone:
        _rewrite(document, holder, names, gone)
    notes = holder.get("/Annots", ())
    if any(_is_hidden(note.get("/OC"), hidden) for note in notes):
        holder.Annots = document.make_indirect([note for note in notes if not _is_hidden(note.get("/OC"), hidden)])
    for name in drawn:
        form = drawn[name]
        if depth < DEEPEST and form.get("/Subtype") == "/Form" and form.objgen not in seen:
            seen.add(form.objgen)
            _clear(document, form, hidden, seen, depth + 1)


def _rewrite(document: Any, holder: Any, layers: frozenset[str], gone: frozenset[str]) -> None:
    from pikepdf import Stream, parse_content_stream, unparse_content_stream  # noqa: PLC0415

    kept: list[Any] = []
    inside: list[bool] = []
    for step in parse_content_stream(holder):
        operator = str(step.operator)
        operands = [str(one) for one in step.operands[:2]] if operator in ("BDC", "Do") else []
        if operator in ("BDC", "BMC"):
            inside.append(operands[:1] == ["/OC"] and operands[-1] in layers)
        elif operator == "EMC" and inside:
            inside.pop()
        elif operator in _INK and (any(inside) or (operator == "Do" and operands[0] in gone)):
            continue
        kept.append(step)
    content = unparse_content_stream(kept)
    if isinstance(holder, Stream):
        holder.write(content)
    else:
        holder.Contents = document.make_stream(content)
