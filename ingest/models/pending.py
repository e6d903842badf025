"""A reading that waits for a person to say whether it replaces the one in force."""

from django.conf import settings
from django.db import models


class PendingReading(models.Model):
    """A new reading of an act that is here already, packed by `ingest.store.readings.packing`; nothing of it is public.

    `source` is the file that was read, kept under the name that it will have once accepted. One at most for each act:
    a later one takes its place.
    """

    deliberation = models.OneToOneField(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="pending_reading"
    )
    packed = models.BinaryField("lecture")
    sha256 = models.CharField("empreinte du fichier lu", max_length=64)
    source = models.CharField("fichier gardé", max_length=200)
    source_name = models.CharField("nom du fichier", max_length=255)
    reader_version = models.CharField("version du lecteur", max_length=20)
    at = models.DateTimeField("lue le")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="demandée par", related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = "lecture en attente"
        verbose_name_plural = "lectures en attente"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.deliberation}, {self.source_name}"
