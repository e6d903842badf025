"""In which stated totals a row that people add is counted: those of its neighbours on the page."""

from collections.abc import Iterable

from grants.models import Deliberation, GrantLine, StatedTotal
from ingest.reader.records import Box


def neighbours(deliberation: Deliberation, page: int, box: Box) -> tuple[GrantLine | None, GrantLine | None]:
    """The rows printed just above and just under a place of a page, on the pages before and after where needed."""
    lines = sorted(deliberation.lines.select_related("department"), key=lambda line: (*_middle(line), line.line))
    above = [line for line in lines if _middle(line) <= (page, (box.y0 + box.y1) / 2)]
    under = lines[len(above) :]
    return above[-1] if above else None, under[0] if under else None


def totals_covering(deliberation: Deliberation, page: int, box: Box, year: int | None) -> list[StatedTotal]:
    """The totals that a row of this place and year surely enters, in the order of the act: they add up both its
    neighbours, or the one that it has in its table; at the edge of a group, the total printed under it decides."""
    above, under = neighbours(deliberation, page, box)
    totals = [
        total
        for total in deliberation.stated_totals.order_by("position")
        if total.line_numbers and total.year in (None, year)
    ]
    if above and under and above.table != under.table:
        above, under = (above, None) if (above.page == page or under.page != page) else (None, under)
    of_above, of_under = _adding_up(totals, above), _adding_up(totals, under)
    if above is None or under is None:
        return of_above or of_under
    both = [total for total in of_above if total in of_under]
    rows = [total for total in totals if total not in both and total.where == StatedTotal.Where.TABLE]
    closing = [total for total in rows if total in of_above and (total.page, total.y0) >= (page, box.y0)]
    opening = [] if closing else [total for total in rows if total in of_under and total.page >= page]
    return [total for total in totals if total in both or total in closing or total in opening]


def count_in(totals: Iterable[StatedTotal], number: int) -> None:
    """Count this row in these totals, as they are now."""
    for total in StatedTotal.objects.filter(pk__in=[total.pk for total in totals]):
        if number not in total.line_numbers:
            total.line_numbers.append(number)
            total.save(update_fields=["line_numbers"])


def count_out(deliberation: Deliberation, number: int) -> None:
    """Count this row in no total any more."""
    for total in deliberation.stated_totals.all():
        if number in total.line_numbers:
            total.line_numbers.remove(number)
            total.save(update_fields=["line_numbers"])


def totals_of_row(deliberation: Deliberation, number: int) -> list[StatedTotal]:
    """The totals that add up this row."""
    return [total for total in deliberation.stated_totals.order_by("position") if number in total.line_numbers]


def _middle(line: GrantLine) -> tuple[int, float]:
    return line.page, (line.y0 + line.y1) / 2


def _adding_up(totals: Iterable[StatedTotal], line: GrantLine | None) -> list[StatedTotal]:
    return [total for total in totals if line is not None and line.line in total.line_numbers]
