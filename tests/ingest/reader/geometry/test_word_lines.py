"""Words into printed lines: order, exponents, words turned on their side."""

from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.records import Box, Word


def a_word(text, x, y, size=10.0, angle=0):
    return Word(text, Box(x, y, x + 5 * len(text), y + size), size, angle=angle)


def texts(*words):
    return [[word.text for word in line] for line in lines_of_words(words)]


def test_lines_go_down_the_page_and_words_from_left_to_right():
    found = texts(a_word("deux", 60, 31), a_word("trois", 10, 50), a_word("ligne", 10, 30), a_word("un", 10, 10))
    assert found == [["un"], ["ligne", "deux"], ["trois"]]


def test_small_word_beside_a_large_one_is_on_its_line():
    assert texts(a_word("Titre", 10, 10, size=16), a_word("1", 40, 18, size=7)) == [["Titre", "1"]]


def test_lines_set_close_stay_two():
    assert texts(a_word("haut", 10, 10), a_word("bas", 10, 20)) == [["haut"], ["bas"]]


def test_words_turned_on_their_side_are_left_out():
    assert texts(a_word("droit", 10, 10), a_word("tourné", 40, 10, angle=270)) == [["droit"]]
