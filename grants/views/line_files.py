"""The files made of lines: the whole list, and the page of each operator, place, programme, act and line.

All of them take the parameters of the list: `operateurs/12-afeji.csv?annee=2023` is what 2023 voted for it.
"""

from typing import Any

from grants.access import visible_deliberation
from grants.exports.lines import LINE_COLUMNS, whole_of
from grants.exports.tables import Table
from grants.figures import stats
from grants.figures.comparisons import MOST_COMPARED
from grants.models import GrantLine
from grants.querysets import GrantLineQuerySet
from grants.questions.criteria import phrases, sentence
from grants.questions.filters import GrantLineFilter
from grants.rectifications import standing_of
from grants.views.compare import compared
from grants.views.deliberations import lines_of
from grants.views.files import FileView, ThingFileView, WrongQuestionError, lines_asked
from grants.views.line_detail import line_at
from grants.views.operators import OperatorDetailView
from grants.views.places import CommuneDetailView, DepartmentDetailView, TerritoryDetailView
from grants.views.programmes import ProgrammeDetailView


class LineTable:
    """The table of some lines that answer the question of the address."""

    request: Any
    parameters = tuple(GrantLineFilter.base_filters)

    def line_table(self, name: str, lines: GrantLineQuerySet, title: str = "", sort: str = "") -> Table:
        """`sort` is the order of the page where the address asks for none. Raises WrongQuestionError."""
        question = lines_asked(self.request, lines)
        asked = question.sort if self.request.GET.get("tri") else sort or question.sort
        told = sentence(phrases(question))
        found = question.qs
        return Table(
            name,
            f"{title}. {told}" if title else told,
            LINE_COLUMNS,
            found.sorted_by(asked),
            figures=lambda: whole_of(stats.summary(found)),
        )


class LineListFileView(LineTable, FileView):
    def table(self) -> Table:
        return self.line_table("subventions", GrantLine.objects.counted())


class OperatorFileView(LineTable, ThingFileView):
    page = OperatorDetailView

    def table(self) -> Table:
        lines = GrantLine.objects.counted().by_operator(self.thing)
        return self.line_table(f"operateur-{self.kwargs['key']}", lines, f"Opérateur {self.thing}", "-annee")


class CommuneFileView(LineTable, ThingFileView):
    page = CommuneDetailView

    def table(self) -> Table:
        lines = GrantLine.objects.counted().in_commune(self.thing)
        title = f"Opérateurs dont le siège est à {self.thing} ({self.thing.pk})"
        return self.line_table(f"commune-{self.kwargs['key']}", lines, title)


class DepartmentFileView(LineTable, ThingFileView):
    page = DepartmentDetailView

    def table(self) -> Table:
        lines = GrantLine.objects.counted().in_department(self.thing)
        return self.line_table(f"departement-{self.kwargs['key']}", lines, f"Département {self.thing}")


class TerritoryFileView(LineTable, ThingFileView):
    page = TerritoryDetailView

    def table(self) -> Table:
        lines = GrantLine.objects.counted().in_territory(self.thing)
        return self.line_table(f"territoire-{self.kwargs['key']}", lines, f"Territoire {self.thing}")


class ProgrammeFileView(LineTable, ThingFileView):
    page = ProgrammeDetailView

    def table(self) -> Table:
        lines = GrantLine.objects.counted().under_programme(self.thing)
        return self.line_table(f"programme-{self.kwargs['key']}", lines, f"Programme {self.thing}")


class DeliberationFileView(LineTable, FileView):
    def table(self) -> Table:
        act = visible_deliberation(self.request, self.kwargs["slug"])
        return self.line_table(
            f"deliberation-{act.slug}", lines_of(act), f"{standing_of(act)}Délibération {act}", "acte"
        )


class LineFileView(LineTable, FileView):
    """One line, where its page shows it."""

    def table(self) -> Table:
        line = line_at(self.request, self.kwargs["pk"])
        return self.line_table(f"ligne-{line.pk}", GrantLine.objects.filter(pk=line.pk), f"Ligne {line.pk}")


class CompareFileView(LineTable, FileView):
    """The lines that the comparison adds up. Nothing compared is no question: the page proposes, a file cannot."""

    def table(self) -> Table:
        kind, values = compared(self.request.GET)
        if not 1 <= len(values) <= MOST_COMPARED:
            raise WrongQuestionError(f"Comparaison\u202f: choisissez de un à {MOST_COMPARED} {kind.many}.")
        return self.line_table("comparaison", GrantLine.objects.counted())
