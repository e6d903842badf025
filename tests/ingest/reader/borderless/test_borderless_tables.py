"""Tables without any rule: white bounds the columns, the amounts tell the rows; text with amounts is no table."""

from collections.abc import Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.ingest.reader.drawn_pdfs import PAGE, PITCH, SIZE, Drawn, rule, text
from tests.ingest.reader.shown import texts

COLUMNS = (52.0, 215.0, 330.0, 480.0)
HEADER = ["Operateur", "Commune", "Action", "Montant 2022"]
ROWS = [
    ["CCAS de Roquebrac", "Roquebrac", "Atelier cuisine", "12 345,00 €"],
    ["Foyer rural", "Beyrac", "Club de lecture", "800,00 €"],
    ["Comite des fetes\ndu plateau", "Lussanges", "Fete", "1 200,00 €"],
    ["Harmonie", "Bor", "Concert\nde printemps\nen plein air", "90,00 €"],
    ["Union sportive", "Pontravel", "Tournoi des jeunes", "400,00 €"],
    ["Amis du patrimoine", "Castelmoure", "", "5 000,00 €"],
    ["Ecole de musique", "Pontravel", "Achat d'instruments", "2 500,00 €"],
]
JOINED = [[cell.replace("\n", " ") for cell in row] for row in ROWS]
PROSE = "La commission permanente approuve les aides qui suivent, versees en une fois aux operateurs retenus."


def set_rows(
    rows: Sequence[Sequence[str]],
    top: float,
    *,
    padding: float = 5.0,
    setting: str = "top",
    bold_rows: Sequence[int] = (),
    columns: Sequence[float] = COLUMNS,
) -> list[Drawn]:
    """Rows one under the other, as high as their highest cell, `padding` between; `setting` of the cells."""
    drawn = []
    for index, row in enumerate(rows):
        highest = max(cell.count("\n") + 1 for cell in row)
        for x, cell in zip(columns, row, strict=True):
            less = (highest - cell.count("\n") - 1) * PITCH
            down = {"top": 0.0, "middle": less / 2, "bottom": less}[setting]
            drawn.append(text(x, top + down, *cell.split("\n"), bold=index in bold_rows))
        top += highest * PITCH + padding
    return drawn


@pytest.mark.parametrize("setting", ["top", "middle", "bottom"])
@pytest.mark.parametrize("padding", [1.0, 5.0, 14.0])
def test_rows_are_told_by_their_amounts(found, setting, padding):
    [read] = found(set_rows([HEADER, *ROWS], 100, padding=padding, setting=setting, bold_rows=[0]))
    assert texts(read) == [HEADER, *JOINED]
    assert read.header_rows == 1


@pytest.mark.parametrize("size", [7, 10])
def test_head_of_the_page_over_bold_names_is_none_of_them(found, size):
    lines = ((52, "GESTION"), (215, "Edition 2022"), (480, "Page 1"))
    head = [text(x, 76, words, size=size, bold=size > SIZE) for x, words in lines]
    [read] = found([*head, *set_rows([HEADER, *ROWS], 100, bold_rows=[0])])
    assert texts(read) == [HEADER, *JOINED]


@pytest.mark.parametrize(("headings", "bold_rows"), [(["Culture"], [0]), (["CULTURE", "Spectacle vivant"], [0, 1])])
def test_headings_close_under_names_set_otherwise_are_none_of_them(found, headings, bold_rows):
    rows = [[heading, "", "", ""] for heading in headings]
    [read] = found(set_rows([HEADER, *rows, *JOINED], 100, padding=2.0, bold_rows=bold_rows))
    assert texts(read)[: len(rows) + 1] == [HEADER, *rows]


def test_last_word_under_a_full_line_is_no_heading_where_amounts_stand_between_them(found):
    long = ["Mediatheque associative\nOuverte", "Bor", "Lecture", "700,00 €"]
    [read] = found(set_rows([HEADER, ROWS[0], long, *ROWS[1:]], 100, padding=2.0, setting="middle", bold_rows=[0]))
    assert texts(read)[2] == ["Mediatheque associative Ouverte", *long[1:]]


@pytest.mark.parametrize("rest", ["du projet", "SIRET"])
def test_rest_of_a_name_of_column_is_of_the_header(found, rest):
    [read] = found(set_rows([HEADER, [rest, "", "", ""], *JOINED], 100, padding=2.0, bold_rows=[0, 1]))
    assert texts(read)[0] == [f"{HEADER[0]} {rest}", *HEADER[1:]]


def test_unit_in_plain_letters_under_the_bold_name_of_money_is_of_the_header(found):
    names = [*HEADER[:3], "Montant"]
    [read] = found(set_rows([names, ["", "", "", "En euros"], *JOINED], 100, padding=2.0, bold_rows=[0]))
    assert texts(read)[0] == [*HEADER[:3], "Montant En euros"]


@pytest.mark.parametrize("setting", ["top", "middle", "bottom"])
def test_rows_without_any_white_between_are_right_or_uncertain(found, setting):
    # Set solid, the second line of a cell may as well be the first of the next row, set at the bottom.
    [read] = found(set_rows([HEADER, *ROWS], 100, padding=0, setting=setting, bold_rows=[0]))
    assert len(read.grid) == len(ROWS) + 1
    for cells, row in zip(read.grid, [HEADER, *JOINED], strict=True):
        assert (cells[3].text, cells[3].certainty) == (row[3], 1)
        for cell, expected in zip(cells, row, strict=True):
            assert cell.text == expected or cell.certainty < 0.9 or not cell.text


def test_label_of_a_total_set_over_several_columns_takes_no_white_of_them(found):
    # One name in thirty is longer than the others; the label begins left of where that name ends.
    long = ["Association des amis du patrimoine", *ROWS[0][1:]]
    end = stringWidth(long[0], "Helvetica", 9) + COLUMNS[0]
    rows = [HEADER, *[row for row in JOINED if row[0] != "Comite des fetes du plateau"] * 5, long]
    label = text(end - 4, 640, "Sous-total de la direction de la culture, des sports et du patrimoine")
    [read] = found([*set_rows(rows, 100, bold_rows=[0]), label, text(480, 640, "59 620,00 €")])
    assert texts(read)[0] == HEADER
    assert texts(read)[31] == long


def test_sheets_of_labels_are_no_table(found):
    labels = ["Demandeur :", "Montant demande :", "Budget :", "Rappel 2029 :", "Montant propose :"]
    amounts = ["Judo club", "900,00 €", "4 000,00 €", "700,00 €", "800,00 €"]
    sheet = [[label, amount, "", ""] for label, amount in zip(labels, amounts, strict=True)]
    assert found(set_rows([*sheet, *sheet, *sheet], 100)) == ()


def test_rate_stands_in_a_column_of_its_own_however_near_the_amount(found):
    columns = (52.0, 180.0, 320.0, 400.0, 424.0)
    header = ["Commune", "Travaux", "Depense", "Taux", "Aide"]
    rows = [
        ["ARDENTES", "VC 3", "28 450,50 €", "40 %", "11 380,20 €"],
        ["BOISSEUIL", "Rue du Puits", "61 000,00 €", "35 %", "21 350,00 €"],
        ["CHAMPLEON", "Pont du Gue", "14 800,00 €", "50 %", "7 400,00 €"],
        ["GANNAY", "Radars", "3 960,00 €", "50 %", "1 980,00 €"],
    ]
    [read] = found(set_rows([header, *rows], 100, bold_rows=[0], columns=columns))
    assert texts(read) == [header, *rows]


def test_header_is_found_by_its_place_without_bold(found):
    [read] = found([text(52, 60, PROSE), *set_rows([HEADER, *ROWS], 100)])
    assert texts(read) == [HEADER, *JOINED]
    assert read.header_rows == 1


def test_header_of_several_lines_is_one_row(found):
    header = ["Nom de\nl'operateur", "Commune", "Action", "Montant\nvote\nen 2022"]
    [read] = found(set_rows([header, *ROWS], 100, setting="middle", bold_rows=[0]))
    assert texts(read)[0] == ["Nom de l'operateur", "Commune", "Action", "Montant vote en 2022"]
    assert texts(read)[1:] == JOINED


def test_name_over_two_columns_that_leans_to_one_loses_neither(found):
    columns = (52.0, 215.0, 330.0, 445.0)
    names = [text(52, 100, "Structure", bold=True), text(215, 100, "Territoire", bold=True)]
    over = text(335, 100, "Aide du Departement", bold=True)
    under = [text(300, 112, "Montant sollicite en euros", bold=True), text(424, 112, "Montant attribue", bold=True)]
    rows = [[row[0].split("\n")[0], row[1], row[3], row[3]] for row in ROWS]
    [read] = found([*names, over, *under, *set_rows(rows, 130, columns=columns)])
    assert texts(read)[-len(rows) :] == rows


def test_stamp_up_the_margin_makes_no_header_higher(found):
    def stamp(canvas):
        canvas.setFont("Helvetica", 6)
        canvas.translate(20, PAGE[1] - 200)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Recu en prefecture le 3 mars 2022 - 048-224800017-20220303-DE")

    [read] = found([stamp, *set_rows([HEADER, *ROWS], 110, bold_rows=[0])])
    assert min(cell.y0 for cell in read.grid[0] if cell) > 100 / PAGE[1]


def test_names_turned_on_their_side_leave_the_header_to_its_rows(found):
    def upwards(canvas):
        canvas.translate(470, 800 - 150)
        canvas.rotate(90)
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(0, 0, "Nombre de licencies")

    columns = (*COLUMNS[:3], 462.0, 500.0)
    names = [text(x, 100, name, bold=True) for x, name in zip(columns, [*HEADER[:3], "", "Montant"], strict=True)]
    rows = [[*(cell.split("\n")[0] for cell in row[:3]), str(11 + place), row[3]] for place, row in enumerate(ROWS)]
    [read] = found([*names, upwards, *set_rows(rows, 156, columns=columns)])
    assert texts(read)[1:] == rows
    assert texts(read)[0] == [*HEADER[:3], "Nombre de licencies", "Montant"]


def test_columns_whose_names_are_turned_on_their_sides_are_parted_from_the_names_before_them(found):
    def upwards(canvas):
        canvas.setFont("Helvetica-Bold", SIZE)
        for x, name in ((310, "Nombre de licencies"), (350, "Taux de la subvention")):
            canvas.saveState()
            canvas.translate(x, 800 - 150)
            canvas.rotate(90)
            canvas.drawString(0, 0, name)
            canvas.restoreState()

    def figures(canvas):
        canvas.setFont("Helvetica", SIZE)
        for row, (count, rate) in enumerate(zip(members, rates, strict=True)):
            canvas.drawRightString(312, 800 - 156 - 16 * row - 0.8 * SIZE, count)
            canvas.drawRightString(352, 800 - 156 - 16 * row - 0.8 * SIZE, rate)

    members = ["152", "57", "8", "354", "47", "668", "9"]
    rates = ["80 %", "5 %", "100 %", "50 %", "40 %", "5 %", "10 %"]
    amounts = ["1 200,00", "800,00", "12 500,00", "50,00", "3 000,00", "500,00", "98,00"]
    names = [text(x, 125, name, bold=True) for x, name in ((52, "Objet"), (160, "Nom"), (400, "Montant"))]
    clubs = [f"Club {letter} de la vallee de Sore" for letter in "ABCDEFG"]
    rows = [["Sorties", club, amount] for club, amount in zip(clubs, amounts, strict=True)]
    [read] = found([*names, upwards, figures, *set_rows(rows, 156, columns=(52, 160, 400))])
    assert texts(read)[1:] == [["Sorties", *row] for row in map(list, zip(clubs, members, rates, amounts, strict=True))]


@pytest.mark.parametrize("overleaf", [True, False])
def test_table_under_the_same_names_elsewhere_is_another_one(found, overleaf):
    clubs = [
        [f"{place}", town, f"Club {place} de la vallee", "500,00 €"]
        for place, town in enumerate(["Bor", "Sore", "Luzay"])
    ]
    names = ["No", "Ville", "Association", "Montant"]
    others = [[*club[:3], "800,00 €"] for club in clubs]
    first = set_rows([names, *clubs], 100, columns=(52, 80, 140, 460), bold_rows=[0])
    second = set_rows([names, *others], 100 if overleaf else 230, columns=(52, 80, 300, 460), bold_rows=[0])
    tables = found(first, second) if overleaf else found([*first, *second])
    assert [row for read in tables for row in texts(read)] == [names, *clubs, names, *others]


def test_names_under_one_over_both_tell_the_white_between_their_columns(found):
    clubs = [[f"Club {letter} de la vallee", "Sport"] for letter in "ABCDEFG"]
    first = ["1006", "25090", "1000", "800", "120000", "1200", "500"]
    second = ["-", "750", "25000", "", "150", "120000", "2000"]

    def figures(canvas):
        canvas.setFont("Helvetica", SIZE)
        for row, pair in enumerate(zip(first, second, strict=True)):
            for x, figure in zip((390, 457), pair, strict=True):
                canvas.drawCentredString(x, 800 - 131 - 16 * row - 0.8 * SIZE, figure)

    names = [text(52, 100, "Beneficiaires", bold=True), text(220, 100, "Secteur", bold=True)]
    names += [text(354, 100, "Subvention 2031", bold=True)]
    names += [text(354, 115, "Fonctionnement", bold=True), text(430, 115, "Investissement", bold=True)]
    [read] = found([*names, figures, *set_rows(clubs, 131, columns=(52, 220))])
    assert [row[2:] for row in texts(read)[read.header_rows :]] == [
        list(pair) for pair in zip(first, second, strict=True)
    ]


def test_text_around_stays_outside(found):
    before = [text(52, 40, PROSE), text(52, 52, PROSE), text(250, 75, "ANNEXE 1", bold=True, size=12)]
    after = [text(52, 420, PROSE), text(52, 432, PROSE), text(290, 780, "3 / 12")]
    [read] = found([*before, *set_rows([HEADER, *ROWS], 110, bold_rows=[0]), *after])
    assert texts(read) == [HEADER, *JOINED]
    assert read.title == "ANNEXE 1"


def test_table_goes_on_over_pages(found):
    pages = [set_rows([HEADER, [f"CCAS numero {page}", *ROWS[0][1:]], *ROWS], 60, bold_rows=[0]) for page in range(4)]
    [read] = found(*pages)
    expected = [row for page in range(4) for row in ([f"CCAS numero {page}", *ROWS[0][1:]], *JOINED)]
    assert texts(read) == [HEADER, *expected]
    assert set(read.boxes) == {1, 2, 3, 4}
    assert "en-tête répété retiré, page 4" in read.notes


def test_page_without_the_header_goes_on(found):
    [read] = found(set_rows([HEADER, *ROWS], 60, bold_rows=[0]), set_rows(ROWS, 60))
    assert texts(read) == [HEADER, *JOINED, *JOINED]


def test_bare_figures_with_notes_open_a_page_without_the_header(found):
    header = [*HEADER[:3], "Montant en k€"]
    rows = [[*row[:3], f"{n}2,5"] for n, row in enumerate(JOINED, 1)]
    noted = [["Amicale", "Bor", "Bal", "1 (sous réserve)"], ["Chorale", "Bor", "Gala", "2 x 450 = 0,9"]]
    [read] = found(set_rows([header, *rows], 60, bold_rows=[0]), set_rows([*noted, *rows], 60))
    assert texts(read) == [header, *rows, *noted, *rows]


def test_heading_at_the_head_of_the_page_after_the_names_is_a_row(found):
    heading = ["Jeunesse", "", "", ""]
    names = set_rows([HEADER], 740, bold_rows=[0])
    [read] = found([text(52, 60, PROSE), *names], set_rows([heading, *ROWS], 60, bold_rows=[0]))
    assert texts(read) == [HEADER, heading, *JOINED]


def test_row_cut_by_a_page_break_is_mended(found):
    first, second = ["Comite des fetes", "Lussanges", "Fete", "1 200,00 €"], ["du plateau", "", "", ""]
    [read] = found(
        set_rows([HEADER, *ROWS, first], 60, bold_rows=[0]), set_rows([HEADER, second, *ROWS], 60, bold_rows=[0])
    )
    assert texts(read)[len(ROWS) + 1] == JOINED[2]
    assert texts(read)[len(ROWS) + 2 :] == JOINED


def test_amounts_of_two_years_and_counts_are_columns(found):
    columns = (52.0, 230.0, 300.0, 400.0)
    rows = [
        ["Operateur", "Places", "Montant 2022", "Montant 2023"],
        ["CCAS de Roquebrac", "20", "13.820,00 EUR", "41.460,00 EUR"],
        ["Foyer rural", "4", "693,00 EUR", "0,00 EUR"],
        ["Harmonie", "100", "-60,00 EUR", "180.000,00 EUR"],
    ]
    [read] = found(set_rows(rows, 100, columns=columns))
    assert texts(read) == rows


def test_row_without_an_amount_is_not_mixed_with_another(found):
    rows = [*ROWS[:2], ["Chorale", "Bor", "Concerts", "NC"], ["Theatre", "Bor", "Festival", ""], *ROWS[2:]]
    joined = [[cell.replace("\n", " ") for cell in row] for row in rows]
    [read] = found(set_rows([HEADER, *rows], 100, bold_rows=[0]))
    assert texts(read) == [HEADER, *joined]


def test_rows_set_solid_without_an_amount_stand_alone(found):
    plain = [[cell.replace("\n", " ") for cell in row] for row in ROWS]
    rows = [*plain[:2], ["Chorale", "Bor", "Concerts", "néant"], *plain[2:]]
    [read] = found(set_rows([HEADER, *rows], 100, padding=0.0, bold_rows=[0]))
    assert texts(read) == [HEADER, *rows]


def test_bold_theme_under_a_row_of_small_figures_is_a_row(found):
    rows = [
        ["Batterie", "1 650", "1 650"],
        ["Bibliotheque", "900", "950"],
        ["Theatre", "-", "300"],
        ["SOCIAL", "", ""],
        ["Aide a domicile", "800", "800"],
        ["Vie Libre", "/", "100"],
        ["ENSEIGNEMENT", "", ""],
        ["Sou des ecoles", "2 000", "2 000"],
    ]
    header = ["Associations", "2030", "2031"]
    [read] = found(set_rows([header, *rows], 100, padding=1.0, bold_rows=[0, 4, 7], columns=(60, 300, 400)))
    assert [row[0] for row in texts(read)] == ["Associations", *(row[0] for row in rows)]


def test_heading_between_rows_is_a_row(found):
    heading = "Les aides aux associations des communes du plateau et de la vallee"
    drawn = [*set_rows([HEADER, *ROWS[:3]], 100, bold_rows=[0]), text(52, 200, heading, bold=True)]
    [read] = found([*drawn, *set_rows(ROWS[3:], 225)])
    kept = [HEADER, *JOINED]
    assert [row for row in texts(read) if row[0] != heading] == kept
    assert [row for row in texts(read) if row[0] == heading][0][1] == heading


def test_bold_heading_set_solid_over_a_plain_name_is_a_row(found):
    rows = [[cell.replace("\n", " ") for cell in row] for row in ROWS]
    drawn = [*set_rows([HEADER, *rows[:3]], 100, padding=1, bold_rows=[0]), text(52, 148, "Canton de Bor", bold=True)]
    [read] = found([*drawn, *set_rows(rows[3:], 160, padding=1)])
    assert texts(read)[4] == ["Canton de Bor", "", "", ""]
    assert texts(read)[5] == rows[3]


def test_name_wider_than_its_figures_reaches_into_the_white_beside_them(found):
    rows = [["Foyer", "Bor", "12 345,00", "800,00"], ["Chorale", "Sore", "11 800,00", "90,00"]] * 3
    names = [
        text(425, 90, "Montant HT des", "travaux"),
        *(text(x, 100, name) for x, name in ((52, "Commune"), (215, "Lieu"))),
    ]
    columns = (52.0, 215.0, 450.0, 530.0)
    [read] = found([*names, text(530, 100, "Aide"), *set_rows(rows, 116, columns=columns)])
    assert texts(read)[0] == ["Commune", "Lieu", "Montant HT des travaux", "Aide"]


def test_word_of_a_sentence_that_stands_where_a_column_begins_parts_nothing(found):
    # The second word of each sentence begins where the names do.
    left, name = 52.0, 51.5 + stringWidth("Adopte ", "Helvetica", 9)
    columns = (left, name, 330.0, 480.0)
    rows = [[str(rank), *row[:2], row[3]] for rank, row in enumerate((ROWS * 2)[:12], 1)]
    top, drawn = 120.0, set_rows([["No", "Operateur", "Commune", "Montant"]], 100, bold_rows=[0], columns=columns)
    for row in rows:
        drawn += set_rows([[cell.replace("\n", " ") for cell in row]], top, columns=columns)
        drawn.append(text(left, top + 16, "Adopte a l'unanimite"))
        top += 32
    [read] = found(drawn)
    assert len(read.grid[0]) == 4
    assert [row[0].text for row in read.grid[1::2]] == [row[0] for row in rows]


def test_end_of_a_sentence_close_over_the_names_is_no_name(found):
    [read] = found([text(52, 88, "modifie par la deliberation de mars ;"), *set_rows([HEADER, *ROWS], 100)])
    assert texts(read) == [HEADER, *JOINED]


def test_row_that_prints_no_amount_is_no_header(found):
    rows = [["CCAS de Roquebrac", "Roquebrac", "Atelier cuisine", "NC"], *ROWS]
    [read] = found(set_rows(rows, 100))
    assert (read.header_rows, len(read.grid)) == (0, len(rows))


def test_total_is_a_row(found):
    [read] = found(set_rows([HEADER, *ROWS, ["TOTAL", "", "", "22 335,00 €"]], 100, bold_rows=[0]))
    assert texts(read)[-1] == ["TOTAL", "", "", "22 335,00 €"]


def test_two_tables_on_a_page_stay_two(found):
    other = [["Organisme", "Lieu", "Objet", "Subvention"], *ROWS[:3]]
    top = set_rows([HEADER, *ROWS], 60, bold_rows=[0])
    second = [text(52, 330, "Annexe 2", bold=True, size=12), *set_rows(other, 360, bold_rows=[0])]
    one, two = found([*top, *second])
    assert texts(one) == [HEADER, *JOINED]
    assert texts(two) == [other[0], *JOINED[:3]]
    assert two.title == "Annexe 2"


def test_amounts_that_agree_over_a_white_and_under_it_alone_are_of_two_tables(found):
    """The first has few rows: most amounts of both agree."""
    rows = [[f"Club {n}", "Bor", "Stage", f"{n} 300"] for n in range(1, 9)]
    top = set_rows([HEADER, ["Harmonie", "Bor", "Concert", "1 200"], ["Judo", "Sore", "Stage", "9 500"]], 100)
    one, two = found([*top, text(52, 200, "Jeunesse"), *set_rows(rows, 240, columns=(52, 225, 320, 462))])
    assert texts(one)[1:] == [["Harmonie", "Bor", "Concert", "1 200"], ["Judo", "Sore", "Stage", "9 500"]]
    assert texts(two) == rows


def test_names_a_space_apart_are_two_where_the_rest_of_each_is_set_under_it(found):
    """« Rappel » and « Montant voté », flush with « 2030 » and « (en €) » and with their amounts."""

    def at(x1: float, y: float, line: str) -> Drawn:
        return text(x1 - stringWidth(line, "Helvetica", SIZE), y, line)

    right = 422.5 + stringWidth("Montant voté", "Helvetica", SIZE)
    names = [
        text(52, 100, "Association"),
        text(215, 100, "Ville"),
        at(420, 100, "Rappel"),
        at(right, 100, "Montant voté"),
    ]
    names += [at(420, 111, "2030"), at(right, 111, "(en €)")]
    rows = [("Foyer", "Bor", "1 300 €", "900 €"), ("Judo", "Sore", "850 €", "750 €"), ("Harmonie", "Bor", "-", "400 €")]
    cells = [text(x, 130 + 16 * n, one) for n, row in enumerate(rows) for x, one in zip((52, 215), row, strict=False)]
    cells += [
        at(x, 130 + 16 * n, one) for n, row in enumerate(rows) for x, one in zip((420, right), row[2:], strict=True)
    ]
    [read] = found([*names, *cells])
    assert texts(read)[0] == ["Association", "Ville", "Rappel 2030", "Montant voté (en €)"]


def _at_right(x1: float, y: float, line: str) -> Drawn:
    return text(x1 - stringWidth(line, "Helvetica", SIZE), y, line)


def test_name_over_two_that_are_wider_than_their_figures_is_one(found):
    over, sides = "Montant attribué", (400, 480)
    middle = 400 - stringWidth("Montant", "Helvetica", SIZE) + 30
    names = [text(52, 100, "Association"), text(215, 100, "Ville"), text(middle, 100, over)]
    names += [_at_right(x, 112, name) for x, name in zip(sides, ("Fonctionnement", "Investissement"), strict=True)]
    rows = [
        ("Foyer", "Bor", "1 300 €", "900 €"),
        ("Judo", "Sore", "850 €", "750 €"),
        ("Chorale", "Bor", "30 €", "40 €"),
    ]
    cells = [
        text(x, 130 + 16 * n, one) for n, row in enumerate(rows) for x, one in zip((52, 215), row[:2], strict=True)
    ]
    cells += [_at_right(x, 130 + 16 * n, a) for n, row in enumerate(rows) for x, a in zip(sides, row[2:], strict=True)]
    [read] = found([*names, *cells])
    assert [row[2:] for row in texts(read)[:2]] == [[over, over], ["Fonctionnement", "Investissement"]]


def test_names_a_space_apart_alone_on_their_line_under_one_over_them_are_each_of_a_column(found):
    starts = (52.0, 215.0, 330.0, 369.0, 425.0)
    over = [text(52, 100, "Association"), text(215, 100, "Ville"), text(345, 100, "Plan de financement")]
    under = "Région Commune Département"
    rows = [
        ("Foyer", "Bor", "500", "90", "900"),
        ("Judo", "Sore", "850", "80", "750"),
        ("Chorale", "Bor", "", "7 000", "40"),
    ]
    cells = [text(x, 134 + 16 * n, one) for n, row in enumerate(rows) for x, one in zip(starts, row, strict=True)]
    [read] = found([*over, text(330, 114, under), *cells])
    assert texts(read, "")[1][2:] == under.split()


def test_name_over_three_columns_is_one_though_two_of_its_words_begin_where_years_do(found):
    first = 300.0 + stringWidth("Engagement ", "Helvetica", SIZE)
    columns = (52, 180, 300, first, first + 45)
    names = [text(52, 100, "Structure"), text(180, 100, "Ville"), text(300, 100, "Engagement annuel du Departement")]
    rows = [("Foyer", "Bor"), ("Judo", "Sore"), ("Harmonie", "Bor"), ("Ludotheque", "Lure")]
    table = [("", "", "2030", "2031", "2032")]
    table += [(*row, f"{400 + n} €", f"{500 + n} €", f"{600 + n} €") for n, row in enumerate(rows)]
    cells = [text(x, 112 + 16 * n, one) for n, row in enumerate(table) for x, one in zip(columns, row, strict=True)]
    [read] = found([*names, *cells])
    assert texts(read)[0][2:] == ["Engagement annuel du Departement"] * 3


def test_names_of_other_columns_under_a_table_begin_another(found):
    credits = [["Imputation", "Inscrits", "Disponible"], ["Fonds A", "11 607,00 €", "3 937,00 €"]]
    other = set_rows([*credits, ["Fonds B", "62 239,00 €", "4 897,00 €"]], 300, columns=(52, 200, 330), bold_rows=[0])
    first, second = found([*set_rows([HEADER, *ROWS], 100, bold_rows=[0]), *other])
    assert texts(first) == [HEADER, *JOINED]
    assert texts(second)[:2] == credits


def test_leaders_lead_to_the_amount(found):
    names = [("Association des parents", "1 500 €"), ("Foyer rural", "800 €"), ("Harmonie", "12 000 €")]
    drawn = []
    for index, (name, amount) in enumerate(names):
        dots = "." * (60 - len(name))
        drawn += [text(52, 100 + 16 * index, f"{name} {dots}"), text(430, 100 + 16 * index, amount)]
    [read] = found(drawn)
    assert texts(read) == [list(pair) for pair in names]


@pytest.mark.parametrize("unit", ["-", "- ", "–", ". ", "_", "· "])
def test_leaders_are_of_many_signs(found, unit):
    names = [("Association des parents", "1 500 €"), ("Foyer rural", "800 €"), ("Harmonie", "12 000 €")]
    drawn = []
    for index, (name, amount) in enumerate(names):
        room = 420 - 56 - stringWidth(name, "Helvetica", 9)
        leader = unit * int(room / stringWidth(unit, "Helvetica", 9))
        start = 54 + stringWidth(name, "Helvetica", 9)
        level = 100 + 16 * index
        drawn += [text(52, level, name), text(start, level, leader), text(430, level, amount)]
    [read] = found(drawn)
    assert texts(read) == [list(pair) for pair in names]


def test_dashes_of_empty_cells_are_no_leader(found):
    empty = ["Foyer des jeunes", "-", "-", "800,00 €"]
    [read] = found(set_rows([HEADER, *ROWS, empty], 100, bold_rows=[0]))
    assert texts(read)[-1] == empty


def test_figure_without_currency_ends_a_list_of_leaders(found):
    names = [("Chorale", "1 500"), ("Foyer rural", "8 000"), ("Harmonie", "12 000"), ("Amicale", "300")]
    drawn = []
    for index, (name, amount) in enumerate(names):
        level, width = 100 + 16 * index, stringWidth(amount, "Helvetica", 9)
        drawn += [text(52, level, f"{name} {'.' * (60 - len(name))}"), text(470 - width, level, amount)]
    [read] = found(drawn)
    assert texts(read) == [list(pair) for pair in names]


LIST = [
    ("Association des parents", "1 500 €"),
    ("Foyer rural", "800 €"),
    ("Harmonie", "12 000 €"),
    ("Amicale laïque", "300 €"),
    ("Club de lecture", "90 €"),
]


def led_list(top: float, pairs: Sequence[tuple[str, str]]) -> list[Drawn]:
    """Names over several lines, a leader after the last."""
    drawn, level = [], top
    for name, amount in pairs:
        *lines, last = name.split("\n")
        for line in lines:
            drawn.append(text(52, level, line))
            level += PITCH
        drawn += [text(52, level, f"{last} {'.' * (60 - len(last))}"), text(430, level, amount)]
        level += PITCH
    return drawn


def test_text_set_as_close_as_a_list_is_no_part_of_its_first_or_last_row(found):
    over = [
        text(52, 100 + PITCH * place, line) for place, line in enumerate(["COMMUNE", "Séance du 3 mai", "Attribue"])
    ]
    under = [text(52, 100 + PITCH * (3 + len(LIST) + place), line) for place, line in enumerate(["Fait", "Le maire"])]
    [read] = found([*over, *led_list(100 + 3 * PITCH, LIST), *under])
    assert texts(read) == [list(pair) for pair in LIST]


def test_an_amount_that_had_no_room_beside_its_name_stands_under_it(found):
    over, under = led_list(100, LIST[:3]), led_list(100 + 5 * PITCH, LIST[3:])
    long = [text(52, 100 + 3 * PITCH, "Union sportive de la vallée et du plateau d'en haut réunis")]
    alone = [text(300, 100 + 4 * PITCH, "." * 30), text(430, 100 + 4 * PITCH, "70 €")]
    [read] = found([*over, *long, *alone, *under])
    assert texts(read)[3] == ["Union sportive de la vallée et du plateau d'en haut réunis", "70 €"]
    assert texts(read)[2:5:2] == [list(pair) for pair in LIST[2:4]]


def test_small_letters_tell_that_a_name_goes_on_to_its_amount(found):
    long = ("Union sportive des villages\nde la vallée et du plateau", "70 €")
    [read] = found(led_list(100, [*LIST[:3], long, *LIST[3:]]))
    assert texts(read)[3] == ["Union sportive des villages de la vallée et du plateau", "70 €"]


@pytest.mark.parametrize("unit", [".", "_", "-", "…"])
def test_leaders_glued_to_both_texts_are_cut_off(found, unit):
    names = [("Association des parents", "1 500 €"), ("Foyer rural", "800 €"), ("Harmonie", "12 000 €")]
    drawn = []
    for index, (name, amount) in enumerate(names):
        room = 400 - stringWidth(name + amount, "Helvetica", 9)
        dots = unit * int(room / stringWidth(unit, "Helvetica", 9))
        drawn.append(text(52, 100 + 16 * index, f"{name}{dots}{amount}"))
    [read] = found(drawn)
    assert texts(read) == [list(pair) for pair in names]


def led(name: str, amount: str, y: float) -> Drawn:
    """A name and its amount on one line, the dots that fit between them: none for a long name."""
    room = 200 - stringWidth(name + amount, "Helvetica", 9)
    return text(52, y, f"{name}{'.' * max(int(room / stringWidth('.', 'Helvetica', 9)), 0)}{amount}")


def test_names_so_long_that_no_leader_fits_leave_the_amount_its_column(found):
    rows = [
        ("Foyer rural", "800 €"),
        ("Harmonie", "12 000 €"),
        ("Chorale", "300 €"),
        ("Gymnastique de Saint-Lunaire-du-Val", "2 500 €"),
        ("Tennis de Beyrac", "100 €"),
        ("Secours des villages de Tressigny-Vals", "1 200 €"),
        ("Club de lecture", "90 €"),
    ]
    [read] = found([led(*pair, 100 + 12 * place) for place, pair in enumerate(rows)])
    assert texts(read) == [list(pair) for pair in rows]


def test_words_between_two_rows_that_both_might_hold_are_uncertain(found):
    # Amounts of rows set in the middle, and one lone line just halfway.
    rows = [["Foyer", "", "", "800,00 €"], ["Harmonie", "", "", "90,00 €"], ["Union", "", "", "70,00 €"]]
    drawn = [*set_rows([HEADER, *ROWS], 100, bold_rows=[0]), *set_rows(rows, 330, padding=2 * PITCH)]
    halfway = 330 + 1.5 * PITCH
    [read] = found([*drawn, text(COLUMNS[2], halfway, "Bal")])
    [cell] = [cell for cells in read.grid for cell in cells if cell and "Bal" in cell.text]
    assert cell.certainty < 1 or cell.text == "Bal"


# ---- what is no table ------------------------------------------------------------------------------------------------


def lines(x: float, top: float, *printed: str) -> Drawn:
    return text(x, top, *printed)


DECOYS = {
    "prose": [lines(52, 60, *[f"{PROSE[:70]} 1 500 € a chacun d'eux,", "et 2 500 € au foyer rural."] * 6)],
    "prose in two columns": [
        lines(
            52,
            60,
            *["Le conseil attribue a l'association", "une aide de 1 500 € pour l'annee", "2022 et l'autorise a"] * 6,
        ),
        lines(
            310,
            60,
            *["signer la convention qui fixe les", "modalites de versement, soit en", "deux fois 750 € au plus"] * 6,
        ),
    ],
    "list": [lines(60, 60, *[f"- {name} : {amount}" for name, _, _, amount in JOINED])],
    "votes": [
        text(x, 60 + index * 14, cell)
        for index, row in enumerate([("Pour :", "17"), ("Contre :", "16"), ("Abstention :", "1"), ("Absents :", "20")])
        for x, cell in zip((52, 300), row, strict=True)
    ],
    "signatures": [lines(52, 60, "Le President", "Jean MARTIN"), lines(350, 60, "Le Directeur", "Paul DURAND")],
    "attendance": [
        text(x, 60 + index * 14, f"{name} {index}")
        for index in range(12)
        for x, name in ((52, "Madame DUPONT"), (300, "Monsieur DURAND"))
    ],
    "contents": [text(52, 60 + index * 14, f"Rapport {index} {'.' * 70} {index + 3}") for index in range(9)],
    "labels and values": [
        text(x, 60 + index * 14, cell)
        for index, row in enumerate([("Credits ouverts", "12 000,00 €"), ("Disponible", "9 000,00 €")])
        for x, cell in zip((52, 400), row, strict=True)
    ],
}


@pytest.mark.parametrize("decoy", DECOYS)
def test_what_is_no_table_is_none(found, decoy):
    assert found(DECOYS[decoy]) == ()


def test_words_of_the_table_are_all_in_cells(found):
    [read] = found(set_rows([HEADER, *ROWS], 100, bold_rows=[0]))
    held = sorted(word for row in texts(read) for cell in row for word in (cell or "").split())
    assert held == sorted(word for row in [HEADER, *JOINED] for cell in row for word in cell.split())


def test_bare_figures_that_begin_where_amounts_do_are_amounts(found):
    """Under names set over the middle of their column, no name stands right over the figures."""
    names = [
        text(52, 100, "Collectivite", bold=True),
        text(250, 100, "CAF", bold=True),
        text(370, 100, "EPCI", bold=True),
    ]
    rows = [
        ["Villelune", "", "275", "550"],
        ["Beyrac", "", "6 150,00 €", "12 300,00 €"],
        ["Lussanges", "", "41 300,00 €", "82 600,00 €"],
        ["Pontravel", "", "475,00", "950,00"],
    ]
    heading = text(52, 118, "Jeunesse", bold=True)
    [read] = found([*names, heading, *set_rows(rows, 138, columns=(52.0, 130.0, 220.0, 340.0))])
    assert [[cell for cell in row if cell] for row in texts(read)[2:]] == [[one for one in row if one] for row in rows]


def test_name_of_money_on_two_lines_beside_the_others_heads_bare_figures(found):
    names = [text(x, 100, name, bold=True) for x, name in zip(COLUMNS[:3], HEADER[:3], strict=True)]
    rows = [[*row[:3], amount] for row, amount in zip(ROWS, ("49900", "2050", "750", "1850", "1500"), strict=False)]
    [read] = found([*names, text(COLUMNS[3], 94.5, "Montant", "vote", bold=True), *set_rows(rows, 122)])
    assert [row[3] for row in texts(read)[1:]] == ["49900", "2050", "750", "1850", "1500"]


def test_bare_figures_go_on_under_those_of_the_page_before(found):
    rows = [
        ["Association", "Objet", "Aide"],
        *([f"Foyer {name}", "Fonctionnement", f"{n}50"] for n, name in enumerate("ABCDEF", 1)),
    ]
    columns = (52.0, 215.0, 480.0)
    [read] = found(set_rows(rows[:5], 680, columns=columns), set_rows(rows[5:], 60, columns=columns))
    assert texts(read) == rows


def test_figures_that_stand_apart_from_amounts_are_no_amounts(found):
    prose = [text(52, 100, "Page 12 sur 40"), text(52, 116, PROSE)]
    [read] = found([*prose, *set_rows([HEADER, *ROWS], 150, bold_rows=[0]), text(300, 700, "12", "40")])
    assert texts(read) == [HEADER, *JOINED]


@pytest.mark.parametrize(
    "amounts",
    [
        ["12,5 k€", "8 k€", "1 200 k€", "0,9 k€"],
        ["1,25 M€", "0,04 M€", "2 M€", "0,9 M€"],
        ["deux mille euros (2 000 €)", "cinq cents euros (500 €)", "mille euros (1 000 €)", "cent euros (100 €)"],
    ],
    ids=["thousands", "millions", "words"],
)
def test_amounts_in_other_units_and_in_words_tell_rows(found, amounts):
    rows = [[row[0], row[1], row[2].split("\n")[0], amount] for row, amount in zip(ROWS, amounts, strict=False)]
    rows = [[cell.split("\n")[0] for cell in row] for row in rows]
    [read] = found([text(52, 100, PROSE), *set_rows([HEADER, *rows], 130, bold_rows=[0])])
    assert texts(read) == [HEADER, *rows]


PARTS = (52.0, 215.0, 480.0)
NAMES = ["Objet", "Imputation", "Montant"]


def test_names_of_columns_printed_over_each_part_of_a_list_make_one_table(found):
    drawn, top = [], 80.0
    for number in range(1, 5):
        drawn += set_rows(
            [[f"Beneficiaire : 00451{number} Judo club de Castelmoure-les-Bains", "", ""]], top, columns=PARTS
        )
        drawn += set_rows(
            [NAMES, *([f"Tournoi {n}", "65748", f"{n} {number}00,00"] for n in (1, 2))], top + 18, columns=PARTS
        )
        top += 100
    (only,) = found([text(52, 40, "SUBVENTIONS PAR BENEFICIAIRE"), *drawn])
    assert [row[0] for row in texts(only)] == [
        cell
        for number in range(1, 5)
        for cell in (
            f"Beneficiaire : 00451{number} Judo club de Castelmoure-les-Bains",
            "Objet",
            "Tournoi 1",
            "Tournoi 2",
        )
    ]


def test_running_head_over_names_between_two_rules_is_no_header(found):
    rows = [["Foyer rural", "Beyrac", "Lecture", "800,00 €"], ["Harmonie", "Bor", "Concert", "90,00 €"]]
    page = [
        *set_rows([["Vie associative", "", "", "Annexe 1"]], 30),
        rule(50, 45, 560, 45),
        *set_rows([HEADER], 48),
        rule(50, 63, 560, 63),
        text(52, 70, "Canton de Castelmoure-les-Bains", bold=True, size=13),
        *set_rows(rows, 92),
    ]
    (only,) = found(page)
    assert [row[0] for row in texts(only)] == [
        "Operateur",
        "Canton de Castelmoure-les-Bains",
        "Foyer rural",
        "Harmonie",
    ]


def test_names_printed_once_for_the_rows_of_a_group_are_a_column(found):
    rows = [HEADER]
    for number, town in enumerate(("Roquebrac", "Castelmoure", "Pontravel", "Lussanges", "Beyrac-Haut", "Saint-Bor")):
        rows += [
            [town if part == 0 else "", f"Club {number}-{part}", "Tournoi", f"{part + 1} 200,00 €"] for part in range(3)
        ]
    (only,) = found(set_rows(rows, 80))
    assert [row[0] for row in texts(only)][:5] == ["Operateur", "Roquebrac", "", "", "Castelmoure"]


def test_label_of_a_total_on_lines_over_its_sums_opens_no_other_table(found):
    total = ["Total du programme\nCulture\net patrimoine", "", "", "22 335,00 €"]
    [read] = found(set_rows([HEADER, *ROWS, total, *ROWS], 60, setting="middle", bold_rows=[0, len(ROWS) + 1]))
    assert len(texts(read)) == 2 * len(ROWS) + 2


def test_dashes_in_place_of_most_amounts_leave_their_columns_columns_of_money(found):
    header = ["Operateur", "Montant 2027", "Montant 2028", "Montant 2029"]
    rows = [["Judo", "500 euros", "-", "-"], ["Foyer", "-", "800 euros", "/"], ["CCAS", "-", "NC", "900 euros"]]
    (table,) = found(set_rows([header, *rows, *rows], 100))
    assert texts(table) == [header, *rows, *rows]


def test_tables_of_unlike_columns_on_pages_that_follow_are_each_found(found):
    wide = [["Operateur", "Remarques", "Montant"]]
    wide += [["Foyer rural", f"Versement en deux fois apres bilan {n}", "900,00 €"] for n in range(19)]
    narrow = [["Structure", "Cout", "Plafond", "Montant"], *[["Judo", "300,00 €", "200,00 €", "100,00 €"]] * 4]
    first, second = found(
        set_rows(wide, 100, columns=(52.0, 215.0, 480.0)), set_rows(narrow, 100, columns=(52.0, 225.0, 320.0, 480.0))
    )
    assert (texts(first), texts(second)) == (wide, narrow)


def test_names_that_go_on_in_small_letters_tell_that_amounts_stand_at_the_top_of_rows(found):
    rows = [
        ["Comite des fetes\nde Bor", "Bor", "Fete", "1 200,00 €"],
        ["Foyer rural", "Beyrac", "Club de lecture", "800,00 €"],
        ["Harmonie", "Bor", "Concert\nde printemps", "90,00 €"],
        ["Union sportive", "Pontravel", "Tournoi\ndes jeunes", "400,00 €"],
        ["", "", "Total", "2 490,00 €"],
        ["Vallee haute", "", "", ""],
        ["Ecole de musique", "Pontravel", "Achat\nd'instruments", "2 500,00 €"],
        ["Amis du patrimoine", "Sore", "Visites", "500,00 €"],
    ]
    [read] = found(set_rows([HEADER, *rows], 100, padding=0, bold_rows=[0]))
    assert [row[0] for row in texts(read)][1:] == [row[0].replace("\n", " ") for row in rows]
    assert [row[2] for row in texts(read)][1:] == [row[2].replace("\n", " ") for row in rows]


@pytest.mark.parametrize("nothing", ["-", "NC"])
def test_what_is_printed_for_no_amount_is_a_row_of_its_own(found, nothing):
    rows = [
        ["Association sportive\nde Bor", "Bor", "Stage", "300,00 €"],
        *ROWS[:2],
        ["ADAPEI de Bor", "Bor", "Sejour", nothing],
    ]
    rows += [ROWS[5], *ROWS[2:4]]
    [read] = found(set_rows([HEADER, *rows], 100, padding=2, setting="bottom", bold_rows=[0]))
    assert texts(read) == [[cell.replace("\n", " ") for cell in row] for row in [HEADER, *rows]]


def test_heading_close_under_the_names_is_none_of_them(found):
    heading = "Direction de la culture, du patrimoine et des fetes"
    drawn = [*set_rows([HEADER], 100, bold_rows=[0]), text(COLUMNS[0], 100 + PITCH, heading, bold=True)]
    [read] = found([*drawn, *set_rows(ROWS, 100 + 2 * PITCH, padding=1)])
    assert (read.header_rows, texts(read)[0]) == (1, HEADER)
    assert heading in texts(read)[1]
