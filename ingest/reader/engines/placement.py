"""From the space of a PDF page (origin anywhere, y upwards, not yet turned) to the page as displayed (y downwards)."""

from typing import NamedTuple

from ingest.reader.records import Box


class Placement(NamedTuple):
    """An affine map x' = ax + cy + e, y' = bx + dy + f, written as PDF matrices are."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The upright rectangle around the image of a rectangle."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        if self.b or self.c:
            x2, y2 = self.point(left, top)
            x3, y3 = self.point(right, bottom)
            return Box(min(x0, x1, x2, x3), min(y0, y1, y2, y3), max(x0, x1, x2, x3), max(y0, y1, y2, y3))
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def after(self, inner: "Placement") -> "Placement":
        """The map that applies `inner` first, then this one."""
        return Placement(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )


def displayed(left: float, bottom: float, right: float, top: float, quarter_turns: int) -> Placement:
    """The map for a page whose visible box is given in PDF space and which is shown turned clockwise."""
    return (
        Placement(1, 0, 0, -1, -left, top),
        Placement(0, 1, 1, 0, -bottom, -left),
        Placement(-1, 0, 0, 1, right, -bottom),
        Placement(0, -1, -1, 0, top, right),
    )[quarter_turns % 4]
