"""One decision of an act → the lines that it grants, the totals that it states, the sums that name nobody.

What enters: the paragraphs of a decision and what the tables already count. What leaves: lines, totals, leftovers, and
the sums that it only repeats (a signature, an agreement). This stage sees no other decision.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from ingest.reader.act.act_flow import Step
from ingest.reader.act.articles import Mode, clauses, stated_sums, unmarked
from ingest.reader.paragraphs.plain_text import Sentence, plain
from ingest.reader.records import Leftover, LineRecord, Paragraph, TotalRecord
from ingest.reader.sentences.beneficiaries import (
    Beneficiary,
    find_beneficiary,
    find_entry,
    find_inline_entry,
    purpose_at,
)
from ingest.reader.sentences.grant_vocabulary import COST_BEFORE, INCREASE, LISTED_ELSEWHERE, PART_OF, TOTAL_OF
from ingest.reader.sentences.sentence_years import year_of
from ingest.reader.sentences.shared_sums import share_out
from ingest.reader.sentences.stated_sums import REACH, Stated, total_of
from ingest.reader.sums.counted_money import ROUND, CountedMoney, Numbers, is_alike
from ingest.reader.text import FoundAmount, find_amounts

TABLE = "decision"
# In a sentence of several sums: each name before its amount, after it, or no telling.
Order = Literal["names first", "amounts first", "unsure"]
# How sure a line is that a decision states in a sentence.
CERTAINTY, DOUBTFUL = 0.9, 0.5
ORDER_NOTE = "plusieurs noms autour de plusieurs sommes : bénéficiaire à vérifier"
_IN_PASSING = re.compile(r"\((?:dont|soit|y compris)\b")
NO_BENEFICIARY = "somme accordée sans bénéficiaire nommé"
SHARED = "même somme, ou sommes respectives, pour plusieurs bénéficiaires que la phrase ne sépare pas"
UNDONE = "somme d’une subvention déjà votée, que l’acte annule, modifie ou prolonge"


@dataclass(frozen=True, slots=True)
class Repeated:
    """A sum that a signature or an agreement states: it should be counted elsewhere."""

    amount: Decimal
    text: str
    paragraph: Paragraph


@dataclass(slots=True)
class DecisionSums:
    """What one decision states."""

    lines: list[LineRecord] = field(default_factory=list)
    totals: list[TotalRecord] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    repeated: list[Repeated] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Act:
    """What the sums of an act have in common."""

    department: str
    year: int | None
    counted: CountedMoney


def read_sums(group: Sequence[Step], act: Act, first_line: int) -> DecisionSums:
    """The sums of one decision. Its lines are numbered from `first_line`."""
    out = DecisionSums()
    texts = [group[0].paragraph.text[group[0].start :], *map(unmarked, group[1:])]
    whole = " ".join(texts)
    listed = LISTED_ELSEWHERE.search(plain(whole)) is not None or group[0].plain.rstrip().endswith(":")
    mode: Mode = "says"
    for place, (step, text) in enumerate(zip(group, texts, strict=True)):
        opening = texts[0] if step is not group[0] else ""
        for clause, does in clauses(text, mode):
            mode = does
            if mode == "repeats":
                out.repeated += [Repeated(found.amount.value, whole, step.paragraph) for found in find_amounts(clause)]
            elif mode == "undoes":
                _place_change(step, clause, act, first_line, out)
            elif mode == "grants":
                shared = share_out(clause, texts[place + 1 :])
                if shared is None:
                    _place_all(step, clause, listed, opening, act, first_line, out)
                else:
                    _place_shared(step, clause, shared, act, first_line, out)
    return out


@dataclass(frozen=True, slots=True)
class _Sum:
    """One amount between its neighbours. `listed`: the decision has its beneficiaries in a list or an annex; `opening`:
    what it opens with, where the amount stands further down; `order`: of names and amounts, where there are several;
    `first`: where the first amount of the text stands; `entry`: where the figures of an entry begin, « Voyage :
    30 € par élève, soit 540 € »."""

    paragraph: Paragraph
    text: str
    found: FoundAmount
    low: int
    high: int
    listed: bool
    opening: str
    order: Order
    first: int = 0
    entry: int = 0

    @property
    def is_total(self) -> bool:
        before = plain(self.text)[max(self.low, self.found.start - REACH) : self.found.start]
        return TOTAL_OF.search(before) is not None


def _place_all(
    step: Step, clause: str, listed: bool, opening: str, act: Act, first_line: int, out: DecisionSums
) -> None:
    """Each sum of a clause, then the wholes whose parts they are."""
    kept, wholes = _with_named_parts(clause, stated_sums(clause), ends_list=bool(out.lines))
    sums = list(_bounded(clause, kept, act.counted))
    order = _order(clause, sums)
    before = len(out.lines)
    first = next((one.start for one in find_amounts(clause)), 0)
    for found, low, high in sums:
        priced = found is sums[0][0] and first < found.start
        one = _Sum(
            step.paragraph, clause, found, low, high, listed, opening, order, first, first if priced else found.start
        )
        _place(one, act, first_line, out)
    for whole in wholes:
        one = _Sum(step.paragraph, clause, whole, 0, len(clause), listed, opening, order)
        out.totals.append(_total(one, act, tuple(line.line for line in out.lines[before:])))


def _place_change(step: Step, clause: str, act: Act, first_line: int, out: DecisionSums) -> None:
    """« porter de 5 000 € à 7 000 € la subvention de…, soit une augmentation de 2 000 € »: the increase is a grant."""
    found = list(find_amounts(clause))
    lowered = plain(clause)
    for one in found:
        receives = find_beneficiary(clause, one.start, one.end) if INCREASE.search(lowered[: one.start]) else None
        if receives:
            increase = _Sum(step.paragraph, clause, one, 0, len(clause), False, "", "amounts first")
            out.lines.append(_line(increase, receives, act, first_line + len(out.lines)))
            return
    if found:
        out.leftovers.append(Leftover(clause, UNDONE, step.paragraph.source))


def _place_shared(
    step: Step,
    clause: str,
    shared: Sequence[tuple[FoundAmount, Beneficiary]],
    act: Act,
    first_line: int,
    out: DecisionSums,
) -> None:
    """« 500 € à chacune de… », « respectivement 500 € et 700 € à… »: a line a name; a leftover where none is told."""
    if not shared:
        out.leftovers.append(Leftover(clause, SHARED, step.paragraph.source))
    for found, receives in shared:
        one = _Sum(step.paragraph, clause, found, 0, len(clause), True, "", "amounts first")
        counted = act.counted.lines_of(found.amount.value, receives.name)
        if counted:
            out.totals.append(_total(one, act, counted))
        else:
            out.lines.append(_line(one, receives, act, first_line + len(out.lines)))


def _with_named_parts(
    text: str, kept: Sequence[FoundAmount], *, ends_list: bool
) -> tuple[list[FoundAmount], list[FoundAmount]]:
    """(sums, wholes): « 900 €, soit 500 € au club et 400 € à la chorale » is two sums and the whole of them."""
    sums, wholes = [], []
    for head, end in zip(kept, [*(one.start for one in kept[1:]), len(text)], strict=False):
        parts = [
            one._replace(start=one.start + head.end, end=one.end + head.end)
            for one in stated_sums(text[head.end : end])
        ]
        adds_up = len(parts) > 1 and sum(one.amount.value for one in parts) == head.amount.value
        if adds_up and _are_named(text, parts, head.end, end):
            sums += parts
            wholes.append(head)
        else:
            sums.append(head)
    return _named_parts(text, sums, fewest=1 if ends_list else 2), wholes


def _bounded(text: str, kept: Sequence[FoundAmount], counted: CountedMoney) -> Iterator[tuple[FoundAmount, int, int]]:
    """The sums of a paragraph with the end of the one before and the start of the one after.

    A part of a sum is left out, unless it is itself the sum of a group of lines: « 900 €, soit 500 € pour le sport… ».
    """
    every = list(find_amounts(text))
    starts = {one.start for one in kept}
    added = (one for one in every if one.start not in starts and counted.lines_adding_up_to(one.amount.value))
    sums = sorted((*kept, *added), key=lambda one: one.start)
    starts = {one.start for one in sums}
    # « 3 400 € (dont 2 000 € pour l'école) au club », « 650 € par élève, soit 39 000 € », « sur un coût de 9 000 € »:
    # none bounds a name.
    lowered = plain(text)
    bounds = [one for one in every if one.start in starts or not _is_beside(lowered, one)]
    firsts, ends = [one.start for one in bounds], [one.end for one in bounds]
    for found in sums:
        before, after = bisect_right(ends, found.start), bisect_left(firsts, found.end)
        yield found, ends[before - 1] if before else 0, firsts[after] if after < len(firsts) else len(text)


def _order(text: str, sums: Sequence[tuple[FoundAmount, int, int]]) -> Order:
    """« à A 500 €, à B 300 € » or « 500 € à A, 300 € à B »: told by which end of the sentence has no name."""
    if len(sums) < 2:
        return "amounts first"
    first, last, end = sums[0][0], sums[-1][0], sums[-1][2]
    opens = find_beneficiary(text, first.start, first.end, high=first.end, only_before=True)
    closes = find_beneficiary(text, last.end, last.end, low=last.end, high=end)
    if opens and not closes:
        return "names first"
    return "unsure" if opens and closes and opens.name != closes.name else "amounts first"


def _named_parts(text: str, kept: list[FoundAmount], *, fewest: int) -> list[FoundAmount]:
    """« 500 € au club, 300 € à la chorale, soit un total de 800 € »: each named sum, then their total. One alone may
    end a list whose other entries stand above."""
    if len(kept) != 1 or not TOTAL_OF.search(plain(text)[max(0, kept[0].start - REACH) : kept[0].start]):
        return kept
    before = stated_sums(text[: kept[0].start])
    return [*before, *kept] if len(before) >= fewest and _are_named(text, before, 0, kept[0].start) else kept


def _are_named(text: str, parts: Sequence[FoundAmount], low: int, high: int) -> bool:
    """Whether each of several amounts between `low` and `high` has a beneficiary of its own."""
    if not parts:
        return False
    lows = [low, *(one.end for one in parts[:-1])]
    highs = [*(one.start for one in parts[1:]), high]
    bounds = list(zip(parts, lows, highs, strict=True))
    only_before = _order(text, bounds) == "names first"
    names = [
        receives.name
        for one, start, end in bounds
        if (receives := find_beneficiary(text, one.start, one.end, low=start, high=end, only_before=only_before))
    ]
    return len(set(names)) == len(parts)


def _is_beside(lowered: str, one: FoundAmount) -> bool:
    """A part told in passing, a unit price or a cost."""
    if _is_in_brackets(lowered, one.start) or PART_OF.match(lowered, one.end):
        return True
    return COST_BEFORE.search(lowered[max(0, one.start - REACH) : one.start]) is not None


def _is_in_brackets(lowered: str, place: int) -> bool:
    """« (dont 2 000 € … »: a part told in passing."""
    opened = lowered.rfind("(", 0, place)
    return opened > lowered.rfind(")", 0, place) and _IN_PASSING.match(lowered, opened) is not None


def _place(one: _Sum, act: Act, first_line: int, out: DecisionSums) -> None:
    found, value = one.found, one.found.amount.value
    receives = (
        _entry(one)
        or (find_inline_entry(one.text, one.first, one.low, found.start) if one.listed else None)
        or _in_sentence(one, out)
    )
    if one.is_total and out.lines:
        out.totals.append(_total(one, act, tuple(line.line for line in out.lines)))
        return
    repeated = _counted(value, receives, one, act.counted)
    if repeated is not None:
        out.totals.append(_total(one, act, repeated))
    elif receives:
        out.lines.append(_line(one, receives, act, first_line + len(out.lines)))
    elif any(line.amount == value for line in out.lines):
        out.totals.append(_total(one, act, tuple(line.line for line in out.lines if line.amount == value)))
    elif one.listed:
        out.totals.append(_total(one, act, ()))
    else:
        out.leftovers.append(Leftover(one.text, NO_BENEFICIARY, one.paragraph.source))


def _entry(one: _Sum) -> Beneficiary | None:
    """The name of an entry of a list; the unit price after it is what the money is for."""
    receives = find_entry(one.text, one.entry)
    if receives is None and one.entry < one.found.start:
        return find_entry(one.text, one.found.start)
    price = re.sub(r"[\s.…:=,()]+(?:soit\s*)?$", "", one.text[one.entry : one.found.start])
    return replace(receives, purpose=price) if receives and price else receives


def _in_sentence(one: _Sum, out: DecisionSums) -> Beneficiary | None:
    found, before = one.found, one.order == "names first"
    receives = find_beneficiary(one.text, found.start, found.end, low=one.low, high=one.high, only_before=before)
    if receives is None and before and one.low and not one.is_total and out.lines:
        # « au CCAS une subvention de 900 €, une aide de 300 € »: the one named last receives both.
        return Beneficiary(out.lines[-1].operator, purpose_at(one.text, found.end, one.high))
    return replace(receives, doubt=ORDER_NOTE) if receives and one.order == "unsure" else receives


def _counted(value: Decimal, receives: Beneficiary | None, one: _Sum, counted: CountedMoney) -> Numbers | None:
    """The lines that the sum states again: empty where the check is to say which, None where no table counts it."""
    single = counted.lines_of(value, receives.name if receives else "")
    if single:
        return single
    several = counted.lines_adding_up_to(value)
    if not several:
        return None
    if receives and value % ROUND == 0:
        # A round sum may equal that of strangers: it must be of lines of this beneficiary.
        operators = {line.operator for line in counted.lines if line.line in several}
        return several if any(is_alike(operator, receives.name) for operator in operators) else None
    return several if value % ROUND else ()


def _total(one: _Sum, act: Act, lines: Numbers) -> TotalRecord:
    lowered = plain(one.text)
    sentence = Sentence(one.text, 0, len(one.text))
    stated = Stated(one.found, sentence, lowered[max(one.low, one.found.start - REACH) : one.found.start])
    headings = (one.opening.strip(" :"),) if one.opening else ()
    return total_of(stated, one.paragraph, headings, where="decision", year=act.year, lines=lines)


def _line(one: _Sum, receives: Beneficiary, act: Act, number: int) -> LineRecord:
    found = one.found
    return LineRecord(
        line=number,
        table=TABLE,
        operator=receives.name,
        year=year_of(one.text, found.start, found.end) or act.year,
        amount=found.amount.value,
        amount_text=found.amount.text,
        source=one.paragraph.source,
        department=act.department,
        action=receives.action or receives.purpose,
        detail=receives.purpose if receives.action else "",
        certainty=DOUBTFUL if receives.doubt else CERTAINTY,
        notes=(receives.doubt,) if receives.doubt else (),
    )
