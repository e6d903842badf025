"""Where natural persons who receive live, as pages print it beside their names."""

from decimal import Decimal

import pytest

from ingest.reader.personal import find_personal_data
from ingest.reader.records import Box, Document, LineRecord, Page, Source, Word

WIDTH, HEIGHT = 600, 800


def cell(text: str, left: float, top: float) -> list[Word]:
    """Words of a line of a cell, one under the other cells of its row."""
    placed = []
    for word in text.split():
        placed.append(Word(word, Box(left, top, left + 5 * len(word), top + 10), 10))
        left += 5 * len(word) + 3
    return placed


def covered(printed: list[Word], operator: str, row: Source) -> set[str]:
    """The words that are masked on a page that grants to `operator` in this row."""
    page = Page(1, WIDTH, HEIGHT, tuple(printed), ())
    line = LineRecord(1, "tableau-1", operator, 2031, Decimal(900), "900", row)
    found = find_personal_data(Document("a.pdf", "", (page,)), (line,), ())
    boxes = [source.box for one in found for source in one.sources]
    return {word.text for word in printed if any(box.holds(page.in_fractions(word.box)) for box in boxes)}


def row_between(top: float, bottom: float, table: int = 1) -> Source:
    return Source(1, table, 1, Box(0, top / HEIGHT, 1, bottom / HEIGHT))


def test_street_in_the_row_of_a_person_is_masked_and_the_town_is_not():
    printed = [
        *cell("Mme Ève ROY", 50, 100),
        *cell("14 rue des", 200, 100),
        *cell("Tanneurs, 01260 Bor", 200, 112),
        *cell("Énergie 900 €", 400, 100),
        *cell("3 place Foch", 200, 140),  # of the next row
    ]
    assert covered(printed, "Mme Ève ROY", row_between(95, 130)) == {"Ève", "ROY", "14", "rue", "des", "Tanneurs,"}


def test_postcode_right_behind_a_street_ends_it():
    printed = [*cell("Mme Ève ROY", 50, 100), *cell("14 rue des Tanneurs 01260 Bor", 200, 100)]
    assert "01260" not in covered(printed, "Mme Ève ROY", row_between(95, 130))


def test_street_of_an_organisation_is_not_masked():
    printed = [*cell("SCI Les Glycines", 50, 100), *cell("14 rue des Tanneurs", 200, 100)]
    assert covered(printed, "SCI Les Glycines", row_between(95, 130)) == set()


def test_street_told_behind_a_person_is_masked_and_that_of_another_is_not():
    printed = [
        *cell("900 € à M. Luc ROY, domicilié 8 bis, grande rue à Bor,", 50, 100),
        *cell("et à la Ruche, 4 rue Basse,", 50, 112),
    ]
    told = covered(printed, "M. Luc ROY", row_between(95, 130, table=0))
    assert told == {"Luc", "ROY,", "8", "bis,", "grande", "rue"}


@pytest.mark.parametrize(
    ("behind", "street"),
    [
        ("(14, place Neuve, 01260 Bor)", {"(14,", "place", "Neuve,"}),
        ("8-10 rue Basse, 01260 Bor", {"8-10", "rue", "Basse,"}),
        ("14 cours Foch, 01260 Bor", {"14", "cours", "Foch,"}),
        ("14 cité des Mines, 01260 Bor", {"14", "cité", "des", "Mines,"}),
        ("2 cours de danse", set()),
    ],
)
def test_street_is_told_in_brackets_between_two_numbers_and_by_rarer_words(behind, street):
    printed = cell(f"Mme Ève ROY {behind}", 50, 100)
    assert covered(printed, "Mme Ève ROY", row_between(95, 130, table=0)) == {"Ève", "ROY", *street}
