"""Lists of grants that leave out the euros."""

import pytest

from ingest.reader.act.flow.bare_entries import as_printed, is_bare_entry, with_units
from ingest.reader.act.flow.parted_paragraphs import as_meant, entry_apart
from ingest.reader.sentences.names.listed_entries import announces_bare_entries
from tests.ingest.reader.acts import paragraphs
from tests.ingest.reader.sentences.municipal_acts import read

OPENING = "Le Conseil décide d’attribuer les subventions suivantes (en €) :"


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Secours populaire : 300", ["Secours populaire : 300 €"]),
        (
            "Sport : Garde du Val (football) : 5 200 – Palets du Loch : 180 – Danse et Forme : 640",
            ["Garde du Val (football) : 5 200 €", "Palets du Loch : 180 €", "Danse et Forme : 640 €"],
        ),
        ("Cercle : 1 100 ; Ar Goz : 220 ; Chœur : 400,50", ["Cercle : 1 100 €", "Ar Goz : 220 €", "Chœur : 400,50 €"]),
        ("Judo : 300, Tennis : 200", ["Judo : 300 €", "Tennis : 200 €"]),
        ("Crèche : 12 500, dont 2 500 pour le jardin", ["Crèche : 12 500 €, dont 2 500 pour le jardin"]),
        ("Radio Lure : 1 250,50 €", ["Radio Lure : 1 250,50 €"]),
        ("Ligue contre le cancer : néant", ["Ligue contre le cancer : néant"]),
        ("Article 65748 : 500", ["Article 65748 : 500"]),
        ("Nombre de licenciés : 84", ["Nombre de licenciés : 84"]),
        ("Total : 900", ["Total : 900"]),
        ("Téléphone du club : 03 84 12 12 12", ["Téléphone du club : 03 84 12 12 12"]),
    ],
)
def test_entries_get_the_unit_that_their_list_leaves_out(text, entries):
    assert list(with_units(text)) == entries


def test_list_is_announced_by_a_grant_without_a_sum():
    assert announces_bare_entries(OPENING)
    assert not announces_bare_entries("Le Conseil fixe les tarifs suivants :")
    assert not announces_bare_entries("Décide d’attribuer une subvention de 900 €, répartie comme suit :")
    assert not is_bare_entry("Le Conseil décide : 1 – d’attribuer")


@pytest.mark.parametrize(
    "decided",
    [
        "d’attribuer les indemnités suivantes :\nMaire : 1 200 – Adjoints : 450",
        "d’attribuer les numéros de voirie suivants :\nRue des Lilas : 12 – Rue du Port : 14",
        "d’accorder les créneaux suivants :\nJudo : 12\nTennis : 8",
        "d’affecter le résultat comme suit :\nExcédent reporté : 12 450 – Réserves : 30 000",
        "de répartir les sièges comme suit :\nArbouville : 4\nBoissy : 6",
        "de voter les crédits suivants :\nSubventions : 850\nVoirie : 1 200",
    ],
)
def test_figures_of_other_lists_are_no_money(decided):
    assert read(f"Article 1 : {decided}")[0] == ()


def test_amount_is_kept_as_printed():
    assert as_printed("5 200 €", "Garde du Val : 5\u202f200 –") == "5 200"
    assert as_printed("5 200 €", "Garde du Val : 5 200 €") == "5 200 €"


def test_themes_between_entries_do_not_end_the_list():
    lines, [total], leftovers = read(
        """
        Article 1 : d’attribuer les subventions suivantes (en €) :
        Sport : Garde du Val : 5 200 – Palets du Loch : 180
        Enfance – jeunesse
        * Amicale Jules-Verne : 1 300
        * Ligue contre le cancer : néant
        * Scouts : 150
        Total général : 6 830 €
        """
    )
    assert [(line.operator, line.amount, line.amount_text) for line in lines] == [
        ("Garde du Val", 5200, "5 200"),
        ("Palets du Loch", 180, "180"),
        ("Amicale Jules-Verne", 1300, "1 300"),
        ("Scouts", 150, "150"),
    ]
    assert (total.lines, leftovers) == ((1, 2, 3, 4), ())


def test_point_without_a_word_has_no_entry():
    assert entry_apart([]) == []


@pytest.mark.parametrize("announced", ["les subventions suivantes", "les dons ci-après.", "des aides comme suit"])
def test_list_goes_on_where_a_scan_lost_the_colon_that_opens_it(announced):
    lines = read(f"Le conseil municipal décide d’attribuer {announced}\nJudo Club : 300 €\n• Les Archers : 1 200 €")[0]
    assert [(line.operator, line.amount) for line in lines] == [("Judo Club", 300), ("Les Archers", 1200)]


def test_sentence_that_ends_in_a_sum_is_no_entry_of_a_list():
    """« … au tableau ci-après. », and under it what is added up."""
    texts = ["Le conseil décide d’attribuer les subventions du tableau ci-après.", "Le total s’élève à 900 €"]
    assert [one.text for one in as_meant(paragraphs("\n".join(texts)), told=False)] == texts


def test_sum_under_a_sentence_that_announces_no_list_is_no_entry_of_it():
    lines = read("Le conseil municipal décide d’adopter les tarifs\nJudo Club : 300 €\nTennis Club : 200 €")[0]
    assert lines == ()


@pytest.mark.parametrize(
    "announced", ["le plan de financement suivant", "les modalités de versement ci-dessous", "les crédits, comme suit"]
)
def test_what_announces_other_money_without_a_colon_opens_no_list_of_who_receives(announced):
    assert read(f"- d’attribuer une aide à la Ruche et d’arrêter {announced}\nCommune : 300 €\nRégion : 200 €")[0] == ()
