"""Words recognised in a typewriter face: a space is told from the white between two columns."""

from itertools import pairwise

from ingest.reader.borderless.corridors import is_one_space
from ingest.reader.letters.typewriter import with_typewriter_widths
from ingest.reader.records import Box, Word

PITCH, SIZE = 4.8, 7.0
LINES = (
    "Association sportive de Beyrac",
    "Commune de Montfaucille",
    "Fonctionnement annuel de Courtelande",
    "72 310,00 €",
)


def recognised(lines, bearing):
    """The words of lines as recognition gives them: each box ends with its ink, `bearing` of a letter inside."""
    for row, line in enumerate(lines):
        column = 0
        for text in line.split():
            left, right = 50 + PITCH * (column + bearing), 50 + PITCH * (column + len(text) - bearing)
            yield Word(text, Box(left, 20 * row, right, 20 * row + 8), SIZE, certainty=0.99)
            column += len(text) + 1


def on_lines(words):
    return [[word for word in words if word.box.y0 == 20 * row] for row in range(len(LINES))]


def test_words_parted_by_one_space_stand_one_letter_apart():
    given = with_typewriter_widths(list(recognised(LINES, 0.16)))
    assert all(is_one_space(before, word) for line in on_lines(given) for before, word in pairwise(line))


def test_white_between_columns_is_no_space():
    words = list(recognised(LINES, 0.16))
    far = Word("850,00", Box(300, 0, 300 + 5.7 * PITCH, 8), SIZE, certainty=0.99)
    given = with_typewriter_widths([*words, far])
    before = next(word for word in given if word.text == "Beyrac")
    assert not is_one_space(before, given[-1])
    assert abs(given[-1].box.x0 - 300) < PITCH / 2


def test_words_of_a_face_whose_letters_differ_in_width_keep_their_boxes():
    widths = {**dict.fromkeys("ilftjrI.,'", 0.45), **dict.fromkeys("mwMWCOA", 1.5)}
    words = []
    for row, line in enumerate(LINES):
        left = 50.0
        for text in line.split():
            width = PITCH * sum(widths.get(letter, 1.0) for letter in text)
            words.append(Word(text, Box(left, 20 * row, left + width, 20 * row + 8), SIZE, certainty=0.99))
            left += width + PITCH / 2
    assert with_typewriter_widths(words) == words


def test_figures_that_measure_another_size_are_of_the_face_beside_them():
    """Read as a column of their own, they have no letters that go under the line: their type looks smaller."""
    smaller = {"72", "310,00", "€", "Commune", "de", "Montfaucille", "Fonctionnement", "Courtelande"}
    words = [
        Word(word.text, word.box._replace(y0=20 * row, y1=20 * row + 8), 0.85 * SIZE if word.text in smaller else SIZE)
        for row in range(6)
        for word in recognised((f"{LINES[0]} 72 310,00 € {LINES[1]} {LINES[2]}",), 0.16)
    ]
    line = [word for word in with_typewriter_widths(words) if word.box.y0 == 40]
    assert all(is_one_space(before, word) for before, word in pairwise(line))


def test_words_that_end_with_a_narrow_sign_are_as_wide_as_their_letters():
    words = [
        word._replace(box=word.box._replace(x1=word.box.x1 - 0.25 * PITCH)) if word.text[-1] in ",:" else word
        for word in recognised(("Le conseil municipal, après en", *LINES, "Beyrac : accordé, refusé, rejeté"), 0.16)
    ]
    given = with_typewriter_widths(words)
    lines = [[word for word in given if word.box.y0 == level] for level in (0, 100)]
    assert all(is_one_space(before, word) for line in lines for before, word in pairwise(line))


def test_a_comma_of_which_a_threshold_leaves_little_ends_a_word_of_the_face():
    words = [
        word._replace(box=word.box._replace(x1=word.box.x1 - 0.46 * PITCH)) if word.text == "délibéré," else word
        for word in recognised(("Municipal après avoir délibéré, décide", *LINES, *LINES), 0.16)
    ]
    line = [word for word in with_typewriter_widths(words) if word.box.y0 == 0]
    assert all(is_one_space(before, word) for before, word in pairwise(line))
