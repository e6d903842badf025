"""Lines: which ones count, whose they are, what for, how much, in which order."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce, ExtractYear

from grants.querysets.acts import counted
from grants.questions import dimensions
from grants.search import free_text

# What a list can be sorted by, first the largest amounts; each ends with a unique key, so that pages never overlap.
SORTS = {
    "-montant": (F("amount_cents").desc(), F("pk").asc()),
    "montant": (F("amount_cents").asc(), F("pk").asc()),
    "operateur": (F("operator__key").asc(nulls_last=True), F("year").asc(nulls_last=True), F("pk").asc()),
    "-operateur": (F("operator__key").desc(nulls_last=True), F("year").asc(nulls_last=True), F("pk").asc()),
    "programme": (
        F("programme__folded").asc(nulls_last=True),
        F("subprogramme__folded").asc(nulls_last=True),
        F("pk").asc(),
    ),
    "-programme": (
        F("programme__folded").desc(nulls_last=True),
        F("subprogramme__folded").desc(nulls_last=True),
        F("pk").asc(),
    ),
    "annee": (F("year").asc(nulls_last=True), F("amount_cents").desc(), F("pk").asc()),
    "-annee": (F("year").desc(nulls_last=True), F("amount_cents").desc(), F("pk").asc()),
    "places": (F("places").asc(nulls_last=True), F("pk").asc()),
    "-places": (F("places").desc(nulls_last=True), F("pk").asc()),
    "acte": (
        F("deliberation__session_date").desc(nulls_last=True),
        F("deliberation").asc(),
        F("line").asc(),
        F("year").asc(nulls_last=True),
        F("pk").asc(),
    ),
}
LARGEST_FIRST = "-montant"
# What is said word for word by a row printed twice, besides its headings.
_SAID = ("deliberation", "operator", "amount_cents", "action", "detail", "reference")
TENFOLD = 10
TENFOLD_FROM_CENTS = 10_000_00  # ten times less than that is so common a sum that pairs are chance


class GrantLineQuerySet(models.QuerySet):
    def counted(self):
        """Lines that enter a sum: those of published acts that no published act replaces.

        A sum in prose whose detail is in an annex gives no line.
        """
        return self.filter(counted())

    def of_drafts(self):
        """Lines that no one but staff may read yet."""
        return self.filter(deliberation__status="draft")

    def standing(self):
        """Lines of every act, drafts included, none twice: neither of an act that another one replaces, nor of a draft
        that is to take the place of an earlier act."""
        coming = Q(deliberation__status="draft", deliberation__rectification="replaces")
        return self.filter(deliberation__replaced_by=None).exclude(coming)

    def published(self):
        """Lines that the public may read. Those of an act that another one replaces are shown, and enter no sum."""
        return self.filter(deliberation__status="published")

    def years(self):
        """The years that these lines print, the latest first; None last, if some print none."""
        return self.order_by(F("year").desc(nulls_last=True)).values_list("year", flat=True).distinct()

    def naming(self, field: str):
        """Lines that name an `operator`, a `territory`, a `commune`…: those where it is not known are left out."""
        return self.filter(**{f"{field}__isnull": False})

    def by_operator(self, *operators):
        """Lines of one of these operators, under whatever printed name."""
        return self.filter(operator__in=operators)

    def in_department(self, *departments):
        """Lines voted by one of these départements."""
        return self.filter(department__in=departments)

    def in_territory(self, *territories):
        """Lines printed for one of these territories; a blank territory is in none, never guessed from a seat."""
        return self.filter(territory__in=territories)

    def for_no_part(self, whole_names):
        """Lines printed for no part of their département: without a territory, or with one of these folded names of
        the whole. Such a line may still be for one place: the act does not say it."""
        return self.filter(Q(territory__isnull=True) | Q(territory__folded__in=whole_names))

    def in_commune(self, *communes):
        """Lines of operators based in one of these communes: says nothing of where the action takes place."""
        return self.filter(commune__in=communes)

    def in_deliberation(self, *deliberations):
        """Lines printed in one of these acts."""
        return self.filter(deliberation__in=deliberations)

    def under_programme(self, *programmes):
        """Lines of one of these headings, at either level: a programme holds the lines of its subprogrammes."""
        return self.filter(Q(programme__in=programmes) | Q(subprogramme__in=programmes))

    def of_exercise(self, year: int):
        """Lines of a budget year: the printed one, or that of the session where none is printed."""
        return self.with_exercise().filter(exercise=year)

    def of_known_exercise(self):
        """Lines of which the budget year is known, with `exercise`."""
        return self.with_exercise().filter(exercise__isnull=False)

    def of_unknown_exercise(self):
        """Lines that print no year, of an act without a session date."""
        return self.with_exercise().filter(exercise=None)

    def with_exercise(self):
        """With `exercise`, the budget year of each line; None where neither a year nor a session date is known."""
        return self.annotate(exercise=Coalesce("year", ExtractYear("deliberation__session_date")))

    def with_other_years(self):
        """With `other_years`: whether the same printed row holds money for another year."""
        others = self.model.objects.filter(row_key=OuterRef("row_key")).exclude(pk=OuterRef("pk"))
        return self.annotate(other_years=Exists(others))

    def of_rows(self, *row_keys: int):
        """Lines of these printed rows: one for each year that a row holds."""
        return self.filter(row_key__in=row_keys)

    def numbered(self, *lines: int):
        """Lines of the rows that have these numbers in their act, in its order."""
        return self.filter(line__in=lines).order_by("line", F("year").asc(nulls_last=True))

    def telling(self):
        """Lines that say most to a newcomer: money given to a known operator for a number of places."""
        return self.naming("operator").filter(places__gt=0, places_unit="place", amount_cents__gt=0)

    def on_page(self, page: int):
        """Lines printed on this page, from 1."""
        return self.filter(page=page)

    def rows_before(self, line: int):
        """Lines of the rows printed before this one, in the order of the act."""
        return self.filter(line__lt=line).order_by("line", F("year").asc(nulls_last=True))

    def rows_after(self, line: int):
        """Lines of the rows printed after this one, in the order of the act."""
        return self.filter(line__gt=line).order_by("line", F("year").asc(nulls_last=True))

    def in_order(self):
        """In the order of their act, row by row and year by year."""
        return self.order_by("deliberation", "line", F("year").asc(nulls_last=True))

    def of_value(self, dimension: str, *values):
        """Lines of one of these values of a dimension (`questions.dimensions`); None asks for those that have none."""
        return self.filter(dimensions.condition(dimension, values))

    def except_value(self, dimension: str, *values):
        """The other lines, those that have no value of the dimension included unless None is one of these."""
        return self.exclude(dimensions.condition(dimension, values))

    def from_year(self, year: int):
        """Lines for this year or a later one."""
        return self.filter(year__gte=year)

    def until_year(self, year: int):
        """Lines for this year or an earlier one."""
        return self.filter(year__lte=year)

    def voted_from(self, day):
        """Lines of acts voted on this day or later; an act without a printed day is not among them."""
        return self.filter(deliberation__session_date__gte=day)

    def voted_until(self, day):
        """Lines of acts voted on this day or earlier; an act without a printed day is not among them."""
        return self.filter(deliberation__session_date__lte=day)

    def at_least(self, cents: int):
        """Lines of this amount or more; a negative bound lets withdrawals in."""
        return self.filter(amount_cents__gte=cents)

    def at_most(self, cents: int):
        """Lines of this amount or less, withdrawals included."""
        return self.filter(amount_cents__lte=cents)

    def matching(self, question: str):
        """Lines whose texts hold every word of the question (`grants.search` says how)."""
        return self.filter(free_text.matching(question))

    def sorted_by(self, sort: str):
        """In one of the orders of `SORTS`, always the same for the same lines."""
        return self.order_by(*SORTS[sort])

    def largest_first(self):
        """By amount, the largest first."""
        return self.sorted_by(LARGEST_FIRST)

    def said_again(self):
        """Lines of a named operator that an earlier row of the same act says word for word: with `twin`, the id of that
        row's line. Perhaps one grant printed twice, perhaps two grants alike: for a person to judge."""
        before = self.model.objects.filter(
            row_key__lt=OuterRef("row_key"),
            **{name: OuterRef(name) for name in _SAID},
        )
        twins = before.alike("year", "territory", "programme", "subprogramme").order_by("row_key", "pk")
        return self.naming("operator")._with_twin(twins)

    def tenfold(self):
        """Lines of ten times to the cent what the same operator got for the same thing the year before or after: with
        `twin`, the id of that line. Perhaps a figure too many on one side."""
        whole = self.alias(rest=F("amount_cents") % TENFOLD).filter(rest=0)
        large = whole.naming("operator").filter(amount_cents__gte=TENFOLD_FROM_CENTS)
        near = self.model.objects.counted().filter(
            **{name: OuterRef(name) for name in ("operator", "department", "action")},
            year__range=(OuterRef("year") - 1, OuterRef("year") + 1),
        )
        tenth = near.filter(amount_cents=OuterRef("amount_cents") / TENFOLD)  # so written, an index finds it
        return large._with_twin(tenth.alike("programme", "subprogramme").order_by("-year", "pk"))

    def alike(self, *fields: str):
        """Of a subquery: rows that hold in these fields the number that the outer row holds, or none as it does."""
        found, number = self, models.BigIntegerField()
        for field in fields:
            found = found.alias(**{f"its_{field}": Coalesce(field, 0, output_field=number)}).filter(
                **{f"its_{field}": Coalesce(OuterRef(field), 0, output_field=number)}
            )
        return found

    def _with_twin(self, twins):
        return self.annotate(twin=models.Subquery(twins.values("pk")[:1])).filter(twin__isnull=False)

    def in_full(self):
        """These lines as a list, a few of many, with all that a table row shows, in two queries.

        The database sorts ids alone: sorting whole rows, texts included, takes ten times as long.
        """
        ids = list(self.values_list("pk", flat=True))
        found = self.model.objects.with_context().in_bulk(ids)
        return [found[pk] for pk in ids]

    def with_context(self):
        """With all that a table row shows, in one query."""
        return self.select_related(
            "deliberation", "department", "territory", "programme", "subprogramme", "operator", "commune"
        ).defer("deliberation__page_sizes")
