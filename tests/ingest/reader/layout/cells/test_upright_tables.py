"""Tables with strokes between their columns and none between their rows, headings breaking the strokes."""

from collections.abc import Sequence

from tests.ingest.reader.drawn_pdfs import Drawn, rule, table, text
from tests.ingest.reader.shown import texts

HEADER = ["Bénéficiaire", "Objet", "Montant"]
SIDES = (50.0, 230.0, 400.0, 500.0)
ROW = 16.0


def upright(rows: Sequence[Sequence[str]], *, broken: Sequence[int] = (), bold: Sequence[int] = ()) -> list[Drawn]:
    """Rows in a frame, the first over a rule. `broken`: those over which no inner stroke goes; `bold`: their type."""
    foot = 100 + ROW * len(rows)
    drawn = [rule(SIDES[0], y, SIDES[-1], y) for y in (100, 100 + ROW, foot)]
    drawn += [rule(x, 100, x, foot) for x in (SIDES[0], SIDES[-1])]
    for place, row in enumerate(rows):
        top = 100 + ROW * place
        if place not in broken:
            drawn += [rule(x, top, x, top + ROW) for x in SIDES[1:-1]]
        drawn += [text(x + 4, top + 3, cell, bold=place in bold) for x, cell in zip(SIDES, row, strict=False) if cell]
    return drawn


def test_strokes_that_headings_break_part_columns_all_the_way_down(found):
    """The last stroke begins under « Aide », over two columns: none of its pieces goes from rule to rule."""
    rows = [
        ["", "2030", "2031"],
        ["Culture"],
        ["Harmonie", "1 000,00 €", "800,00 €"],
        ["Chorale", "1 000,00 €", "90,00 €"],
        ["Sport"],
        ["Judo-club", "1 000,00 €", "1 200,00 €"],
        ["Aviron", "1 000,00 €", "70,00 €"],
    ]
    _, *drawn = upright(rows, broken=[1, 4])
    over = [rule(SIDES[0], 84, SIDES[-1], 84), *(rule(x, 84, x, 100) for x in (SIDES[0], SIDES[1], SIDES[-1]))]
    names = [text(54, 87, "Association"), text(320, 87, "Aide")]
    [read] = found([*drawn, *over, *names])
    assert [row for row in texts(read, "") if row[2].endswith("€")] == [row for row in rows if row[-1].endswith("€")]


def test_names_over_two_rows_of_a_header_are_parted_from_what_no_rule_keeps_from_them(found):
    rows = [
        ["", "2030", "2031"],
        ["Harmonie", "1 000,00 €", "800,00 €"],
        ["Chorale", "1 000,00 €", "90,00 €"],
        ["Judo-club", "1 000,00 €", "1 200,00 €"],
        ["Aviron", "1 000,00 €", "70,00 €"],
        ["Escrime", "1 000,00 €", "60,00 €"],
    ]
    foot = 100 + ROW * len(rows)
    drawn = [rule(SIDES[0], y, SIDES[-1], y) for y in (84, foot)] + [rule(SIDES[1], 100, SIDES[-1], 100)]
    drawn += [rule(x, 84, x, foot) for x in (SIDES[0], SIDES[1], SIDES[-1])] + [rule(SIDES[2], 100, SIDES[2], foot)]
    names = [text(54, 95, "Association"), text(320, 87, "Aide")]
    for place, row in enumerate(rows):
        names += [text(x + 4, 103 + ROW * place, cell) for x, cell in zip(SIDES, row, strict=False) if cell]
    [read] = found([*drawn, *names])
    assert texts(read, "")[-5:] == rows[1:]


def test_labels_of_sums_stand_level_with_them_in_the_first_column(found):
    header = ["N°", "Bénéficiaire", "Montant"]
    rows = [
        header,
        ["1", "Harmonie", "800,00 €"],
        ["2", "Chorale", "90,00 €"],
        ["Sous-total", "", "890,00 €"],
        ["3", "Judo-club", "10,00 €"],
        ["Sous-total", "", "10,00 €"],
        ["Total", "", "900,00 €"],
    ]
    [read] = found(upright(rows))
    assert texts(read, "") == rows


def test_sums_in_rules_of_their_own_keep_no_rows_together(found):
    rows = [
        HEADER,
        ["Harmonie", "Concert", "800,00 €"],
        ["Chorale", "Voyage", "90,00 €"],
        ["Orgue", "Concert", "10,00 €"],
        ["Piano", "Concert", "ajourné"],
        ["Sous-total", "", "900,00 €"],
        ["Total", "", "900,00 €"],
    ]
    ruled = [rule(SIDES[0], 100 + ROW * place, SIDES[-1], 100 + ROW * place) for place in (5, 6)]
    [read] = found([*upright(rows, bold=[5, 6]), *ruled])
    assert texts(read, "") == rows


def test_sum_carried_over_stands_over_the_first_row_and_not_in_it(found):
    rows = [
        HEADER,
        ["Report", "", "5 800,00 €"],
        ["Idem", "Voyage", "90,00 €"],
        ["Orgue", "Concert", "10,00 €"],
        ["Judo-club", "Tournoi", "20,00 €"],
    ]
    ruled = [rule(SIDES[0], 100 + ROW * place, SIDES[-1], 100 + ROW * place) for place in (3, 4)]
    [read] = found([*upright(rows), *ruled])
    assert texts(read, "") == rows


def test_grants_of_one_cell_with_amounts_in_words_are_rows_each(found):
    drawn = upright([HEADER, *([["", "", ""]] * 2)])
    drawn += [text(54, 119, "Harmonie", "Chorale"), text(234, 119, "Concert", "Voyage")]
    drawn += [text(404, 119, "cent euros (100 €)", "mille euros (1 000 €)")]
    [read] = found(drawn)
    assert texts(read, "")[1:] == [
        ["Harmonie", "Concert", "cent euros (100 €)"],
        ["Chorale", "Voyage", "mille euros (1 000 €)"],
    ]


def test_currency_under_each_figure_is_of_its_line(found):
    foot = 116 + 4 * 24
    drawn = [rule(SIDES[0], y, SIDES[-1], y) for y in (100, 116, foot)] + [rule(x, 100, x, foot) for x in SIDES]
    drawn += [text(x + 4, 103, name) for x, name in zip(SIDES, HEADER, strict=False)]
    rows = [["Harmonie", "Concert"], ["Chorale", "Voyage"], ["Orgue", "Concert"], ["Judo-club", "Tournoi"]]
    for place, row in enumerate(rows):
        top = 118 + 24 * place
        drawn += [text(x + 4, top + 5.5, cell) for x, cell in zip(SIDES, row, strict=False)]
        drawn += [text(404, top, f"{place + 1} 800,00", "€")]
    [read] = found(drawn)
    assert texts(read, "")[1:] == [[*row, f"{place} 800,00 €"] for place, row in enumerate(rows, 1)]


def test_line_that_begins_with_a_word_without_room_above_goes_on(found):
    """Lines of one row stand no closer than rows; a heading, which had room, is a row."""
    rows = [
        HEADER,
        ["Harmonie", "Concert", "800,00 €"],
        ["Union des commerçants et artisans du Vieux", "Voyage", "90,00 €"],
        ["Marché 12"],
        ["Orgue", "Concert", "10,00 €"],
        ["Piano", "Concert", "30,00 €"],
    ]
    [read] = found(upright(rows))
    assert [row[0] for row in texts(read, "")] == [
        "Bénéficiaire",
        "Harmonie",
        "Union des commerçants et artisans du Vieux Marché 12",
        "Orgue",
        "Piano",
    ]
    [read] = found(upright([*rows, ["Sport"], ["Judo-club", "Concert", "60,00 €"]]))
    assert [row[0] for row in texts(read, "")][3:] == ["Marché 12", "Orgue", "Piano", "Sport", "Judo-club"]


def test_text_in_the_middle_of_each_tall_row_is_beside_all_its_grants(found):
    clubs, amounts = ["Judo Club", "Rugby Club", "Cyclo Club"], ["450 €", "350 €", "200 €"]
    others = ["La Ruche", "Le Bief", "Horizon", "Amis du Lavoir", "Chorale"]
    sums = ["50 €", "40 €", "30 €", "20 €", "9 €"]
    rows = [
        ["Domaine", "Associations", "Montant", "Total domaine"],
        ["\nSport", "\n".join(clubs), "\n".join(amounts), "\n1 000 €"],
        ["\n\nCulture", "\n".join(others), "\n".join(sums), "\n\n149 €"],
    ]
    [read] = found([table(50, 100, [60, 220, 80, 90], rows)])
    assert texts(read, "")[1:] == [
        *(["Sport", *cells, "1 000 €"] for cells in zip(clubs, amounts, strict=True)),
        *(["Culture", *cells, "149 €"] for cells in zip(others, sums, strict=True)),
    ]


def test_text_in_the_middle_of_one_tall_row_alone_may_be_of_one_grant(found):
    rows = [["Associations", "Montant", "Remarque"], ["Judo\nRugby\nCyclo", "450 €\n350 €\n200 €", "\nnouveau"]]
    [read] = found([table(50, 100, [220, 80, 90], rows)])
    assert [row[2] for row in texts(read, "")] == ["Remarque", "", "nouveau", ""]


def test_numbers_cut_by_their_column_part_no_row(found):
    amounts = {"Harmonie": "800", "Chorale": "90", "Judo-club": "1200", "Piano": "5000"}
    foot = 100 + ROW + 2 * ROW * len(amounts)
    drawn = [rule(SIDES[0], y, SIDES[-1], y) for y in (100, 100 + ROW, foot)]
    drawn += [rule(x, 100, x, foot) for x in SIDES]
    drawn += [text(x + 4, 103, name) for x, name in zip(SIDES, HEADER, strict=False)]
    for place, (name, amount) in enumerate(amounts.items()):
        middle = 100 + ROW + 2 * ROW * place + ROW / 2 + 3
        cut = [text(SIDES[1] + 4, middle - 6, "2031-"), text(SIDES[1] + 4, middle + 6, f"412{place}")]
        drawn += [text(SIDES[0] + 4, middle, name), *cut, text(SIDES[2] + 4, middle, amount)]
    [read] = found(drawn)
    assert {row[0]: row[2] for row in texts(read, "")[1:]} == amounts


def test_strokes_alone_that_a_sum_and_a_heading_break_are_those_of_one_table(found):
    """No rule crosses them: neither the header nor the foot of the table is on the page."""
    sides = (50.0, 150.0, 250.0, 330.0, 400.0, 500.0)
    names = ["Judo-club", "Aviron", "Rugby", "Chorale", "Orgue", "Piano"]
    rows = [[name, "Bor", "Tournoi", f"2031-{n}", f"{n}00,00 €"] for n, name in enumerate(names, 1)]
    printed = [*rows[:3], ["Sous-total", "", "", "", "600,00 €"], ["Musique", "", "", "", ""], *rows[3:]]
    foot = 40 + ROW * len(printed)
    drawn = [rule(x, 40, x, foot) for x in (sides[0], sides[-1])]
    for x in sides[1:-1]:
        drawn += [rule(x, 40, x, 40 + ROW * 3), rule(x, 40 + ROW * 5, x, foot)]
    for place, row in enumerate(printed):
        drawn += [text(x + 4, 43 + ROW * place, cell) for x, cell in zip(sides, row, strict=False) if cell]
    [read] = found(drawn)
    assert [row for row in texts(read, "") if row in rows] == rows


def test_page_of_strokes_alone_goes_on_with_the_table(found):
    names = ["Harmonie", "Chorale", "Orgue", "Piano", "Judo-club", "Aviron"]
    rows = [[name, "Concert", f"{place}00,00 €"] for place, name in enumerate(names, 1)]
    foot = 100 + ROW * 4
    first = [rule(SIDES[0], y, SIDES[-1], y) for y in (100, 100 + ROW)] + [rule(x, 100, x, foot) for x in SIDES]
    second = [rule(x, 40, x, 40 + ROW * 3) for x in SIDES]
    for page, top, part in ((first, 100, [HEADER, *rows[:3]]), (second, 40, rows[3:])):
        for place, row in enumerate(part):
            page += [text(x + 4, top + ROW * place + 3, cell) for x, cell in zip(SIDES, row, strict=False)]
    [read] = found(first, second)
    assert texts(read, "") == [HEADER, *rows]


def test_strokes_around_columns_of_prose_make_no_table(found):
    lines = ["Le Conseil décide", "d’attribuer une aide", "de 900 € au club,", "à l’unanimité."]
    page = [rule(x, 100, x, 300) for x in (50, 250, 450)]
    page += [text(x + 4, 110 + ROW * place, line) for x in (50, 250) for place, line in enumerate(lines)]
    assert found(page) == ()


def test_heading_that_breaks_the_strokes_is_no_first_line_of_the_name_set_close_under_it(found):
    """Amounts stand at the foot of their rows, level with the second lines of the names."""
    groups = [("Culture", ["Harmonie|de Bor", "Chorale|de Sore"]), ("Sport", ["Judo-club|de Bor", "Aviron|de Sore"])]
    drawn, expected, top = [], [], 100 + ROW
    for heading, names in groups:
        drawn.append(text(54, top + 3, heading, bold=True))
        drawn += [rule(x, top + 14, x, top + 14 + 22 * len(names)) for x in SIDES[1:-1]]
        expected.append([heading, "", ""])
        top += 14
        for name in names:
            drawn += [
                text(54, top + 1, *name.split("|")),
                text(234, top + 12, "Saison"),
                text(404, top + 12, "900,00 €"),
            ]
            expected.append([name.replace("|", " "), "Saison", "900,00 €"])
            top += 22
    drawn += [rule(SIDES[0], y, SIDES[-1], y) for y in (100, 100 + ROW, top)]
    drawn += [rule(x, 100, x, top) for x in (SIDES[0], SIDES[-1])]
    drawn += [rule(x, 100, x, 100 + ROW) for x in SIDES[1:-1]]
    drawn += [text(x + 4, 103, name, bold=True) for x, name in zip(SIDES, HEADER, strict=False)]
    [read] = found(drawn)
    assert texts(read, "") == [HEADER, *expected]
