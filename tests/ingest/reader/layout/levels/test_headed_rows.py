"""Bold lines that open what stands between two rules: headings of groups, or names over their addresses."""

from ingest.reader.documents import open_document
from ingest.reader.tables import find_tables
from tests.ingest.reader.drawn_pdfs import PITCH, pdf, rule, text

HIGH = 2 * PITCH + 8
NAMES = ["Club alpin", "La Ruche", "Chorale", "Foyer rural"]


def first_cells(path, *, bold_names):
    """The first cells of a table whose third row prints its amount beside the line under the name, not beside it."""
    drawn = [text(52, 103, "Organisme", bold=True), text(440, 103, "Montant vote", bold=True)]
    drawn += [rule(50, y, 520, y) for y in (100, 120, *(120 + HIGH * row for row in range(1, 5)))]
    for row, name in enumerate(NAMES):
        top = 123 + HIGH * row
        under = row == 2
        drawn.append(text(52, top, name, bold=bold_names or under))
        drawn.append(text(52, top + PITCH, "Le Bourg"))
        drawn.append(text(440, top + PITCH * under, f"{row + 1} 500,00 €"))
    [table] = find_tables(open_document(pdf(path / "acte.pdf", drawn)))
    return [row[0].text for row in table.grid[1:]]


def test_bold_name_over_its_address_is_no_heading_where_all_names_are_bold(tmp_path):
    assert first_cells(tmp_path, bold_names=True) == [f"{name} Le Bourg" for name in NAMES]


def test_bold_line_over_a_row_is_a_heading_where_names_are_not(tmp_path):
    assert first_cells(tmp_path, bold_names=False) == [
        "Club alpin Le Bourg",
        "La Ruche Le Bourg",
        "Chorale",
        "Le Bourg",
        "Foyer rural Le Bourg",
    ]
