"""Lines of a cell and the words that a narrow column cuts: lines set by hand, 5 points a character."""

import pytest

from ingest.reader.layout.cells.setting import CellLine, set_lines
from ingest.reader.layout.cells.texts import WholeWords, join_cell_lines, padding_of
from ingest.reader.records import Box, Word
from ingest.reader.values.amounts import parse_amount
from ingest.reader.values.figures import FAR_SPACE, parse_count

CHARACTER, SIZE = 5.0, 10.0


def line(text: str, width: float, start: float = 2.0) -> CellLine:
    """A line of a cell `width` points wide, padded by 2 points."""
    first = text.split(" ")[0]
    return CellLine(
        text, start, start + CHARACTER * len(text), 0.0, width, text.count(" ") + 1, first, CHARACTER * len(first)
    )


def joined(*texts: str, width: float, whole: frozenset[str] = frozenset()) -> str:
    return join_cell_lines([line(text, width) for text in texts], 2.0, whole)


def word(text: str, x: float, y: float, size: float = SIZE, angle: int = 0) -> Word:
    length = CHARACTER * len(text)
    box = Box(x, y, x + length, y + size) if angle in (0, 180) else Box(x, y, x + size, y + length)
    return Word(text, box, size, angle=angle)


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("DTMR", "T", "DTMRT"),
        ("subvent", "ion annuelle", "subvention annuelle"),
        ("123456", "78", "12345678"),
        ("Département", "ales", "Départementales"),
        ("institution", "nelle", "institutionnelle"),
    ],
)
def test_lone_word_without_room_for_a_glyph_goes_on(above, below, expected):
    assert joined(above, below, width=4 + CHARACTER * len(above) + 2) == expected


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Annexe", "12"),
        ("Beyrac", "Lussac"),
        ("familles", "l'emploi"),
        ("familles", "d\u2019Hesdin"),
        ("de Beyrac", "ville"),
        ("total :", "douze"),
        ("Accompagnement", "social"),
        ("Enseignements", "artistiques"),
        ("intercommunalité", "et"),
        ("professionnalisation", "rurale"),
    ],
    ids=["figure", "capital", "elision", "typographic elision", "two words", "punctuation", "end of a word"]
    + ["end of a plural", "small word", "too long for one word"],
)
def test_full_line_before_another_word_keeps_its_space(above, below):
    assert joined(above, below, width=4 + CHARACTER * len(above) + 2) == f"{above} {below}"


def test_line_with_room_left_keeps_its_space():
    assert joined("DTMR", "T", width=60) == "DTMR T"


def test_word_known_in_one_piece_is_put_together_whatever_its_pieces():
    assert joined("porte", "monnaie", width=31, whole=frozenset({"porte", "monnaie", "portemonnaie"})) == "portemonnaie"


def test_words_known_apart_stay_apart():
    assert joined("ville", "haute", width=31, whole=frozenset({"ville", "haute"})) == "ville haute"


def test_soft_hyphen_at_a_line_end_is_no_hyphen():
    assert joined("subven\u00ad", "tion", width=100) == "subvention"


def test_word_alone_on_its_line_is_whole_when_others_follow_it():
    cells = [[line("ville", 31), line(rest, 31)] for rest in ("haute", "basse")]
    known = WholeWords(["ville", "haute", "ville", "basse", "piece"], cells)
    assert "ville" in known
    assert "haute" not in known
    assert "piece" in known


def test_piece_of_a_word_is_not_whole_however_often_it_is_cut():
    known = WholeWords(["DTMR", "T"] * 9, [[line("DTMR", 26), line("T", 26)]] * 9)
    assert "dtmr" not in known
    assert "t" not in known


def test_words_are_set_in_lines_from_top_to_bottom_and_left_to_right():
    words = [word("bas", 0, 12), word("droite", 34, 0), word("gauche", 0, 0)]
    assert [line.text for line in set_lines(words, Box(0, 0, 100, 24))] == ["gauche droite", "bas"]


def test_raised_letters_stay_on_their_line():
    words = [word("1", 0, 3), Word("er", Box(5, 1, 11, 7), 6), word("avril", 14, 3)]
    assert [line.text for line in set_lines(words, Box(0, 0, 100, 24))] == ["1er avril"]


@pytest.mark.parametrize(("angle", "order"), [(90, ("haut", "bas")), (270, ("bas", "haut"))])
def test_text_on_its_side_is_read_along_itself(angle, order):
    words = [word("haut", 10, 0, angle=angle), word("bas", 10, 30, angle=angle)]
    [line] = set_lines(words, Box(0, 0, 30, 60))
    assert line.text == " ".join(order)


def test_padding_ignores_text_that_overflows():
    lines = [line("mot", 100)] * 9 + [line("debordement", 100, start=-4.0)]
    assert padding_of(lines) == 2.0


def test_letter_that_is_no_word_is_the_end_of_the_word_above_however_well_known_that_is():
    whole = frozenset({"départemental", "régional"})
    assert joined("départemental", "e des foyers", width=71, whole=whole) == "départementale des foyers"
    assert joined("régional", "à Bor", width=46, whole=whole) == "régional à Bor"


@pytest.mark.parametrize(
    ("figures", "apart"),
    [(("800", "150"), True), (("1006", "-"), True), (("2031", "10"), False), (("12", "Sore"), False)],
)
def test_figures_that_wide_white_parts_are_no_one_number(figures, apart):
    words = [Word(figures[0], Box(20, 10, 40, 20), 10), Word(figures[1], Box(70, 10, 90, 20), 10)]
    [line] = set_lines(words, Box(10, 5, 100, 25))
    assert line.text == (f"{figures[0]}{FAR_SPACE}{figures[1]}" if apart else " ".join(figures))
    assert not apart or parse_amount(line.text) is parse_count(line.text) is None
