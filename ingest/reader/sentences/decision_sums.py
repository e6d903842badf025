"""One decision of an act → the lines that it grants, the totals that it states, the sums that name nobody.

What enters: the paragraphs of a decision and what the tables already count. What leaves: lines, totals, leftovers, and
the sums that it only repeats (a signature, an agreement). This stage sees no other decision.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from ingest.reader.act.act_flow import Step
from ingest.reader.act.articles import Mode, clauses, stated_sums, unmarked
from ingest.reader.paragraphs.plain_text import Sentence, plain
from ingest.reader.records import Leftover, LineRecord, Paragraph, TotalRecord
from ingest.reader.sentences.beneficiaries import Beneficiary, find_beneficiary, find_entry, find_inline_entry
from ingest.reader.sentences.grant_vocabulary import LISTED_ELSEWHERE, TOTAL_OF
from ingest.reader.sentences.sentence_years import year_of
from ingest.reader.sentences.stated_sums import REACH, Stated, total_of
from ingest.reader.sums.counted_money import ROUND, CountedMoney, Numbers, is_alike
from ingest.reader.text import FoundAmount, find_amounts

TABLE = "decision"
# In a sentence of several sums: each name before its amount, after it, or no telling.
Order = Literal["names first", "amounts first", "unsure"]
# How sure a line is that a decision states in a sentence.
CERTAINTY, DOUBTFUL = 0.9, 0.5
ORDER_NOTE = "plusieurs noms autour de plusieurs sommes : bénéficiaire à vérifier"
NO_BENEFICIARY = "somme accordée sans bénéficiaire nommé"
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
    for step, text in zip(group, texts, strict=True):
        opening = texts[0] if step is not group[0] else ""
        for clause, does in clauses(text, mode):
            mode = does
            if mode == "repeats":
                out.repeated += [Repeated(found.amount.value, whole, step.paragraph) for found in find_amounts(clause)]
            elif mode == "undoes":
                out.leftovers += [Leftover(clause, UNDONE, step.paragraph.source) for _ in find_amounts(clause)][:1]
            elif mode == "grants":
                sums = list(_sums(clause, act.counted))
                order = _order(clause, sums)
                for found, low, high in sums:
                    one = _Sum(step.paragraph, clause, found, low, high, listed, opening, order)
                    _place(one, act, first_line, out)
    return out


@dataclass(frozen=True, slots=True)
class _Sum:
    """One amount between its neighbours. `listed`: the decision has its beneficiaries in a list or an annex; `opening`:
    what it opens with, where the amount stands further down; `order`: of names and amounts, where there are several."""

    paragraph: Paragraph
    text: str
    found: FoundAmount
    low: int
    high: int
    listed: bool
    opening: str
    order: Order

    @property
    def first(self) -> int:
        """Where the first amount of the text stands."""
        return next(find_amounts(self.text)).start

    @property
    def is_total(self) -> bool:
        return TOTAL_OF.search(plain(self.text)[self.low : self.found.start]) is not None


def _sums(text: str, counted: CountedMoney) -> Iterator[tuple[FoundAmount, int, int]]:
    """The sums of a paragraph with the end of the one before and the start of the one after.

    A part of a sum is left out, unless it is itself the sum of a group of lines: « 900 €, soit 500 € pour le sport… ».
    """
    kept = _named_parts(text, stated_sums(text))
    every = list(find_amounts(text))
    kept += [one for one in every if one not in kept and counted.lines_adding_up_to(one.amount.value)]
    # « 3 400 € (dont 2 000 € pour l'école) au club »: what is in brackets bounds nothing.
    lowered = plain(text)
    places = [(found.start, found.end) for found in every if found in kept or not _is_in_brackets(lowered, found.start)]
    for found in sorted(kept, key=lambda found: found.start):
        before = [end for _, end in places if end <= found.start]
        after = [start for start, _ in places if start >= found.end]
        yield found, max(before, default=0), min(after, default=len(text))


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


def _named_parts(text: str, kept: list[FoundAmount]) -> list[FoundAmount]:
    """« 500 € au club, 300 € à la chorale, soit un total de 800 € »: each named sum, then their total."""
    if len(kept) != 1 or not TOTAL_OF.search(plain(text)[max(0, kept[0].start - REACH) : kept[0].start]):
        return kept
    before = stated_sums(text[: kept[0].start])
    ends = [0, *(one.end for one in before)]
    starts = [*(one.start for one in before[1:]), kept[0].start]
    only_before = _order(text, list(zip(before, ends, starts, strict=False))) == "names first"
    names = [
        receives.name
        for one, low, high in zip(before, ends, starts, strict=False)
        if (receives := find_beneficiary(text, one.start, one.end, low=low, high=high, only_before=only_before))
    ]
    return [*before, *kept] if len(before) > 1 and len(set(names)) == len(before) else kept


def _is_in_brackets(lowered: str, place: int) -> bool:
    """« (dont 2 000 € … »: a part told in passing."""
    return re.search(r"\((?:dont|soit|y compris)\b[^()]*$", lowered[:place]) is not None


def _place(one: _Sum, act: Act, first_line: int, out: DecisionSums) -> None:
    found, value = one.found, one.found.amount.value
    receives = (
        find_entry(one.text, found.start)
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


def _in_sentence(one: _Sum, out: DecisionSums) -> Beneficiary | None:
    found, before = one.found, one.order == "names first"
    receives = find_beneficiary(one.text, found.start, found.end, low=one.low, high=one.high, only_before=before)
    if receives is None and before and one.low and not one.is_total and out.lines:
        # « au CCAS une subvention de 900 €, une aide de 300 € »: the one named last receives both.
        return Beneficiary(out.lines[-1].operator)
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
