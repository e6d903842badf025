"""All that the rows of tables print leaves the reader, counted or not."""

from dataclasses import replace
from pathlib import Path

from ingest.reader.geometry.page_turns import as_displayed, turned_page
from ingest.reader.pipeline import read as read_file
from ingest.reader.pipeline import read_stages
from ingest.reader.printed_tables import printed_tables
from ingest.reader.records import Box, PrintedCell, PrintedRow, Source
from ingest.reader.stages import reading_of
from tests.ingest.reader.hand_built import a_table, read
from tests.ingest.readings import a_reading

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "samples" / "nord-2022-273.pdf"

FUNDED = """
Association | Commune | Montant demandé | Montant proposé
Judo Club   | Lens    | 12 000,00 €     | 9 500,00 €
Théâtre     | ^       | 4 000,00 €      | 3 000,00 €
Total       |         | 16 000,00 €     | 12 500,00 €
"""


def texts(row):
    return [cell.text for cell in row.cells]


def test_rows_keep_the_amounts_that_are_not_counted():
    (table,) = printed_tables([read(a_table(FUNDED))])

    assert [row.kind for row in table.rows] == ["header", "line", "line", "total"]
    assert texts(table.rows[1]) == ["Judo Club", "Lens", "12 000,00 €", "9 500,00 €"]
    assert [row.source.row for row in table.rows] == [1, 2, 3, 4]
    assert table.header == (("Association",), ("Commune",), ("Montant demandé",), ("Montant proposé",))
    assert [column.role for column in table.columns] == ["operator", "commune", "amount_other", "amount"]
    assert (table.position, table.number, table.label, table.pages, table.skipped) == (1, 1, "annexe-1", (1,), "")


def test_cell_merged_from_above_is_told_on_each_row_and_blank_cells_on_none():
    (table,) = printed_tables([read(a_table(FUNDED))])

    assert [(cell.text, cell.carried) for cell in table.rows[2].cells][1] == ("Lens", True)
    assert not table.rows[1].cells[1].carried
    assert texts(table.rows[3]) == ["Total", "16 000,00 €", "12 500,00 €"]


def test_table_set_aside_is_there_with_its_reason():
    prices = a_table("Prestation | Prix unitaire\nLocation d’une salle | 120,00 €\nLocation d’un car | 80,00 €")

    (table,) = printed_tables([read(prices)])

    assert table.skipped
    assert texts(table.rows[2]) == ["Location d’un car", "80,00 €"]


def test_every_line_of_a_file_stands_on_a_printed_row():
    reading = read_file(SAMPLE)

    printed = {(table.label, row.source.row, row.source.page) for table in reading.tables for row in table.rows}
    lines = [line for line in reading.lines if line.source.table]
    assert lines
    assert {(line.table, line.source.row, line.source.page) for line in lines} <= printed


def test_tables_are_left_out_where_nobody_asks():
    assert reading_of(read_stages(SAMPLE)).tables == ()


def test_places_on_a_turned_page_are_told_on_the_page_as_displayed():
    box = Box(0.1, 0.2, 0.3, 0.4)
    row = PrintedRow("line", Source(3, 1, 1, box), (PrintedCell("CCAS", 0, 1, box),))
    (table,) = printed_tables([read(a_table(FUNDED))])
    reading = a_reading(tables=(replace(table, rows=(row,)),))
    pages = tuple(turned_page(page, 1) if page.number == 3 else page for page in reading.document.pages)

    shown = as_displayed(replace(reading, document=replace(reading.document, pages=pages)))

    (turned,) = shown.tables[0].rows
    assert turned.source.box == turned.cells[0].box != box
