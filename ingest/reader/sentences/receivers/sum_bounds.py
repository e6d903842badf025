"""Several sums in one sentence: which are sums of their own, where each one's words end, which side its name is on.

What enters: a clause that grants and its amounts. What leaves: the amounts to place, each between its neighbours, and
the wholes whose named parts they are. Nothing is placed here.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import LineRecord
from ingest.reader.sentences.clauses.costs import ASKED_AFTER
from ingest.reader.sentences.clauses.granted_sums import is_price_of, is_total, stated_sums
from ingest.reader.sentences.names.beneficiaries import find_beneficiary
from ingest.reader.sums.counted_money import CountedMoney
from ingest.reader.sums.rounding import agrees
from ingest.reader.values.amounts_in_text import FoundAmount, find_amounts, words_before
from ingest.reader.vocabulary.beside_amounts import COST_BEFORE
from ingest.reader.vocabulary.grants import NOT_BENEFICIARIES, TO
from ingest.reader.vocabulary.sums import PART_OF, TAXED

# « 900 €, et à la Chorale »
_JOINS_NEXT = re.compile(r"\s*(?:[,;]\s*(?:et |puis )?|et |puis |ainsi qu'?e? ?)(?=(?:a l'|a la |au |aux ))")
# In a sentence of several sums: each name before its amount, after it, or no telling.
Order = Literal["names first", "amounts first", "unsure"]


def with_named_parts(
    text: str, kept: Sequence[FoundAmount], before: Sequence[LineRecord], *, ends_list: bool
) -> tuple[list[FoundAmount], list[FoundAmount]]:
    """(sums, wholes): « 900 €, soit 500 € au club et 400 € à la chorale » is two sums and the whole of them. `before`:
    the lines of the decisions before this one."""
    sums, wholes = [], []
    for head, end in zip(kept, [*(one.start for one in kept[1:]), len(text)], strict=False):
        parts = [
            one._replace(start=one.start + head.end, end=one.end + head.end)
            for one in stated_sums(text[head.end : end])
        ]
        adds_up = len(parts) > 1 and sum(one.amount.value for one in parts) == head.amount.value
        if adds_up and len(_names_of(text, parts, head.end, end)) == len(parts):
            sums += parts
            wholes.append(head)
        else:
            sums.append(head)
    # « 500 € au club et 400 € à la chorale, soit 900 € »
    added = sum(one.amount.value for one in sums)
    said = (one for one in find_amounts(text) if len(sums) > 1 and one.start > sums[-1].end)
    wholes += [one for one in said if one.amount.value == added][:1]
    return _named_parts(text, sums, fewest=1 if ends_list or _ends_lines(text, sums, before) else 2), wholes


def bounded(text: str, kept: Sequence[FoundAmount], counted: CountedMoney) -> Iterator[tuple[FoundAmount, int, int]]:
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
    bounds = [
        one
        for one in every
        if one.start in starts or not (_is_beside(lowered, one) or is_price_of(lowered, one, every))
    ]
    firsts, ends = [one.start for one in bounds], [one.end for one in bounds]
    for found in sums:
        before, after = bisect_right(ends, found.start), bisect_left(firsts, found.end)
        yield found, ends[before - 1] if before else 0, firsts[after] if after < len(firsts) else len(text)


def order_of(text: str, sums: Sequence[tuple[FoundAmount, int, int]]) -> Order:
    """« à A 500 €, à B 300 € » or « 500 € à A, 300 € à B »: told by which end of the sentence has no name."""
    if len(sums) < 2:
        return "amounts first"
    first, last, end = sums[0][0], sums[-1][0], sums[-1][2]
    opens = find_beneficiary(text, first.start, first.end, high=first.end, only_before=True)
    closes = find_beneficiary(text, last.end, last.end, low=last.end, high=end)
    if not closes and (opens or _opens_without_name(plain(text), first)):
        return "names first"
    return "unsure" if opens and closes and opens.name != closes.name else "amounts first"


def _opens_without_name(lowered: str, first: FoundAmount) -> bool:
    """« à l'école 900 €, et à la Chorale 300 € »: whether nobody by name stands before the first sum, and somebody else
    behind what joins the next one to it."""
    places = (to.end() for to in TO.finditer(lowered, 0, first.start))
    return _JOINS_NEXT.match(lowered, first.end) is not None and any(
        not NOT_BENEFICIARIES.match(lowered, place) for place in places
    )


def _named_parts(text: str, kept: list[FoundAmount], *, fewest: int) -> list[FoundAmount]:
    """« 500 € au club, 300 € à la chorale, soit un total de 800 € »: each named sum, then their total."""
    lowered = plain(text)
    if len(kept) != 1 or not is_total(lowered, kept[0]):
        return kept
    before = stated_sums(text[: kept[0].start])
    names = len(_names_of(text, before, 0, kept[0].start))
    # « 500 € au club, 200 € et 100 € à la chorale, soit 800 € »
    adds_up = names > 1 and sum(one.amount.value for one in before) == kept[0].amount.value
    return [*before, *kept] if len(before) >= fewest and (adds_up or names == len(before)) else kept


def beside_total(text: str, kept: Sequence[FoundAmount]) -> list[FoundAmount]:
    """« 1 600 € en tout, soit 450 € au club et à la chorale, 210 € au foyer »: the sums of several that are named, and
    that the only one of `kept`, a total, is not made of."""
    if len(kept) != 1 or not is_total(plain(text), kept[0]):
        return []
    start, end = kept[0].end, len(text)
    after = [one._replace(start=one.start + start, end=one.end + start) for one in stated_sums(text[start:])]
    own = find_beneficiary(text, kept[0].start, kept[0].end, high=after[0].start) if after else None
    others = _names_of(text, after, start, end) - {own.name} if own and not own.doubt else set()
    if others and re.search(r"\bet une? ", plain(text[start : after[0].start])):
        return after  # « trois aides au Bief d'un total de 900 € et une aide de 80 € à la Ruche »
    sides = ((stated_sums(text[: kept[0].start]), 0, kept[0].start), (after, start, end))
    return [one for parts, low, high in sides if len(_names_of(text, parts, low, high)) > 1 for one in parts]


def _ends_lines(text: str, stated: Sequence[FoundAmount], before: Sequence[LineRecord]) -> bool:
    """« à la Caisse des écoles 900 €, soit un total de 2 400 € »: whether the one sum in front of a whole adds up to it
    with the last lines of the decisions `before`."""
    parts = stated_sums(text[: stated[0].start]) if len(stated) == 1 and before else []
    sums = accumulate(line.amount for line in reversed(before))
    return len(parts) == 1 and any(agrees(stated[0].amount, one + parts[0].amount.value) for one in sums)


def _names_of(text: str, parts: Sequence[FoundAmount], low: int, high: int) -> set[str]:
    """The beneficiaries of these amounts, which stand between `low` and `high`."""
    lows = [low, *(one.end for one in parts[:-1])]
    highs = [*(one.start for one in parts[1:]), high]
    bounds = list(zip(parts, lows, highs, strict=False))
    only_before = order_of(text, bounds) == "names first"
    return {
        receives.name
        for one, start, end in bounds
        if (receives := find_beneficiary(text, one.start, one.end, low=start, high=end, only_before=only_before))
    }


def _is_beside(lowered: str, one: FoundAmount) -> bool:
    """A part told in passing, a unit price or a cost."""
    if (
        ASKED_AFTER.match(lowered, one.end)
        or _is_in_brackets(lowered, one.start)
        or PART_OF.match(lowered, one.end)
        or TAXED.match(lowered, one.end)
    ):
        return True
    return COST_BEFORE.search(words_before(lowered, one)) is not None


def _is_in_brackets(lowered: str, place: int) -> bool:
    """« (dont 2 000 € … », « (500 € en 2030) »: told in passing."""
    return lowered.rfind("(", 0, place) > lowered.rfind(")", 0, place)
