"""Pages whose words the file spells with characters that are not the printed ones."""

from dataclasses import replace

import pytest

from ingest.reader.documents import open_document
from ingest.reader.letters import tesseract
from ingest.reader.records import Box, Page, Word
from ingest.reader.scanning.scanned_pages import NAMED_BY_EYE, NOT_NAMED
from ingest.reader.scanning.text_layers import good_words, is_unreadable
from tests.ingest.reader.drawn_pdfs import misnamed, pdf, table, text
from tests.ingest.reader.scanned_pdfs import needs_tesseract

PROSE = (
    "La commission permanente, réunie le 12 février 2024, décide d'attribuer les subventions de fonctionnement "
    "aux associations qui figurent dans le tableau joint à la présente délibération."
)
ROWS = [
    ["Association Les Tilleuls", "Montauban", "12 500 €"],
    ["Comité des fêtes", "Moissac", "3 750 €"],
    ["Foyer rural des Coteaux", "Caussade", "640 €"],
]


def page(*texts):
    words = tuple(Word(one, Box(60 + 40 * place, 100, 95 + 40 * place, 110), 10) for place, one in enumerate(texts))
    return Page(1, 600, 800, words, ())


def shifted(one):
    return "".join(chr(ord(letter) + 1) if letter.isalpha() else letter for letter in one)


@pytest.mark.parametrize(
    "texts",
    [
        ("Comité", "des", "f\ufffdtes"),
        ("12", "500,00", "\u0225"),
        ("12", "500,00", "\uf0a2"),
        ("\x15\x13\x15\x18", "Montant"),
        ("a(cid:214)ect\u00e9",),
        ("Poli\U0010019fque",),
        tuple(map(shifted, PROSE.split())),
        ("-",) * 80,
        ("\u273c\u2742\u2743\u2741",) * 80,
    ],
)
def test_words_without_names_are_to_be_read_by_eye(texts):
    assert is_unreadable(page(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        tuple(PROSE.split()),
        ("\uf0b7", "Comité", "des", "fêtes"),
        ("\uf0a7fonctionnement", "12", "500", "€"),
        ("SDIS", "CCVL", "MJC", "12", "500"),
        ("1", "-", "€") * 40,
        ("Foyer", "rural", *"." * 60, "800", "€") * 10,
    ],
)
def test_printed_words_bullets_and_acronyms_are_left_alone(texts):
    assert not is_unreadable(page(*texts))


def test_bullet_under_a_line_that_ends_with_a_figure_is_a_bullet():
    words = [
        Word(one, Box(60, 100 + 14 * line, 95, 110 + 14 * line), 10) for line, one in enumerate(("2031", "\uf0b7"))
    ]
    beside = words[1]._replace(box=Box(100, 100, 110, 110))
    assert not is_unreadable(Page(1, 600, 800, tuple(words), ()))
    assert is_unreadable(Page(1, 600, 800, (words[0], beside), ()))


def test_words_with_names_are_kept_beside_those_without():
    kept = good_words(page("Comité", "des", "f\ufffdtes", "de", "la", "vallée", "12"))
    assert [word.text for word in kept] == ["Comité", "des", "de", "la", "vallée", "12"]


def test_signs_that_a_font_without_names_gave_by_chance_are_not_kept():
    given = page("\x01\x02", "\x03\x04", "@", ")", "\x05", "G")
    name = Word("Comité", Box(60, 300, 95, 310), 10, bold=True)
    assert good_words(replace(given, words=(*given.words, name))) == (name,)


def act(path):
    return pdf(
        path, [text(60, 60, *(PROSE[at : at + 70] for at in range(0, 180, 70))), table(60, 130, [220, 120, 80], ROWS)]
    )


@needs_tesseract
def test_letters_put_for_others_are_read_on_the_image(tmp_path):
    path = misnamed(act(tmp_path / "acte.pdf"), lambda code: code + 1 if chr(code).isalnum() else code)
    [read] = open_document(path).pages
    assert NAMED_BY_EYE in read.notes
    assert {"Tilleuls", "Montauban", "12", "500", "Coteaux"} <= {word.text for word in read.words}


@needs_tesseract
def test_euro_sign_without_a_name_is_read_on_the_image_and_the_rest_kept(tmp_path):
    path = misnamed(act(tmp_path / "acte.pdf"), lambda code: 0xF0A2 if code == 0x80 else code)
    [read] = open_document(path).pages
    assert NAMED_BY_EYE in read.notes
    assert [word.text for word in read.words].count("€") == len(ROWS)
    assert all(word.certainty == 1 for word in read.words if word.text in ("Tilleuls", "12", "500"))


def test_without_recognition_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(tesseract, "find_data", lambda: None)
    path = misnamed(act(tmp_path / "acte.pdf"), lambda code: 0xE000 + code if code > 32 else code)
    [read] = open_document(path).pages
    assert NOT_NAMED in read.notes
