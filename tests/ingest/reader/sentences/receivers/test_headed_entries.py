"""Names over entries that say what each sum is for, in decisions of a made-up département."""

import pytest

from ingest.reader.sentences.receivers.sum_receivers import UNDER_NOTE
from tests.ingest.reader.acts import read_decided

OPENS = "- d’attribuer les subventions suivantes :\n"


def entries(listed: str) -> list[tuple[str, str, int]]:
    return [(line.operator, line.action, int(line.amount)) for line in read_decided(OPENS + listed)[0]]


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        (
            "- Racing Club :\n– fonctionnement : 900 €\n– tournoi U13 : 300 €\n- Étoile cycliste : 80 €",
            [
                ("Racing Club", "fonctionnement", 900),
                ("Racing Club", "tournoi U13", 300),
                ("Étoile cycliste", "", 80),
            ],
        ),
        ("• Lycée Zola :\n◦ Voyage à Rome : 900 €", [("Lycée Zola", "Voyage à Rome", 900)]),
        ("- MJC du Lac :\n- 900 € pour le bal\n- Moulin : 20 €", [("MJC du Lac", "le bal", 900), ("Moulin", "", 20)]),
        (
            "1) au Racing Club :\na) une subvention de 900 € ;\n2) à la Chorale : 80 € ;\n"
            "3) au Lycée Zola :\na) 70 € pour le voyage à Rome",
            [("Racing Club", "", 900), ("Chorale", "", 80), ("Lycée Zola", "le voyage à Rome", 70)],
        ),
        # themes and places name nobody
        ("Sport :\n- club de tennis : 300 €", [("club de tennis", "", 300)]),
        ("Associations Culturelles :\n- école de danse : 300 €", [("école de danse", "", 300)]),
        ("Canton de Bor :\n- foyer rural : 300 €", [("foyer rural", "", 300)]),
        ("Commune de Bor :\n- Judo Club : 300 €", [("Judo Club", "", 300)]),
    ],
)
def test_what_stands_under_a_name_is_what_its_money_is_for(listed, found):
    assert entries(listed) == found


def test_an_entry_under_a_name_that_may_be_a_name_too_is_in_doubt():
    lines, _, leftovers = read_decided(OPENS + "AS Handball :\n- école de sport : 900 €\n- fonctionnement : 80 €")
    assert [(line.operator, line.notes) for line in lines] == [("AS Handball", (UNDER_NOTE,)), ("AS Handball", ())]
    assert leftovers == ()


@pytest.mark.parametrize("entry", ["sou des écoles", "association sportive", "Concerts de Poche", "souvenir français"])
def test_an_entry_whose_words_do_not_say_what_for_is_in_doubt(entry):
    [line] = read_decided(f"{OPENS}Lycée Zola :\n- {entry} : 900 €")[0]
    assert (line.action, line.notes) == (entry, (UNDER_NOTE,))


@pytest.mark.parametrize("entry", ["saison 2031", "frais de garde", "Fonctionnement", "réfection du toit"])
def test_an_entry_whose_words_say_what_for_is_sure(entry):
    [line] = read_decided(f"{OPENS}Théâtre du Lac :\n- {entry} : 900 €")[0]
    assert (line.operator, line.notes) == ("Théâtre du Lac", ())
