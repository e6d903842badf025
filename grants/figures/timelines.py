"""What was agreed, amended and withdrawn for one operator, in the order of the acts.

From a queryset of lines to small frozen dataclasses, in whole cents, in two queries. A withdrawal is an event of its
own: it is never set off against what it takes back.
"""

from dataclasses import dataclass

from django.db import models
from django.db.models import Case, Count, F, Max, Min, Sum, Value, When

from grants.models import Deliberation
from grants.querysets import GrantLineQuerySet
from portal.french import fold


class EventKind(models.TextChoices):
    """What the act does for the operator, as the agreement printed on its lines tells it."""

    GRANT = "grant", "Attribution"
    AGREEMENT = "agreement", "Convention"
    AMENDMENT = "amendment", "Avenant"
    WITHDRAWAL = "withdrawal", "Retrait"


@dataclass(frozen=True, slots=True)
class Event:
    """Lines of one act under one printed agreement, withdrawals apart.

    `line` and `page` are those of the first of its `lines` printed rows; years are None where no line prints one.
    """

    act: Deliberation
    kind: EventKind
    agreement: str
    amount_cents: int
    lines: int
    first_year: int | None
    last_year: int | None
    line: int
    page: int

    @property
    def page_url(self) -> str:
        """The printed page with the first row of the event framed."""
        return f"{self.act.page_url(self.page)}#ligne-{self.line}"


def timeline(lines: GrantLineQuerySet) -> tuple[Event, ...]:
    """The oldest session first, acts without a date last; within an act, withdrawals after what is granted."""
    rows = list(
        lines.order_by()
        .annotate(withdrawn=Case(When(amount_cents__lt=0, then=Value(1)), default=Value(0)))
        .values("deliberation", "deliberation__session_date", "agreement", "withdrawn")
        .annotate(
            cents=Sum("amount_cents"),
            rows=Count("row_key", distinct=True),
            first_year=Min("year"),
            last_year=Max("year"),
            first_line=Min("line"),
            first_page=Min("page"),
        )
        .order_by(F("deliberation__session_date").asc(nulls_last=True), "deliberation", "withdrawn", "first_line")
    )
    acts = Deliberation.objects.select_related("department").defer("page_sizes", "reading_notes")
    by_id = acts.in_bulk({row["deliberation"] for row in rows})
    return tuple(
        Event(
            by_id[row["deliberation"]],
            _kind(row["agreement"], bool(row["withdrawn"])),
            row["agreement"],
            row["cents"],
            row["rows"],
            row["first_year"],
            row["last_year"],
            row["first_line"],
            row["first_page"],
        )
        for row in rows
    )


def _kind(agreement: str, withdrawn: bool) -> EventKind:
    if withdrawn:
        return EventKind.WITHDRAWAL
    words = fold(agreement).split()
    if "avenant" in words or "avenants" in words:
        return EventKind.AMENDMENT
    return EventKind.AGREEMENT if words else EventKind.GRANT
