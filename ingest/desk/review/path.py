"""The way of an act from its reading to the public: the steps of the review, and what is left to see in each."""

from dataclasses import dataclass

from django.urls import reverse

from grants.models import Check, Deliberation
from ingest.desk.columns.shown import unknown_columns
from ingest.desk.personal_data import found_in
from ingest.desk.review.doubts import DoubtfulRow, doubtful_rows


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the name of its page, its title, how many things of it nobody has looked at, and what these are."""

    page: str
    title: str
    left: int
    what: str
    url: str

    @property
    def is_done(self) -> bool:
        return not self.left


@dataclass(frozen=True, slots=True)
class Path:
    """The steps of one act in their order; `doubtful`: its rows to look at; `url`: where all of it is summed up;
    `is_online`: whether the act is public already, and the path no longer leads there."""

    url: str
    steps: list[Step]
    doubtful: list[DoubtfulRow]
    is_online: bool

    @property
    def left(self) -> int:
        """How many things nobody has looked at."""
        return sum(step.left for step in self.steps)

    @property
    def next(self) -> Step | None:
        """The first step where something is left."""
        return next((step for step in self.steps if step.left), None)


def path_of(deliberation: Deliberation) -> Path:
    """Where the review of an act stands."""
    doubtful = doubtful_rows(deliberation)
    checks = Check.objects.of_act(deliberation)
    found = [
        ("columns", "Colonnes", len(unknown_columns(deliberation)), "colonne non comprise,colonnes non comprises"),
        (
            "doubts",
            "Cases douteuses",
            len(doubtful),
            "ligne à comparer avec l’imprimé,lignes à comparer avec l’imprimé",
        ),
        ("leftovers", "Lignes non lues", deliberation.leftovers.waiting().count(), "ligne non lue,lignes non lues"),
        ("totals", "Totaux", checks.unexplained().count(), "écart sans explication,écarts sans explication"),
        (
            "personal",
            "Données personnelles",
            len(found_in(deliberation).waiting),
            "donnée masquée à décider,données masquées à décider",
        ),
    ]
    steps = [
        Step(page, title, left, what, reverse(f"admin:grants_deliberation_{page}", args=[deliberation.pk]))
        for page, title, left, what in found
    ]
    summary = reverse("admin:grants_deliberation_reading", args=[deliberation.pk])
    return Path(summary, steps, doubtful, is_online=deliberation.status == Deliberation.Status.PUBLISHED)
