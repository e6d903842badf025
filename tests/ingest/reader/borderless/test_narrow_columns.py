"""Tables of office software without any border: hardly any white between columns, rows set in the middle, few rows."""

from collections.abc import Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.reader.borderless.corridors import follow_amount
from ingest.reader.records import Box, Word
from tests.ingest.reader.borderless.test_borderless_tables import set_rows
from tests.ingest.reader.drawn_pdfs import PITCH, SIZE, Drawn, text
from tests.ingest.reader.engines.hidden.test_cut_text import windowed
from tests.ingest.reader.shown import texts

NAMES = ["Nom", "Ville", "Objet", "Aide"]
ROWS = [
    ["Amis du lac", "Bor", "Concert", "1 200,00 €"],
    ["Union sportive", "Beyrac", "Tournoi", "800,00 €"],
    ["Foyer rural", "Lussanges", "Atelier", "2 500,00 €"],
]


@pytest.fixture
def read(found):
    def texts_of(drawn: Sequence[Drawn]) -> list[list[str | None]]:
        [table] = found(drawn)
        return texts(table)

    return texts_of


def places(rows: Sequence[Sequence[str]], white: float, x: float = 52.0) -> list[float]:
    """Where columns begin that are as wide as their longest text, `white` times the type size after it."""
    found = [x]
    for column in zip(*rows, strict=True):
        lines = [line for cell in column for line in cell.split("\n")]
        found.append(found[-1] + max(stringWidth(line, "Helvetica", SIZE) for line in lines) + white * SIZE)
    return found[:-1]


@pytest.mark.parametrize("white", [0.35, 0.8])
def test_names_and_level_starts_tell_narrow_columns(read, white):
    rows = [NAMES, *ROWS]
    *columns, last = places(rows, white)
    assert read(set_rows(rows, 100, padding=6, columns=[*columns, last + SIZE])) == rows


@pytest.mark.parametrize("unit", ["€", "k€", "M€"])
def test_units_of_amounts_close_to_the_next_column_are_no_column(read, unit):
    rows = [
        ["Action", "Aide", "Nom", "Ville"],
        *([row[2], f"0,0{n} {unit}", *row[:2]] for n, row in enumerate(ROWS, 1)),
    ]
    action, amount, name, town = places(rows, 0.7)
    assert read(set_rows(rows, 100, padding=6, columns=[action, amount + 30, name + 34, town + 50])) == rows


@pytest.mark.parametrize("count", [7, 3])
def test_amounts_right_behind_words_are_a_column_in_many_rows_of_many_columns(found, count):
    rows = [[f"Club {place} de la vallee", "Bor", "Fonct.", "1 200,00"] for place in range(count)]
    drawn = set_rows([["Nom", "Ville", "Type", "Attribue"], *rows], 100, columns=places(rows, 0.65))
    tables = found(drawn)
    assert [texts(table)[1:] for table in tables] == ([rows] if count > 3 else [])


def test_header_stands_as_far_from_the_rows_as_rows_from_one_another(read):
    rows = [NAMES, *ROWS]
    assert read(set_rows(rows, 100, padding=30, columns=places(rows, 2))) == rows


def test_label_of_a_total_over_narrow_columns_stays_whole(read):
    rows = [["N", "Nom", "Ville", "Aide"], ["1", *ROWS[0][::3], "900,00 €"], ["2", "Foyer", "Bor", "800,00 €"]]
    rows[1] = ["1", "Amis du lac", "Beyrac", "900,00 €"]
    columns = places(rows, 1)
    total = set_rows([["TOTAL GENERAL", "", "", "1 700,00 €"]], 170, columns=columns)
    assert read([*set_rows(rows, 100, columns=columns), *total])[-1][0] == "TOTAL GENERAL"


def test_total_set_left_leaves_the_columns_above(read):
    rows = [["Nom", "Aide"], ["Amis du lac", "1 200,00 €"], ["Union sportive", "90,00 €"], ["Foyer rural", "800,00 €"]]
    drawn: list[Drawn] = []
    for y, (name, amount) in zip((100, 120, 140, 160), rows, strict=True):
        drawn += [text(52, y, name), text(500 - stringWidth(amount, "Helvetica", SIZE), y, amount)]
    read_rows = read([*drawn, text(52, 180, "Total"), text(430, 180, "2 090,00 €")])
    assert read_rows == [*rows, ["Total", "2 090,00 €"]]


def test_row_without_an_amount_stands_by_itself(read):
    rows = [["Nom", "Aide"], ["Amis", "900,00 €"], ["Foyer", "en attente"], ["Union", "800,00 €"], ["Lac", "10,00 €"]]
    assert read(set_rows(rows, 100, padding=7, columns=(52, 260))) == rows


def test_rows_in_the_middle_keep_their_lines(read):
    rows = [
        ["Nom", "Objet", "Aide"],
        ["Amis\ndu lac", "Concert", "900,00 €"],
        ["Union sportive", "Tournoi\ndes jeunes", "800,00 €"],
        ["Foyer\nrural", "Atelier", "70,00 €"],
    ]
    drawn = set_rows(rows, 100, padding=16, setting="middle", columns=(52, 180, 400))
    assert read(drawn) == [[cell.replace("\n", " ") for cell in row] for row in rows]


def test_number_cut_by_its_column_is_no_stack_of_amounts(read):
    rows = [
        ["Siret", "Nom", "Aide"],
        ["2159000010000\n0", "Amis\ndu lac", "900,00 €"],
        ["2159000010011\n1", "Union\ndu Val", "800,00 €"],
    ]
    drawn = set_rows(rows, 100, padding=16, setting="middle", columns=(52, 180, 400))
    assert [row[1:] for row in read(drawn)[1:]] == [["Amis du lac", "900,00 €"], ["Union du Val", "800,00 €"]]


def test_white_of_justified_lines_makes_no_column(read):
    rows = [["Nom du beneficiaire", "Aide"], *([name, f"{n}00,00 €"] for n, name in enumerate("ABC", 1))]
    drawn = set_rows([rows[0]], 100, columns=(52, 300))
    for y, first, last, amount in (
        (130, "Amicale", "du", "900,00 €"),
        (160, "Union", "sportive", "800,00 €"),
        (190, "Foyer", "et lac", "70,00 €"),
    ):
        drawn += [text(52, y, first), text(200 - stringWidth(last, "Helvetica", SIZE), y, last), text(300, y, amount)]
    assert [row[0] for row in read(drawn)[1:]] == ["Amicale du", "Union sportive", "Foyer et lac"]


def test_capitals_one_under_the_other_stay_words(read):
    rows = [
        ["Nom", "Aide"],
        ["SYNDICAT\nNAUTIQUE\nDU GOLFE", "900,00 €"],
        ["COMMUNE\nDE\nLUSSANGES", "800,00 €"],
    ]
    drawn = set_rows(rows, 100, padding=12, setting="middle", columns=places(rows, 1))
    assert [row[0] for row in read(drawn)[1:]] == ["SYNDICAT NAUTIQUE DU GOLFE", "COMMUNE DE LUSSANGES"]


def test_bare_figures_under_a_name_of_money_are_rows(read):
    rows = [
        ["Nom", "Ville", "Montant en euros"],
        ["Amis", "Bor", "337"],
        ["Foyer", "Beyrac", "611"],
        ["Union", "Bor", "1981"],
        ["Lac", "Bor", "2118"],
    ]
    assert read(set_rows(rows, 100, padding=10, columns=(52, 180, 300))) == rows


def test_year_ending_a_name_is_no_amount(read):
    rows = [
        ["Nom", "Subvention\n2023", "Subvention\n2024"],
        ["Amis", "337", "400"],
        ["Foyer", "611", "500"],
        ["Union", "90", "80"],
    ]
    expected = [[cell.replace("\n", " ") for cell in row] for row in rows]
    assert read(set_rows(rows, 100, padding=10, columns=(52, 180, 300))) == expected


@pytest.mark.parametrize("thousands", [("10 000",), ("10", "000")], ids=["set solid", "justified"])
def test_figure_goes_with_the_currency_under_it(read, thousands):
    drawn = set_rows([["Nom", "Ville", "Aide"]], 100, columns=(52, 180, 300))
    for y, name, amount in ((130, "Amis", ("150",)), (165, "Foyer", thousands), (200, "Union", ("80",))):
        drawn += [text(52, y + 5.5, name), text(180, y + 5.5, "Bor"), text(300, y + 11, "€")]
        drawn += [text(300 + 17 * index, y, part) for index, part in enumerate(amount)]
    assert [row[2] for row in read(drawn)[1:]] == ["150 €", "10 000 €", "80 €"]


def test_names_a_space_apart_are_parted_over_their_columns(read):
    rows = [["Amis", "Ger", "1 200,00 €"], ["Foyer", "Bor", "900,00 €"], ["Union", "Bor", "800,00 €"]]
    drawn = set_rows([["Nom", "Ville"]], 100, columns=(52, 180))
    gap = 180 + stringWidth("Ville ", "Helvetica", SIZE)
    drawn += [text(gap, 100, "Montant"), *set_rows(rows, 120, padding=8, columns=(52, 180, gap + 12))]
    assert read(drawn) == [["Nom", "Ville", "Montant"], *rows]


def test_words_that_begin_level_in_all_rows_are_a_column(read):
    rows = [["Structure", "Objet", "Aide"], ["Amis du lac", "Fete", "900,00 €"], ["Foyer", "Atelier", "800,00 €"]]
    rows.append(["Union", "Tournoi", "70,00 €"])
    second = 52 + stringWidth("Amis du lac ", "Helvetica", SIZE)
    drawn = [*set_rows(rows[1:], 120, padding=8, columns=(52, second, 200)), text(54, 100, "Structure")]
    assert read([*drawn, text(second + 6, 100, "Objet"), text(202, 100, "Aide")]) == rows


def test_two_tables_parted_by_what_announces_the_second(found):
    first = [["Nom", "Aide"], ["Amis", "900,00 €"], ["Foyer", "800,00 €"]]
    second = [["Politique", "Montant"], ["Sport", "1 000,00 €"], ["Culture", "700,00 €"]]
    drawn = [
        *set_rows(first, 100, padding=8, bold_rows=[0], columns=(52, 250)),
        text(52, 165, "La charge se partage comme suit :"),
        *set_rows(second, 185, padding=8, bold_rows=[0], columns=(52, 170)),
    ]
    assert [texts(one) for one in found(drawn)] == [first, second]


def test_thousands_over_the_rest_of_their_figure_are_one_amount(read):
    rows = [
        ["Nom", "Ville", "Aide"],
        ["Amis", "Bor", "12\n500 €"],
        ["Foyer", "Bor", "900 €"],
        ["Lac", "Bor", "34\n000 €"],
    ]
    drawn = set_rows(rows, 100, padding=10, columns=(52, 180, 300))
    assert [row[2] for row in read(drawn)] == ["Aide", "12 500 €", "900 €", "34 000 €"]


def test_list_set_in_two_columns_is_read_column_by_column(found):
    left = [["Amis", "150 €"], ["Foyer", "1 120 €"], ["Union", "600 €"], ["Boules", "10 €"], ["Chorale", "20 €"]]
    right = [["Lac", "200 €"], ["Yoga", "80 €"], ["Judo", "1 300 €"], ["Tennis", "30 €"], ["Basket", "40 €"]]
    drawn = [*set_rows(left, 100, columns=(52, 180)), *set_rows(right, 100, columns=(320, 450))]
    drawn += [text(52, 60, "Le conseil municipal attribue les subventions suivantes, a verser en une fois :")]
    tables = found(drawn)
    assert [texts(one) for one in tables] == [left, right]


def test_name_set_left_over_numbers_set_right_leaves_the_seam_to_the_next_name(read):
    """« CP » stands in the white before its numbers, « Ville » right over its towns, a space behind these numbers."""
    rows = [["Club", "CP", "Ville", "Montant"]]
    towns = ["Bor", "Lussanges", "Beyrac", "Lure", "Pontravel", "Mers", "Castelmoure", "Vesoul"]
    drawn = [text(x, 100, name, bold=True) for x, name in zip((52, 190, 242, 400), rows[0], strict=True)]
    for row, town in enumerate(towns):
        rows.append([f"Club {town}", f"7{row}30{row}", town, f"{row + 1} 500"])
        name, code, _, amount = rows[-1]
        y = 114 + 14 * row
        drawn += [text(52, y, name), text(240 - stringWidth(code, "Helvetica", SIZE), y, code)]
        drawn += [text(242, y, town), text(440 - stringWidth(amount, "Helvetica", SIZE), y, amount)]
    assert read(drawn) == rows


def test_white_of_one_line_of_names_and_of_all_is_one_white(read):
    """A wide space before the currency shares white with « Total », whose second line leaves less of it."""
    names, rows = ["Club", "2030", "2031", "Total"], [["Club aide", "2030", "2031", "Total general"]]
    drawn = [text(x, 100, name, bold=True) for x, name in zip((52, 206, 306, 436), names, strict=True)]
    drawn += [text(52, 111, "aide", bold=True), text(426, 111, "general", bold=True)]
    for row, town in enumerate(["Bor", "Lussanges", "Beyrac", "Lure", "Pontravel", "Mers", "Vesoul"]):
        sums = [str(1000 * (row + 1)), str(1010 * (row + 1)), str(2010 * (row + 1))]
        rows.append([f"Club {town}", *(f"{amount} EUR" for amount in sums)])
        y = 128 + 14 * row
        drawn.append(text(52, y, rows[-1][0]))
        for side, amount in zip((240, 340, 450), sums, strict=True):
            drawn += [text(side - stringWidth(amount, "Helvetica", SIZE), y, amount), text(side + 5, y, "EUR")]
    assert read(drawn) == rows


def test_currencies_set_apart_from_their_figures_are_no_column(read):
    """Without names of columns over them, white before « EUR » is all that parts a figure from it."""
    rows = []
    drawn = []
    for row, town in enumerate(["Bor", "Lussanges", "Beyrac", "Lure", "Pontravel", "Mers", "Vesoul"]):
        sums = [f"{row + 1} 500", f"{row + 3} 250"]
        rows.append([f"Club {town}", *(f"{amount} EUR" for amount in sums), "Concert"])
        y = 128 + 14 * row
        drawn += [text(52, y, rows[-1][0]), text(400, y, "Concert")]
        for side, amount in zip((240, 340), sums, strict=True):
            drawn += [text(side - stringWidth(amount, "Helvetica", SIZE), y, amount), text(side + 5, y, "EUR")]
    assert read(drawn) == rows


def test_amounts_alone_in_one_column_have_no_white(found):
    """Nothing stands beside them: there is no white to look at."""
    drawn = [text(52, 100, "Montant de l'aide", bold=True), text(52, 114, "30 k€")]
    assert found(drawn) == ()


def test_amounts_set_left_begin_a_column_however_near_the_texts_before_them(read):
    rows = [
        [f"Amis de {n}", f"Canton de {place}", amount, amount]
        for n, (place, amount) in enumerate(
            [
                ("Bor", "8 100,00"),
                ("Luzay", "500,00"),
                ("Bor", "1 000,00"),
                ("Sore", "90,00"),
                ("Luzay", "12 300,00"),
                ("Bor", "950,00"),
            ]
        )
    ]
    rows[3][2] = ""
    near = 150 + stringWidth("Canton de Luzay", "Helvetica", SIZE) + 0.5 * SIZE
    assert (
        read(set_rows([["Nom", "Lieu", "Demande", "Aide"], *rows], 100, padding=6, columns=(52, 150, near, near + 90)))[
            1:
        ]
        == rows
    )


def test_dates_close_behind_amounts_take_no_white_of_them(read):
    sums = [("4000 €", "300 €"), ("11000 €", "2500 €"), ("1000 €", "750 €"), ("31000 €", "10000 €"), ("900 €", "80 €")]
    rows = [[f"Amis de {n}", *pair, f"0{n + 1}/07/2031", "Bor"] for n, pair in enumerate(sums)]
    edges = (300.0, 300 + stringWidth("Proposition", "Helvetica", SIZE) + 0.38 * SIZE)
    date = edges[1] + 0.38 * SIZE
    drawn: list[Drawn] = []
    for y, row in zip(range(100, 220, 20), [["Nom", "Cout", "Proposition", "", "Lieu"], *rows], strict=True):
        drawn += [text(x, y, cell) for x, cell in zip((52, date, 520), (row[0], *row[3:]), strict=True) if cell]
        drawn += [
            text(x - stringWidth(cell, "Helvetica", SIZE), y, cell) for x, cell in zip(edges, row[1:3], strict=True)
        ]
    drawn += [text(date, 94, "Date de"), text(date, 106, "reception")]
    assert read(drawn)[1:] == rows


def test_names_set_left_where_spreadsheet_cells_begin_stand_over_figures_set_right(read):
    """A long name is cut where the next cell begins, and a name of a column by the name after it."""
    rows = [["Amicale des anciens du lac de", "7 450", "8 000", "7 900"], ["Foyer rural", "50", "600", "100"]]
    rows += [["Union sportive", "2 450", "2 500", "2 400"], ["Chorale", "1 450", "1 500", "1 400"]]
    rows += [[f"Club {letter}", "1 150", "1 200", "1 100"] for letter in "ABCD"]
    cell = 52 + stringWidth(rows[0][0], "Helvetica", SIZE) - 0.3
    cut = cell + 60 + stringWidth("Demand", "Helvetica", SIZE)
    names = [text(52, 100, "Nom"), text(cell, 100, "BP 2030"), text(cut, 100, "BP 2031")]
    drawn = [*names, windowed(cell + 60, 95, cut, 115, text(cell + 60, 100, "Demandes"))]
    for place, (name, *figures) in enumerate(rows, 1):
        drawn.append(text(52, 100 + 14 * place, name))
        for end, figure in zip((cell + 55, cut - 2, cut + 50), figures, strict=True):
            drawn.append(text(end - stringWidth(figure, "Helvetica", SIZE), 100 + 14 * place, figure))
    assert read(drawn) == [["Nom", "BP 2030", "Demand", "BP 2031"], *rows]


@pytest.mark.parametrize(
    ("code", "heading", "names"),
    [
        ((), "Sport", ["Amicale des Enfants de l'Union", "Club Alpin", "Sport", "Foyer"]),
        (("33",), "Sport", ["Amicale des Enfants de l'Union", "Club Alpin", "Sport", "Foyer"]),
        ((), "Lac de la Commune", ["Club Alpin", "Amicale des Enfants de l'Union Lac de la Commune", "Foyer"]),
    ],
)
def test_short_line_close_over_a_row_heads_it_and_what_had_no_room_goes_on(read, code, heading, names):
    """« Lac de la Commune » is too long for the line over it: it is the end of the name there."""
    clubs = [[name.removesuffix(f" {heading}"), "900,00 €"] for name in names if name != heading]
    drawn: list[Drawn] = []
    y = 100.0
    for name, amount in [["Nom", "Aide"], *clubs, *([f"Union {letter}", "50,00 €"] for letter in "ABCD")]:
        if name == "Foyer":
            drawn += [text(52, y, *code), text(80, y, heading)]
            y += PITCH
        drawn += [text(80, y, name), text(260, y, amount)]
        y += PITCH
    assert [row[-2] for row in read(drawn)][1 : len(names) + 1] == names


def test_end_of_a_name_whose_words_are_set_far_apart_is_no_heading(read):
    names = ["Amicale des Enfants", "Club Alpin du Lac", "Foyer", "Union", "Ronde", "Chorale"]
    drawn: list[Drawn] = [text(52, 100, "Nom"), text(260, 100, "Aide")]
    drawn += [
        text(52, 120, "Comite"),
        text(52 + 42, 120, "de"),
        text(52 + 66, 120, "Bourg-sur-"),
        text(260, 120, "9,00 €"),
    ]
    drawn += [text(52, 131, "Authie")]
    for place, name in enumerate(names):
        drawn += [text(52, 142 + 11 * place, name), text(260, 142 + 11 * place, "900,00 €")]
    assert [row[0] for row in read(drawn)] == ["Nom", "Comite de Bourg-sur-Authie", *names]


def test_names_that_end_as_none_does_go_on_under_their_amounts(read):
    """Set solid, « Bor » may as well open the next row: « Harmonie de » and « Foyer Le » say that it does not."""
    rows = [["Dispositif", ""], ["Harmonie de", "900,00 €"], ["Bor", ""], ["Comité", "800,00 €"], ["Ronde", "70,00 €"]]
    rows += [["Foyer Le", "60,00 €"], ["Relais", ""], ["Chorale", "50,00 €"]]
    drawn: list[Drawn] = [text(52, 100, "Nom"), text(120, 100, "Aide")]
    for place, (name, amount) in enumerate(rows):
        drawn += [text(52, 120 + PITCH * place, name), text(120, 120 + PITCH * place, amount)]
    found = [row[0] for row in read(drawn)]
    assert "Harmonie de Bor" in found
    assert found[-2:] == ["Foyer Le Relais", "Chorale"]


@pytest.mark.parametrize("part", ["Association", "APE"])
def test_kind_or_initials_of_one_body_alone_on_a_line_are_no_heading(read, part):
    names = ["Amicale des Enfants de l'Union", "Club Alpin", part, "Foyer", *(f"Union {letter}" for letter in "ABCD")]
    drawn: list[Drawn] = [text(80, 90, "Nom"), text(260, 90, "Aide")]
    for place, name in enumerate(names):
        drawn += [text(80, 101 + PITCH * place, name)]
        drawn += [text(260, 101 + PITCH * place, "900,00 €")] if name != part else []
    found = [row[0] for row in read(drawn)]
    assert part not in found
    assert sum(part in (name or "") for name in found) == 1


def test_names_cut_at_hyphens_around_amounts_in_their_middle_are_whole(read):
    names = ["Nom", "Objet", "Aide"]
    rows = [
        ["COMMUNE DE\nVAUDRY-LE-\nHAUT", "Minibus", "12 500,00 €"],
        ["Union sportive", "Tournoi", "800,00 €"],
        ["Centre social\nde Merville-sur-\nAune", "Stage", "25 000,00 €"],
        ["Radio Bocage", "Atelier", "844,00 €"],
    ]
    whole = ["COMMUNE DE VAUDRY-LE-HAUT", "Union sportive", "Centre social de Merville-sur-Aune", "Radio Bocage"]
    drawn = set_rows([names, *rows], 100, padding=2, setting="middle", columns=(52, 160, 300))
    assert [row[0] for row in read(drawn)[1:]] == whole


def test_words_behind_an_amount_are_a_column_of_their_own_however_near(read):
    rows = [
        ["Nom", "Aide", "Avis"],
        ["Amis du lac", "11 200,00 €", "Favorable"],
        ["Union sportive", "10 800,00 €", "Convention"],
        ["Foyer rural", "12 500,00 €", "Avis favorable"],
        ["Club de lecture", "12 900,00 €", ""],
    ]
    first, amount, remark = places(rows, 0.52)
    assert read(set_rows(rows, 100, padding=6, columns=[first, amount + 60, remark + 60])) == rows


@pytest.mark.parametrize(("before", "apart"), [("2031-6208", True), ("16/07/2031", True), ("2031", False)])
def test_figure_more_than_a_space_behind_a_number_with_hyphens_is_another_one(before, apart):
    assert follow_amount(Word(before, Box(0, 0, 40, 9), 9), Word("900,00", Box(44, 0, 72, 9), 9)) is apart


def test_hours_a_space_behind_dates_are_no_column(read):
    hours = [
        ["Nom", "Objet", "Aide"],
        *([row[0], f"Concert du 1{n}/07/2031 20 h", "900,00 €"] for n, row in enumerate(ROWS)),
    ]
    assert read(set_rows(hours, 100, padding=6, columns=(52, 200, 400))) == hours


def test_small_letters_behind_an_amount_go_on_with_it_however_far(read):
    rows = [
        ["Nom", "Aide"],
        ["Amis du lac", "11 200 €  de biens en nature"],
        ["Union sportive", "10 800 €"],
        ["Foyer rural", "12 500 €  sur justificatifs"],
        ["Club de lecture", "12 900 €"],
    ]
    assert {len(row) for row in read(set_rows(rows, 100, padding=6, columns=(52, 200)))} == {2}


def test_names_hardly_more_than_a_space_apart_are_each_over_a_column(read):
    names = ["Nom", "Projet", "Demande 2031", "Aide accordee 2031", "Avis rendu"]
    rows = [
        names,
        ["Amis du lac", "Concert", "1 900 €", "1 200 €", "Convention"],
        ["Union sportive", "Tournoi", "900 €", "800 €", ""],
        ["Foyer rural", "Atelier", "2 900 €", "2 500 €", "Sous reserve"],
        ["Club de lecture", "Fete", "2 900 €", "2 100 €", ""],
    ]
    assert read(set_rows(rows, 100, padding=6, columns=[52, 140, *places([names[2:]], 0.4, 260)])) == rows


def test_few_rows_of_many_columns_each_named_are_a_table_however_near_their_amounts(read):
    rows = [
        ["Nom", "Ville", "Objet", "Dossier", "Vote"],
        *([*row[:3], f"2031-{n}", f"{n} 000 €"] for n, row in enumerate(ROWS, 1)),
    ]
    *columns, last = places(rows, 0.65)
    assert read(set_rows(rows, 100, padding=6, columns=[*columns, last])) == rows


def test_heading_between_the_names_and_a_row_of_several_lines_hides_no_names(read):
    rows = [
        ["Nom", "Secteur", "Aide"],
        ["Sports", "", ""],
        ["Association sportive\ndu plateau", "Canton de\nBor", "900,00 €"],
        ["Foyer rural", "Bor", "800,00 €"],
        ["Club de lecture", "Beyrac", "70,00 €"],
    ]
    drawn = set_rows(rows, 100, padding=9, setting="bottom", columns=(52, 200, 300))
    assert read(drawn) == [[cell.replace("\n", " ") for cell in row] for row in rows]


@pytest.mark.parametrize("white", [8, 16])
def test_name_over_several_columns_of_years_is_theirs_however_far_over_them(read, white):
    columns = (52, 200, 260, 320)
    rows = [
        ["Nom", "2031", "2032", "2033"],
        *([row[0], "12 500 €", f"{n} 500 €", "2 586 €"] for n, row in enumerate(ROWS, 1)),
    ]
    over = text(215, 100, "Montants attribues pour l'action")
    found = read([over, *set_rows(rows, 100 + PITCH + white, padding=6, columns=columns)])
    assert found[0][1:] == ["Montants attribues pour l'action"] * 3
    assert found[1:] == rows


def test_names_tight_over_a_row_under_the_name_of_the_money_are_no_part_of_it(read):
    rows = [["Association", "Objet", "Subvention"], *([*row[:2], "900 €"] for row in ROWS)]
    names, *under = rows
    over = [text(52, 74, "Le conseil decide d'attribuer les subventions"), text(280, 100, names[2])]
    drawn = set_rows([[*names[:2], ""], *under], 100 + PITCH, padding=0, columns=(52, 200, 300))
    assert read([*over, *drawn]) == rows
