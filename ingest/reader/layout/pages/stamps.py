"""The prefecture's stamp, printed by software over whatever a page holds: set aside where tables are looked for.

Takes a page; gives it without the words of the stamp and its frame. They stay words of the document: the act is told by
them when it was received. Points.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Final

from ingest.reader.layout.ruled.rule_spans import SNAP
from ingest.reader.records import Box, Page, Rule, Word, box_around

# What every stamp says, in small letters; a page that does not is looked at no further.
_NAMED: Final = re.compile(r"pr[ée]fecture(?: le| ?:)? ?\d|par le préfet ?: ?\d")
_DATE: Final = r"\d\d?[/.]\d\d?[/.]\d{4}"
_RECEIVED: Final = rf"(?:envoyé|reçu|transmis|déposé|acte reçu) en (?:sous-)?pr[ée]fecture le {_DATE}"
_PUBLISHED: Final = rf"(?:affiché|publié|notifié|mis en ligne) le(?: {_DATE})?"
_IDENTIFIER: Final = r"\w{2,3}-\d{9}(?:\d{5})?-[\w-]+"
_NUMBER: Final = rf"(?:id ?: ?|\d\d_\w\w-){_IDENTIFIER}|application agréée e-l[ée]galit[ée]\.com"
# « Accusé de réception en préfecture », or of the ministry, the number of the act, when it was sent and received.
_RECEIPT: Final = (
    r"(?:accusé de réception(?: en (?:sous-)?préfecture| ?[-–] ?ministère de l['’]intérieur)|ar pr[ée]fecture) ?:? ?"
    rf"{_IDENTIFIER}(?: (?:accusé certifié exécutoire|(?:dates? de (?:signature|télétransmission|publication|affichage|"
    r"réception(?: en)? préfecture)|réception par le (?:sous-)?préfet|publication|notification|affichage|"
    rf"(?:reçu|publié|affiché|notifié|mis en ligne) le) ?:? ?{_DATE}))+"
)
_STAMP: Final = re.compile(
    rf"(?:(?:{_PUBLISHED}|{_NUMBER}) )*{_RECEIVED}(?: (?:{_RECEIVED}|{_PUBLISHED}|{_NUMBER}))*|{_RECEIPT}",
    re.IGNORECASE,
)
# Points. White kept between the words of a stamp and its frame: above and below, and beside its longest line.
OVER: Final = 12.0
BESIDE: Final = 30.0
# Share of the stamp's side. A rule that short is a border of a cell under it.
LEAST_SIDE: Final = 0.8


def without_stamps(page: Page) -> Page:
    """The page without stamps; the same object where there is none."""
    text = " ".join([word.text for word in page.words])
    if not _NAMED.search(text.lower()):
        return page
    stamps = list(_stamps(tuple(page.words), text))
    if not stamps:
        return page
    taken = {id(word) for stamp in stamps for word in stamp}
    boxes = (box_around(word.box for word in stamp) for stamp in stamps)
    frames = {id(rule) for box in boxes for rule in _frame(page.rules, box)}
    return replace(
        page,
        words=tuple(word for word in page.words if id(word) not in taken),
        rules=tuple(rule for rule in page.rules if id(rule) not in frames),
    )


def _stamps(words: tuple[Word, ...], text: str) -> Iterable[tuple[Word, ...]]:
    ends = list(accumulate(len(word.text) + 1 for word in words))
    starts = [0, *ends]
    for found in _STAMP.finditer(text):
        stamp = tuple(
            word
            for word, start, end in zip(words, starts, ends, strict=False)
            if found.start() <= start and end - 1 <= found.end()
        )
        if stamp:
            yield stamp


def _frame(rules: Iterable[Rule], box: Box) -> Iterator[Rule]:
    """The sides of the frame around this box: on each of them, the rules nearest to it."""
    sides: dict[str, list[tuple[float, Rule]]] = defaultdict(list)
    for rule in rules:
        side, off = _beside(rule, box)
        if off >= 0 and _may_frame(rule, box):
            sides[side].append((off, rule))
    for near in sides.values():
        nearest = min(off for off, _ in near)
        yield from (rule for off, rule in near if off <= nearest + SNAP)


def _beside(rule: Rule, box: Box) -> tuple[str, float]:
    """On which side of a box a rule stands, and how far off it: less than nothing for one that crosses it."""
    if rule.vertical:
        offs = {"left": box.x0 - rule.x0, "right": rule.x0 - box.x1}
    else:
        offs = {"over": box.y0 - rule.y0, "under": rule.y0 - box.y1}
    return max(offs.items(), key=lambda one: one[1])


def _may_frame(rule: Rule, box: Box) -> bool:
    """Whether a rule may be a side of the frame around this box: as long as it, and no longer."""
    outer = Box(box.x0 - BESIDE, box.y0 - OVER, box.x1 + BESIDE, box.y1 + OVER)
    if not outer.contains(rule.box):
        return False
    if rule.vertical:
        return rule.y1 - rule.y0 >= LEAST_SIDE * (box.y1 - box.y0)
    return rule.x1 - rule.x0 >= LEAST_SIDE * (box.x1 - box.x0)
