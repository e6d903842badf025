"""Labels of tables by the annex they stand in."""

import pytest

from ingest.reader.records import Box, Paragraph, Source
from ingest.reader.set_aside.annexes import annex_label, label_tables, tables_of_the_act
from tests.ingest.reader.hand_built import a_table


def a_paragraph(text, *, page=1, y=0.05, kind="text"):
    return Paragraph(text, Source(page, 0, 0, Box(0.1, y, 0.9, y + 0.01)), kind)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("ANNEXE 1", "annexe-1"),
        ("Annexe n° 12 – Répartition", "annexe-12"),
        ("Annexe 7 : répartition financière des opérations", "annexe-7"),
        ("Annexe 1.b.", "annexe-1b"),
        ("Annexe II", "annexe-ii"),
        ("Annexe à la délibération", ""),
        ("Liste jointe en annexe 3", ""),
        ("Annexe 3 " + "que la présente délibération approuve " * 8, ""),
    ],
)
def test_annex_is_named_by_its_heading(text, label):
    assert annex_label(text) == label


def test_table_takes_the_nearest_annex_above_it():
    tables = [a_table("A | B\n1 | 2", page=2), a_table("A | B\n1 | 2", page=3, number=2)]
    paragraphs = [
        a_paragraph("Préfecture", page=2, y=0.98),  # a running head, first of its page
        a_paragraph("ANNEXE 1", page=2),
        a_paragraph("ANNEXE 2", page=3),
        a_paragraph("ANNEXE 3", page=3, y=0.95),
    ]
    assert label_tables(tables, paragraphs) == {1: "annexe-1", 2: "annexe-2"}


def test_tables_of_one_annex_are_numbered_and_others_have_their_own_number():
    tables = [a_table("A | B\n1 | 2", page=page, number=page) for page in (1, 2, 3)]
    assert label_tables(tables, [a_paragraph("Annexe 4", page=2)]) == {
        1: "tableau-1",
        2: "annexe-4-1",
        3: "annexe-4-2",
    }


def test_title_of_a_table_may_name_its_annex():
    assert label_tables([a_table("A | B\n1 | 2", title="Annexe 7 : liste")], []) == {1: "annexe-7"}


def test_tables_of_a_document_without_parts_are_of_the_act():
    assert tables_of_the_act([a_table("A | B\n1 | 2")], []) == {1}
