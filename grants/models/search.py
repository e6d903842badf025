"""Names by which a reader looks for a page: towns (old names too), operators, programmes, territories, acts."""

from django.db import models


class SearchEntry(models.Model):
    """One name of one thing that has a page. Written by `grants.search.entries` alone.

    `thing` is the primary key of what is named, as text; `key` what sure spellings of the name share, to tell the
    question that is this very name; `search_text` a `search_document`. Whether the thing is public is asked of it.
    """

    class Kind(models.TextChoices):
        COMMUNE = "commune", "commune"
        OPERATOR = "operator", "opérateur"
        PROGRAMME = "programme", "programme"
        TERRITORY = "territory", "territoire"
        DEPARTMENT = "department", "département"
        ACT = "act", "délibération"

    kind = models.CharField("nature", max_length=12, choices=Kind.choices)
    thing = models.CharField(max_length=20)
    name = models.CharField("nom", max_length=500)
    note = models.CharField("ce que dit ce nom", max_length=200, blank=True)
    key = models.CharField(max_length=500, db_index=True)
    search_text = models.TextField(blank=True)

    class Meta:
        verbose_name = "entrée de recherche"
        verbose_name_plural = "entrées de recherche"
        ordering = ["kind", "name"]
        constraints = [models.UniqueConstraint(fields=["kind", "thing", "key"], name="search_entry_once")]

    def __str__(self) -> str:
        return self.name
