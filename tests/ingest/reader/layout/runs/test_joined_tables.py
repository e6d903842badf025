"""Tables that run over pages: headers, cut rows, merged cells at a page break, and tables that only look alike."""

from collections.abc import Sequence

import pytest

from ingest.reader.records import Table
from tests.ingest.reader.drawn_pdfs import Drawn, table, text
from tests.ingest.reader.shown import texts

HEADER = ["Axe", "Operateur", "Action soutenue", "Montant 2022"]
WIDTHS = [80.0, 140.0, 160.0, 90.0]
HEAD, FOOT = 50.0, 760.0


def row(number: int, axis: str | None = "Culture") -> list[str | None]:
    return [axis, f"Association {number}", f"Atelier numero {number}", f"{number} 000,00 €"]


FIRST = [row(1), row(2), row(3)]
SECOND = [row(4), row(5), row(6)]


def head(rows: Sequence[Sequence[str | None]], **options) -> Drawn:
    """A table at the head of a page."""
    return table(60, HEAD, WIDTHS, rows, **options)


def foot(rows: Sequence[Sequence[str | None]], **options) -> Drawn:
    """A table that ends at the foot of a page, when no cell has more than one line."""
    return table(60, FOOT - 16 * len(rows), WIDTHS, rows, **options)


# ---- headers ---------------------------------------------------------------------------------------------------------


def test_repeated_header_is_removed_and_said(found):
    [read] = found(
        [foot([HEADER, *FIRST], bold_rows=[0])],
        [head([HEADER, *SECOND], bold_rows=[0])],
        [head([HEADER, row(7)], bold_rows=[0])],
    )
    assert texts(read) == [HEADER, *FIRST, *SECOND, row(7)]
    assert read.header_rows == 1
    assert read.notes == ("en-tête répété retiré, page 2", "en-tête répété retiré, page 3")
    assert list(read.boxes) == [1, 2, 3]


def test_header_is_known_by_its_repetition_when_nothing_else_tells(found):
    names = ["Axe 1", "Porteur", "12", "2022"]
    [read] = found([foot([names, *FIRST])], [head([names, *SECOND])])
    assert read.header_rows == 1
    assert texts(read) == [names, *FIRST, *SECOND]


def test_table_goes_on_without_a_header(found):
    [read] = found([foot([HEADER, *FIRST], bold_rows=[0])], [head(SECOND)])
    assert texts(read) == [HEADER, *FIRST, *SECOND]
    assert (read.header_rows, read.notes) == (1, ())


@pytest.mark.parametrize("repeated", [True, False])
def test_header_alone_at_the_foot_of_a_page_belongs_to_the_next(found, repeated):
    body = [HEADER, *FIRST] if repeated else FIRST
    [read] = found([foot([HEADER], bold_rows=[0])], [head(body, bold_rows=[0] if repeated else [])])
    assert texts(read) == [HEADER, *FIRST]
    assert read.header_rows == 1


def test_header_alone_without_typography_is_known_by_the_figures_under_it(found):
    [read] = found([foot([HEADER])], [head([*FIRST, *SECOND])])
    assert texts(read) == [HEADER, *FIRST, *SECOND]
    assert read.header_rows == 1


def test_two_level_header_with_a_title_row_is_three_rows(found):
    header = [
        ["Repartition des aides", None, None, None],
        ["Axe", "Projet", None, "Montant"],
        [None, "Operateur", "Action", "2022"],
    ]
    spans = {(0, 0): (1, 4), (1, 0): (2, 1), (1, 1): (1, 2)}
    [read] = found(
        [table(60, 600, WIDTHS, [*header, *FIRST], spans=spans, shaded_rows=[0, 1, 2])],
        [head([*header, *SECOND], spans=spans, shaded_rows=[0, 1, 2])],
    )
    assert read.header_rows == 3
    assert texts(read)[2:] == [["Axe", "Operateur", "Action", "2022"], *FIRST, *SECOND]


def test_first_group_under_the_header_is_not_header(found):
    rows = [HEADER, ["Territoire du plateau", None, None, None], *FIRST]
    [read] = found([foot(rows, spans={(1, 0): (1, 4)}, bold_rows=[0, 1], shaded_rows=[0, 1])])
    assert read.header_rows == 1


def test_shaded_group_at_the_left_under_the_header_does_not_part_the_table(found):
    first = foot([HEADER, ["Culture", "", "", ""], *FIRST], shaded_rows=[0, 1])
    (only,) = found([first], [head([HEADER, *SECOND], shaded_rows=[0])])
    assert [cells[0] for cells in texts(only)] == ["Axe", *["Culture"] * 7]


def test_table_of_labels_and_values_has_no_header(found):
    rows = [["Titulaire", "Foyer rural"], ["Agence", "Beyrac"], ["Ville", "Lussanges"]]
    [read] = found([table(60, 100, [120, 200], rows)])
    assert read.header_rows == 0


# ---- rows cut by the break -------------------------------------------------------------------------------------------

LONG_TOP = [
    "Culture",
    "Association 3",
    "Atelier numero 3 avec les eleves\ndes deux ecoles du plateau et de",
    "3 000,00 €",
]
LONG_REST = ["", "", "la vallee", ""]  # the line above had room for « la »: the small letter tells
LONG = [
    "Culture",
    "Association 3",
    "Atelier numero 3 avec les eleves des deux ecoles du plateau et de la vallee",
    "3 000,00 €",
]


def test_row_cut_by_the_break_is_put_together(found):
    [read] = found([head([HEADER, row(1), row(2), LONG_TOP], bold_rows=[0])], [head([LONG_REST, *SECOND])])
    assert texts(read) == [HEADER, row(1), row(2), LONG, *SECOND]
    assert read.notes == ("ligne 4 coupée par le saut de page, recollée page 2",)


def test_total_without_a_label_at_the_head_of_a_page_is_no_rest_of_the_last_row(found):
    """Both amounts are whole: however little room a line leaves, no amount goes on with another."""
    total = [None, None, None, "16 000 000,00 euros"]
    last = [*row(3)[:3], "13 000 000,00 euros"]
    blank = ["" if cell is None else cell for cell in total]
    [read] = found([foot([HEADER, *FIRST[:2], last], bold_rows=[0])], [head([blank], bold_rows=[0])])
    assert texts(read) == [HEADER, *FIRST[:2], last, blank]


def test_cut_row_under_a_repeated_header_is_put_together(found):
    [read] = found(
        [head([HEADER, row(1), row(2), LONG_TOP], bold_rows=[0])], [head([HEADER, LONG_REST, *SECOND], bold_rows=[0])]
    )
    assert texts(read) == [HEADER, row(1), row(2), LONG, *SECOND]


@pytest.mark.parametrize("rest", ["46000 BEYRAC", "- Beyrac"])
def test_town_of_an_address_alone_over_the_next_page_is_of_the_row_above(found, rest):
    top, below = ["Culture", "Chorale", "Gala", "900,00 €"], ["", rest, "", ""]
    [read] = found(
        [head([HEADER, row(1), row(2), top], bold_rows=[0])], [head([HEADER, below, *SECOND], bold_rows=[0])]
    )
    assert texts(read)[3:] == [["Culture", f"Chorale {rest}", "Gala", "900,00 €"], *SECOND]


def test_row_left_open_at_both_sides_of_the_break_is_put_together(found):
    top = ["Culture", "Association\nsportive", "Tournoi", "12 000,00"]
    rest = ["et sport", "de Beyrac", "d'ete", "€"]
    [read] = found(
        [head([HEADER, row(1), row(2), top], bold_rows=[0], open_bottom=True)],
        [head([rest, *SECOND], open_top=True)],
    )
    assert texts(read)[3] == ["Culture et sport", "Association sportive de Beyrac", "Tournoi d'ete", "12 000,00 €"]
    assert texts(read)[4:] == SECOND


def test_dash_at_the_foot_of_a_page_and_an_amount_over_the_next_are_of_two_rows(found):
    foot_row, head_row = ["Culture", "Chorale", "Gala", "-"], ["Sport", "Judo", "Tournoi", "21 000,00 €"]
    [read] = found(
        [head([HEADER, row(1), row(2), foot_row], bold_rows=[0], open_bottom=True)],
        [head([head_row, *SECOND], open_top=True)],
    )
    assert texts(read)[3:5] == [foot_row, head_row]


def test_cell_of_a_cut_row_keeps_its_first_page_and_all_its_lines(found):
    [read] = found([head([HEADER, row(1), row(2), LONG_TOP], bold_rows=[0])], [head([LONG_REST, *SECOND])])
    cell = read.grid[3][2]
    assert cell is not None
    assert cell.source.page == 1
    assert cell.lines == ("Atelier numero 3 avec les eleves", "des deux ecoles du plateau et de", "la vallee")


def test_row_that_begins_on_the_next_page_is_placed_there(found):
    [read] = found([foot([HEADER, *FIRST], bold_rows=[0])], [head(SECOND)])
    assert [cells[1].source.page for cells in read.grid if cells[1]] == [1, 1, 1, 1, 2, 2, 2]


@pytest.mark.parametrize(
    "first",
    [
        ["", "Total", "", "6 000,00 €"],
        ["", "", "Complement numero 3", "500,00 €"],
        ["", "", "", "500,00 €"],
        ["Sport", "Association 4", "", "4 000,00 €"],
    ],
    ids=["total", "second action", "second amount", "blank action"],
)
def test_row_with_blanks_at_the_head_of_a_page_stays_a_row(found, first):
    [read] = found([foot([HEADER, *FIRST], bold_rows=[0])], [head([first, *SECOND])])
    assert texts(read) == [HEADER, *FIRST, first, *SECOND]


def test_group_at_the_head_of_a_page_stays_a_row(found):
    rows = [["Territoire du plateau", None, None, None], *SECOND]
    [read] = found([foot([HEADER, *FIRST], bold_rows=[0])], [head(rows, spans={(0, 0): (1, 4)}, bold_rows=[0])])
    assert texts(read)[4] == ["Territoire du plateau"] * 4
    assert texts(read)[5:] == SECOND


# ---- merged cells at the break ---------------------------------------------------------------------------------------


def merged(axis: str, *numbers: int) -> list[list[str | None]]:
    return [row(number, axis if index == 0 else None) for index, number in enumerate(numbers)]


def axes(table: Table) -> list[str | None]:
    return [cells[0].text if cells[0] else None for cells in table.grid[table.header_rows :]]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("Culture", "", "Culture"),
        ("", "Culture", "Culture"),
        ("Sport, culture et", "loisirs", "Sport, culture et loisirs"),
    ],
    ids=["label on the first page", "label on the second page", "label on both"],
)
def test_merged_cell_goes_on_over_the_break(found, above, below, expected):
    [read] = found(
        [
            foot(
                [HEADER, *merged("Sante", 1, 2), *merged(above, 3, 4)],
                spans={(1, 0): (2, 1), (3, 0): (2, 1)},
                bold_rows=[0],
            )
        ],
        [head([*merged(below, 5, 6), *merged("Voirie", 7, 8)], spans={(0, 0): (2, 1), (2, 0): (2, 1)})],
    )
    assert axes(read) == ["Sante"] * 2 + [expected] * 4 + ["Voirie"] * 2
    cell = read.grid[3][0]
    assert cell is not None and cell is read.grid[6][0]
    assert cell.rowspan == 4
    assert read.notes == (f"cellule « {expected} » prolongée page 2",)


def test_single_row_of_a_merged_cell_left_on_the_next_page_is_carried(found):
    [read] = found(
        [
            foot(
                [HEADER, *merged("Sante", 1, 2), *merged("Culture", 3, 4)],
                spans={(1, 0): (2, 1), (3, 0): (2, 1)},
                bold_rows=[0],
            )
        ],
        [head([row(5, ""), *merged("Voirie", 6, 7)], spans={(1, 0): (2, 1)})],
    )
    assert axes(read) == ["Sante"] * 2 + ["Culture"] * 3 + ["Voirie"] * 2


def test_merged_cell_over_three_pages_is_one_cell(found):
    [read] = found(
        [foot([HEADER, *merged("Culture", 1, 2)], spans={(1, 0): (2, 1)}, bold_rows=[0])],
        [head(merged("", 3, 4, 5), spans={(0, 0): (3, 1)})],
        [head([*merged("", 6, 7), *merged("Voirie", 8, 9)], spans={(0, 0): (2, 1), (2, 0): (2, 1)})],
    )
    assert axes(read) == ["Culture"] * 7 + ["Voirie"] * 2


def test_blank_cells_of_a_column_that_has_blanks_stay_blank(found):
    rows = [row(1, "Nord"), row(2, ""), row(3, ""), row(4, "Sud")]
    [read] = found([foot([HEADER, *rows], bold_rows=[0])], [head([row(5, ""), row(6, "Est"), row(7, "")])])
    assert axes(read) == ["Nord", "", "", "Sud", "", "Est", ""]
    assert read.notes == ()


def test_single_blank_next_to_merged_cells_stays_blank_where_blanks_are_usual(found):
    first = [HEADER, *merged("Nord", 1, 2), row(3, ""), row(4, ""), row(5, "Sud")]
    [read] = found([foot(first, spans={(1, 0): (2, 1)}, bold_rows=[0])], [head([row(6, ""), row(7, "Est")])])
    assert axes(read) == ["Nord", "Nord", "", "", "Sud", "", "Est"]


def test_blank_cell_goes_on_where_no_rule_closes_the_one_before(found):
    first = [HEADER, row(1, "Nord"), row(2, ""), row(3, ""), *merged("Sud", 4, 5)]
    [read] = found(
        [foot(first, spans={(4, 0): (2, 1)}, undrawn={(4, 0): "bottom"}, bold_rows=[0])],
        [head([row(6, ""), row(7, ""), row(8, "Est")], undrawn={(0, 0): "top"})],
    )
    assert axes(read) == ["Nord", "", "", "Sud", "Sud", "Sud", "", "Est"]


def test_merged_blank_is_another_cell_where_the_break_is_open_elsewhere(found):
    rows = [["Axe", "Projet", "Montant"], ["Sante", "Atelier", "1 €"], ["Culture", "Fete", "2 €"], [None, "Bal", "3 €"]]
    rest = [["", "", "4 €"], [None, None, "5 €"], ["Voirie", "Pont", "6 €"]]
    widths = [80, 140, 90]
    first = table(60, 600, widths, rows, spans={(2, 0): (2, 1)}, undrawn={(2, 0): "bottom"}, bold_rows=[0])
    second = table(60, 50, widths, rest, spans={(0, 0): (2, 1), (0, 1): (2, 1)}, undrawn={(0, 0): "top"})
    [read] = found([first], [second])
    assert [cells[:2] for cells in texts(read)[1:]] == [
        ["Sante", "Atelier"],
        ["Culture", "Fete"],
        ["Culture", "Bal"],
        ["Culture", ""],
        ["Culture", ""],
        ["Voirie", "Pont"],
    ]


def test_cell_that_covers_a_whole_page_keeps_its_column(found):
    [read] = found(
        [foot([HEADER, *merged("Culture", 1, 2)], spans={(1, 0): (2, 1)}, undrawn={(1, 0): "bottom"}, bold_rows=[0])],
        [head(merged("", 3, 4, 5), spans={(0, 0): (3, 1)}, undrawn={(0, 0): "top and bottom"})],
        [head([*merged("", 6, 7), row(8, "Voirie")], spans={(0, 0): (2, 1)}, undrawn={(0, 0): "top"})],
    )
    assert axes(read) == ["Culture"] * 7 + ["Voirie"]


def test_two_labels_are_two_cells(found):
    [read] = found(
        [foot([HEADER, *merged("Sante", 1, 2)], spans={(1, 0): (2, 1)}, bold_rows=[0])],
        [head(merged("Voirie", 3, 4), spans={(0, 0): (2, 1)})],
    )
    assert axes(read) == ["Sante", "Sante", "Voirie", "Voirie"]


# ---- tables that are not one -----------------------------------------------------------------------------------------


def test_other_columns_are_another_table(found):
    other = table(60, HEAD, [100, 120, 160, 90], [["Sport", "Association 4", "Atelier numero 4", "4 000,00 €"]] * 2)
    assert len(found([foot([HEADER, *FIRST], bold_rows=[0])], [other])) == 2


@pytest.mark.parametrize("mark", [".../...", "…/…", "Suite page suivante"])
def test_mark_that_a_table_goes_on_stands_between_nothing(found, mark):
    [read] = found(
        [foot([HEADER, *FIRST], bold_rows=[0]), text(480, FOOT + 12, mark)], [head([HEADER, *SECOND], bold_rows=[0])]
    )
    assert texts(read) == [HEADER, *FIRST, *SECOND]


@pytest.mark.parametrize(
    "form", ["Rapport n° 231 – {}", "Commission permanente - page {}/2", "CP du 3 mai | {}", "Feuillet {}"]
)
def test_running_head_that_ends_with_the_number_of_its_page_parts_nothing(found, form):
    [read] = found(
        [text(60, 30, form.format(1)), foot([HEADER, *FIRST], bold_rows=[0])],
        [text(60, 30, form.format(2)), head(SECOND)],
    )
    assert texts(read) == [HEADER, *FIRST, *SECOND]


def test_title_that_ends_with_its_own_number_is_no_running_head(found):
    first, second = found(
        [text(60, 30, "Annexe – 1"), foot([HEADER, *FIRST], bold_rows=[0])], [text(60, 30, "Annexe – 2"), head(SECOND)]
    )
    assert [len(table.grid) for table in (first, second)] == [4, 3]


def test_title_between_makes_two_tables(found):
    first, second = found(
        [text(60, 30, "Annexe 1 : les aides", bold=True), foot([HEADER, *FIRST], bold_rows=[0])],
        [text(60, 30, "Annexe 2 : les avances", bold=True), head([HEADER, *SECOND], bold_rows=[0])],
    )
    assert texts(first) == [HEADER, *FIRST]
    assert texts(second) == [HEADER, *SECOND]
    assert second.title == "Annexe 2 : les avances"


def test_text_after_the_first_makes_two_tables(found):
    after = text(60, FOOT + 4, "Soit un total de 6 000 euros.")
    assert len(found([foot([HEADER, *FIRST], bold_rows=[0]), after], [head([HEADER, *SECOND], bold_rows=[0])])) == 2


def test_other_header_makes_two_tables(found):
    other = ["Pilier", "Commune", "Travaux", "Avance 2022"]
    first, second = found([foot([HEADER, *FIRST], bold_rows=[0])], [head([other, *SECOND], bold_rows=[0])])
    assert texts(first) == [HEADER, *FIRST]
    assert texts(second) == [other, *SECOND]


def test_title_row_over_the_same_header_makes_two_tables(found):
    def titled(title: str, rows: list[list[str | None]]) -> list[list[str | None]]:
        return [[title, None, None, None], HEADER, *rows]

    options = {"spans": {(0, 0): (1, 4)}, "bold_rows": [0, 1]}
    first, second = found(
        [foot(titled("1. Accompagner", FIRST), **options)], [head(titled("2. Former", SECOND), **options)]
    )
    assert (first.header_rows, second.header_rows) == (2, 2)
    assert texts(second)[0] == ["2. Former"] * 4


def test_running_heads_feet_and_footnotes_do_not_part_a_table(found):
    def page(number: int, *drawn: Drawn) -> list[Drawn]:
        return [
            text(60, 20, "Departement de la Creuse"),
            text(60, 32, "Annexe 1 : les aides" + (" (suite)" if number > 1 else "")),
            text(280, 780, f"Page {number} sur 2"),
            *drawn,
        ]

    note = text(60, FOOT + 3, "* Sous reserve du vote du budget")
    [read] = found(page(1, foot([HEADER, *FIRST], bold_rows=[0]), note), page(2, head(SECOND)))
    assert texts(read) == [HEADER, *FIRST, *SECOND]


def test_table_moved_sideways_on_even_pages_is_one(found):
    [read] = found([foot([HEADER, *FIRST], bold_rows=[0])], [table(84, HEAD, WIDTHS, SECOND)])
    assert texts(read) == [HEADER, *FIRST, *SECOND]


def test_short_end_of_a_table_without_all_its_columns_is_joined(found):
    end = [["", None, "Total", "6 000,00 €"], ["", None, None, ""]]
    [read] = found([foot([HEADER, *FIRST], bold_rows=[0])], [head(end, spans={(0, 0): (1, 2), (1, 0): (1, 3)})])
    assert texts(read)[4] == ["", "", "Total", "6 000,00 €"]
    assert read.width == 4


def test_tables_side_by_side_each_go_on(found):
    def pair(left: list[list[str | None]], right: list[list[str | None]], y: float) -> list[Drawn]:
        return [table(40, y, [100, 80], left), table(320, y, [90, 110], right)]

    names = ["Commune", "Aide"]
    first, second = found(
        pair([names, ["Beyrac", "1 €"], ["Lussac", "2 €"]], [names, ["Canton 1", "5 €"], ["Canton 2", "6 €"]], 700),
        pair([["Roquebrac", "3 €"]], [["Canton 3", "7 €"]], 50),
    )
    assert [cells[0] for cells in texts(first)] == ["Commune", "Beyrac", "Lussac", "Roquebrac"]
    assert [cells[0] for cells in texts(second)] == ["Commune", "Canton 1", "Canton 2", "Canton 3"]


# ---- titles ----------------------------------------------------------------------------------------------------------


def test_title_is_the_heading_just_above_on_one_line(found):
    heading = [text(60, 60, "Annexe 7 : repartition des", bold=True), text(60, 71, "aides de la phase 1", bold=True)]
    [read] = found([text(60, 40, "Texte courant."), *heading, table(60, 100, WIDTHS, [HEADER, *FIRST])])
    assert read.title == "Annexe 7 : repartition des aides de la phase 1"


def test_heading_left_at_the_foot_of_the_page_before_is_the_title(found):
    [read] = found([text(60, 700, "Annexe 3 : les aides", bold=True)], [head([HEADER, *FIRST])])
    assert read.title == "Annexe 3 : les aides"


def test_running_head_is_no_title(found):
    running = text(60, 30, "Departement de la Creuse")
    [read] = found(
        [running, text(60, 200, "Rapport")], [running, head([HEADER, *FIRST])], [running, text(60, 90, "Fin")]
    )
    assert read.title == ""


def test_rows_of_figures_on_both_sides_of_an_open_break_are_two(found):
    names = ["Axe", "Operateur", "Demande", "Montant 2022"]
    above, below = (["", f"Association {n}", f"{n} 000,00 €", f"{n} 00,00 €"] for n in (3, 4))
    rows = [["", "Association 1", "2 000,00 €", "200,00 €"], above]
    first = table(60, FOOT - 48, WIDTHS, [names, *rows], open_top=True, open_bottom=True, shaded_rows=[0])
    [read] = found([first], [head([names, below], open_top=True, shaded_rows=[0])])
    assert [cells[1] for cells in texts(read)] == ["Operateur", "Association 1", "Association 3", "Association 4"]


def test_header_alone_whose_levels_the_next_page_draws_otherwise_is_printed_once(found):
    names = [text(62, 740, "Axe", bold=True), text(150, 740, "Operateur", bold=True)]
    names += [text(300, 740, "Action soutenue", bold=True), text(450, 740, "Subvention 2022", bold=True)]
    header = [["Axe", "Operateur", "Action soutenue", "Subvention"], [None, None, None, "2022"]]
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (2, 1)}
    rows = head([*header, *FIRST, *SECOND], bold_rows=[0, 1], spans=spans)
    read = found([text(62, 60, "La commission decide."), *names], [rows])[-1]
    assert texts(read)[2:] == [*FIRST, *SECOND]
    assert texts(read)[0] == header[0]
