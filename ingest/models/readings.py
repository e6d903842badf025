"""Readings as the reader gave them, kept whole."""

from django.conf import settings
from django.db import models


class KeptReading(models.Model):
    """One reading that was accepted for an act, as `store.readings.kept` packs it: original texts, nothing masked.

    `is_current` marks the one from which the lines in force come; the others serve to undo. `replaced` is the reading
    in the place of which this one came, null for the first. `words` is what staff had said of differences and leftovers
    when another reading took the place of this one (`ingest.store.readings.spoken`). Staff only.
    """

    deliberation = models.ForeignKey(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="kept_readings"
    )
    packed = models.BinaryField("lecture")
    sha256 = models.CharField("empreinte du fichier lu", max_length=64)
    source = models.CharField("fichier gardé", max_length=200)
    source_name = models.CharField("nom du fichier", max_length=255)
    reader_version = models.CharField("version du lecteur", max_length=20)
    at = models.DateTimeField("acceptée le")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="acceptée par", related_name="+", null=True, blank=True
    )
    replaced = models.ForeignKey(
        "self", models.SET_NULL, verbose_name="lecture remplacée", related_name="+", null=True, blank=True
    )
    words = models.JSONField("mots des agents", default=dict, blank=True)
    is_current = models.BooleanField("en vigueur", default=True)

    class Meta:
        verbose_name = "lecture gardée"
        verbose_name_plural = "lectures gardées"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deliberation"], condition=models.Q(is_current=True), name="one_reading_in_force"
            )
        ]

    def __str__(self) -> str:
        return f"{self.deliberation}, {self.source_name}"
