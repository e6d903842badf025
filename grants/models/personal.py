"""What an act prints of private persons, and whether the public may read it (CRPA, article L. 312-1-2)."""

from django.conf import settings
from django.db import models

from grants.querysets import PersonalMarkQuerySet


class PersonalMark(models.Model):
    """One thing on one page: masked everywhere public until a member of staff decides otherwise.

    `text` is the original, for staff alone; `key` is what all the ways to print it share, empty for what was drawn on
    the page without a text. `boxes`: [x0, y0, x1, y1] in page fractions, one for each stretch of a printed line.
    `is_service`: it leads to an office, as far as it tells. `by_staff`: a person marked it, no reading takes it away.
    """

    class Kind(models.TextChoices):
        BANK = "bank", "coordonnées bancaires"
        EMAIL = "email", "adresse électronique"
        PHONE = "phone", "numéro de téléphone"
        SIGNATURE = "signature", "signature manuscrite"
        PERSON = "person", "nom d’une personne"
        OTHER = "other", "autre donnée personnelle"

    class Status(models.TextChoices):
        MASKED = "masked", "masqué"
        PUBLIC = "public", "public"

    deliberation = models.ForeignKey(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="personal_marks"
    )
    kind = models.CharField("nature", max_length=10, choices=Kind.choices)
    text = models.TextField("texte imprimé", blank=True)
    key = models.TextField("texte replié", blank=True, editable=False)
    page = models.PositiveIntegerField("page")
    boxes = models.JSONField("places dans la page", default=list)
    reason = models.CharField("trouvé parce que", max_length=300, blank=True)
    is_service = models.BooleanField("d’un service", default=False)
    by_staff = models.BooleanField("signalé par un agent", default=False)
    status = models.CharField("état", max_length=10, choices=Status.choices, default=Status.MASKED)
    word = models.TextField("motif", blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="décidé par", related_name="+", null=True, blank=True
    )
    decided_at = models.DateTimeField("décidé le", null=True, blank=True)

    objects = PersonalMarkQuerySet.as_manager()

    class Meta:
        verbose_name = "donnée personnelle"
        verbose_name_plural = "données personnelles"
        ordering = ["deliberation", "page", "pk"]
        permissions = [("decide_personal_data", "Peut décider des données personnelles")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, page {self.page}"

    @property
    def x0(self) -> float:
        return min((box[0] for box in self.boxes), default=0.0)

    @property
    def y0(self) -> float:
        return min((box[1] for box in self.boxes), default=0.0)

    @property
    def x1(self) -> float:
        return max((box[2] for box in self.boxes), default=1.0)

    @property
    def y1(self) -> float:
        return max((box[3] for box in self.boxes), default=1.0)

    @property
    def is_masked(self) -> bool:
        return self.status == self.Status.MASKED
