"""The page of one line: what is printed and what is derived kept apart, the printed row itself, the rows around it."""

from typing import Any

from django.http import Http404, HttpRequest
from django.views.generic import TemplateView

from grants.access import LARGEST_ID, check_visible
from grants.acts import checked_total
from grants.addresses import Gone, Replacement
from grants.citations import gone_sentence, line_sentence
from grants.figures import stats
from grants.figures.fingerprints import of_line
from grants.line_fields import corrections_by, corrections_of, revisions_of
from grants.models import BundlePart, Change, GrantLine, Operator, Recusal, StatedTotal
from grants.printed_rows import printed_cells


class LineDetailView(TemplateView):
    """One printed row for one year, at a permanent address. A draft's line is nobody's business but staff's.

    A line that a new reading no longer finds is Gone, with what stands for it.
    """

    template_name = "grants/line_detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        line = line_at(self.request, self.kwargs["pk"])
        act = line.deliberation
        row = list(GrantLine.objects.of_rows(line.row_key).with_context().in_order())
        lines = act.lines.all()
        return super().get_context_data(
            line=line,
            deliberation=act,
            row=stats.ledger(row),
            bundled=BundlePart.objects.of_act(act).first(),
            printed=printed_cells(line),
            corrections=corrections_of(line),
            revisions=revisions_of(Change.objects.of_line(line.pk)),
            row_cents=sum(other.amount_cents for other in row),
            found_by=dict(Operator.FoundBy.choices).get(line.commune_found_by, ""),
            cents_per_place=_cents_each(line),
            totals=[checked_total(total) for total in self._totals(line)],
            recusals=self._recusals(line),
            before=lines.rows_before(line.line).last(),
            after=lines.rows_after(line.line).first(),
            sentence=line_sentence(line),
            reports=[(report, corrections_by(report.edits.all())) for report in line.reports.shown()],
            print=of_line(line.pk, line.year, line.amount_cents),
            print_question=f"ligne={line.pk}",
            **kwargs,
        )

    @staticmethod
    def _totals(line: GrantLine) -> list[StatedTotal]:
        """The stated totals of the act that this line enters."""
        totals = line.deliberation.stated_totals.select_related("check_result")
        return [total for total in totals if total.adds_up(line)]

    @staticmethod
    def _recusals(line: GrantLine) -> list[Recusal]:
        """Members who stood aside in this act for the operator of this line."""
        if line.operator is None:
            return []
        return [recusal for recusal in line.deliberation.recusals.all() if recusal.operator_id == line.operator_id]


def _cents_each(line: GrantLine) -> int | None:
    """Cents for one place, one measure…; None where the unit is not printed, and for a withdrawal."""
    each = line.places_unit and line.amount_cents > 0
    return stats.cents_each(line.amount_cents, line.places) if each else None


def line_at(request: HttpRequest, number: int) -> GrantLine:
    """The line of this permanent number, with its context. Raises Http404 for a draft's, Gone for one of before."""
    lines = GrantLine.objects.with_context().select_related("operator__commune", "deliberation__department")
    found = lines.defer(None).filter(pk=min(number, LARGEST_ID)).first()
    if found is None:
        raise _gone(request, number)
    check_visible(request, found.deliberation)
    return found


def _gone(request: HttpRequest, number: int) -> Exception:
    """What is said of a line that is not there: it was public once, or never was."""
    change = Change.objects.gone().of_line(min(number, LARGEST_ID)).with_act().first()
    if change is None:
        return Http404("Aucune ligne à cette adresse.")
    act, successor, page = change.deliberation, change.replaced_by, change.before["page"]
    check_visible(request, act)
    stands = [
        Replacement(f"La page {page} de la délibération", act.page_url(page)),
        Replacement("La délibération", act.get_absolute_url()),
    ]
    if successor:
        stands.insert(0, Replacement(f"La ligne {successor.line}, qui la remplace", successor.get_absolute_url()))
    return Gone(gone_sentence(change), stands)
