"""What changed and who said so: the public journal, the gestures of staff, the messages of readers."""

from django.db import models


class ErrorReportQuerySet(models.QuerySet):
    def unanswered(self):
        """Those that nobody has looked at."""
        return self.filter(status="open")

    def shown(self):
        """What is public of reports, the latest first, with the corrections that answer them: neither message nor
        address is even read."""
        return self.defer("message", "suggestion", "email").prefetch_related("edits").order_by("-created_at", "-pk")


class ChangeQuerySet(models.QuerySet):
    def since(self, version: int):
        """What changed after this version of the data."""
        return self.filter(version__gt=version)

    def of_line(self, pk: int):
        """What happened to the line of this permanent number, the latest first."""
        return self.filter(line_pk=pk).order_by("-pk")

    def dated_by_line(self, *lines: int):
        """When each of the lines of these permanent numbers last changed, as pairs; one that never did is in none."""
        return self.filter(line_pk__in=lines).order_by().values_list("line_pk").annotate(models.Max("at"))

    def gone(self):
        """Lines that were public and are no longer in their act."""
        return self.filter(kind="gone")

    def with_act(self):
        """With the act of each, and its département."""
        return self.select_related("deliberation__department").defer("deliberation__page_sizes")


class LineEditQuerySet(models.QuerySet):
    def in_force(self) -> "LineEditQuerySet":
        """Those that nobody has undone."""
        return self.filter(undone_at=None)

    def of_act(self, act) -> "LineEditQuerySet":
        """Those of one act: of its lines, and of what it says of itself."""
        return self.filter(deliberation=act)

    def of_line(self, line_pk: int) -> "LineEditQuerySet":
        """Those of one line, by its permanent number, oldest first."""
        return self.filter(line_pk=line_pk).order_by("pk")
