"""Who receives: operators, and each name under which an act prints them."""

from django.db import models
from django.urls import reverse

from grants.models.keys import named_key
from grants.models.recorded import Recorded
from grants.operators.identifiers import valid_rna, valid_siret
from grants.operators.kinds import OperatorKind
from grants.querysets import OperatorQuerySet


class Operator(models.Model):
    """An organisation that receives grants. `key` is the `fold_name` that all its sure spellings share.

    `commune` is its printed seat, never where its action takes place; `commune_found_by` says how it was found. `kind`
    is told by the name, unless staff chose it, as the shown name is by what is printed; `siret` and `rna` are known
    where staff gave them. One that is `merged_into` another keeps its key and its spellings, and has no line of its own
    (`grants.operators.merging`). `compared`: its likely duplicates were looked for since it came or changed.
    """

    class FoundBy(models.TextChoices):
        PRINTED = "printed", "siège imprimé"
        OLD_NAME = "old name", "siège imprimé, ancien nom de commune"
        OPERATOR_NAME = "operator name", "nom de l’opérateur"
        STAFF = "staff", "saisi par un agent"

    name = models.CharField("nom", max_length=300)
    name_by_staff = models.BooleanField("nom choisi par un agent", default=False, editable=False)
    key = models.CharField(max_length=300, unique=True, editable=False)
    commune = models.ForeignKey(
        "grants.Commune",
        models.PROTECT,
        verbose_name="commune du siège",
        related_name="operators",
        null=True,
        blank=True,
    )
    commune_found_by = models.CharField("commune trouvée par", max_length=20, choices=FoundBy.choices, blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="réuni à",
        related_name="merged",
        null=True,
        blank=True,
        help_text="Le même opérateur sous un autre nom : ses lignes y passent, son adresse y mène.",
    )

    kind = models.CharField("nature", max_length=20, choices=OperatorKind.choices, blank=True, db_index=True)
    kind_by_staff = models.BooleanField("nature choisie par un agent", default=False, editable=False)
    siret = models.CharField("SIRET", max_length=14, blank=True, validators=[valid_siret], help_text="14 chiffres.")
    rna = models.CharField("n° RNA", max_length=10, blank=True, validators=[valid_rna], help_text="W et 9 chiffres.")

    compared = models.BooleanField("doublons cherchés", default=False, editable=False, db_index=True)

    objects = OperatorQuerySet.as_manager()
    records = Recorded(excluded_fields=["compared"])

    class Meta:
        verbose_name = "opérateur"
        ordering = ["name"]
        permissions = [("merge_operator", "Peut réunir et séparer des opérateurs et des territoires")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("operator_detail", args=[named_key(self.pk, self.name)])


class OperatorName(models.Model):
    """A spelling of an operator's name, as printed; or one that staff gave, to which later readings resolve too.

    `key`: the `fold_name` of one that staff gave, empty for one that is printed: that one has the key of its operator.
    """

    operator = models.ForeignKey(Operator, models.CASCADE, verbose_name="opérateur", related_name="names")
    name = models.CharField("nom imprimé", max_length=300, unique=True)
    key = models.CharField(max_length=300, blank=True, editable=False)
    by_staff = models.BooleanField("ajouté par un agent", default=False, editable=False)

    records = Recorded()

    class Meta:
        verbose_name = "nom imprimé d’opérateur"
        verbose_name_plural = "noms imprimés d’opérateurs"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=~models.Q(key=""), name="operator_name_key_once")
        ]

    def __str__(self) -> str:
        return self.name
