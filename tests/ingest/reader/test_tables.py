"""Tables drawn to the point: cells, wrapped text, merged cells, what is a table and what is not."""

from collections.abc import Sequence

import pytest

from ingest.reader.documents import open_document
from ingest.reader.layout.ruled.rule_groups import rule_groups
from ingest.reader.layout.ruled.rule_spans import MOST_BORDERS
from ingest.reader.records import Page, Rule, Table
from ingest.reader.tables import find_tables
from tests.ingest.reader.drawn_pdfs import (
    PAGE,
    Drawn,
    broken,
    dashed,
    dotted,
    double,
    fill,
    pdf,
    rule,
    table,
    text,
    thin_surface,
)
from tests.ingest.reader.shown import texts

ROWS = [
    ["Operateur", "Action", "Montant 2022"],
    ["CCAS de Roquebrac", "Atelier cuisine", "12 345,00 €"],
    ["Foyer rural", "", "0,00 €"],
]
WIDTHS = [150.0, 200.0, 100.0]


@pytest.fixture
def found(tmp_path):
    """The tables of a file with these pages."""

    def read(*pages: Sequence[Drawn], engine: str = "pdfium", **options) -> tuple[Table, ...]:
        return find_tables(open_document(pdf(tmp_path / "acte.pdf", *pages, **options), engine=engine))

    return read


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize("side", [rule, thin_surface, dashed, dotted, double, broken], ids=lambda side: side.__name__)
def test_every_way_of_drawing_rules_gives_the_same_cells(found, side, engine):
    [read] = found([table(50, 100, WIDTHS, ROWS, side=side)], engine=engine)
    assert texts(read) == ROWS


def test_cell_and_table_boxes_are_fractions_of_the_page(found):
    [read] = found([table(60, 80, WIDTHS, ROWS)])
    assert read.boxes[1] == pytest.approx((60 / 600, 80 / 800, 510 / 600, 128 / 800), abs=1e-3)
    cell = read.grid[1][2]
    assert cell is not None
    assert cell.source.box == pytest.approx((410 / 600, 96 / 800, 510 / 600, 112 / 800), abs=1e-3)
    assert (cell.source.page, cell.source.table, cell.source.row) == (1, 1, 2)


def test_table_without_outer_sides_keeps_its_first_and_last_columns(found):
    [read] = found([table(50, 100, WIDTHS, ROWS, open_sides=True)])
    assert texts(read) == ROWS


def test_row_without_sides_inside_a_ruled_table_is_a_row(found):
    drawn = [
        table(50, 100, WIDTHS, ROWS),
        # the total: its words stand between two rules, without sides
        rule(50, 164, 500, 164),
        text(250, 151, "Total"),
        text(405, 151, "12 345,00 €"),
        table(50, 164, WIDTHS, [["Club de lecture", "Prix", "50,00 €"]]),
    ]
    [read] = found(drawn)
    assert texts(read)[3:] == [["", "Total", "12 345,00 €"], ["Club de lecture", "Prix", "50,00 €"]]


def test_line_between_two_tables_is_not_a_row_of_theirs(found):
    title = text(52, 151, "Les aides aux communes du canton sont les suivantes")
    first, second = found([table(50, 100, WIDTHS, ROWS), title, table(50, 164, WIDTHS, ROWS)])
    assert texts(first) == texts(second) == ROWS


def test_merged_row_is_split_where_its_words_stand_in_columns(found):
    rows = [*ROWS, ["Total", None, None], ["Les aides de toutes les communes du canton", None, None]]
    spans = {(3, 0): (1, 3), (4, 0): (1, 3)}
    [read] = found([table(50, 100, WIDTHS, rows, spans=spans), text(405, 151, "12 345,00 €")])
    assert texts(read)[3] == ["Total", "", "12 345,00 €"]
    assert texts(read)[4] == ["Les aides de toutes les communes du canton"] * 3


def test_shaded_header_without_rules_belongs_to_the_table_under_it(found):
    shaded = [fill(50, 80, 200, 100), fill(200, 80, 400, 100), fill(400, 80, 500, 100)]
    names = [text(52, 85, "Operateur"), text(202, 85, "Action"), text(402, 85, "Montant")]
    [read] = found([*shaded, *names, table(50, 100, WIDTHS, ROWS[1:])])
    assert texts(read) == [["Operateur", "Action", "Montant"], *ROWS[1:]]
    assert read.header_rows == 1


def test_merged_cell_is_one_object_at_every_place_it_covers(found):
    rows = [
        ["Axe", "Operateur", "Montant"],
        ["Culture", "CCAS", "10 €"],
        [None, "Foyer", "20 €"],
        ["Total", None, "30 €"],
    ]
    [read] = found([table(50, 100, WIDTHS, rows, spans={(1, 0): (2, 1), (3, 0): (1, 2)})])
    assert texts(read) == [
        ["Axe", "Operateur", "Montant"],
        ["Culture", "CCAS", "10 €"],
        ["Culture", "Foyer", "20 €"],
        ["Total", "Total", "30 €"],
    ]
    axis, total = read.grid[1][0], read.grid[3][0]
    assert axis is read.grid[2][0]
    assert axis is not None and (axis.row, axis.column, axis.rowspan, axis.colspan) == (1, 0, 2, 1)
    assert total is read.grid[3][1]
    assert total is not None and (total.rowspan, total.colspan) == (1, 2)


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize("degrees", [90, -90])
def test_text_turned_in_a_merged_cell_is_read_in_its_own_direction(found, degrees, engine):
    rows = [["Axe", "Montant"]] + [["Parcours IAE\net retour" if i == 1 else None, f"{i} €"] for i in range(1, 7)]
    [read] = found([table(50, 100, [40, 100], rows, spans={(1, 0): (6, 1)}, turned={(1, 0): degrees})], engine=engine)
    assert [row[0] for row in texts(read)] == ["Axe"] + ["Parcours IAE et retour"] * 6
    cell = read.grid[1][0]
    assert cell is not None and cell.lines == ("Parcours IAE", "et retour")


def test_tables_side_by_side_are_two_tables(found):
    left = table(40, 100, [80, 80], [["Commune", "Aide"], ["Beyrac", "10 €"]])
    right = table(320, 100, [80, 80], [["Canton", "Aide"], ["Lussanges", "20 €"]])
    first, second = found([text(40, 80, "Par commune"), text(320, 80, "Par canton"), left, right])
    assert texts(first) == [["Commune", "Aide"], ["Beyrac", "10 €"]]
    assert texts(second) == [["Canton", "Aide"], ["Lussanges", "20 €"]]
    assert (first.title, second.title) == ("Par commune", "Par canton")


def test_underlined_words_are_not_borders(found):
    underline = [rule(52, 126, 120, 126), rule(202, 126, 260, 126)]
    [read] = found([table(50, 100, WIDTHS, ROWS), *underline])
    assert texts(read) == ROWS


def test_frame_around_text_is_no_table(found):
    framed = table(50, 100, [300], [["Deliberation"], ["Rapport"]])
    assert found([framed, text(50, 300, "Texte")]) == ()


def test_table_inside_a_cell_is_read_as_its_text_and_said(found):
    outer = table(50, 100, [100, 300], [["Objet", "\n\n\n\n\n"], ["Duree", "Un an"]])
    inner = table(160, 110, [60, 60], [["2022", "10 €"], ["2023", "20 €"]])
    [read] = found([outer, inner])
    cell = read.grid[0][1]
    assert cell is not None and cell.lines == ("2022 10 €", "2023 20 €")
    assert read.notes == ("tableau imbriqué lu comme le texte de sa cellule, page 1",)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Subvention de\nfonctionnement", "Subvention de fonctionnement"),
        ("Communes de Teteghem-\nCoudekerque", "Communes de Teteghem-Coudekerque"),
        ("Les services de l'\nenfance", "Les services de l'enfance"),
        ("Du 1er janvier -\nau 3 mai", "Du 1er janvier - au 3 mai"),
        ("Annees 2022-\n2023", "Annees 2022- 2023"),
        ("P a r c o u r s", "P a r c o u r s"),
        ("12 345,00\n€", "12 345,00 €"),
    ],
)
def test_wrapped_lines_are_joined_as_they_would_be_read(found, lines, expected):
    [read] = found([table(50, 100, WIDTHS, [["Action", "Lieu", "Aide"], [lines, "Beyrac", "10 €"]])])
    cell = read.grid[1][0]
    assert cell is not None and cell.text == expected
    assert cell.lines == tuple(lines.split("\n"))


def test_word_cut_by_a_narrow_column_is_joined_without_space(found):
    # LEFFRINCKOUCK is 76 points wide in 9-point Helvetica: with 2 points of white on each side no E of 6 points fits.
    rows = [["Ville", "Aide"], ["LEFFRINCKOUCK\nE", "10 €"], ["SAINT\nPOL", "20 €"]]
    [read] = found([table(50, 100, [83, 60], rows)])
    assert [row[0] for row in texts(read)] == ["Ville", "LEFFRINCKOUCKE", "SAINT POL"]


def test_words_known_to_stand_alone_keep_their_space_in_a_full_line(found):
    rows = [["Ville", "Aide"], ["LEFFRINCKOUCK\nEST", "10 €"], ["EST\nROUBAIX", "5 €"]]
    around = text(50, 60, "Les communes de LEFFRINCKOUCK et de la rive EST sont aidees.")
    [read] = found([around, table(50, 100, [83, 60], rows)])
    assert texts(read)[1] == ["LEFFRINCKOUCK EST", "10 €"]


def test_empty_cells_are_empty_texts(found):
    [read] = found([table(50, 100, WIDTHS, ROWS)])
    assert texts(read)[2][1] == ""


def test_every_word_inside_the_box_is_in_a_cell(found, tmp_path):
    rows = [["Axe", "Operateur", "Montant"], ["Culture", "CCAS\nde Lille", "10 €"], [None, "Foyer", "20 €"]]
    found([table(50, 100, WIDTHS, rows, spans={(1, 0): (2, 1)}), text(300, 121, "ajout"), text(50, 400, "dehors")])
    document = open_document(tmp_path / "acte.pdf")
    [read] = find_tables(document)
    box = read.boxes[1]
    inside = sorted(
        word.text
        for word in document.pages[0].words
        if box.x0 <= (word.box.x0 + word.box.x1) / 2 / PAGE[0] <= box.x1
        and box.y0 <= (word.box.y0 + word.box.y1) / 2 / PAGE[1] <= box.y1
    )
    cells = {id(cell): cell for row in read.grid for cell in row if cell}
    assert sorted(word for cell in cells.values() for word in " ".join(cell.lines).split()) == inside
    assert "ajout" in inside
    assert "dehors" not in inside


def test_turned_page_and_cropped_page_give_the_same_cells(found):
    def turned(canvas):
        canvas.setPageRotation(90)
        canvas.translate(PAGE[1], 0)
        canvas.rotate(90)
        table(50, 100, WIDTHS, ROWS)(canvas)

    def crop(canvas):
        canvas.setCropBox((30, 200, 580, 780))

    [on_turned] = found([turned])
    [on_cropped] = found([crop, table(50, 100, WIDTHS, ROWS)])
    assert texts(on_turned) == texts(on_cropped) == ROWS
    assert on_cropped.boxes[1] == pytest.approx((20 / 550, 80 / 580, 470 / 550, 128 / 580), abs=1e-3)


def test_table_drawn_in_a_form_is_where_the_form_is_shown(found):
    def form(canvas):
        canvas.beginForm("table", 0, 0, *PAGE)
        table(50, 100, WIDTHS, ROWS)(canvas)
        canvas.endForm()
        canvas.translate(30, -40)
        canvas.doForm("table")

    [read] = found([form])
    assert texts(read) == ROWS
    assert read.boxes[1] == pytest.approx((80 / 600, 140 / 800, 530 / 600, 188 / 800), abs=1e-3)


def test_drawing_of_thousands_of_strokes_is_cut_to_its_longest():
    strokes = [Rule(x, y, x, y + 5 + x % 7) for x in range(0, 590, 10) for y in range(0, 780, 20)]
    strokes += [Rule(x, y, x + 5 + y % 7, y) for x in range(0, 590, 20) for y in range(0, 780, 10)]
    groups = rule_groups(Page(1, *PAGE, (), tuple(strokes)))
    assert all(len(group.across) <= MOST_BORDERS and len(group.down) <= MOST_BORDERS for group in groups)


def test_header_of_shaded_cells_over_a_body_without_inner_rules_keeps_its_columns(found):
    """The last page of a table whose rows no rule parts: nothing but totals under its repeated header."""
    drawn = [
        *(fill(x0, 60, x1, 84) for x0, x1 in ((50, 250), (250, 420), (420, 520))),
        *(rule(50, y, 520, y) for y in (60, 120)),
        *(rule(x, 60, x, foot) for x, foot in ((50, 120), (250, 84), (420, 120), (520, 120))),
        *(text(x, 76, name) for x, name in ((55, "Bénéficiaire"), (255, "Objet"), (425, "Subvention"))),
        *(text(55, y, name) for y, name in ((96, "Sous-total Sport"), (112, "TOTAL"))),
        *(text(440, y, amount) for y, amount in ((96, "219 011,08 €"), (112, "862 817,23 €"))),
    ]
    [read] = found(drawn)
    assert texts(read)[0] == ["Bénéficiaire", "Objet", "Subvention"]
