"""Leaders drawn as rules: « Association X ________ 1 500 € », drawn and not typed, or dashes that a scan joined.

Takes a page; gives its rules without those that lead from a word to another on the same printed line. Points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from math import inf
from typing import Final

from ingest.reader.records import Page, Rule, Word

# Points. A shorter rule is a dash.
SHORTEST: Final = 8.0
# Times the type size. White between a leader and the words on both sides of it, at most.
BESIDE: Final = 1.0
# Points. How far a rule may reach into the box of a word, and how near an upright rule makes it the side of a cell.
TOUCHING: Final = 2.0


def without_rule_leaders(page: Page) -> Sequence[Rule]:
    """The rules of the page without those that lead from one word to the next; the same object where none does."""
    across = [rule for rule in page.rules if not rule.vertical and rule.x1 - rule.x0 >= SHORTEST]
    if not across:
        return page.rules
    upright = [rule for rule in page.rules if rule.vertical]
    # Most rules are sides of cells.
    loose = [rule for rule in across if not _ends_at(rule, upright)]
    words = _by_level(page.words, sorted({rule.y0 for rule in loose})) if loose else {}
    leaders = {rule for rule in loose if _leads(rule, words[rule.y0])}
    return tuple(rule for rule in page.rules if rule not in leaders) if leaders else page.rules


def _by_level(words: Iterable[Word], levels: Sequence[float]) -> dict[float, list[Word]]:
    """The upright words that each of these levels, from top to bottom, passes through."""
    found: dict[float, list[Word]] = {level: [] for level in levels}
    ends = [*levels, inf]
    # Most words are met by none.
    met = [word for word in words if ends[bisect_left(ends, word.box[1])] <= word.box[3] and not word.angle]
    for word in met:
        for level in levels[bisect_left(levels, word.box[1]) : bisect_right(levels, word.box[3])]:
            found[level].append(word)
    return found


def _leads(rule: Rule, words: Iterable[Word]) -> bool:
    """Whether a word ends where the rule begins, and another begins where it ends, all of one line, none in between."""
    before = after = False
    for word in words:
        x0, y0, x1, y1 = word.box
        if y0 + word.size / 4 < rule.y0 <= y1:
            if x0 < rule.x1 - TOUCHING and x1 > rule.x0 + TOUCHING:
                return False
            before = before or -TOUCHING <= rule.x0 - x1 <= BESIDE * word.size
            after = after or -TOUCHING <= x0 - rule.x1 <= BESIDE * word.size
    return before and after


def _ends_at(rule: Rule, upright: Iterable[Rule]) -> bool:
    """Whether an upright rule crosses or bounds it: it parts cells."""
    return any(
        one.y0 - TOUCHING <= rule.y0 <= one.y1 + TOUCHING and rule.x0 - TOUCHING <= one.x0 <= rule.x1 + TOUCHING
        for one in upright
    )
