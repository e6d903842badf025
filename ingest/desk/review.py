"""What was read in an act, in the order in which a person should look at it. Changes nothing."""

from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from grants.models import Check, Deliberation, GrantLine, Leftover
from ingest.desk.publishing import Doubts, doubts_of

OPEN = (Check.Status.DIFFERENT, Check.Status.NOT_COMPARABLE)


@dataclass(frozen=True, slots=True)
class YearSum:
    year: int | None
    rows: int
    cents: int


@dataclass(frozen=True, slots=True)
class Review:
    """One act summed up for staff. `doubts`: what stands between it and the public."""

    doubts: Doubts
    row_count: int
    sums: list[YearSum]
    notes: list[str]
    vote_count: int
    decision_count: int
    recusal_count: int


def review_of(deliberation: Deliberation) -> Review:
    """All that the summary shows of an act."""
    return Review(
        doubts=doubts_of(deliberation),
        row_count=deliberation.lines.aggregate(rows=Count("row_key", distinct=True))["rows"],
        sums=_sums(deliberation),
        notes=[note for note in deliberation.reading_notes.splitlines() if note.strip()],
        vote_count=deliberation.votes.count(),
        decision_count=deliberation.decisions.count(),
        recusal_count=deliberation.recusals.count(),
    )


def with_counts(deliberations: QuerySet[Deliberation]) -> QuerySet[Deliberation]:
    """With `row_count` printed rows, `differing_count` totals that differ and `leftover_count` rows not read."""
    lines = GrantLine.objects.filter(deliberation=OuterRef("pk"))
    differing = Check.objects.of_act(OuterRef("pk")).filter(status=Check.Status.DIFFERENT)
    leftovers = Leftover.objects.left().filter(deliberation=OuterRef("pk"))
    return deliberations.annotate(
        row_count=_counted(lines, "deliberation", "row_key"),
        differing_count=_counted(differing, "total__deliberation", "pk"),
        leftover_count=_counted(leftovers, "deliberation", "pk"),
    )


def _counted(rows: QuerySet, owner: str, counted: str) -> Coalesce:
    # One sub-query each: joined together, 500 lines × 40 totals × 10 leftovers would be counted 200 000 times.
    count = rows.order_by().values(owner).annotate(n=Count(counted, distinct=True)).values("n")
    return Coalesce(Subquery(count), 0)


def _sums(deliberation: Deliberation) -> list[YearSum]:
    found = (
        deliberation.lines.order_by()
        .values("year")
        .annotate(rows=Count("row_key", distinct=True), cents=Sum("amount_cents"))
        .order_by(F("year").asc(nulls_last=True))
    )
    return [YearSum(**values) for values in found]


def checks_of(deliberation: Deliberation) -> list[Check]:
    """Those that differ first, then those that could not be compared, then the others, as the act states them."""
    order = [*OPEN, Check.Status.ROUNDED, Check.Status.EQUAL]
    checks = Check.objects.of_act(deliberation).select_related("total").order_by("total__position")
    return sorted(checks, key=lambda check: order.index(check.status))
