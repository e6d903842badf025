"""Tables without vertical rules: horizontal rules or shaded bands bound the rows, white bounds the columns."""

from collections.abc import Sequence
from itertools import count, pairwise, starmap

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.ingest.reader.drawn_pdfs import PAGE, SIZE, Drawn, fill, rule, table, text
from tests.ingest.reader.shown import texts

LEFT, RIGHT, ROW = 50.0, 520.0, 16.0
COLUMNS = (52.0, 200.0, 330.0, 440.0)
HEADER = ["Operateur", "Commune", "Action", "Montant 2022"]
ROWS = [
    ["CCAS de Roquebrac", "Roquebrac", "Atelier cuisine", "12 345,00 €"],
    ["Foyer rural", "Beyrac", "Club de lecture", "800,00 €"],
    ["Comite des fetes du plateau", "Lussanges", "Fete", "1 200,00 €"],
    ["Harmonie", "", "Concert de printemps", "90,00 €"],
    ["Union sportive", "Pontravel", "Tournoi des jeunes", "400,00 €"],
    ["Amis du patrimoine", "Castelmoure", "", "5 000,00 €"],
]


def words(rows: Sequence[Sequence[str]], top: float, bold_rows: Sequence[int] = ()) -> list[Drawn]:
    return [
        text(x, top + 3 + index * ROW, content, bold=index in bold_rows)
        for index, row in enumerate(rows)
        for x, content in zip(COLUMNS, row, strict=True)
    ]


def rules(count: int, top: float) -> list[Drawn]:
    return [rule(LEFT, top + index * ROW, RIGHT, top + index * ROW) for index in range(count)]


def ruled(rows: Sequence[Sequence[str]], top: float, *, first: int = 0, less: int = 0, **options) -> list[Drawn]:
    """Rows with a rule above and under each; `first` and `less` leave out the first and the last rules."""
    levels = len(rows) + 1 - first - less
    return [*rules(levels, top + first * ROW), *words(rows, top, **options)]


def test_horizontal_rules_bound_rows_and_white_bounds_columns(found):
    [read] = found(ruled([HEADER, *ROWS], 100, bold_rows=[0]))
    assert texts(read) == [HEADER, *ROWS]
    assert read.header_rows == 1


@pytest.mark.parametrize(
    ("label", "kept"), [("Total du programme P318 (6 dossiers)", True), ("Annexe administrativement close le 3", False)]
)
def test_total_whose_label_runs_across_columns_ends_a_table(found, label, kept):
    drawn = ruled([HEADER, *ROWS], 100, bold_rows=[0])
    foot = 100 + ROW * (len(ROWS) + 1)
    drawn += [
        text(250, foot + 3, label),
        text(COLUMNS[3], foot + 3, "19 835,00 €"),
        rule(LEFT, foot + ROW, RIGHT, foot + ROW),
    ]
    [read] = found(drawn)
    assert len(read.grid) == len(ROWS) + 1 + kept
    assert (read.grid[-1][-1].text == "19 835,00 €") is kept


@pytest.mark.parametrize(
    ("label", "kept"), [("Total du programme P318 (6 dossiers)", 1), ("Annexe administrativement close", 0)]
)
def test_total_under_the_last_level_ends_a_table_whatever_its_label_runs_over(found, label, kept):
    foot = 100 + ROW * (len(ROWS) + 1)
    total = [text(250, foot + 3, label), text(COLUMNS[3], foot + 3, "19 835,00 €")]
    [read] = found([*ruled([HEADER, *ROWS], 100, bold_rows=[0]), *total])
    assert len(read.grid) == len(ROWS) + 1 + kept


def test_amount_in_brackets_in_a_name_of_column_is_of_the_name(found):
    """The name is wider than the figures under it, on their left, and the bracket goes on under it."""
    rows = [[row[0], row[1] or "Bor", "5 000,00 €", row[3]] for row in ROWS]
    drawn = [text(x, 92, name) for x, name in ((52, "Operateur"), (180, "Commune"), (460, "Aide"))]
    drawn.append(text(270, 92, "Plafond de la depense retenue (50", "000 €)"))
    for place, row in enumerate(rows, 1):
        drawn += [text(x, 103 + place * ROW, cell) for x, cell in zip((52, 180, 390, 460), row, strict=True)]
    [read] = found([*drawn, *rules(len(rows) + 1, 100 + ROW)])
    assert texts(read) == [["Operateur", "Commune", "Plafond de la depense retenue (50 000 €)", "Aide"], *rows]


def test_levels_around_two_amounts_each_bound_rows(found):
    names = [["Operateur", "Commune", "Action", "Cout"], ["", "", "", "Montant"]]
    pairs = [[*row[:3], "9 000,00 €"] for row in ROWS]
    drawn = [rule(LEFT, 100, RIGHT, 100), *words(names, 100), rule(LEFT, 132, RIGHT, 132)]
    for place, row in enumerate(pairs):
        top = 132 + 32 * place
        drawn += [*words([row, ["", "", "", "3 000,00 €"]], top), rule(LEFT, top + 32, RIGHT, top + 32)]
    [read] = found(drawn)
    assert texts(read)[1:] == [[*row[:3], "9 000,00 € 3 000,00 €"] for row in pairs]


def test_rows_at_the_ends_need_no_outer_rule(found):
    [read] = found(ruled([HEADER, *ROWS], 100, first=1, less=1, bold_rows=[0]))
    assert texts(read) == [HEADER, *ROWS]


def test_shaded_bands_without_any_rule_are_rows(found):
    bands = [fill(LEFT, 100 + index * ROW, RIGHT, 100 + (index + 1) * ROW, 0.9) for index in (0, 2, 4, 6)]
    [read] = found([*bands, *words([HEADER, *ROWS], 100, bold_rows=[0])])
    assert texts(read) == [HEADER, *ROWS]


def test_first_row_in_white_under_a_header_in_white_is_no_header_however_little_white_parts_them(found):
    pitch = SIZE + 2.4
    bands = [fill(LEFT, 100 + index * pitch, RIGHT, 100 + (index + 1) * pitch, 0.9) for index in range(2, 9, 2)]
    rows = [HEADER, *ROWS[:3], *ROWS[4:], ROWS[1], ROWS[4]]
    cells = [
        text(x, 100 + 1.2 + index * pitch, content, bold=index == 0)
        for index, row in enumerate(rows)
        for x, content in zip(COLUMNS, row, strict=True)
    ]
    [read] = found([*bands, *cells])
    assert (texts(read), read.header_rows) == (rows, 1)


def test_total_set_over_several_columns_of_shaded_rows_closes_no_white(found):
    rows = [HEADER, *ROWS[:3], ["", "", "", "14 345,00 €"], *ROWS[3:]]
    bands = [fill(LEFT, 100 + index * ROW, RIGHT, 100 + (index + 1) * ROW, 0.9) for index in (0, 2, 5, 7)]
    total = text(250, 103 + 4 * ROW, "Total du canton de Roquebrac (3 aides)")
    [read] = found([*bands, *words(rows, 100, bold_rows=[0]), total])
    assert [row for row in texts(read) if row[3] != "14 345,00 €"] == [HEADER, *ROWS]


def test_sides_of_the_cells_of_one_band_of_few_are_those_of_the_columns(found):
    """The label of the total covers the columns that the band of the second row has."""
    names = ["Bénéficiaire", "Opération", "Subvention"]
    rows = [
        ["Foyer rural", "Fête", "200,00 €"],
        ["Harmonie de Bor", "Concert", "90,00 €"],
        ["Judo", "Stage", "40,00 €"],
    ]
    band, total = 100 + 2 * ROW, 100 + 4 * ROW
    drawn = [fill(LEFT, band, 195, band + ROW), fill(195, band, 435, band + ROW), fill(435, band, RIGHT, band + ROW)]
    drawn += [fill(LEFT, total, 435, total + ROW), fill(435, total, RIGHT, total + ROW)]
    for index, row in enumerate([names, *rows, ["Total", "", "330,00 €"]]):
        drawn += [text(x, 103 + index * ROW, one, bold=not index) for x, one in zip((52, 200, 440), row, strict=True)]
    [read] = found(drawn)
    assert texts(read)[:4] == [names, *rows]


def test_row_that_no_shade_parts_from_the_names_over_it_is_no_header(found):
    names = [text(x, 100, name, "retenu", bold=True) for x, name in zip(COLUMNS, HEADER, strict=True)]
    bands = [fill(LEFT, top, RIGHT, top + ROW, 0.9) for top in (136, 136 + 2 * ROW)]
    [read] = found([*bands, *names, *words(ROWS[:1], 119), *words(ROWS[1:4], 136)])
    assert texts(read) == [[f"{name} retenu" for name in HEADER], *ROWS[:4]]
    assert read.header_rows == 1


def test_title_over_rows_whose_rules_end_elsewhere_parts_two_tables(found):
    """The second table prints no names of columns: its first row has figures."""

    def pieces(y: float, ends: Sequence[float]) -> list[Drawn]:
        return [rule(a, y, b, y) for a, b in pairwise(ends)]

    def drawn(rows: Sequence[Sequence[str]], top: float, ends: Sequence[float]) -> list[Drawn]:
        cells = [
            text(x + 3, top + 3 + n * ROW, one)
            for n, row in enumerate(rows)
            for x, one in zip(ends[:-1], row, strict=True)
        ]
        return [*cells, *(one for n in range(len(rows) + 1) for one in pieces(top + n * ROW, ends))]

    top = drawn([HEADER, *ROWS[:3]], 100, (50, 210, 330, 430, 520))
    second = drawn([["Fanfare", "Bor", "Bal", "90,00 €"], *ROWS[3:]], 195, (50, 180, 290, 450, 520))
    one, two = found([*top, text(LEFT, 175, "Sport", bold=True), *second])
    assert texts(one) == [HEADER, *ROWS[:3]]
    assert texts(two)[0] == ["Fanfare", "Bor", "Bal", "90,00 €"]


def test_white_cell_under_one_merged_over_a_band_begins_where_its_text_does(found):
    """The name of the first two rows is white beside the band of the second: no shade parts it from the next name."""
    rows = [
        ["Foyer rural", "Bor", "Fête", "800,00 €"],
        ["", "", "Stage", "90,00 €"],
        ["Harmonie de Sore", "Sore", "Concert", "50,00 €"],
        ["Judo-club", "Bor", "Tournoi", "40,00 €"],
        ["Amis du lac", "Sore", "Visite", "30,00 €"],
        ["Chorale", "Bor", "Messe", "20,00 €"],
    ]
    top = 100 + ROW
    shaded = [(1, 325), (3, LEFT), (5, LEFT)]
    bands = [fill(LEFT, 100, RIGHT, top)]
    for place, left in shaded:
        ends = [x for x in (LEFT, 195, 325, 435, RIGHT) if x >= left]
        bands += [fill(a, top + place * ROW, b, top + (place + 1) * ROW) for a, b in pairwise(ends)]
    [read] = found([*bands, *words([HEADER, *rows], 100, bold_rows=[0])])
    assert texts(read)[1:5] == [rows[0], [*rows[0][:2], *rows[1][2:]], *rows[2:4]]


def test_bands_of_other_columns_under_a_title_are_another_table(found):
    """White alone parts the title and the names, which the rhythm of the rows would make rows of the first table."""

    def bands(top: float, places: Sequence[int], ends: Sequence[float]) -> list[Drawn]:
        return [fill(a, top + n * ROW, b, top + (n + 1) * ROW) for n in places for a, b in pairwise(ends)]

    def cells(rows: Sequence[Sequence[str]], top: float, starts: Sequence[float]) -> list[Drawn]:
        return [
            text(x + 2, top + 3 + n * ROW, one, bold=not n)
            for n, row in enumerate(rows)
            for x, one in zip(starts, row, strict=True)
        ]

    one, other = (LEFT, 210.0, 330.0, 430.0), (LEFT, 170.0, 300.0, 430.0)
    second = [["Structure", "Ville", "Projet", "Montant 2022"], *reversed(ROWS)]
    top = [*bands(100, [1, 3, 5], [*one, RIGHT]), *cells([HEADER, *ROWS], 100, one)]
    foot = 100 + 7 * ROW
    title = text(52, foot + 8, "Culture", bold=True)
    below = [*bands(foot + 27, [1, 3, 5], [*other, RIGHT]), *cells(second, foot + 27, other)]
    first, last = found([*top, title, *below])
    assert texts(first)[:7] == [HEADER, *ROWS]
    assert texts(last) == second


def test_bands_of_a_header_and_a_heading_leave_no_row_under_them_out(found):
    heading = ["Vie locale", "", "", "19 835,00 €"]
    bands = [fill(LEFT, 100 + index * ROW, RIGHT, 100 + (index + 1) * ROW, 0.9) for index in (0, 1)]
    [read] = found([*bands, *words([HEADER, heading, *ROWS], 100, bold_rows=[0, 1])])
    assert texts(read)[2:] == ROWS


def test_bands_of_headings_and_totals_alone_part_no_rows(found):
    """Rows with no shade of their own, over a band and between two: white parts them all."""
    sums = [["Sous-total", "", "", "14 435,00 €"], ["Sous-total", "", "", "400,00 €"], ["Total", "", "", "14 835,00 €"]]
    heads = [HEADER, ["Culture", "", "", ""], ["Sport", "", "", ""], *sums]
    waiting = [*ROWS[1][:3], "en attente"]
    rows = [*heads[:2], ROWS[0], waiting, *ROWS[2:4], waiting, sums[0], heads[2], ROWS[4], *sums[1:]]
    marked = [index for index, row in enumerate(rows) if row in heads]
    bands = [fill(LEFT, 100 + index * ROW, RIGHT, 100 + (index + 1) * ROW, 0.9) for index in marked]
    [read] = found([*bands, *words(rows, 100, bold_rows=marked)])
    assert texts(read) == rows


def test_name_over_two_columns_is_one_of_the_names_over_shaded_rows(found):
    over = [text(COLUMNS[0], 87, "Operateur", bold=True), text(COLUMNS[1], 87, "Action", bold=True)]
    over.append(text(395, 87, "Subvention attribuee", bold=True))
    rows = [["", "", "Exercice 2022", "Exercice 2023"], *([row[0], row[2] or "-", "150,00 €", row[3]] for row in ROWS)]
    bands = [fill(LEFT, 100 + index * ROW, RIGHT, 100 + (index + 1) * ROW, 0.9) for index in (1, 3, 5)]
    [read] = found([*over, *bands, *words(rows, 100, bold_rows=[0])])
    assert [cell for cell in texts(read)[0] if cell] == [
        "Operateur",
        "Action",
        "Subvention attribuee",
        "Subvention attribuee",
    ]
    assert texts(read)[-len(ROWS) :] == rows[1:]


def test_name_that_overflows_its_cell_leaves_the_amount_its_own(found):
    sides = (LEFT, 200.0, 330.0, 430.0, RIGHT)
    pieces = [
        rule(start + 1, 100 + level * ROW, end - 1, 100 + level * ROW)
        for level in range(len(ROWS) + 2)
        for start, end in pairwise(sides)
    ]
    overflowing = [text(332, 100 + 3 + 3 * ROW, "Fete vendangeuse-et-vigneronne"), text(488, 151, "900 €")]
    written = [HEADER, *ROWS[:2], [*ROWS[2][:2], "", ""], *ROWS[3:]]
    [read] = found([*pieces, *words(written, 100, bold_rows=[0]), *overflowing])
    assert texts(read)[3] == [*ROWS[2][:2], "Fete vendangeuse-et-vigneronne", "900 €"]


def test_text_around_the_rules_stays_outside(found):
    before = [
        rule(LEFT, 30, RIGHT, 30),
        text(LEFT, 60, "La commission approuve les aides suivantes, versees en une fois aux operateurs retenus."),
        text(LEFT, 85, "Annexe 1"),
    ]
    after = [
        text(LEFT, 220, "Le total de ces aides est impute au budget de la culture et des sports de l'annee."),
        rule(LEFT, 780, RIGHT, 780),
        text(280, 785, "- 1 -"),
    ]
    [read] = found([*before, *ruled([HEADER, *ROWS], 100, bold_rows=[0]), *after])
    assert texts(read) == [HEADER, *ROWS]
    assert read.title == "Annexe 1"


def test_sum_alone_on_the_last_row_is_a_row(found):
    [read] = found(ruled([HEADER, *ROWS, ["", "", "", "19 835,00 €"]], 100, bold_rows=[0]))
    assert texts(read)[-1] == ["", "", "", "19 835,00 €"]


def test_group_across_the_columns_is_one_cell(found):
    group = [text(140, 100 + 3 * ROW + 3, "Les aides aux communes du plateau et de la vallee")]
    rows = [HEADER, *ROWS[:2], [""] * 4, *ROWS[2:]]
    [read] = found([*ruled(rows, 100, bold_rows=[0]), *group])
    assert texts(read)[3] == ["Les aides aux communes du plateau et de la vallee"] * 4
    assert texts(read)[4:] == ROWS[2:]


def test_pieces_of_rule_tell_the_columns_and_the_merged_cells(found):
    sides = [LEFT, 195.0, 325.0, 435.0, RIGHT]
    rows = [
        HEADER,
        ["Sante", "Beyrac", "Bilan", "1,00 €"],
        ["", "Lussac", "Soins", "2,00 €"],
        ["Sport", "Bor", "Jeu", "3,00 €"],
    ]
    drawn = words(rows, 100, bold_rows=[0])
    for level in range(len(rows) + 1):
        first = 1 if level == 2 else 0  # under the first row the first column goes on
        y = 100 + level * ROW
        drawn += [rule(x0, y, x1, y) for x0, x1 in zip(sides[first:], sides[first + 1 :], strict=False)]
    [read] = found(drawn)
    assert [cells[0] for cells in texts(read)] == ["Operateur", "Sante", "Sante", "Sport"]


def test_rule_left_out_of_a_column_merges_its_cells_beside_columns_that_white_shows(found):
    groups = [
        ["Sante", *ROWS[0][1:]],
        ["", *ROWS[1][1:]],
        ["", *ROWS[2][1:]],
        ["Sport", *ROWS[3][1:]],
        ["", *ROWS[4][1:]],
    ]
    drawn = words([HEADER, *groups], 100, bold_rows=[0])
    starts = [LEFT, LEFT, 195.0, 195.0, LEFT, 195.0, LEFT]
    drawn += [rule(start, 100 + level * ROW, RIGHT, 100 + level * ROW) for level, start in enumerate(starts)]
    [read] = found(drawn)
    assert [cells[0] for cells in texts(read)] == ["Operateur", "Sante", "Sante", "Sante", "Sport", "Sport"]
    assert [cells[1:] for cells in texts(read)[1:]] == [row[1:] for row in groups]


def test_shades_of_subtotals_alone_do_not_tell_the_columns(found):
    rows = [HEADER, ["", "", "", "14 345,00 €"], *ROWS[:3], ["", "", "", "490,00 €"], *ROWS[3:]]
    cells = [(LEFT, 435.0), (435.0, RIGHT)]
    shades = [fill(x0, 100 + n * ROW, x1, 100 + (n + 1) * ROW, 0.9) for n in (1, 5) for x0, x1 in cells]
    labels = [text(52, 103 + n * ROW, "Aides aux associations du canton de Beyrac") for n in (1, 5)]
    [read] = found([*shades, *rules(len(rows) + 1, 100), *words(rows, 100, bold_rows=[0]), *labels])
    assert [row for row in texts(read) if row[3] not in ("14 345,00 €", "490,00 €")] == [HEADER, *ROWS]


def test_names_centred_in_the_white_beside_their_texts_head_each_its_column(found):
    places = (90.0, 250.0, 345.0, 450.0)
    names = [text(x, 103, name, bold=True) for x, name in zip(places, ["Tiers", "Ville", "Objet", "Vote"], strict=True)]
    rows = [["CCAS", *row[1:]] for row in ROWS]
    [read] = found([*rules(len(ROWS) + 2, 100), *names, *words(rows, 100 + ROW)])
    assert texts(read) == [["Tiers", "Ville", "Objet", "Vote"], *rows]


def test_name_set_wide_in_the_white_beside_its_texts_is_not_parted(found):
    wide = 0.8 * SIZE
    ends = 90 + stringWidth("Nom", "Helvetica-Bold", SIZE)
    names = [text(90, 103, "Nom", bold=True), text(ends + wide, 103, "propre", bold=True)]
    names += [text(x, 103, name, bold=True) for x, name in zip(COLUMNS[1:], HEADER[1:], strict=True)]
    rows = [["CCAS", *row[1:]] for row in ROWS]
    [read] = found([*rules(len(ROWS) + 2, 100), *names, *words(rows, 100 + ROW)])
    assert texts(read) == [["Nom propre", *HEADER[1:]], *rows]


def test_shades_behind_the_names_tell_the_columns_on_each_page(found):
    short = [["CCAS", "Bor", "Atelier", "1,00 €"], ["Foyer", "Bor", "Jeu", "2,00 €"]]
    sides = [LEFT, 195.0, 325.0, 435.0, RIGHT]
    shades = [fill(x0, 100, x1, 100 + ROW, 0.9) for x0, x1 in zip(sides, sides[1:], strict=False)]
    parts = [[*shades, *ruled([HEADER, *rows], 100, bold_rows=[0])] for rows in (ROWS, short)]
    [wide] = found(parts[0])
    [narrow] = found(parts[1])
    edges = [[round(cell.x0, 2) for cell in table.grid[1] if cell] for table in (wide, narrow)]
    assert edges[0] == edges[1]


def test_shade_behind_a_name_over_two_columns_leaves_them_two(found):
    names = [["Operateur", "Commune", "", ""], ["", "", "Demande", "Vote"]]
    rows = [[row[0], row[1] or "Bor", "2 500,00 €", row[3]] for row in ROWS]
    shades = [fill(x0, 100, x1, 100 + ROW, 0.9) for x0, x1 in [(LEFT, 195.0), (195.0, 325.0), (325.0, RIGHT)]]
    over = text(380, 103, "Subvention", bold=True)
    [read] = found([*shades, *ruled([*names, *rows], 100, bold_rows=[0, 1]), over])
    assert texts(read)[2:] == rows


def test_table_goes_on_over_pages_with_columns_seen_on_all(found):
    # The second page has no commune: alone, it would lack a column.
    second = [
        ["Batterie", "", "Defile", "10,00 €"],
        ["Chorale", "", "Concert", "20,00 €"],
        ["Moto club", "", "Rallye", "30,00 €"],
    ]
    [read] = found(ruled([HEADER, *ROWS], 640, bold_rows=[0]), ruled(second, 60))
    assert texts(read) == [HEADER, *ROWS, *second]


def test_underlined_headings_are_no_table(found):
    headings = [
        drawn
        for index, title in enumerate(
            ("Article 1 : objet", "Article 2 : duree", "Article 3 : montant", "Article 4 : suivi")
        )
        for drawn in (
            text(LEFT, 100 + 60 * index, title),
            rule(LEFT, 111 + 60 * index, LEFT + 80, 111 + 60 * index),
            text(LEFT, 125 + 60 * index, "Le present article fixe les conditions dans lesquelles la commune agit."),
        )
    ]
    assert found(headings) == ()


def test_boxed_header_and_the_rows_under_it_are_one_table(found):
    sides = [LEFT, 195.0, 325.0, 435.0, RIGHT]
    box = [rule(x, 100, x, 100 + ROW) for x in sides] + rules(2, 100)
    body = [rule(LEFT, 100 + index * ROW, RIGHT, 100 + index * ROW) for index in range(2, len(ROWS) + 2)]
    [read] = found([*box, *body, *words([HEADER, *ROWS], 100)])
    assert texts(read) == [HEADER, *ROWS]
    assert read.header_rows == 1


def test_name_printed_upwards_brings_the_names_beside_it_to_the_first_rule(found):
    def upwards(canvas):
        canvas.translate(400, PAGE[1] - 98)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Participants")

    header = [text(x, 40, name, bold=True) for x, name in zip(COLUMNS, HEADER, strict=True)]
    [read] = found([*header, upwards, *ruled(ROWS, 100)])
    assert texts(read)[0] == ["Operateur", "Commune", "Action Participants", "Montant 2022"]
    assert read.header_rows == 1


def test_row_cut_by_the_page_goes_on_over_the_first_rule_of_the_next(found):
    cut = ["Batterie", "Bor", "Concert et bal de", "10,00 €"]
    first = ruled([HEADER, *ROWS, cut], 600, less=1, bold_rows=[0])
    second = [text(COLUMNS[2], 53, "la fete"), *rules(4, 66), *words(ROWS[:3], 66)]
    [read] = found(first, second)
    assert texts(read)[7] == ["Batterie", "Bor", "Concert et bal de la fete", "10,00 €"]
    assert texts(read)[8:] == ROWS[:3]


def banded(rows: Sequence[Sequence[str]], top: float, shaded: Sequence[int], *, row: float = ROW) -> list[Drawn]:
    """Rows without any rule, some of them on a shade."""
    bands = [fill(LEFT, top + index * row, RIGHT, top + (index + 1) * row) for index in shaded]
    return [*bands, *words(rows, top)]


def test_white_rows_that_follow_each_other_between_shaded_bands_are_rows_of_their_own(found):
    rows = [HEADER, *ROWS[:2], ["Total", "", "", "13 145,00 €"], ["Sport", "", "", ""], *ROWS[2:6], *ROWS[:3]]
    [read] = found(banded(rows, 100, shaded=[0, 1, 6, 8, 10]))
    assert texts(read) == rows


def test_white_rows_over_the_first_band_and_under_the_last_one_are_rows_of_the_table(found):
    rows = [HEADER, ["Culture", "", "", ""], *ROWS, ["Total", "", "", "13 145,00 €"], ["Sport", "", "", ""], ROWS[0]]
    [read] = found([*banded(rows, 100, shaded=[3, 5, 7]), text(LEFT, 100 + 13 * ROW, "Le President")])
    assert texts(read) == rows


def test_lines_of_one_cell_between_shaded_bands_are_one_row(found):
    rows = [HEADER, *ROWS]
    drawn = banded(rows, 100, shaded=[0, 1, 3, 5])
    # The second row prints a second line nearer to the first than two rows are, and pushes nothing down.
    [read] = found([*drawn, text(COLUMNS[0], 100 + 2 * ROW + 10.5, "intercommunal")])
    assert len(read.grid) == len(rows)
    assert read.grid[2][0].text == "Foyer rural intercommunal"


def test_last_band_alone_on_the_next_page_is_a_row_of_its_table(found):
    end = [["Total", "", "", "13 145,00 €"], ["Harmonie", "Beyrac", "Concert", "300,00 €"]]
    [read] = found(banded([HEADER, *ROWS], 100, shaded=[0, 1, 3, 5]), banded([*end, *end], 100, shaded=[1]))
    assert texts(read) == [HEADER, *ROWS, *end, *end]


def test_prose_between_two_tables_of_shaded_rows_parts_them(found):
    prose = [
        text(LEFT, 100 + 7 * ROW + 14, "Apres en avoir delibere, la commission decide :"),
        text(LEFT, 100 + 7 * ROW + 34, "Article 1 - D'attribuer les subventions du tableau ci-apres."),
    ]
    first, second = found(
        [*banded([HEADER, *ROWS], 100, shaded=range(7)), *prose, *banded([HEADER, *ROWS], 270, shaded=range(7))]
    )
    assert texts(first) == texts(second) == [HEADER, *ROWS]


def test_sentences_part_a_table_from_a_list_whose_first_row_has_no_shade(found):
    prose = ["Apres en avoir delibere, la commission decide :", "Article 1 - D'attribuer les aides qui suivent."]
    drawn = [text(LEFT, 100 + 7 * ROW + 14 + 20 * n, line) for n, line in enumerate(prose)]
    first, second = found([*ruled([HEADER, *ROWS], 100), *drawn, *banded(ROWS, 270, shaded=[1, 3, 5])])
    assert texts(first) == [HEADER, *ROWS]
    assert texts(second) == ROWS


def test_tables_side_by_side_whose_rows_are_level_are_two_over_another_one(found):
    def pairs(left: float, names: Sequence[str]) -> list[Drawn]:
        drawn: list[Drawn] = [rule(left, 100 + n * ROW, left + 200, 100 + n * ROW) for n in range(len(names) + 1)]
        for n, name in enumerate(names):
            drawn += [
                text(left + 2, 103 + n * ROW, name),
                text(left + 140, 103 + n * ROW, f"{n}50,00" if n else "Aide"),
            ]
        return drawn

    left = pairs(LEFT, ["Destinataire", "Harmonie", "Judo", "Chorale", "Tennis"])
    right = pairs(RIGHT - 200, ["Structure", "Foyer", "Boules", "Aviron", "Echecs"])
    tables = found([*left, *right, text(LEFT, 210, "Les tarifs", size=12), *ruled([HEADER, *ROWS], 240)])
    assert [table.grid[0][0].text for table in tables] == ["Destinataire", "Structure", "Operateur"]


def test_the_first_rule_of_a_table_close_under_two_side_by_side_widens_neither(found):
    """Its pieces end under the second of them, its title just over it."""
    names = (
        ["Destinataire", "Harmonie", "Judo", "Chorale", "Tennis"],
        ["Structure", "Foyer", "Boules", "Aviron", "Echecs"],
    )
    rows = [[[name, f"{n}50,00 €" if n else "Aide"] for n, name in enumerate(own)] for own in names]
    lists: list[Drawn] = []
    for left, top, own in ((LEFT, 92, rows[0]), (RIGHT - 200, 100, rows[1])):
        for y, (name, amount) in zip(count(top, ROW), own, strict=False):
            lists += [fill(left, y, left + 138, y + 15), text(left + 2, y + 3, name)]
            lists += [fill(left + 139, y, left + 200, y + 15), text(left + 141, y + 3, amount)]
    prices = table(LEFT, 200, [310, 160], [["Salle", "Prix"], ["Mairie", "12 €"]])
    left, right, _ = found([*lists, text(LEFT, 189, "Les tarifs"), prices])
    assert texts(left) == rows[0]
    assert texts(right) == rows[1]


def test_ruled_rows_in_thousands_are_no_header_of_the_table_under_them(found):
    names = ["Beneficiaire", "Montant en k€"]
    rows = [("Villelune", "48,6"), ("Roquebrac", "35,6"), ("Lussanges", "1,4"), ("Pontravel", "32,8")]
    top, foot = 100.0, 100.0 + 5 * ROW
    frame = [rule(LEFT, y, RIGHT, y) for y in (top, top + ROW, foot)]
    frame += [rule(x, top, x, foot) for x in (LEFT, 330.0, RIGHT)]
    cells = [
        text(x, top + 3 + n * ROW, content)
        for n, row in enumerate([names, *rows])
        for x, content in zip((52, 440), row, strict=True)
    ]
    tables = found([*frame, *cells, text(LEFT, foot + 20, "Indemnites"), *ruled([HEADER, *ROWS], foot + 40)])
    assert [len(table.grid) for table in tables] == [5, 7]


def flush_right(x: float, y: float, content: str, size: float = 9.0) -> Drawn:
    return text(x - stringWidth(content, "Helvetica", size), y, content, size=size)


def spreadsheet_rows(top: float) -> list[Drawn]:
    """Figures flush right in one column, words flush left just behind them, as spreadsheets set them; bands behind."""
    rows = [("Foyer rural", "12 000,00", "Favorable"), ("Harmonie", "300,00", "Refus"), ("Tennis", "1 200,00", "Avis")]
    drawn: list[Drawn] = []
    for place, (name, asked, said) in enumerate([*rows, *rows, *rows]):
        y = top + place * ROW
        drawn += [fill(LEFT, y, RIGHT, y + ROW, shade=0.9)] if place % 2 else []
        drawn += [text(52, y + 3, name), flush_right(300, y + 3, asked), text(302, y + 3, said)]
        drawn += [flush_right(500, y + 3, "300,00")]
    return drawn


def test_figures_that_end_where_words_begin_are_of_two_columns(found):
    header = [text(52, 84, "Association"), text(240, 84, "Demande"), text(302, 84, "Avis"), text(440, 84, "Vote")]
    [read] = found([*header, rule(LEFT, 98, RIGHT, 98), *spreadsheet_rows(100)])
    assert texts(read)[1] == ["Foyer rural", "12 000,00", "Favorable", "300,00"]


def test_names_wider_than_their_figures_head_them(found):
    names = [text(52, 84, "Association"), text(225, 84, "Montant demande"), text(302, 84, "Avis")]
    header = [*names, text(430, 84, "Montant vote")]
    [read] = found([*header, rule(LEFT, 98, RIGHT, 98), *spreadsheet_rows(100)])
    assert texts(read)[0] == ["Association", "Montant demande", "Avis", "Montant vote"]


def test_total_over_the_next_table_gives_it_no_names(found):
    total = [text(52, 84, "Total"), text(225, 84, "314 240,00"), text(302, 84, "9"), text(430, 84, "302 551,25")]
    [read] = found([*total, rule(LEFT, 98, RIGHT, 98), *spreadsheet_rows(100)])
    assert "Total" not in [cell for row in texts(read)[1:] for cell in row]


def test_prose_over_names_that_no_rule_closes_parts_two_tables(found):
    first = ruled([HEADER, *ROWS[:3]], 100)
    prose = [text(LEFT, 178, "Apres en avoir delibere, la commission decide :"), text(LEFT, 196, "Tableau des aides")]
    second = ruled([HEADER, *ROWS], 214, first=1)
    tables = found([*first, *prose, *second])
    assert [len(table.grid) for table in tables] == [4, 7]


def test_prose_set_in_the_white_of_the_rows_over_a_table_is_no_row(found):
    # Short words run across no side.
    prose = ["Y a-t-il a y voir " * 6, "Objet : soutien", "a y a " * 15]
    drawn = [text(LEFT, 103 + place * ROW, content) for place, content in enumerate(prose)]
    [read] = found([*drawn, *banded([HEADER, *ROWS], 100 + len(prose) * ROW, shaded=[2, 4, 6])])
    assert texts(read) == [HEADER, *ROWS]


def test_rate_just_behind_the_figures_of_a_column_is_of_the_next_one(found):
    rows = [("Foyer rural", "12 000,00", "20 %"), ("Harmonie", "1 300,00", "30 %"), ("Tennis", "51 200,00", "20 %")] * 3
    drawn: list[Drawn] = [
        text(52, 84, "Association"),
        text(240, 84, "Cout"),
        text(302, 84, "Taux"),
        text(440, 84, "Aide"),
    ]
    for place, (name, cost, rate) in enumerate(rows):
        y = 100 + place * ROW
        drawn += [fill(LEFT, y, RIGHT, y + ROW, shade=0.9)] if place % 2 else []
        drawn += [text(52, y + 3, name), flush_right(300, y + 3, cost), text(302, y + 3, rate)]
        drawn += [flush_right(500, y + 3, "300,00")]
    [read] = found([*drawn, rule(LEFT, 98, RIGHT, 98)])
    assert texts(read)[1] == ["Foyer rural", "12 000,00", "20 %", "300,00"]


def test_name_over_two_columns_of_the_first_band_heads_the_one_that_it_leaves_white(found):
    rows = [["Bor", "Ecole", "Travaux", "300,00"], ["Sore", "Voirie", "Route", "12 000,00"]] * 4
    drawn = words([["Commune", "Nature", "Objet", ""], *rows], 100)
    drawn += [text(415, 103, "Subvention accordee"), text(LEFT, 88, "Fonds d'aide 1re repartition", bold=True)]
    bands = [fill(LEFT, 100 + place * ROW, RIGHT, 100 + (place + 1) * ROW) for place in (0, 2, 4, 6, 8)]
    [read] = found([*bands, *drawn])
    assert texts(read)[0] == ["Commune", "Nature", "Objet", "Subvention accordee"]


def test_total_and_the_heading_under_it_in_one_colour_are_two_rows(found):
    rows = [
        ["Canton A", "", "", ""],
        *ROWS[:2],
        ["Sous-total", "", "", "13 145,00"],
        ["Canton B", "", "", ""],
        *ROWS[:4],
    ]
    drawn = words([HEADER, *rows], 100)
    bands = [fill(LEFT, 100 + place * ROW, RIGHT, 100 + (place + 1) * ROW) for place in (0, 1, 3, 7, 9)]
    [read] = found([*bands, fill(LEFT, 100 + 4 * ROW, RIGHT, 100 + 6 * ROW), *drawn])
    assert texts(read)[4:6] == [["Sous-total", "", "", "13 145,00"], ["Canton B", "", "", ""]]


def test_titles_larger_than_the_rows_part_two_tables_set_close(found):
    titles = [text(LEFT, 223, "Autres aides", bold=True, size=12), text(LEFT, 240, "Liste", bold=True, size=12)]
    first, second = banded([HEADER, *ROWS], 100, shaded=range(7)), banded([HEADER, *ROWS], 258, shaded=range(7))
    assert [texts(table) for table in found([*first, *titles, *second])] == [[HEADER, *ROWS], [HEADER, *ROWS]]


def test_last_row_in_the_white_of_the_others_may_run_over_a_side(found):
    group = [["Sport", "", "", ""], ROWS[0], ["Total", "", "", "12 345,00 €"]]
    rows = [HEADER, *group * 3, ["Culture", "", "", ""], *ROWS, *ROWS[:4]]
    [read] = found(banded(rows, 100, shaded=[0, 1, 3, 4, 6, 7, 9, 10]))
    assert texts(read) == rows


def test_title_over_names_with_a_number_parts_two_tables(found):
    names = [*HEADER[:3], "Avenant n° 1"]
    title = text(LEFT, 107 + 7 * ROW, "Tableau n° 2", bold=True, size=11)
    first, second = found(
        [*banded([HEADER, *ROWS], 100, shaded=range(7)), title, *banded([names, *ROWS], 250, shaded=range(7))]
    )
    assert texts(second)[0] == names


def test_underlined_labels_of_articles_bound_no_row(found):
    x, ends = COLUMNS[0], [stringWidth(label, "Helvetica", 9) for label in ("Article 1", "Article 1 er")]
    said = "une aide de 500 euros est versee a l'association Passerelles pour l'annee."
    lines = [text(x, 100 + n * 18, f"Article {n} {'er ' if n == 1 else ''}: {said}") for n in range(1, 5)]
    drawn = [rule(x, 118 + 9, x + ends[0], 118 + 9), rule(x + ends[0], 118 + 9, x + ends[1], 118 + 9)]
    drawn += [rule(x, 100 + n * 18 + 9, x + ends[0], 100 + n * 18 + 9) for n in range(2, 5)]
    assert found([*lines, *drawn]) == ()


def test_heading_over_a_row_between_two_rules_is_a_row_of_its_own(found):
    rows = [HEADER, *ROWS[:2], ["", "", "", ""], *ROWS[2:]]
    drawn = words(rows, 100, bold_rows=[0])
    levels = [rule(LEFT, 100 + ROW * index, RIGHT, 100 + ROW * index) for index in range(len(rows) + 1) if index != 4]
    [read] = found([*levels, *drawn, text(COLUMNS[0], 103 + 3 * ROW, "Associations de la vallee", bold=True)])
    assert [row[0] for row in texts(read)][3] == "Associations de la vallee"
    assert texts(read)[4:] == ROWS[2:]


def test_total_and_heading_over_a_row_between_two_rules_are_rows_of_their_own(found):
    rows = [HEADER, *ROWS[:2], ["", "", "", ""], ["", "", "", ""], *ROWS[2:]]
    levels = [rule(LEFT, 100 + ROW * n, RIGHT, 100 + ROW * n) for n in range(len(rows) + 1) if n not in (4, 5)]
    lines = (("Total A", 3), ("Associations de la vallee", 4))
    bold = [text(COLUMNS[0], 103 + place * ROW, words, bold=True) for words, place in lines]
    total = text(COLUMNS[-1], 103 + 3 * ROW, "1 250,00 €", bold=True)
    [read] = found([*levels, *words(rows, 100, bold_rows=[0]), *bold, total])
    assert texts(read)[3][-1] == "1 250,00 €"
    assert [row[0] for row in texts(read)][3:5] == ["Total A", "Associations de la vallee"]
    assert texts(read)[5:] == ROWS[2:]


def test_ruled_tables_between_shaded_bands_are_tables_of_their_own(found):
    """Sheets: two bands name who receives and where, a ruled table under them says how much, and so for each."""
    head, widths = ["Lieu", "Objet", "Subvention"], [150, 200, RIGHT - LEFT - 350]
    tops, sides = [100 + 60 * number for number in range(4)], [(LEFT,), (430,), (RIGHT,)]
    bands = [fill(*x, y, *end, y + 14) for top in tops for y in (top, top + 14) for x, end in pairwise(sides)]
    names = [text(LEFT + 4, top + 3, row[0], bold=True) for top, row in zip(tops, ROWS, strict=False)]
    streets = [text(LEFT + 4, top + 17, "12 rue des Ecoles et du Pont, 35100 Pontravel") for top in tops]
    codes = [text(450, top + 3, "2031", f"D35{top}") for top in tops]
    sheets = [table(LEFT, top + 28, widths, [head, row[1:]]) for top, row in zip(tops, ROWS, strict=False)]
    read = [texts(one) for one in found([*bands, *names, *streets, *codes, *sheets])]
    assert [one for one in read if one[0] == head] == [[head, row[1:]] for row in ROWS[:4]]


def test_bold_name_over_its_address_in_every_row_stays_the_name_of_the_row(found):
    drawn = [rule(LEFT, 100 + 2 * ROW * index, RIGHT, 100 + 2 * ROW * index) for index in range(len(ROWS) + 1)]
    for index, row in enumerate(ROWS):
        top = 103 + 2 * ROW * index
        drawn += [text(COLUMNS[0], top, row[0], bold=True), text(COLUMNS[0], top + 12, "rue du Pont")]
        drawn += [text(x, top + 12, content) for x, content in zip(COLUMNS[1:], row[1:], strict=True)]
    [read] = found(drawn)
    assert [row[0] for row in texts(read)] == [f"{row[0]} rue du Pont" for row in ROWS]


def test_names_that_share_a_name_over_a_short_rule_are_told_with_it(found):
    """Under a title, « Montant » over two years: the rule between them is shorter than those of rows."""
    columns = (52.0, 190.0, 290.0, 410.0, 470.0)
    places = [*((x, 121) for x in columns[:3]), (435, 121), (410, 137), (470, 137)]
    names = ["Operateur", "Commune", "Action", "Montant", "2022", "2023"]
    heads = [text(*place, name, bold=True) for place, name in zip(places, names, strict=True)]
    rows = [[*row[:3], "450 €", "900 €"] for row in ROWS]
    cells = [
        (x, 151 + index * ROW, cell) for index, row in enumerate(rows) for x, cell in zip(columns, row, strict=True)
    ]
    levels = [rule(LEFT, y, RIGHT, y) for y in (100, 116, *(148 + index * ROW for index in range(len(rows) + 1)))]
    title = text(220, 103, "Aides aux projets")
    [read] = found([title, *heads, rule(405, 132, RIGHT, 132), *starmap(text, cells), *levels])
    shared, years = texts(read)[read.header_rows - 2 : read.header_rows]
    assert shared == ["Operateur", "Commune", "Action", "Montant", "Montant"]
    assert years == ["Operateur", "Commune", "Action", "2022", "2023"]


def test_name_over_a_short_rule_is_shared_without_a_rule_over_it(found):
    columns = (52.0, 190.0, 270.0, 340.0, 440.0)
    names = ["Operateur", "Commune", "Rappel", "Fonctionnement", "Total"]
    heads = [text(x, 119, name, bold=True) for x, name in zip(columns, names, strict=True)]
    rows = [[*row[:2], "450 €", "900 €", "900 €"] for row in ROWS]
    cells = [(x, 135 + n * ROW, cell) for n, row in enumerate(rows) for x, cell in zip(columns, row, strict=True)]
    levels = [rule(LEFT, 132 + n * ROW, RIGHT, 132 + n * ROW) for n in range(len(rows) + 1)]
    shared = [text(396, 103, "Aide 2022", bold=True), rule(335, 116, RIGHT, 116)]
    [read] = found([*heads, *shared, *starmap(text, cells), *levels])
    assert texts(read)[:2] == [[*names[:3], "Aide 2022", "Aide 2022"], names]


def test_sentence_under_the_last_level_is_none_of_its_totals(found):
    said = text(LEFT + 4, 100 + ROW * (len(ROWS) + 1) + 3, "Ensemble, les associations recevront 19 835 € en 2031.")
    [read] = found([*ruled([HEADER, *ROWS], 100, bold_rows=[0]), said])
    assert texts(read) == [HEADER, *ROWS]


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_names_as_near_as_words_are_told_by_the_pieces_of_rule_around_them(found, share):
    def flush(x: float, y: float, content: str) -> Drawn:
        return text(x - stringWidth(content, "Helvetica", SIZE), y, content)

    names = ["Cout du projet", "Demande 2031", "Vote 2031"]
    widths = [stringWidth(name, "Helvetica", SIZE) + 0.38 * SIZE for name in names]
    ends = [300.0, 300.0 + widths[1], 300.0 + widths[1] + widths[2]]
    rows = [[f"Amis de {town}", "1 900 €", "550 €", "450 €"] for town in ("Bor", "Sore", "Luzay", "Beyrac")]
    sides = [LEFT, 230.0, *(end + 0.19 * SIZE for end in ends)]
    drawn = [rule(x0, 100 + row * ROW, x1, 100 + row * ROW) for row in range(6) for x0, x1 in pairwise(sides)]
    for index, (name, *cells) in enumerate([["Association", *names], *rows]):
        y = 103 + index * ROW
        inside = 0.0 if index == 0 else share
        places = [x - inside * width for x, width in zip(ends, [20.0, *widths[1:]], strict=True)]
        drawn += [text(90, y, name), *(flush(x, y, cell) for x, cell in zip(places, cells, strict=True))]
    [read] = found(drawn)
    assert texts(read) == [["Association", *names], *rows]
