"""What the cells of a row that was not read probably are: a proposal for a person who adds it, never more.

The text of a leftover or of a box drawn on the page enters, cells apart by « | »; values by field leave.
"""

from collections.abc import Iterable

from grants.models import Deliberation
from ingest.reader.records import BETWEEN_CELLS
from ingest.reader.values.amounts import parse_amount
from ingest.reader.values.amounts_in_text import find_amounts
from ingest.reader.values.figures import parse_count
from portal.french import fold, squeeze

# What the other rows of the act say in the same words is the same thing here.
_REPEATED = ("territory", "programme", "subprogramme", "commune", "agreement", "action", "detail", "operator")


def guess_row(deliberation: Deliberation, text: str) -> dict[str, str]:
    """Values as they are to be typed, by field of the line record; fields that nothing tells are left out.

    A cell that other rows of the act print is that of theirs; then the last amount, a count before it, and the first
    words that are left name the operator.
    """
    cells = [squeeze(cell) for cell in text.replace("\n", BETWEEN_CELLS).split(BETWEEN_CELLS.strip())]
    known = _known(deliberation)
    guessed: dict[str, str] = {}
    left = []
    for cell in filter(None, cells):
        field = known.get(fold(cell))
        if field and field not in guessed:
            guessed[field] = cell
        else:
            left.append(cell)
    amount = _last_amount(left)
    if amount:
        guessed["amount"], place = amount
        left.pop(place)
    counts = [cell for cell in left if parse_count(cell) is not None]
    if counts:
        guessed["places"] = counts[-1]
    words = [cell for cell in left if cell not in counts]
    for field in ("operator", "action"):
        if words and field not in guessed:
            guessed[field] = words.pop(0)
    return guessed


def _known(deliberation: Deliberation) -> dict[str, str]:
    """Folded texts that the rows of the act print → the field in which they do."""
    columns = {field: field if field in ("agreement", "action", "detail") else f"{field}_text" for field in _REPEATED}
    known: dict[str, str] = {}
    for row in deliberation.lines.order_by().values(*columns.values()).distinct():
        for field, column in columns.items():
            if row[column]:
                known.setdefault(fold(row[column]), field)
    return known


def _last_amount(cells: Iterable[str]) -> tuple[str, int] | None:
    """The last cell that is an amount of money, or holds one, and its place."""
    cells = list(cells)
    for place in reversed(range(len(cells))):
        amount = parse_amount(cells[place])
        if amount and (amount.currency or amount.precision < 1):
            return cells[place], place
    for place in reversed(range(len(cells))):
        inside = list(find_amounts(cells[place]))
        if inside:
            return inside[-1].amount.text, place
    return None
