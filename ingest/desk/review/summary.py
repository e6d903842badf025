"""What was read in an act, in the order in which a person should look at it. Changes nothing."""

from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, QuerySet, Sum

from grants.models import Check, Deliberation, GrantLine, Leftover
from grants.querysets.counting import number_of
from ingest.store.publishing import Doubts, doubts_of

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
        row_count=number_of(lines, by="deliberation", counting="row_key"),
        differing_count=number_of(differing, by="total__deliberation"),
        leftover_count=number_of(leftovers, by="deliberation"),
    )


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
