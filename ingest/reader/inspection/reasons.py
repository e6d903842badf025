"""What is doubtful or left over on a page → sentences under its image, lines that share a reason together.

Takes `Stages`; gives the sentences of each page, and the words that name lines. It finds no reason of its own: it says
those of lines and leftovers.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from ingest.reader.doubts.amount_doubts import euros
from ingest.reader.records import SURE, LineRecord
from ingest.reader.stages import Stages

# Characters of a printed text that are enough to find it on the page.
_SHOWN: Final = 60


def reasons_of(stages: Stages) -> dict[int, list[str]]:
    """By page, why lines are in doubt, then why rows and sums gave none."""
    found: dict[int, list[str]] = defaultdict(list)
    for page, reasons in _doubted(stages).items():
        for reason, lines in reasons.items():
            name = f" «\u202f{_cut(lines[0].operator)}\u202f»" if len({line.line for line in lines}) == 1 else ""
            found[page].append(f"{told_lines(lines)}{name}\u202f: {reason}")
    for one in stages.leftovers:
        found[one.source.page].append(f"non lu, «\u202f{_cut(one.text)}\u202f»\u202f: {one.reason}")
    return found


def told_lines(lines: Sequence[LineRecord]) -> str:
    """« ligne 4, 1 500 € », one with all its amounts; « lignes 4–6, 9 » for several, in their order."""
    numbers = sorted({line.line for line in lines})
    if len(numbers) > 1:
        return f"lignes {', '.join(_runs(numbers))}"
    return f"ligne {numbers[0]}, {' + '.join(euros(line.amount) for line in lines)}"


def _doubted(stages: Stages) -> dict[int, dict[str, list[LineRecord]]]:
    found: dict[int, dict[str, list[LineRecord]]] = defaultdict(lambda: defaultdict(list))
    for line in stages.lines:
        certainty = f"certitude {line.certainty:.2f}".replace(".", ",")
        for reason in line.notes or ([certainty] if line.certainty < SURE else ()):
            found[line.source.page][reason].append(line)
    return found


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    for _, run in groupby(enumerate(numbers), key=lambda place: place[1] - place[0]):
        first, *_, last = [number for _, number in run for _ in range(2)]
        yield f"{first}–{last}" if last > first else str(first)
