"""Where: the départements that vote, the territories as councils print them, the communes of the official list."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.text import slugify

from grants.models.keys import named_key
from grants.models.recorded import Recorded
from grants.operators.identifiers import valid_siret
from grants.querysets import DepartmentQuerySet, MergeableQuerySet, NamedQuerySet


class Department(models.Model):
    """A département. `code` is the INSEE code (`59`, `2A`, `971`).

    `siret`, `legal_name` and `payment_terms` are what the open-data files of the law say of who gives: typed by staff,
    never guessed.
    """

    code = models.CharField("code INSEE", max_length=3, primary_key=True)
    name = models.CharField("nom", max_length=100, unique=True)
    legal_name = models.CharField(
        "nom officiel",
        max_length=200,
        blank=True,
        help_text="Celui des fichiers SCDL\u202f: «\u202fDépartement du Nord\u202f».",
    )
    siret = models.CharField(
        "SIRET",
        max_length=14,
        blank=True,
        validators=[valid_siret],
        help_text="14 chiffres. Sans lui, les fichiers SCDL stricts sont vides.",
    )
    payment_terms = models.CharField(
        "conditions de versement",
        max_length=256,
        blank=True,
        help_text="Pour les fichiers SCDL\u202f; vide\u202f: «\u202fselon la convention\u202f».",
    )

    objects = DepartmentQuerySet.as_manager()
    records = Recorded()

    class Meta:
        verbose_name = "département"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("department_detail", args=[f"{self.code.lower()}-{slugify(self.name)}"])


class Territory(models.Model):
    """A part of a département, named as its council prints it (`Arrageois`, `DTA`). `folded` is its `fold`ed name.

    One that is `merged_into` another has no line of its own. `extent_by_staff`: what it covers was edited by hand, so
    that a list loaded later does not replace it.
    """

    department = models.ForeignKey(Department, models.PROTECT, verbose_name="département", related_name="territories")
    name = models.CharField("nom imprimé", max_length=300)
    folded = models.CharField(max_length=300, editable=False)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, verbose_name="réuni à", related_name="merged", null=True, blank=True, editable=False
    )
    extent_by_staff = models.BooleanField("étendue saisie par un agent", default=False, editable=False)

    objects = MergeableQuerySet.as_manager()
    records = Recorded()

    class Meta:
        verbose_name = "territoire"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["department", "folded"], name="territory_once_a_department")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("territory_detail", args=[named_key(self.pk, self.name)])


class Commune(models.Model):
    """A commune of the official list (INSEE code officiel géographique).

    `population` in inhabitants, as the list of `listed_year` gives it.
    """

    code = models.CharField("code INSEE", max_length=5, primary_key=True)
    name = models.CharField("nom", max_length=100)
    department = models.ForeignKey(Department, models.PROTECT, verbose_name="département", related_name="communes")
    postcodes = models.CharField("codes postaux", max_length=300, blank=True, help_text="Séparés par des espaces.")
    population = models.PositiveIntegerField("population", null=True, blank=True)
    listed_year = models.PositiveSmallIntegerField("année de la liste", null=True, blank=True)
    epci_code = models.CharField("SIREN de l’intercommunalité", max_length=9, blank=True, db_index=True)
    epci_name = models.CharField("intercommunalité", max_length=200, blank=True)
    arrondissement_code = models.CharField("code de l’arrondissement", max_length=4, blank=True)
    arrondissement_name = models.CharField("arrondissement", max_length=100, blank=True)
    folded = models.CharField(max_length=100, editable=False, db_index=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = "commune"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("commune_detail", args=[f"{self.code.lower()}-{slugify(self.name)}"])


class CommuneName(models.Model):
    """A name by which a commune can be found besides its own: a merged, associated or delegated commune.

    `code`: the INSEE code that it had, where the list says one; empty for another name of the same commune.
    """

    commune = models.ForeignKey(Commune, models.CASCADE, verbose_name="commune", related_name="other_names")
    name = models.CharField("nom", max_length=100)
    code = models.CharField("ancien code INSEE", max_length=5, blank=True, db_index=True)
    kind = models.CharField("nature", max_length=40, help_text="Commune associée, commune déléguée, ancienne commune.")
    folded = models.CharField(max_length=100, editable=False, db_index=True)

    class Meta:
        verbose_name = "autre nom de commune"
        verbose_name_plural = "autres noms de communes"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["commune", "folded"], name="commune_name_once")]

    def __str__(self) -> str:
        return f"{self.name} ({self.commune})"


class TerritoryPart(models.Model):
    """What a territory that a council prints covers: communes, intercommunalités or arrondissements of the official
    list.

    Territories are printed without their limits: `certainty` and `clue` say how this one is known; `author` and `at`,
    who typed it and when. `folded` is the `fold`ed printed name; a territory is found by it, whether or not an act
    prints it yet.
    """

    class Unit(models.TextChoices):
        COMMUNE = "commune", "commune"
        EPCI = "epci", "intercommunalité"
        ARRONDISSEMENT = "arrondissement", "arrondissement"

    department = models.ForeignKey(
        Department, models.CASCADE, verbose_name="département", related_name="territory_parts"
    )
    folded = models.CharField(max_length=300)
    label = models.CharField("nom usuel", max_length=200)
    unit = models.CharField("maille", max_length=20, choices=Unit.choices)
    code = models.CharField("code", max_length=9)
    certainty = models.CharField("certitude", max_length=40)
    clue = models.TextField("indice", blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="saisie par", related_name="+", null=True, blank=True
    )
    at = models.DateTimeField("saisie le", null=True, blank=True)

    records = Recorded()

    class Meta:
        verbose_name = "étendue de territoire"
        verbose_name_plural = "étendues de territoires"
        ordering = ["department", "folded", "code"]
        constraints = [
            models.UniqueConstraint(fields=["department", "folded", "unit", "code"], name="territory_part_once")
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.code})"


class Contour(models.Model):
    """The outline of a commune, an intercommunalité or an arrondissement, as the data of an SVG path.

    Whole numbers, `UNITS` to a degree: eastward longitude, then southward latitude. `x0`… are its bounds. Good for a
    map of this site, not for a legal limit.
    """

    UNITS = 500

    class Unit(models.TextChoices):
        COMMUNE = "commune", "commune"
        EPCI = "epci", "intercommunalité"
        ARRONDISSEMENT = "arrondissement", "arrondissement"

    unit = models.CharField("maille", max_length=20, choices=Unit.choices)
    code = models.CharField("code", max_length=9)
    path = models.TextField("tracé")
    x0 = models.IntegerField()
    y0 = models.IntegerField()
    x1 = models.IntegerField()
    y1 = models.IntegerField()

    class Meta:
        verbose_name = "contour"
        ordering = ["unit", "code"]
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="contour_once")]

    def __str__(self) -> str:
        return f"{self.get_unit_display()} {self.code}"
