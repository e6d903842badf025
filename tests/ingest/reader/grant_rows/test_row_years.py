"""Rows that are the years of one grant, over which a sentence names who receives it."""

from decimal import Decimal

import pytest

from ingest.reader.grant_tables import read_tables
from ingest.reader.lines import grant_lines
from ingest.reader.records import DeliberationRecord
from tests.ingest.reader.acts import paragraphs
from tests.ingest.reader.hand_built import a_table

YEARS = """
    Année | Fonctionnement | Investissement | Total
    2031 | 30 000 € | 4 500 € | 34 500 €
    2032 | 31 500 € | - | 31 500 €
"""
ANNOUNCED = "Décide de verser à l’association Les Bigorneaux les subventions suivantes :"


def lines(table):
    [read] = read_tables([table], paragraphs("DÉCIDE :"), DeliberationRecord(body="Conseil municipal"), act_year=2031)
    return [] if read.skipped else list(grant_lines(read, act_year=2031).lines)


def test_each_row_is_of_its_year_and_its_beneficiary_is_in_doubt():
    found = lines(a_table(YEARS, title=ANNOUNCED))
    assert [(line.operator, line.year, line.amount) for line in found] == [
        ("association Les Bigorneaux", 2031, Decimal(34500)),
        ("association Les Bigorneaux", 2032, Decimal(31500)),
    ]
    assert all(line.certainty <= 0.6 and line.notes for line in found)


@pytest.mark.parametrize(
    "title",
    [
        "Le budget de l’association Les Bigorneaux évolue comme suit :",
        "Décide de verser aux associations les subventions suivantes :",
        "Décide de verser à l’association Les Bigorneaux une subvention de 900 €, selon l’échéancier suivant :",
    ],
)
def test_years_that_nobody_is_named_for_are_no_grants(title):
    assert lines(a_table(YEARS, title=title)) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Subventions aux associations 2032", [("amount_other", 2031), ("amount", 2032)]),
        ("Subventions 2031 et 2032", [("amount", 2031), ("amount", 2032)]),
        ("Subventions aux associations", [("amount", 2031), ("amount", 2032)]),
    ],
)
def test_next_year_that_the_title_alone_names_is_the_one_voted(title, expected):
    table = a_table("Association | Subvention 2031 | Subvention 2032\n Judo | 300 € | 350 €\n Cirque | 900 € | 800 €")
    [read] = read_tables([table], (), DeliberationRecord(body="Conseil municipal", title=title), act_year=2031)
    assert [(column.role, column.year) for column in read.columns[1:]] == expected


def test_year_of_a_row_goes_before_that_of_the_act():
    found = lines(a_table("Association | Exercice | Subvention\n Judo Club | 2029 | 900 €\n Chorale | 2030 | 500 €"))
    assert [(line.operator, line.year) for line in found] == [("Judo Club", 2029), ("Chorale", 2030)]
