"""Tables without names of columns that go on from the one before: by their place, their columns and their amounts."""

from dataclasses import replace

import pytest

from ingest.reader.columns import read_columns
from ingest.reader.records import Box
from ingest.reader.roles.continued_columns import continued_columns
from tests.ingest.reader.hand_built import a_table

NAMED = """
    Bénéficiaire | Commune | Montant 2024 | Montant 2025
    Chœur de la Vallée | Luxey | 650 € | 700 €
    Union cycliste | Sore | 1 000 € | 1 100 €
"""
BARE = """
    Boule Luxoise | Luxey | 3 000 € | 3 100 €
    Les Amis du Lavoir | Sore | 900 € | 950 €
"""


def read(table, place=0):
    return read_columns(table, act_year=2024)


def settled(named, bare):
    tables = [named, bare]
    return continued_columns(tables, list(map(read, tables)), read)[1]


def bare_table(rows=BARE, page=2, **changes):
    return replace(a_table(rows, header_rows=0, number=2, page=page), **changes)


def test_table_on_the_next_page_in_the_same_columns_has_the_columns_of_the_one_before():
    columns = settled(a_table(NAMED), bare_table())
    assert [(column.role, column.year) for column in columns] == [
        ("operator", None),
        ("commune", None),
        ("amount", 2024),
        ("amount", 2025),
    ]


def test_table_whose_page_sets_its_columns_elsewhere_goes_on_in_doubt_by_what_its_cells_hold():
    widths = (0.1, 0.2, 0.5, 0.7)
    moved = bare_table(
        "Boule Luxoise | Luxey | 3 000 € | 3 100 €\nLes Amis du Lavoir | Sore | 900 € | 950 €\nTotal | | |"
    )
    grid = tuple(tuple(cell._replace(x0=widths[cell.column]) if cell else None for cell in row) for row in moved.grid)
    columns = settled(a_table(NAMED), replace(moved, grid=grid))
    assert [column.role for column in columns] == ["operator", "commune", "amount", "amount"]
    assert {column.certainty for column in columns} == {0.6}


@pytest.mark.parametrize(
    ("named", "rows"),
    [
        (NAMED, BARE),
        (NAMED.replace("Luxey |", "|").replace("Sore |", "|"), BARE),
        (NAMED.replace(" €", ""), BARE.replace(" €", "")),
    ],
    ids=["sums", "no town in the first", "figures without unit"],
)
def test_table_under_another_title_as_wide_as_its_own_texts_ask_has_the_same_columns_in_doubt(named, rows):
    widths = (0.1, 0.2, 0.5, 0.7)
    below = bare_table(rows, page=1, boxes={1: Box(0.1, 0.6, 0.9, 0.95)})
    grid = tuple(tuple(cell._replace(x0=widths[cell.column]) for cell in row) for row in below.grid)
    columns = settled(a_table(named), replace(below, grid=grid))
    assert [(column.role, column.certainty) for column in columns] == [
        ("operator", 0.6),
        ("commune", 0.6),
        ("amount", 0.6),
        ("amount", 0.6),
    ]


def test_table_goes_on_over_several_pages_without_names():
    tables = [a_table(NAMED), bare_table(), bare_table(page=3)]
    columns = continued_columns(tables, list(map(read, tables)), read)
    assert columns[2] == columns[1]
    assert columns[2][0].role == "operator"


def test_names_alone_at_the_foot_of_a_page_are_judged_with_the_amounts_of_the_next_one():
    alone = a_table("Bénéficiaire | Avis du service | Subvention 2024 | Subvention 2025")
    rows = bare_table("Boule Luxoise | favorable | 3 000 € | 3 100 €\nLes Amis du Lavoir | réservé | 900 € | 950 €")
    assert [(column.role, column.year) for column in settled(alone, rows) if column.role == "amount"] == [
        ("amount", 2024),
        ("amount", 2025),
    ]


@pytest.mark.parametrize(
    "bare",
    [
        bare_table(page=3),
        bare_table(boxes={1: Box(0.1, 0.0, 0.9, 0.05)}),
        bare_table("Boule Luxoise | Luxey | 12 places | 3 100 €\nLes Amis du Lavoir | Sore | un poste | 950 €"),
        bare_table("Boule Luxoise | Luxey | 3 000 €\nLes Amis du Lavoir | Sore | 900 €"),
    ],
    ids=["a page between", "above it", "words where money was", "another number of columns"],
)
def test_other_tables_keep_their_own_columns(bare):
    assert settled(a_table(NAMED), bare) == read_columns(bare, act_year=2024)
