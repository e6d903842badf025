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
    ],
)
def test_what_is_adopted_is_granted_whatever_is_rejected_beside_it(verdict):
    assert granted(DECIDED + verdict) == [("Ruche du Lac", 900)]


def test_a_proposal_that_an_amendment_changes_is_no_line_of_what_was_proposed():
    amended = "Le Conseil, par 9 voix contre 8, adopte l’amendement qui la ramène à 600 €."
    assert granted(PROPOSED + amended) == []
    assert granted(PROPOSED + "Adopté par 9 voix pour et 8 voix contre.") == [("Ruche du Lac", 900)]


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
