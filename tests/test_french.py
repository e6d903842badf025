"""French text: ranges of pages; folding: what two spellings of one thing share, and what keeps two names apart."""

import pytest

from portal.french import fold, fold_name, page_range, squeeze, straight


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hénin-Beaumont", "henin beaumont"),
        ("CŒUR d’Ostrevent", "coeur d ostrevent"),
        ("Ætius  ÉCOLE\u00a0n°\u202f4", "aetius ecole n 4"),
        ("", ""),
        ("— !", ""),
    ],
)
def test_fold_keeps_the_plain_words(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L’Envol", "ENVOL"),
        ("CCAS d'Arras", "CCAS Arras"),
        ("A.F.C.I", "AFCI"),
        ("Cap Mobil", "CAP'MOBIL"),
        ("Bruay la buissière", "Bruay-la-Buissière"),
    ],
)
def test_fold_name_joins_sure_spellings(one, other):
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("CCAS de Lens", "CCAS Lens"), ("La Pioche", "Pioche"), ("Le Relais 59", "Le Relais 62"), ("DEFI", "DEFIS")],
)
def test_fold_name_keeps_less_sure_names_apart(one, other):
    assert fold_name(one) != fold_name(other)


def test_squeeze_leaves_one_line_with_plain_spaces():
    assert squeeze(" Aide\u00a0à\u202fdomicile \n du  CCAS ") == "Aide à domicile du CCAS"


def test_a_range_of_pages_in_words():
    assert page_range(3, 3) == "page\u00a03"
    assert page_range(12, 18) == "pages\u00a012 à 18"


def test_straight_apostrophes_are_all_that_straight_changes():
    assert straight("L’Envol d'Arras «\u202fà l’été\u202f»") == "L'Envol d'Arras «\u202fà l'été\u202f»"
