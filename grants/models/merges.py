"""That two operators, or two territories, are one: what moved from one to the other, so that it can be given back."""

from django.conf import settings
from django.db import models

from grants.querysets.pairs import MergeQuerySet


class Merge(models.Model):
    """`gone` was united with `kept` by a person. Written by `grants.operators.merging` alone.

    `lines` and `recusals`: the numbers of those that `kept` holds because of this merge and no other. `last_line`: the
    highest number of a line at the time; later ones are told by the name that they print. `before` and `after`: what
    `kept` said of itself, where the merge changed it.
    """

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="par", related_name="+", null=True, blank=True
    )
    at = models.DateTimeField("le", auto_now_add=True)
    word = models.TextField("mot", blank=True)
    lines = models.JSONField("lignes", default=list)
    last_line = models.PositiveBigIntegerField("dernière ligne d’alors", default=0)
    before = models.JSONField("avant", default=dict)
    after = models.JSONField("après", default=dict)
    undone_at = models.DateTimeField("défaite le", null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="défaite par", related_name="+", null=True, blank=True
    )

    objects = MergeQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.gone} → {self.kept}"


class OperatorMerge(Merge):
    gone = models.ForeignKey("grants.Operator", models.CASCADE, verbose_name="réuni", related_name="merges")
    kept = models.ForeignKey("grants.Operator", models.CASCADE, verbose_name="à", related_name="merges_received")
    recusals = models.JSONField("déports", default=list)

    class Meta(Merge.Meta):
        verbose_name = "réunion d’opérateurs"
        verbose_name_plural = "réunions d’opérateurs"


class TerritoryMerge(Merge):
    gone = models.ForeignKey("grants.Territory", models.CASCADE, verbose_name="réuni", related_name="merges")
    kept = models.ForeignKey("grants.Territory", models.CASCADE, verbose_name="à", related_name="merges_received")

    class Meta(Merge.Meta):
        verbose_name = "réunion de territoires"
        verbose_name_plural = "réunions de territoires"
