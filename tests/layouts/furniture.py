"""What stands on every page of real acts around what they say: stamps, running heads, marks behind the text. Points."""

from dataclasses import dataclass
from random import Random
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

Mark = Literal["", "COPIE", "PROJET"]


@dataclass(frozen=True)
class Furniture:
    """`stamp`: lines printed small in the top right corner, `boxed` or not; `head`: a line over each page; `side`: a
    receipt printed upwards along the left edge; `mark`: one word, pale and large, behind each page."""

    stamp: tuple[str, ...] = ()
    boxed: bool = False
    head: str = ""
    side: str = ""
    mark: Mark = ""

    def draw(self, canvas: Canvas, width: float, height: float, number: int) -> None:
        """Draw all of it on a page of this size; `number`: that of the page."""
        if self == Furniture():
            return
        if self.mark:
            canvas.saveState()
            canvas.setFillGray(0.9)
            canvas.setFont("Helvetica-Bold", 90)
            canvas.translate(width / 2, height / 2)
            canvas.rotate(45)
            canvas.drawCentredString(0, 0, self.mark)
            canvas.restoreState()
        canvas.setFillGray(0)
        canvas.setStrokeGray(0)
        canvas.setLineWidth(0.5)
        canvas.setFont("Helvetica", 5.5)
        for place, line in enumerate(self.stamp):
            canvas.drawString(width - 150, height - 12 - 6.5 * place, line)
        if self.boxed and self.stamp:
            canvas.rect(width - 153, height - 14 - 6.5 * (len(self.stamp) - 1), 145, 6.5 * len(self.stamp) + 2)
        if self.head:
            canvas.drawString(40, height - 24, f"{self.head} – {number}")
        if self.side:
            canvas.saveState()
            canvas.translate(16, 120)
            canvas.rotate(90)
            canvas.drawString(0, 0, self.side)
            canvas.restoreState()


def some_furniture(random: Random, year: int, features: set[str]) -> Furniture:
    """What is drawn around the pages of one act; told in its features."""
    day = f"{random.randrange(1, 28):02d}/{random.randrange(1, 13):02d}/{year}"
    act = f"048-224800017-{year}0{random.randrange(1, 9)}12-CP_{year}_{random.randrange(10, 400)}-DE"
    stamp: tuple[str, ...] = ()
    if random.random() < 0.5:
        stamp = (f"Envoyé en préfecture le {day}", f"Reçu en préfecture le {day}", f"Publié le {day}", f"ID : {act}")
        features.add("stamp of the prefecture")
    head = f"Commission permanente – Rapport n° {random.randrange(100, 900)}" if random.random() < 0.3 else ""
    side = f"Accusé de réception en préfecture {act} – {day}" if random.random() < 0.2 else ""
    mark: Mark = random.choice(["COPIE", "PROJET"]) if random.random() < 0.08 else ""
    features |= {
        name for name, has in {"running head": head, "receipt along the edge": side, "mark": mark}.items() if has
    }
    return Furniture(stamp, random.random() < 0.5, head, side, mark)
