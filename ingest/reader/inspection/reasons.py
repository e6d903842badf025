"""What is doubtful or left over on a page → sentences under its image, lines that share a reason together.

Takes `Stages`; gives the sentences of each page. It finds no reason of its own: it says those of lines and leftovers.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from ingest.reader.records import SURE
from ingest.reader.stages import Stages

# Characters of a leftover that are enough to find it on the page.
_SHOWN: Final = 60


def reasons_of(stages: Stages) -> dict[int, list[str]]:
    """By page, why lines are in doubt, then why rows and sums gave none."""
    found: dict[int, list[str]] = defaultdict(list)
    for page, reasons in _doubted(stages).items():
        for reason, lines in reasons.items():
            found[page].append(f"{line_numbers(lines)}\u202f: {reason}")
    for one in stages.leftovers:
        text = one.text if len(one.text) <= _SHOWN else f"{one.text[:_SHOWN]}…"
        found[one.source.page].append(f"non lu, «\u202f{text}\u202f»\u202f: {one.reason}")
    return found


def line_numbers(lines: Sequence[int]) -> str:
    """« line 4 », or « line 4–6, 9 » for several, in their order."""
    return f"line {', '.join(_runs(sorted(set(lines))))}"


def _doubted(stages: Stages) -> dict[int, dict[str, list[int]]]:
    found: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for line in stages.lines:
        certainty = f"certitude {line.certainty:.2f}".replace(".", ",")
        for reason in line.notes or ([certainty] if line.certainty < SURE else ()):
            found[line.source.page][reason].append(line.line)
    return found


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    for _, run in groupby(enumerate(numbers), key=lambda place: place[1] - place[0]):
        first, *_, last = [number for _, number in run for _ in range(2)]
        yield f"{first}–{last}" if last > first else str(first)
