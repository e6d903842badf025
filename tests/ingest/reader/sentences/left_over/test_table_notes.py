"""Notes under a table, called by its cells."""

from ingest.reader.records import Box, Paragraph, Source
from ingest.reader.sentences.left_over.table_notes import notes_of
from tests.ingest.reader.hand_built import a_table

TABLE = a_table(
    """
    Association | Subvention
    Les Hirondelles (1) | 500 €
    La Ruche | 300 € *
    """,
    page=3,
)


def a_paragraph(text, page=3):
    return Paragraph(text, Source(page, 0, 0, Box(0, 0, 1, 1)))


def test_mark_that_a_cell_calls_opens_a_note_under_the_table_or_on_the_next_page():
    is_note = notes_of([TABLE])
    assert is_note(a_paragraph("(1) bilan de 12 450 €"))
    assert is_note(a_paragraph("* avait reçu 1 000 € en 2023", page=4))


def test_other_paragraphs_are_no_notes():
    is_note = notes_of([TABLE])
    assert not is_note(a_paragraph("(2) à La Ruche : 300 €"))
    assert not is_note(a_paragraph("(1) bilan de 12 450 €", page=5))
    assert not is_note(a_paragraph("Les Hirondelles (1)"))
    assert not notes_of([])(a_paragraph("* La Ruche : 300 €"))
