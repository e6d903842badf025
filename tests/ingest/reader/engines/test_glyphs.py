"""Characters as files name them → as they are printed."""

import pytest

from ingest.reader.engines.glyphs import is_printed, printed, spaced


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
    ],
)
def test_characters_are_put_as_printed(named, seen):
    assert printed(named) == seen
    assert not is_printed(named)


def test_plain_text_is_left_alone():
    assert is_printed("Œuvres d’été – 12 500,00 €")
    assert printed("Œuvres d’été – 12 500,00 €") == "Œuvres d’été – 12 500,00 €"


def test_space_without_a_name_is_a_space_unless_nothing_has_a_name():
    assert spaced("Comité\x03des\x03fêtes") == "Comité des fêtes"
    assert spaced("\x15\x13\x03\x15") == "\x15\x13\x03\x15"
