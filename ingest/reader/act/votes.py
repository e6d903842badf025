"""Votes of an act: one for the whole act, or one for each group of articles.

What enters: the steps of the act. What leaves: votes with the counts, the result and the groups as printed. Counts that
are not printed stay None: nothing is worked out from the others.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import dropwhile, takewhile
from typing import Any

from ingest.reader.act.flow.steps import Step
from ingest.reader.act.flow.vote_counts import Count, find_counts
from ingest.reader.act.flow.vote_lines import find_result, is_vote_line
from ingest.reader.act.tables.vote_tables import read_vote_lines
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Source, VoteRecord
from ingest.reader.vocabulary.acts import ADOPTED_AT_ONCE, ADOPTED_WORD, VOICES, VOTE_DETAILS, VOTED

# « DÉCIDE par 24 voix pour (groupe A), 7 voix contre (groupe B) : »
_VOICED = re.compile(
    r"(?:(?:decide|delibere|adopte|approuve|attribue|accorde|vote)(?:nt)?|(?:est|sont) \w+ees?)"
    rf",? {VOTED}"
)
_BY_VOICES = re.compile(r"\bpar \d+ voix pour\b|\bont vote (?:pour|contre) ?\(")
_ONE_GROUP = re.compile(r"(?:le |du )?groupe [^,;\d]+")
_COUNTED = frozenset(item.name for item in fields(VoteRecord))


@dataclass(slots=True)
class _Ballot:
    result: str = ""
    articles: list[int] = field(default_factory=list)
    counts: dict[str, Count] = field(default_factory=dict)
    source: Source | None = None
    over: bool = False  # its counts or its final result are printed: a decision after them is of the next ballot

    def take(self, counts: Iterable[Count], source: Source) -> None:
        for count in _added_up(list(counts)):
            if count.field in _COUNTED:
                # Said again closer to the vote, after members came and went, the later figure holds.
                before = self.counts.get(count.field)
                if before is not None and count.named and not before.named:
                    count = replace(before, detail=before.detail or count.detail)
                same = before is not None and before.figure == count.figure and not count.detail
                self.counts[count.field] = replace(count, detail=before.detail) if same and before else count
                self.source = self.source or source


def _added_up(counts: Sequence[Count]) -> list[Count]:
    """« Pour : 8 (groupe A), Contre : 3 (groupe B), Pour : 5 (groupe C) »: 13 for. Only where each is of one group."""
    whole = list(counts)
    for voice in VOICES:
        told = [count for count in whole if count.field == voice]
        groups = {count.detail for count in told if _ONE_GROUP.fullmatch(plain(count.detail))}
        if len(told) > 1 and len(groups) == len(told) and all(count.figure is not None for count in told):
            detail = ", ".join(f"{count.detail} ({count.figure})" for count in told)
            added = replace(told[0], figure=sum(count.figure or 0 for count in told), detail=detail)
            whole = [added if count is told[0] else count for count in whole if count not in told[1:]]
    return whole


def read_votes(steps: Sequence[Step]) -> tuple[VoteRecord, ...]:
    """The votes of the act, in order. `articles` is empty where one vote bears on the whole act."""
    ballots = [ballot for ballot in _ballots(steps) if ballot.result or ballot.counts]
    ballots = ballots or _of_report(steps)
    head = _head_counts(steps)
    if len(ballots) < 2 and not any(set(VOICES) & set(ballot.counts) for ballot in ballots):
        columns = read_vote_lines([step.paragraph.text for step in steps])
        if columns:
            return (replace(columns, result=ballots[0].result if ballots else ""),)
    if len(ballots) == 1:
        return (_record(ballots[0], head, whole=True),)
    return tuple(_record(ballot, {}, whole=False) for ballot in ballots)


def _of_report(steps: Sequence[Step]) -> list[_Ballot]:
    """« Adopté à l'unanimité – 34 voix pour », or « Pour : 21 », « Contre : 3 », under a report that no deliberation
    follows; over one, these are what a committee thinks of it."""
    decides = any(step.role in ("deciding", "item") for step in steps)
    adopts = _adopts_at_once if decides else _adopts
    told = dropwhile(lambda step: step.role not in ("head", "expose") or not adopts(step), steps)
    adopted = next(told, None)
    if adopted is None:
        return []
    ballot = _Ballot(find_result(adopted.paragraph.text))
    for step in (adopted, *takewhile(lambda step: is_vote_line(step.plain), told)):
        ballot.take(find_counts(step.paragraph.text), step.paragraph.source)
    return [ballot] if ballot.result or len(set(VOICES) & set(ballot.counts)) > 1 else []


def _adopts(step: Step) -> bool:
    if not is_vote_line(step.plain):
        return _adopts_at_once(step)
    voices = (count for count in find_counts(step.paragraph.text) if count.field in VOICES)
    return any(voices) or find_result(step.paragraph.text) != ""


def _adopts_at_once(step: Step) -> bool:
    return ADOPTED_AT_ONCE.match(step.plain) is not None


def _ballots(steps: Iterable[Step]) -> Iterable[_Ballot]:
    ballot = _Ballot()
    for step in steps:
        if ballot.over and (step.role in ("deciding", "item") or step.is_entry()):
            yield ballot
            ballot = _Ballot()
        if step.role in ("deciding", "item"):
            _decided(ballot, step)
        elif step.role == "vote":
            _voted(ballot, step)
        elif step.role in ("after", "persons"):
            _told_of_members(ballot, step)
    yield ballot


def _told_of_members(ballot: _Ballot, step: Step) -> None:
    """Sentences about members tell how many were there, and how they voted only where they say what came of it."""
    adopted = ADOPTED_WORD.search(step.plain) is not None
    by_voices = _BY_VOICES.search(step.plain) is not None
    tells = (adopted or by_voices) and not set(VOICES) & set(ballot.counts)
    counts = find_counts(step.paragraph.text)
    ballot.take((count for count in counts if tells or count.field not in VOICES), step.paragraph.source)
    if not ballot.result and adopted:
        ballot.result = find_result(step.paragraph.text)


def _decided(ballot: _Ballot, step: Step) -> None:
    if step.article is not None:
        ballot.articles.append(step.article)
    voiced = _VOICED.match(step.plain)
    whole = step.role == "deciding" or voiced
    opening = step.paragraph.text if whole else step.paragraph.text[: step.start + 200]
    if whole or step.start:
        result = find_result(opening)
        if result:
            ballot.result = result
            ballot.source = ballot.source or step.paragraph.source
        voices = find_counts(opening)
        ballot.take(voices, step.paragraph.source)


def _voted(ballot: _Ballot, step: Step) -> None:
    counts = find_counts(step.paragraph.text)
    result = find_result(step.paragraph.text)
    ballot.take(counts, step.paragraph.source)
    if result and not (ballot.result and result.casefold().startswith(("adopt", "approuv"))):
        ballot.result = result
        ballot.source = ballot.source or step.paragraph.source
    ballot.over = ballot.over or bool(result) or any(count.field in VOICES for count in counts)


def _head_counts(steps: Iterable[Step]) -> dict[str, Count]:
    """« Présents : 40 », « Pouvoirs : 5 » printed under the list of members."""
    counts: dict[str, Count] = {}
    for step in steps:
        if step.role == "head":
            for count in find_counts(step.paragraph.text):
                if count.field in ("present", "proxies"):
                    counts.setdefault(count.field, count)
    return counts


def _record(ballot: _Ballot, head: Mapping[str, Count], *, whole: bool) -> VoteRecord:
    counts = {**head, **ballot.counts}
    printed: dict[str, Any] = {name: count.figure for name, count in counts.items()}
    printed |= {VOTE_DETAILS[name]: one.detail for name, one in counts.items() if name in VOTE_DETAILS and one.detail}
    articles = () if whole else tuple(ballot.articles)
    return VoteRecord(result=ballot.result, articles=articles, source=ballot.source, **printed)
