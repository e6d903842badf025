"""Lists of operators filled in a spreadsheet and sent back: what they change, before it is written and after."""

from django.conf import settings
from django.db import models


class OperatorImport(models.Model):
    """One file. `changes`: what it changes, field by field, with the value before; `mistakes`: rows refused, each with
    its sentence. Nothing is written before `applied_at`; `undone_at` says that it was taken back."""

    name = models.CharField("fichier", max_length=200)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="par", related_name="+", null=True, blank=True
    )
    at = models.DateTimeField("envoyé le", auto_now_add=True)
    changes = models.JSONField("changements", default=list)
    mistakes = models.JSONField("lignes refusées", default=list)
    applied_at = models.DateTimeField("appliqué le", null=True, blank=True)
    undone_at = models.DateTimeField("défait le", null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="défait par", related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = "liste d’opérateurs reçue"
        verbose_name_plural = "listes d’opérateurs reçues"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
