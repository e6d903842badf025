"""The grant line: one printed row, for one year."""

from decimal import Decimal

from django.db import models
from django.urls import reverse

from grants.querysets import GrantLineQuerySet

PLACE = "place"  # the unit of counts that may be added up and divided by, as the reader writes it
SURE = 0.9  # of 1: from this certainty a line is said to be read without doubt; staff look at the others first


class GrantLine(models.Model):
    """One printed row for one year: the texts as printed, the values read from them, the place on the page.

    Amounts are kept in whole cents, because SQLite sums decimals in floating point. `line` numbers the printed rows of
    the act from 1; the several years of one printed row share `line` and `row_key`, and a count of lines counts
    distinct `row_key`s. `places_unit` is what `places` counts, in the singular (`place`, `mesure`, `DSF`), empty where
    the act does not print it: counts of two units never add up. `outside_budget`: money that the line says is not paid
    from the budget of the département. `origin` says whether a person added the row; `corrected_at` when a person last
    changed a value of it (null: as read); `as_read` holds what was read in the fields corrected since, as texts of
    `grants.line_fields`. The primary key is the permanent short id of
    the line. The box is in page fractions.
    """

    class Origin(models.TextChoices):
        READ = "read", "lue"
        STAFF = "staff", "ajoutée par un agent"

    deliberation = models.ForeignKey(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="lines"
    )
    line = models.PositiveIntegerField("n° de ligne imprimée")
    row_key = models.PositiveBigIntegerField(editable=False, db_index=True)
    year = models.PositiveSmallIntegerField("année", null=True, blank=True)
    amount_cents = models.BigIntegerField("montant en centimes")
    places = models.IntegerField("places", null=True, blank=True)
    places_unit = models.CharField("unité des places", max_length=40, blank=True)
    outside_budget = models.BooleanField("hors budget du département", default=False)

    # what the row belongs to
    department = models.ForeignKey(
        "grants.Department", models.PROTECT, verbose_name="département", related_name="lines"
    )
    territory = models.ForeignKey(
        "grants.Territory", models.PROTECT, verbose_name="territoire", related_name="lines", null=True, blank=True
    )
    programme = models.ForeignKey(
        "grants.Programme", models.PROTECT, verbose_name="programme", related_name="lines", null=True, blank=True
    )
    subprogramme = models.ForeignKey(
        "grants.Programme", models.PROTECT, verbose_name="opération", related_name="sublines", null=True, blank=True
    )
    operator = models.ForeignKey(
        "grants.Operator", models.PROTECT, verbose_name="opérateur", related_name="lines", null=True, blank=True
    )
    commune = models.ForeignKey(
        "grants.Commune", models.PROTECT, verbose_name="commune du siège", related_name="lines", null=True, blank=True
    )
    commune_found_by = models.CharField("commune trouvée par", max_length=20, blank=True)

    # as printed
    operator_text = models.CharField("opérateur imprimé", max_length=500, blank=True)
    territory_text = models.CharField("territoire imprimé", max_length=300, blank=True)
    programme_text = models.CharField("programme imprimé", max_length=500, blank=True)
    subprogramme_text = models.CharField("opération imprimée", max_length=500, blank=True)
    commune_text = models.CharField("siège imprimé", max_length=200, blank=True)
    reference = models.CharField("n° de dossier", max_length=100, blank=True)
    action = models.TextField("action", blank=True)
    detail = models.TextField("complément", blank=True)
    agreement = models.TextField("convention", blank=True)
    amount_text = models.CharField("montant imprimé", max_length=200, blank=True)
    places_text = models.CharField("places imprimées", max_length=200, blank=True)

    # where it is printed
    table = models.CharField("tableau", max_length=100, blank=True)
    page = models.PositiveIntegerField("page")
    row = models.PositiveIntegerField("rang dans le tableau", default=0)
    x0 = models.FloatField()
    y0 = models.FloatField()
    x1 = models.FloatField()
    y1 = models.FloatField()
    certainty = models.FloatField("certitude de lecture", default=1.0)
    notes = models.TextField("notes de lecture", blank=True)
    origin = models.CharField("origine", max_length=5, choices=Origin.choices, default=Origin.READ, editable=False)
    corrected_at = models.DateTimeField("corrigée le", null=True, blank=True, editable=False)
    as_read = models.JSONField("lu sous les corrections", default=dict, blank=True, editable=False)

    search_text = models.TextField(editable=False, blank=True)

    objects = GrantLineQuerySet.as_manager()

    class Meta:
        verbose_name = "ligne de subvention"
        verbose_name_plural = "lignes de subvention"
        ordering = ["deliberation", "line", "year"]
        constraints = [
            models.UniqueConstraint(fields=["deliberation", "line", "year"], name="line_once_a_year"),
            models.UniqueConstraint(
                fields=["deliberation", "line"], condition=models.Q(year__isnull=True), name="line_once_without_year"
            ),
        ]
        indexes = [
            models.Index(fields=["year", "amount_cents"], name="line_year_amount"),
            models.Index(fields=["amount_cents"], name="line_amount"),
            # The same sum for the same operator, in the same act or another one: what looks odd is found by it.
            models.Index(fields=["operator", "amount_cents", "deliberation", "row_key"], name="line_operator_amount"),
            # All that the figures of a page read: sums over every line never touch the texts.
            models.Index(
                fields=[
                    "deliberation",
                    "department",
                    "year",
                    "territory",
                    "programme",
                    "subprogramme",
                    "operator",
                    "commune",
                    "row_key",
                    "places",
                    "places_unit",
                    "outside_budget",
                    "amount_cents",
                ],
                name="line_figures",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.operator_text or self.action} ({self.year})"

    def get_absolute_url(self) -> str:
        return reverse("line_detail", args=[self.pk])

    @property
    def is_sure(self) -> bool:
        """Whether the reader had no doubt. Cells that it had to mend or to guess carry less certainty."""
        return self.certainty >= SURE

    @property
    def amount(self) -> Decimal:
        """Euros."""
        return Decimal(self.amount_cents) / 100

    @property
    def page_url(self) -> str:
        """The printed page with this row framed. Needs `deliberation` (`with_context()`)."""
        return f"{self.deliberation.page_url(self.page)}#{self.anchor}"

    @property
    def zoom_url(self) -> str:
        """The row alone, twice as large. Needs `deliberation`."""
        return f"{self.deliberation.page_url(self.page)}?ligne={self.line}&zoom=2"

    @property
    def anchor(self) -> str:
        """What names the printed row inside the address of its page."""
        return f"ligne-{self.line}"

    @staticmethod
    def row_key_for(deliberation_id: int, line: int) -> int:
        """One integer per printed row: counts of lines are counts of distinct ones."""
        return deliberation_id * 1_000_000 + line
