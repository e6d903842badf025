"""Files in which councils publish several acts at once, and the pages of each act in them."""

from django.db import models

from grants.querysets import BundlePartQuerySet
from portal.french import page_range


class Bundle(models.Model):
    """A file of several deliberations, kept byte for byte and never public: acts are read in the PDFs cut out of it.

    `sha256` is that of `source`, in hexadecimal; `name` is the name under which it came.
    """

    sha256 = models.CharField("empreinte SHA-256", max_length=64, unique=True)
    name = models.CharField("nom du fichier", max_length=255)
    page_count = models.PositiveIntegerField("pages")
    source = models.FileField("fichier", upload_to="recueils/%Y/")
    added_at = models.DateTimeField("gardé le", auto_now_add=True)

    class Meta:
        verbose_name = "recueil"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name


class BundlePart(models.Model):
    """Pages of a bundle, from 1, and the print of the PDF made of them alone: an act read in that PDF comes from there,
    whoever reads it and whenever. It says what is in a file, and stays true however the bundle is cut again."""

    bundle = models.ForeignKey(Bundle, models.CASCADE, verbose_name="recueil", related_name="parts")
    first_page = models.PositiveIntegerField("première page")
    last_page = models.PositiveIntegerField("dernière page")
    sha256 = models.CharField("empreinte SHA-256", max_length=64, db_index=True)

    objects = BundlePartQuerySet.as_manager()

    class Meta:
        verbose_name = "pages d’un recueil"
        verbose_name_plural = "pages de recueils"
        ordering = ["bundle", "first_page"]
        constraints = [
            models.UniqueConstraint(fields=["bundle", "first_page", "last_page", "sha256"], name="bundle_pages_once"),
        ]

    def __str__(self) -> str:
        return f"{self.bundle}, {self.pages}"

    @property
    def pages(self) -> str:
        """« pages 12 à 18 », « page 3 »."""
        return page_range(self.first_page, self.last_page)
