"""How the totals that acts state compare with their lines, counted. From querysets to small frozen dataclasses."""

from dataclasses import dataclass

from django.db.models import Count

from grants.models import Check
from grants.querysets import CheckQuerySet


@dataclass(frozen=True, slots=True)
class CheckSummary:
    """How the stated totals of a set of acts compare with their lines. `checked` = equal + rounded + different."""

    equal: int
    rounded: int
    different: int
    not_comparable: int

    @property
    def checked(self) -> int:
        return self.equal + self.rounded + self.different


def check_summary(checks: CheckQuerySet) -> CheckSummary:
    """How many stated totals are equal to their lines, or not, in one query."""
    found = dict(checks.order_by().values_list("status").annotate(Count("pk")))
    return CheckSummary(
        equal=found.get(Check.Status.EQUAL, 0),
        rounded=found.get(Check.Status.ROUNDED, 0),
        different=found.get(Check.Status.DIFFERENT, 0),
        not_comparable=found.get(Check.Status.NOT_COMPARABLE, 0),
    )


def differences(checks: CheckQuerySet, limit: int | None = None) -> tuple[Check, ...]:
    """The checks that found a difference, with their totals and acts."""
    return tuple(checks.differing().select_related("total__deliberation__department")[:limit])
