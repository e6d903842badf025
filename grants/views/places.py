"""Where: the pages of départements, territories and communes, and their lists."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from grants import history
from grants.citations import answer_sentence
from grants.covering import WHOLE_DEPARTMENT, communes_of, coverings, official_places, parts_of
from grants.figures import breakdowns, registers, stats
from grants.figures.remembered import summary_of
from grants.law.transparency import graded_years
from grants.models import Commune, Department, GrantLine, Territory
from grants.search import spelling
from grants.views.overview import TOP_OPERATORS, cited, overview, tree
from grants.views.paging import page_links, page_of
from grants.views.permanent import PermanentAddressView
from grants.views.register_forms import RegisterForm

COMMUNES_PER_PAGE = 100
COMMUNE_OPERATORS = 12
PROGRAMMES_SHOWN = 8  # of the territory and of the whole département, the largest first
NEIGHBOURS = 15  # of the same intercommunalité, the largest first
LATEST_ACTS = 10


class DepartmentListView(TemplateView):
    """Départements of which an act is published, with what they voted."""

    template_name = "grants/department_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = GrantLine.objects.counted()
        version = history.seen_by(self.request)
        return super().get_context_data(
            **overview(lines, version), by_department=stats.ledger(stats.amounts_by_department(lines)), **kwargs
        )


class DepartmentDetailView(PermanentAddressView):
    """One département: what its assemblies voted, by year, programme and territory, and their latest acts."""

    template_name = "grants/department_detail.html"
    context_object_name = "department"
    parameter = "departement"
    id_is_code = True
    queryset = Department.objects.all()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = GrantLine.objects.counted().in_department(self.object)
        figures = overview(lines)
        return super().get_context_data(
            **figures,
            **tree(lines),
            by_territory=stats.ledger(stats.amounts_by_territory(lines)),
            top_operators=stats.ledger(stats.top_operators(lines, TOP_OPERATORS)),
            acts=breakdowns.amounts_by_act(lines, LATEST_ACTS),
            graded=graded_years(self.object),
            question=self.question,
            sentence=answer_sentence(f"Département {self.object.name}", figures["summary"]),
            **kwargs,
        )


class TerritoryListView(TemplateView):
    """Territories as the councils print them, with what is printed for them."""

    template_name = "grants/territory_list.html"
    extra_context = {"heading": "Territoires"}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = GrantLine.objects.counted()
        summary = summary_of(history.seen_by(self.request), lines)
        return super().get_context_data(
            summary=summary, by_territory=stats.ledger(stats.amounts_by_territory(lines)), **kwargs
        )


class TerritoryDetailView(PermanentAddressView):
    """One territory: the lines that print its name, by year, programme and operator."""

    template_name = "grants/territory_detail.html"
    context_object_name = "territory"
    parameter = "territoire"

    def get_queryset(self) -> Any:
        return Territory.objects.public().select_related("department")

    def successor(self, pk: int) -> Territory | None:
        """The territory with which this one was united, if the public may see it."""
        return Territory.objects.public().successor_of(pk).first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = GrantLine.objects.counted().in_territory(self.object)
        figures = overview(lines)
        acts = breakdowns.amounts_by_act(lines)
        parts = parts_of(self.object)
        communes = list(communes_of(parts, self.object.department_id))
        return super().get_context_data(
            **figures,
            **tree(lines),
            places=official_places(parts, communes),
            communes=communes,
            top_operators=stats.ledger(stats.top_operators(lines, TOP_OPERATORS)),
            acts=acts,
            question=self.question,
            sentence=cited(f"Territoire {self.object.name}", figures, [act.of for act in acts]),
            **kwargs,
        )


class CommuneListView(TemplateView):
    """Communes where operators are based; with words, any commune of the official list."""

    template_name = "grants/commune_list.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = RegisterForm(request.GET)
        if not form.is_valid():
            context = self.get_context_data(words=form["q"].value(), mistakes=form.mistakes)
            return self.render_to_response(context, status=400)
        words = form.cleaned_data["q"]
        context = self._found(words) if words else self._with_operators()
        return self.render_to_response(self.get_context_data(words=words, **context))

    def _with_operators(self) -> dict[str, Any]:
        lines = GrantLine.objects.counted()
        count = registers.commune_count(lines)
        page = page_of(self.request, registers.communes(lines), COMMUNES_PER_PAGE, count)
        return {
            "page": page,
            "entries": stats.ledger(registers.commune_entries(page.object_list)),
            **page_links(self.request, page),
        }

    @staticmethod
    def _found(words: str) -> dict[str, Any]:
        found = list(registers.communes_found(words))
        lines = GrantLine.objects.counted().in_commune(*found)
        amounts = {amount.key: amount for amount in stats.amounts_by_commune(lines)}
        return {
            "found": stats.Ledger(
                tuple((commune, amounts.get(commune.pk)) for commune in found), stats.scale_of(amounts.values())
            ),
            "limit": registers.MAX_FOUND,
            "meant": "" if found else spelling.likely(words),
        }


class CommuneDetailView(PermanentAddressView):
    """One commune: the operators based there and what was voted for them, which is not where they act."""

    template_name = "grants/commune_detail.html"
    context_object_name = "commune"
    parameter = "commune"
    id_is_code = True
    queryset = Commune.objects.select_related("department")

    def successor(self, pk: str) -> Commune | None:
        """The commune of today into which one that had this code was merged."""
        return Commune.objects.filter(other_names__code=pk).first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = GrantLine.objects.counted().in_commune(self.object)
        figures = overview(lines)
        acts = breakdowns.amounts_by_act(lines)
        return super().get_context_data(
            **figures,
            **tree(lines),
            operators=stats.ledger(stats.top_operators(lines, COMMUNE_OPERATORS)),
            acts=acts,
            question=self.question if figures["summary"].rows else "",
            cents_per_inhabitant=stats.cents_each(figures["summary"].amount_cents, self.object.population),
            other_names=self.object.other_names.all(),
            **self._around(),
            sentence=cited(
                f"Opérateurs dont le siège est à {self.object.name} ({self.object.pk})",
                figures,
                [act.of for act in acts],
            ),
            **kwargs,
        )

    def _around(self) -> dict[str, Any]:
        """What covers the commune, kept apart from what is voted to operators based there; and its neighbours."""
        commune, counted = self.object, GrantLine.objects.counted()
        covering = coverings(commune)
        of_territories = counted.in_territory(*(each.territory for each in covering))
        of_all = counted.in_department(commune.department).for_no_part(WHOLE_DEPARTMENT)
        return {
            "coverings": covering,
            "own_coverings": [each for each in covering if not each.joined],
            "joined_coverings": sum(each.joined for each in covering),
            "territory_summary": stats.summary(of_territories),
            "by_territory": stats.ledger(stats.amounts_by_territory(of_territories)),
            "territory_programmes": stats.ledger(stats.amounts_by_programme(of_territories, PROGRAMMES_SHOWN)),
            "whole_summary": stats.summary(of_all),
            "whole_programmes": stats.ledger(stats.amounts_by_programme(of_all, PROGRAMMES_SHOWN)),
            "neighbours": stats.ledger(registers.neighbours(counted, commune, NEIGHBOURS)),
        }
