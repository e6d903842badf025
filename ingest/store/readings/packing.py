"""A `Reading` as compressed JSON and back, by the type hints of its records. Does not say where it is kept.

What is packed today must open for years: a field that a later version does not know is left aside, one that it adds
takes its default. Decimals travel as texts, dates as ISO 8601, named tuples and tuples as lists.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ingest.reader.machine.on_disk import InParts
from ingest.reader.records import Reading, TableRecord

FORMAT = 1  # raise it when a packed reading can no longer be opened by what follows
AT_ONCE = 500  # records told and compressed together: the text of 6 000 rows weighs 40 MB on its way


class UnreadablePackError(Exception):
    """A packed reading that this version cannot open; `str(error)` says why, for the log."""


def pack(reading: Reading) -> bytes:
    """The whole reading but for what is drawn on its pages; the same reading gives the same bytes."""
    pages = tuple(replace(page, words=(), rules=(), fills=()) for page in reading.document.pages)
    light = replace(reading, document=replace(reading.document, pages=pages))
    packer = zlib.compressobj()
    texts = chain((f'{{"format":{FORMAT},"reading":',), _texts(light), ("}",))
    packed = [packer.compress(text.encode()) for text in texts]
    return b"".join((*packed, packer.flush()))


def _texts(value: object) -> Iterator[str]:
    """The JSON of a value, the long lists of a reading in parts."""
    if isinstance(value, Reading | TableRecord):
        for place, name in enumerate(_names(type(value))):
            yield f'{"," if place else "{"}"{name}":'
            yield from _texts(_pairs(getattr(value, name)))
        yield "}"
    elif value and (type(value) is tuple or isinstance(value, InParts)):
        at_once = 1 if isinstance(value[0], TableRecord) else AT_ONCE
        for start in range(0, len(value), at_once):
            yield "," if start else "["
            yield from _texts(value[start]) if at_once == 1 else (_json(tuple(value[start : start + at_once]))[1:-1],)
        yield "]"
    else:
        yield _json(value)


def _json(value: object) -> str:
    return json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":"))


def unpack(packed: bytes) -> Reading:
    """The reading that was packed. Raises UnreadablePackError where a field that nothing stands for is missing."""
    try:
        content = json.loads(zlib.decompress(packed))
        if content["format"] != FORMAT:
            raise UnreadablePackError(f"format {content['format']}")
        return _typed(content["reading"], Reading)
    except (zlib.error, ValueError, KeyError, TypeError, ArithmeticError) as error:
        raise UnreadablePackError(str(error)) from error


def _plain(value: object) -> Any:
    """What JSON writes in place of a record, a decimal or a date; it knows texts, numbers and tuples itself.

    Raises TypeError for anything else.
    """
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return {name: _pairs(getattr(value, name)) for name in _names(type(value))}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _pairs(value: object) -> object:
    return list(value.items()) if isinstance(value, dict) else value


def _typed(value: Any, hint: Any) -> Any:
    """The value that `_plain` made of something of this type. Raises TypeError or ValueError where it cannot be."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return None if value is None else _typed(value, _not_none(hint))
    if origin is Literal or hint in (str, int, float, bool, object, Any):
        return value
    if hint is Decimal:
        return Decimal(value)
    if hint is date:
        return date.fromisoformat(value)
    if is_dataclass(hint):
        return _record(value, hint)
    if origin is tuple or origin is Sequence:
        return _tuple(value, get_args(hint))
    if origin is Mapping:
        of_key, of_value = get_args(hint)
        return {_typed(key, of_key): _typed(one, of_value) for key, one in value}
    if hasattr(hint, "_fields"):
        hints = _hints(hint)
        return hint(*(_typed(one, hints[name]) for name, one in zip(hint._fields, value, strict=False)))
    raise TypeError(f"no rule for {hint}")


def _not_none(hint: Any) -> Any:
    """The one type that stands beside None. Raises TypeError where there are several: JSON would not tell them."""
    (only,) = (one for one in get_args(hint) if one is not NoneType)
    return only


def _tuple(values: list, hints: tuple) -> tuple:
    if len(hints) == 1 or hints[-1] is ...:
        return tuple(_typed(one, hints[0]) for one in values)
    return tuple(_typed(one, hint) for one, hint in zip(values, hints, strict=True))


def _record(values: dict, kind: type) -> Any:
    """Raises TypeError, as the class does, where a field without default is missing."""
    hints = _hints(kind)
    return kind(**{name: _typed(values[name], hint) for name, hint in hints.items() if name in values})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
