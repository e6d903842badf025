"""Tables as printed: what staff look at to say what a column is, or which of several amounts counts. Never public."""

from django.db import models


class PrintedTable(models.Model):
    """One table of an act as it was last read, set aside or not; written by `ingest.store` with its act.

    `position` counts from 1 in the document; `number` is the grid's, that several sections may share; `label` is what
    `GrantLine.table` carries. `header`: for each column, its printed words from the top down. `columns`: what each was
    taken for, as `ingest.reader.records.Column` names it, with how many of its cells are `filled` and hold `money`.
    `skipped`: why it gives no line, empty where it may. `key` tells its header, as `ColumnProfile.key`; `profile`: the
    sentence that says who gave its columns, empty where the reader found them.
    """

    deliberation = models.ForeignKey(
        "grants.Deliberation", models.CASCADE, verbose_name="délibération", related_name="printed_tables"
    )
    position = models.PositiveIntegerField("rang dans le document")
    number = models.PositiveIntegerField("grille")
    label = models.CharField("tableau", max_length=100)
    title = models.TextField("titre imprimé", blank=True)
    header = models.JSONField("titres des colonnes", default=list)
    header_rows = models.PositiveSmallIntegerField("lignes de titres", default=0)
    columns = models.JSONField("colonnes", default=list)
    row_count = models.PositiveIntegerField("lignes imprimées", default=0)
    skipped = models.TextField("laissé de côté parce que", blank=True)
    key = models.CharField("empreinte des titres", max_length=64, blank=True, db_index=True)
    profile = models.TextField("colonnes dites par", blank=True)

    class Meta:
        verbose_name = "tableau imprimé"
        verbose_name_plural = "tableaux imprimés"
        ordering = ["deliberation", "position"]
        constraints = [models.UniqueConstraint(fields=["deliberation", "position"], name="table_once_a_position")]

    def __str__(self) -> str:
        return self.title or self.label


class PrintedPage(models.Model):
    """The rows of one table on one page: `{"row", "kind", "box", "cells"}`, `row` as in `GrantLine.row`.

    A cell is `{"text", "column", "colspan", "box"}`, with `"carried": true` where it began in a row above and
    `"certainty"`, 0 to 1, where its letters were hard to read. Boxes are [x0, y0, x1, y1] in page fractions.
    """

    table = models.ForeignKey(PrintedTable, models.CASCADE, verbose_name="tableau", related_name="printed_pages")
    page = models.PositiveIntegerField("page")
    rows = models.JSONField("lignes imprimées", default=list)

    class Meta:
        verbose_name = "page d’un tableau"
        verbose_name_plural = "pages des tableaux"
        ordering = ["table", "page"]
        constraints = [models.UniqueConstraint(fields=["table", "page"], name="table_page_once")]

    def __str__(self) -> str:
        return f"{self.table}, page\u00a0{self.page}"
