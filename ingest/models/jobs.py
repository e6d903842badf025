"""The queue: files that somebody asked to be read."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone


class JobQuerySet(models.QuerySet):
    def live(self) -> "JobQuerySet":
        """Waiting or being read: not ended yet."""
        return self.filter(state__in=Job.LIVE)

    def ended(self) -> "JobQuerySet":
        return self.exclude(state__in=Job.LIVE)

    def failed(self) -> "JobQuerySet":
        """Ended without a reading."""
        return self.filter(state=Job.State.FAILED)

    def to_cut(self) -> "JobQuerySet":
        """Files of several deliberations of which nobody has said yet where each begins."""
        return self.filter(state=Job.State.SEVERAL)

    def waiting(self) -> "JobQuerySet":
        """Those that no worker has taken yet."""
        return self.filter(state=Job.State.WAITING)

    def latest_first(self) -> "JobQuerySet":
        """Those under way before those that have ended; of each, the latest first."""
        has_ended = models.Case(models.When(state__in=Job.LIVE, then=0), default=1)
        return self.order_by(has_ended, "-pk")

    def stale(self) -> "JobQuerySet":
        """Being read by a worker that has given no sign of life for `WORKER_STALE_SECONDS`."""
        return self.filter(state=Job.State.READING, heartbeat__lt=_oldest_sign_of_life())

    def stuck(self) -> "JobQuerySet":
        """Waiting for that long although no worker reads anything: there may be none."""
        if self.filter(state=Job.State.READING, heartbeat__gte=_oldest_sign_of_life()).exists():
            return self.none()
        return self.waiting().filter(waiting_since__lt=_oldest_sign_of_life())


def _oldest_sign_of_life():
    return timezone.now() - timedelta(seconds=settings.WORKER_STALE_SECONDS)


class Job(models.Model):
    """One file asked to be read, by an upload or because its act is to be read again.

    `upload` is the file byte for byte, empty where an act holds it (`deliberation` once read, `replaces` for an act to
    be read again); `sha256` is its print, of one live job at most. `replaces` is the act with which the reading is to
    be compared, null for a new one. `worker` is the token of the worker that reads it: who does not hold it any more
    must not save. `message` is one French sentence; `trace` is for administrators. `task` is the last task that will
    read it. `acts` are those found in a file of several, or those into which it was cut: pages, number and title of
    each; `bundle` keeps that file once it is cut. `is_one_act`: a person said so, whatever the file looks like.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "en attente"
        READING = "reading", "en cours de lecture"
        READ = "read", "lue"
        FAILED = "failed", "non lue"
        CANCELLED = "cancelled", "annulée"
        SEVERAL = "several", "à découper"
        CUT = "cut", "découpée"
        EMPTY = "empty", "sans subvention"

    class Step(models.TextChoices):
        PAGES = "pages", "lecture des pages"
        SCANS = "scans", "reconnaissance des pages numérisées"
        TABLES = "tables", "recherche des tableaux"
        SAVING = "saving", "vérification et enregistrement"

    LIVE = (State.WAITING, State.READING)

    upload = models.FileField("fichier déposé", upload_to="depots/", blank=True)
    name = models.CharField("nom du fichier", max_length=255)
    sha256 = models.CharField("empreinte SHA-256", max_length=64, db_index=True)
    department = models.CharField("département demandé", max_length=3, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="déposé par", related_name="+", null=True
    )
    replaces = models.ForeignKey(
        "grants.Deliberation",
        models.CASCADE,
        verbose_name="délibération à comparer",
        related_name="rereading_jobs",
        null=True,
        blank=True,
    )
    deliberation = models.ForeignKey(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="jobs", null=True, blank=True
    )

    state = models.CharField("état", max_length=10, choices=State.choices, default=State.WAITING)
    step = models.CharField("étape", max_length=10, choices=Step.choices, blank=True)
    step_done = models.PositiveIntegerField("pages faites", default=0)
    step_total = models.PositiveIntegerField("pages de l’étape", default=0)
    page_count = models.PositiveIntegerField("pages", default=0)
    message = models.TextField("explication", blank=True)
    trace = models.TextField("trace", blank=True)

    asked_at = models.DateTimeField("déposé le", auto_now_add=True)
    waiting_since = models.DateTimeField("en attente depuis")
    started_at = models.DateTimeField("lecture commencée le", null=True, blank=True)
    ended_at = models.DateTimeField("terminé le", null=True, blank=True)
    heartbeat = models.DateTimeField("dernier signe de vie", null=True, blank=True)
    acts = models.JSONField("délibérations du fichier", default=list, blank=True, editable=False)
    bundle = models.ForeignKey(
        "grants.Bundle", models.PROTECT, verbose_name="recueil", related_name="jobs", null=True, blank=True
    )
    is_one_act = models.BooleanField("une seule délibération", default=False)
    attempts = models.PositiveSmallIntegerField("essais", default=0)
    worker = models.CharField("jeton du lecteur", max_length=32, blank=True, editable=False)
    task = models.UUIDField("tâche", null=True, blank=True, editable=False)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = "fichier à lire"
        verbose_name_plural = "file d’attente"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256"],
                condition=models.Q(state__in=["waiting", "reading"]),
                name="job_once_a_live_file",
            )
        ]
        indexes = [models.Index(fields=["state", "heartbeat"], name="job_state_heartbeat")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("admin:ingest_job_page", args=[self.pk])

    @property
    def is_live(self) -> bool:
        return self.state in self.LIVE

    @property
    def is_stale(self) -> bool:
        """Whether its worker has given no sign of life for too long."""
        return self.state == self.State.READING and self.heartbeat < _oldest_sign_of_life()

    @property
    def step_number(self) -> int:
        """From 1, of `len(Step)`; 0 before the first."""
        return self.Step.values.index(self.step) + 1 if self.step else 0

    @property
    def file(self) -> models.fields.files.FieldFile:
        """The bytes to read: its own, those of the bundle that they became, or those of the act to be read again."""
        return self.upload or (self.bundle or self.replaces or self.deliberation).source
