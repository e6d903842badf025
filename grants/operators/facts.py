"""What is known of operators, side by side, for a person who says whether they are one. Drafts count: staff see all."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max, Min, Sum

from grants.figures import breakdowns, stats
from grants.figures.stats import Summary
from grants.models import Department, GrantLine, Operator, OperatorPair

EXAMPLES = 4  # printed rows shown of each, the largest first
PROGRAMMES = 5
Texts = tuple[tuple[str, int | None, int | None], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """One operator: names and seats as printed, each with its first and last year, what it receives, some rows."""

    operator: Operator
    names: Texts
    given_names: tuple[str, ...]
    seats: Texts
    departments: tuple[Department, ...]
    programmes: tuple[str, ...]
    summary: Summary
    recusals: int
    united: tuple[Operator, ...]
    examples: tuple[GrantLine, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a row of a list says of an operator: printed rows, cents, first and last year."""

    lines: int = 0
    amount_cents: int = 0
    first_year: int | None = None
    last_year: int | None = None


def facts_of(operator: Operator) -> Facts:
    """Everything about one operator, in a number of queries that does not depend on its lines."""
    lines = GrantLine.objects.by_operator(operator)
    largest = lines.order_by("-amount_cents", "pk")[:EXAMPLES].in_full()
    for line in largest:
        line.deliberation.department = line.department  # an act is told with its département
    departments = Department.objects.filter(pk__in=lines.order_by().values("department").distinct())
    programmes = stats.amounts_by_programme(lines, PROGRAMMES)
    given = operator.names.filter(by_staff=True)
    return Facts(
        operator,
        breakdowns.printed_texts(lines, "operator_text"),
        tuple(given.values_list("name", flat=True)),
        breakdowns.printed_texts(lines, "commune_text"),
        tuple(departments),
        tuple(amount.of.name for amount in programmes if amount.of),
        stats.summary(lines),
        operator.recusals.count(),
        tuple(operator.merged.order_by("name")),
        tuple(largest),
    )


def briefs_of(pairs: Iterable[OperatorPair]) -> dict[int, Brief]:
    """What each operator of these pairs receives, by its number, in one query."""
    pks = {pk for pair in pairs for pk in (pair.first_id, pair.second_id)}
    rows = (
        GrantLine.objects.by_operator(*pks)
        .order_by()
        .values_list("operator")
        .annotate(Count("row_key", distinct=True), Sum("amount_cents"), Min("year"), Max("year"))
    )
    return {pk: Brief(*figures) for pk, *figures in rows} | {pk: Brief() for pk in pks - {row[0] for row in rows}}
