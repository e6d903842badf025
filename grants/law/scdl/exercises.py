"""Which SCDL files there are: one set for each département and each budget year, always whole."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import ExtractYear

from grants.law.scdl.grants import ACCEPTED
from grants.models import Deliberation, Department, GrantLine


@dataclass(frozen=True, slots=True)
class Exercise:
    """A budget year of a département: rows of the complete file, of the strict one, acts of its sessions."""

    department: Department
    year: int
    rows: int
    accepted: int
    acts: int

    @property
    def key(self) -> str:
        """`59-2023`, as in the addresses."""
        return f"{self.department.pk.lower()}-{self.year}"


def exercises() -> tuple[Exercise, ...]:
    """Every exercise with a published line or act, by département, the latest first: three queries."""
    rows: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0, 0])
    of_lines = (
        GrantLine.objects.counted()
        .with_exercise()
        .order_by()
        .values_list("department", "exercise")
        .annotate(Count("pk"), accepted=Count("pk", filter=ACCEPTED))
    )
    for department, year, count, accepted in of_lines:
        rows[department, year][:2] = count, accepted
    of_acts = (
        Deliberation.objects.published()
        .order_by()
        .annotate(year=ExtractYear("session_date"))
        .values_list("department", "year")
        .annotate(Count("pk"))
    )
    for department, year, acts in of_acts:
        rows[department, year][2] = acts
    departments = Department.objects.in_bulk({department for department, _ in rows})
    found = [Exercise(departments[key], year, *counts) for (key, year), counts in rows.items() if year is not None]
    return tuple(sorted(found, key=lambda exercise: (exercise.department.name, -exercise.year)))


def lines_of_no_exercise() -> int:
    """How many published amounts have neither a year nor a session date: they are in no SCDL file."""
    return GrantLine.objects.counted().of_unknown_exercise().count()
