"""What readers say is wrong on a line, what staff answer, and just enough of a trace to slow robots down."""

from django.conf import settings
from django.db import models

from grants.models.recorded import Recorded
from grants.querysets import ErrorReportQuerySet


class ErrorReport(models.Model):
    """One report, without an account. What is public of it: what it is about, its day, its status and the answer.

    The message, the suggested value and the address are for staff alone. `line_pk` outlives the line.
    """

    class What(models.TextChoices):
        AMOUNT = "amount", "le montant"
        OPERATOR = "operator", "l’opérateur"
        SEAT = "seat", "la commune du siège"
        PROGRAMME = "programme", "le programme ou l’opération"
        TERRITORY = "territory", "le territoire"
        YEAR = "year", "l’année"
        PLACES = "places", "les places"
        PERSONAL = "personal", "une donnée personnelle à masquer"
        OTHER = "other", "autre chose"

    class Status(models.TextChoices):
        OPEN = "open", "reçu, pas encore examiné"
        MENDED = "mended", "exact, corrigé"
        PRINTED = "printed", "le document l’imprime ainsi"
        REFUSED = "refused", "pas d’erreur"

    line = models.ForeignKey(
        "grants.GrantLine", models.SET_NULL, verbose_name="ligne", related_name="reports", null=True, blank=True
    )
    line_pk = models.PositiveBigIntegerField("identifiant de la ligne", db_index=True)
    what = models.CharField("ce qui est faux", max_length=10, choices=What.choices)
    message = models.TextField("explication", max_length=2_000)
    suggestion = models.CharField("valeur proposée", max_length=300, blank=True)
    email = models.EmailField("adresse électronique", blank=True)
    created_at = models.DateTimeField("reçu le", auto_now_add=True)
    status = models.CharField("état", max_length=10, choices=Status.choices, default=Status.OPEN)
    answer = models.TextField("réponse publiée", max_length=2_000, blank=True)
    answered_at = models.DateTimeField("répondu le", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="répondu par", related_name="+", null=True, blank=True
    )

    objects = ErrorReportQuerySet.as_manager()
    records = Recorded(excluded_fields=["email"])

    class Meta:
        verbose_name = "signalement"
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"Ligne {self.line_pk} : {self.get_what_display()}"


class ReportTrace(models.Model):
    """That somebody at some address has just sent a report: a print that nobody can turn back, forgotten in a day."""

    print = models.CharField("empreinte", max_length=64, db_index=True)
    at = models.DateTimeField("le", db_index=True)

    class Meta:
        verbose_name = "trace de signalement"
        verbose_name_plural = "traces de signalements"

    def __str__(self) -> str:
        return self.print[:8]
