"""What was read in an act, in the order in which a person should look at it. Changes nothing."""

from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from grants.models import Check, Deliberation, GrantLine, Leftover
from grants.models.lines import SURE
from ingest.desk.publishing import Doubts, doubts_of

OPEN = (Check.Status.DIFFERENT, Check.Status.NOT_COMPARABLE)
SHOWN_FIRST = 60  # printed rows with their crop on one page; the rest is marked in the table under it


@dataclass(frozen=True, slots=True)
class YearSum:
    year: int | None
    rows: int
    cents: int


@dataclass(frozen=True, slots=True)
class Review:
    """One act as staff look at it.

    `open_checks` differ or could not be compared, `closed_checks` are equal, some at the printed rounding. `doubtful`
    holds the first SHOWN_FIRST printed rows, each with its years.
    """

    deliberation: Deliberation
    doubts: Doubts
    row_count: int
    sums: list[YearSum]
    doubtful: list[list[GrantLine]]
    doubtful_count: int
    open_checks: list[Check]
    closed_checks: list[Check]
    leftovers: list[Leftover]
    notes: list[str]
    vote_count: int
    decision_count: int
    recusal_count: int


def review_of(deliberation: Deliberation) -> Review:
    """All that the page « ce qui a été lu » shows of an act, but the table of its lines."""
    checks = _checks(deliberation)
    doubtful = _by_row(doubtful_lines(deliberation))
    return Review(
        deliberation=deliberation,
        doubts=doubts_of(deliberation),
        row_count=deliberation.lines.aggregate(rows=Count("row_key", distinct=True))["rows"],
        sums=_sums(deliberation),
        doubtful=doubtful[:SHOWN_FIRST],
        doubtful_count=len(doubtful),
        open_checks=[check for check in checks if check.status in OPEN],
        closed_checks=[check for check in checks if check.status not in OPEN],
        leftovers=list(deliberation.leftovers.order_by("page", "position")),
        notes=[note for note in deliberation.reading_notes.splitlines() if note.strip()],
        vote_count=deliberation.votes.count(),
        decision_count=deliberation.decisions.count(),
        recusal_count=deliberation.recusals.count(),
    )


def doubtful_lines(deliberation: Deliberation) -> QuerySet[GrantLine]:
    """Lines that the reader was not sure of or has something to say about, least sure first."""
    unsure = Q(certainty__lt=SURE) | ~Q(notes="")
    return deliberation.lines.filter(unsure).order_by("certainty", "line", "year")


def with_counts(deliberations: QuerySet[Deliberation]) -> QuerySet[Deliberation]:
    """With `row_count` printed rows, `differing_count` totals that differ and `leftover_count` rows not read."""
    lines = GrantLine.objects.filter(deliberation=OuterRef("pk"))
    differing = Check.objects.filter(total__deliberation=OuterRef("pk"), status=Check.Status.DIFFERENT)
    leftovers = Leftover.objects.filter(deliberation=OuterRef("pk"))
    return deliberations.annotate(
        row_count=_counted(lines, "deliberation", "row_key"),
        differing_count=_counted(differing, "total__deliberation", "pk"),
        leftover_count=_counted(leftovers, "deliberation", "pk"),
    )


def _counted(rows: QuerySet, owner: str, counted: str) -> Coalesce:
    # One sub-query each: joined together, 500 lines × 40 totals × 10 leftovers would be counted 200 000 times.
    count = rows.order_by().values(owner).annotate(n=Count(counted, distinct=True)).values("n")
    return Coalesce(Subquery(count), 0)


def _by_row(lines: QuerySet[GrantLine]) -> list[list[GrantLine]]:
    """The years of one printed row together, rows in the order in which their first line comes."""
    rows: dict[int, list[GrantLine]] = {}
    for line in lines:
        rows.setdefault(line.line, []).append(line)
    return list(rows.values())


def _sums(deliberation: Deliberation) -> list[YearSum]:
    found = (
        deliberation.lines.order_by()
        .values("year")
        .annotate(rows=Count("row_key", distinct=True), cents=Sum("amount_cents"))
        .order_by(F("year").asc(nulls_last=True))
    )
    return [YearSum(**values) for values in found]


def _checks(deliberation: Deliberation) -> list[Check]:
    """Those that differ first, then those that could not be compared, then the others, as the act states them."""
    order = [*OPEN, Check.Status.ROUNDED, Check.Status.EQUAL]
    checks = Check.objects.filter(total__deliberation=deliberation).select_related("total").order_by("total__position")
    return sorted(checks, key=lambda check: order.index(check.status))


# ---- one page ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page: what was read on it, and the pages on either side (None at the ends)."""

    page: int
    previous: int | None
    next: int | None
    lines: list[GrantLine]
    checks: list[Check]
    leftovers: list[Leftover]


def sheet_of(deliberation: Deliberation, page: int) -> Sheet:
    """What was read on page `page`, from 1, in the order of the page."""
    return Sheet(
        page=page,
        previous=page - 1 if page > 1 else None,
        next=page + 1 if page < deliberation.page_count else None,
        lines=list(deliberation.lines.filter(page=page).order_by("line", "year")),
        checks=[check for check in _checks(deliberation) if check.total.page == page],
        leftovers=list(deliberation.leftovers.filter(page=page).order_by("position")),
    )
