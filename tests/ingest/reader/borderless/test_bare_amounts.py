"""Bare figures under names: which of them are amounts of money."""

import pytest

from ingest.reader.borderless.bare_amounts import with_amounts_going_on, with_bare_amounts
from ingest.reader.borderless.money_texts import PrintedLine, printed_lines
from ingest.reader.records import Box, Word

NAMES, FIGURES = (50.0, 200.0), ["2500", "20422", "6574", "65748"]


def amounts(*over: tuple[float, str]) -> list[str]:
    """The figures in two columns that are taken for amounts, under these names at their places across."""
    texts = [(x, 20.0 + 14 * place, name) for place, (x, name) in enumerate(over)]
    for place, figure in enumerate(FIGURES):
        texts += [(50.0, 80.0 + 14 * place, "Harmonie"), (200.0, 80.0 + 14 * place, figure)]
    words = [Word(text, Box(x, y, x + 5 * len(text), y + 9), 9) for x, y, text in texts]
    words += [Word("Nom", Box(50, y, 65, y + 9), 9) for y in (20.0, 34.0)]
    lines = with_bare_amounts(printed_lines(words))
    return [text.string for line in lines for text in line.money]


def test_figures_under_a_name_of_money_are_amounts():
    assert amounts((200.0, "Subvention")) == FIGURES


def test_figures_under_another_name_are_none_whatever_title_stands_over_it():
    assert amounts((200.0, "Subventions"), (200.0, "Compte")) == []


def test_numbers_of_the_columns_are_no_amounts():
    numbers = [Word(mark, Box(x, 60, x + 5, 69), 9) for mark, x in (("1", 50.0), ("2", 210.0))]
    names = [Word("Nom", Box(50, 40, 65, 49), 9), Word("Subvention", Box(190, 40, 240, 49), 9)]
    figures = [Word("350", Box(200, 80 + 14 * n, 215, 89 + 14 * n), 9) for n in range(4)]
    rows = [Word("Harmonie", Box(50, 80 + 14 * n, 90, 89 + 14 * n), 9) for n in range(4)]
    lines = with_bare_amounts(printed_lines([*numbers, *names, *figures, *rows]))
    assert [text.string for line in lines for text in line.money] == ["350"] * 4


def test_years_under_the_names_of_a_second_table_are_no_amounts_of_the_first():
    rows = [("Nom", "Montant"), ("Piscine", "2500"), ("Stade", "20422"), ("Gymnase", "6574"), ("Parc", "65748")]
    rows += [("Nom", "Montant"), ("retenu", "2029"), ("Harmonie", "350"), ("Judo", "800"), ("Foyer", "900")]
    words = [
        Word(text, Box(x, 20 + 14 * place, x + 5 * len(text), 29 + 14 * place), 9)
        for place, row in enumerate(rows)
        for x, text in zip((50, 200), row, strict=True)
    ]
    lines = with_bare_amounts(printed_lines(words))
    assert "2029" not in [text.string for line in lines for text in line.money]


def test_years_under_a_name_with_a_year_head_columns_on_a_line_that_names_nobody():
    rows = [
        ("Nom", "Subventions depuis 2029", ""),
        ("", "2030", "2031"),
        ("Harmonie", "2029", "350"),
        ("Judo", "800", "9"),
    ]
    words = [
        Word(word, Box(x + 50 * place, 20 + 14 * row, x + 45 + 50 * place, 29 + 14 * row), 9)
        for row, texts in enumerate(rows)
        for x, text in zip((50, 200, 300), texts, strict=True)
        for place, word in enumerate(text.split())
    ]
    lines = with_bare_amounts(printed_lines(words))
    assert [[text.string for text in line.money] for line in lines] == [[], [], ["2029", "350"], ["800", "9"]]


def test_name_of_money_cut_by_a_narrow_column_heads_bare_figures():
    pieces = [(200.0, "Souti"), (200.0, "en")]
    words = [Word(text, Box(x, 40 + 11 * n, x + 25, 49 + 11 * n), 9) for n, (x, text) in enumerate(pieces)]
    words += [Word("Nom", Box(50, 40, 65, 49), 9)]
    for n, figure in enumerate(FIGURES):
        words += [Word("Harmonie", Box(50, 80 + 14 * n, 90, 89 + 14 * n), 9)]
        words += [Word(figure, Box(200, 80 + 14 * n, 220, 89 + 14 * n), 9)]
    assert [text.string for line in with_bare_amounts(printed_lines(words)) for text in line.money] == FIGURES


def test_number_of_a_page_over_the_names_is_no_amount():
    rows = [("PAGE", "1"), ("Nom", "Montant"), *(("Harmonie", f"{figure},00") for figure in FIGURES)]
    words = [
        Word(text, Box(x, 20 + 14 * place, 250 if x > 50 else 90, 29 + 14 * place), 9)
        for place, row in enumerate(rows)
        for x, text in zip((50, 245 if place == 0 else 210), row, strict=True)
    ]
    found = [text.string for line in with_bare_amounts(printed_lines(words)) for text in line.money]
    assert found == [f"{figure},00" for figure in FIGURES]


@pytest.mark.parametrize("shift", [0.0, 12.5, 25.0])
def test_figure_in_thousands_over_its_sign_is_an_amount_wherever_the_sign_is_set(shift):
    words = [Word("Harmonie", Box(50, 100, 90, 109), 9), Word("29,7", Box(200, 100, 220, 109), 9)]
    words += [Word("k", Box(225, 100, 230, 109), 9), Word("€", Box(200 + shift, 111, 205 + shift, 120), 9)]
    [amount] = [text for line in with_bare_amounts(printed_lines(words)) for text in line.money]
    assert amount.string == "29,7 k €"


def test_figures_half_a_line_off_names_of_two_lines_are_amounts():
    words = [Word("Nom", Box(50, 60, 65, 69), 9), Word("Subvention", Box(190, 60, 240, 69), 9)]
    for n, figure in enumerate(FIGURES):
        y = 80 + 26.0 * n
        words += [Word("Harmonie", Box(50, y, 90, y + 9), 9), Word("municipale", Box(50, y + 10, 100, y + 19), 9)]
        words += [Word(figure, Box(200, y + 5, 220, y + 14), 9)]
    assert [text.string for line in with_bare_amounts(printed_lines(words)) for text in line.money] == FIGURES


def test_name_of_money_that_begins_over_the_other_names_heads_its_figures():
    """A header whose names are set in the middle: the longest one alone on its first line."""
    header = [("Montant", 190.0, 20.0), ("Nom", 50.0, 32.0), ("en milliers", 190.0, 32.0)]
    rows = [(text, x, 60.0 + 14 * n) for n in range(4) for text, x in (("Harmonie", 50.0), (f"{n},5", 200.0))]
    words = [Word(text, Box(x, y, x + 5 * len(text), y + 9), 9) for text, x, y in [*header, *rows]]
    lines = with_bare_amounts(printed_lines(words))
    assert [text.string for line in lines for text in line.money] == ["0,5", "1,5", "2,5", "3,5"]


def test_year_among_names_printed_again_on_the_next_page_is_no_amount():
    names = ("Nom", "2030", "2031")

    def page(*rows: tuple[str, ...]) -> list[PrintedLine]:
        return printed_lines(
            Word(text, Box(x - 20, 20 + 14 * place, x, 29 + 14 * place), 9)
            for place, row in enumerate([names, *rows])
            for x, text in zip((50, 200, 300), row, strict=True)
        )

    rows = page(("Harmonie", "350", "400"), ("Judo", "80", "90"), ("Danse", "10", "15"))
    marked = [line._replace(texts=tuple(text._replace(money=text.x0 > 50) for text in line.texts)) for line in rows[1:]]
    read = with_amounts_going_on(page(("Foyer", "120", "2030"), ("Chorale", "70", "80")), [rows[0], *marked])
    assert [text.string for line in read for text in line.money] == ["120", "2030", "70", "80"]
