"""What is printed on one page: rows with the years they hold, and the frames of what was read or not.

Pure functions on loaded models; no query, no request. Frames are in points, like the sizes of pages, and
drawn in SVG over the image: they hold at any zoom, and the Content-Security-Policy forbids `style` attributes.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from grants.models import GrantLine, Leftover, StatedTotal

TOLD_BESIDE_THE_PAGE = frozenset({"N° de dossier", "Territoire", "Programme", "Opération", "Siège", "Action"})
Size = tuple[float, float]  # of a page, in points


@dataclass(frozen=True, slots=True)
class Frame:
    """A place on a printed page, in points: the frame of a row, a total or what was not read."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A printed row and its amounts, one for each year. `frame` is None where the size of the page is not known.

    `before` and `after` are the addresses of the rows beside it in the act, None at its ends.
    """

    first: GrantLine
    lines: tuple[GrantLine, ...]
    frame: Frame | None
    before: str | None
    after: str | None

    @property
    def number(self) -> int:
        return self.first.line

    @property
    def anchor(self) -> str:
        return self.first.anchor

    @property
    def texts(self) -> list[tuple[str, str]]:
        """The cells that say what the row belongs to; who and how much are shown apart."""
        line = self.first
        shown = TOLD_BESIDE_THE_PAGE if line.operator_text else TOLD_BESIDE_THE_PAGE - {"Action"}  # it is the heading
        return [(label, text) for label, text in printed_cells(line) if text and label in shown]


def printed_cells(line: GrantLine) -> list[tuple[str, str]]:
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


def printed_rows(
    lines: Iterable[GrantLine], size: Size | None, *, before: str | None = None, after: str | None = None
) -> tuple[PrintedRow, ...]:
    """The lines of one page, sorted by row then year, as printed rows.

    `before` and `after` are the addresses of the rows just outside the page.
    """
    rows: dict[int, list[GrantLine]] = {}
    for line in lines:
        rows.setdefault(line.line, []).append(line)
    beside = [before, *(f"#{row[0].anchor}" for row in rows.values()), after]
    return tuple(
        PrintedRow(row[0], tuple(row), frame_of(row[0], size), previous, following)
        for row, previous, following in zip(rows.values(), beside, beside[2:], strict=False)
    )


def frame_of(printed: GrantLine | StatedTotal | Leftover, size: Size | None) -> Frame | None:
    """Where this is printed; None where the size of the page is not known."""
    if size is None:
        return None
    width, height = size
    box = (printed.x0 * width, printed.y0 * height, (printed.x1 - printed.x0) * width)
    return Frame(*(round(side, 2) for side in (*box, (printed.y1 - printed.y0) * height)))
