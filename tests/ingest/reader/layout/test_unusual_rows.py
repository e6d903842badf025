"""Rows and headers that the usual ways of drawing a table leave out: drawn to the point, read as a person would."""

from collections.abc import Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.ingest.reader.drawn_pdfs import PITCH, SIZE, Drawn, fill, rule, text
from tests.ingest.reader.shown import texts

HEADER = ["Bénéficiaire", "Objet", "Montant"]
SIDES = (50.0, 230.0, 400.0, 500.0)
ROW = 16.0


def words(row: Sequence[str], top: float, left: float = 0.0) -> list[Drawn]:
    return [text(left + x + 4, top + 3, *cell.split("\n")) for x, cell in zip(SIDES, row, strict=False) if cell]


def row_of(row: Sequence[str], top: float, height: float = ROW, *, sides: Sequence[float] = SIDES) -> list[Drawn]:
    """A ruled row; `sides`: its vertical rules."""
    across = [rule(SIDES[0], y, SIDES[-1], y) for y in (top, top + height)]
    return [*across, *(rule(x, top, x, top + height) for x in sides), *words(row, top)]


def test_cell_with_several_grants_gives_a_row_each(found):
    stacked = ["Foyer rural\nHarmonie\nJudo-club", "Fête\nConcert\nTournoi", "800,00 €\n1 200,00 €\n90,00 €"]
    [read] = found([*row_of(HEADER, 100), *row_of(["CCAS", "Atelier", "50,00 €"], 116), *row_of(stacked, 132, 48)])
    assert texts(read, "")[2:] == [
        ["Foyer rural", "Fête", "800,00 €"],
        ["Harmonie", "Concert", "1 200,00 €"],
        ["Judo-club", "Tournoi", "90,00 €"],
    ]


def test_total_without_a_rule_over_it_is_no_end_of_the_last_row(found):
    rows = [
        ["Chorale", "Concert", "17 000 000"],
        ["Mission locale\ndu Pays\nTotal", "Atelier", "12 500 000\n\n129 500 000"],
    ]
    [read] = found([*row_of(HEADER, 100), *row_of(rows[0], 116), *row_of(rows[1], 132, 40)])
    assert texts(read, "")[2:] == [["Mission locale du Pays", "Atelier", "12 500 000"], ["Total", "", "129 500 000"]]


def test_amounts_of_two_funders_in_each_cell_part_no_row(found):
    rows = [
        HEADER,
        *(
            [f"Ferme des\n{name}", "Étable", f"{n} 000,00 €\n{n} 500,00 €"]
            for n, name in enumerate(("Vents", "Causses", "Bois", "Sources"), 1)
        ),
    ]
    drawn = [row_of(HEADER, 100), *(row_of(row, 116 + 32 * n, 32) for n, row in enumerate(rows[1:]))]
    [read] = found([one for row in drawn for one in row])
    assert [row[0] for row in texts(read, "")[1:]] == [
        f"Ferme des {name}" for name in ("Vents", "Causses", "Bois", "Sources")
    ]


def test_dash_over_an_amount_in_a_cell_is_that_of_another_grant(found):
    stacked = ["Judo Club\nHarmonie", "400 €\n/", "-\n51 910,25 €"]
    rows = (["Operateur", "2031", "2032"], 100, 16), (["Chorale", "900 €", "950 €"], 116, 16), (stacked, 132, 32)
    [read] = found([one for row in rows for one in row_of(*row)])
    assert texts(read, "")[2:] == [["Judo Club", "400 €", "-"], ["Harmonie", "/", "51 910,25 €"]]


def test_amounts_whose_minus_stands_behind_them_are_those_of_several_grants(found):
    stacked = ["Judo Club\nHarmonie", "Retrait\nRetrait", "34 200-\n500-"]
    rows = (HEADER, 100, 16), (["Chorale", "Retrait", "900-"], 116, 16), (stacked, 132, 32)
    [read] = found([one for row in rows for one in row_of(*row)])
    assert texts(read, "")[2:] == [["Judo Club", "Retrait", "34 200-"], ["Harmonie", "Retrait", "500-"]]


def test_name_that_breaks_in_a_stack_set_tight_is_in_doubt(found):
    """Nothing says whether the second line goes on with the first name or begins the second one."""
    stacked = ["Foyer rural du\nVal\nHarmonie", "Fête", "800,00 €\n1 200,00 €"]
    [read] = found([*row_of(HEADER, 100), *row_of(stacked, 116, 48), *row_of(["CCAS", "Atelier", "50,00 €"], 164)])
    assert [row[0].certainty < 0.9 for row in read.grid] == [False, True, True, False]


@pytest.mark.parametrize(
    ("cut", "whole"), [("25\n500,00", "25 500,00"), ("2031-\n0412", "2031- 0412"), ("2031\n0412", "2031 0412")]
)
def test_figure_that_its_column_cuts_is_no_stack_of_amounts(found, cut, whole):
    rows = [["Foyer rural", "900,00", "800,00"], ["Amis du Val", "950,00", "850,00"]]
    split = ["Amicale\nJean-Moulin", cut, "25 500,00"]
    drawn = [row_of(["Operateur", "Demande", "Vote"], 100), *(row_of(row, 116 + 16 * n) for n, row in enumerate(rows))]
    [read] = found([one for row in [*drawn, row_of(split, 148, 32)] for one in row])
    assert texts(read, "")[3:] == [["Amicale Jean-Moulin", whole, "25 500,00"]]


def test_aim_common_to_several_grants_stays_beside_them_all(found):
    stacked = ["Foyer rural\nHarmonie", "Fonctionnement", "800,00 €\n1 200,00 €"]
    [read] = found([*row_of(HEADER, 100), *row_of(stacked, 116, 32)])
    assert [row[1] for row in texts(read, "")[1:]] == ["Fonctionnement", "Fonctionnement"]
    assert read.grid[1][1] is read.grid[2][1]


def test_amount_broken_at_the_end_of_its_column_is_one(found):
    broken = ["Foyer rural\nde Roquebrac", "Fête", "1 234 567 890 123\n500,00"]
    [read] = found([*row_of(HEADER, 100), *row_of(["CCAS", "Atelier", "50,00 €"], 116), *row_of(broken, 132, 32)])
    assert len(read.grid) == 3


def upright(rows: Sequence[Sequence[str]], tops: Sequence[float], foot: float) -> list[Drawn]:
    """A table with a frame, a rule under its header and strokes between its columns: none between its rows."""
    frame = [rule(SIDES[0], y, SIDES[-1], y) for y in (tops[0] - 2, tops[1] - 2, foot)]
    sides = [rule(x, tops[0] - 2, x, foot) for x in SIDES]
    return [*frame, *sides, *(one for row, top in zip(rows, tops, strict=True) for one in words(row, top - 2))]


@pytest.mark.parametrize(("second", "apart"), [("École de\nmusique de\nBeyrac", True), ("et du lac", False)])
def test_names_of_several_lines_each_in_the_middle_beside_its_amount_are_of_two_grants(found, second, apart):
    lines = second.count("\n") + 1
    ys = (116 + PITCH / 2, 116 + 2 * PITCH + 6 + (lines - 1) * PITCH / 2)
    foot = 126 + (2 + lines) * PITCH
    frame = [rule(SIDES[0], y, SIDES[-1], y) for y in (98, 114, foot)] + [rule(x, 98, x, foot) for x in SIDES]
    names = [text(SIDES[0] + 2, 116, "Club 41 de", "Bor"), text(SIDES[0] + 2, 122 + 2 * PITCH, *second.split("\n"))]
    cells = [
        text(SIDES[column] + 2, y, printed)
        for y, row in zip(ys, (("Fête", "12 500,00 €"), ("Concert", "468,00 €")), strict=True)
        for column, printed in enumerate(row, 1)
    ]
    [read] = found([*frame, *words(HEADER, 98), *names, *cells])
    joined = second.replace("\n", " ")
    expected = ["Club 41 de Bor", joined] if apart else [f"Club 41 de Bor {joined}"] * 2
    assert [row[0] for row in texts(read, "")[1:]] == expected


def test_rows_that_no_rule_parts_are_cut_where_white_is(found):
    rows = [
        HEADER,
        ["Comité des fêtes", "Bal", "50,00 €"],
        ["Foyer rural\nde Roquebrac", "Fête", "1 800,00 €"],
        ["CCAS", "Atelier de lecture\net goûter", "90,00 €"],
        ["Judo-club", "", "70,00 €"],
        ["TOTAL", "", "2 010,00 €"],
    ]
    [read] = found(upright(rows, [100, 118, 134, 161, 188, 204], 220))
    assert texts(read, "") == [[cell.replace("\n", " ") for cell in row] for row in rows]


def test_rows_that_no_rule_parts_are_cut_where_most_are_given_nothing(found):
    rows = [HEADER, ["Comité des fêtes", "Bal", "900 €"], ["Foyer rural", "Fête", "- €"], ["CCAS", "Goûter", "- €"]]
    [read] = found(upright(rows, [100, 122, 150, 178], 200))
    assert texts(read, "") == rows


def test_strokes_between_columns_that_end_over_the_total_part_its_columns_too(found):
    rows = [["CCAS", "Bal", "50,00 €"], ["Judo-club", "Cross", "10,00 €"], ["Foyer", "Fête", "2,00 €"]]
    total = ["TOTAL", "", "62,00 €"]
    drawn = [rule(SIDES[0], y, SIDES[-1], y) for y in (98, 178)]
    drawn += [rule(x, 98, x, 178) for x in (SIDES[0], SIDES[-1])]
    drawn += [rule(x, 98, x, 164) for x in SIDES[1:-1]]
    tops = (100, 122, 144, 164)
    [read] = found(
        [*drawn, *(one for row, top in zip([*rows, total], tops, strict=True) for one in words(row, top - 2))]
    )
    assert texts(read, "") == [*rows, total]


def test_heading_that_runs_over_the_strokes_between_columns_is_one_cell(found):
    name = "Enseignement et aides aux écoles de musique agréées"
    rows = [HEADER, [name], ["CCAS", "Bal", "50,00 €"], ["Judo-club", "Cross", "1,00 €"], ["Foyer", "Fête", "2,00 €"]]
    [read] = found(upright(rows, [100, 118, 134, 150, 166], 182))
    assert read.grid[1][0] is read.grid[1][1]
    assert read.grid[1][0].text == name
    assert texts(read, "")[2:] == rows[2:]


def test_description_beside_the_payments_of_one_grant_stays_one_row(found):
    described = "Accueil des familles du\ncanton et aide aux\ndevoirs des enfants de\nprimaire"
    paid = "800,00 €\n700,00 €\n600,00 €\n500,00 €"
    [read] = found([*row_of(HEADER, 100), *row_of(["Foyer rural", described, paid], 116, 54)])
    assert len(read.grid) == 2


def test_table_without_sides_as_wide_as_the_one_over_it_is_another(found):
    prices = [["Prestation", "Unité", "Tarif"], *([f"Visite {place}", "le lot", "7,00 €"] for place in range(6))]
    drawn = [row_of(row, 100 + ROW * n) for n, row in enumerate([HEADER, ["CCAS", "Atelier", "50,00 €"]])]
    bare = [row_of(row, 100 + ROW * (3 + n), sides=()) for n, row in enumerate(prices)]
    read = found([one for row in [*drawn, *bare] for one in row] + [text(54, 136, "Tarifs")])
    assert [len(table.grid) for table in read] == [2, 7]


@pytest.mark.parametrize("place", [1, 2, 3], ids=["first", "middle", "last"])
def test_row_without_sides_belongs_to_the_table_around_it(found, place):
    rows = [HEADER, ["CCAS", "Atelier", "50,00 €"], ["Foyer rural", "Fête", "800,00 €"], ["Total", "", "850,00 €"]]
    drawn = [row_of(row, 100 + ROW * n, sides=() if n == place else SIDES) for n, row in enumerate(rows)]
    [read] = found([one for row in drawn for one in row])
    assert texts(read, "") == rows


def test_row_of_four_lines_without_sides_belongs_to_the_table_around_it(found):
    first, last = (row_of(row, y) for row, y in ((HEADER, 100), (["Foyer rural", "Fête", "800,00 €"], 168)))
    high = [
        text(SIDES[0] + 2, 118, "Association", "pour la", "sauvegarde", "du pays"),
        text(SIDES[2] + 2, 118, "50,00 €"),
    ]
    [read] = found([*first, *high, text(SIDES[1] + 2, 118, "Atelier"), *last])
    assert len(read.grid) == 3


def test_amount_without_sides_beside_a_name_over_two_rows_is_a_row(found):
    name = [rule(SIDES[0], y, SIDES[1], y) for y in (116, 148)] + [rule(SIDES[0], 132, SIDES[0], 148)]
    second = [rule(SIDES[1], y, SIDES[-1], y) for y in (132, 148)] + [rule(x, 132, x, 148) for x in SIDES[1:]]
    drawn = [*row_of(HEADER, 100), *name, *second, text(54, 129, "Judo-club"), text(404, 119, "800,00 €")]
    drawn += [text(404, 135, "90,00 €"), *row_of(["CCAS", "Atelier", "50,00 €"], 148)]
    [read] = found(drawn)
    assert [row[2] for row in texts(read, "")] == ["Montant", "800,00 €", "90,00 €", "50,00 €"]


def test_heading_between_parts_of_a_table_without_outer_sides_heads_rows(found):
    inner = SIDES[1:-1]
    drawn = [
        *row_of(HEADER, 100, sides=inner),
        *row_of(["CCAS", "Atelier", "50,00 €"], 116, sides=inner),
        *row_of(["Culture"], 132, sides=()),
        *row_of(["Foyer rural", "Fête", "800,00 €"], 148, sides=inner),
    ]
    [read] = found(drawn)
    assert [row[0] for row in texts(read, "")] == ["Bénéficiaire", "CCAS", "Culture", "Foyer rural"]
    assert read.grid[2][0].colspan == 3


@pytest.mark.parametrize(("height", "tables"), [(ROW, 1), (2.2 * ROW, 2)], ids=["as high as a row", "in white"])
def test_heading_without_sides_as_high_as_the_rows_around_it_parts_no_table(found, height, tables):
    above = [*row_of(HEADER, 100), *row_of(["CCAS", "Atelier", "50,00 €"], 116)]
    below = [["Foyer rural", "Fête", "800,00 €"], ["Judo-club", "Tournoi", "90,00 €"]]
    rest = [one for n, row in enumerate(below) for one in row_of(row, 132 + height + ROW * n)]
    read = found([*above, *row_of(["Arrondissement de Lure"], 132, height, sides=()), *rest])
    assert len(read) == tables


def test_header_alone_at_the_foot_of_a_page_heads_the_bands_of_the_next(found):
    rows = [[f"Association {name}", "Fête", f"{number} 800,00 €"] for number, name in enumerate("ABCDEF", 1)]
    bands = [fill(SIDES[0], 40 + ROW * n, SIDES[-1], 40 + ROW * (n + 1)) for n in range(0, 6, 2)]
    body = [one for n, row in enumerate(rows) for one in words(row, 40 + ROW * n)]
    [read] = found(words(HEADER, 740), [*bands, *body])
    assert texts(read, "") == [HEADER, *rows]
    assert read.header_rows == 1


def side_by_side() -> tuple[list[Drawn], list[list[str]], list[list[str]]]:
    left = [["Association", "", "Montant"], *([f"Foyer rural {n}", "", f"{n} 100,00 €"] for n in range(1, 6))]
    right = [
        ["Commune", "", "Subvention"],
        *([f"Ville de {name}", "", f"{n} 250,00 €"] for n, name in enumerate("ABC", 1)),
    ]
    sides = (50.0, 150.0, 190.0), (300.0, 400.0, 440.0)
    drawn: list[Drawn] = []
    for table, xs, pitch in ((left, sides[0], 17), (right, sides[1], 25)):
        for n, row in enumerate(table):
            drawn += [text(x, 100 + pitch * n, cell, bold=n == 0) for x, cell in zip(xs, row, strict=True) if cell]
    return drawn, left, right


def test_tables_without_rules_side_by_side_are_two(found):
    drawn, left, right = side_by_side()
    one, other = found(drawn)
    assert [row[0] for row in texts(one, "")] == [row[0] for row in left]
    assert [row[0] for row in texts(other, "")] == [row[0] for row in right]


def test_table_under_two_side_by_side_hides_neither(found):
    drawn, left, right = side_by_side()
    prices = [["Prestation", "Tarif", "Unité"], *([f"Visite {n}", f"{n}7,00 €", "le lot"] for n in range(1, 8))]
    for n, row in enumerate(prices):
        drawn += [text(x, 260 + 17 * n, cell, bold=n == 0) for x, cell in zip((50, 440, 490), row, strict=True)]
    one, other, *_ = found([*drawn, text(297, 84, "Vie associative")])
    assert [row[0] for row in texts(one, "")] == [row[0] for row in left]
    assert [row[0] for row in texts(other, "")] == [row[0] for row in right]


def test_last_word_of_a_row_without_sides_may_touch_its_side(found):
    """White was looked for on the right of the side, where nothing is printed."""
    rows = [HEADER, ["CCAS", "Atelier", "50,00 €"], ["Foyer", "", ""], ["Total", "", "850,00 €"]]
    drawn = [row_of(row, 100 + ROW * n, sides=() if n == 2 else SIDES) for n, row in enumerate(rows)]
    touching = text(SIDES[2] + 1 - stringWidth("Fête", "Helvetica", SIZE), 100 + 2 * ROW + 3, "Fête")
    [read] = found([one for row in drawn for one in row] + [touching])
    assert texts(read, "")[2] == ["Foyer", "Fête", ""]


def test_tables_without_rules_one_under_the_other_keep_their_own_amounts(found):
    """Amounts of the second stand where none of the columns of the first does, and overlap one of them."""
    first = [["Association", "Subvention"], *([f"Foyer rural {n}", f"{n} 100,00 €"] for n in range(1, 5))]
    second = [["Commune", "Aide votée"], *([f"Ville {n}", f"{n} 250 600,00 €"] for n in range(1, 5))]
    drawn: list[Drawn] = []
    for table, top, x in ((first, 100, 300.0), (second, 260, 330.0)):
        for n, (name, amount) in enumerate(table):
            drawn += [text(50.0, top + 16 * n, name), text(x, top + 16 * n, amount)]
    one, other = found(drawn)
    assert texts(one, "") == first
    assert texts(other, "") == second


def test_rows_with_no_side_but_that_of_a_merged_cell_are_one_table_with_their_header(found):
    """Sides in the header, one beside the towns that go over several rows, none at the subtotals."""
    header = ["Canton", "Bénéficiaire", "Montant"]
    drawn = row_of(header, 100)
    top = 100 + ROW
    for canton, clubs in (("Bor", ["Judo", "Boxe"]), ("Sore", ["Rame", "Voile", "Tir"])):
        drawn.append(rule(SIDES[1], top, SIDES[1], top + ROW * len(clubs)))
        drawn += words([canton], top)
        for club in clubs:
            drawn += [rule(SIDES[0], top + ROW, SIDES[-1], top + ROW), *words(["", club, "100,00 €"], top)]
            top += ROW
        drawn += [text(SIDES[0] + 4, top + 3, f"Sous-total du canton de {canton} et de ses environs")]
        drawn += [*words(["", "", "250,00 €"], top), rule(SIDES[0], top + ROW, SIDES[-1], top + ROW)]
        top += ROW
    [read] = found(drawn)
    clubs = [row[1:] for row in texts(read, "") if row[2] == "100,00 €"]
    assert clubs == [[name, "100,00 €"] for name in ("Judo", "Boxe", "Rame", "Voile", "Tir")]
    assert [row[0] for row in texts(read, "") if row[2] == "250,00 €"] == [
        f"Sous-total du canton de {canton} et de ses environs" for canton in ("Bor", "Sore")
    ]


def test_rows_of_two_grants_each_are_parted_where_each_has_its_texts(found):
    rows = [["Foyer rural\nHarmonie", "Bal\nConcert", "800,00 €\n1 200,00 €"] for _ in range(3)]
    drawn = [row_of(HEADER, 100), *(row_of(row, 116 + 32 * n, 32) for n, row in enumerate(rows))]
    [read] = found([one for row in drawn for one in row])
    assert texts(read, "")[1:] == [["Foyer rural", "Bal", "800,00 €"], ["Harmonie", "Concert", "1 200,00 €"]] * 3


def test_text_that_goes_on_in_a_stack_set_tight_is_no_row(found):
    stacked = [
        "CCAS\nFoyer rural\nJudo-club\nHarmonie",
        "Atelier\nFête des écoles et\ndu canton\nConcert",
        "50,00 €\n800,00 €\n \n70,00 €",
    ]
    [read] = found([*row_of(HEADER, 100), *row_of(stacked, 116, 54)])
    assert all(row[1].text != "du canton" for row in read.grid)
