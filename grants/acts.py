"""What the page of an act shows: totals that differ first, votes, members who stood aside.

Pure functions on loaded models; no query, no request.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.text import Truncator

from grants.citations import numbers_told
from grants.figures.checks import CheckSummary
from grants.models import Check, Operator, Recusal, StatedTotal, Vote
from grants.templatetags.french import CENTS, quoted
from portal.french import fold

NOT_COMPARABLE = Check.Status.NOT_COMPARABLE.value
# Least certain first: what a reader should look at stands on top.
_SHOWN_FIRST = (Check.Status.DIFFERENT.value, Check.Status.ROUNDED.value, Check.Status.EQUAL.value, NOT_COMPARABLE)
TEXT_SHOWN = 80  # characters of a total as printed: a sum in prose is a whole sentence
_ARTICLE = re.compile(r"\d+")


# ---- stated totals -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CheckedTotal:
    """A stated total and its check; `status` is `not comparable` where the total has no check.

    `word`: what staff say of a difference, and when; empty where they say nothing.
    """

    total: StatedTotal
    status: str
    computed_cents: int | None
    difference_cents: int | None
    note: str
    word: str = ""
    said_at: datetime | None = None

    @property
    def label(self) -> str:
        return Check.Status(self.status).label

    @property
    def sign(self) -> str:
        """`yes`, `no` or `doubt`: how the result is shown."""
        return {Check.Status.DIFFERENT: "no", Check.Status.NOT_COMPARABLE: "doubt"}.get(self.status, "yes")

    @property
    def remarks(self) -> list[str]:
        """What must be known to compare: the year, the place, the printed text of a rounded total, whose money."""
        total = self.total
        remarks = [str(total.year or ""), total.get_where_display()]
        if total.precision_cents > CENTS and total.text:
            remarks.append(f"imprimé {quoted(Truncator(total.text).chars(TEXT_SHOWN))}")
        if total.outside_budget:
            remarks.append("hors budget du département")
        return [remark for remark in remarks if remark]


@dataclass(frozen=True, slots=True)
class CheckedTotals:
    """The totals of an act: what is shown at once, and what is folded because nothing in it asks for a look."""

    summary: CheckSummary
    shown: tuple[CheckedTotal, ...]
    equal: tuple[CheckedTotal, ...]
    not_comparable: tuple[CheckedTotal, ...]


def checked_totals(totals: Iterable[StatedTotal], *, fold_after: int) -> CheckedTotals:
    """Needs `check_result`. Equal totals are folded where there are more than `fold_after`; differences never are."""
    checked = sorted(map(checked_total, totals), key=lambda total: _SHOWN_FIRST.index(total.status))
    by_status = {status: tuple(total for total in checked if total.status == status) for status in _SHOWN_FIRST}
    different, rounded, equal, not_comparable = (by_status[status] for status in _SHOWN_FIRST)
    shown, folded = (different + rounded, equal) if len(equal) > fold_after else (different + rounded + equal, ())
    summary = CheckSummary(len(equal), len(rounded), len(different), len(not_comparable))
    return CheckedTotals(summary, shown, folded, not_comparable)


def checked_total(total: StatedTotal) -> CheckedTotal:
    """The stated total with its comparison, loaded as `check_result`; said not to be comparable where it has none."""
    check = getattr(total, "check_result", None)
    if check is None:
        return CheckedTotal(total, NOT_COMPARABLE, None, None, "")
    figures = (check.status, check.computed_cents, check.difference_cents, check.note)
    return CheckedTotal(total, *figures, check.acknowledgement, check.acknowledged_at)


# ---- votes and recusals ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class VoteShares:
    """A vote with the widths of its bar, in per cent of the votes for, against and abstained; no bar without votes."""

    vote: Vote
    articles: str
    votes_for: float
    against: float
    abstentions: float

    @property
    def counted(self) -> bool:
        return self.votes_for + self.against + self.abstentions > 0

    @property
    def abstentions_start(self) -> float:
        return self.votes_for + self.against


@dataclass(frozen=True, slots=True)
class VoteTable:
    """The votes of an act. `details`: who and how many, as printed: (articles, (label, text)…).

    `not_voting`: whether one of them prints how many did not take part.
    """

    shares: tuple[VoteShares, ...]
    details: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    not_voting: bool


def vote_table(votes: Iterable[Vote]) -> VoteTable:
    """The votes of an act as rows with their shares, and whether any prints who did not vote."""
    votes = list(votes)
    not_voting = any(vote.not_voting is not None for vote in votes)
    return VoteTable(tuple(map(_vote_shares, votes)), _vote_details(votes), not_voting)


def _vote_shares(vote: Vote) -> VoteShares:
    counts = [count or 0 for count in (vote.votes_for, vote.against, vote.abstentions)]
    whole = sum(counts) or 1
    votes_for, against, abstentions = (round(100 * count / whole, 1) for count in counts)
    return VoteShares(vote, articles_told(vote.articles), votes_for, against, abstentions)


def _vote_details(votes: Iterable[Vote]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Votes that say the same are put together; what all of them say is said without their articles."""
    told: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for vote in votes:
        told.setdefault(_details(vote), []).append(articles_told(vote.articles) or "tout l’acte")
    if len(told) == 1:
        return tuple(("", details) for details in told if details)
    return tuple(("\u202f; ".join(articles), details) for details, articles in told.items() if details)


def _details(vote: Vote) -> tuple[tuple[str, str], ...]:
    texts = (
        ("Pour", vote.for_detail),
        ("Contre", vote.against_detail),
        ("Abstention", vote.abstentions_detail),
        ("N’ont pas pris part", vote.not_voting_detail),
        ("Présents", _number(vote.present)),
        ("Procurations", _number(vote.proxies)),
        ("Absents sans procuration", _number(vote.absent_without_proxy)),
        ("Suffrages exprimés", _number(vote.votes_cast)),
        ("Majorité", _number(vote.majority)),
    )
    return tuple((label, text) for label, text in texts if text)


def _number(count: int | None) -> str:
    return "" if count is None else str(count)


@dataclass(frozen=True, slots=True)
class RecusalGroup:
    """Members who stood aside for one organisation, or for the same articles where no organisation is printed."""

    organisation: str
    operator: Operator | None
    articles: str
    recusals: tuple[Recusal, ...]


def recusal_groups(recusals: Iterable[Recusal]) -> tuple[RecusalGroup, ...]:
    """In the order of the act."""
    groups: dict[tuple[str, str], list[Recusal]] = {}
    for recusal in recusals:
        groups.setdefault((fold(recusal.organisation), recusal.articles), []).append(recusal)
    return tuple(
        RecusalGroup(
            group[0].organisation,
            next((recusal.operator for recusal in group if recusal.operator), None),
            articles_told(group[0].articles),
            tuple(group),
        )
        for group in groups.values()
    )


def articles_told(articles: str) -> str:
    """`"5, 6, 7"` → `articles 5 à 7`; `"1, 2"` → `articles 1 et 2`; another text stays as it is, an empty one empty."""
    numbers = sorted({int(number) for number in _ARTICLE.findall(articles)})
    if not numbers or re.sub(r"[\d\s,;]|et|à", "", articles):
        return articles
    return f"article{'s' if len(numbers) > 1 else ''} {numbers_told(numbers)}"
