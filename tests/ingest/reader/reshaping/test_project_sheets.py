"""Project sheets: one grant in a table that names nobody, the beneficiary on a line of its own."""

from dataclasses import replace

import pytest

from ingest.reader.grant_tables import read_tables
from ingest.reader.lines import grant_lines
from ingest.reader.records import Box, DeliberationRecord, Paragraph, Source
from ingest.reader.set_aside.reasons import NOBODY_REASON
from tests.ingest.reader.hand_built import a_table

SHEET = """
    Libellé base subvention | Montant base subvention | Taux d'intervention | Montant de la subvention maximum
    Jardins partagés | 25 000,00 € TTC | 40,00 % | 10 000,00 €
    | | Montant total de la subvention | 10 000,00 €
"""


def said(text, page, y):
    return Paragraph(text, Source(page, 0, 0, Box(0.1, y, 0.9, y + 0.02)))


def lines(tables, told):
    reads = read_tables(tables, told, DeliberationRecord(body="Commission permanente"), act_year=2031)
    return [line for read in reads if not read.skipped for line in grant_lines(read, act_year=2031).lines]


def on_page(page, number):
    table = a_table(SHEET, number=number, page=page)
    return replace(table, boxes={page: Box(0.1, 0.3, 0.9, 0.4)})


def test_sheet_names_its_beneficiary_under_the_table():
    told = [
        said("Dénomination : LES JARDINS DU CANAL", 1, 0.5),
        said("Dénomination : COMMUNE DE VIRELAY", 2, 0.5),
    ]
    found = lines([on_page(1, 1), on_page(2, 2)], told)
    assert [(line.operator, int(line.amount)) for line in found] == [
        ("LES JARDINS DU CANAL", 10000),
        ("COMMUNE DE VIRELAY", 10000),
    ]
    assert all(line.certainty <= 0.6 and any("fiche" in note for note in line.notes) for line in found)


def test_sheet_names_its_beneficiary_above_the_table():
    assert [line.operator for line in lines([on_page(1, 1)], [said("Bénéficiaire : MJC Bellevue", 1, 0.2)])] == [
        "MJC Bellevue"
    ]


def test_sheet_names_its_beneficiary_and_its_purpose_in_a_table_of_labels():
    labels = a_table(
        """
        Bénéficiaire | ASSOCIATION LES NUITS DU CANAL
        Localisation | VIRELAY (80)
        Objet du projet | Festival de conte
        """,
        number=1,
        page=1,
        header_rows=0,
    )
    labels = replace(labels, boxes={1: Box(0.1, 0.1, 0.9, 0.2)})
    [line] = lines([labels, on_page(1, 2)], [])
    assert (line.operator, line.action, int(line.amount)) == (
        "ASSOCIATION LES NUITS DU CANAL",
        "Festival de conte",
        10000,
    )


@pytest.mark.parametrize(
    "told",
    [
        [],
        [said("Dénomination : A", 1, 0.5), said("Dénomination : B", 1, 0.6)],
        [said("Dénomination : LES JARDINS DU CANAL", 3, 0.5)],
    ],
)
def test_table_whose_sheet_names_nobody_for_certain_gives_no_line(told):
    (read,) = read_tables([on_page(1, 1)], told, DeliberationRecord(body="Commission permanente"), act_year=2031)
    assert read.skipped == NOBODY_REASON
