"""Totals of recognised pages that their lines do not come to: a figure was misread, and nothing says which.

Takes lines, checks and the lines for which another reading is proposed; gives those that a person has to compare.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from ingest.reader.doubts.amount_doubts import euros
from ingest.reader.records import CheckRecord, LineRecord

NOTE: Final = "le total annoncé de {total} ne tombe pas juste\u202f: un des montants qu’il additionne est à vérifier"


def lines_of_open_totals(
    lines: Sequence[LineRecord], checks: Sequence[CheckRecord], proposed: Collection[int]
) -> Mapping[tuple[int, int | None], str]:
    """What to say of each line, by number and year, that a total adds up which does not close.

    A line is left alone where another total that closes adds it up too, and all of them where another reading is
    `proposed` for one: that is where the mistake is.
    """
    known = {(line.line, line.year) for line in lines}
    closed = {place for check in checks if check.status in ("equal", "rounded") for place in _places(check)}
    said: dict[tuple[int, int | None], str] = {}
    for check in checks:
        places = _places(check)
        if check.status != "different" or any(line in proposed for line, _ in places):
            continue
        for place in places:
            if place in known and place not in closed:
                said.setdefault(place, NOTE.format(total=euros(check.total.amount)))
    return said


def _places(check: CheckRecord) -> list[tuple[int, int | None]]:
    return [(line, check.total.year) for line in check.total.lines]
