"""The grade that Éclaireur Public gives to a département for its grants: how much of the money that its accounts hold
is detailed in public. Pure: amounts in whole cents enter, a `Grade` leaves; no query, no request.

The rule is that of `eclaireurpublic.fr/methodologie`, « indice de transparence des subventions »: for a year, the sum
of the grants published in detail ÷ the total of the grants in the « compte administratif ». Its scale, as changed on 13
January 2026 (dataforgoodfr/13_eclaireur_public, pull requests 489 and 490) and on 15 February 2026 (pull request 495):

    nothing published  E
    up to 25 %         D
    up to 50 %         C
    up to 95 %         B
    up to 105 %        A
    over 105 %         B

More than the accounts hold means that money is counted twice, or that the figure is not the right one. Their index of
public contracts, and the mean of both, are not about grants: not computed here. Where nobody typed what the accounts
say there is no grade; theirs may give one, which would say nothing.
"""

from dataclasses import dataclass
from datetime import date

RULE_ADDRESS = "https://www.eclaireurpublic.fr/methodologie"
RULE_DATED = date(2026, 2, 15)
OVER = "B"  # more than the accounts hold
NOTHING = "E"
# Percentages of the accounts up to which each grade goes, the lowest first.
SCALE = ((25, "D"), (50, "C"), (95, "B"), (105, "A"))
BEST_UP_TO = SCALE[-1][0]


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade of one year. `next_letter` is what `missing_cents` more of published grants would give, None at the best;
    `excess_cents` is what is published beyond the 105 % that A allows."""

    letter: str
    published_cents: int
    budget_cents: int
    next_letter: str | None = None
    missing_cents: int = 0
    excess_cents: int = 0


def grade(published_cents: int, budget_cents: int) -> Grade:
    """The grade of a year. Raises ValueError unless the accounts hold some money: no figure, no grade."""
    if budget_cents <= 0:
        raise ValueError("a grade needs the grants of the accounts")
    letter = _letter(published_cents, budget_cents)
    if _is_over(BEST_UP_TO, published_cents, budget_cents):
        allowed = BEST_UP_TO * budget_cents // 100
        return Grade(letter, published_cents, budget_cents, "A", excess_cents=published_cents - allowed)
    better = _next(published_cents, budget_cents)
    if better is None:
        return Grade(letter, published_cents, budget_cents)
    threshold, next_letter = better
    needed = threshold * budget_cents // 100 + 1  # thresholds belong to the grade under them: one cent more
    return Grade(letter, published_cents, budget_cents, next_letter, missing_cents=needed - max(published_cents, 0))


def _letter(published: int, budget: int) -> str:
    if published <= 0:
        return NOTHING
    return next((letter for most, letter in SCALE if not _is_over(most, published, budget)), OVER)


def _next(published: int, budget: int) -> tuple[int, str] | None:
    """The threshold to pass for the next grade, and that grade."""
    if published <= 0:
        return 0, SCALE[0][1]
    steps = zip(SCALE, SCALE[1:], strict=False)
    return next(
        ((most, following) for (most, _), (_, following) in steps if not _is_over(most, published, budget)), None
    )


def _is_over(percentage: int, published: int, budget: int) -> bool:
    return published * 100 > percentage * budget
