"""Lines recognised in images, and what the rest of the document says of them: mistakes found by redundancy.

Takes lines and checks; gives the same lines, some with a note that proposes another reading and with less certainty.
The printed reading stays in its field, always: a proposal is for a person to accept.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ingest.reader.doubts.amount_doubts import amount_proposals, euros
from ingest.reader.letters.lookalikes import may_be_misread, shape
from ingest.reader.records import LIKELY, SURE, UNSURE, CheckRecord, LineRecord, Page

# Times. A name read this many times more often than another is the likelier of the two.
MORE_OFTEN: Final = 3

PROPOSAL: Final = "lecture proposée\u202f: {proposal} au lieu de {read} ({why})"
_ELSEWHERE: Final = "lu ainsi {times} fois ailleurs dans le document"
_NAMES: Final = {
    "operator": "bénéficiaire",
    "commune": "commune",
    "territory": "territoire",
    "programme": "programme",
    "subprogramme": "opération",
    "action": "action",
}
_OPEN_NOTE: Final = (
    "le total annoncé de {total} ne tombe pas juste\u202f: un des montants qu’il additionne est à vérifier"
)

_PLACES: Final = re.compile(r"(\d+) places")
_PROPOSED: Final = re.compile(
    "lecture proposée\u202f: (?P<proposal>.+) au lieu de «\u202f(?P<read>.*)\u202f»"
    r"(?:, (?P<label>[a-zé]+))? \((?P<why>.+)\)"
)


class ProposedReading(NamedTuple):
    """A note that proposes another reading: the field of the line record, the value to take, the one read, and why."""

    field: str
    value: str
    read: str
    why: str


class _Rival(NamedTuple):
    text: str
    times: int


def propose_readings(
    lines: Sequence[LineRecord], checks: Sequence[CheckRecord], pages: Iterable[Page]
) -> tuple[LineRecord, ...]:
    """The lines, those that stand on recognised pages with the readings that the document proposes for them."""
    told = {line.source.page for line in lines}
    recognised = {
        page.number for page in pages if page.number in told and any(word.certainty < 1 for word in page.words)
    }
    doubtful = [line for line in lines if line.source.page in recognised]
    if not doubtful:
        return tuple(lines)
    proposals: defaultdict[int, list[str]] = defaultdict(list)
    rivals = {field: _rivals(lines, field) for field in _NAMES}
    for line in doubtful:
        proposals[id(line)] += _names(line, rivals)
    proposed = tuple(amount_proposals(doubtful, checks))
    for found in proposed:
        proposals[id(found.line)].append(PROPOSAL.format(proposal=found.proposal, read=found.read, why=found.why))
    to_compare = _lines_of_open_totals(doubtful, checks, {found.line.line for found in proposed})
    noted = (line.doubted(UNSURE, *proposals.get(id(line), ())) for line in lines)
    return tuple(line.doubted(LIKELY, *filter(None, [to_compare.get((line.line, line.year))])) for line in noted)


def parse_proposal(note: str) -> ProposedReading | None:
    """What a note written by `propose_readings` proposes; None where the note proposes nothing."""
    found = _PROPOSED.fullmatch(note)
    if found is None:
        return None
    proposal, read, label, why = found.group("proposal", "read", "label", "why")
    if label:
        field = next(name for name, said in _NAMES.items() if said == label)
        return ProposedReading(field, proposal.removeprefix("«\u202f").removesuffix("\u202f»"), read, why)
    places = _PLACES.fullmatch(proposal)
    return ProposedReading("places", places[1], read, why) if places else ProposedReading("amount", proposal, read, why)


def _names(line: LineRecord, rivals: Mapping[str, Mapping[str, _Rival]]) -> Iterator[str]:
    for field, label in _NAMES.items():
        read = getattr(line, field)
        rival = rivals[field].get(read)
        # A sure line is believed against a name that merely comes near; look-alike letters are always said.
        if rival and (shape(read) == shape(rival.text) or line.certainty < SURE):
            why = _ELSEWHERE.format(times=rival.times)
            yield PROPOSAL.format(proposal=_quoted(rival.text), read=f"{_quoted(read)}, {label}", why=why)


def _quoted(text: str) -> str:
    return f"«\u202f{text}\u202f»"


def _rivals(lines: Sequence[LineRecord], field: str) -> dict[str, _Rival]:
    """For each name that may be a misreading of one read far more often, that one."""
    printed = {line.line: getattr(line, field) for line in lines if getattr(line, field)}
    times = Counter(printed.values())
    usual = [(text, count) for text, count in times.most_common() if count >= MORE_OFTEN]
    rivals = {}
    for text, count in times.items():
        near = (_Rival(other, more) for other, more in usual if more >= MORE_OFTEN * count)
        rival = next((other for other in near if may_be_misread(text, other.text)), None)
        if rival:
            rivals[text] = rival
    return rivals


def _lines_of_open_totals(
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
                said.setdefault(place, _OPEN_NOTE.format(total=euros(check.total.amount)))
    return said


def _places(check: CheckRecord) -> list[tuple[int, int | None]]:
    return [(line, check.total.year) for line in check.total.lines]
