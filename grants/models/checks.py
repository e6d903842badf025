"""Trust: what the act says it adds up to, what its lines add up to, and what could not be read."""

from django.conf import settings
from django.db import models

from grants.querysets import ActPartQuerySet, CheckQuerySet, LeftoverQuerySet


class StatedTotal(models.Model):
    """A total that the act states, in whole cents. `precision_cents`: the last printed unit (`7 M€`: 100 000 000).

    `line_numbers`: the `GrantLine.line`s that it adds up, of its `year` where it has one; empty where not known.
    """

    class Where(models.TextChoices):
        TABLE = "table row", "ligne de tableau"
        DECISION = "decision", "décision"
        REPORT = "report", "rapport"

    deliberation = models.ForeignKey(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="stated_totals"
    )
    position = models.PositiveIntegerField()
    scope = models.TextField("portée")
    table = models.CharField("tableau", max_length=100, blank=True)
    year = models.PositiveSmallIntegerField("année", null=True, blank=True)
    amount_cents = models.BigIntegerField("total annoncé, en centimes")
    precision_cents = models.BigIntegerField("précision imprimée, en centimes", default=1)
    text = models.TextField("texte imprimé", blank=True)
    where = models.CharField("lieu", max_length=20, choices=Where.choices)
    outside_budget = models.BooleanField("hors budget du département", default=False)
    line_numbers = models.JSONField("lignes additionnées", default=list, blank=True, editable=False)
    page = models.PositiveIntegerField("page")
    x0 = models.FloatField()
    y0 = models.FloatField()
    x1 = models.FloatField()
    y1 = models.FloatField()

    objects = ActPartQuerySet.as_manager()

    class Meta:
        verbose_name = "total annoncé"
        verbose_name_plural = "totaux annoncés"
        ordering = ["deliberation", "position"]
        constraints = [models.UniqueConstraint(fields=["deliberation", "position"], name="total_once_a_position")]

    def __str__(self) -> str:
        return self.scope

    def adds_up(self, line) -> bool:
        """Whether this line is one of those that the total adds up."""
        return line.line in self.line_numbers and self.year in (None, line.year)


class Check(models.Model):
    """A stated total against the sum of its lines. `difference_cents` is computed minus stated.

    `acknowledgement` is the word of the person who published in spite of a difference: the public sees it.
    """

    class Status(models.TextChoices):
        EQUAL = "equal", "égal"
        ROUNDED = "rounded", "égal à l’arrondi imprimé"
        DIFFERENT = "different", "écart"
        NOT_COMPARABLE = "not comparable", "non comparable"

    total = models.OneToOneField(StatedTotal, models.CASCADE, verbose_name="total annoncé", related_name="check_result")
    status = models.CharField("résultat", max_length=20, choices=Status.choices)
    computed_cents = models.BigIntegerField("somme des lignes, en centimes", null=True, blank=True)
    difference_cents = models.BigIntegerField("écart, en centimes", null=True, blank=True)
    note = models.TextField("note", blank=True)
    acknowledgement = models.TextField("explication de l’écart", blank=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="vu par", related_name="+", null=True, blank=True
    )
    acknowledged_at = models.DateTimeField("vu le", null=True, blank=True)

    objects = CheckQuerySet.as_manager()

    class Meta:
        verbose_name = "contrôle"
        ordering = ["total"]

    def __str__(self) -> str:
        return f"{self.total} : {self.get_status_display()}"


class Leftover(models.Model):
    """A printed row, or a sum in prose, that could not be placed: staff see it, nothing is dropped.

    `set_aside` is the word of the person who says that it is no grant; empty where nobody has looked at it yet.
    `line_pk` is the line that a person made of it: it is then left over no more, and comes back if that is undone.
    """

    deliberation = models.ForeignKey(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="leftovers"
    )
    position = models.PositiveIntegerField()
    text = models.TextField("texte imprimé")
    reason = models.CharField("motif", max_length=300)
    page = models.PositiveIntegerField("page")
    x0 = models.FloatField()
    y0 = models.FloatField()
    x1 = models.FloatField()
    y1 = models.FloatField()
    set_aside = models.TextField("écartée parce que", blank=True)
    set_aside_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="écartée par", related_name="+", null=True, blank=True
    )
    set_aside_at = models.DateTimeField("écartée le", null=True, blank=True)
    line_pk = models.PositiveBigIntegerField("ligne ajoutée d’après elle", null=True, blank=True)

    objects = LeftoverQuerySet.as_manager()

    class Meta:
        verbose_name = "ligne non lue"
        verbose_name_plural = "lignes non lues"
        ordering = ["deliberation", "position"]
        constraints = [models.UniqueConstraint(fields=["deliberation", "position"], name="leftover_once_a_position")]

    def __str__(self) -> str:
        return self.text[:80]
