"""The questions one can ask of pairs that a person judges: verbs that return querysets, chain, and take no request."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

LATER_DAYS = 90  # « plus tard »: about once a season, when the next acts have brought new facts


class JudgedQuerySet(models.QuerySet):
    def waiting(self):
        """Pairs that wait for a verdict: none yet, or « plus tard » said long enough ago."""
        before = timezone.now() - timedelta(days=LATER_DAYS)
        return self.filter(Q(verdict="") | Q(verdict="later", at__lt=before))

    def decided(self):
        """Pairs of which a person said something, the latest first."""
        return self.exclude(verdict="").order_by("-at", "-pk")

    def judged(self, verdict: str):
        """Pairs of which this was said, the latest first."""
        return self.filter(verdict=verdict).order_by("-at", "-pk")


class OperatorPairQuerySet(JudgedQuerySet):
    def apart(self):
        """Pairs of two operators that each have their own page."""
        return self.filter(first__merged_into__isnull=True, second__merged_into__isnull=True)

    def named(self, key: str):
        """Pairs of which the name of one operator holds this run of letters (`fold_name`)."""
        return self.filter(Q(first__key__contains=key) | Q(second__key__contains=key))

    def with_reason(self, reason: str):
        """Pairs proposed for this reason, among others."""
        return self.filter(reasons__contains=reason)

    def of(self, operator):
        """Pairs of this operator."""
        return self.filter(Q(first=operator) | Q(second=operator))

    def with_operators(self):
        """With both operators and their seats, in one query."""
        return self.select_related("first__commune", "second__commune", "author")


class MergeQuerySet(models.QuerySet):
    def in_force(self):
        """Merges that nobody has undone."""
        return self.filter(undone_at=None)


class ProgrammeTieQuerySet(JudgedQuerySet):
    def in_force(self):
        """Programmes that a person tied together."""
        return self.filter(verdict="same")

    def with_programmes(self):
        """With both programmes and their headings, in one query."""
        return self.select_related(
            "earlier__department", "earlier__parent", "later__department", "later__parent", "author"
        )
