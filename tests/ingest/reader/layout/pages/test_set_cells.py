"""Cells whose sides are not drawn: the words of one kept to the columns that it covers."""

from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.reader.documents import open_document
from ingest.reader.tables import find_tables
from tests.ingest.reader.drawn_pdfs import SIZE, fill, pdf, text
from tests.ingest.reader.shown import texts

NAMES = ["No", "Categorie", "Beneficiaire", "Fonctionnement", "Investissement"]
ROWS = [
    ["1", "Sport", "Amis du lac", "1 200,00 €", "300,00 €"],
    ["2", "Emploi", "Union sportive de Sore", "800,00 €", "-"],
    ["3", "Musee", "Foyer rural", "12 500,00 €", "150,00 €"],
    ["4", "Sport", "Cyclo club", "750,00 €", "1 000,00 €"],
    ["5", "Social", "Regie de quartier", "3 000,00 €", "800,00 €"],
    ["6", "Musee", "Harmonie", "500,00 €", "90,00 €"],
]


def test_names_hardly_apart_that_begin_where_their_columns_do_are_names_of_each(tmp_path):
    starts = [52.0]
    for name in NAMES[:2]:
        starts.append(starts[-1] + stringWidth(name, "Helvetica", SIZE) + 0.48 * SIZE)
    starts += [300.0, 370.0]
    drawn = [fill(50, 98 + 16 * row, 450, 114 + 16 * row, shade=0.9) for row in range(1, len(ROWS) + 1, 2)]
    drawn.append(text(300, 85, "Montant attribue"))
    for row, cells in enumerate([NAMES, *ROWS]):
        drawn += [text(x, 101 + 16 * row, cell) for x, cell in zip(starts, cells, strict=True)]
    [table] = find_tables(open_document(pdf(tmp_path / "acte.pdf", drawn)))
    assert texts(table)[-len(ROWS) - 1 :] == [NAMES, *ROWS]
