"""What two writings of one thing share, and what two things do not."""

import pytest

from grants.search.words import bare_question, key_of, stem, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Les Restaurants du Cœur", "les restaurants du coeur"),
        ("Ægidius", "aegidius"),
        ("l’école de l'emploi", "l ecole de l emploi"),
        ("CCAS d’HÉNIN-BEAUMONT", "ccas d henin beaumont"),
        ("ST POL S/ MER", "saint pol sur mer"),
        ("Noyelles-s/s-Lens, Ste-Marie", "noyelles sous lens sainte marie"),
        ("A.C.I. et A.F.C.I", "aci et afci"),
        ("59 000 LILLE CEDEX 9", "59000 lille"),
        ("Phase II, Jean XXIII", "phase 2 jean xxiii"),
        ("DIPLE/2023/177", "diple 2023 177"),
        ("5.1.2", "5 1 2"),
        ("…?", ""),
    ],
)
def test_words_are_folded_and_written_one_way(text, found):
    assert " ".join(words(text)) == found


@pytest.mark.parametrize(
    "forms",
    [
        "maison maisons",
        "ecole ecoles",
        "emploi emplois",
        "velo velos",
        "social sociale sociaux sociales",
        "lieu lieux",
        "jeu jeux",
        "travail travaux",
        "bureau bureaux",
        "genou genoux",
        "national nationale nationaux",
        "culturel culturelles",
        "sportif sportive sportifs sportives",
        "insertion insertions",
    ],
)
def test_forms_of_one_word_share_a_stem(forms):
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["lens lille", "aci acte", "2023 2024", "commune communaute", "saint sante"])
def test_two_words_do_not(pair):
    one, other = pair.split()

    assert stem(one) != stem(other)


def test_short_words_and_figures_stay_whole():
    assert [stem(word) for word in ("bus", "59000", "aci")] == ["bus", "59000", "aci"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cap'Mobil", "CAPMOBIL"),
        ("St-Pol s/ Mer", "Saint-Pol-sur-Mer"),
        ("CCAS d’Arras", "ccas ARRAS"),
        ("La Bassée", "bassee"),
        ("2023/177", "2023-177"),
    ],
)
def test_key_of_two_writings_is_one(one, other):
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("délibération n° 2025-237", "2025-237"),
        ("N°DIPLE/2022/273", "DIPLE/2022/273"),
        ("numéro 45", "45"),
        ("59033 Lille Cedex", "Lille Cedex"),
        ("délibérations culture", "délibérations culture"),
        ("numéro vert", "numéro vert"),
        ("Maison n° -3", "Maison n° -3"),
        ("insertion 2023", "insertion 2023"),
    ],
)
def test_what_announces_a_name_is_no_part_of_it(question, bare):
    assert bare_question(question).strip() == bare
