"""Who asked to be told by mail of what is new for a question: an address, kept until its owner says stop."""

from uuid import uuid4

from django.db import models


class Alert(models.Model):
    """A question of the list, and where to send what is new for it. Nothing is sent before `confirmed_at`.

    `question` is the query string of `/subventions/`; `token` the secret that its mails carry, to confirm and to stop;
    `version` the state of the public data that has been told already.
    """

    class Every(models.TextChoices):
        DAY = "day", "chaque jour où il y a du nouveau"
        WEEK = "week", "une fois par semaine au plus"

    email = models.EmailField("adresse électronique")
    question = models.TextField("question", blank=True)
    every = models.CharField("fréquence", max_length=4, choices=Every.choices, default=Every.WEEK)
    token = models.UUIDField(default=uuid4, unique=True, editable=False)
    created_at = models.DateTimeField("demandée le", auto_now_add=True)
    confirmed_at = models.DateTimeField("confirmée le", null=True, blank=True)
    sent_at = models.DateTimeField("dernier envoi", null=True, blank=True)
    version = models.PositiveBigIntegerField("version des données déjà dite", default=0)

    class Meta:
        verbose_name = "alerte"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.email
