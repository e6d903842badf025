"""Letter heads under set text are no print to read; what one page alone pictures is."""

import io

import cv2
import numpy as np
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.reader.engines import pdfium
from ingest.reader.scanning.bare_pictures import bare_pictures
from ingest.reader.scanning.pictured_print import with_pictured_print

PAGE = (595, 842)


def letter_head():
    """A full-page image with a broad coat of arms and a line of address."""
    pixels = np.full((842, 595), 255, np.uint8)
    cv2.circle(pixels, (90, 60), 40, 60, -1)
    cv2.putText(pixels, "1 place de la Republique", (150, 820), cv2.FONT_HERSHEY_SIMPLEX, 0.5, 60, 1)
    return ImageReader(io.BytesIO(cv2.imencode(".png", pixels)[1].tobytes()))


def act(path, pages, pictured=()):
    """Pages of set text over a letter head; those in `pictured` print lines in their picture too."""
    canvas, head = Canvas(str(path), pagesize=PAGE), letter_head()
    for number in range(1, pages + 1):
        canvas.drawImage(head, 0, 0, *PAGE)
        for line in range(12):
            canvas.drawString(60, 700 - 16 * line, "La commission permanente attribue les subventions suivantes :")
        if number in pictured:
            canvas.setFillGray(0.2)
            for line in range(9):
                canvas.rect(60, 300 - 20 * line, 400, 6, stroke=0, fill=1)
            canvas.setFillGray(0)
        canvas.showPage()
    canvas.save()
    return path


def test_what_every_page_prints_is_its_paper(tmp_path):
    path = act(tmp_path / "acte.pdf", 5, pictured=(4,))
    pages = list(pdfium.read_pages(path))
    assert all(bare_pictures(page) for page in pages)
    assert [page.number for page in with_pictured_print(path, pages)] == [4]


def test_page_alone_is_looked_at(tmp_path):
    path = act(tmp_path / "acte.pdf", 1)
    assert [page.number for page in with_pictured_print(path, list(pdfium.read_pages(path)))] == [1]
