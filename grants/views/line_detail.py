"""The page of one line: what is printed and what is derived kept apart, the printed row itself, the rows around it."""

from typing import Any

from django.http import Http404
from django.views.generic import TemplateView

from grants import stats
from grants.access import is_visible
from grants.acts import checked_total
from grants.citations import line_sentence
from grants.models import GrantLine, Operator, Recusal, StatedTotal
from grants.views.permanent import LARGEST_ID

SURE = 0.9  # certainty from which a line is said to be read without doubt: what staff review starts below


class LineDetailView(TemplateView):
    """One printed row for one year, at a permanent address. A draft's line is nobody's business but staff's."""

    template_name = "grants/line_detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        line = self._line()
        act = line.deliberation
        row = list(GrantLine.objects.of_rows(line.row_key).with_context().in_order())
        lines = act.lines.all()
        return super().get_context_data(
            line=line,
            deliberation=act,
            row=row,
            row_scale=stats.scale_of(row),
            printed=_printed(line),
            row_cents=sum(other.amount_cents for other in row),
            sure=line.certainty >= SURE,
            found_by=dict(Operator.FoundBy.choices).get(line.commune_found_by, ""),
            cents_per_place=_per_place(line),
            totals=[checked_total(total) for total in self._totals(line)],
            recusals=self._recusals(line),
            before=lines.rows_before(line.line).last(),
            after=lines.rows_after(line.line).first(),
            sentence=line_sentence(line),
            **kwargs,
        )

    def _line(self) -> GrantLine:
        number = self.kwargs["pk"]
        found = GrantLine.objects.with_context().defer(None).filter(pk=min(number, LARGEST_ID)).first()
        if found is None or not is_visible(self.request, found.deliberation):
            raise Http404("Aucune ligne à cette adresse.")
        return found

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


def _printed(line: GrantLine) -> list[tuple[str, str]]:
    """The cells of the row as printed, with their French labels; empty texts where nothing is printed."""
    return [
        ("N° de dossier", line.reference),
        ("Territoire", line.territory_text),
        ("Programme", line.programme_text),
        ("Opération", line.subprogramme_text),
        ("Opérateur", line.operator_text),
        ("Siège", line.commune_text),
        ("Action", line.action),
        ("Complément", line.detail),
        ("Convention", line.agreement),
        ("Places", line.places_text),
        ("Montant", line.amount_text),
    ]


def _per_place(line: GrantLine) -> int | None:
    """Cents for one printed place, rounded to the cent; None for a withdrawal or where no places are printed."""
    if not line.places or line.places < 0 or line.amount_cents <= 0:
        return None
    return (2 * line.amount_cents + line.places) // (2 * line.places)
