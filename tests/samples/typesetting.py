"""Sets pages in the ways French acts are set: prose, lists, running foot, portrait and landscape pages.

Enters: texts and tables. Leaves: a PDF file, the same bytes each time. Knows nothing of what the texts say. Only the
fonts that every PDF reader brings are used, so texts keep to the characters of Windows-1252.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)

MARGIN = 36  # points, on the four sides
FOOT = 22  # points kept above the bottom margin for the running foot
NBSP = "\u00a0"

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9.5, leading=13, spaceAfter=5)
ITEM = ParagraphStyle("item", BODY, leftIndent=22, bulletIndent=10)
CENTRED = ParagraphStyle("centred", BODY, alignment=TA_CENTER)
TITLE = ParagraphStyle("title", CENTRED, fontName="Helvetica-Bold", fontSize=13, leading=17)
HEADING = ParagraphStyle("heading", BODY, fontName="Helvetica-Bold", spaceBefore=6)
BOXED = ParagraphStyle(
    "boxed", CENTRED, fontName="Helvetica-Oblique", borderWidth=0.7, borderColor=black, borderPadding=5
)


def euros(amount: Decimal | str, *, cents: bool = True, space: str = NBSP, sign: str = "€") -> str:
    """`13820` → `13 820,00 €`, with `space` between the thousands and before the sign."""
    text = f"{Decimal(amount):,.{2 if cents else 0}f}".replace(",", space).replace(".", ",")
    return f"{text}{space}{sign}" if sign else text


def prose(text: str, style: ParagraphStyle = BODY) -> Flowable:
    """A paragraph, its text taken as it is."""
    return Paragraph(escape(text), style)


def items(texts: Sequence[str], bullet: str = "-") -> list[Flowable]:
    """A list, one paragraph an item."""
    return [Paragraph(escape(text), ITEM, bulletText=bullet) for text in texts]


def gap(points: float = 8) -> Flowable:
    return Spacer(1, points)


def turn(orientation: str) -> list[Flowable]:
    """A new page, `portrait` or `landscape`."""
    return [NextPageTemplate(orientation), PageBreak()]


def write(path: Path, story: Callable[[], list[Flowable]], *, title: str, foot: str, first: str = "portrait") -> None:
    """Write the pages of `story` to `path`; `foot` runs at the foot of each, before « Page 2 sur 14 ».

    `story` is asked for twice: the first time only counts the pages. `first` is the orientation of the first page:
    `portrait`, `landscape`, or `turned` (a portrait sheet written sideways and shown turned, as /Rotate asks).
    """
    rl_config.useA85 = 0  # a fifth smaller than the default, which spells bytes as letters
    counted = _document(path, title, foot, 0, first)
    counted.build(story())
    _document(path, title, foot, counted.page, first).build(story())


def _document(path: Path, title: str, foot: str, pages: int, first: str) -> BaseDocTemplate:
    document = BaseDocTemplate(str(path), title=title, author="", invariant=1, pageCompression=1)
    templates = [
        _template("portrait", A4, foot, pages),
        _template("landscape", landscape(A4), foot, pages),
        _template("turned", landscape(A4), foot, pages, turned=True),
    ]
    document.addPageTemplates(sorted(templates, key=lambda template: template.id != first))
    return document


def _template(name: str, size: tuple[float, float], foot: str, pages: int, *, turned: bool = False) -> PageTemplate:
    width, height = size

    def begin(canvas: Canvas, document: BaseDocTemplate) -> None:
        if turned:
            canvas.rotate(90)
            canvas.translate(0, -height)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(MARGIN, MARGIN - 6, foot)
        canvas.drawRightString(width - MARGIN, MARGIN - 6, f"Page {document.page} sur {pages}")

    bottom = MARGIN + FOOT - 6
    frame = Frame(MARGIN, bottom, width - 2 * MARGIN, height - MARGIN - bottom, 0, 0, 0, 0)
    template = PageTemplate(name, [frame], onPage=begin, pagesize=size)  # reportlab swaps the sides of a turned page
    template.rotation = 90 if turned else 0
    return template
