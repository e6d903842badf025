"""Letters set apart from each other are words; those of columns, and those that spaces part, are not."""

import pytest

from ingest.reader.documents import open_document
from ingest.reader.engines.words.letter_spacing import without_letter_spacing, without_line_a_letter
from ingest.reader.records import Box
from tests.ingest.reader.drawn_pdfs import PAGE, pdf


def apart(white, *words):
    """Words set letter by letter, with no space in the file: three times as much white between two words."""

    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        x = 60.0
        for word in words:
            for letter in word:
                canvas.drawString(x, PAGE[1] - 108, letter)
                x += canvas.stringWidth(letter, "Helvetica", 10) + white
            x += 2 * white

    return draw


@pytest.mark.parametrize(
    ("printed", "white"),
    [(["DÉLIBÉRATION", "DU", "GERS"], 3), (["Commune", "de", "Bor"], 2), (["123", "000,50", "€"], 2.5)],
)
def test_letters_set_apart_are_words(tmp_path, printed, white):
    [page] = open_document(pdf(tmp_path / "acte.pdf", [apart(white, *printed)])).pages
    assert [word.text for word in page.words] == printed
    assert page.words[0].box.x0 == pytest.approx(60, abs=1)


@pytest.mark.parametrize(("text", "white"), [("XXXXXX", 14), ("102034", 3)])
def test_ticks_and_figures_of_columns_stay_apart(tmp_path, text, white):
    [page] = open_document(pdf(tmp_path / "acte.pdf", [apart(white, text)])).pages
    assert [word.text for word in page.words] == list(text)


def test_letters_that_spaces_of_the_file_part_stay_apart():
    text = "A B C D E"
    boxes = [Box(4 * place, 0, 4 * place + 5, 10) for place in range(len(text))]
    assert without_letter_spacing(text, lambda _: False, boxes.__getitem__) == text
    assert without_letter_spacing(text, lambda _: True, boxes.__getitem__).replace("\u200b", "") == "ABCDE"


def test_letters_drawn_one_by_one_in_narrow_columns_are_words(tmp_path):
    def draw(canvas):
        canvas.setFont("Helvetica", 9)
        for line in range(40):
            for x in (60.0, 420.0):
                for letter in "Chorale Do Mi" if x < 100 else f"{100 + line} €":
                    canvas.drawString(x, PAGE[1] - 60 - 9 * line, letter)
                    x += canvas.stringWidth(letter, "Helvetica", 9)

    [page] = open_document(pdf(tmp_path / "acte.pdf", [draw])).pages
    assert [word.text for word in page.words[:5]] == ["Chorale", "Do", "Mi", "100", "€"]
    assert len(page.words) == 200


def test_letters_printed_upwards_that_come_a_line_each_are_words():
    text, y, boxes = "\r\nL\r\ni\r\ng\r\nu\r\ne\r\n1\r\n8", 0.0, []
    for letter in text:
        y += 4 * (letter == "1") + 5 * letter.isalnum()
        boxes.append(Box(100, y - 5, 110, y))
    read = without_line_a_letter(text, boxes.__getitem__).replace("\u200b", "")
    assert read == "\r\nLigue\r\n18"


def test_a_figure_on_each_line_of_a_column_stays_apart():
    text = "1\r\n2\r\n3\r\n4\r\n5\r\n6"
    boxes = [Box(0, -4 * place, 5, 9 - 4 * place) for place in range(len(text))]
    assert without_line_a_letter(text, boxes.__getitem__) == text


def test_short_words_before_lone_figures_stay_apart():
    text, x, boxes = "du Lin 0 € 2 €", 0.0, []
    for letter in text:
        boxes.append(Box(x, 0, x + (2 if letter == " " else 4), 9))
        x = boxes[-1].x1
    assert without_letter_spacing(text, lambda _: True, boxes.__getitem__).startswith("du Lin 0")


def test_sums_of_a_sentence_whose_spaces_the_file_does_not_hold_stay_apart():
    text, x, boxes = "5 000 € à 3 200 € ;", 0.0, []
    for letter in text:
        boxes.append(Box(x, 0, x + (2 if letter == " " else 4), 9))
        x = boxes[-1].x1
    assert without_letter_spacing(text, lambda _: True, boxes.__getitem__) == text
