"""Rows of amounts that no table holds are left over."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ingest.reader.documents import open_document
from ingest.reader.records import Box, LineRecord, Source
from ingest.reader.scanning.scanned_pages import RECOGNISED
from ingest.reader.unread_rows import doubt_rows_in_prose, find_unread_rows, grants_in_list
from tests.ingest.reader.drawn_pdfs import pdf, text

NAMES = ("Foyer rural de Bor", "Chorale de Lure", "Tennis de Bor", "Judo de Lure")
AMOUNTS = ("500,00 €", "700,00 €", "900,00 €", "400,00 €")
ROWS = [text(60, 100 + 30 * n, name) for n, name in enumerate(NAMES)]
ROWS += [text(400, 100 + 30 * n, amount) for n, amount in enumerate(AMOUNTS)]
COUNTS = [text(400, 100 + 30 * n, "2300") for n in range(len(NAMES))]


@pytest.fixture
def pages(tmp_path):
    return lambda *drawn: open_document(pdf(tmp_path / "acte.pdf", drawn)).pages


def test_names_with_amounts_under_one_another_are_left_over(pages):
    found = find_unread_rows(pages(*ROWS), (), ())
    assert [one.text for one in found] == [f"{a} | {b}" for a, b in zip(NAMES, AMOUNTS, strict=True)]


def test_fewer_amounts_or_amounts_in_sentences_are_not(pages):
    sentences = [text(60, 400 + 30 * n, f"Vu la somme de {amount} au budget") for n, amount in enumerate(AMOUNTS)]
    assert find_unread_rows(pages(*ROWS[:3], *ROWS[4:7], *sentences), (), ()) == ()


def test_what_was_read_elsewhere_is_not_left_over(pages):
    read = [Source(1, 0, 0, Box(0.1, 95 / 800, 0.9, 115 / 800))]
    assert [one.text for one in find_unread_rows(pages(*ROWS), (), read)][0].startswith(NAMES[1])


def test_bare_figures_under_one_another_are_left_over_on_recognised_pages_alone(pages):
    drawn = pages(*(text(60, 100 + 30 * n, name) for n, name in enumerate(NAMES)), *COUNTS)
    assert find_unread_rows(drawn, (), ()) == ()
    recognised = [replace(page, notes=(RECOGNISED,)) for page in drawn]
    assert [one.text for one in find_unread_rows(recognised, (), ())] == [f"{name} | 2300" for name in NAMES]


@pytest.mark.parametrize(
    ("sentence", "grants"),
    [
        ("D’attribuer les subventions qui figurent au tableau ci-après.", True),
        ("Les subventions suivantes sont accordées :", True),
        ("Le budget primitif est adopté.", False),
    ],
)
def test_an_act_that_grants_a_list_says_so(sentence, grants):
    assert grants_in_list(sentence) == grants


def read_in_prose(*places):
    return [
        LineRecord(n, "", name, 2024, Decimal(500), "500,00 €", Source(1, 0, 0, Box(0.1, y / 800, 0.9, y / 800 + 0.02)))
        for n, (name, y) in enumerate(zip(NAMES, places, strict=False), 1)
    ]


def test_line_of_prose_printed_as_a_row_of_several_amounts_is_in_doubt(pages):
    asked = [text(300, 100, "610,00 €")]
    found = doubt_rows_in_prose(read_in_prose(98, 128), pages(*ROWS, *asked), ())
    assert [one.certainty < 0.9 for one in found] == [True, False]


@pytest.mark.parametrize(("rows", "doubted"), [(ROWS, True), ([*ROWS[:3], *ROWS[4:7]], False)])
def test_line_of_prose_printed_in_columns_is_in_doubt_where_other_rows_stand_under_it(pages, rows, doubted):
    counted = [text(300, 100, "726")]
    first, second = doubt_rows_in_prose(read_in_prose(98, 128), pages(*rows, *counted), ())
    assert (first.certainty < 0.9, second.certainty < 0.9) == (doubted, False)
