"""Hyphens at the ends of lines: dropped where it is sure that the break put them in, and only there."""

import pytest

from ingest.reader.paragraphs.line_joining import is_break_hyphen

PRINTED = {"armentières", "socioculturel", "affringues"}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Office d’Armen-", "tières"),
        ("chiffonniers d’Af-", "fringues"),
        ("Asso-", "ciation sportive"),
        ("Fonctionne-", "ment"),
        ("Réhabilita\u2010", "tion des locaux"),
        ("collec-", "tivités"),
        ("du pat-", "rimoine"),
    ],
)
def test_hyphen_that_a_break_put_in_is_dropped(above, below):
    assert is_break_hyphen(above, below, PRINTED)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Saint-", "Omer"),
        ("Nord-", "Pas-de-Calais"),
        ("rez-", "de-chaussée"),
        ("socio-", "culturel"),
        ("non-", "titulaires"),
        ("Le Quesnoy-", "sur-Deûle"),
        ("2025-", "1040"),
        ("DTPAS-", "tion"),
        ("arc-", "en-ciel"),
        ("grands-", "parents"),
        ("porte-", "monnaie"),
        ("recherche-", "action"),
    ],
)
def test_hyphen_of_the_word_itself_is_kept(above, below):
    assert not is_break_hyphen(above, below, PRINTED)
