"""Recognised tables whose headings cannot be read, and badly recognised pages, are left over."""

from dataclasses import replace

import pytest

from ingest.reader.errors import NoGrantError
from ingest.reader.records import Box, Document, Page, Source, Word
from ingest.reader.scanning.scanned_pages import BADLY, RECOGNISED
from ingest.reader.stages import Stages, reading_of
from ingest.reader.unread_tables import COLUMNS_REASON, find_unread_pages, find_unread_tables
from tests.ingest.reader.hand_built import a_table, read

UNREAD = """
    Acteur        | &ction    | CAF         | Gonscil dépar
    Foyer de Bor  | Matériel  | 3 300,00 €  | 6.G00,00
    Judo de Lure  | Tournoi   | 4 500,00 €  | 4.500,50
    Tennis de Bor | Courts    | 900,00 €    | 90000
    Chorale       | Concert   | 700,00 €    | 1.400,00
"""
READ = UNREAD.replace("Gonscil dépar", "Autre part")


def recognised(rows, *, certainty=0.9, doubtful=0.2):
    """The table as recognised, its words that are no French in doubt."""
    table = a_table(rows)
    grid = tuple(
        tuple(replace(cell, certainty=doubtful if "Gonscil" in cell.text else certainty) for cell in row)
        for row in table.grid
    )
    return read(replace(table, grid=grid))


def test_rows_of_a_table_whose_money_has_no_heading_that_reads_are_left_over():
    found = find_unread_tables([recognised(UNREAD)])
    assert [left.text.split(" | ")[0] for left in found] == ["Foyer de Bor", "Judo de Lure", "Tennis de Bor", "Chorale"]
    assert {left.reason for left in found} == {COLUMNS_REASON}


@pytest.mark.parametrize(
    "one",
    [
        recognised(READ),
        read(a_table(UNREAD)),
        recognised("Prestation | Tarif\n Copie | 3,00 €\n Badge | 4,00 €\n Visite | 5,00 €"),
    ],
    ids=["headings that read", "set text", "prices"],
)
def test_tables_that_were_understood_are_not(one):
    assert find_unread_tables([one]) == ()


def page(number, texts, *notes):
    words = tuple(Word(text, Box(60, 100 + 20 * n, 120, 110 + 20 * n), 10) for n, text in enumerate(texts))
    return Page(number, 600, 800, words, (), notes=(RECOGNISED, *notes))


AMOUNTS = ("500,00€", "700,00€", "900,00€", "1.000,00€")


def test_badly_recognised_page_of_which_nothing_was_read_is_left_over():
    pages = [page(n, AMOUNTS, BADLY.format(number=n)) for n in (1, 2)] + [page(3, AMOUNTS)]
    [left] = find_unread_pages(pages, [Source(1, 1, 1, Box(0, 0, 1, 1))])
    assert (left.source.page, left.text) == (2, "Page 2")


def test_badly_recognised_page_without_amounts_is_not():
    assert find_unread_pages([page(1, ("Vu", "le", "rapport", "annexé"), BADLY.format(number=1))], []) == ()


def test_refusal_of_a_file_says_which_pages_could_not_be_read():
    pages = (page(1, ("Objet",)), page(2, AMOUNTS, BADLY.format(number=2)), page(3, AMOUNTS))
    stages = Stages(Document("acte.pdf", "", pages, "pdfium"), (), (), None, (), (), (), (), (), None)
    with pytest.raises(NoGrantError, match="mal reconnu\u202f: page\u00a02\\."):
        reading_of(stages)
