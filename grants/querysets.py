"""The questions one can ask of acts and lines: verbs that return querysets, chain, and take no request."""

from django.db import models


class DeliberationQuerySet(models.QuerySet):
    def published(self):
        """Acts that the public may see. A draft counts nowhere."""
        return self.filter(status="published")


class GrantLineQuerySet(models.QuerySet):
    def counted(self):
        """Lines that enter a sum: those of published acts. A sum in prose whose detail is in an annex gives no line."""
        return self.filter(deliberation__status="published")

    def of_year(self, *years: int):
        """Lines voted for one of these years, as printed; a line without a year is in none."""
        return self.filter(year__in=years)

    def by_operator(self, *operators):
        """Lines of one of these operators, under whatever printed name."""
        return self.filter(operator__in=operators)

    def in_department(self, *departments):
        """Lines voted by one of these départements."""
        return self.filter(department__in=departments)

    def in_territory(self, *territories):
        """Lines printed for one of these territories; a blank territory is in none, never guessed from a seat."""
        return self.filter(territory__in=territories)

    def in_commune(self, *communes):
        """Lines of operators based in one of these communes: says nothing of where the action takes place."""
        return self.filter(commune__in=communes)

    def under_programme(self, *programmes):
        """Lines of one of these headings, at either level: a programme holds the lines of its subprogrammes."""
        return self.filter(models.Q(programme__in=programmes) | models.Q(subprogramme__in=programmes))

    def with_context(self):
        """With all that a table row shows, in one query."""
        return self.select_related(
            "deliberation", "department", "territory", "programme", "subprogramme", "operator", "commune"
        ).defer("deliberation__page_sizes")
