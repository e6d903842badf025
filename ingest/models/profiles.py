"""What staff said of the columns of a table, kept for the next documents of the council. Never public."""

from django.conf import settings
from django.db import models

from grants.models.recorded import Recorded


class ColumnProfile(models.Model):
    """The columns of the tables of a council that print these headers, or of one table of one act.

    `signature` is what two years' headers share, as `ingest.reader.roles.column_profiles` tells it, `key` its print.
    `headers` are as printed the first time. `kinds` and `years` go by column, in the words of `ProfileRecord`.
    `listing`: whether such a table lists grants; empty where the reader judges. `deliberation` and `position` are set
    where it was made for that table of that act alone.
    """

    department = models.ForeignKey(
        "grants.Department", models.CASCADE, verbose_name="département", related_name="column_profiles"
    )
    deliberation = models.ForeignKey(
        "grants.Deliberation",
        models.CASCADE,
        verbose_name="pour cette délibération seulement",
        related_name="column_profiles",
        null=True,
        blank=True,
    )
    position = models.PositiveIntegerField("rang du tableau", default=0)
    key = models.CharField("empreinte des titres", max_length=64)
    signature = models.JSONField("titres sans les années")
    headers = models.JSONField("titres imprimés")
    kinds = models.JSONField("ce que sont les colonnes")
    years = models.JSONField("années des colonnes")
    listing = models.BooleanField("liste de subventions", null=True, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="auteur", related_name="+", null=True, blank=True
    )
    at = models.DateTimeField("enregistré le")

    records = Recorded()

    class Meta:
        verbose_name = "profil de colonnes"
        verbose_name_plural = "profils de colonnes"
        ordering = ["department", "-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["department", "key"],
                condition=models.Q(deliberation__isnull=True),
                name="profile_once_a_department",
            ),
            models.UniqueConstraint(fields=["deliberation", "position", "key"], name="profile_once_a_table"),
        ]

    def __str__(self) -> str:
        return " | ".join(header or "…" for header in self.headers)
