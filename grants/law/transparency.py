"""The graded years of a département: those for which staff typed what its accounts hold. No figure, no grade.

From a département to small frozen dataclasses; the scale is that of `grants.law.grades`.
"""

from dataclasses import dataclass

from django.db.models import Sum

from grants.law.grades import Grade, grade
from grants.law.scdl.grants import ACCEPTED
from grants.models import Department, DepartmentBudget, GrantLine


@dataclass(frozen=True, slots=True)
class GradedYear:
    """A year, what its accounts hold, and two grades: of all that is published here in detail, and of the strict SCDL
    file alone, which is what a portal that asks for SIRETs takes in."""

    budget: DepartmentBudget
    grade: Grade
    strict: Grade

    @property
    def year(self) -> int:
        return self.budget.year


def graded_years(*departments: Department) -> tuple[GradedYear, ...]:
    """The latest year first, of these départements or of all: one query where nobody typed a figure, else two.

    Money that a line says is not the département's is not in its accounts, and not in its grade.
    """
    budgets = DepartmentBudget.objects.in_force().select_related("department", "author")
    lines = GrantLine.objects.counted().filter(outside_budget=False)
    if departments:
        budgets, lines = budgets.filter(department__in=departments), lines.in_department(*departments)
    entries = list(budgets)
    if not entries:
        return ()
    sums = (
        lines.with_exercise()
        .order_by()
        .values_list("department", "exercise")
        .annotate(Sum("amount_cents"), accepted=Sum("amount_cents", filter=ACCEPTED))
    )
    found = {(department, year): (cents or 0, accepted or 0) for department, year, cents, accepted in sums}
    return tuple(_graded(entry, *found.get((entry.department_id, entry.year), (0, 0))) for entry in entries)


def _graded(budget: DepartmentBudget, published: int, accepted: int) -> GradedYear:
    return GradedYear(budget, grade(published, budget.grants_cents), grade(accepted, budget.grants_cents))
