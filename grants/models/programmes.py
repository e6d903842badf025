"""Budget headings, on two levels: a programme and, under it, its subprogrammes (opérations)."""

from django.db import models
from django.urls import reverse

from grants.models.keys import named_key
from grants.models.recorded import Recorded
from grants.querysets import ProgrammeQuerySet


class Programme(models.Model):
    """A heading as printed. A subprogramme has a `parent`, a programme has none. `folded` is its `fold`ed name."""

    department = models.ForeignKey(
        "grants.Department", models.PROTECT, verbose_name="département", related_name="programmes"
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name="programme parent", related_name="children", null=True, blank=True
    )
    name = models.CharField("intitulé imprimé", max_length=500)
    folded = models.CharField(max_length=500, editable=False)

    objects = ProgrammeQuerySet.as_manager()
    records = Recorded()

    class Meta:
        verbose_name = "programme"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["department", "folded"],
                condition=models.Q(parent__isnull=True),
                name="programme_once_a_department",
            ),
            models.UniqueConstraint(fields=["parent", "folded"], name="subprogramme_once_a_programme"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("programme_detail", args=[named_key(self.pk, self.name)])
