"""Scanned pages over which the file draws something else."""

from ingest.reader.documents import open_document
from tests.ingest.reader.scanned_pdfs import GRANT_WIDTHS, GRANTS, needs_tesseract, scan, table_page


@needs_tesseract
def test_stems_of_letters_turned_into_drawings_are_no_rules(tmp_path):
    def stems(canvas, _):
        for place in range(40):
            canvas.rect(60 + 4 * place, 60, 0.8, 6, stroke=0, fill=1)

    path = scan(tmp_path / "acte.pdf", lambda canvas: table_page(canvas, GRANTS, GRANT_WIDTHS), over=stems)
    [page] = open_document(path).pages
    drawn = [rule for rule in page.rules if rule.vertical]
    assert len(drawn) == len(GRANT_WIDTHS) + 1
