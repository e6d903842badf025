"""What for: the tree of programmes and the page of one heading, at either level."""

from typing import Any

from django.views.generic import TemplateView

from grants import history, programme_ties
from grants.figures import breakdowns, stats
from grants.figures.remembered import summary_of
from grants.models import GrantLine, Programme
from grants.views.overview import TOP_OPERATORS, cited, overview, tree
from grants.views.permanent import PermanentAddressView


class ProgrammeListView(TemplateView):
    """Programmes and subprogrammes as printed, with what is voted for them."""

    template_name = "grants/programme_list.html"
    extra_context = {"heading": "Programmes"}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = GrantLine.objects.counted()
        summary = summary_of(history.seen_by(self.request), lines)
        return super().get_context_data(summary=summary, **tree(lines), **kwargs)


class ProgrammeDetailView(PermanentAddressView):
    """One programme with its subprogrammes, or one subprogramme: its years, territories and operators."""

    template_name = "grants/programme_detail.html"
    context_object_name = "programme"

    @property
    def parameter(self) -> str:
        return "operation" if self.object.parent_id else "programme"

    def get_queryset(self) -> Any:
        return Programme.objects.public().select_related("department", "parent__department")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = GrantLine.objects.counted().under_programme(self.object)
        figures = overview(lines)
        acts = breakdowns.amounts_by_act(lines)
        children = () if self.object.parent_id else stats.amounts_by_subprogramme(lines)
        return super().get_context_data(
            **figures,
            children=stats.ledger([amount for amount in children if amount.of]),
            by_territory=stats.ledger(stats.amounts_by_territory(lines)),
            top_operators=stats.ledger(stats.top_operators(lines, TOP_OPERATORS)),
            place_costs=breakdowns.euros_per_place(lines),
            acts=acts,
            question=self.question,
            sentence=cited(self.object.name, figures, [act.of for act in acts]),
            **self._chain(),
            **kwargs,
        )

    def _chain(self) -> dict[str, Any]:
        """Its names of other years, with their own figures: never mixed with those of the page."""
        chain = programme_ties.chain_of(self.object, GrantLine.objects.counted())
        before, after = programme_ties.neighbours(self.object, chain)
        return {
            "chain": chain,
            "before": before,
            "after": after,
            "chain_cents": sum(link.amount_cents for link in chain),
            "chain_question": "&".join(f"{self.parameter}={link.programme.pk}" for link in chain),
        }
