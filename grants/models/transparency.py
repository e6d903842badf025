"""What only staff know of open data: the money that a budget holds, the day on which an agreement was signed.

Both are registers that one adds to: the last entry stands, the ones before say who had typed what.
"""

from django.conf import settings
from django.db import models

from grants.querysets import AgreementDateQuerySet, DepartmentBudgetQuerySet


class DepartmentBudget(models.Model):
    """What a département's accounts say that it gave in grants in one year, in whole cents, and where that is printed.

    `grants_cents` is the total of the grants of the « compte administratif »: the figure against which the published
    grants are weighed (`grants.law.grades`).
    """

    department = models.ForeignKey(
        "grants.Department", models.CASCADE, verbose_name="département", related_name="budgets"
    )
    year = models.PositiveSmallIntegerField("exercice")
    grants_cents = models.BigIntegerField("total des subventions, en centimes")
    source = models.CharField("source", max_length=300)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="saisi par", related_name="+", null=True
    )
    at = models.DateTimeField("saisi le", auto_now_add=True)

    objects = DepartmentBudgetQuerySet.as_manager()

    class Meta:
        verbose_name = "budget de subventions"
        verbose_name_plural = "budgets de subventions"
        ordering = ["department", "-year", "-pk"]
        constraints = [models.CheckConstraint(condition=models.Q(grants_cents__gt=0), name="budget_is_money")]

    def __str__(self) -> str:
        return f"{self.department}, {self.year}"


class AgreementDate(models.Model):
    """The day on which the agreement about what an act gives to an operator was signed; no act prints it.

    `signed_on` is null where an entry typed before was taken back. An operator reunited to another since is followed.
    """

    deliberation = models.ForeignKey(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="agreement_dates"
    )
    operator = models.ForeignKey(
        "grants.Operator", models.CASCADE, verbose_name="opérateur", related_name="agreement_dates"
    )
    signed_on = models.DateField("convention signée le", null=True, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="saisie par", related_name="+", null=True
    )
    at = models.DateTimeField("saisie le", auto_now_add=True)

    objects = AgreementDateQuerySet.as_manager()

    class Meta:
        verbose_name = "date de convention"
        verbose_name_plural = "dates de conventions"
        ordering = ["deliberation", "operator", "pk"]

    def __str__(self) -> str:
        return f"{self.operator} ({self.deliberation})"
