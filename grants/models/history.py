"""What changed in public, and when: the version of the data, its journal, the addresses of before."""

from django.db import models

from grants.querysets import ChangeQuerySet


class DataVersion(models.Model):
    """The one row that says which state of the data is public. Written by `grants.history` alone.

    One row, updated in the transaction that changes the data: writers wait for each other, so that a number that has
    been seen never stands for data that come later.
    """

    number = models.PositiveBigIntegerField("version", default=0)
    changed_at = models.DateTimeField("changée le")
    is_demonstration = models.BooleanField("données de démonstration", default=False)

    class Meta:
        verbose_name = "version des données"
        verbose_name_plural = "version des données"

    def __str__(self) -> str:
        return str(self.number)


class Change(models.Model):
    """One entry of the public journal: an act put online, withdrawn, replaced by another one or counted again; a line
    added, corrected or gone.

    `line_pk` is the permanent number of the line, which may be gone. `before` and `after` hold what the line said, by
    column of `GrantLine`. `replaced_by` is the line that stands for one that is gone, where one surely does.
    """

    class Kind(models.TextChoices):
        PUBLISHED = "published", "délibération mise en ligne"
        WITHDRAWN = "withdrawn", "délibération retirée"
        ADDED = "added", "ligne ajoutée"
        CORRECTED = "corrected", "ligne corrigée"
        GONE = "gone", "ligne disparue"
        REPLACED = "replaced", "délibération remplacée"
        RESTORED = "restored", "délibération comptée de nouveau"

    version = models.PositiveBigIntegerField("version des données", db_index=True)
    at = models.DateTimeField("le")
    kind = models.CharField("nature", max_length=10, choices=Kind.choices)
    deliberation = models.ForeignKey(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="changes"
    )
    line_pk = models.PositiveBigIntegerField("ligne", null=True, blank=True, db_index=True)
    before = models.JSONField("avant", default=dict, blank=True)
    after = models.JSONField("après", default=dict, blank=True)
    replaced_by = models.ForeignKey(
        "grants.GrantLine", models.SET_NULL, verbose_name="remplacée par", related_name="+", null=True, blank=True
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = "changement"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.deliberation})"


class FormerSlug(models.Model):
    """An address that an act had before its number was corrected: it leads to the act for ever."""

    slug = models.SlugField("ancienne adresse", max_length=120, unique=True)
    deliberation = models.ForeignKey(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="former_slugs"
    )

    class Meta:
        verbose_name = "ancienne adresse"
        verbose_name_plural = "anciennes adresses"

    def __str__(self) -> str:
        return self.slug
