"""The register of operators and the page of one operator."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from grants.figures import breakdowns, registers, stats
from grants.figures.timelines import timeline
from grants.models import GrantLine, Operator
from grants.search import spelling
from grants.templatetags.french import printed_lines
from grants.views.overview import cited, overview, tree
from grants.views.paging import address_with, page_links, page_of
from grants.views.permanent import PermanentAddressView
from grants.views.register_forms import LARGEST_FIRST, OperatorListForm

OPERATORS_PER_PAGE = 50
LINES_PER_PAGE = 50
LIKELY_SHOWN = 12  # other names that may be the same operator: more is a family name, not a twin


class OperatorListView(TemplateView):
    """Every operator that a published line names: by letter, by words, by name or by amount.

    A question that makes no sense is answered by its mistakes, with status 400.
    """

    template_name = "grants/operator_list.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = OperatorListForm.of(request)
        shown = {"letters": form.letters, "names": sum(known.names for known in form.letters)}
        if not form.is_valid():
            context = {
                "mistakes": form.mistakes,
                "words": form["q"].value() or "",
                "letter": "",
                "largest_first": False,
            }
            return self.render_to_response(self.get_context_data(**shown, **context), status=400)
        page = page_of(request, form.rows(), OPERATORS_PER_PAGE, form.count)
        context = self.get_context_data(
            **shown,
            words=form.cleaned_data["q"],
            letter=form.letter,
            largest_first=form.largest_first,
            page=page,
            entries=stats.ledger(registers.operator_entries(page.object_list)),
            by_name_address=address_with(request, tri=None, page=None),
            by_amount_address=address_with(request, tri=LARGEST_FIRST, page=None),
            meant="" if page.object_list or not form.cleaned_data["q"] else spelling.likely(form.cleaned_data["q"]),
            **page_links(request, page),
        )
        return self.render_to_response(context)


class OperatorDetailView(PermanentAddressView):
    """One operator: its names, its seat, what was voted for it and by which acts, the members who stood aside."""

    template_name = "grants/operator_detail.html"
    context_object_name = "operator"
    parameter = "operateur"

    def get_queryset(self) -> Any:
        return Operator.objects.public().select_related("commune__department")

    def successor(self, pk: int) -> Operator | None:
        """The operator into which this one was merged, if the public may see it."""
        return Operator.objects.public().successor_of(pk).first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        operator = self.object
        lines = GrantLine.objects.counted().by_operator(operator)
        figures = overview(lines)
        summary = figures["summary"]
        events = timeline(lines)
        by_department = stats.amounts_by_department(lines) if summary.departments > 1 else ()
        page = page_of(self.request, lines.with_context().sorted_by("-annee"), LINES_PER_PAGE)
        return super().get_context_data(
            **figures,
            **tree(lines),
            by_territory=stats.ledger(stats.amounts_by_territory(lines)),
            place_costs=breakdowns.euros_per_place(lines),
            names=breakdowns.printed_texts(lines, "operator_text"),
            seats=breakdowns.printed_texts(lines, "commune_text"),
            by_department=stats.ledger(by_department),
            timeline=events,
            perhaps_the_same=Operator.objects.perhaps_the_same(operator).select_related("commune")[:LIKELY_SHOWN],
            recusals=operator.recusals.published().with_act(),
            question=self.question,
            total_label=f"Total des {printed_lines(summary.lines)}" if summary.lines > 1 else "Total",
            # A printed row of several years is one line and several amounts.
            noun="ligne" if summary.lines == summary.rows else "montant",
            page=page,
            lines=stats.ledger(page),
            sentence=cited(operator.name, figures, {event.act for event in events}),
            **page_links(self.request, page),
            **kwargs,
        )
