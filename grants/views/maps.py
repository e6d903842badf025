"""`/carte/`: communes or territories under the filters of the list of lines, and the same figures as a table."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from grants import history
from grants.figures import stats
from grants.figures.maps import commune_map, drawable_departments, territory_map
from grants.figures.remembered import remembered, summary_of
from grants.models import Department, GrantLine
from grants.questions.criteria import phrases, sentence
from grants.questions.dimensions import NOTHING
from grants.questions.filters import GrantLineFilter
from grants.templatetags.french import quoted
from grants.views.lines import question_of
from grants.views.paging import address_with, page_links, page_of

COMMUNES, TERRITORIES = "communes", "territoires"  # `?maille=`
LAYERS = ((COMMUNES, "Communes du siège"), (TERRITORIES, "Territoires imprimés"))
NOUNS = {COMMUNES: "commune", TERRITORIES: "territoire"}
MOST_DRAWN = 3000  # communes of one map: beyond, its page would weigh a megabyte
ROWS_PER_PAGE = 100  # of the table: a département has up to nine hundred communes
_AMOUNTS = {COMMUNES: stats.amounts_by_commune, TERRITORIES: stats.amounts_by_territory}


class MapView(TemplateView):
    """One layer of one or several départements, all of it drawn, its table page by page. A question that makes no sense
    is answered by its mistakes."""

    template_name = "grants/map.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        question = question_of(request)
        layer = request.GET.get("maille") or COMMUNES
        mistakes = [] if question.is_valid() else list(question.mistakes)
        if layer not in dict(LAYERS):
            mistakes.append(("Maille", f"{quoted(layer)} n’est pas connue. Écrivez {COMMUNES} ou {TERRITORIES}."))
            layer = COMMUNES
        if mistakes:
            context = {"mistakes": mistakes, "layer": layer}
            return self.render_to_response(self.get_context_data(**context), status=400)
        return self.render_to_response(self.get_context_data(layer=layer, **self._answer(question, layer)))

    def _answer(self, question: GrantLineFilter, layer: str) -> dict[str, Any]:
        lines, request = question.qs, self.request
        asked = {each.pk if each else NOTHING for each in question.form.cleaned_data["departement"]}
        drawn = [code for code in drawable_departments() if not asked or code in asked]
        by_commune = layer == COMMUNES
        version = history.seen_by(request)
        amounts = remembered(version, lines, layer, _AMOUNTS[layer])
        placed = [amount for amount in amounts if amount.of is not None]
        crowded = by_commune and len(placed) > MOST_DRAWN
        page = page_of(request, placed, ROWS_PER_PAGE)
        return {
            "map": None if crowded else (commune_map if by_commune else territory_map)(amounts, drawn),
            "crowded": crowded,
            "amounts": stats.Ledger(tuple(page), stats.scale_of(placed)),
            "elsewhere": next((amount for amount in amounts if amount.of is None), None),
            "page": page,
            "noun": NOUNS[layer],
            **page_links(request, page),
            "summary": summary_of(version, lines),
            "sentence": sentence(phrases(question)),
            "question": address_with(request, maille=None, page=None).partition("?")[2],
            **self._choices(asked, layer),
        }

    def _choices(self, asked: set[str], layer: str) -> dict[str, Any]:
        """What else the map may show, (name, address, whether it is shown): layers, départements, years."""
        request = self.request
        years = [year for year in GrantLine.objects.counted().years() if year is not None]
        return {
            "layers": [
                (label, address_with(request, maille=None if name == COMMUNES else name, page=None), name == layer)
                for name, label in LAYERS
            ],
            "departments": [
                (department, address_with(request, departement=department.pk, page=None), asked == {department.pk})
                for department in Department.objects.public()
            ],
            "every_department": address_with(request, departement=None, page=None),
            "any_department": not asked,
            "years": [
                (year, address_with(request, annee=year, page=None), request.GET.getlist("annee") == [str(year)])
                for year in years
            ],
            "every_year": address_with(request, annee=None, page=None),
            "any_year": not request.GET.getlist("annee"),
        }
