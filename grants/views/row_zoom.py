"""One printed row, alone and larger: `/deliberations/<act>/page/12/?ligne=45&zoom=3`, without JavaScript."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import TemplateView

from grants.access import visible_deliberation
from grants.models import Deliberation, GrantLine
from grants.printed_rows import PrintedRow, printed_cells, printed_rows

ROW_ZOOMS = range(2, 5)  # times the width of the text: above, a 300 dpi image only shows its pixels
LARGEST_ROW = 10**9  # more rows than any act has, within what a database takes


class RowZoomView(TemplateView):
    """The strip of the page that holds the row, its cells as text, the rows before and after at the same size."""

    template_name = "grants/row_zoom.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        act = visible_deliberation(request, self.kwargs["slug"])
        number, zoom = _whole(request.GET.get("ligne", "")), _whole(request.GET.get("zoom", ""))
        zoom = zoom if zoom in ROW_ZOOMS else ROW_ZOOMS[0]
        lines = list(act.lines.of_rows(GrantLine.row_key_for(act.pk, number)).in_order()) if number else []
        if not lines:
            raise Http404("Cette délibération n’a pas de ligne imprimée de ce numéro.")
        row = self._row(act, lines, zoom)
        if row.first.page != self.kwargs["page"]:
            return redirect(address_of(act, row.first, zoom))
        return self.render_to_response(
            self.get_context_data(
                deliberation=act,
                row=row,
                cells=[(label, text) for label, text in printed_cells(row.first) if text and label != "Montant"],
                zoom=zoom,
                zooms=[(times, address_of(act, row.first, times)) for times in ROW_ZOOMS],
            )
        )

    @staticmethod
    def _row(act: Deliberation, lines: list[GrantLine], zoom: int) -> PrintedRow:
        """The row, with the addresses of those beside it in the act, at the same size."""
        number = lines[0].line
        before, after = act.lines.rows_before(number).last(), act.lines.rows_after(number).first()
        return printed_rows(
            lines,
            act.page_size(lines[0].page),
            before=address_of(act, before, zoom) if before else None,
            after=address_of(act, after, zoom) if after else None,
        )[0]


def address_of(act: Deliberation, line: GrantLine, zoom: int) -> str:
    """Where the row of this line is shown alone, `zoom` times as large."""
    return f"{act.page_url(line.page)}?ligne={line.line}&zoom={zoom}"


def _whole(text: str) -> int:
    """A whole number as written, 0 for anything else and for what no row can be."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_ROW)) else 0
    return number if number < LARGEST_ROW else 0
