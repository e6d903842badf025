"""Words struck through are withdrawn: never read as if nothing had happened."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from ingest.reader.documents import open_document
from ingest.reader.engines.hidden.struck_text import without_struck
from ingest.reader.pipeline import read
from ingest.reader.records import Box, Rule, Word
from tests.ingest.reader.drawn_pdfs import PAGE, fill, pdf, rule, table, text

ROWS = [["Bénéficiaire", "Commune", "Subvention 2024"], *([f"Club {name}", "Bor", "1 300,00 €"] for name in "ABC")]
TABLE = table(50, 60, [200, 100, 100], ROWS)
# The foot of a capital of the second row, in `drawn_pdfs`: 60 + 2 × 16 + 3 + 0.8 × 9.
BASELINE = 102.2
START, END = 352, 352 + 43.5


def cross(canvas):
    for y0, y1 in ((BASELINE - 7, BASELINE), (BASELINE, BASELINE - 7)):
        canvas.line(START, PAGE[1] - y0, END, PAGE[1] - y1)


@pytest.mark.parametrize(
    "stroke",
    [
        rule(START, BASELINE - 2.5, END, BASELINE - 2.5),
        rule(START - 4, BASELINE - 3.5, END + 4, BASELINE - 3.5),
        fill(START, BASELINE - 3, END, BASELINE - 2.4, shade=0),
        cross,
    ],
)
def test_amount_struck_through_gives_a_doubtful_line(tmp_path, stroke):
    lines = read(pdf(tmp_path / "acte.pdf", [TABLE, stroke])).lines
    assert [line.certainty < 0.9 for line in lines] == [False, True, False]
    assert lines[1].notes[-1] == "texte barré\u202f: «\u202f1 300,00 €\u202f»"


@pytest.mark.parametrize("down", [1.2, -9])
def test_underlined_and_overlined_amounts_stay_sure(tmp_path, down):
    lines = read(pdf(tmp_path / "acte.pdf", [TABLE, rule(START, BASELINE + down, END, BASELINE + down)])).lines
    assert {line.certainty for line in lines} == {
        line.certainty for line in read(pdf(tmp_path / "b.pdf", [TABLE])).lines
    }
    assert not any("barré" in note for line in lines for note in line.notes)


def test_figure_written_beside_one_that_is_struck_is_the_amount(tmp_path):
    rows = [*ROWS, ["Club D", "Bor", "9 000 € 1 450 €"]]
    struck = rule(352, 126.5 + 5.2, 380.5, 126.5 + 5.2)
    *_, line = read(pdf(tmp_path / "acte.pdf", [table(50, 60, [200, 100, 100], rows), struck])).lines
    assert (line.operator, line.amount, line.amount_text) == ("Club D", 1450, "1 450 €")
    assert line.certainty < 0.9
    assert line.notes[-1] == "imprimé à côté, barré\u202f: «\u202f9 000 €\u202f»"


def test_rule_of_a_table_that_runs_through_a_line_strikes_nothing():
    word = Word("Amicale", Box(60, 100, 100, 109), 9)
    words, doubts = without_struck([word], [Rule(50, 104.5, 250, 104.5)], [])
    assert (list(words), doubts) == ([word], [])


RECT = [START - 1, PAGE[1] - BASELINE - 2, END + 1, PAGE[1] - BASELINE + 8]


def annotated(path, drawing=b"", **said):
    """The file with an annotation over the amount of the second row, which looks as its `drawing` does."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        note = Dictionary(Type=Name.Annot, Rect=Array(RECT), F=4, C=Array([1, 0, 0]), **said)
        if drawing:
            look = document.make_stream(drawing, Type=Name.XObject, Subtype=Name.Form, BBox=Array(RECT))
            note.AP = Dictionary(N=look)
        document.pages[0].obj.Annots = Array([document.make_indirect(note)])
        document.save(path)
    return path


def test_amount_struck_by_an_annotation_gives_a_doubtful_line(tmp_path):
    lines = read(annotated(pdf(tmp_path / "acte.pdf", [TABLE]), Subtype=Name.StrikeOut)).lines
    assert [line.certainty < 0.9 for line in lines] == [False, True, False]


def test_an_annotation_strikes_the_lines_that_it_marks_and_not_its_whole_place(tmp_path):
    x0, y0, x1, y1 = RECT
    corners = [[x0, y1 + down, x1, y1 + down, x0, y0 + down, x1, y0 + down] for down in (16, -16)]
    marked = Array([number for one in corners for number in one])
    lines = read(annotated(pdf(tmp_path / "acte.pdf", [TABLE]), Subtype=Name.StrikeOut, QuadPoints=marked)).lines
    assert [line.certainty < 0.9 for line in lines] == [True, False, True]


@pytest.mark.parametrize("shade", [0, 1])
def test_amount_under_a_filled_annotation_is_not_read(tmp_path, shade):
    path = annotated(pdf(tmp_path / "acte.pdf", [TABLE]), Subtype=Name.Square, IC=Array([shade] * 3))
    reading = read(path)
    assert [line.operator for line in reading.lines] == ["Club A", "Club C"]
    assert [leftover.text for leftover in reading.leftovers] == ["Club B | Bor"]


FILLED = f"1 1 1 rg {RECT[0]} {RECT[1]} {RECT[2] - RECT[0]} {RECT[3] - RECT[1]} re f".encode()


@pytest.mark.parametrize("kind", [Name.Square, Name.Redact])
def test_amount_under_an_annotation_drawn_opaque_is_not_read(tmp_path, kind):
    reading = read(annotated(pdf(tmp_path / "acte.pdf", [TABLE]), FILLED, Subtype=kind))
    assert [line.operator for line in reading.lines] == ["Club A", "Club C"]


@pytest.mark.parametrize("drawing", [FILLED[:-1] + b"S", b"1 1 1 rg 352 740 4 4 re f"])
def test_annotation_drawn_as_an_outline_or_a_speck_hides_nothing(tmp_path, drawing):
    plain = open_document(pdf(tmp_path / "acte.pdf", [TABLE])).pages[0].words
    path = annotated(tmp_path / "acte.pdf", drawing, Subtype=Name.Square, IC=Array([1, 1, 1]))
    assert open_document(path).pages[0].words == plain


@pytest.mark.parametrize("kind", [Name.Square, Name.Highlight, Name.Redact, Name.Circle])
def test_annotation_that_hides_nothing_changes_nothing(tmp_path, kind):
    plain = open_document(pdf(tmp_path / "acte.pdf", [TABLE])).pages[0].words
    assert open_document(annotated(tmp_path / "acte.pdf", Subtype=kind)).pages[0].words == plain


def test_text_beside_a_struck_name_stays(tmp_path):
    drawn = [text(60, 100, "Amicale du personnel"), rule(60, 104.5, 92, 104.5)]
    [page] = open_document(pdf(tmp_path / "acte.pdf", drawn)).pages
    assert [word.text for word in page.words] == ["Amicale", "du", "personnel"]
    assert [doubt.note for doubt in page.doubts] == ["texte barré\u202f: «\u202fAmicale\u202f»"]
