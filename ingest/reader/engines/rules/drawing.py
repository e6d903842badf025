"""What both PDF engines share about drawn shapes: which become rules, which become fills.

Boxes and segments in points of the page as displayed; no PDF library here.
"""

from dataclasses import dataclass, field
from typing import Final

from ingest.reader.records import Box, Rule

# Points. A filled rectangle this thin is a rule drawn as a surface, as word processors print them; the thickest border
# offered by Word that is not a banner is 2.25 pt, the lowest shaded row seen is 8 pt.
RULE_THICKNESS: Final = 2.5
# Points. How far a segment may lean and still be a rule: rounding of coordinates, never a slope meant to be seen.
LEAN: Final = 0.6
# Points. A shorter stroke is a tick or a piece of a letter.
SHORTEST_RULE: Final = 1.0
# Strokes kept of one page that are neither: more are a drawing.
MOST_SLANTS: Final = 1_000
# Points. A longer one crosses no word out.
LONGEST_SLANT: Final = 200.0
# Points. A surface this small is a dot: dotted borders are often printed as rows of them, in either direction.
DOT: Final = 1.5


@dataclass(slots=True)
class Drawing:
    """The rules and fills of one page while it is being read; shapes outside the page are left out. `slants`: boxes of
    short strokes that lean."""

    width: float
    height: float
    rules: list[Rule] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    slants: list[Box] = field(default_factory=list)

    def add_segment(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A stroke from one point to another: kept when it is horizontal or vertical."""
        across, down = abs(x1 - x0), abs(y1 - y0)
        if down <= LEAN and across >= SHORTEST_RULE:
            middle = (y0 + y1) / 2
            self._add_rule(min(x0, x1), middle, max(x0, x1), middle)
        elif across <= LEAN and down >= SHORTEST_RULE:
            middle = (x0 + x1) / 2
            self._add_rule(middle, min(y0, y1), middle, max(y0, y1))
        elif down < across <= LONGEST_SLANT and len(self.slants) < MOST_SLANTS:
            self.slants.append(Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def add_surface(self, box: Box, *, coloured: bool) -> None:
        """A filled rectangle: thin, it is a rule whatever its colour; broad, it is a fill unless it is white."""
        across, down = box.x1 - box.x0, box.y1 - box.y0
        if min(across, down) <= RULE_THICKNESS:
            self.add_thin(box)
        elif coloured and box.x1 > 0 and box.y1 > 0 and box.x0 < self.width and box.y0 < self.height:
            self.fills.append(box)

    def add_thin(self, box: Box) -> None:
        """The line along the middle of a narrow box; a dot counts in both directions."""
        across, down = box.x1 - box.x0, box.y1 - box.y0
        is_dot = 0 < max(across, down) <= DOT
        if across >= down or is_dot:
            middle = (box.y0 + box.y1) / 2
            self._add_rule(box.x0, middle, box.x1, middle)
        if across < down or is_dot:
            middle = (box.x0 + box.x1) / 2
            self._add_rule(middle, box.y0, middle, box.y1)

    def add_outline(self, box: Box) -> None:
        """The four sides of a stroked rectangle."""
        self.add_segment(box.x0, box.y0, box.x1, box.y0)
        self.add_segment(box.x0, box.y1, box.x1, box.y1)
        self.add_segment(box.x0, box.y0, box.x0, box.y1)
        self.add_segment(box.x1, box.y0, box.x1, box.y1)

    def _add_rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if x1 >= 0 and y1 >= 0 and x0 <= self.width and y0 <= self.height:
            self.rules.append(Rule(x0, y0, x1, y1))
