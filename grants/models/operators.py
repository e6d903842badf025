"""Who receives: operators, and each name under which an act prints them."""

from django.db import models
from django.urls import reverse
from django.utils.text import slugify

from grants.querysets import NamedQuerySet


class Operator(models.Model):
    """An organisation that receives grants. `key` is the `fold_name` that all its sure spellings share.

    `commune` is its printed seat, never where its action takes place; `commune_found_by` says how it was found.
    """

    class FoundBy(models.TextChoices):
        PRINTED = "printed", "siège imprimé"
        OLD_NAME = "old name", "siège imprimé, ancien nom de commune"
        OPERATOR_NAME = "operator name", "nom de l’opérateur"
        STAFF = "staff", "saisi par un agent"

    name = models.CharField("nom", max_length=300)
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

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = "opérateur"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("operator_detail", args=[f"{self.pk}-{slugify(self.name)[:60]}".rstrip("-")])


class OperatorName(models.Model):
    """A spelling of an operator's name, as printed."""

    operator = models.ForeignKey(Operator, models.CASCADE, verbose_name="opérateur", related_name="names")
    name = models.CharField("nom imprimé", max_length=300, unique=True)

    class Meta:
        verbose_name = "nom imprimé d’opérateur"
        verbose_name_plural = "noms imprimés d’opérateurs"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
