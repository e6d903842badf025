"""What staff decided over the lines of an act, applied to what has just been read: corrected values, rows added."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from grants.models import Deliberation, GrantLine
from ingest.reader.records import LineRecord
from ingest.store.lines.drafts import Draft, Origin, build_drafts, kept, read_again, typed_values
from ingest.store.lines.matching import Matches


def decide(
    act: Deliberation, matches: Matches, fresh: Sequence[GrantLine], records: Sequence[LineRecord]
) -> tuple[dict[int, GrantLine], dict[int, int]]:
    """The lines over which staff decided, built again, by key; and the number of each row that staff added → its number
    from now on. `records` are those of `fresh`."""
    numbers = _numbers_of_added(matches, fresh)
    record_of = dict(zip(map(id, fresh), records, strict=True))
    pairs = [
        (old, line)
        for old, line in (*matches.stored, *matches.dropped, *matches.lost)
        if old.origin == Origin.STAFF or old.as_read
    ]
    typed = typed_values(act)
    drafts = [read_again(old, record_of[id(line)], typed.get(old.pk, {})) for old, line in pairs]
    for old in _added(matches):
        draft = kept(old, typed.get(old.pk, {}))
        drafts.append(replace(draft, record=replace(draft.record, line=numbers[old.line])))
    lines = {id(line) for _, line in (*pairs, *matches.dropped)}
    plain = [line for line in fresh if id(line) not in lines]
    return {line.pk: line for line in build_drafts(act, _apart(drafts, plain))}, numbers


def _added(matches: Matches) -> list[GrantLine]:
    """The rows that staff added and that the reading has not, those that were dropped since included."""
    rows = [line for line in (*matches.left, *matches.aside) if line.origin == Origin.STAFF]
    return sorted(rows, key=lambda line: (line.line, line.year or 0))


def _numbers_of_added(matches: Matches, fresh: Sequence[GrantLine]) -> Mapping[int, int]:
    """Where the rows that staff added stand now: the number of the row just read at their place, else after the last
    of those read, in their order."""
    pairs = (*matches.stored, *matches.dropped)
    numbers = {old.line: line.line for old, line in pairs if old.origin == Origin.STAFF}
    last = max((line.line for line in fresh), default=0)
    for old in _added(matches):
        if old.line not in numbers:
            last = numbers[old.line] = max(last + 1, old.line)
    return numbers


def _apart(drafts: Iterable[Draft], plain: Iterable[GrantLine]) -> Iterator[Draft]:
    """The same drafts; one whose row now prints its year twice, once as corrected, becomes a row of its own."""
    drafts = list(drafts)
    taken = {(line.line, line.year) for line in plain}
    last = max((number for number, _ in (*taken, *((one.record.line, None) for one in drafts))), default=0)
    for draft in drafts:
        place = (draft.record.line, draft.record.year)
        if place in taken:
            last += 1
            place = (last, draft.record.year)
            draft = replace(draft, record=replace(draft.record, line=last))
        taken.add(place)
        yield draft
