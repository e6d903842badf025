"""Text of which the page shows a part: cells of spreadsheets that cut it, shapes laid over it, the edge of the page."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.reader.documents import open_document
from ingest.reader.pipeline import read
from tests.ingest.reader.drawn_pdfs import PAGE, SIZE, fill, pdf, table, text
from tests.ingest.reader.shown import words

ROWS = [["Bénéficiaire", "Commune", "Subvention 2031"], *([f"Club {name}", "Bor", "1 300,00 €"] for name in "ABC")]


def windowed(x0, y0, x1, y1, drawn):
    """What is drawn, seen through a window only."""

    def draw(canvas):
        path = canvas.beginPath()
        path.rect(x0, PAGE[1] - y1, x1 - x0, y1 - y0)
        canvas.clipPath(path, stroke=0, fill=0)
        drawn(canvas)

    return draw


def test_text_out_of_its_window_is_left_out(tmp_path):
    drawn = [text(60, 100, "Attribue"), windowed(200, 200, 220, 220, text(60, 100, "77"))]
    document = open_document(pdf(tmp_path / "acte.pdf", drawn))
    assert words(document) == ["Attribue"]
    assert document.pages[0].notes == ("textes invisibles sur la page laissés de côté : 1",)
    assert document.pages[0].doubts == ()


def test_text_cut_by_its_cell_is_what_is_seen_and_in_doubt(tmp_path):
    drawn = [windowed(60, 95, 128, 115, text(60, 100, "Amicale du personnel")), text(130, 100, "Bor")]
    [page] = open_document(pdf(tmp_path / "acte.pdf", drawn)).pages
    assert [word.text for word in page.words] == ["Amicale", "du", "perso", "Bor"]
    [doubt] = page.doubts
    assert doubt.note == "texte coupé par le bord de sa case\u202f: «\u202fAmicale du perso\u202f»"
    assert doubt.box.x1 == page.words[2].box.x1


def test_text_whose_window_is_along_it_is_whole(tmp_path):
    drawn = [windowed(60, 101, 300, 108, text(60, 100, "Amicale du personnel"))]
    [page] = open_document(pdf(tmp_path / "acte.pdf", drawn)).pages
    assert [word.text for word in page.words] == ["Amicale", "du", "personnel"]
    assert page.doubts == ()


def test_word_whose_last_letter_reaches_past_the_margin_of_its_page_is_whole(tmp_path):
    """Browsers show a page through the rectangle of its margins, and draw justified letters one by one."""
    width = PAGE[0] - 40
    letter, other = (stringWidth(one, "Helvetica", SIZE) for one in "pa")
    places = [width - 0.4 - letter - other, width - 0.4 - other]
    drawn = [
        windowed(20, 20, width - 1.2, PAGE[1] - 20, text(x, 100, one)) for x, one in zip(places, "pa", strict=True)
    ]
    [page] = open_document(pdf(tmp_path / "acte.pdf", drawn)).pages
    assert [word.text for word in page.words] == ["pa"]
    assert page.doubts == ()


def test_text_that_a_spreadsheet_trims_ends_where_the_next_cell_begins(tmp_path):
    """Letters that would not show are not written, and those of the next cell follow without white."""
    end = 60 + stringWidth("Amicale du perso", "Helvetica", SIZE)
    cells = [text(60, 100, "Amicale du perso"), text(end + 0.3, 100, "Concert")]
    drawn = [windowed(55, 90, end - 0.5, 400, cells[0]), windowed(end, 90, end + 90, 400, cells[1])]
    [page] = open_document(pdf(tmp_path / "acte.pdf", drawn)).pages
    assert [word.text for word in page.words] == ["Amicale", "du", "perso", "Concert"]
    assert [doubt.note for doubt in page.doubts] == [
        "texte coupé par le bord de sa case\u202f: «\u202fAmicale du perso\u202f»"
    ]


def test_text_that_fills_its_cell_is_in_doubt_where_others_of_its_column_are_trimmed(tmp_path):
    """« Amicale du personnel communal » ends with « personnel », which its cell has room for, and with no window."""
    end = 60 + stringWidth("Amicale du personnel", "Helvetica", SIZE)
    whole = [text(60, 100, "Amicale du personnel"), text(60, 114, "Judo club"), text(end - 9, 142, "90")]
    [page] = open_document(pdf(tmp_path / "acte.pdf", whole)).pages
    assert page.doubts == ()
    trimmed = windowed(58, 120, end + 2, 134, text(60, 128, "Comite des fetes du platea"))
    [page] = open_document(pdf(tmp_path / "acte.pdf", [*whole, trimmed])).pages
    assert {"personnel", "club", "90"} <= {word.text for word in page.words}
    assert {doubt.note.split("\u202f")[2].split()[0] for doubt in page.doubts} == {"Amicale", "Comite"}


def test_one_letter_beside_a_trimmed_text_fills_no_cell(tmp_path):
    """A heading turned upright in a cell as narrow as itself, and the figures of its column."""

    def upright(canvas):
        canvas.setFont("Helvetica", SIZE)
        canvas.translate(69.5, PAGE[1] - 100)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Membres")

    figures = [text(62.3, 120 + 14 * row, str(row)) for row in range(4)]
    [page] = open_document(pdf(tmp_path / "acte.pdf", [windowed(58, 20, 69, 110, upright), *figures])).pages
    assert {"0", "3"} <= {word.text for word in page.words}
    assert not [doubt.note for doubt in page.doubts if "Membres" not in doubt.note]


def test_columns_that_trimmed_texts_fill_are_told_by_where_their_texts_begin(tmp_path):
    """A sheet without rules, whose longest names run up to the column on their right."""
    objects = ["Concert", "Tournoi", "Atelier", "Voyage", "Edition", "Brocante", "Semis", "Debat"]
    names = ["Club de Bor", "Union sportive", "Comite des fetes du platea", "Harmonie", "Amicale"] * 2
    side = 60 + max(stringWidth(name, "Helvetica", SIZE) for name in names) - 0.5
    drawn = [text(x, 80, name) for x, name in ((60, "Association"), (170, "Objet"), (300, "Montant"))]
    for row, (name, what) in enumerate(zip(names, objects, strict=False)):
        y = 100 + 14 * row
        drawn += [windowed(58, 60, side, 400, text(60, y, name)), windowed(side, 60, 290, 400, text(side + 1, y, what))]
        drawn.append(text(300, y, f"{row + 1} 250,00 €"))
    lines = read(pdf(tmp_path / "acte.pdf", drawn)).lines
    assert [(line.operator, line.action) for line in lines] == list(zip(names, objects, strict=False))


def test_second_line_out_of_its_cell_is_not_printed(tmp_path):
    drawn = [windowed(60, 98, 300, 111, text(60, 100, "Amicale", "du personnel"))]
    assert words(open_document(pdf(tmp_path / "acte.pdf", drawn))) == ["Amicale"]


def test_amount_cut_by_its_cell_gives_a_doubtful_line(tmp_path):
    grid = table(50, 60, [200, 100, 80], [*ROWS, ["Club D", "Bor", ""]])
    cut = windowed(350, 124, 430, 140, text(339, 127, "12 500,00 €"))
    lines = read(pdf(tmp_path / "acte.pdf", [grid, cut])).lines
    assert [line.certainty < 0.9 for line in lines] == [False, False, False, True]
    assert any("texte coupé par le bord de sa case" in note for note in lines[-1].notes)


@pytest.mark.parametrize("shade", [0, 1])
def test_figure_partly_under_a_shape_gives_a_doubtful_line(tmp_path, shade):
    drawn = [table(50, 60, [200, 100, 80], ROWS), fill(360, 110, 420, 122, shade=shade)]
    lines = read(pdf(tmp_path / "acte.pdf", drawn)).lines
    assert [(line.amount_text, line.certainty < 0.9) for line in lines[:2]] == [("1 300,00 €", False)] * 2
    assert [line.certainty < 0.9 for line in lines[2:]] in ([], [True])


def test_cell_masked_in_a_row_that_is_one_text_is_not_read(tmp_path):
    def row(canvas):
        line = canvas.beginText(60, PAGE[1] - 108)
        for across, cell in ((0, "Amicale"), (120, "Bor"), (80, "12 500,00 €")):
            line.moveCursor(across, 0)
            line.textOut(cell)
        canvas.drawText(line)

    [page] = open_document(pdf(tmp_path / "acte.pdf", [row, fill(255, 98, 330, 112, shade=0)])).pages
    assert [word.text for word in page.words] == ["Amicale", "Bor"]
    assert page.doubts == ()


@pytest.mark.parametrize(("x", "seen"), [(555, "12 500,00"), (538, "12 500,00"), (585, "12")])
def test_amount_cut_by_the_edge_of_the_page_is_in_doubt(tmp_path, x, seen):
    [page] = open_document(pdf(tmp_path / "acte.pdf", [text(x, 100, "12 500,00 €")])).pages
    assert " ".join(word.text for word in page.words).startswith(seen)
    cut = x > 550
    assert [doubt.note[:33] for doubt in page.doubts] == ["texte coupé par le bord de la page"[:33]] * cut


@pytest.mark.parametrize("window", [None, (0, 0, *PAGE)])
def test_table_wider_than_its_page_gives_doubtful_lines_and_a_leftover(tmp_path, window):
    amounts = [("1", "700,00\u00a0€"), ("12", "300,00\u00a0€"), ("4", "100,00\u00a0€"), ("8", "250,00\u00a0€")]
    grid = table(
        50, 60, [300, 160, 200], [["Bénéficiaire", "Commune", ""], *([f"Club {n}", "Bor", ""] for n in "ABCD")]
    )

    def drawn(canvas):
        grid(canvas)
        text(530, 64, "Subvention")(canvas)
        for number, (thousands, rest) in enumerate(amounts):
            text(PAGE[0] - 6 * len(thousands) - 3, 80 + 18 * number, thousands)(canvas)
            text(PAGE[0] + 1, 80 + 18 * number, rest)(canvas)

    reading = read(pdf(tmp_path / "acte.pdf", [windowed(*window, drawn) if window else drawn]))
    assert [line.certainty < 0.9 for line in reading.lines] == [True] * 4
    assert "hors de cette page" in reading.leftovers[-1].reason
