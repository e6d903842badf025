"""Decisions that a vote below them turns down, and entries of a list voted one by one."""

import pytest

from ingest.reader.act.votes import read_votes
from tests.ingest.reader.acts import read_act, steps

HEAD = "COMMUNE DE BOR\nCONSEIL MUNICIPAL\nSéance du 3 mars 2031\nObjet : Subvention à la Ruche\n"
DECIDED = "Le Conseil municipal, après en avoir délibéré,\nDÉCIDE d’attribuer 900 € à la Ruche du Lac.\n"
PROPOSED = "Il est proposé d’attribuer à la Ruche du Lac une subvention de 900 €.\n"


def granted(told: str) -> list[tuple[str, int]]:
    return [(line.operator, int(line.amount)) for line in read_act(HEAD + told)[0]]


@pytest.mark.parametrize(
    "verdict",
    [
        "Pour : 5\nContre : 12",
        "Le Conseil adopte l’amendement à l’unanimité puis rejette la délibération par 5 voix pour et 12 voix contre.",
        "Le Conseil, par 9 voix contre 8, adopte l’amendement.\nLa délibération ainsi amendée est rejetée.",
        "Le Conseil municipal rejette la délibération.",
        "Le Conseil municipal rejette la proposition de Madame la Maire.",
        "Projet de délibération n° 12 : rejeté",
        "Rejetée. Vote contre : Mme PIN, M. ROY",
        "Contre : 3 (groupe A), Contre : 4 (groupe B), Pour : 5 (groupe C)",
        "La proposition, mise aux voix, est rejetée.",
        "La délibération soumise au vote n’a pas été adoptée.",
        "Le rapport n’est pas approuvé.",
    ],
)
def test_what_is_outvoted_below_its_decision_is_not_granted_but_left_over(verdict):
    lines, _, leftovers = read_act(HEAD + DECIDED + verdict)
    assert (lines, ["900 €" in one.text for one in leftovers]) == ((), [True])


@pytest.mark.parametrize(
    "verdict",
    [
        "Pour : 12\nContre : 5",
        "L’amendement est rejeté par 12 voix contre et 5 voix pour.\nLa délibération est adoptée à l’unanimité.",
        "- REJETTE la demande du Judo Club (300 €).",
        "Pour : 12 (groupe A), Pour : 2 (groupe B), Contre : 5 (groupe C)",
        "Pour : 8 (groupe A), Contre : 9 (groupe B), Pour : 5 (groupe C)",
        "Pour : groupes A et B\nContre : 5 (groupe C)",
        "Vœu du groupe Demain : rejeté par 3 voix pour et 12 voix contre.",
        "Demande refusée : Moto-club.\nAdopté à l’unanimité.",
        "La proposition de M. Luc ROY n’est pas adoptée.",
        "La proposition, mise aux voix, est adoptée.",
        "Question retirée de l’ordre du jour : vente du terrain.\nAdopté à l’unanimité.",
        "Le Conseil municipal rejette la proposition de M. Luc ROY.\nAdopté à l’unanimité.",
        "Reporte les crédits de 2030.\nRefuse le remboursement de la sono.",
    ],
)
def test_what_is_adopted_is_granted_whatever_is_rejected_beside_it(verdict):
    assert granted(DECIDED + verdict) == [("Ruche du Lac", 900)]


def test_a_proposal_that_an_amendment_changes_is_no_line_of_what_was_proposed():
    amended = "Le Conseil, par 9 voix contre 8, adopte l’amendement qui la ramène à 600 €."
    assert granted(PROPOSED + amended) == []
    assert granted(PROPOSED + "Adopté par 9 voix pour et 8 voix contre.") == [("Ruche du Lac", 900)]


def test_an_item_that_prints_that_it_is_outvoted_is_no_line():
    voted = "DÉCIDE :\n- d’attribuer 900 € au Judo Club, par 12 voix pour et 3 contre ;\n"
    assert granted(voted + "- d’attribuer 80 € à la Chorale, par 3 voix pour et 12 contre.") == [("Judo Club", 900)]
    # « pour », « contre » are no voices
    assert granted("DÉCIDE :\n- d’attribuer 80 € à la Chorale pour 3 bals, contre 5 en 2030.") == [("Chorale", 80)]


def test_an_entry_that_says_that_it_is_put_off_is_no_line():
    listed = "DÉCIDE d’accorder les subventions suivantes :\n- ADMR : 150 € (refusée en 2030)\n- Chorale : 80 €, "
    assert granted(listed + "ajournée dans l’attente des comptes") == [("ADMR", 150)]


def test_refused_over_entries_is_said_of_those_below_it():
    told = "DÉCIDE d’attribuer les subventions suivantes :\n- ADMR : 150 €\n- Chorale : 80 €\n"
    assert granted(told + "Refusées\n- Moto-club : 500 €") == [("ADMR", 150), ("Chorale", 80)]


def test_a_point_turned_down_leaves_what_another_one_agrees_to():
    told = (
        "1. Subvention à la Chorale\nLe Maire propose d’attribuer 300 € à la Chorale.\n"
        "Le Conseil rejette la proposition par 12 voix contre et 3 voix pour.\n"
        "2. Tarif de la salle\nRejeté par 5 voix pour et 10 voix contre.\n"
        "3. Subvention à la Ruche\nLe Maire propose d’attribuer 200 € à la Ruche.\nAdopté à l’unanimité."
    )
    assert granted(told) == [("Ruche", 200)]


ONE_BY_ONE = (
    "Le Conseil municipal décide d’accorder les subventions suivantes :\n"
    "- ADMR : 150 €\nVote : 15 pour\n"
    "- Judo Club : 250 € (M. ROY, président, ne prend pas part au vote)\nVote : 13 pour, 1 contre, 1 abstention\n"
    "- Moto-club : 500 €\nVote : 4 pour, 11 contre\n"
    "- Chorale : 80 €\nVote : 12 pour, 3 contre"
)


def test_entries_voted_one_by_one_are_granted_but_those_outvoted():
    assert granted(ONE_BY_ONE) == [("ADMR", 150), ("Judo Club", 250), ("Chorale", 80)]


def test_each_entry_voted_on_its_own_has_its_vote():
    votes = read_votes(steps(HEAD + ONE_BY_ONE))
    assert [(one.votes_for, one.against) for one in votes] == [(15, None), (13, 1), (4, 11), (12, 3)]


def test_only_what_the_vote_bears_on_is_turned_down():
    told = DECIDED + "Pour : 12\nContre : 3\nDÉCIDE d’attribuer 300 € au Judo Club.\nPour : 3\nContre : 12\n"
    assert granted(told + "DÉCIDE d’attribuer 80 € à la Chorale.") == [("Ruche du Lac", 900), ("Chorale", 80)]


def test_article_outvoted_by_its_number_is_the_only_one_turned_down():
    told = "DÉCIDE :\nArticle 1 : d’attribuer 900 € à la Ruche du Lac.\nArticle 2 : d’attribuer 80 € à la Chorale.\n"
    votes = "Article 1 adopté par 12 voix pour et 3 contre\nArticle 2 rejeté par 3 voix pour et 12 contre"
    assert granted(told + votes) == [("Ruche du Lac", 900)]
