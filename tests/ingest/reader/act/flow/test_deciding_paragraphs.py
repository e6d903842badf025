"""What decides, what only tells, and what is left over of an act, in acts of made-up councils."""

import pytest

from tests.ingest.reader.acts import read_act, read_decided

HEAD = "CONSEIL MUNICIPAL\nSéance du 3 mars 2031\nAides\n"


@pytest.mark.parametrize(
    "decided",
    [
        "Le Conseil municipal, après avoir entendu l’exposé de M. l’Adjoint et en avoir délibéré,\n"
        "FIXE ainsi qu’il suit le montant des subventions :\nRadio Lure : 900 €",
        "Le Bureau syndical valide, à l’unanimité, l’attribution des aides suivantes :\n- Radio Lure : 900 €",
        "Le Conseil municipal, après en avoir délibéré, APPROUVE :\n1° l’octroi à Radio Lure d’une aide de 900 € ;",
        "Le Conseil, ouï son rapporteur, retient pour 2031 l’aide suivante :\n- Radio Lure : 900 €",
    ],
)
def test_any_verb_of_the_assembly_that_speaks_of_money_opens_the_decisions(decided):
    assert [(line.operator, line.amount) for line in read_act(HEAD + decided)[0]] == [("Radio Lure", 900)]


@pytest.mark.parametrize(
    "told",
    [
        "Le Conseil municipal soutient les clubs. Les crédits s’élèvent à 900 €.",
        "Le Conseil municipal accorde chaque année une aide de 900 € à Radio Lure.",
        "L’association informe le Conseil municipal qu’elle verse une aide de 900 € à Radio Lure.",
    ],
)
def test_what_the_expose_tells_of_the_assembly_decides_nothing(told):
    decided = "\nAprès en avoir délibéré, le Conseil municipal décide :\n- d’attribuer 500 € au Judo Club ;"
    assert [(line.operator, line.amount) for line in read_act(HEAD + told + decided)[0]] == [("Judo Club", 500)]


def test_every_sum_between_the_decision_and_the_signature_is_left_over_unless_it_is_something_else():
    lines, _, leftovers = read_act(
        HEAD + "Après en avoir délibéré, le Conseil municipal décide que les excédents seront rendus comme suit :\n"
        "à la commune de Lure, la somme de 4 210 € ;\n"
        "La dépense, soit 4 999 €, est imputée au chapitre 65.\n"
        "Pour mémoire, une aide de 700 € avait été versée en 2030.\n"
        "La demande du Judo Club (800 €) est refusée."
    )
    assert (lines, [one.text for one in leftovers]) == ((), ["à la commune de Lure, la somme de 4 210 € ;"])


def test_day_on_which_it_was_deliberated_opens_no_decision():
    told = "Vu le code,\nDélibéré les jour, mois et an que dessus.\n- attribuer 500 € au Judo Club"
    assert read_act(HEAD + told)[0] == ()


def test_what_was_given_before_is_told_after_a_list_not_granted_again():
    decided = (
        "- d’attribuer les subventions suivantes :\n- Radio Lure : 900 €\n"
        "Il est rappelé que Radio Lure avait reçu 500 € en 2030."
    )
    lines, _, leftovers = read_decided(decided)
    assert ([(line.operator, line.amount) for line in lines], leftovers) == ([("Radio Lure", 900)], ())


@pytest.mark.parametrize(
    "decided",
    [
        "Le Conseil municipal se déclare favorable à l’attribution d’une aide de 900 € à Radio Lure.",
        "Après en avoir délibéré, le conseil convient de verser 900 € à Radio Lure.",
        "Le Conseil municipal, à l’unanimité :\nArt. 1 - Subventionne Radio Lure à hauteur de 900 €.",
        "Après en avoir délibéré, le Conseil municipal DÉCIDE :\n- Radio Lure : attribution de 900 € pour son bal ;"
        "\n- Moto-Club : demande refusée (700 €).",
    ],
)
def test_less_common_verbs_and_entries_right_under_the_verb_grant(decided):
    lines, _, leftovers = read_act(HEAD + decided)
    assert ([(line.operator, line.amount) for line in lines], leftovers) == ([("Radio Lure", 900)], ())


def test_what_it_convenes_to_do_is_no_decision():
    told = "Il convient de soutenir les clubs à hauteur de 900 €.\n"
    decided = "Après en avoir délibéré, le Conseil municipal décide :\n- d’attribuer 500 € au Judo Club ;"
    assert [(line.operator, line.amount) for line in read_act(HEAD + told + decided)[0]] == [("Judo Club", 500)]


def test_the_assembly_alone_on_its_line_before_its_verb_interrupts_nothing():
    decided = "Après en avoir délibéré,\nLA COMMISSION PERMANENTE\nALLOUE une subvention de :\n- 900 € à Radio Lure ;"
    assert [(line.operator, line.amount) for line in read_act(HEAD + decided)[0]] == [("Radio Lure", 900)]


def test_total_cost_of_what_is_paid_for_is_no_grant():
    decided = "- de contribuer pour 900 € au programme porté par Radio Lure, dont le montant global est de 7 000 € ;"
    lines, _, leftovers = read_decided(decided)
    assert ([(line.operator, line.amount) for line in lines], leftovers) == ([("Radio Lure", 900)], ())
