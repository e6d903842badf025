"""Which of the lines of an act is which of those just read: told by what the row is, never by its number.

Stored lines are held as they were read, corrections taken back. Rows that people set aside are known too, so that they
are not taken for new ones; so are rows that an earlier reading lost. A row that people added is known by its place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from grants.models import GrantLine
from ingest.matching import Rule, pair
from ingest.store.lines.drafts import Origin, as_read
from ingest.store.values import columns, values
from portal.french import fold, fold_name

Pair = tuple[GrantLine, GrantLine]

# Where a line stands: a row that only moved is the same row.
WHERE = ("line", "row_key", "page", "row", "x0", "y0", "x1", "y1", "certainty", "notes", "search_text")
# What people decided over what was read.
DECIDED = ("origin", "as_read", "corrected_at")
_RESOLVED = ("department", "territory", "programme", "subprogramme", "operator", "commune", "commune_found_by")
_PRINTED = columns(GrantLine, but=("deliberation", "outside_budget", *WHERE, *DECIDED, *_RESOLVED))


# What the row is, from the surest likeness to the loosest; the last ones only where one row on each side is alike.
def _who_what_when(line: GrantLine) -> tuple:
    headings = (fold(line.programme_text), fold(line.subprogramme_text))
    return (fold_name(line.operator_text), line.reference, *headings, fold(line.action), line.year)


_RULES = (
    Rule(lambda line: values(line, _PRINTED)),
    Rule(lambda line: (*_who_what_when(line), line.amount_cents)),
    Rule(_who_what_when),
    Rule(
        lambda line: (fold_name(line.operator_text), fold(line.programme_text), line.year, line.amount_cents),
        alone=True,
    ),
    Rule(lambda line: line.reference and (line.reference, line.year, line.amount_cents), alone=True),
    Rule(lambda line: (line.page, line.row, line.table, line.year, line.amount_cents), alone=True),
)


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs (as stored, just read) by what became of the first; then what is left on each side, `aside`: of the rows
    that people dropped."""

    stored: list[Pair]
    dropped: list[Pair]
    lost: list[Pair]
    left: list[GrantLine]
    aside: list[GrantLine]
    new: list[GrantLine]


@dataclass(frozen=True, slots=True)
class Times:
    """When rows came and went, by key: `added` those of staff, `lost` those that a reading no longer had."""

    added: Mapping[int, datetime]
    lost: Mapping[int, datetime]


def match(
    stored: Sequence[GrantLine],
    dropped: Sequence[GrantLine],
    lost: Sequence[GrantLine],
    fresh: Sequence[GrantLine],
    times: Times,
) -> Matches:
    """Pair the lines of an act with those just read. `left`: of the stored ones, those that the reading has not.

    A row that comes back is the one that was lost, unless staff added it meanwhile.
    """
    known = sorted((*stored, *dropped), key=lambda line: (line.line, line.year or 0))
    read = [line for line in known if line.origin == Origin.READ]
    added = [line for line in known if line.origin == Origin.STAFF]
    pairs, new = _pair_as_read(read, fresh)
    candidates, _ = _pair_as_read(lost, new)
    back = [both for both in candidates if not _was_added_since(both, added, times)]
    returned = {id(line) for _, line in back}
    placed, new = _pair_by_place(added, [line for line in new if id(line) not in returned])
    pairs += placed
    aside = {line.pk for line in dropped}
    paired = {old.pk for old, _ in pairs}
    return Matches(
        stored=[both for both in pairs if both[0].pk not in aside],
        dropped=[both for both in pairs if both[0].pk in aside],
        lost=back,
        left=[line for line in stored if line.pk not in paired],
        aside=[line for line in dropped if line.pk not in paired],
        new=new,
    )


def _was_added_since(both: Pair, added: Sequence[GrantLine], times: Times) -> bool:
    old, line = both
    there = [one for one in added if _is_at_the_place_of(one, line)]
    return any(times.added[one.pk] > times.lost[old.pk] for one in there if one.pk in times.added)


def _pair_as_read(known: Sequence[GrantLine], fresh: Sequence[GrantLine]) -> tuple[list[Pair], list[GrantLine]]:
    of_key = {line.pk: line for line in known}
    pairs, _, new = pair([as_read(line) for line in known], fresh, _RULES)
    return [(of_key[old.pk], line) for old, line in pairs], new


def _pair_by_place(added: Sequence[GrantLine], fresh: Sequence[GrantLine]) -> tuple[list[Pair], list[GrantLine]]:
    pairs, new = [], list(fresh)
    for line in added:
        there = [one for one in new if _is_at_the_place_of(line, one)]
        if len(there) == 1:
            pairs.append((line, there[0]))
            new.remove(there[0])
    return pairs, new


def _is_at_the_place_of(one: GrantLine, other: GrantLine) -> bool:
    """Whether two lines of one page and year stand at one place: the middle of one inside the other."""
    return (one.page, one.year) == (other.page, other.year) and (_holds(one, other) or _holds(other, one))


def _holds(outer: GrantLine, inner: GrantLine) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2
    return outer.x0 <= x <= outer.x1 and outer.y0 <= y <= outer.y1
