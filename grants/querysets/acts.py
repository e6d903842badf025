"""Acts and what belongs to one: votes, decisions, recusals, totals with their checks, rows not read."""

from django.db import models
from django.db.models import Count, F, Max, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce, Greatest

from grants.search import free_text


def counted(act: str = "deliberation__") -> Q:
    """Whether lines enter a sum, by the path that leads from them to their act: the one rule of `counted()`."""
    return Q(**{f"{act}status": "published", f"{act}replaced_by": None})


class DeliberationQuerySet(models.QuerySet):
    def published(self):
        """Acts that the public may see. A draft counts nowhere."""
        return self.filter(status="published")

    def drafts(self):
        """Acts that only staff may see."""
        return self.filter(status="draft")

    def at_slug(self, slug: str):
        """The act whose address this is or was, in capitals too, as numbers are printed; None where there is none."""
        typed = slug.lower()
        return self.filter(slug=typed).first() or self.filter(former_slugs__slug=typed).first()

    def of_file(self, sha256: str):
        """Acts read from the file of this print."""
        return self.filter(sha256=sha256)

    def of_department(self, department):
        """Acts that this département voted."""
        return self.filter(department=department)

    def of_session_year(self, year: int):
        """Acts voted in this year, whatever the years that their lines are for."""
        return self.filter(session_date__year=year)

    def session_years(self):
        """The years in which these acts were voted, the latest first."""
        return [day.year for day in self.order_by().dates("session_date", "year", order="DESC")]

    def latest_first(self):
        """The latest session first, each act with its département."""
        return (
            self.select_related("department")
            .defer("page_sizes", "reading_notes")
            .order_by(F("session_date").desc(nulls_last=True), "slug")
        )

    def with_changed_at(self):
        """With `changed_at`: when what the public sees of each last changed, corrections of its lines included."""
        changes = self.model._meta.get_field("changes").related_model.objects
        last = changes.filter(deliberation=OuterRef("pk")).order_by().values("deliberation").annotate(at=Max("at"))
        return self.annotate(
            changed_at=Greatest(
                Coalesce("published_at", "read_at"), "read_at", Coalesce(Subquery(last.values("at")), "read_at")
            )
        )

    def with_amounts(self):
        """With what the lines of each act add up to: `amount_cents`, `withdrawn_cents`, `line_count`, `operator_count`.

        Says nothing of whether the act counts: ask for `published()` first.
        """
        withdrawn = Q(lines__amount_cents__lt=0)
        return self.annotate(
            amount_cents=Coalesce(Sum("lines__amount_cents"), 0),
            withdrawn_cents=Coalesce(Sum("lines__amount_cents", filter=withdrawn), 0),
            line_count=Count("lines__row_key", distinct=True),
            operator_count=Count("lines__operator", distinct=True),
        )


class ActPartQuerySet(models.QuerySet):
    """Votes, decisions, recusals, stated totals, leftovers: what belongs to one act and is printed on a page."""

    def published(self):
        """Parts of published acts."""
        return self.filter(deliberation__status="published")

    def on_page(self, page: int):
        """Parts printed on this page, from 1."""
        return self.filter(page=page)

    def with_act(self):
        """With the act and its département, the latest session first."""
        return (
            self.select_related("deliberation__department")
            .defer("deliberation__page_sizes")
            .order_by(F("deliberation__session_date").desc(nulls_last=True), "deliberation", "position")
        )


class PersonalMarkQuerySet(ActPartQuerySet):
    def masked(self):
        """What the public must not see."""
        return self.filter(status="masked")

    def undecided(self):
        """What is masked because a reading found it, until a person decides."""
        return self.masked().filter(decided_at=None)


class DecisionQuerySet(ActPartQuerySet):
    def matching(self, question: str):
        """Decisions whose printed text holds every word of the question (`grants.search` says how)."""
        return self.filter(free_text.matching(question))


class LeftoverQuerySet(ActPartQuerySet):
    def left(self):
        """Those of which nobody made a line."""
        return self.filter(line_pk=None)

    def waiting(self):
        """Those that nobody has looked at: neither made a line nor said to be no grant."""
        return self.left().filter(set_aside="")


class BundlePartQuerySet(models.QuerySet):
    def of_act(self, act):
        """The pages of a bundle that the file of this act is made of, the first known first; none where it is a file of
        its own."""
        return self.filter(sha256=act.sha256).select_related("bundle").order_by("pk")


class CheckQuerySet(models.QuerySet):
    def of_act(self, act):
        """Checks of the totals that this act states."""
        return self.filter(total__deliberation=act)

    def published(self):
        """Checks of the totals of published acts."""
        return self.filter(total__deliberation__status="published")

    def unexplained(self):
        """Checks that differ and of which nobody has said why."""
        return self.filter(status="different", acknowledgement="")

    def differing(self):
        """Checks whose lines do not add up to what is stated, in the order of the acts."""
        return self.filter(status="different").order_by(
            F("total__deliberation__session_date").desc(nulls_last=True), "total__deliberation", "total__position"
        )
