"""Outlines of communes and territories, SVG paths of closed rings of whole numbers → the boxes around them."""

import re
from itertools import accumulate

_PATH = re.compile(r"(?:M-?\d+ -?\d+l-?\d+[ -]\d+(?:[ -]-?\d+)+z)+")
_MOVE = re.compile(r"M(-?\d+) (-?\d+)l([^z]*)z")
_NUMBER = re.compile(r"-?\d+")


def bounds_of(path: str) -> tuple[int, int, int, int]:
    """The box around a path. Raises ValueError, a French sentence, for anything but closed rings of whole numbers."""
    if not _PATH.fullmatch(path):
        raise ValueError(f"«\u202f{path[:40]}\u202f» n’est pas un contour\u202f: M x y l dx dy … z.")
    xs, ys = [], []
    for x, y, moves in _MOVE.findall(path):
        numbers = [int(number) for number in _NUMBER.findall(moves)]
        xs += accumulate([int(x), *numbers[0::2]])
        ys += accumulate([int(y), *numbers[1::2]])
    return min(xs), min(ys), max(xs), max(ys)
