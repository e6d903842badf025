"""Rows of amounts that no table holds are left over."""

from dataclasses import replace
from decimal import Decimal

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.reader.documents import open_document
from ingest.reader.pipeline import read_stages
from ingest.reader.records import Box, Leftover, LineRecord, Source, Table
from ingest.reader.scanning.scanned_pages import RECOGNISED
from ingest.reader.unread.all_unread import WasRead, find_unread
from ingest.reader.unread.unread_rows import (
    ALONE_REASON,
    ENTRY_REASON,
    doubt_rows_in_prose,
    find_unread_rows,
    grants_in_list,
    without_read,
)
from tests.ingest.reader.drawn_pdfs import SIZE, pdf, text

NAMES = ("Foyer rural de Bor", "Chorale de Lure", "Tennis de Bor", "Judo de Lure")
AMOUNTS = ("500,00 €", "700,00 €", "900,00 €", "400,00 €")
ROWS = [text(60, 100 + 30 * n, name) for n, name in enumerate(NAMES)]
ROWS += [text(400, 100 + 30 * n, amount) for n, amount in enumerate(AMOUNTS)]
LAST_ROWS = list(zip(NAMES, AMOUNTS, strict=True))[1:]
COUNTS = [text(400, 100 + 30 * n, "2300") for n in range(len(NAMES))]


@pytest.fixture
def pages(tmp_path):
    return lambda *drawn: open_document(pdf(tmp_path / "acte.pdf", drawn)).pages


def test_names_with_amounts_under_one_another_are_left_over(pages):
    found = find_unread_rows(pages(*ROWS), ())
    assert [one.text for one in found] == [f"{a} | {b}" for a, b in zip(NAMES, AMOUNTS, strict=True)]


def test_amount_between_the_lines_of_a_name_is_left_over_with_other_rows(pages):
    name = text(60, 224, "Union des", "anciens"), text(400, 230, "650,00 €")
    assert [one.text for one in find_unread_rows(pages(*ROWS, *name), ())][4:] == ["650,00 €"]
    assert find_unread_rows(pages(*name), ()) == ()


def test_amounts_beside_other_columns_are_rows_though_names_stand_over_and_under_them(pages):
    names = [text(120, 94 + 30 * n, *name.split(maxsplit=1)) for n, name in enumerate(NAMES)]
    beside = [text(60, 100 + 30 * n, f"657{n}") for n in range(4)] + [
        text(300, 100 + 30 * n, f"{n}2") for n in range(4)
    ]
    assert len(find_unread_rows(pages(*names, *beside, *ROWS[4:]), ())) == 4
    assert find_unread_rows(pages(*names, *ROWS[4:]), ()) == ()


def test_amounts_centred_in_their_column_stand_under_one_another(pages):
    amounts = ("50,00 €", "12 700,00 €", "900,00 €", "1 234 500,00 €")
    centred = [
        text(450 - stringWidth(amount, "Helvetica", SIZE) / 2, 100 + 30 * n, amount) for n, amount in enumerate(amounts)
    ]
    assert len(find_unread_rows(pages(*ROWS[:4], *centred), ())) == 4


def test_fewer_amounts_or_amounts_in_sentences_are_not(pages):
    sentences = [text(60, 400 + 30 * n, f"Vu la somme de {amount} au budget") for n, amount in enumerate(AMOUNTS)]
    assert find_unread_rows(pages(*ROWS[:3], *ROWS[4:7], *sentences), ()) == ()


def test_costs_and_requests_under_labels_are_not_left_over(pages):
    labels = ("Budget de l’action :", "Montant sollicité :", "Rappel 2030 :", "Montant proposé :")
    drawn = [text(60, 100 + 30 * n, label) for n, label in enumerate(labels)]
    assert [one.text for one in find_unread_rows(pages(*drawn, *ROWS[4:]), ())] == ["Montant proposé : | 400,00 €"]


def test_one_row_under_the_amounts_of_a_table_is_left_over(pages):
    drawn = pages(*ROWS)
    box = Box(0.0, 0.0, 1.0, 180 / 800)
    table = Table(1, "", (), 0, {1: box})
    assert [one.text for one in find_unread_rows(drawn, (table,))] == [f"{NAMES[3]} | {AMOUNTS[3]}"]
    aside = pages(*ROWS[:3], *ROWS[4:7], text(60, 400, NAMES[3]), text(300, 400, AMOUNTS[3]))
    assert find_unread_rows(aside, (table,)) == ()


def test_what_was_read_elsewhere_is_not_left_over(pages):
    read = [Source(1, 0, 0, Box(0.1, 95 / 800, 0.9, 115 / 800))]
    assert [one.text for one in without_read(find_unread_rows(pages(*ROWS), ()), read)][0].startswith(NAMES[1])


def test_bare_amount_that_is_left_over_does_not_tell_its_row(pages):
    """Where columns are taken for those of prose, sums and names are parted: the row says whose the sum is."""

    def left(text):
        where = Source(1, 0, 0, Box(0.1, 95 / 800, 0.9, 115 / 800))
        sums = (Leftover(text, "somme", where),)
        return [one.text for one in find_unread(pages(*ROWS), (), (), (), WasRead((), (), sums, sums))]

    assert f"{NAMES[0]} | {AMOUNTS[0]}" in left(AMOUNTS[0])
    assert f"{NAMES[0]} | {AMOUNTS[0]}" not in left(f"{NAMES[0]} {AMOUNTS[0]}")


def test_bare_figures_under_one_another_are_left_over_on_recognised_pages_alone(pages):
    drawn = pages(*(text(60, 100 + 30 * n, name) for n, name in enumerate(NAMES)), *COUNTS)
    assert find_unread_rows(drawn, ()) == ()
    recognised = [replace(page, notes=(RECOGNISED,)) for page in drawn]
    assert [one.text for one in find_unread_rows(recognised, ())] == [f"{name} | 2300" for name in NAMES]


def test_amounts_beside_no_name_are_left_over_where_they_are_a_column(pages):
    columns = [text(x, 100 + 30 * n, f"{700 + n},00 €") for x in (200, 400) for n in range(6)]
    assert [one.reason for one in find_unread_rows(pages(*columns), ())] == [ALONE_REASON] * 6
    assert find_unread_rows(pages(*columns[:4]), ()) == ()


ENTRIES = [
    text(60, 100 + 20 * n, f"- {name} : {amount}") for n, (name, amount) in enumerate(zip(NAMES, AMOUNTS, strict=True))
]


def test_entries_of_a_list_under_one_another_are_left_over(pages):
    notices = [text(60, 300, "Votants : 22"), text(60, 320, "Le 4 mars 2023")]
    found = find_unread_rows(pages(*ENTRIES, *notices), ())
    assert [one.text for one in found] == [f"- {name} : {amount}" for name, amount in zip(NAMES, AMOUNTS, strict=True)]
    assert {one.reason for one in found} == {ENTRY_REASON}


def test_entries_beside_a_notice_of_the_same_size_are_left_over_without_it(pages):
    margin = [text(30, 100 + 20 * n, "Reçu le") for n in range(len(NAMES))]
    beside = [
        text(160, 100 + 20 * n, f"{name} ...... {amount}")
        for n, (name, amount) in enumerate(zip(NAMES, AMOUNTS, strict=True))
    ]
    found = find_unread_rows(pages(*margin, *beside), ())
    assert [one.text.split(" ...")[0] for one in found] == list(NAMES)


def test_two_entries_are_a_list_where_no_line_was_read_alone(pages):
    drawn = pages(*ENTRIES[:2])
    assert find_unread_rows(drawn, ()) == ()
    assert len(find_unread_rows(drawn, (), nothing_read=True)) == 2


@pytest.mark.parametrize(
    "drawn",
    [
        [text(60, 100 + 20 * n, f"Coût prévisionnel : {amount}") for n, amount in enumerate(AMOUNTS)],
        [text(60, 100 + 20 * n, f"{name}, aide proposée : 900 €") for n, name in enumerate(NAMES)],
        [
            text(60 + 20 * n, 100 + 20 * n, f"{name} : {amount}")
            for n, (name, amount) in enumerate(zip(NAMES, AMOUNTS, strict=True))
        ],
        [
            text(60, 100 + 20 * n, f"{name} reçut en son temps {amount}")
            for n, (name, amount) in enumerate(zip(NAMES, AMOUNTS, strict=True))
        ],
    ],
    ids=["one label again and again", "what is proposed", "not under one another", "sentences"],
)
def test_other_texts_that_end_with_an_amount_are_not(pages, drawn):
    assert find_unread_rows(pages(*drawn), ()) == ()


def test_labels_of_sums_are_left_over_where_nothing_was_read(pages):
    drawn = [text(60, 100 + 20 * n, f"Subvention : {amount}") for n, amount in enumerate(AMOUNTS)]
    assert len(find_unread_rows(pages(*drawn), (), nothing_read=True)) == len(AMOUNTS)


def test_entries_that_were_read_are_not_left_over(pages):
    read = [Source(1, 0, 0, Box(0.1, 95 / 800, 0.9, 150 / 800))]
    (left,) = without_read(find_unread_rows(pages(*ENTRIES), (), nothing_read=True), read)
    assert NAMES[-1] in left.text


@pytest.mark.parametrize(
    ("sentence", "grants"),
    [
        ("D’attribuer les subventions qui figurent au tableau ci-après.", True),
        ("Les subventions suivantes sont accordées :", True),
        ("Le budget primitif est adopté.", False),
        ("Le Conseil vote les tarifs du concours hippique :", False),
    ],
)
def test_an_act_that_grants_a_list_says_so(sentence, grants):
    assert grants_in_list(sentence) == grants


def test_entries_under_a_decision_that_was_left_over_are_left_over_too(tmp_path):
    decision = text(60, 60, "DÉCIDE de parrainer la course à hauteur de 300 € au profit du Club des Ponts.")
    stages = read_stages(pdf(tmp_path / "acte.pdf", [decision, *ENTRIES]))
    assert not stages.lines
    (left, *entries) = stages.leftovers
    assert "parrainer" in left.text
    assert [one.text.count(",00 €") for one in entries] == [1] * len(ENTRIES)


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


def test_bare_figures_among_rows_that_are_left_over_are_left_over_too(pages):
    others = [("Ligue de Bor", "250", 400), ("Radio de Bor", "60", 400), ("Fait en", "2031", 300)]
    drawn = [text(60, 115 + 30 * n, name) for n, (name, _, _) in enumerate(others)]
    drawn += [text(x, 115 + 30 * n, figure) for n, (_, figure, x) in enumerate(others)]
    found = [one.text for one in find_unread_rows(pages(*ROWS, *drawn), ())]
    assert found == ["Foyer rural de Bor | 500,00 €", "Ligue de Bor | 250", *(f"{a} | {b}" for a, b in LAST_ROWS)]


@pytest.mark.parametrize(
    ("name", "x", "doubted"), [("Région", 300, True), ("Régie du Bief", 300, False), ("État", 90, False)]
)
def test_line_of_prose_beside_a_funder_far_from_its_sum_is_in_doubt(pages, name, x, doubted):
    drawn = pages(text(60, 100, name), text(x, 100, "610,00 €"))
    [found] = doubt_rows_in_prose(read_in_prose(98), drawn, ())
    assert (found.certainty < 0.9) is doubted
