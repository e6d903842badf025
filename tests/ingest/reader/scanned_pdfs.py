"""Small scans for the tests: a page set by reportlab, drawn as an image, spoilt as scanners do, in a PDF again."""

import io

import cv2
import numpy as np
import pypdfium2
import pytest
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.reader.letters import tesseract

# Put on tests that recognise letters.
needs_tesseract = pytest.mark.skipif(tesseract.find_data() is None, reason="tesseract-ocr-fra is not installed")
LANDSCAPE = (842, 595)
HALF = (595, 420)  # half the work of a sheet, for a table that needs no more
ROW = 18
FONT = ("Helvetica", 8)

# A short table: its cells, and how wide its columns are.
GRANTS = [
    ("Bénéficiaire", "Commune", "Subvention votée"),
    ("Association Les Tilleuls", "MONTAUBAN", "12 500 €"),
    ("CCAS de Moissac", "MOISSAC", "3 750 €"),
    ("Régie des Coteaux", "CAUSSADE", "108 000 €"),
    ("Foyer rural de Golfech", "GOLFECH", "640 €"),
]
GRANT_WIDTHS = (220, 150, 120)


def table_page(canvas, rows, widths, *, left=40, top=80, title="", ruled=True):
    """A ruled table, `top` points under the head of the page; figures on the right of their cells."""
    height = canvas._pagesize[1]
    canvas.setFont(*FONT)
    canvas.setLineWidth(0.6)
    if title:
        canvas.drawString(left, height - top + 14, title)
    edges = [left + sum(widths[:index]) for index in range(len(widths) + 1)]
    for index, row in enumerate(rows):
        level = height - top - ROW * (index + 1) + 6
        for column, text in enumerate(row):
            if text[:1].isdigit() and index:
                canvas.drawRightString(edges[column + 1] - 3, level, text)
            else:
                canvas.drawString(edges[column] + 3, level, text)
    if ruled:
        bottom = height - top - ROW * len(rows)
        for x in edges:
            canvas.line(x, height - top, x, bottom)
        for index in range(len(rows) + 1):
            canvas.line(edges[0], height - top - ROW * index, edges[-1], height - top - ROW * index)


def table_layer(rows, widths, *, left=40, top=80):
    """Hidden text, each cell of the table where `table_page` prints it: for `over` of `scan`."""

    def over(canvas, number):
        text = canvas.beginText()
        text.setTextRenderMode(3)
        text.setFont(*FONT)
        edges = [left + sum(widths[:index]) for index in range(len(widths) + 1)]
        for index, row in enumerate(rows):
            for column, cell in enumerate(row):
                figure = cell[:1].isdigit() and index
                start = edges[column + 1] - 3 - canvas.stringWidth(cell, *FONT) if figure else edges[column] + 3
                text.setTextOrigin(start, canvas._pagesize[1] - top - ROW * (index + 1) + 6)
                text.textOut(cell)
        canvas.drawText(text)

    return over


def scan(path, *drawings, size=LANDSCAPE, dpi=200, skew=0.0, noise=0.0, blur=0.0, bitonal=False, over=None, turned=0):
    """A PDF of full-page images: each drawing turned by `skew` degrees clockwise, blurred, with noise (0–255).

    `turned`: quarters clockwise by which the sheet was laid on the scanner.
    `over(canvas, number)` draws on each page over its image: stamps, layers of text.
    """
    rl_config.useA85 = 0  # bytes spelt as letters would take as long as recognising some of them
    shown = size[::-1] if turned % 2 else size
    canvas = Canvas(str(path), pagesize=shown)
    for number, drawing in enumerate(drawings, 1):
        pixels = np.rot90(spoilt(drawn(drawing, size, dpi), skew, noise, blur, bitonal), -turned)
        kind = ".png" if bitonal else ".jpg"
        _, encoded = cv2.imencode(kind, pixels, [] if bitonal else [cv2.IMWRITE_JPEG_QUALITY, 80])
        canvas.drawImage(ImageReader(io.BytesIO(encoded.tobytes())), 0, 0, *shown)
        if over:
            over(canvas, number)
        canvas.showPage()
    canvas.save()
    return path


def drawn(drawing, size, dpi):
    """What `drawing(canvas)` sets on one page, as a grey image."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size)
    drawing(canvas)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(file.getvalue()) as document:
        return document[0].render(scale=dpi / 72, grayscale=True).to_numpy().squeeze().copy()


def spoilt(pixels, skew=0.0, noise=0.0, blur=0.0, bitonal=False):
    """The image as a scanner gives it, the same at every run."""
    height, width = pixels.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -skew, 1)
    pixels = cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    if blur:
        pixels = cv2.GaussianBlur(pixels, (0, 0), blur)
    if noise:
        spread = np.random.default_rng(1).normal(0, noise, pixels.shape)
        pixels = np.clip(pixels + spread, 0, 255).astype(np.uint8)
    if bitonal:
        pixels = np.where(pixels > 150, 255, 0).astype(np.uint8)
    return pixels
