"""Cells that state several grants."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ingest.reader.lines import grant_lines
from ingest.reader.values.amount_parts import added_parts, granted_sum, stacked_parts, yearly_parts
from tests.ingest.reader.hand_built import a_table, read


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("500 € (fonctionnement) + 1 200 € (projet)", [(500, "fonctionnement"), (1200, "projet")]),
        ("500 € + 300 € (projet)", [(500, ""), (300, "projet")]),
        ("Fonctionnement : 500 € et projet : 300 €", [(500, "Fonctionnement"), (300, "projet")]),
        ("500,50 € fonctionnement ; 300 € festival", [("500.5", "fonctionnement"), (300, "festival")]),
    ],
)
def test_amounts_that_a_cell_adds(text, parts):
    assert [(part.amount.value, part.label) for part in added_parts(text)] == [
        (Decimal(v), label) for v, label in parts
    ]


def test_amounts_that_a_cell_names_one_a_line():
    def named(*lines):
        return [(int(part.amount.value), part.label) for part in added_parts(" ".join(lines), lines)]

    assert named("Fonctionnement : 500 €", "Projet : 300 €") == [(500, "Fonctionnement"), (300, "Projet")]
    assert not named("Demandé : 500 €", "Accordé : 300 €")
    assert not named("500 €", "Projet : 300 €")
    assert not named("Projet : 300 €")


@pytest.mark.parametrize(
    "text",
    [
        "500 €",
        "500 € (dont 200 € et 100 € de report)",
        "1 000 + 500 = 1 500 €",
        "500 € sous réserve et après avis",
        "500 et 300",
        "7 000 € + 800 €",  # one grant, or the money of two funders?
        "6 jeunes et 300 €",
        "3 places + 300 €",
    ],
)
def test_cells_that_add_nothing(text):
    assert added_parts(text) == ()


def test_amounts_alone_on_their_lines_are_several():
    assert [part.amount.value for part in stacked_parts(("200 €", "80 €"))] == [200, 80]
    assert stacked_parts(("1", "200 €")) == ()
    assert stacked_parts(("200 €",)) == ()
    assert stacked_parts(("200 €", "maximum")) == ()


def test_each_part_is_a_line_and_the_next_row_is_numbered_after_them():
    lines = grant_lines(
        read(
            a_table("""
        Association | Subvention
        Les Hirondelles | 500 € (fonctionnement) + 1 200 € (projet)
        La Ruche | 300 €
        TOTAL | 2 000 €
        """)
        )
    ).lines
    assert [(one.line, one.operator, one.amount, one.detail) for one in lines] == [
        (1, "Les Hirondelles", 500, "fonctionnement"),
        (2, "Les Hirondelles", 1200, "projet"),
        (3, "La Ruche", 300, ""),
    ]
    assert any("500 € (fonctionnement) + 1 200 € (projet)" in note for note in lines[0].notes)


def test_call_for_a_note_is_no_part_of_a_name():
    lines = grant_lines(
        read(
            a_table("""
        Association | Subvention
        Les Hirondelles (1) | 500 €
        La Ruche * | 300 €
        Amicale (Nantelle) | 200 €
        """)
        )
    ).lines
    assert [one.operator for one in lines] == ["Les Hirondelles", "La Ruche", "Amicale (Nantelle)"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Attribution de 5 000 €", 5000),
        ("Accord à hauteur de 1 200,50 euros.", Decimal("1200.50")),
        ("Avis favorable : 300 €", 300),
        ("Rejet de 5 000 €", None),
        ("Attribution de 5 000 € sur 6 000 €", None),
        ("Attribution de 3 lots", None),
    ],
)
def test_sum_that_is_said_granted_in_words(text, amount):
    found = granted_sum(text)
    assert (found.value if found else None) == amount


def test_sums_of_years_in_one_cell_are_one_line_of_each_year():
    table = a_table("""
        Association | Subvention
        Les Hirondelles | 2024 : 5 000 € / 2025 : 4 000 €
        La Ruche | Année 2023 – 500 € / 2024 : 300 €
        Le Bief | 200 €
    """)
    grid = tuple(tuple(cell._replace(lines=tuple(cell.text.split(" / "))) for cell in row) for row in table.grid)
    lines = grant_lines(read(replace(table, grid=grid)), act_year=2024).lines
    assert [(one.line, one.year, one.amount, one.certainty < 0.9) for one in lines] == [
        (1, 2024, 5000, False),
        (1, 2025, 4000, False),
        (2, 2023, 500, True),
        (2, 2024, 300, False),
        (3, 2024, 200, False),
    ]


@pytest.mark.parametrize("lines", [["2031 : 500 €"], ["2031 : 500 €", "2031 : 300 €"], ["2031 : 500", "2032 : 300"]])
def test_lines_that_say_no_sum_of_several_years(lines):
    assert yearly_parts(lines) == ()
