"""What a person said of two things that may be one: two operators, two programmes of successive years."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from grants.models.recorded import Recorded
from grants.querysets.pairs import OperatorPairQuerySet, ProgrammeTieQuerySet


class Judged(models.Model):
    """A pair with the verdict of a person, its date, its author and a word; a blank verdict waits for one."""

    class Verdict(models.TextChoices):
        SAME = "same", "le même"
        DIFFERENT = "different", "pas le même"
        LATER = "later", "plus tard"

    verdict = models.CharField("décision", max_length=10, choices=Verdict.choices, blank=True, db_index=True)
    word = models.TextField("mot", blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="par", related_name="+", null=True, blank=True
    )
    at = models.DateTimeField("décidé le", null=True, blank=True)

    class Meta:
        abstract = True


class OperatorPair(Judged):
    """Two operators that may be one, `first` with the lower number.

    `reasons`: values of `grants.operators.likeness.Reason`, between spaces; `score` of 100, for the order in which
    staff look at them. Blank and 0 where no rule proposed them.
    """

    first = models.ForeignKey("grants.Operator", models.CASCADE, verbose_name="opérateur", related_name="pairs_before")
    second = models.ForeignKey("grants.Operator", models.CASCADE, verbose_name="autre", related_name="pairs_after")
    score = models.PositiveSmallIntegerField("ressemblance", default=0)
    reasons = models.CharField("raisons", max_length=120, blank=True)

    objects = OperatorPairQuerySet.as_manager()
    records = Recorded(excluded_fields=["score", "reasons"])

    class Meta:
        verbose_name = "doublon probable"
        verbose_name_plural = "doublons probables"
        ordering = ["-score", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="operator_pair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="operator_pair_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first} / {self.second}"


class ProgrammeTie(Judged):
    """Whether `later` is `earlier` under the name of later years: « le même » ties them, nothing is added up by it."""

    earlier = models.ForeignKey("grants.Programme", models.CASCADE, verbose_name="avant", related_name="ties_after")
    later = models.ForeignKey("grants.Programme", models.CASCADE, verbose_name="ensuite", related_name="ties_before")

    objects = ProgrammeTieQuerySet.as_manager()
    records = Recorded()

    class Meta:
        verbose_name = "suite de programme"
        verbose_name_plural = "suites de programmes"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="programme_tie_once"),
            models.CheckConstraint(condition=~Q(earlier=F("later")), name="programme_tie_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} → {self.later}"
