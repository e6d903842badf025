"""What people changed in what was read: one entry for each gesture, never deleted; and the rows that are there no more.

Columns of `GrantLine` hold the value in force; what the machine read is the `before` of the first correction.
"""

from django.conf import settings
from django.db import models

from grants.querysets import LineEditQuerySet


class LineEdit(models.Model):
    """One gesture of a member of staff on one line, or on one field of it.

    `line_pk` is the permanent number of the line, which may be gone. `field` is that of the reader's line record
    (`operator`, `amount`, `year`…), empty for a whole row; `before` and `after` are texts as `ingest.desk.edits` writes
    them (amounts in euros with a dot, empty for nothing), without what is masked; `unmasked` is what was typed, where
    that makes a difference, for staff alone. Entries of one gesture share `batch`: a row split in two. A confirmed line
    is one that a person found to be as printed; `after` tells what it said then. `report` is the message of a reader
    that it answers.
    """

    class Kind(models.TextChoices):
        CORRECTED = "corrected", "valeur corrigée"
        ADDED = "added", "ligne ajoutée"
        DROPPED = "dropped", "ligne écartée"
        SPLIT = "split", "ligne partagée"
        JOINED = "joined", "lignes réunies"
        CONFIRMED = "confirmed", "ligne vérifiée"

    deliberation = models.ForeignKey(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="line_edits"
    )
    line_pk = models.PositiveBigIntegerField("ligne", db_index=True)
    kind = models.CharField("nature", max_length=10, choices=Kind.choices)
    field = models.CharField("champ", max_length=30, blank=True)
    before = models.TextField("avant", blank=True)
    after = models.TextField("après", blank=True)
    unmasked = models.TextField("après, sans masque", blank=True)
    word = models.TextField("motif", blank=True)
    batch = models.UUIDField("geste", db_index=True)
    report = models.ForeignKey(
        "grants.ErrorReport", models.SET_NULL, verbose_name="signalement", related_name="edits", null=True, blank=True
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="auteur", related_name="+", null=True, blank=True
    )
    at = models.DateTimeField("le")
    undone_at = models.DateTimeField("annulée le", null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="annulée par", related_name="+", null=True, blank=True
    )

    objects = LineEditQuerySet.as_manager()

    class Meta:
        verbose_name = "correction"
        ordering = ["pk"]
        indexes = [models.Index(fields=["deliberation", "line_pk"], name="edit_of_line")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.line_pk})"


class GoneLine(models.Model):
    """A line that is there no more, kept whole so that it can come back under its own number.

    `values` holds its columns by name, as JSON; `dropped` says that a person set it aside, so that reading the file
    again does not bring it back.
    """

    line_pk = models.PositiveBigIntegerField("ligne", unique=True)
    deliberation = models.ForeignKey(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="gone_lines"
    )
    dropped = models.BooleanField("écartée par un agent", default=False)
    values = models.JSONField("valeurs")
    at = models.DateTimeField("le")

    class Meta:
        verbose_name = "ligne disparue"
        verbose_name_plural = "lignes disparues"
        ordering = ["line_pk"]

    def __str__(self) -> str:
        return f"Ligne {self.line_pk}"
