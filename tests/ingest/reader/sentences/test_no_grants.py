"""Sums of a decision that grant nothing: costs, demands, payments, other funders, what is taken back."""

from decimal import Decimal

import pytest

from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.sentences.granted.agreement_sums import ONLY_IN_AGREEMENT
from ingest.reader.sentences.granted.decision_sums import CHANGED, SHARED, UNDONE
from tests.ingest.reader.acts import paragraphs, read_act
from tests.ingest.reader.sentences.municipal_acts import HEAD, lines_of, read


def test_agreement_whose_signature_is_approved_leaves_its_sum_to_be_checked():
    told = (
        "Article 1 - Est approuvée la signature d’une convention avec l’association La Ruche, pour un montant de 900 €."
    )
    lines, _, left = read(told)
    assert (lines, [one.reason for one in left]) == ((), [ONLY_IN_AGREEMENT])


def test_costs_said_in_turn_and_prices_are_no_grants():
    decided = """
        - d’allouer 500 € au collège de Bor et 300 € au collège de Lure, pour des voyages dont le coût s’élève respectivement à 3 800 € et 1 900 € ;
        - de maintenir le prix de journée de la Maison de Bor à 214,36 € ;
    """  # noqa: E501
    assert [line[:2] for line in lines_of(decided)] == [("collège de Bor", 500), ("collège de Lure", 300)]


def test_money_taken_back_from_a_beneficiary_is_no_grant():
    for decided in (
        "de désaffecter 450 € attribués le 8 juillet 2030 au Lycée de Lure",
        "la subvention de 450 € versée au Judo Club est reversée au Tennis Club",
        "la subvention de 450 € sera reversée à la Ville si le projet n’aboutit pas",
    ):
        lines, _, leftovers = read(f"- {decided} ;")
        assert (lines, [one.reason for one in leftovers]) == ((), [UNDONE])


def test_money_of_others_passed_on_to_a_beneficiary_is_granted():
    assert [line[:2] for line in lines_of("- la subvention de 450 € de l’État sera reversée à la crèche Les Lutins ;")]


def test_instalments_are_no_other_money():
    found = lines_of("- d’attribuer au Syndicat du Val 4 000 €, versés en quatre acomptes trimestriels de 1 000 € ;")
    assert [(operator, amount) for operator, amount, _, _ in found] == [("Syndicat du Val", 4000)]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (
            "à la Ruche 9 000 €, versés en trois fois : 4 000 € en avril, 4 000 € à la notification et le solde en mai",
            [("Ruche", 9000)],
        ),
        (
            "9 000 € à la Ruche, payés par tranches, 4 000 € en avril puis 5 000 € en mai, et 900 € au Moulin",
            [("Ruche", 9000), ("Moulin", 900)],
        ),
        ("à la Ruche 9 000 €, payable en trois trimestrialités de 3 000 €", [("Ruche", 9000)]),
        ("à la Ruche 9 000 €, payables par douzièmes de 750 €", [("Ruche", 9000)]),
        # what is said to go to somebody is no instalment
        (
            "à la Ruche 900 € en deux versements, au Moulin 300 € et à l’ADMR 200 €",
            [("Ruche", 900), ("Moulin", 300), ("ADMR", 200)],
        ),
        ("900 € à la Ruche, versés en deux fois, et 300 € au Moulin", [("Ruche", 900), ("Moulin", 300)]),
        # nor is another grant beside the first, nor what follows one that is paid at once
        (
            "900 € à la Ruche, versés en deux fois, ainsi qu’une subvention d’équipement de 300 €",
            [("Ruche", 900), ("Ruche", 300)],
        ),
        ("900 € à la Ruche, en une fois, 300 € pour son gala", [("Ruche", 900), ("Ruche", 300)]),
    ],
)
def test_sums_behind_how_often_one_is_paid_are_its_instalments(told, found):
    assert [line[:2] for line in lines_of(f"- d’attribuer {told} ;")] == found


@pytest.mark.parametrize(
    ("told", "amounts"),
    [
        ("900 € au Club de voile en complément des 700 € votés en mars", [900]),
        ("900 € à la SAS Bois Vert pour son investissement de 30 000 €", [900]),
        ("en complément de la subvention annuelle une aide de 900 € au Club de voile", [900]),
        ("900 € au Club de voile en complément de la dotation et de 300 € à la Chorale", [900, 300]),
        ("en complément de l’aide de 700 € déjà versée, 900 € au Club de voile", [900]),
        ("900 € au Club de voile, 500 € étant réservés à l’achat de gilets", [900]),
        ("au Club de voile une subvention de 900 € comprenant l’achat de gilets pour 500 €", [900]),
        ("un complément de 900 € au Club de voile", [900]),
        ("au Club de voile une aide en complément de 900 €", [900]),
        ("900 € au Club de voile, 500 € étant réservés au Judo Club", [900, 500]),
    ],
)
def test_sum_that_another_completes_or_holds_is_no_other_grant(told, amounts):
    assert [line[1] for line in lines_of(f"- d’attribuer {told} ;")] == amounts


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (
            "4 000 € à la Ruche, qui bénéficie par ailleurs de 2 000 € de la Région et de 1 500 € de la CAF",
            [("Ruche", 4000)],
        ),
        ("4 000 € à la Ruche, qui bénéficie d’un local, et 300 € au Moulin", [("Ruche", 4000), ("Moulin", 300)]),
        ("à la Ruche qui percevra 4 000 € et au Moulin qui percevra 300 €", [("Ruche", 4000), ("Moulin", 300)]),
        ("4 000 € à la Ruche, qui reçoit des jeunes, et de 300 € au Moulin", [("Ruche", 4000), ("Moulin", 300)]),
        ("une aide de 900 € de la ville au Moulin", [("Moulin", 900)]),
        ("900 € à la Ruche, qui reversera 400 € au Moulin", [("Ruche", 900)]),
        ("900 € à la Ruche, à charge pour elle de reverser 400 € au Moulin", [("Ruche", 900)]),
        ("900 € à la Ruche, qui reverse sa recette, et 400 € au Moulin", [("Ruche", 900), ("Moulin", 400)]),
    ],
)
def test_what_others_give_to_one_who_receives_is_no_grant(told, found):
    assert [line[:2] for line in lines_of(f"- d’attribuer {told} ;")] == found


def test_numbered_decisions_on_one_line_are_apart():
    told = "1) d’allouer 900 € à la Ligue ; 2) de fixer à 8 € le prix du repas ; a) d’accorder 300 € à l’APEL ;"
    assert [line[:2] for line in lines_of(told)] == [("Ligue", 900), ("APEL", 300)]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("à la Ruche la délégation de service public, avec une compensation de 80 000 €", []),
        ("à la Ruche, pour la concession du lac, une aide de 800 €", [("Ruche", 800)]),
        ("à l’association Le Marché 800 €", [("association Le Marché", 800)]),
    ],
)
def test_contract_given_to_somebody_is_no_grant(told, found):
    assert [line[:2] for line in lines_of(f"- d’attribuer {told} ;")] == found


@pytest.mark.parametrize("told", ["au Judo Club une gratification de 300 €", "une gratification de 300 € au Judo Club"])
def test_gratification_of_a_club_is_a_grant(told):
    assert [line[:2] for line in lines_of(f"- d’attribuer {told} ;")] == [("Judo Club", 300)]


@pytest.mark.parametrize("who", ["M. Paul Rey, stagiaire", "l’étudiant en stage", "Mme Rey"])
def test_gratification_of_a_person_is_none(who):
    assert lines_of(f"- d’attribuer à {who} une gratification de 300 € ;") == []


def test_threshold_of_an_agreement_is_no_sum():
    leftovers = read("""
        - d’attribuer 500 € au Judo Club ;
        - d’autoriser le Maire à signer une convention là où la subvention dépasse 23 000 € ;
    """)[2]
    assert leftovers == ()


def test_advice_receives_nothing_and_a_noun_is_no_verb():
    assert read("- ALLOUE les aides conformément à l’avis du Bureau, pour un montant total de 3 000 € ;")[0] == ()
    found = lines_of(
        "Article 3 : Une somme de 500 euros est en outre versée, à titre de secours, à la Fondation du Fleuve ;"
    )
    assert [(operator, amount) for operator, amount, _, _ in found] == [("Fondation du Fleuve", 500)]


@pytest.mark.parametrize(
    "decided",
    [
        "Ouï l’exposé, le Conseil municipal approuve l’attribution du marché à l’entreprise Colas pour 45 000 €.",
        "Le Conseil décide de prendre en charge les frais de déplacement des élus, soit 150 €, au congrès des Maires.",
        "Le Conseil fixe la date. Le marché des colis est attribué à la société Ducs pour 90 colis à 10 €, soit 900 €.",
        "Le Conseil municipal approuve la modification du marché conclu avec la société Durand pour 12 000 €.",
        "Le conseil attribue, à l’unanimité des membres présents, le marché à l’entreprise Colas, pour 45 000 €.",
        "Le conseil attribue l’accord-cadre de repas à la société Api pour 12 000 € HT.",
    ],
)
def test_contracts_and_expenses_of_members_are_no_grant(decided):
    text = paragraphs(HEAD + "- d’adopter le règlement.\nAdopté à l’unanimité.\n" + decided)
    assert read_decisions(text, read_metadata(text), (), ())[0] == ()


def test_work_in_small_letters_receives_nothing():
    decided = "- de participer, à hauteur de 300 €, à la création de trois logements par la commune de Bor ;"
    assert "création" not in str(lines_of(decided))


@pytest.mark.parametrize(
    "said",
    [
        "Une aide de 9 444 € est demandée au Département.",
        "Le conseil accorde à Mme Durand une remise gracieuse de 214 €.",
        "L’offre de l’entreprise Dubois est retenue pour 31 480 € HT.",
    ],
)
def test_what_is_asked_for_or_bought_beside_a_grant_is_none(said):
    assert [line[0] for line in lines_of(f"- attribue 900 € au Judo Club. {said}")] == ["Judo Club"]


def test_advance_of_cash_is_no_grant():
    assert lines_of("- d’accorder une avance de trésorerie remboursable de 350 000 € au budget annexe Zones ;") == []


@pytest.mark.parametrize(
    "decision",
    [
        "- d’autoriser le Maire à signer la convention avec le Judo Club pour un montant de 500 € ;",
        "- d’approuver la convention de financement du Judo Club d’un montant de 500 € ;",
        "- d’imputer la dépense de 500 € au chapitre 65 ;",
        "- de fixer à 12 € le droit d’entrée au musée ;",
        "- de garantir à hauteur de 50 % un emprunt de 800 000 € souscrit par l’Office du Val ;",
        "- de solliciter de l’État une subvention de 40 000 € ;",
        "- d’accorder une aide de 20 € par enfant au Judo Club ;",
        "Article 2 : Les subventions d’un montant inférieur ou égal à 500 € sont versées sans justificatif.",
        "Article deux : de proroger la subvention de 800 € accordée au Moto Club par délibération du 3 mars 2030 ;",
    ],
)
def test_sums_that_grant_nothing_give_no_line(decision):
    assert lines_of(decision) == []


@pytest.mark.parametrize(
    "said",
    [
        "la participation de la DRAC étant de 20 000 €",
        "l’aide de la Région s’élevant à 20 000 €",
        "la contribution de l’État est attendue à hauteur de 20 000 €",
    ],
)
def test_what_another_funder_is_said_to_give_is_no_second_grant(said):
    found = lines_of(f"- d’attribuer au Centre des lettres une subvention de 15 000 €, {said} ;")
    assert [(operator, int(amount)) for operator, amount, *_ in found] == [("Centre des lettres", 15000)]


def test_payments_of_a_grant_are_not_left_over():
    lines, _, leftovers = read(
        "- d’accorder à la SEM du Puy une subvention de 400 000 €, à verser en trois fois : 150 000 € en 2031, "
        "150 000 € en 2032 et le solde, soit 100 000 €, en 2033 ;"
    )
    assert [(line.operator, int(line.amount)) for line in lines] == [("SEM du Puy", 400000)]
    assert leftovers == ()


def test_threshold_of_agreements_is_no_sum_of_one():
    assert read("- d’autoriser le Maire à signer les conventions lorsque l’aide excède 23 000 € ;") == ((), (), ())


def test_sum_of_an_agreement_that_nothing_else_grants_is_left_over():
    assert [leftover.reason for leftover in read("- d’approuver la convention d’un montant de 700 € ;")[2]] == [
        ONLY_IN_AGREEMENT
    ]
    granted = "- d’attribuer 700 € au Judo Club ;\n- d’approuver la convention d’un montant de 700 € ;"
    assert read(granted)[2] == ()


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("- de porter la subvention du Judo Club de 5 000 € à 7 000 € ;", []),
        ("- de retirer la subvention de 800 € accordée au Moto Club le 3 mars 2030 ;", []),
        ("- de ne pas attribuer les 800 € que demande l’association Le Radeau ;", []),
        (
            "- de porter de 5 000 € à 7 000 € la subvention accordée au Judo Club, soit une augmentation de 2 000 € ;",
            [("Judo Club", 2000)],
        ),
        (
            "- d’attribuer 2 000 € au Judo Club, portant la subvention totale de l’année à 7 000 € ;",
            [("Judo Club", 2000)],
        ),
    ],
)
def test_change_of_a_grant_counts_for_what_it_adds(decision, expected):
    assert [(operator, int(amount)) for operator, amount, *_ in lines_of(decision)] == expected


@pytest.mark.parametrize(
    "decision",
    [
        "- La subvention sera versée en deux fois : une avance de 30 %, soit 25 920 €, et le solde ;",
        "- cette somme sera prélevée sur l’enveloppe de 5 000 € votée au budget ;",
        "Article 3 – Versement : 50 % à la signature, soit 450 €, et le solde sur justificatifs.",
        "- La subvention fera l’objet d’un versement unique de 900 € sur le compte ouvert au nom du bénéficiaire.",
        "- de fixer à 1 500 € le plafond de l’aide aux jeunes arbitres ;",
        "Les demandes de l’association Auto Cross (200 €) sont rejetées.",
    ],
)
def test_payments_memberships_ceilings_and_refusals_grant_nothing(decision):
    lines, totals, leftovers = read(f"- d’attribuer 900 € au Judo Club ;\n{decision}")
    assert [line.operator for line in lines] == ["Judo Club"]
    assert (totals, leftovers) == ((), ())


@pytest.mark.parametrize(
    "told",
    [
        "- d’annuler la subvention de 3 000 € attribuée le 12 mars 2029 à l’association Les Gentianes ;",
        "- de proroger jusqu’au 31 décembre 2031 le délai de la subvention de 15 000 € accordée à la ville de Sore ;",
        "- de porter de 3 000 € à 5 000 € la subvention accordée au club Les Ajoncs ;",
    ],
)
def test_grant_of_another_day_that_is_changed_is_left_to_staff(told):
    lines, totals, leftovers = read(told)
    assert (lines, totals) == ((), ())
    assert [leftover.reason for leftover in leftovers] == [UNDONE]


@pytest.mark.parametrize(
    "told",
    [
        "- d’accorder la garantie de la commune à l’office de l’habitat pour un prêt de 1 200 000 € ;",
        "- d’acquérir la parcelle AB 12 au prix de 15 000 € à M. DURAND ;",
        "- d’attribuer le marché de travaux à l’entreprise Duval pour un montant de 45 620 € HT ;",
        "- d’accepter le don de 500 € de l’association des Amis ;",
    ],
)
def test_money_that_is_no_grant_gives_nothing(told):
    assert read(told) == ((), (), ())


@pytest.mark.parametrize(
    "told",
    [
        "- d’attribuer 5 000 € à la SARL Bois Vert, soit 10 % d’une dépense éligible de 50 000 € HT ;",
        "- d’attribuer à la SARL Bois Vert 5 000 €. Le coût de l’opération est de 50 000 €.",
        "- attribue une subvention de 5 000 € à la SARL Bois Vert. Le Maire est autorisé à signer la convention.",
        "Article 1 : La SARL Bois Vert bénéficie d’une subvention de 5 000 €.",
        "- d’attribuer 5 000 € à la SARL Bois Vert, soit une dépense totale de 50 000 € ;",
        "- attribue à la SARL Bois Vert 30 % des travaux, soit une dépense totale de 50 000 € et une aide de 5 000 € ;",
    ],
)
def test_cost_and_signature_beside_a_grant_leave_it_whole(told):
    assert [(name, int(amount)) for name, amount, _, _ in lines_of(told)] == [("SARL Bois Vert", 5000)]


@pytest.mark.parametrize(
    "decided",
    [
        "- d’accorder à Radio Lure 800 €, soit 15 % d’une dépense de 5 400 € ;\n"
        "- L’aide sera versée en deux fois : un acompte de 50 %, soit 400 €, à la signature et le solde, soit 400 € ;",
        "- d’accorder à Radio Lure une aide plafonnée à 800 € ;",
        "- d’accorder à Radio Lure une aide complémentaire de 800 €, qui porte à 4 500 € le montant total ;",
        "- de fixer à 800 € le montant de la subvention versée à Radio Lure, soit 20 % du coût ;",
        "- d’accorder 800 € à Radio Lure ;\n- de ne pas subventionner le Comice agricole (demande de 250 €) ;",
        "- d’accorder 800,- € à Radio Lure (demande de 1 000 €) ;",
        "- d’accorder 800 € à Radio Lure, sur un coût prévisionnel de l’opération, arrêté à 46 126,25 € ;",
    ],
)
def test_instalments_ceilings_and_demands_are_no_grants(decided):
    lines, _, leftovers = read(decided)
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", Decimal(800))]
    assert leftovers == ()


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("- d’allouer :\n1.200 € au Basket Club\n2.350,00 EUR au Centre de secours", [1200, 2350]),
        ("- accorde à La Fabrique 4 000 €, qui sera versée en deux tranches de 2 000 € ;", [4000]),
        ("- vote un budget de 900 000 € et une provision de 5 000 € ;", []),
        ("- attribue 200 € à la FNACA,\nN’ATTRIBUE PAS de subvention aux Médaillés (50 € demandés),", [200]),
        (
            "- vote les aides suivantes : Football-club : 2 000 € (dont 500 € pour le tournoi) ; Judo-club : 450 €.",
            [2000, 450],
        ),
    ],
)
def test_amounts_of_other_lists_and_refusals(decided, expected):
    lines, _, leftovers = read(decided)
    assert [int(line.amount) for line in lines] == expected
    assert leftovers == ()


@pytest.mark.parametrize(
    "decided",
    [
        "- décide de refaire le toit et arrête le plan de financement suivant :\nDETR (40 %) : 900 €\nRégion : 500 €",
        "- décide d’accorder à M. Blin, receveur municipal, l’indemnité de conseil au taux de 50 %, soit 214,36 €.",
    ],
)
def test_plan_of_who_pays_for_works_and_indemnities_are_no_grants(decided):
    assert lines_of(decided) == []


@pytest.mark.parametrize(
    "decided",
    [
        "- décide de demander au Département une subvention de 900 € ;",
        "- décide d’accorder un dégrèvement de 120 € à M. Petit ;",
        "- décide d’accorder un bon d’achat de 30 € à chaque agent ;",
    ],
)
def test_what_is_asked_for_or_let_off_is_no_grant(decided):
    assert read(decided)[0] == ()


def test_what_a_report_says_asked_for_is_not_left_over():
    told = "Une subvention de 500 € sollicitée par le club a été examinée.\nVu le code,\nDÉCIDE :\n- d’en prendre acte."
    assert read_act(told) == ((), (), ())


def test_entry_that_tells_costs_and_other_funders_grants_its_last_sum_alone():
    listed = """
        - décide d’accorder les aides suivantes :
        M. PETIT Jean – travaux : 24 500 € – ANAH : 12 250 € – aide CCHV : 1 225 € Mme ROY Anne – aide : 90 €
    """
    assert [line[:2] for line in lines_of(listed)] == [("M. PETIT Jean", 1225), ("Mme ROY Anne", 90)]


@pytest.mark.parametrize(
    "decided",
    [
        "- décide de participer au capital de la SPL Tourisme à hauteur de 5 000 € ;",
        "- décide d’attribuer à l’entreprise Martin le marché de toiture pour 25 000 € HT ;",
        "- décide d’attribuer à Mme Roy, secrétaire, une prime exceptionnelle de 1 000 € ;",
        "- décide d’affecter le résultat de 45 000 € à la section d’investissement ;",
        "- autorise le versement de 500 € au Président du Conseil départemental ;",
    ],
)
def test_shares_contracts_wages_and_results_are_no_grants(decided):
    assert lines_of(decided) == []


def test_what_is_handed_on_is_no_part_of_a_name():
    decided = "- décide de reverser à l’Office du Val le produit de la taxe de séjour, soit 900 € ;"
    assert [line[:2] for line in lines_of(decided)] == [("Office du Val", 900)]


def test_earlier_grant_that_is_completed_and_money_that_comes_back_are_no_grants():
    decided = """
        - de compléter de 300 € la subvention de 900 € votée le 27 mars 2031 en faveur de la MJC du Lac ;
        - d’allouer à la SCOP Bief une avance récupérable de 800 € et une subvention de 200 € ;
        - de verser à l’Office de tourisme une avance de 600 € sur la subvention de fonctionnement 2032 ;
    """
    assert [line[:3] for line in lines_of(decided)] == [
        ("MJC du Lac", 300, 2031),
        ("SCOP Bief", 200, 2031),
        ("Office de tourisme", 600, 2032),
    ]


def test_what_remains_to_be_paid_of_another_grant_is_left_over():
    lines, _, leftovers = read("- d’approuver le versement du solde de la subvention 2030, soit 900 €, au Judo Club ;")
    assert lines == ()
    assert [one.reason for one in leftovers] == [UNDONE]


def test_where_a_sum_is_taken_from_is_granted_to_nobody():
    told = "- d’attribuer 900 € au Judo Club ; cette somme sera prélevée sur l’enveloppe de 5 000 € votée au budget ;"
    assert [line[:2] for line in lines_of(told)] == [("Judo Club", 900)]


def test_statutory_contribution_to_any_body_is_no_grant():
    assert lines_of("- de verser au Parc du Val la contribution statutaire de 8 500 € ;") == []


@pytest.mark.parametrize(
    "told",
    [
        "- d’approuver l’aide de 900 € accordée par le Département au Judo Club ;",
        "- une aide de 900 € est accordée au Judo Club par la Région ;",
    ],
)
def test_money_that_is_said_given_by_another_council_is_left_over(told):
    lines, _, leftovers = read(told)
    assert (lines, len(leftovers)) == ((), 1)


def test_money_of_others_beside_a_grant_is_not_of_it():
    decided = """
        - d’accorder au Judo Club une aide de 900 €, en complément de celle de 500 € versée par la Région ;
        - d’attribuer 800 € à la Chorale, soutenue aussi par la Région à hauteur de 400 € ;
        - d’attribuer 700 € au Foyer de Bor, versés par l’intermédiaire de la Région ;
        - une aide de 600 € est accordée à Radio Lure par la Commune ;
    """
    assert [line[:2] for line in lines_of(decided)] == [
        ("Judo Club", 900),
        ("Chorale", 800),
        ("Foyer de Bor", 700),
        ("Radio Lure", 600),
    ]


def test_membership_that_is_fixed_by_head_is_no_grant():
    assert lines_of("- fixe à 0,15 € par habitant la cotisation à l’Assemblée des villes, soit 900 € ;") == []


@pytest.mark.parametrize(
    "others",
    [
        "cofinancée par l’État (DRAC : 400 €) et la Région (300 €)",
        "complétée par la Région (300 €) et le Département (200 €)",
    ],
)
def test_sums_in_brackets_behind_those_who_help_to_pay_are_theirs(others):
    decided = f"- d’attribuer 900 € à la Chorale pour sa tournée, {others} ;"
    assert [line[:2] for line in lines_of(decided)] == [("Chorale", 900)]


@pytest.mark.parametrize(
    "told",
    [
        "- d’attribuer 900 € à la Ruche, somme à laquelle s’ajoutent 300 € de frais pris en charge par la commune ;",
        "- d’attribuer à la Ruche une subvention de 900 € ; l’État apporte 2 000 € et la Région 1 000 € ;",
        "- d’attribuer à la Ruche une subvention de 900 € sous réserve d’un cofinancement de 2 000 € de l’État ;",
        "- d’attribuer à la Ruche, qui a reçu 850 € en 2030, une subvention de 900 € ;",
        "- d’attribuer à la Ruche une subvention de 900 € prélevée sur le reliquat de 4 300 € ;",
        "- d’attribuer à la Ruche une subvention de 900 € dans la limite d’une enveloppe de 4 300 € ;",
        "- d’attribuer sur le crédit inscrit au chapitre 65 une subvention de 900 € à la Ruche ;",
        "- d’attribuer 900 € à la Ruche, qui sollicitait 1 200 € ;",
        "- d’attribuer à la Ruche, à parité avec l’État, une aide de 900 € ;",
        "- d’attribuer à la Ruche 900 € en numéraire et 400 € en nature ;",
        "- d’attribuer une subvention de 900 € à la Ruche, 500 € étant versés en 2031 et 400 € en 2032 ;",
        "- d’attribuer 900 € à la Ruche à condition que la commune de Bor verse également 900 € ;",
    ],
)
def test_other_money_of_a_sentence_is_granted_to_nobody(told):
    lines, _, _ = read(told)
    assert [(line.operator, line.amount, line.year, line.certainty) for line in lines] == [
        ("Ruche", 900, 2031, 0.9),
    ]


def test_what_a_rectified_act_granted_is_left_over():
    lines, _, leftovers = read("- de rectifier l’erreur : l’aide attribuée à la Ruche est de 900 € et non de 90 € ;")
    assert (lines, [one.reason for one in leftovers]) == ((), [UNDONE])


@pytest.mark.parametrize(
    "decided",
    [
        "- d’approuver les subventions proposées, à l’exception de celle du Moulin (300 €) ;",
        "- d’accorder une gratification de 600 € à la stagiaire ;",
        "- d’accorder à la Ruche une remise de 50 % sur la location, soit 150 € ;",
    ],
)
def test_exceptions_and_gratifications_are_no_grants(decided):
    assert lines_of(decided) == []


@pytest.mark.parametrize(
    "told",
    [
        "qui a souhaité organiser un tournoi et de 300 € à la Chorale.",
        "qui a reçu un prix et une subvention de 300 € à la Chorale.",
        "en cofinancement d’un poste et 300 € à la Chorale.",
        "hormis les frais de salle, et de 300 € à la Chorale.",
    ],
)
def test_what_is_said_of_one_beneficiary_takes_nothing_from_the_next(told):
    found = lines_of(f"d’attribuer une subvention de 900 € au Judo Club {told}")
    assert [amount for _, amount, _, _ in found] == [900, 300]
    assert found[1][0] == "Chorale"


def test_supplement_that_is_added_to_a_grant_is_not_lost():
    found = lines_of("d’attribuer 900 € au Judo Club, auxquels s’ajoute un complément de 300 € pour un emploi.")
    assert [line[:2] for line in found] == [("Judo Club", 900), ("Judo Club", 300)]


def test_what_another_brings_ends_before_what_the_commune_pays():
    found = lines_of("de dire que l’État participe et que la commune versera 900 € au Judo Club.")
    assert [line[:2] for line in found] == [("Judo Club", 900)]


def test_payment_to_somebody_is_no_schedule():
    left = read("Versement de la subvention : 900 € au Judo Club, dès la notification.")[2]
    assert len(left) == 1


@pytest.mark.parametrize(
    ("decided", "name"),
    [
        (
            "d’attribuer une subvention au Foyer rural, cette somme de 900 € sera imputée à l’article 6574.",
            "Foyer rural",
        ),
        ("d’attribuer une subvention de 900 € votée au budget primitif 2031 au Foyer rural.", "Foyer rural"),
        ("d’autoriser le versement du solde de l’enveloppe des associations : 900 € au Judo Club.", "Judo Club"),
        ("de fixer à 900 € la subvention au Judo Club pour les adhésions des jeunes.", "Judo Club"),
    ],
)
def test_grant_that_says_where_it_is_charged_or_what_it_pays_is_read(decided, name):
    assert [line[:2] for line in lines_of(decided)] == [(name, 900)]


@pytest.mark.parametrize(
    "paid",
    [
        "d’autoriser le Maire à régler 900 € au Judo Club",
        "de verser 900 € en une seule fois",
        "de procéder au versement de 900 € dès notification",
    ],
)
def test_grant_that_is_to_be_paid_is_not_left_over(paid):
    lines, _, left = read(f"d’attribuer une subvention de 900 € au Judo Club ;\n{paid}.")
    assert ([line.operator for line in lines], left) == (["Judo Club"], ())
    assert len(read(f"d’attribuer une subvention de 800 € au Judo Club ;\n{paid}.")[2]) == 1


@pytest.mark.parametrize(
    "said",
    [
        "d’attribuer, dans la limite de l’enveloppe de 5 000 €, 900 € au Judo Club et 300 € à la Chorale.",
        "d’attribuer, sur un budget de 5 000 €, 900 € au Judo Club et 300 € à la Chorale.",
        "d’attribuer 900 € au Judo Club, la subvention sera versée au vu du bilan, et 300 € à la Chorale.",
        "d’attribuer 900 € au Judo Club à l’article 65748 et 300 € à la Chorale au compte 65748.",
    ],
)
def test_sums_behind_an_envelope_or_a_payment_go_to_those_named_behind_them(said):
    assert [line[:2] for line in lines_of(said)] == [("Judo Club", 900), ("Chorale", 300)]


def test_market_in_a_name_is_no_contract():
    found = lines_of("- attribue à l’unanimité au comité du marché couvert une aide de 900 € ;")
    assert [amount for _, amount, _, _ in found] == [900]


def test_demand_without_a_follow_up_leaves_nothing():
    _, _, leftovers = read("- attribue 900 € à la Ruche ;\n- ne donne pas suite à la demande du Moulin (200 €) ;")
    assert leftovers == ()


def test_how_a_grant_is_paid_and_a_guarantee_beside_it_are_no_other_sums():
    lines, _, leftovers = read(
        "- L’assemblée délibérante de la ville accorde sa garantie pour un prêt de 9 000 €, soit 4 500 € à 50 % ;\n"
        "- ACCORDE au Toit du Val une subvention de 800 € ;\n"
        "- DIT qu’elle sera versée en deux fois (400 € en mai et novembre) ;\n"
        "- Elle sera versée à hauteur de 500 € au démarrage des travaux et de 300 € à la livraison."
    )
    assert ([(line.operator, line.amount) for line in lines], leftovers) == ([("Toit du Val", 800)], ())


@pytest.mark.parametrize(
    "decided",
    [
        "900 € à la Ruche, en hausse de 50 €",
        "900 € à la Ruche après déduction de l’avance de 50 €",
        "900 € à la Ruche (+ 50 €)",
        "900 € à la Ruche (- 50 € par rapport à 2030)",
        "à la Ruche une subvention de 900 € (950 € en 2030), diminuée de 50 €",
        "à la Ruche 900 €, desquels seront déduits 50 € de loyers",
        "la subvention 2031 (900 €) à la Ruche, l’acompte (50 €) ayant été versé en janvier",
        "900 € à la Ruche pour un camion de 6 000 € et une pompe de 800 €",
        "à la Ruche 900 €, soit 30 % plafonnés pour un investissement de 22 000 €",
        "à la Ruche une aide de 900 €, l’État apportant 2 000 € et la Région 1 500 €",
        "900 € à la Ruche si le Département verse également 900 €",
        "à la Ruche un secours de 900 € et à la famille MARTIN un prêt de 300 €",
        "900 € à la Ruche sous déduction de 50 € de frais",
        "900 € à la Ruche par déduction sur les 1 500 € de l’enveloppe",
    ],
)
def test_what_is_said_beside_a_grant_is_no_second_one(decided):
    assert [line[:2] for line in lines_of(f"- d’attribuer {decided} ;")] == [("Ruche", 900)]


def test_a_second_one_of_the_same_amount_is_left_over():
    told = "- d’accorder à Mme Léa MOREL une bourse de 900 € et à M. Tom ROY une bourse de même montant ;"
    lines, _, leftovers = read(told)
    assert (lines, [one.reason for one in leftovers]) == ((), [SHARED])
    assert lines_of("- d’attribuer à la Ruche une subvention de même montant qu’en 2030, soit 900 € ;")


def test_a_grant_of_another_day_is_no_grant_of_this_one_whoever_it_names():
    told = "- de compléter de 80 € la subvention de 900 € attribuée au Ski Club par délibération du 3 mars 2031 ;"
    assert [line[1] for line in lines_of(told)] == [80]
    assert not lines_of("- d’autoriser le remboursement à la Ruche de la somme de 740 € indûment versée ;")


def test_two_colleges_joined_by_and_have_each_their_name():
    told = "- d’accorder une aide de 900 € au collège Rimbaud et une de 80 € au collège Verlaine ;"
    assert [line[:2] for line in lines_of(told)] == [("collège Rimbaud", 900), ("collège Verlaine", 80)]


@pytest.mark.parametrize("parts", ["Mars : 600 €\nJuin : 300 €", "- Tatamis : 600 €\n- Déplacements : 300 €"])
def test_parts_of_the_grant_to_a_club_are_no_lines_of_their_own(parts):
    lines, _, leftovers = read(f"- d’attribuer une subvention de 900 € au Judo Club, comme suit :\n{parts}")
    assert ([(line.operator, line.amount) for line in lines], len(leftovers)) == ([("Judo Club", 900)], 2)


@pytest.mark.parametrize(
    "said", ["une subvention de 900 € diminuée à 800 €", "une aide de 900 € et une aide aux sinistrés de 800 €"]
)
def test_a_second_sum_that_is_perhaps_of_somebody_else_is_left_over(said):
    lines, _, leftovers = read(f"- d’attribuer à la Ruche {said} ;")
    assert ([(line.operator, line.amount) for line in lines], len(leftovers)) == ([("Ruche", 900)], 1)


@pytest.mark.parametrize(
    ("decided", "name"),
    [
        ("- d’attribuer 900 € à la Ruche, du même montant que l’an dernier ;", "Ruche"),
        ("- d’attribuer à la Ruche une aide de 900 €, de même montant qu’en 2030 ;", "Ruche"),
        ("- d’approuver l’aide de 900 € accordée à la Ruche pour son bal le 3 juin ;", "Ruche"),
        ("- d’accorder à la Ruche, pour un financement de 900 €, son soutien ;", "Ruche"),
    ],
)
def test_what_is_said_of_a_grant_does_not_undo_it(decided, name):
    assert [line[:2] for line in lines_of(decided)] == [(name, 900)]


def test_sum_of_a_grant_that_a_sentence_tells_with_how_it_is_paid_is_told():
    lines, _, leftovers = read("- dit que la subvention à la Ruche sera de 900 €, versée au début des travaux ;")
    assert len(lines) + len(leftovers) == 1


def test_name_of_each_of_several_schools_is_in_good_french():
    told = "- d’attribuer respectivement aux coopératives des écoles de Bor et de Lys 300 € et 100 € ;"
    assert [line[0] for line in lines_of(told)] == ["coopérative de l’école de Bor", "coopérative de l’école de Lys"]


def test_sum_of_a_past_year_in_its_bracket_is_told_in_passing():
    listed = "- de reconduire les subventions, sauf pour la pêche (300 € en 2030) :\nJudo : 900 €\nPêche : 340 €"
    assert [line[:2] for line in lines_of(listed)] == [("Judo", 900), ("Pêche", 340)]


def test_request_put_on_hold_and_terms_of_payment_are_no_grants():
    listed = "- de verser les aides suivantes :\nJudo : 750 €\nLa demande du Billard-club (400 €) est mise en attente."
    assert [line[:2] for line in lines_of(listed)] == [("Judo", 750)]
    paid = "- d’accorder à la Caisse des écoles une subvention de 120 000 €, payable en deux termes de 60 000 € ;"
    assert [line[:2] for line in lines_of(paid)] == [("Caisse des écoles", 120000)]


@pytest.mark.parametrize(
    "told",
    [
        "une subvention de 900 €, portée à 1 000 € en cas de succès",
        "une aide de 900 €, pouvant être portée à 1 000 € si le projet est lauréat",
        "900 €, faute de quoi la somme sera ramenée à 500 €",
        "une aide de 900 €, majorée de 100 € en cas de victoire",
    ],
)
def test_what_a_sum_becomes_on_a_condition_is_no_other_grant_and_is_said(told):
    lines, _, leftovers = read(f"- d’attribuer au Judo Club {told} ;")
    assert [(line.operator, line.amount) for line in lines] == [("Judo Club", 900)]
    assert [one.reason for one in leftovers] == [CHANGED]


def test_sum_of_another_that_is_brought_up_is_a_grant():
    told = "- d’attribuer 900 € au Judo Club, la subvention de la Chorale étant portée à 500 € ;"
    assert CHANGED not in [one.reason for one in read(told)[2]]
    named = "- d’attribuer au Judo Club 900 € et à la Chorale une subvention portée à 500 € ;"
    assert [line[:2] for line in lines_of(named)] == [("Judo Club", 900), ("Chorale", 500)]


def test_help_in_kind_grants_no_money_and_a_whole_behind_sur_is_a_cost():
    kind = "- d’accorder à la Ruche la gratuité de la salle, soit une aide en nature de 1 350 € ;"
    assert lines_of(kind) == []
    named = "- d’accorder à l’association Vivre en nature une aide de 900 € ;"
    assert [line[:2] for line in lines_of(named)] == [("association Vivre en nature", 900)]
    beside = "- d’accorder au Judo Club une aide en nature pour le gala et une subvention de 900 € ;"
    assert [line[:2] for line in lines_of(beside)] == [("Judo Club", 900)]
    whole = "- d’attribuer à Mme ROY une aide de 20 % des travaux, soit 4 380 € sur 21 900 € ;"
    assert [line[:2] for line in lines_of(whole)] == [("Mme ROY", 4380)]


def test_sum_paid_so_many_times_is_no_sum_granted():
    lines, _, leftovers = read("- de verser à la Ruche 450 euros 2 fois dans l’année ;")
    assert (lines, len(leftovers)) == ((), 1)


def test_one_beneficiary_put_in_the_place_of_another_is_no_grant():
    lines, _, leftovers = read("- de substituer la MJC à la Ruche comme bénéficiaire de l’aide de 3 000 € ;")
    assert (lines, [one.reason for one in leftovers]) == ((), [UNDONE])


def test_grants_on_which_a_share_is_reckoned_are_none():
    entry = "Foyer rural : 2 000 €"
    told = f"- de verser des avances d’un quart des subventions 2030 (Foyer rural : 8 000 €) :\n{entry}"
    assert [line[:2] for line in lines_of(told)] == [("Foyer rural", 2000)]
    assert [line[:2] for line in lines_of("- de verser des aides (Foyer rural : 8 000 €) ;")] == [("Foyer rural", 8000)]


def test_entry_in_small_letters_that_says_what_for_leaves_a_doubt():
    listed = "– achat d’instruments : 1 800 €\n– amicale laïque : 300 €"
    lines, _, _ = read(f"- d’accorder les subventions suivantes :\n{listed}")
    assert [(line.operator, bool(line.notes)) for line in lines] == [
        ("achat d’instruments", True),
        ("amicale laïque", False),
    ]


@pytest.mark.parametrize("kept", ["Près de 900 € sont budgétés", "Une réserve de 900 € est encore prévue"])
def test_what_a_budget_keeps_for_later_is_no_grant(kept):
    told = f"- attribue les aides suivantes : Judo Club 80 € ; Radio Lure 70 €. {kept} pour aider au fil de l’année."
    lines, _, leftovers = read(told)
    assert ([(line.operator, line.amount) for line in lines], leftovers) == (
        [("Judo Club", 80), ("Radio Lure", 70)],
        (),
    )
