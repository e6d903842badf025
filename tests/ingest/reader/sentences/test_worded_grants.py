"""Grants worded in other ways than « d’attribuer une subvention de … à … », in acts of made-up councils."""

import pytest

from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.sentences.agreement_sums import ONLY_IN_AGREEMENT
from ingest.reader.sentences.decision_sums import UNDONE
from ingest.reader.sentences.sum_receivers import BOTH_NOTE
from ingest.reader.sentences.undecided_sums import OUTSIDE_DECISIONS
from tests.ingest.reader.acts import paragraphs

HEAD = """
CONSEIL DÉPARTEMENTAL
Séance du 3 mars 2031
Vu le rapport du Président,
Après en avoir délibéré,
DÉCIDE :
"""


def read(decided: str):
    text = paragraphs(HEAD + decided)
    return read_decisions(text, read_metadata(text), (), ())


def given(decided: str) -> list[tuple[str, int]]:
    return [(line.operator, int(line.amount)) for line in read(decided)[0]]


@pytest.mark.parametrize(
    "decided",
    [
        "Le versement d’une somme de 900 € au profit de Radio Lure est autorisé.",
        "Est autorisé le versement de 900 € au profit de Radio Lure.",
        "Le montant de la subvention allouée à Radio Lure est fixé à 900 €.",
        "L’octroi d’une aide de 900 € à Radio Lure est approuvé.",
        "Est approuvé l’octroi d’une aide de 900 € à Radio Lure.",
        "Est décidée l’attribution d’une aide de 900 € à Radio Lure.",
        "Il est décidé d’attribuer à Radio Lure 900 €.",
        "Le Département apporte son soutien à Radio Lure à hauteur de 900 €.",
        "Une subvention de 900 € (contre 700 € en 2030) est accordée à Radio Lure.",
        "Radio Lure se voit attribuer une aide de 900 €, contre 700 € l’an passé.",
    ],
)
def test_grants_in_the_passive_or_the_other_way_round(decided):
    assert given(decided) == [("Radio Lure", 900)]


def test_participation_in_what_somebody_spends_is_in_doubt():
    ((line,), _, _) = read("La participation du Département au fonctionnement du Syndicat du Lac est fixée à 900 €.")
    assert (line.operator, line.amount, line.certainty) == ("Syndicat du Lac", 900, 0.5)


def test_grants_approved_in_one_sentence():
    decided = (
        "Sont approuvées les attributions de subventions suivantes : 500 € à la Régie Soleil et 200 € à Radio Lure."
    )
    assert given(decided) == [("Régie Soleil", 500), ("Radio Lure", 200)]


def test_subvention_that_is_raised_was_granted_another_day():
    lines, _, leftovers = read("La subvention accordée à Radio Lure est portée à 900 €.")
    assert (lines, [one.reason for one in leftovers]) == ((), [UNDONE])


def test_sum_of_an_agreement_goes_to_whom_it_is_signed_with_in_doubt():
    told = "Est approuvée la convention avec l’association La Ruche, portant attribution d’une subvention de 900 €."
    ((line,), _, leftovers) = read(told)
    assert (line.operator, line.notes, leftovers) == ("association La Ruche", (ONLY_IN_AGREEMENT,), ())


def test_sum_of_an_agreement_that_another_decision_grants_counts_once():
    told = "- d’attribuer 900 € à l’association La Ruche ;\n- d’approuver la convention avec l’association La Ruche, "
    assert given(told + "portant attribution d’une subvention de 900 €.") == [("association La Ruche", 900)]


@pytest.mark.parametrize(
    "decided",
    [
        "- d’attribuer 900 €, 500 € et 200 € à Danse en Val, Judo Club et Radio Lure.",
        "- d’attribuer 900 €, 500 € et 200 € respectivement à Danse en Val, Judo Club et Radio Lure.",
        "- d’attribuer aux associations Danse en Val, Judo Club et Radio Lure des aides respectives de 900 €, 500 € et "
        "200 €.",
    ],
)
def test_sums_and_names_told_in_turn(decided):
    assert given(decided) == [("Danse en Val", 900), ("Judo Club", 500), ("Radio Lure", 200)]


@pytest.mark.parametrize(
    ("decided", "amounts"),
    [
        ("- d’attribuer une aide de 900 € et une bourse de 500 € à Radio Lure.", [900, 500]),
        ("- d’attribuer une aide de 900 €, dont 500 € à titre exceptionnel, à Radio Lure.", [900]),
    ],
)
def test_who_is_named_after_the_last_sum_receives_those_before_it_in_doubt(decided, amounts):
    lines = read(decided)[0]
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", amount) for amount in amounts]
    assert BOTH_NOTE in lines[0].notes


def test_part_that_goes_to_somebody_is_not_the_whole():
    lines, _, leftovers = read("- d’attribuer une enveloppe de 900 € dont 500 € à Radio Lure.")
    assert (lines, len(leftovers)) == ((), 1)


def test_year_in_brackets_beside_a_sum_is_not_that_of_the_next_one():
    lines = read("- d’attribuer à Radio Lure 900 € (700 € en 2030), au Judo Club 500 €.")[0]
    assert [(line.operator, line.amount, line.year) for line in lines] == [
        ("Radio Lure", 900, 2031),
        ("Judo Club", 500, 2031),
    ]


def test_sentence_after_a_decision_that_no_rule_knows_is_left_over():
    decided = (
        "- d’attribuer 900 € à Radio Lure.\nPar ailleurs, la commission soutient le Judo Club par une somme de 500 €."
    )
    lines, _, leftovers = read(decided)
    assert ([line.operator for line in lines], [one.reason for one in leftovers]) == (
        ["Radio Lure"],
        [OUTSIDE_DECISIONS],
    )
