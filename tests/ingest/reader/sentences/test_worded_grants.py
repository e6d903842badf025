"""Grants worded in other ways than « d’attribuer une subvention de … à … », in acts of made-up councils."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.records import UNSURE
from ingest.reader.sentences.granted.agreement_sums import ONLY_IN_AGREEMENT
from ingest.reader.sentences.granted.decision_sums import NO_BENEFICIARY, UNDONE, UNKNOWN_VERB
from ingest.reader.sentences.granted.granted_lines import COUNTED_YEAR_NOTE, SAID_OTHERWISE
from ingest.reader.sentences.left_over.undecided_sums import OUTSIDE_DECISIONS
from ingest.reader.sentences.names.beneficiaries import SHARED_NOTE
from ingest.reader.sentences.receivers.neighbouring_sums import BOTH_NOTE
from tests.ingest.reader.acts import given, paragraphs, read_act, read_decided
from tests.ingest.reader.sentences.municipal_acts import HEAD, lines_of, read


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
        "Décide de verser à Radio Lure un acompte de 900 € à valoir sur la subvention 2032.",
    ],
)
def test_grants_in_the_passive_or_the_other_way_round(decided):
    assert given(decided) == [("Radio Lure", 900)]


@pytest.mark.parametrize("said", ["douze mille euros (20 000 €)", "20 000 € (douze mille euros)"])
def test_amount_in_words_that_its_figures_contradict_is_in_doubt(said):
    [line] = read(f"Le conseil décide d’attribuer une subvention de {said} à Radio Lure.")[0]
    assert (line.notes, line.certainty) == ((SAID_OTHERWISE,), UNSURE)


def test_participation_in_what_somebody_spends_is_in_doubt():
    ((line,), _, _) = read_decided(
        "La participation du Département au fonctionnement du Syndicat du Lac est fixée à 900 €."
    )
    assert (line.operator, line.amount, line.certainty) == ("Syndicat du Lac", 900, 0.5)


def test_grants_approved_in_one_sentence():
    decided = (
        "Sont approuvées les attributions de subventions suivantes : 500 € à la Régie Soleil et 200 € à Radio Lure."
    )
    assert given(decided) == [("Régie Soleil", 500), ("Radio Lure", 200)]


@pytest.mark.parametrize("brings", ["de 5 000 € à 5 900 €", "pour 2031 de 5 000 € à 5 900 €", "à 5 900 €"])
def test_what_a_complement_brings_a_grant_to_is_granted_again_neither_before_nor_after(brings):
    decided = f"Décide d’attribuer à Radio Lure un complément de 900 €, portant son montant {brings}."
    assert given(decided) == [("Radio Lure", 900)]


def test_subvention_that_is_raised_was_granted_another_day():
    lines, _, leftovers = read_decided("La subvention accordée à Radio Lure est portée à 900 €.")
    assert (lines, [one.reason for one in leftovers]) == ((), [UNDONE])


def test_sum_of_an_agreement_goes_to_whom_it_is_signed_with_in_doubt():
    told = "Est approuvée la convention avec l’association La Ruche, portant attribution d’une subvention de 900 €."
    ((line,), _, leftovers) = read_decided(told)
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
    lines = read_decided(decided)[0]
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", amount) for amount in amounts]
    assert BOTH_NOTE in lines[0].notes


def test_part_that_goes_to_somebody_is_not_the_whole():
    lines, _, leftovers = read_decided("- d’attribuer une enveloppe de 900 € dont 500 € à Radio Lure.")
    assert (lines, len(leftovers)) == ((), 1)


def test_year_in_brackets_beside_a_sum_is_not_that_of_the_next_one():
    lines = read_decided("- d’attribuer à Radio Lure 900 € (700 € en 2030), au Judo Club 500 €.")[0]
    assert [(line.operator, line.amount, line.year) for line in lines] == [
        ("Radio Lure", 900, 2031),
        ("Judo Club", 500, 2031),
    ]


def test_sentence_after_a_decision_that_no_rule_knows_is_left_over():
    decided = "- d’attribuer 900 € à Radio Lure.\nUne aide de 500 € va au Judo Club."
    lines, _, leftovers = read_decided(decided)
    assert ([line.operator for line in lines], [one.reason for one in leftovers]) == (
        ["Radio Lure"],
        [OUTSIDE_DECISIONS],
    )


def test_proposed_list_that_the_assembly_votes_is_granted():
    lines = read_act(
        "CONSEIL MUNICIPAL\nSéance du 3 mars 2031\nIl est donc proposé de voter les subventions suivantes :\n"
        "Radio Lure : 900 €\nJudo Club : 500 €\n"
        "Après en avoir délibéré, le Conseil municipal vote les subventions proposées par 6 voix pour."
    )[0]
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 900), ("Judo Club", 500)]


def test_what_is_refused_and_what_is_granted_in_one_sentence_of_minutes():
    lines = read_act(
        "RELEVÉ DES DÉCISIONS\nCOMMISSION PERMANENTE\nRéunion du 3 mars 2031\nÀ l’unanimité, la Commission permanente "
        "a refusé la demande de la SCI du Moulin (1 200 €), hors délai, et a accordé à Radio Lure une aide de 900 €."
    )[0]
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 900)]


def test_points_of_minutes_may_be_called_reports():
    lines = read_act(
        "PROCÈS-VERBAL DE LA COMMISSION PERMANENTE\nSéance du 3 mars 2031\nRAPPORT N° 3 – CHANTIER ÉDUCATIF\n"
        "La commission permanente,\nAprès en avoir délibéré,\n- décide d’allouer 900 € à Radio Lure.\n"
        "RAPPORT N° 4 – SPORT\nLa commission permanente,\nAprès en avoir délibéré,\n- alloue 500 € au Judo Club."
    )[0]
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 900), ("Judo Club", 500)]


def test_decisions_numbered_in_roman_figures():
    assert given("I – d’accorder 900 € à Radio Lure ;\nII – d’accorder 500 € au Judo Club.") == [
        ("Radio Lure", 900),
        ("Judo Club", 500),
    ]


def test_aux_inside_a_name_begins_no_other():
    assert given("- d’accorder :\n1. à l’association Foire aux vins de Lure, une aide de 900 € ;") == [
        ("association Foire aux vins de Lure", 900)
    ]


def test_what_others_pay_beside_is_not_granted():
    decided = (
        "Est attribuée à la commune de Lure une subvention de 900 €, cofinancée par l’État (DRAC : 600 €) et la Région "
        "(300 €)."
    )
    assert given(decided) == [("commune de Lure", 900)]


@pytest.mark.parametrize(
    "charge",
    [
        "- d’imputer la dépense, soit 1 400 €, au chapitre 65.",
        "- de dire que la dépense totale, de 1 400 €, sera prélevée au budget.",
    ],
)
def test_sum_charged_to_the_budget_is_the_total_of_the_lines_that_add_up_to_it(charge):
    lines, (total,), _ = read_decided(
        f"- d’attribuer 900 € à Radio Lure ;\n- d’attribuer 500 € au Judo Club ;\n{charge}"
    )
    assert (total.amount, total.lines) == (1400, tuple(line.line for line in lines))


def test_subtotal_is_of_the_last_lines():
    told = (
        "- d’attribuer 900 € à Radio Lure ;\n- d’attribuer 500 € au Judo Club et 300 € au Chœur, soit 800 € au total."
    )
    lines, (total,), _ = read_decided(told)
    assert (total.amount, total.lines) == (800, tuple(line.line for line in lines[1:]))


def test_total_in_thousands_is_that_of_the_lines_at_its_precision():
    lines, (total,), _ = read_decided(
        "- d’attribuer 900,50 € à Radio Lure et 500 € au Judo Club, soit 1,4 k€ au total."
    )
    assert [line.amount for line in lines] == [Decimal("900.50"), 500]
    assert (total.amount, total.lines) == (1400, tuple(line.line for line in lines))


def test_list_on_one_line_with_a_unit_price_and_a_refusal():
    decided = (
        "- de voter pour 2031 : ADMR 120 € ; École Ferry 25 € par élève soit 1 050 € ; Secours : refusé ; SNSM 50 €."
    )
    assert given(decided) == [("ADMR", 120), ("École Ferry", 1050), ("SNSM", 50)]


def test_who_does_not_vote_on_an_entry_refuses_it_not():
    decided = (
        "- d’attribuer les subventions suivantes :\n- Sou des écoles : 900 € (Mme ROCHET ne participe pas au vote)\n"
    )
    assert given(decided) == [("Sou des écoles", 900)]


def test_names_alone_after_a_sum_for_each_of_them():
    decided = "- d’accorder 900 € à chacun des établissements ci-après :\nLycée Prévert\nLycée agricole de Lure\n"
    assert given(decided) == [("Lycée Prévert", 900), ("Lycée agricole de Lure", 900)]


def test_verb_before_the_first_entry_of_a_line_is_no_part_of_its_name():
    told = "- alloue : à l’ASC Lure : 900 €, au Judo Club : 500 €."
    assert given(told) == [("ASC Lure", 900), ("Judo Club", 500)]


def test_who_gains_from_the_money_of_another_is_no_part_of_its_name():
    told = "Article 1. Une aide de 900 € est octroyée à la SCI des Vents au bénéfice de la société Laval."
    assert given(told) == [("SCI des Vents", 900)]


@pytest.mark.parametrize(
    "decided",
    [
        "APPROUVE l’avenant n° 2 à la convention avec La Ruche, fixant à 900 € la participation départementale ;",
        "AUTORISE la signature de la convention avec La Ruche prévoyant une participation de 1,20 € par habitant, soit "
        "900 € ;",
        "Est approuvée la convention d’objectifs avec La Ruche sise 6, rue du Pont, pour un montant de 900 €.",
    ],
)
def test_agreements_that_say_what_they_give(decided):
    lines, _, leftovers = read_decided(decided)
    assert [(line.operator, line.amount, line.notes) for line in lines] == [("La Ruche", 900, (ONLY_IN_AGREEMENT,))]
    assert leftovers == ()


def test_what_an_assembly_has_decided_over_a_list_is_decided_now():
    assert [
        line.operator
        for line in read_act(
            "COMMISSION PERMANENTE\nSéance du 3 mars 2031\nLa Commission permanente du Conseil départemental a décidé, "
            "dans les conditions du rapport :\n- d’accorder 900 € à Radio Lure ;"
        )[0]
    ] == ["Radio Lure"]


def test_vote_alone_before_the_first_decision_opens_it():
    act = (
        "CONSEIL MUNICIPAL\nSéance du 3 mars 2031\nLe Conseil municipal,\nVu le budget ;\nÀ la majorité (24 pour, "
        "3 contre : M. BOR),\nAccorde 900 € à Radio Lure."
    )
    assert [line.operator for line in read_act(act)[0]] == ["Radio Lure"]
    assert [(vote.votes_for, vote.against) for vote in read_metadata(paragraphs(act)).votes] == [(24, 3)]


def test_entries_under_themes_that_no_verb_grants_are_left_over():
    decided = "A. Au titre des jumelages\n● 900 € en faveur du Comité de Lure ;\n● 500 € en faveur du Comité de Bor."
    lines, _, leftovers = read_decided(decided)
    assert (lines, [one.reason for one in leftovers]) == ((), [OUTSIDE_DECISIONS] * 2)


def test_decision_on_the_proposal_of_somebody_is_one_of_the_list():
    decided = (
        "- d’attribuer, sur proposition du jury, à la SCIC Bois une aide de 900 € ;\n- d’attribuer 500 € à Radio Lure."
    )
    assert given(decided) == [("SCIC Bois", 900), ("Radio Lure", 500)]


@pytest.mark.parametrize(
    "decided",
    [
        "- fixe, pour l’exercice 2031, la dotation globale complémentaire de la Maison Bazin à 900 € ;",
        "- maintient à 900 € la subvention annuelle de la Maison Bazin.",
        "- décide de participer :\n– pour la Maison Bazin, à hauteur de 40 %, soit 900 € sur un coût de 2 250 € HT.",
    ],
)
def test_who_owns_the_money_or_gains_from_it_is_in_doubt(decided):
    ((line,), _, _) = read_decided(decided)
    assert (line.operator, line.amount, line.certainty) == ("Maison Bazin", 900, 0.5)


def test_subvention_of_who_pays_names_nobody():
    assert given("- fixe la participation de la commune à 900 €.") == []


def test_names_in_brackets_beside_their_sums():
    decided = (
        "- d’aider deux manifestations : la Fête du bois (Foyer Bazin : 900 €) et le Trail (Lure Athlétisme : 500 €)."
    )
    assert given(decided) == [("Foyer Bazin", 900), ("Lure Athlétisme", 500)]


@pytest.mark.parametrize(
    "told",
    [
        "Non retenus : Judo Club (500 € demandés), Radio Bor (300 € demandés).",
        "- d’attribuer 900 € à Radio Lure, pour un montant de travaux de 2 000 € HT ;",
    ],
)
def test_what_is_asked_or_costs_is_no_grant(told):
    decided = f"- d’attribuer les subventions suivantes :\n- Radio Lure : 900 €\n{told}"
    assert given(decided) == [("Radio Lure", 900)]


@pytest.mark.parametrize("opening", ["La Commission permanente :", "À l’unanimité des suffrages exprimés :"])
@pytest.mark.parametrize(
    "first", ["1. accorde 900 € à Radio Lure ;", "Article 1 : Il est attribué à Radio Lure 900 €."]
)
def test_assembly_or_vote_alone_before_decisions_opens_them(opening, first):
    assert [
        line.operator
        for line in read_act(f"COMMISSION PERMANENTE\nSéance du 3 mars 2031\nVu le rapport,\n{opening}\n{first}")[0]
    ] == ["Radio Lure"]


def test_decision_of_a_verb_that_no_rule_knows_leaves_its_sum_over():
    lines, _, leftovers = read_decided(
        "- d’attribuer 500 € au Judo Club ;\n- de parrainer, pour 900 €, au profit de Radio Lure, la course ;"
    )
    assert ([line.operator for line in lines], [one.reason for one in leftovers]) == (["Judo Club"], [UNKNOWN_VERB])


def test_how_it_is_paid_names_nobody():
    decided = (
        "- VOTE une aide de 900 € au bénéfice de Radio Lure ;\n- AUTORISE Monsieur le Maire à procéder au versement en "
    )
    lines, _, leftovers = read_decided(decided + "deux fois : 500 € en avril et 400 € en octobre.")
    assert ([line.operator for line in lines], leftovers) == (["Radio Lure"], ())


def test_entries_marked_by_letters_and_strokes():
    decided = "- d’accorder :\na/ à l’Office de Lure, 900 € (30 % de 3 000 €) ; b/ à la SPL Bor, 500 € ;"
    assert given(decided) == [("Office de Lure", 900), ("SPL Bor", 500)]


def test_grant_under_the_words_of_its_budget():
    assert given("Au titre de l’investissement, une aide de 900 € est accordée à Radio Lure.") == [("Radio Lure", 900)]


def test_names_that_open_with_words_of_grants():
    told = "- de verser pour 2031 : Secours fraternel 900 €, Banque alimentaire 500 €, Entraide chômeurs 300 €."
    assert given(told) == [("Secours fraternel", 900), ("Banque alimentaire", 500), ("Entraide chômeurs", 300)]


@pytest.mark.parametrize(
    "told",
    [
        "Article 1 : Une subvention de 800 € est attribuée à l’association Le Radeau.",
        "1. Des aides d’un montant global de 800 € sont allouées aux associations suivantes :\n- Le Radeau : 800 €",
        "Sont attribuées les subventions suivantes :\n- Le Radeau : 800 €",
    ],
)
def test_grants_said_in_the_passive_are_granted(told):
    assert [int(amount) for _, amount, _, _ in lines_of(told)] == [800]


@pytest.mark.parametrize(
    "decided",
    [
        "- de faire bénéficier Radio Lure d’un concours de 900 € et le Judo Club d’une aide de 500 € ;",
        "- décide que Radio Lure percevra 900 € et le Judo Club 500 €.",
        "- de donner une suite favorable aux demandes de Radio Lure (900 €) et du Judo Club (cinq cents euros) ;",
        "- dit que la Ville soutiendra Radio Lure par une contribution de 900 €, le Judo Club par une aide de 500 €.",
    ],
)
def test_second_name_of_a_sentence_receives_the_second_sum(decided):
    assert [line[:2] for line in lines_of(decided)] == [("Radio Lure", 900), ("Judo Club", 500)]


@pytest.mark.parametrize(
    ("decided", "name"),
    [
        ("- d’apporter à la commune de Bor le fonds de concours sollicité, soit 900 € ;", "commune de Bor"),
        ("- de prendre en charge une part du portage de repas en versant 900 € à l’ADMR ;", "ADMR"),
        ("- de financer par 900 € l’extension du groupe scolaire de la commune de Bor ;", ""),
        (
            "- de participer au financement du groupe scolaire de la commune de Bor par une aide de 900 € ;",
            "commune de Bor",
        ),
    ],
)
def test_who_receives_is_told_from_what_it_is_for(decided, name):
    assert [line[0] for line in lines_of(decided)] == ([name] if name else [])


def test_list_of_sums_without_their_kind_is_of_grants_under_a_title_that_says_so():
    listed = "retient les montants suivants :\nClub des Aînés, 300 €\nAmicale laïque, 450 €"
    assert [line[:2] for line in lines_of(f"- {listed}")] == [("Club des Aînés", 300), ("Amicale laïque", 450)]
    told = HEAD.replace("Soutien aux associations", "Tarifs de la cantine") + f"- {listed}"
    assert read_act(told)[0] == ()


@pytest.mark.parametrize(
    ("decided", "operator"),
    [
        ("- d’accorder 900 € à l’association Droits pour tous ;", "association Droits pour tous"),
        ("- d’accorder 900 € à l’association Toit pour elles ;", "association Toit pour elles"),
        ("- d’accorder 900 € à l’association Le Bief pour tous les élèves ;", "association Le Bief"),
        (
            "- de fixer à 900 € la participation au fonctionnement de la Maison de l’accès au droit (MAD) ;",
            "Maison de l’accès au droit (MAD)",
        ),
    ],
)
def test_small_words_that_are_of_a_name(decided, operator):
    assert given(decided) == [(operator, 900)]


def test_nobody_named_in_a_quote_receives():
    lines, totals, _ = read_decided(
        "- de participer, au titre du dispositif « Soutien à l’ESS », aux projets des fiches jointes"
        " par l’attribution de subventions d’un montant maximum de 900 € ;"
    )
    assert (lines, [total.amount for total in totals]) == ((), [900])


def test_verb_in_capitals_right_after_the_reasons_decides():
    told = "CONSIDÉRANT les demandes ;\nACCORDE une aide de 900 € au Judo Club ;\nATTRIBUE :\n- Chorale : 300 €"
    lines = read_act(f"COMMISSION PERMANENTE\nRéunion du 3 mars 2031\n{told}")[0]
    assert [(line.operator, line.amount) for line in lines] == [("Judo Club", 900), ("Chorale", 300)]


def test_agreement_after_verbs_in_capitals_grants_its_money_once():
    act = "COMMISSION PERMANENTE\nRéunion du 3 mars 2031\nVu le code ;\nALLOUE à la Ligue du Val une aide de 900 € ;"
    agreed = "CONVENTION\nEntre le Département et la Ligue du Val, il a été convenu ce qui suit :"
    lines = read_act(f"{act}\n{agreed}\nArticle 1 : Le Département alloue à la Ligue une aide de 900 €.")[0]
    assert [(line.operator, line.amount) for line in lines] == [("Ligue du Val", 900)]


def test_pupils_that_a_grant_is_for_are_no_votes_and_go_with_their_own_sum():
    decided = "- alloue au lycée Zola, pour 12 élèves, 600 €, et au collège Ferry, pour 8 élèves, 400 € ;"
    assert given(decided) == [("lycée Zola", 600), ("collège Ferry", 400)]
    decided = "- alloue au lycée Zola 600 €, et au collège Ferry, pour son club, 400 € ;"
    assert [line.action for line in read_decided(decided)[0]] == ["", ""]


def test_cost_in_brackets_after_its_rate_is_no_grant():
    decided = "- accorde à Radio Lure une aide égale à 30 % du coût des travaux (3 000 €), soit 900 € ;"
    assert given(decided) == [("Radio Lure", 900)]


@pytest.mark.parametrize(
    "decided",
    [
        "- attribue 900 € aux associations suivantes : Judo Club de Lure, Tennis de Bor, Rugby Club ;",
        "- attribue 900 € à parts égales entre le Judo Club de Lure, le Tennis de Bor et le Rugby Club ;",
        "- attribue une subvention de 300 € par école, soit 900 €, aux écoles Ferry, Prévert et Pagnol ;",
    ],
)
def test_one_sum_for_several_who_are_named_is_left_over(decided):
    lines, totals, leftovers = read_decided(decided)
    assert (lines, totals, [one.reason for one in leftovers]) == ((), (), [NO_BENEFICIARY])


@pytest.mark.parametrize(
    "decided",
    [
        "- attribue 900 € au Judo Club et à la Chorale ;",
        "- attribue une aide de 900 € au Judo Club, au Tennis et à la Chorale ;",
        "- accorde à la Chorale, au Tennis et au Judo Club une aide de 900 € ;",
    ],
)
def test_one_sum_for_several_names_is_of_the_nearest_in_doubt(decided):
    ((line,), _, _) = read_decided(decided)
    assert (line.operator, line.amount, line.notes) == ("Judo Club", 900, (SHARED_NOTE,))


def test_name_before_another_sum_shares_none():
    ((first, second), _, _) = read_decided("- attribue une aide de 900 € à Radio Lure et au Judo Club 400 € ;")
    assert (first.notes, second.operator, second.notes) == ((), "Judo Club", ())


@pytest.mark.parametrize("opening", ["- Une somme", "Article 1 : La somme", "- une enveloppe"])
def test_sum_that_is_said_accorded_is_granted_but_no_guarantee_of_it(opening):
    assert given(f"{opening} de 900 € est accordée à Radio Lure.") == [("Radio Lure", 900)]
    assert given("- La garantie de la commune, pour une somme de 900 €, est accordée à Radio Lure.") == []


@pytest.mark.parametrize(
    "decided",
    [
        "- octroie une aide de 900 € à Radio Lure pour l’achat d’un émetteur d’un montant de 4 000 € ;",
        "- verse la somme de 900 € à Radio Lure, 400 € ayant déjà été versés en janvier ;",
        "- verse la somme de 900 € à Radio Lure, 400 € ayant déjà été octroyés en janvier ;",
    ],
)
def test_what_is_bought_and_what_was_paid_is_not_granted_on_top(decided):
    assert given(decided) == [("Radio Lure", 900)]


def test_sum_that_is_that_of_another():
    decided = "- fixe à 900 € le montant alloué à Radio Lure et à 400 € celui de la Chorale ;"
    assert given(decided) == [("Radio Lure", 900), ("Chorale", 400)]


def test_specks_of_a_scan_before_what_decides_hide_nothing():
    act = "VILLE DE LURE\nDÉCISION DU MAIRE N° 31-18\nLe Maire de la commune de Lure,\nVu le code ;\n| DÉCIDE"
    lines = read_act(f"{act}\nArticle ‘1 – D’attribuer 900 € à Radio Lure.\nArticle 2 – D’attribuer 300 € au CCAS.")[0]
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 900), ("CCAS", 300)]


def test_what_is_put_in_place_is_what_a_grant_is_for():
    ((line,), _, _) = read_decided("- octroie 900 € à l’Office de tourisme pour la mise en réseau des sites ;")
    assert (line.operator, line.action) == ("Office de tourisme", "la mise en réseau des sites")


@pytest.mark.parametrize("decides", ["DÉCIDE", "ARRÊTE :"])
def test_what_another_act_decides_after_the_signatures_is_left_over(decides):
    act = "VILLE DE LURE\nSéance du 3 mars 2031\nVu le code ;\nDÉCIDE\n- d’attribuer 900 € à Radio Lure ;"
    text = paragraphs(f"{act}\nLe Maire, M. Roy")
    text += paragraphs(f"# Aide au CCAS\nVu le code ;\n{decides}\n- d’attribuer 300 € au CCAS ;", page=2)
    lines, _, leftovers = read_decisions(text, read_metadata(text), (), ())
    assert [line.operator for line in lines] == ["Radio Lure"]
    assert [(one.text, one.source.page) for one in leftovers] == [("- d’attribuer 300 € au CCAS ;", 2)]


def test_so_much_for_every_club():
    assert given("- attribue 900 € à chaque club suivant : Judo Club de Lure, Tennis de Bor ;") == [
        ("Judo Club de Lure", 900),
        ("Tennis de Bor", 900),
    ]


def test_last_of_several_organisations_is_told_from_the_one_before():
    decided = (
        "- d’accorder 900 € à chacune des trois structures suivantes : commune de Vy, Chorale et association Le Bief ;"
    )
    assert given(decided) == [("commune de Vy", 900), ("Chorale", 900), ("association Le Bief", 900)]


@pytest.mark.parametrize(
    "decided",
    [
        "- d’accorder à la CUMA du Val une avance remboursable de 900 € ;",
        "- d’adhérer à l’association des maires ruraux pour une cotisation annuelle de 180 € ;",
        "- de verser les cotisations suivantes : Union des maires 900 €, Cerema 250 €.",
        "- de verser à la Fédération des parcs la contribution statutaire de 900 € ;",
        "- de renouveler l’adhésion à l’association Bois du Massif, moyennant une cotisation de 900 € ;",
        "- d’approuver l’avenant à la convention avec la Ligue du Val, portant la subvention à 900 € ;",
    ],
)
def test_money_lent_or_owed_and_what_an_amendment_brings_to_is_left_over(decided):
    lines, _, leftovers = read_decided(decided)
    assert not lines
    assert [leftover.text.removeprefix("- ") for leftover in leftovers] == [decided[2:]]


def test_grant_beside_a_loan_is_read_and_the_price_asked_of_the_public_is_not():
    assert given("- d’attribuer une aide de 900 € et une avance remboursable de 300 € à la SCOP Bief ;") == [
        ("SCOP Bief", 900)
    ]
    assert read_decided("- de fixer le tarif de l’adhésion à la médiathèque à 12 € ;")[2] == ()


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("- alloue 900 € au Festival du vent, organisé par La Clef des champs ;", [("La Clef des champs", 900)]),
        ("- soutient le Salon du vent, organisé par Le Bief, à hauteur de 900 € ;", [("Le Bief", 900)]),
        ("- attribue 900 € au Tennis Club pour le tournoi organisé par la Ligue ;", [("Tennis Club", 900)]),
        ("- finance le poste de coordinateur de la MJC de Lure à hauteur de 900 € ;", [("MJC de Lure", 900)]),
        ("- alloue 900 € au poste d’animateur de l’association Le Bief ;", [("association Le Bief", 900)]),
        ("- aide la MJC Le Bief sous forme d’un chèque de 500 € et de matériel pour 400 € ;", [("MJC Le Bief", 500)]),
        ("- accorde à l’amicale laïque 15 € par enfant pour 60 enfants, soit 900 € ;", [("amicale laïque", 900)]),
        (
            "- fixe à 15 € par enfant la participation aux séjours de l’amicale laïque, soit 900 € ;",
            [("amicale laïque", 900)],
        ),
        ("- verse 90 € à chacun des clubs d’Ancy et de Bor ;", [("club d’Ancy", 90), ("club de Bor", 90)]),
        (
            "- alloue aux communes de Bor et de Luz 90 € chacune pour un pont ;",
            [("commune de Bor", 90), ("commune de Luz", 90)],
        ),
    ],
)
def test_who_has_the_money_behind_what_it_pays_for(decided, expected):
    assert given(decided) == expected


def test_what_a_grant_is_raised_by_is_given_to_whoever_has_it():
    ((line,), _, _) = read_decided("- MAJORE de 150 € la subvention de Vie libre, qui passe de 350 € à 500 € ;")
    assert (line.operator, line.amount, line.certainty) == ("Vie libre", 150, 0.5)


def test_whoever_is_helped_may_stand_after_a_phrase_between_commas():
    assert given("- de soutenir, dans le cadre de l’action 1, la MJC du Lac à hauteur de 900 € ;") == [
        ("MJC du Lac", 900)
    ]


def test_grant_that_is_put_in_the_budget_is_one():
    assert given("- d’inscrire au budget une subvention d’équilibre de 900 € au CCAS ;") == [("CCAS", 900)]
    assert given("- d’inscrire au chapitre 65 une somme de 900 € ;") == []


def test_sums_fixed_as_follows_on_one_line():
    decided = "- de fixer ainsi qu’il suit les subventions 2031 : La Ruche : 900 €, Le Moulin : 300 € ;"
    assert given(decided) == [("La Ruche", 900), ("Le Moulin", 300)]


def test_sum_for_two_persons_is_in_doubt():
    [line], *_ = read_decided("- d’attribuer une bourse de 500 € à Mme Anne ROY et à M. Luc PETIT ;")
    assert (line.operator, line.certainty < 0.9) == ("Mme Anne ROY", True)


def test_votes_and_members_who_stand_aside_open_the_decisions_that_follow():
    opening = (
        "Après en avoir délibéré, par 31 voix pour (groupe Val), Mme ROY, directrice de la MJC, ne participant pas :"
    )
    decided = f"Vu le code,\n{opening}\n- ATTRIBUE 900 € à la MJC ;\n- ALLOUE 300 € au Judo Club."
    lines, _, _ = read_act(f"VILLE DE BOR\nConseil municipal\nSéance du 3 mars 2031\n{decided}")
    assert [(line.operator, line.amount) for line in lines] == [("MJC", 900), ("Judo Club", 300)]


def test_decision_under_words_that_open_none_is_left_over():
    act = "VILLE DE BOR\nSéance du 3 mars 2031\nVu le code,\nLes suites suivantes sont données au dossier."
    lines, _, leftovers = read_act(f"{act}\n- ATTRIBUE une aide de 900 € à la Ruche ;")
    assert (lines, [one.reason for one in leftovers]) == ((), [OUTSIDE_DECISIONS])


PRAYED = """
VILLE DE BOR
Séance du 14 mars 2031
D-2031/45
Subventions en faveur des clubs sportifs.
Mme Anne ROY, Adjointe, présente le rapport suivant :
En conséquence, je vous demande, Mesdames, Messieurs, de bien vouloir autoriser le Maire à :
- attribuer une aide de 900 € au Judo Club ;
- signer les conventions afférentes.
"""


def test_what_a_report_asks_is_decided_once_it_is_said_adopted():
    lines, _, _ = read_act(PRAYED + "ADOPTÉ À L’UNANIMITÉ")
    assert [(line.operator, line.amount) for line in lines] == [("Judo Club", 900)]
    assert read_metadata(paragraphs(PRAYED)).title == "Subventions en faveur des clubs sportifs."
    assert read_act(PRAYED)[0] == ()


def test_agreement_behind_a_report_that_is_adopted_is_no_part_of_the_act():
    adopted = (
        "ADOPTÉ À LA MAJORITÉ – Pour : 48 – Abstention : 9 (groupe Bor en commun), Contre : 0\n"
        "Fait et délibéré à Bor, en l’Hôtel de Ville, le 16 mars 2031\f"
        "# CONVENTION\nEntre la Ville de Bor et le Judo Club,\nArticle 1 – L’aide est de 900 €."
    )
    act = PRAYED.replace("Séance du 14 mars 2031\n", "").replace("VILLE DE BOR\nD-", "Mairie de Bor D-") + adopted
    lines, _, leftovers = read_act(act)
    assert ([(line.operator, line.amount) for line in lines], leftovers) == ([("Judo Club", 900)], ())
    record = read_metadata(paragraphs(act))
    assert (record.number, record.title) == ("D-2031/45", "Subventions en faveur des clubs sportifs.")
    assert record.session_date == date(2031, 3, 16)


def test_what_an_amendment_leaves_as_it_is_is_not_granted():
    lines, _, _ = read_decided(
        "Approuve l’avenant à la convention avec le Foyer du Val, qui prolonge sa durée sans modifier l’aide de 900 €."
    )
    assert lines == ()


def test_whoever_the_council_accepts_to_pay_is_named_in_the_sentence_before():
    told = "VILLE DE BOR\nSéance du 4 mars 2031\nLa commune de Luz accueille deux élèves.\n"
    lines, _, _ = read_act(f"{told}Le conseil accepte de lui verser une participation de 450 € par élève, soit 900 €.")
    assert [(line.operator, line.amount) for line in lines] == [("commune de Luz", 900)]


def test_speck_before_the_first_word_of_a_scanned_line_hides_no_decision():
    told = "VILLE DE BOR\nConseil municipal du 4 mars 2031\nLe conseil décide de verser 300 € au Judo Club.\n"
    lines, _, _ = read_act(f"{told}‘Il décide également de verser 900 € à Radio Lure.")
    assert [line.operator for line in lines] == ["Judo Club", "Radio Lure"]


def test_name_meant_ends_before_what_it_does():
    told = "VILLE DE BOR\nConseil municipal du 4 mars 2031\nLe Foyer du Val lui alloue 3 500 €.\n"
    lines, _, _ = read_act(f"{told}Le conseil municipal décide de lui verser 900 €.")
    assert [(line.operator, line.certainty) for line in lines] == [("Foyer du Val", 0.5)]


def test_what_else_is_proposed_is_accepted():
    lines, _, _ = read_act(
        "VILLE DE BOR\nSéance du 4 mars 2031\nLe maire propose en outre de verser :\n- à Radio Lure, 900 €.\n"
        "Le conseil municipal, après en avoir délibéré, accepte ces propositions et l’autorise à mandater les sommes."
    )
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 900)]


def test_charge_on_the_budget_is_the_total_of_what_is_granted():
    _, totals, leftovers = read_decided(
        "- d’attribuer 500 € à Radio Lure et 400 € à la Ruche ;\n"
        "- décide l’imputation de ces subventions, soit 900 €, sur les crédits de la fonction 33 ;"
    )
    assert ([one.amount for one in totals], leftovers) == ([900], ())


LYCEE = """
LYCÉE DU LAC
Conseil d’administration du 30 juin 2031
Le Conseil d’administration,
Vu le code de l’éducation, approuve, par 18 voix pour et 1 abstention :
- une subvention de 1 500 € à Radio Lure et de 800 € au Foyer du Lac ;
- le budget du voyage (24 500 €), la participation des familles étant fixée à 390 € ;
- l’acceptation d’un don de 600 € du Foyer du Lac ;
- la convention avec la Région relative à la dotation de 312 400 €.
"""


def test_what_is_approved_after_visas_and_what_is_no_grant_among_it():
    lines, totals, _ = read_act(LYCEE)
    assert ([(line.operator, line.amount) for line in lines], totals) == (
        [("Radio Lure", 1500), ("Foyer du Lac", 800)],
        (),
    )
    vote = read_metadata(paragraphs(LYCEE)).votes[0]
    assert (vote.votes_for, vote.abstentions) == (18, 1)


def test_committee_that_examined_before_it_votes_decides():
    lines, _, leftovers = read_act(
        "CCAS DE BOR\nConseil d’administration du 3 mars 2031\n"
        "Après examen des situations, le Conseil d’administration, à l’unanimité (9 voix) :\n"
        "- accorde à Radio Lure un secours de 180 € pour une facture d’électricité de 263,40 € ;\n"
        "- reconduit l’adhésion au CAUE (210 €) et à l’Association des maires (480 €) ;"
    )
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 180)]
    assert ["210" in one.text for one in leftovers] == [True]


def test_list_in_euros_on_one_line():
    lines, totals, leftovers = read_decided(
        "Décide d’octroyer les aides suivantes, en euros : Radio Lure, 650 ; Foyer du Lac, 4 000. Le total, de 4 650 "
        "euros, est imputé au budget. La demande du Judo Club (700 euros) sera réexaminée en septembre."
    )
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 650), ("Foyer du Lac", 4000)]
    assert ([one.amount for one in totals], leftovers) == ([4650], ())


def test_participation_of_the_town_is_for_the_one_of_the_title():
    act = "Conseil municipal du 3 mars 2031\nObjet : Convention avec l’association « Les Petits Loups »\nDÉCIDE\n"
    lines, _, _ = read_act(act + "- de fixer la participation financière de la Ville à 900 € pour 2031 ;")
    assert [(line.operator, line.amount, line.certainty) for line in lines] == [
        ("association « Les Petits Loups »", 900, 0.5)
    ]


def test_proposals_voted_one_by_one_are_granted_but_for_the_one_outvoted():
    lines, _, _ = read_act(
        "COMMUNE DE BOR\n# PROCÈS-VERBAL DU CONSEIL MUNICIPAL\nSéance du 21 mai 2031\n"
        "# I – Procès-verbal\nAdopté à l’unanimité.\n# II – Subventions complémentaires\n"
        "M. le Maire propose d’attribuer une subvention de 400 € à Radio Lure.\nVote : adopté à l’unanimité.\n"
        "M. le Maire propose d’attribuer une subvention de 2 000 € au Moto-Club.\n"
        "Vote : rejeté par 9 voix contre et 6 voix pour.\n"
        "M. le Maire propose d’attribuer une subvention de 1 200 € au Foyer du Lac.\n"
        "Vote : adopté par 14 voix pour et 1 abstention.\n# III – Voirie\nNéant.\n# IV – Divers\nNéant."
    )
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 400), ("Foyer du Lac", 1200)]


def test_what_is_asked_is_adopted_by_so_many_voices():
    act = (
        "VILLE DE BOR\nConseil municipal du 19 mars 2031\nIl vous est demandé de bien vouloir :\n"
        "- approuver l’attribution des subventions ci-après :\n– Radio Lure, pour la Fête de l’eau : 900 €\n"
        "Le Conseil municipal adopte par 36 voix pour et 7 abstentions."
    )
    assert [(line.operator, line.amount) for line in read_act(act)[0]] == [("Radio Lure", 900)]
    assert [(vote.votes_for, vote.abstentions) for vote in read_metadata(paragraphs(act)).votes] == [(36, 7)]


def test_voices_of_the_council_on_a_line_over_its_verbs():
    act = (
        "VILLE DE BOR\nConseil municipal du 19 mars 2031\n"
        "Le conseil municipal, par 25 voix pour et 4 voix contre (MM. ARNAL, BOYER),\n"
        "VERSE 900 € à l’OGEC Saint-Louis (158 élèves) et 300 € à Radio Lure ;"
    )
    assert [line.operator for line in read_act(act)[0]] == ["OGEC Saint-Louis", "Radio Lure"]
    assert [(vote.votes_for, vote.against) for vote in read_metadata(paragraphs(act)).votes] == [(25, 4)]


@pytest.mark.parametrize("name", ["Association sportive", "Centre social"])
def test_only_one_of_its_kind_bears_a_capital_letter(name):
    assert given(f"- attribue 900 € au {name} ;\n- attribue 300 € à {name.lower()} ;") == [(name, 900)]


def test_what_is_cashed_or_left_to_a_committee_is_no_grant():
    assert given(
        "- encaisse la participation au voyage à Rome (320 € par élève, soit 14 400 €) ;\n"
        "- délègue à la Commission permanente l’attribution des aides, dans la limite de 1 500 000 € ;\n"
        "- attribue 900 € à Radio Lure et lui prête la salle (valeur : 80 €) ;"
    ) == [("Radio Lure", 900)]


def test_articles_without_a_sign_after_their_number():
    decided = (
        "DÉLIBÈRE\nARTICLE 1 Est attribuée au Judo Club une aide de 900 €.\nARTICLE 2 Est accordé 300 € à la Ruche."
    )
    act = f"VILLE DE BOR\nSéance du 14 mars 2031\nVU LE CODE GENERAL\n{decided}\nL’article 3 du code s’applique."
    lines, _, _ = read_act(act)
    assert [(line.operator, line.amount) for line in lines] == [("Judo Club", 900), ("Ruche", 300)]


def test_decisions_of_so_many_voices_without_marks():
    decided = (
        "Décide, par 41 voix pour et 2 abstentions :\nd’attribuer 900 € au Judo Club ;\nd’attribuer 300 € à la Ruche."
    )
    lines, _, _ = read_act(f"VILLE DE BOR\nSéance du 3 mars 2031\nVu le code,\n{decided}")
    assert [(line.operator, line.amount) for line in lines] == [("Judo Club", 900), ("Ruche", 300)]


def test_first_entry_stands_apart_from_words_that_name_a_year():
    decided = "Le Conseil, à l’unanimité, vote pour 2031 les subventions ci-dessous : Amicale 200 €\nJudo Club 900 €"
    assert given(decided) == [("Amicale", 200), ("Judo Club", 900)]


def test_decision_over_a_list_is_no_vote_line_whatever_voices_it_counts():
    decided = (
        "Le Conseil, par 21 voix pour, 3 contre (groupe « Val »), décide de soutenir les associations comme suit :"
    )
    act = f"VILLE DE BOR\nSéance du 3 mars 2031\nVu le code,\n{decided}\n• Ciné-Club : 900 € ;\n• Fanfare : 300 €."
    lines, _, _ = read_act(act)
    assert [(line.operator, line.amount) for line in lines] == [("Ciné-Club", 900), ("Fanfare", 300)]


@pytest.mark.parametrize(
    "name",
    [
        "foyer géré par la commune de Bor",
        "club soutenu par la Ville de Lure",
        "école de musique créée par la communauté de communes du Val",
    ],
)
def test_what_a_council_does_of_a_beneficiary_is_not_cut_behind_its_verb(name):
    to = "à l’" if name[0] == "é" else "au "
    assert [line[0] for line in lines_of(f"d’attribuer une subvention de 900 € {to}{name}.")] == [name]
    granted = lines_of("Une subvention de 900 € est versée à la Chorale par la Ville.")
    assert [line[0] for line in granted] == ["Chorale"]


def test_quoted_name_behind_what_a_body_is_stays_in_its_name():
    found = lines_of("""
        d’attribuer les subventions suivantes :
        - La Ruche – « Jardin partagé » : 900 €
        - Théâtre – « Le Moulin » : 300 €
        - Club de judo – « Les Dauphins » : 100 €
    """)
    assert [(name, what) for name, _, _, what in found] == [
        ("La Ruche", "Jardin partagé"),
        ("Théâtre – « Le Moulin »", ""),
        ("Club de judo – « Les Dauphins »", ""),
    ]


@pytest.mark.parametrize(
    ("decided", "name"),
    [
        ("900 € au Judo Club, dont la moitié à la signature.", "Judo Club"),
        ("900 € à l’association Autant en emporte le vent.", "association Autant en emporte le vent"),
    ],
)
def test_half_paid_on_a_day_or_a_word_of_a_name_is_as_much_for_nobody_else(decided, name):
    assert [line[:2] for line in lines_of(f"d’attribuer une subvention de {decided}")] == [(name, 900)]


def test_place_in_what_each_does_receives_nothing():
    lines, _, left = read_decided("d’attribuer à la Ruche, pour son gala à la Halle, et au Moulin 500 € chacun.")
    assert (lines, len(left)) == ((), 1)


@pytest.mark.parametrize("said", ["pour {}", "au titre de l’année {}"])
def test_year_behind_each_beneficiary_is_that_of_its_own_sum(said):
    for first, second in ((2031, 2032), (2030, 2031)):
        told = f"900 € au Judo Club {said.format(first)} et de 300 € au Tennis Club {said.format(second)}"
        found = lines_of(f"d’attribuer {told}.")
        assert [(name, year) for name, _, year, _ in found] == [("Judo Club", first), ("Tennis Club", second)]


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (
            "Attribue à Radio Lure une aide de 900 € sur présentation des factures et à la Ruche 500 €.",
            [("Radio Lure", 900), ("Ruche", 500)],
        ),
        ("Verse au vu des factures acquittées 900 € à Radio Lure.", [("Radio Lure", 900)]),
        (
            "Approuve :\n- le plan de financement du bal et l’octroi à la Ruche d’une subvention de 900 € ;",
            [("Ruche", 900)],
        ),
        ("Attribue 900 € à la Ruche, dont la demande complémentaire sera réexaminée en juin.", [("Ruche", 900)]),
        (
            "Attribue 900 € à la Ruche ; la demande de la Chorale de 400 € sera réexaminée en juin.",
            [("Ruche", 900)],
        ),
        ("Attribue 900 € à la Ruche, aucune contribution n’étant demandée aux familles.", [("Ruche", 900)]),
        ("Attribue 900 € à la Ruche ; la contribution des familles est demandée à l’entrée.", [("Ruche", 900)]),
        (
            "Attribue les aides suivantes : Judo Club : 500 €. Chorale : 300 €. Bourse du travail : 200 €.",
            [("Judo Club", 500), ("Chorale", 300), ("Bourse du travail", 200)],
        ),
        ("Attribue 900 € à l’association Elles et leur ville.", [("association Elles et leur ville", 900)]),
        (
            "Attribue à la Ruche une aide de 3 000 €. Autorise le versement d’un acompte de 900 € au Judo Club.",
            [("Ruche", 3000)],
        ),
    ],
)
def test_what_is_said_beside_a_grant_does_not_hide_it(decided, expected):
    assert given(decided) == expected


def test_celebration_left_to_a_body_for_a_grant_leaves_its_sum():
    decided = "Décide de déléguer à la Ligue du Val l’organisation du carnaval, moyennant une subvention de 900 €."
    assert [line.amount for line in read_decided(decided)[0]] == [900]


def test_name_of_an_account_opens_no_list():
    decided = "Attribue 700 € à la Ruche.\n- d’inscrire au compte 6714, bourses et prix : 900 € ;"
    lines, _, leftovers = read_decided(decided)
    assert ([(line.operator, line.amount) for line in lines], leftovers) == ([("Ruche", 700)], ())


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            "associations de la Croix-Bleue et des Amis du lac",
            ["association de la Croix-Bleue", "association des Amis du lac"],
        ),
        ("communes de Bor, Luz et de Vic", []),
        ("associations de parents d’élèves et de la Ruche", []),
    ],
)
def test_each_of_several_is_named_or_none_is(names, expected):
    lines, _, leftovers = read_decided(f"Décide d’attribuer aux {names} 500 € chacune.")
    assert ([line.operator for line in lines], len(leftovers)) == (expected, 0 if expected else 1)


def test_list_of_proposals_that_is_outvoted_grants_nothing():
    lines, _, _ = read_act(
        "COMMUNE DE BOR\n# PROCÈS-VERBAL DU CONSEIL MUNICIPAL\nSéance du 21 mai 2031\n"
        "# 1. Subventions aux associations\nIl est proposé d’attribuer les subventions suivantes :\n"
        "- 900 € au Judo Club ;\n- 300 € à la Ruche.\nRejeté par 10 voix contre 3.\n"
        "Il est proposé d’attribuer 200 € à Radio Lure.\nAdopté à l’unanimité.\n# 2. Divers\nNéant."
    )
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 200)]


def test_beneficiary_that_a_label_names_in_its_sentence():
    told = "Une aide de 900 € est accordée au bénéficiaire : SARL Le Bief, 4 quai des Brumes, pour un film."
    assert [line[:2] for line in lines_of(f"- {told}")] == [("SARL Le Bief", 900)]


def test_years_that_are_counted_leave_a_doubt():
    lines, _, _ = read("- d’attribuer à la Ruche 900 € la première année et 700 € la deuxième ;")
    assert [(line.amount, line.notes) for line in lines] == [(900, (COUNTED_YEAR_NOTE,)), (700, (COUNTED_YEAR_NOTE,))]
    lines, _, _ = read("- d’attribuer à la Ruche 900 € pour la quatrième année consécutive ;")
    assert [(line.amount, line.notes) for line in lines] == [(900, ())]


def test_money_that_goes_through_another_funder_is_left_over_where_nobody_is_named():
    _, _, leftovers = read("- d’abonder le fonds de solidarité géré par la CAF à hauteur de 2 400 € ;")
    assert [one.reason for one in leftovers] == [NO_BENEFICIARY]


def test_advance_to_be_set_against_the_grant_of_a_year_is_of_that_year():
    [line] = lines_of("- d’attribuer au Judo Club une avance de 900 € à valoir sur la subvention 2032 ;")
    assert line[:3] == ("Judo Club", 900, 2032)


def test_names_end_before_respectively_and_brackets_around_names_are_left_out():
    told = "- d’attribuer à la MJC et au Foyer rural respectivement 300 € et 500 € ;"
    assert [line[:2] for line in lines_of(told)] == [("MJC", 300), ("Foyer rural", 500)]
    each = "- d’attribuer à chacun des trois clubs (Judo, Tennis, Rugby) une subvention de 300 € ;"
    assert [line[0] for line in lines_of(each)] == ["Judo", "Tennis", "Rugby"]


def test_name_that_a_word_of_grants_opens_behind_its_article_is_one():
    listed = "- d’attribuer aux associations suivantes : la Ruche, 900 € ; et le Secours populaire, 300 €."
    assert [line[:2] for line in lines_of(listed)] == [("Ruche", 900), ("Secours populaire", 300)]


@pytest.mark.parametrize("told", ["à l’occasion de ses 50 ans", "sera prélevée sur le compte 65748"])
def test_name_ends_before_the_occasion_and_the_account(told):
    assert [line[0] for line in lines_of(f"- d’attribuer une aide de 900 € à la Ruche {told} ;")] == ["Ruche"]
