"""Leaders drawn as rules: « Association X ________ 1 500 € », drawn and not typed, or dashes that a scan joined.

Takes a page; gives its rules without those that lead from a word to another on the same printed line. Points.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from ingest.reader.records import Page, Rule, Word

# Points. A shorter rule is a dash.
SHORTEST: Final = 8.0
# Times the type size. White between a leader and the words on both sides of it, at most.
BESIDE: Final = 1.0
# Points. How far a rule may reach into the box of a word, and how near an upright rule makes it the side of a cell.
TOUCHING: Final = 2.0
# Points. Words are looked for by bands of this height.
BAND: Final = 12.0


def without_rule_leaders(page: Page) -> tuple[Rule, ...]:
    """The rules of the page without those that lead from one word to the next; the same object where none does."""
    across = [rule for rule in page.rules if not rule.vertical and rule.x1 - rule.x0 >= SHORTEST]
    if not across:
        return page.rules
    upright = [rule for rule in page.rules if rule.vertical]
    # Most rules are sides of cells.
    loose = [rule for rule in across if not _ends_at(rule, upright)]
    words = _by_band(page.words) if loose else {}
    leaders = {rule for rule in loose if _leads(rule, words[int(rule.y0 // BAND)])}
    return tuple(rule for rule in page.rules if rule not in leaders) if leaders else page.rules


def _by_band(words: Iterable[Word]) -> dict[int, list[Word]]:
    bands: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        if word.angle == 0:
            _, top, _, bottom = word.box
            first, last = int(top // BAND), int(bottom // BAND)
            bands[first].append(word)
            for band in range(first + 1, last + 1):
                bands[band].append(word)
    return bands


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
