"""Rows without rules under names that a box holds: the names tell that their bare figures are money."""

import pytest

from ingest.reader.documents import open_document
from ingest.reader.tables import find_tables
from tests.ingest.reader.drawn_pdfs import pdf, table, text

COLUMNS = (54.0, 274.0, 394.0)


@pytest.fixture
def found(tmp_path):
    def read(header, rows, *more):
        drawn = [table(50, 100, [220, 120, 120], [header])]
        drawn += [
            text(x, 122 + 18 * n, cell) for n, row in enumerate(rows) for x, cell in zip(COLUMNS, row, strict=True)
        ]
        path = pdf(tmp_path / "acte.pdf", [*drawn, *more])
        return [[cell.text for cell in row if cell] for one in find_tables(open_document(path)) for row in one.grid]

    return read


@pytest.mark.parametrize(
    ("money", "amounts"), [("Montant voté", "{}50,00"), ("Montant (en k€)", "{},5"), ("Aide", "{}50")]
)
def test_bare_figures_under_boxed_names_are_rows_of_their_table(found, money, amounts):
    header = ["Bénéficiaire", "Dossier", money]
    rows = [[f"Club numero {n} de Bor", f"2031-{n:03d}", amounts.format(n)] for n in range(1, 9)]
    assert found(header, rows) == [header, *rows]


def test_amounts_of_several_columns_under_boxed_names_are_of_their_table(found):
    header = ["Bénéficiaire", "Montant demandé", "Montant proposé"]
    rows = [[f"Club numero {n} de Bor", f"{n}00 €", f"{n}50 €"] for n in range(1, 9)]
    assert found(header, rows) == [header, *rows]


def test_prose_under_boxed_names_is_no_row(found):
    header = ["Vote", "Pour", "Contre"]
    sentence = "Le conseil du 12 mars 2031 a examine les 3 rapports qui suivent, sans autre observation de sa part."
    assert found(header, [], text(54, 122, *[sentence] * 5)) == [header]
