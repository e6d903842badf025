"""Cells whose sides are not drawn: the words of one kept to the columns that it covers."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.ingest.reader.drawn_pdfs import SIZE, fill, rule, text
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


def test_names_hardly_apart_that_begin_where_their_columns_do_are_names_of_each(found):
    starts = [52.0]
    for name in NAMES[:2]:
        starts.append(starts[-1] + stringWidth(name, "Helvetica", SIZE) + 0.48 * SIZE)
    starts += [300.0, 370.0]
    drawn = [fill(50, 98 + 16 * row, 450, 114 + 16 * row, shade=0.9) for row in range(1, len(ROWS) + 1, 2)]
    drawn.append(text(300, 85, "Montant attribue"))
    for row, cells in enumerate([NAMES, *ROWS]):
        drawn += [text(x, 101 + 16 * row, cell) for x, cell in zip(starts, cells, strict=True)]
    [table] = found(drawn)
    assert texts(table)[-len(ROWS) - 1 :] == [NAMES, *ROWS]


@pytest.mark.parametrize(("white", "sure"), [(30, False), (3, True)], ids=["columns", "one text"])
def test_texts_of_two_columns_beside_one_another_in_one_cell_are_in_doubt(found, white, sure):
    """Where the sides of columns are not those of the print, each line of a cell mixes what two of them say."""
    ys = (98, 114, 146, 162)
    drawn = [rule(50, y, 450, y) for y in ys] + [rule(edge, 98, edge, 162) for edge in (50, 350, 450)]
    drawn += [rule(150, top, 150, foot) for top, foot in ((98, 114), (146, 162))]
    for y, row in ((101, ("Ville", "Nom", "Aide")), (149, ("Bor", "Foyer rural", "90,00 €"))):
        drawn += [text(left, y, cell) for left, cell in zip((52, 152, 352), row, strict=True)]
    for y, first, second in (
        (117, "Comité des fêtes du plateau", "Canton"),
        (128, "et de la vallée de la Lure", "de Bor"),
    ):
        beside = 52 + stringWidth(first, "Helvetica", SIZE) + white
        drawn += [text(52, y, first), text(beside, y, second)]
    drawn.append(text(352, 117, "800,00 €"))
    [table] = found(drawn)
    assert table.grid[1][0] is table.grid[1][1]
    assert (table.grid[1][0].certainty >= 0.9) is sure
