"""Ruled tables of the real deliberations: number of rows, cells, merged cells over page breaks."""

import csv
from collections import Counter
from collections.abc import Iterator

import pytest

from ingest.reader.records import Document, Table
from tests.conftest import CORPUS
from tests.corpus.readings import ACTS, stages

pytestmark = pytest.mark.corpus


def document(name: str) -> Document:
    return stages(name).document


def tables(name: str) -> tuple[Table, ...]:
    return stages(name).tables


def expected(name: str, file: str = "lines") -> list[dict[str, str]]:
    with (CORPUS / "expected" / f"{name}.{file}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def body(table: Table) -> Iterator[list[str]]:
    for row in table.grid[table.header_rows :]:
        yield [cell.text if cell else "" for cell in row]


def longest(name: str) -> Table:
    return max(tables(name), key=lambda table: len(table.grid))


def test_annex_of_490_rows_is_one_table_with_every_cell_as_printed():
    rows = list(body(longest("nord-2022-273")))
    lines = [line for line in expected("nord-2022-273") if line["year"] == "2022"]
    assert len(rows) == len(lines) == 490
    names = ("territory", "programme", "subprogramme", "operator", "commune", "action")
    assert [row[1:7] for row in rows] == [[line[name] for name in names] for line in lines]
    # a reference begun and never filled is printed, and is no reference
    wrong = [(row[0], line["reference"]) for row, line in zip(rows, lines, strict=True) if row[0] != line["reference"]]
    assert {line for _, line in wrong} <= {""}
    assert len(wrong) < 10


def test_annex_of_517_rows_and_37_totals_is_one_table():
    table = longest("pdc-2025-237")
    assert (table.header_rows, len(table.grid) - 1) == (1, 517 + 37)
    cells = {cell.text for row in table.grid for cell in row if cell}
    printed = {line[name] for line in expected("pdc-2025-237") for name in ("territory", "operator", "subprogramme")}
    assert printed - cells - {""} == set()


def test_merged_labels_cover_the_rows_of_both_pages_and_blank_cells_stay_blank():
    rows = [row[:3] for table in tables("pdc-2023-259") for row in body(table) if row[-1] == "Convention"]
    lines = expected("pdc-2023-259")
    assert rows == [[line["subprogramme"], line["territory"], line["operator"]] for line in lines]
    blank = sum(not line["territory"] for line in lines)
    assert blank > 40


def test_small_table_cut_by_the_page_is_joined():
    [cut] = [table for table in tables("nord-2023-177") if list(table.boxes) == [4, 5]]
    assert cut.header_rows == 1
    assert [row[0] for row in body(cut)] == [
        "Loos",
        "Loos",
        "Tourcoing",
        "Bailleul",
        "Lille Fives",
        "Valenciennes",
        "Total",
    ]


def test_two_level_header_of_a_roadmap_is_repeated_only_once():
    [found] = [table for table in tables("nord-2024-161") if 74 in table.boxes]
    assert found.header_rows == 2
    assert [cell.text for cell in found.grid[1] if cell] == [
        "Cible opérationnelle",
        "Plan d'actions 2024",
        "TDB national",
        "Autres",
        "Échéance estimée",
        "Pilotes",
    ]


@pytest.mark.parametrize("name", ACTS)
def test_every_word_in_the_boxes_is_in_a_cell_or_in_a_header_said_to_be_removed(name):
    in_cells = Counter(
        word
        for table in tables(name)
        for cell in {id(cell): cell for row in table.grid for cell in row if cell}.values()
        for line in cell.lines
        for word in line.split()
    )
    printed = Counter(
        word.text
        for page in document(name).pages
        for word in page.words
        if any(
            table.boxes[page.number].x0 <= (word.box.x0 + word.box.x1) / 2 / page.width <= table.boxes[page.number].x1
            and table.boxes[page.number].y0
            <= (word.box.y0 + word.box.y1) / 2 / page.height
            <= table.boxes[page.number].y1
            for table in tables(name)
            if page.number in table.boxes
        )
    )
    header = Counter(
        word
        for table in tables(name)
        for _ in range(sum("en-tête répété" in note for note in table.notes))
        for cell in {id(cell): cell for row in table.grid[: table.header_rows] for cell in row if cell}.values()
        for line in cell.lines
        for word in line.split()
    )
    assert printed - in_cells - header == Counter()
    assert in_cells - printed == Counter()
