"""Characters as files name them → as they are printed."""

import pytest

from ingest.reader.engines.words.glyphs import is_printed, printed, spaced, word_places


@pytest.mark.parametrize(
    ("named", "seen"),
    [
        ("Be\u0301ne\u0301ficiaire", "Bénéficiaire"),
        ("a\ufb00ect\u00e9", "affecté"),
        ("of\uf001ce", "office"),
        ("500\x80", "500€"),
        ("d\x92\u00e9t\u00e9", "d’été"),
        ("\uf761", "A"),
        ("\uf732\uf735", "25"),
        ("zero\u200bwidth", "zerowidth"),
        ("\u200f500\u202c", "500"),
        ("\u20681\u2069\u20682\u2069", "12"),
        ("5\ufe0e0", "50"),
        ("\uff11\uff12", "12"),
        ("500\u201a00", "500,00"),
        ("asso\u00adciation", "association"),
        ("asso\u00adcia\u00ad", "associa\u00ad"),
        ("Saint\u00adOmer", "Saint-Omer"),
        ("500\u00bf", "500€"),
        ("\u00bf", "€"),
        ("k\u00bf", "k€"),
        ("C\u00adl\u00adu\u00adb\u00ad", "Club"),
        ("Poli琀椀que", "Politique"),
        ("pro昀椀ts", "profits"),
        ("C\u00f7ur", "Cœur"),
        ("\u00f7uvres", "œuvres"),
        ("\u00d7UVRES", "ŒUVRES"),
    ],
)
def test_characters_are_put_as_printed(named, seen):
    assert printed(named) == seen
    assert not is_printed(named)


def test_signs_of_sums_are_left_where_they_count():
    assert printed("12\u00d73") == "12\u00d73"
    assert printed("3\u00d7km") == "3\u00d7km"
    assert printed("\u00f7") == "\u00f7"


def test_plain_text_is_left_alone():
    assert is_printed("Œuvres d’été – 12 500,00 €")
    assert printed("Œuvres d’été – 12 500,00 €") == "Œuvres d’été – 12 500,00 €"


def test_space_without_a_name_is_a_space_unless_nothing_has_a_name():
    assert spaced("Comité\x03des\x03fêtes") == "Comité des fêtes"
    assert spaced("\x15\x13\x03\x15") == "\x15\x13\x03\x15"


def test_marks_without_ink_at_the_ends_of_words_are_no_part_of_them():
    text = "Office\u200f \u2068de\u2069 \u200b la"
    assert [text[first:end] for first, end in word_places(text, plain=False)] == ["Office", "de", "la"]
