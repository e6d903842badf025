"""The act: what it says of itself, its votes, its decisions, the members who stood aside, its source file."""

from django.db import models
from django.urls import reverse
from django.utils.text import slugify

from grants.models.recorded import Recorded
from grants.querysets import ActPartQuerySet, DecisionQuerySet, DeliberationQuerySet

PRINT_LENGTH = 12  # characters of a SHA-256 that tell a file in an address


class Deliberation(models.Model):
    """A decision voted by a council, read in one PDF kept byte for byte.

    Only published acts are public (`Deliberation.objects.published()`, `GrantLine.objects.counted()`). `slug` is
    `<department code>-<number>`, given once and never changed. `sha256` is that of `source`, in hexadecimal. `as_read`
    holds what was read in the fields that staff corrected, dates in ISO 8601: their values stay when the file is read
    again. `rectifies` is the earlier act that this one replaces or completes, where staff said so; `rectification` says
    which. `replaced_by` is the published act that stands in the place of this one: its lines then enter no sum. Written
    by `grants.rectifications` alone.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "brouillon"
        PUBLISHED = "published", "publiée"

    class Rectification(models.TextChoices):
        REPLACES = "replaces", "remplace"
        COMPLETES = "completes", "complète"

    department = models.ForeignKey(
        "grants.Department", models.PROTECT, verbose_name="département", related_name="deliberations"
    )
    slug = models.SlugField("adresse", max_length=120, unique=True, editable=False)
    status = models.CharField("état", max_length=10, choices=Status.choices, default=Status.DRAFT)
    body = models.CharField("assemblée", max_length=200, blank=True)
    number = models.CharField("numéro", max_length=100)
    report_reference = models.CharField("rapport", max_length=100, blank=True)
    title = models.TextField("objet", blank=True)
    session_date = models.DateField("date de séance", null=True, blank=True)
    received_date = models.DateField("reçue en préfecture le", null=True, blank=True)
    published_date = models.DateField("publiée par le département le", null=True, blank=True)
    prefecture_receipt = models.CharField("accusé de réception", max_length=100, blank=True)
    president = models.CharField("présidence", max_length=200, blank=True)
    secretary = models.CharField("secrétariat", max_length=200, blank=True)

    source = models.FileField("PDF d’origine", upload_to="deliberations/%Y/")
    source_name = models.CharField("nom du fichier", max_length=255)
    sha256 = models.CharField("empreinte SHA-256", max_length=64, unique=True)
    page_count = models.PositiveIntegerField("pages")
    page_sizes = models.JSONField(
        "dimensions des pages", default=list, blank=True, editable=False, help_text="[largeur, hauteur] en points."
    )
    read_at = models.DateTimeField("lue le")
    reader_version = models.CharField("version du lecteur", max_length=20)
    reading_notes = models.TextField("notes de lecture", blank=True)
    published_at = models.DateTimeField("mise en ligne le", null=True, blank=True)
    masks_print = models.CharField(
        "empreinte des masques", max_length=12, blank=True, editable=False, help_text="Vide : rien n’est masqué."
    )
    masked_count = models.PositiveIntegerField("données personnelles masquées", default=0, editable=False)
    as_read = models.JSONField("lu sous les corrections", default=dict, blank=True, editable=False)
    rectifies = models.ForeignKey(
        "self", models.PROTECT, verbose_name="acte rectifié", related_name="rectified_by", null=True, blank=True
    )
    rectification = models.CharField("lien avec cet acte", max_length=10, choices=Rectification.choices, blank=True)
    replaced_by = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name="acte qui le remplace",
        related_name="replaces",
        null=True,
        blank=True,
        editable=False,
    )

    objects = DeliberationQuerySet.as_manager()
    records = Recorded(excluded_fields=["page_sizes", "reading_notes", "as_read"])

    class Meta:
        verbose_name = "délibération"
        ordering = ["-session_date", "slug"]
        indexes = [models.Index(fields=["status", "-session_date"], name="deliberation_public_latest")]
        permissions = [("publish_deliberation", "Peut publier et retirer une délibération")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rectifies=None, rectification="")
                | models.Q(models.Q(rectifies__isnull=False), ~models.Q(rectification="")),
                name="rectification_says_how",
            )
        ]

    def __str__(self) -> str:
        return f"{self.department} – {self.shown_number}"

    def get_absolute_url(self) -> str:
        return reverse("deliberation_detail", args=[self.slug])

    @property
    def shown_number(self) -> str:
        """Its number, or words where the document prints none."""
        return self.number or "sans numéro"

    @property
    def numbered(self) -> str:
        """« n° 2024/7 », inside a sentence, or « sans numéro »."""
        return f"n°\u00a0{self.number}" if self.number else "sans numéro"

    @property
    def counts(self) -> bool:
        """Whether its lines enter the sums of the site: it is published, and no published act replaces it."""
        return self.status == self.Status.PUBLISHED and self.replaced_by_id is None

    def page_url(self, page: int) -> str:
        """The address of one page of the printed act, from 1."""
        return reverse("deliberation_page", args=[self.slug, page])

    @property
    def shown_print(self) -> str:
        """What tells one state of the public images and copy from another: the file, and what is masked of it."""
        return self.masks_print or self.sha256[:PRINT_LENGTH]

    def page_size(self, page: int) -> tuple[float, float] | None:
        """Width and height of a page, from 1, as it is read by eye, in points; None where they are not known."""
        if not 1 <= page <= len(self.page_sizes):
            return None
        width, height = self.page_sizes[page - 1]
        return width, height

    @staticmethod
    def slug_for(department_code: str, number: str) -> str:
        """The address of an act, from its département's code and its printed number."""
        return f"{department_code.lower()}-{slugify(number.replace('/', '-'))}"[:120]


class Vote(models.Model):
    """One vote on the act, or on some of its articles. Counts are null where the act prints none."""

    deliberation = models.ForeignKey(Deliberation, models.CASCADE, verbose_name="délibération", related_name="votes")
    position = models.PositiveSmallIntegerField()
    articles = models.CharField("articles", max_length=200, blank=True, help_text="Vide : l’acte entier.")
    result = models.CharField("résultat", max_length=200, blank=True)
    votes_for = models.PositiveSmallIntegerField("pour", null=True, blank=True)
    against = models.PositiveSmallIntegerField("contre", null=True, blank=True)
    abstentions = models.PositiveSmallIntegerField("abstentions", null=True, blank=True)
    not_voting = models.PositiveSmallIntegerField("n’ont pas pris part au vote", null=True, blank=True)
    absent_without_proxy = models.PositiveSmallIntegerField("absents sans procuration", null=True, blank=True)
    proxies = models.PositiveSmallIntegerField("procurations", null=True, blank=True)
    present = models.PositiveSmallIntegerField("présents", null=True, blank=True)
    votes_cast = models.PositiveSmallIntegerField("suffrages exprimés", null=True, blank=True)
    majority = models.PositiveSmallIntegerField("majorité", null=True, blank=True)
    for_detail = models.TextField("pour : qui", blank=True)
    against_detail = models.TextField("contre : qui", blank=True)
    abstentions_detail = models.TextField("abstentions : qui", blank=True)
    not_voting_detail = models.TextField("n’ont pas pris part : pourquoi", blank=True)
    page = models.PositiveIntegerField("page", null=True, blank=True)

    class Meta:
        verbose_name = "vote"
        ordering = ["deliberation", "position"]
        constraints = [models.UniqueConstraint(fields=["deliberation", "position"], name="vote_once_a_position")]

    def __str__(self) -> str:
        return f"{self.deliberation}, vote {self.position}"


class Decision(models.Model):
    """One article or item of what was decided, as printed. `amount_cents` is null where it states none.

    `search_text` holds the words of `text` (`grants.search.free_text`): written with it, by whoever
    writes it.
    """

    deliberation = models.ForeignKey(
        Deliberation, models.CASCADE, verbose_name="délibération", related_name="decisions"
    )
    position = models.PositiveSmallIntegerField()
    article = models.PositiveSmallIntegerField("article", null=True, blank=True)
    text = models.TextField("texte")
    amount_cents = models.BigIntegerField("montant en centimes", null=True, blank=True)
    page = models.PositiveIntegerField("page")
    search_text = models.TextField(editable=False, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "décision"
        ordering = ["deliberation", "position"]
        constraints = [models.UniqueConstraint(fields=["deliberation", "position"], name="decision_once_a_position")]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        """Its place on the page of the act. Needs `deliberation`."""
        return f"{self.deliberation.get_absolute_url()}#decision-{self.position}"


class Recusal(models.Model):
    """An elected member who took no part. Texts as printed; `operator` only where the name leaves no doubt."""

    deliberation = models.ForeignKey(Deliberation, models.CASCADE, verbose_name="délibération", related_name="recusals")
    position = models.PositiveSmallIntegerField()
    person = models.CharField("personne", max_length=200)
    function = models.CharField("fonction", max_length=500, blank=True)
    organisation = models.CharField("organisme", max_length=500, blank=True)
    articles = models.CharField("articles", max_length=200, blank=True)
    as_printed = models.TextField("texte imprimé")
    page = models.PositiveIntegerField("page")
    operator = models.ForeignKey(
        "grants.Operator", models.SET_NULL, verbose_name="opérateur", related_name="recusals", null=True, blank=True
    )

    objects = ActPartQuerySet.as_manager()

    class Meta:
        verbose_name = "déport"
        ordering = ["deliberation", "position"]
        constraints = [models.UniqueConstraint(fields=["deliberation", "position"], name="recusal_once_a_position")]

    def __str__(self) -> str:
        return f"{self.person} ({self.organisation})" if self.organisation else self.person
