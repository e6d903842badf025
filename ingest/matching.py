"""Which of the rows stored is which of the rows just read. Pure: knows nothing of what a row is.

Takes two lists and rules from the surest to the loosest; gives pairs and what is left on each side. Order decides only
between rows that a rule cannot tell apart.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Rule:
    """Two rows with the same key are one row; an empty key matches nothing. `alone`: only where no other row has it."""

    key: Callable[[Thing], Hashable]
    alone: bool = False


def pair(
    stored: Sequence[Thing], fresh: Sequence[Thing], rules: Sequence[Rule]
) -> tuple[list[tuple[Thing, Thing]], list[Thing], list[Thing]]:
    """Pairs (stored, fresh), then the stored ones that are gone, then the fresh ones that are new, in their order."""
    pairs, gone, new = [], list(stored), list(fresh)
    for rule in rules:
        if not gone or not new:
            break
        found, gone, new = _pair_by(rule, gone, new)
        pairs += found
    return pairs, gone, new


def _pair_by(rule: Rule, stored: list, fresh: list) -> tuple[list, list, list]:
    waiting, wanted = _by_key(rule, stored), _by_key(rule, fresh)
    pairs, new = [], []
    for thing in fresh:
        key = rule.key(thing)
        queue = waiting.get(key) if key else None
        if queue and not (rule.alone and (len(queue), len(wanted[key])) != (1, 1)):
            pairs.append((queue.popleft(), thing))
        else:
            new.append(thing)
    taken = {id(old) for old, _ in pairs}
    return pairs, [old for old in stored if id(old) not in taken], new


def _by_key(rule: Rule, things: list) -> dict[Hashable, deque]:
    groups = defaultdict(deque)
    for thing in things:
        groups[rule.key(thing)].append(thing)
    return groups
