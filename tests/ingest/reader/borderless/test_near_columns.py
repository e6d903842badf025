"""Columns without any border, hardly further from one another than two words are."""

from collections.abc import Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.reader.borderless.money_texts import printed_lines
from ingest.reader.borderless.near_columns import with_columns_parted
from ingest.reader.documents import open_document
from tests.ingest.reader.drawn_pdfs import SIZE, Drawn, pdf, text
from tests.ingest.reader.shown import texts

TOP, PITCH = 100.0, 18.0
# Times the type size: more than a space, 0.28, less than what parts two texts.
NEAR = 0.5
CLUBS = ["Amis du lac", "Union sportive", "Foyer rural", "Tennis club", "Harmonie", "Ludotheque", "Cyclo club"]
AMOUNTS = ["1 200", "800", "12 500", "750", "3 000", "500", "10 098"]


def flush_left(x: float, name: str, cells: Sequence[str]) -> list[Drawn]:
    return [text(x, TOP + PITCH * row, cell) for row, cell in enumerate([name, *cells])]


def flush_right(x: float, name: str, cells: Sequence[str]) -> list[Drawn]:
    starts = [x - stringWidth(cell, "Helvetica", SIZE) for cell in (name, *cells)]
    return [
        text(start, TOP + PITCH * row, cell)
        for row, (start, cell) in enumerate(zip(starts, (name, *cells), strict=True))
    ]


@pytest.fixture
def read(found):
    def rows(*columns: Sequence[Drawn]) -> list[list[str | None]]:
        [table] = found([one for column in columns for one in column])
        return texts(table)[1:]

    return rows


def test_account_just_behind_an_amount_is_another_column(read):
    accounts = ["65748", "20422", "204181", "6574", "65748", "65748", "20422"]
    amounts = [f"€ {amount}" for amount in AMOUNTS]
    rows = read(
        flush_left(50, "Association", CLUBS),
        flush_right(250, "Subvention", amounts),
        flush_left(250 + NEAR * SIZE, "Compte", accounts),
    )
    assert rows == [list(row) for row in zip(CLUBS, amounts, accounts, strict=True)]


def test_number_of_an_organisation_just_before_an_amount_is_another_column(read):
    numbers = [f"{39295297126856 + 7 * place}" for place in range(len(CLUBS))]
    asked = [f"{amount},00" for amount in AMOUNTS]
    voted = [f"{amount},00" for amount in reversed(AMOUNTS)]
    end = 200 + stringWidth(numbers[0], "Helvetica", SIZE)
    rows = read(
        flush_left(50, "Association", CLUBS),
        flush_left(200, "SIRET", numbers),
        flush_right(end + NEAR * SIZE + stringWidth("12 500,00", "Helvetica", SIZE), "Demande", asked),
        flush_right(420, "Montant", voted),
    )
    assert rows == [list(row) for row in zip(CLUBS, numbers, asked, voted, strict=True)]


def test_amount_behind_the_euros_of_another_one_is_another_column(read):
    asked, voted = ([f"{amount} euros" for amount in amounts] for amounts in (AMOUNTS, AMOUNTS[::-1]))
    asked[2] = voted[2] = "120 000 euros"
    width = stringWidth("120 000 euros ", "Helvetica", SIZE)
    rows = read(
        flush_left(50, "Association", CLUBS),
        flush_right(300, "Demande", asked),
        flush_right(300 + width, "Montant", voted),
    )
    assert rows == [list(row) for row in zip(CLUBS, asked, voted, strict=True)]


def test_names_of_columns_a_space_apart_are_parted_where_rows_begin_so_that_bare_amounts_are_seen(read):
    members = ["351", "13", "134", "8", "158", "134", "1 300"]
    bare = ["5000", "150", "1000", "1200", "250", "2000", "10000"]
    behind = 200 + stringWidth("Adherents ", "Helvetica", SIZE)
    rows = read(
        flush_left(50, "Organisme", CLUBS),
        flush_left(200, "Adherents", members),
        flush_left(behind, "Aide departementale", bare),
    )
    assert rows == [list(row) for row in zip(CLUBS, members, bare, strict=True)]


def test_figures_flush_right_part_no_name_from_its_year(read):
    bare = ["2000", "548", "151", "4500", "4800", "2500", "1500", "1046", "6600"]
    clubs = [*CLUBS, "Judo club", "Radio"]
    rows = read(flush_left(50, "Nom de la structure", clubs), flush_right(350, "Montant 2031", bare))
    assert rows == [list(row) for row in zip(clubs, bare, strict=True)]


def test_remarks_just_behind_the_currency_of_amounts_are_another_column(read):
    remarks = ["Avis favorable", "Convention", "Sous conditions", "Ajourne", "Convention", "Avis favorable", "Neant"]
    amounts = [f"{amount} euros" for amount in AMOUNTS]
    rows = read(
        flush_left(50, "Association", CLUBS),
        flush_right(250, "Subvention", amounts),
        flush_left(250 + 0.42 * SIZE, "Observations", remarks),
    )
    assert rows == [list(row) for row in zip(CLUBS, amounts, remarks, strict=True)]


def set_widely(x: float, row: int, words: str, space: float = 0.42) -> list[Drawn]:
    """The words of a text behind wider spaces than any face has, in times the type size."""
    drawn: list[Drawn] = []
    for word in words.split(" "):
        drawn.append(text(x, TOP + PITCH * row, word))
        x += stringWidth(word, "Helvetica", SIZE) + space * SIZE
    return drawn


@pytest.mark.parametrize("beside", ["", "Projet 2031"])
def test_names_set_widely_that_begin_with_the_same_word_are_one_column(read, beside):
    names = [f"Association {club}" for club in ["sportive", "des parents", "du lac", "Harmonie", "de tennis", "Radio"]]
    cells = [f"{beside} {name}" if beside else name for name in names]
    money = [f"{amount} €" for amount in AMOUNTS[:6]]
    wide = [drawn for row, cell in enumerate(["Objet", *cells]) for drawn in set_widely(200, row, cell)]
    rows = read(flush_left(50, "Nom", CLUBS[:6]), wide, flush_right(500, "Montant", money))
    assert rows == [list(row) for row in zip(CLUBS, cells, money, strict=False)]


@pytest.mark.parametrize("number", ["06 12 34 5{} 78", "65 6574 4{}", "482 01{} 345 00017"])
def test_figures_of_one_number_set_widely_are_one_column(read, number):
    numbers = [number.format(place) for place in range(len(CLUBS))]
    amounts = [f"{amount},00" for amount in AMOUNTS]
    wide = [drawn for row, cell in enumerate(["Code", *numbers]) for drawn in set_widely(200, row, cell)]
    rows = read(flush_left(50, "Nom", CLUBS), wide, flush_right(500, "Montant", amounts))
    assert rows == [list(row) for row in zip(CLUBS, numbers, amounts, strict=True)]


def test_codes_hardly_apart_on_some_rows_are_parted_where_others_stand_well_apart(read):
    accounts = ["65748", "204181", "20422", "6574", "204181", "65748", "20422"]
    numbers = [f"{39295297126856 + 7 * place}" for place in range(len(CLUBS))]
    members = ["205", "283", "278", "1 130", "97", "411", "36"]
    second = 200 + stringWidth("204181", "Helvetica", SIZE) + 0.42 * SIZE
    third = second + stringWidth(numbers[0], "Helvetica", SIZE) + 0.42 * SIZE
    amounts = [f"{amount} €" for amount in AMOUNTS]
    rows = read(
        flush_left(50, "Nom", CLUBS),
        flush_left(200, "Nature", accounts),
        flush_left(second, "SIRET", numbers),
        flush_left(third, "Licencies", members),
        flush_left(440, "Montant", amounts),
    )
    assert rows == [list(row) for row in zip(CLUBS, accounts, numbers, members, amounts, strict=True)]


def test_figures_behind_a_hyphen_are_another_column(tmp_path):
    clubs = [f"{club} de la vallee" for club in CLUBS]
    bare = ["3000", "477", "500", "200", "1031", "120000", "250"]
    behind = 200 + stringWidth("2031-", "Helvetica", SIZE) + 0.42 * SIZE
    columns = ((50, "Nom", clubs), (200, "Code", ["2031-"] * len(clubs)), (behind, "Credits", bare))
    drawn = [one for column in columns for one in flush_left(*column)]
    [page] = open_document(pdf(tmp_path / "acte.pdf", drawn)).pages
    rows = [list(line.strings) for line in with_columns_parted(printed_lines(page.words))]
    assert rows[1:] == [[club, "2031-", figure] for club, figure in zip(clubs, bare, strict=True)]


def test_rate_less_than_a_space_behind_the_euros_of_an_amount_is_another_column(read):
    amounts = [f"{amount},00 €" for amount in AMOUNTS]
    rates = ["20%", "30%", "25%", "20%", "30%", "20%", "25%"]
    rows = read(
        flush_left(50, "Association", CLUBS),
        flush_right(300, "Montant HT", amounts),
        flush_left(301, "Taux", rates),
        flush_right(450, "Subvention", amounts[::-1]),
    )
    assert rows == [list(row) for row in zip(CLUBS, amounts, rates, amounts[::-1], strict=True)]


@pytest.mark.parametrize("amounts", [[f"{amount} €" for amount in AMOUNTS], AMOUNTS])
def test_words_less_than_a_space_behind_amounts_set_flush_right_are_another_column(read, amounts):
    purposes = ["Tournoi", "Achat de maillots", "Fonctionnement", "Gala annuel", "Concert", "Jeux", "Course"]
    rows = read(
        flush_left(50, "Association", CLUBS),
        flush_right(250, "Subvention", amounts),
        flush_left(251.5, "Objet", purposes),
    )
    assert rows == [list(row) for row in zip(CLUBS, amounts, purposes, strict=True)]


def test_streets_behind_their_numbers_are_no_column(read):
    streets = ["rue du Lac", "place Royale", "rue Haute", "quai Nord", "rue du Bois", "allée Verte", "rue Basse"]
    addresses = [f"{12 + place} {street}" for place, street in enumerate(streets)]
    rows = read(
        flush_left(50, "Association", CLUBS),
        flush_left(200, "Adresse", addresses),
        flush_right(400, "Subvention", [f"{amount} €" for amount in AMOUNTS]),
    )
    assert [row[1] for row in rows] == addresses


def test_euros_before_their_figure_begin_an_amount_behind_a_rate(tmp_path):
    rates = [f"{rate} %" for rate in (20, 30, 25, 20, 30, 20, 25)]
    amounts = [f"€ {amount}" for amount in AMOUNTS]
    behind = 300 + stringWidth("20 %", "Helvetica", SIZE) + NEAR * SIZE
    columns = ((50, "Nom", CLUBS), (300, "Taux", rates), (behind, "Credits", amounts))
    drawn = [one for column in columns for one in flush_left(*column)]
    [page] = open_document(pdf(tmp_path / "acte.pdf", drawn)).pages
    rows = [list(line.strings) for line in with_columns_parted(printed_lines(page.words))]
    assert rows[1:] == [list(row) for row in zip(CLUBS, rates, amounts, strict=True)]
