"""Grants and sums stated in sentences, in acts of made-up councils."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.records import Box, LineRecord, Source
from ingest.reader.sentences.agreement_sums import ONLY_IN_AGREEMENT
from ingest.reader.sentences.beneficiaries import SERVED_NOTE, find_beneficiary
from ingest.reader.sentences.decision_sums import NO_BENEFICIARY, SHARED, UNDONE
from ingest.reader.sentences.granted_sums import granted_amount
from ingest.reader.sentences.listed_entries import find_entry
from ingest.reader.sentences.sentence_years import year_of
from ingest.reader.sentences.sheet_sums import SHEET_NOTE
from ingest.reader.sentences.stated_sums import find_stated
from ingest.reader.sentences.sum_receivers import ORDER_NOTE
from ingest.reader.sentences.undecided_sums import OUTSIDE_DECISIONS, told_in_cells
from ingest.reader.sums.counted_money import counted_money
from ingest.reader.values.amounts_in_text import find_amounts
from tests.ingest.reader.acts import paragraphs
from tests.ingest.reader.hand_built import a_table
from tests.ingest.reader.hand_built import read as read_table

HEAD = """
CONSEIL MUNICIPAL
Séance du 3 mars 2031
Objet : Soutien aux associations
Vu le code général des collectivités territoriales,
Après en avoir délibéré,
DÉCIDE :
"""
REPORT = """
Fait et délibéré en séance.
RAPPORT DU PRÉSIDENT
Je vous propose d’adopter les dispositions qui suivent.
"""


def a_line(operator: str, amount: str, **fields: object) -> LineRecord:
    place = Source(1, 1, 1, Box(0, 0, 1, 1))
    return LineRecord(1, "annexe-1", operator, 2031, Decimal(amount), amount, place, **fields)  # type: ignore[arg-type]


def read(decided: str, lines: tuple[LineRecord, ...] = ()):
    text = paragraphs(HEAD + decided)
    return read_decisions(text, read_metadata(text), (), lines)


def lines_of(decided: str, lines: tuple[LineRecord, ...] = ()) -> list[tuple[str, Decimal, int | None, str]]:
    return [(line.operator, line.amount, line.year, line.action) for line in read(decided, lines)[0]]


def test_act_of_december_grants_for_the_year_that_its_title_names():
    head = HEAD.replace("3 mars", "17 décembre").replace("associations", "associations – Exercice 2032")
    text = paragraphs(head + "- d’allouer une subvention de 500 € à la Ligue de la Vallée ;")
    assert [line.year for line in read_decisions(text, read_metadata(text), (), ())[0]] == [2032]


def test_names_end_after_what_they_inform_about_and_before_the_amount():
    told = "- d’attribuer à l’Agence d’information sur le logement une subvention de 85 000 € ;"
    assert lines_of(told)[0][0] == "Agence d’information sur le logement"
    fixed = "- de fixer la participation 2031 au Syndicat mixte Bor Numérique à 310 500 € ;"
    assert lines_of(fixed)[0][0] == "Syndicat mixte Bor Numérique"


def test_contribution_to_the_budget_of_a_body_is_a_doubtful_line_of_it():
    fixed = "- de fixer à 18 430 000 € la contribution au budget 2031 du Service d’incendie de la Vallée ;"
    [line] = read(fixed)[0]
    assert (line.operator, line.amount, line.certainty < 0.6) == ("Service d’incendie de la Vallée", 18430000, True)


def test_list_proposed_before_the_decision_that_grants_these_is_granted():
    head = HEAD.split("Après")[0]
    proposed = "Le maire propose d’attribuer les subventions suivantes :\n- Club Lure : 500 €\n- Chorale : 400 €"
    decided = (
        "Le conseil municipal, après en avoir délibéré, décide d’attribuer ces subventions, pour un total de 900 €."
    )
    text = paragraphs(f"{head}{proposed}\n{decided}")
    lines, totals, left = read_decisions(text, read_metadata(text), (), ())
    assert [(line.operator, line.amount) for line in lines] == [("Club Lure", 500), ("Chorale", 400)]
    assert ([total.amount for total in totals], left) == ([900], ())


def test_list_proposed_as_the_grants_that_follow_is_granted_by_whoever_accepts_the_proposal():
    proposed = (
        "Le maire propose les subventions suivantes pour 2031 :\n- Club Lure ....... 500 €\n- Chorale ....... 400 €"
    )
    decided = "Le conseil municipal, après en avoir délibéré, à l’unanimité, accepte cette proposition."
    text = paragraphs(f"{HEAD.split('Après')[0]}{proposed}\n{decided}")
    lines, _, _ = read_decisions(text, read_metadata(text), (), ())
    assert [(line.operator, line.amount) for line in lines] == [("Club Lure", 500), ("Chorale", 400)]


def test_entry_of_a_list_is_no_label_of_a_sheet():
    listed = "- Club cycliste : 280,00 €\n- Aide à domicile : 500,00 €"
    assert [line.table for line in read(f"- d’adopter le rapport.\n{listed}")[0] if line.table == "fiche"] == []


def test_label_of_an_amount_names_nobody():
    assert find_entry("Aide départementale : 500 €", 22) is None
    assert find_entry("Aide à domicile : 500 €", 18) is not None


def test_letterhead_over_other_words_heads_no_sheet():
    told = "SYNDICAT DES RIVIÈRES\nLe comité s’est réuni.\nParticipation proposée : 18 470,00 €"
    assert [line.table for line in read(f"- d’adopter le rapport.\n{told}")[0] if line.table == "fiche"] == []


def test_verb_that_announces_a_list_is_no_part_of_its_first_name():
    told = "le conseil municipal attribue : AS Plessis : 1 200 € ; Comité des fêtes : 2 500 €."
    assert [name for name, *_ in lines_of(told)] == ["AS Plessis", "Comité des fêtes"]


def test_sum_opened_for_nobody_is_the_total_of_those_who_share_it():
    opened = "– d’ouvrir une enveloppe exceptionnelle de 900 € en faveur de l’aide alimentaire ;"
    shared = "– 500 € à l’association La Ruche ;\n– 400 € à l’association L’Étal."
    lines, totals, left = read(f"{opened}\n– de la répartir ainsi :\n{shared}")
    assert [(line.operator, line.amount) for line in lines] == [
        ("association La Ruche", 500),
        ("association L’Étal", 400),
    ]
    assert ([total.amount for total in totals], left) == ([900], ())


def test_agreement_whose_signature_is_approved_leaves_its_sum_to_be_checked():
    told = (
        "Article 1 - Est approuvée la signature d’une convention avec l’association La Ruche, pour un montant de 900 €."
    )
    lines, _, left = read(told)
    assert (lines, [one.reason for one in left]) == ((), [ONLY_IN_AGREEMENT])


# ---- lines -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decision", "operator", "amount", "year", "action"),
    [
        (
            "- d’attribuer une subvention de 1 500 € à l’association Les Passeurs pour son festival de conte ;",
            "association Les Passeurs",
            1500,
            2031,
            "son festival de conte",
        ),
        (
            "- d’allouer à la Ligue d’escrime de l’Est, au titre de l’année 2030, une aide d’un montant de 4 500 €.",
            "Ligue d’escrime de l’Est",
            4500,
            2030,
            "",
        ),
        ("ATTRIBUE une aide de 45 k€ au Lycée agricole de Montfroid.", "Lycée agricole de Montfroid", 45000, 2031, ""),
        (
            "Article 1 : De verser au SDIS de Lussanges une contribution de 120 000 € pour l’achat d’un véhicule.",
            "SDIS de Lussanges",
            120000,
            2031,
            "l’achat d’un véhicule",
        ),
        (
            "- d’accorder à l’Association pour le développement des Hauts Plateaux (ADHP) une subvention de 800 € ;",
            "Association pour le développement des Hauts Plateaux (ADHP)",
            800,
            2031,
            "",
        ),
        (
            "- de financer l’Orchestre des Deux Rives à hauteur de 1,2 M€ ;",
            "Orchestre des Deux Rives",
            1200000,
            2031,
            "",
        ),
        (
            "- d’attribuer 500 € au Judo Club et d’autoriser le Maire à signer la convention ;",
            "Judo Club",
            500,
            2031,
            "",
        ),
        ("- d’octroyer au comité des fêtes la somme de 250 € ;", "comité des fêtes", 250, 2031, ""),
        (
            "- d’attribuer quinze mille euros (15 000 €) au profit du Secours des Vallées, pour l’aide alimentaire.",
            "Secours des Vallées",
            15000,
            2031,
            "l’aide alimentaire",
        ),
    ],
)
def test_grant_to_a_named_beneficiary_is_a_line(decision, operator, amount, year, action):
    assert lines_of(decision) == [(operator, Decimal(amount), year, action)]


def test_seat_after_the_name_receives_nothing():
    decided = "- d’accorder à l’Association Les Pins, à Beyrac, dans le cadre du festival, une aide de 800 €"
    assert [name for name, *_ in lines_of(decided)] == ["Association Les Pins"]


def test_titles_and_reasons_may_stand_between_decisions():
    decided = """
        I – Spectacle vivant :
        Considérant la demande de la commune de Beyrac (budget : 38 400 €),
        - d’accorder à la Commune de Beyrac une subvention de 500 € ;
        II – Mémoire :
        1. Associations :
        compte tenu de la participation de Mme Anne FABRE au conseil de l’Écho,
        - d’accorder à l’association L’Écho une subvention de 300 € ;
    """
    assert [line[:2] for line in lines_of(decided)] == [("Commune de Beyrac", 500), ("association L’Écho", 300)]


def test_entries_may_print_their_amount_first():
    decided = """
        Article 1 – D’attribuer, pour des manifestations :
        • 500 € – Aéro-club des Ailes, pour la fête « Plein ciel » ;
        • 1 300 € – Vélo Sport, pour le Grand Prix ;
    """
    assert lines_of(decided) == [
        ("Aéro-club des Ailes", 500, 2031, "la fête « Plein ciel »"),
        ("Vélo Sport", 1300, 2031, "le Grand Prix"),
    ]


def test_total_of_the_articles_before_adds_up_their_lines():
    decided = """
        Article 1 – D’attribuer 500 € au Judo Club.
        Article 2 – D’attribuer 300 € au Club Lure.
        Article 3 – Les sommes des articles 1 et 2, soit un total de 800 €, seront versées par la caisse, à réception de la présente décision.
    """  # noqa: E501
    lines, totals, _ = read(decided)
    assert [line.operator for line in lines] == ["Judo Club", "Club Lure"]
    assert [(total.amount, total.lines) for total in totals] == [(800, (1, 2))]


def test_record_of_decisions_tells_what_was_granted():
    text = paragraphs(
        """
        COMMISSION PERMANENTE DU CONSEIL DÉPARTEMENTAL
        RELEVÉ DES DÉCISIONS
        Réunion du 3 mars 2031
        La Commission permanente, à l’unanimité, a attribué les subventions suivantes :
        – Le Bief : 500 € ;
        – Le Moulin : 300 €.
        À l’unanimité, la Commission permanente a décidé d’accorder à la commune de Lure une aide de 900 €, soit 30 % d’une dépense de 3 000 € HT, pour sa salle, et à la commune de Bor une aide de 700 €.
        La Commission permanente a accordé, le 4 juin 2030, une aide de 100 € au Club Lure.
        """  # noqa: E501
    )
    lines = read_decisions(text, read_metadata(text), (), ())[0]
    assert [(line.operator, line.amount) for line in lines] == [
        ("Le Bief", 500),
        ("Le Moulin", 300),
        ("commune de Lure", 900),
        ("commune de Bor", 700),
    ]


def test_parts_of_a_grant_that_name_their_years_are_lines_of_these_years():
    decided = """
        - d’attribuer au GIP Lure une aide de 900 €, répartie à hauteur de 500 € en 2031 et 400 € en 2032 ;
        - d’attribuer au Judo Club une aide de 900 €, à verser en deux fois : 500 € en 2031 et 400 € en 2032 ;
    """
    assert [line[:3] for line in lines_of(decided)] == [
        ("GIP Lure", 500, 2031),
        ("GIP Lure", 400, 2032),
        ("Judo Club", 900, 2031),
    ]


def test_costs_said_in_turn_and_prices_are_no_grants():
    decided = """
        - d’allouer 500 € au collège de Bor et 300 € au collège de Lure, pour des voyages dont le coût s’élève respectivement à 3 800 € et 1 900 € ;
        - de maintenir le prix de journée de la Maison de Bor à 214,36 € ;
    """  # noqa: E501
    assert [line[:2] for line in lines_of(decided)] == [("collège de Bor", 500), ("collège de Lure", 300)]


def test_names_before_respective_amounts_end_where_these_are_announced():
    decided = "- d’attribuer à la FCPE et à la PEEP des subventions respectives de 1 500 € et 900 € ;"
    assert [line[:2] for line in lines_of(decided)] == [("FCPE", 1500), ("PEEP", 900)]


def test_purpose_after_the_name_of_an_entry_is_no_part_of_it():
    decided = """
        - d’attribuer des subventions aux associations suivantes :
        – Le Refuge, pour le centre « Korawa » : 210 €
        – Un abri qui sauve : 96 €
    """
    assert [(name, action) for name, _, _, action in lines_of(decided)] == [
        ("Le Refuge", "le centre « Korawa »"),
        ("Un abri qui sauve", ""),
    ]


def test_act_that_adopts_what_its_report_proposes_grants_it():
    text = paragraphs(
        """
        RAPPORT DU PRÉSIDENT N° 2031-4
        L’Office de Bor a demandé 900 €. Je vous propose d’allouer à l’Office de Bor une aide de 700 €. La demande de l’Office de Lure (300 €) n’est pas retenue.
        Il est proposé d’accorder au Comité des gîtes une participation de 500 €.
        Délibération n° 2031-4
        Le Conseil départemental,
        Vu le code général des collectivités territoriales,
        Après en avoir délibéré, à l’unanimité,
        DÉCIDE
        - d’adopter les propositions du rapport ;
        - d’autoriser le Président à signer les conventions.
        """  # noqa: E501
    )
    lines, totals, _ = read_decisions(text, read_metadata(text), (), ())
    assert [(line.operator, line.amount) for line in lines] == [("Office de Bor", 700), ("Comité des gîtes", 500)]
    assert all(total.lines for total in totals)


def test_number_of_an_establishment_is_no_part_of_its_name():
    decided = "- d’attribuer les aides suivantes :\n– Foyer de Bor (FINESS 630001234) : 250 €\n– SSIAD de Lure : 40 €"
    assert [name for name, *_ in lines_of(decided)] == ["Foyer de Bor", "SSIAD de Lure"]


def test_money_taken_back_from_a_beneficiary_is_no_grant():
    lines, _, leftovers = read("- de désaffecter 450 € attribués le 8 juillet 2030 au Lycée de Lure ;")
    assert (lines, [one.reason for one in leftovers]) == ((), [UNDONE])


def test_report_that_tells_what_was_decided_decides_nothing():
    text = paragraphs(
        """
        Service du sport
        RAPPORT À LA COMMISSION PERMANENTE
        La structuration du sport est primordiale : c’est pourquoi il a été décidé de la soutenir.
        Je vous propose d’attribuer 700 € au Judo Club.
        Délibération n° 13-02
        La commission permanente du conseil départemental,
        Vu le code du sport,
        après en avoir délibéré,
        - ATTRIBUE une subvention de 700 € au Judo Club ;
        """
    )
    lines, totals, _ = read_decisions(text, read_metadata(text), (), ())
    assert [(line.operator, line.amount) for line in lines] == [("Judo Club", 700)]
    assert all(total.lines == (1,) for total in totals)


def test_line_keeps_what_is_printed_and_where():
    text = paragraphs(HEAD + "- d’attribuer 1 500,50 € au Judo Club ;")
    [line] = read_decisions(text, read_metadata(text), (), ())[0]
    assert (line.line, line.table, line.amount_text) == (1, "decision", "1 500,50 €")
    assert line.source == text[-1].source
    assert line.certainty < 1


def test_list_of_entries_under_one_article():
    lines, totals, leftovers = read(
        """
        Article 1 – D’attribuer les subventions suivantes :
        - 1 500 € à l’association Les Passeurs pour un festival ;
        • Radio Lure : 1 250,50 €
        - Comité des fêtes de Beyrac ........ 750 €
        soit un montant total de 3 500,50 €.
        """
    )
    assert [(line.operator, line.amount) for line in lines] == [
        ("association Les Passeurs", Decimal("1500")),
        ("Radio Lure", Decimal("1250.50")),
        ("Comité des fêtes de Beyrac", Decimal("750")),
    ]
    [total] = totals
    assert (total.amount, total.lines, total.where) == (Decimal("3500.50"), (1, 2, 3), "decision")
    assert leftovers == ()


def test_entries_that_leave_out_the_euros_after_their_leader():
    lines, [total], _ = read(
        """
        Article 1 – D’attribuer les subventions suivantes :
        - Comité des fêtes ............ 500 €
        - Chasse communale ...... 150
        - Foyer rural ................ 350,00
        - Prévention routière ...... pas de subvention
        soit un total de 1 000 €
        """
    )
    assert [(line.operator, line.amount, line.amount_text) for line in lines] == [
        ("Comité des fêtes", 500, "500 €"),
        ("Chasse communale", 150, "150"),
        ("Foyer rural", 350, "350,00"),
    ]
    assert total.lines == (1, 2, 3)


@pytest.mark.parametrize("between", [":", ": ..........", "......", ". . . .", "----", "--->", "→", "=", "****"])
def test_what_leads_from_a_name_to_its_amount(between):
    lines, _, leftovers = read(
        f"""
        Article 1 – D’attribuer les subventions suivantes :
        - Comité des fêtes {between} 500 €
        - Chasse communale {between} 1 150,50 €
        """
    )
    assert [(line.operator, line.amount) for line in lines] == [
        ("Comité des fêtes", 500),
        ("Chasse communale", Decimal("1150.50")),
    ]
    assert leftovers == ()


@pytest.mark.parametrize(
    "name",
    [
        "Maison des jeunes et de la culture de Valence",
        "Les Amis du fleuve et de la mer",
        "Union du quartier et de l’atelier",
        "Fédération du théâtre et de la nature",
    ],
)
def test_words_of_a_name_that_end_as_verbs_do_open_no_decision(name):
    lines, _, leftovers = read(f"Article 1 – D’attribuer les subventions suivantes :\n- {name} : 500 €")
    assert [(line.operator, line.amount) for line in lines] == [(name, 500)]
    assert leftovers == ()


def test_instalments_are_no_other_money():
    found = lines_of("- d’attribuer au Syndicat du Val 4 000 €, versés en quatre acomptes trimestriels de 1 000 € ;")
    assert [(operator, amount) for operator, amount, _, _ in found] == [("Syndicat du Val", 4000)]


def test_threshold_of_an_agreement_is_no_sum():
    leftovers = read("""
        - d’attribuer 500 € au Judo Club ;
        - d’autoriser le Maire à signer une convention là où la subvention dépasse 23 000 € ;
    """)[2]
    assert leftovers == ()


def test_decision_after_the_visa_of_its_paragraph():
    text = paragraphs(
        HEAD.replace("DÉCIDE :\n", "approuve le procès-verbal.\n")
        + "Vu le contrat d’association, le conseil fixe la participation à 1 482,13 € par élève. Pour l’année, "
        "avec 21 élèves, il décide, à l’unanimité, d’attribuer à l’OGEC Saint-Guénolé une participation de 31 124,73 €."
    )
    [line] = read_decisions(text, read_metadata(text), (), ())[0]
    assert (line.operator, line.amount) == ("OGEC Saint-Guénolé", Decimal("31124.73"))


def test_what_is_proposed_in_a_sentence_and_adopted_is_granted():
    text = paragraphs(
        HEAD.replace("Après en avoir délibéré,\nDÉCIDE :\n", "")
        + """
        Par ailleurs, il est proposé une subvention exceptionnelle de 1 000 € aux Fêtes maritimes.
        LE CONSEIL MUNICIPAL, après en avoir délibéré, A L’UNANIMITE, ADOPTE LES PROPOSITIONS DU RAPPORTEUR.
        """
    )
    [line] = read_decisions(text, read_metadata(text), (), ())[0]
    assert (line.operator, line.amount) == ("Fêtes maritimes", 1000)


def test_advice_receives_nothing_and_a_noun_is_no_verb():
    assert read("- ALLOUE les aides conformément à l’avis du Bureau, pour un montant total de 3 000 € ;")[0] == ()
    found = lines_of(
        "Article 3 : Une somme de 500 euros est en outre versée, à titre de secours, à la Fondation du Fleuve ;"
    )
    assert [(operator, amount) for operator, amount, _, _ in found] == [("Fondation du Fleuve", 500)]


@pytest.mark.parametrize(
    ("decided", "operator", "amount"),
    [
        (
            "Vu l’article L. 5214-16, le Conseil municipal, par 25 voix pour et 2 contre, décide de verser à l’Union "
            "du Haut-Saulx un fonds de concours de 41 000 €, en deux annuités égales de 20 500 €.",
            "Union du Haut-Saulx",
            41000,
        ),
        ("Il décide en outre d’accorder 500 € à la Croix-Rouge en faveur des sinistrés.", "Croix-Rouge", 500),
        (
            "Le coût étant de 2 940 €, le Conseil décide de prendre en charge la moitié, soit 1 470 €, à verser "
            "à la coopérative scolaire des Cimes.",
            "coopérative scolaire des Cimes",
            1470,
        ),
        (
            "Ouï cet exposé, le Conseil, par 17 voix pour et 1 contre, approuve l’attribution de 300 € à La Lyre.",
            "La Lyre",
            300,
        ),
        (
            "Il décide d’accorder à l’école de cirque « Les Funambules » la gratuité de la salle et une aide de 250 €.",
            "école de cirque « Les Funambules »",
            250,
        ),
        (
            "Le Conseil décide le versement d’une subvention d’équilibre de 900 € au budget annexe Eau.",
            "budget annexe Eau",
            900,
        ),
    ],
)
def test_decisions_that_other_words_open(decided, operator, amount):
    text = paragraphs(HEAD + "- d’adopter le règlement.\nAdopté à l’unanimité.\n" + decided)
    [line] = read_decisions(text, read_metadata(text), (), ())[0]
    assert (line.operator, line.amount) == (operator, amount)


def test_grants_said_to_be_voted_on_one_line_without_another_verb():
    text = paragraphs(
        """
        CONSEIL MUNICIPAL
        Compte rendu de la séance du 3 mars 2031
        Taux des taxes. Les taux restent inchangés.
        Subventions. Sont votées les subventions suivantes : La pétanque, 200 € ; VTT Club, 500 € (+ 300 € si la course
        a lieu) ; La Mosaïque, 350 € ; le Cercle, 800 € ; Y’a d’la Joie, 500 € et la coopérative scolaire, 100 €.
        Personnel. La prime annuelle de 450 € est reconduite pour les agents.
        """
    )
    lines, _, leftovers = read_decisions(text, read_metadata(text), (), ())
    assert [(line.operator, line.amount) for line in lines] == [
        ("pétanque", 200),
        ("VTT Club", 500),
        ("La Mosaïque", 350),
        ("Cercle", 800),
        ("Y’a d’la Joie", 500),
        ("coopérative scolaire", 100),
    ]
    assert [left.reason for left in leftovers] == [NO_BENEFICIARY]


def test_points_of_minutes_that_bear_their_title():
    text = paragraphs(
        HEAD.replace("DÉCIDE :\n", "approuve le procès-verbal.\n")
        + """
        ➢ Subvention au CCAS : le Conseil accorde une subvention de 4 000 € au CCAS. Vote : unanimité.
        ➢ Associations : sur proposition de la commission, le Conseil attribue : Union sportive 1 500 € ; Pelote 400 €.
        ➢ Noël des agents : bons d’achat de 80 € à chacun des 5 agents. Vote : unanimité.
        ➢ Amendes de police : demande d’une subvention de 6 300 € au Département pour les ralentisseurs.
        """
    )
    found = read_decisions(text, read_metadata(text), (), ())
    assert [(line.operator, line.amount) for line in found[0]] == [
        ("CCAS", 4000),
        ("Union sportive", 1500),
        ("Pelote", 400),
    ]


@pytest.mark.parametrize(
    "decided",
    [
        "Ouï l’exposé, le Conseil municipal approuve l’attribution du marché à l’entreprise Colas pour 45 000 €.",
        "Le Conseil décide de prendre en charge les frais de déplacement des élus, soit 150 €, au congrès des Maires.",
        "Le Conseil fixe la date. Le marché des colis est attribué à la société Ducs pour 90 colis à 10 €, soit 900 €.",
        "Le Conseil municipal approuve la modification du marché conclu avec la société Durand pour 12 000 €.",
    ],
)
def test_contracts_and_expenses_of_members_are_no_grant(decided):
    text = paragraphs(HEAD + "- d’adopter le règlement.\nAdopté à l’unanimité.\n" + decided)
    assert read_decisions(text, read_metadata(text), (), ())[0] == ()


def test_assembly_that_votes_after_a_comma_decides():
    text = paragraphs(
        HEAD.replace("Après en avoir délibéré,\nDÉCIDE :\n", "")
        + """
        Le budget s’équilibre à 9 400 €.
        Le conseil municipal, par 24 voix pour et 3 abstentions,
        VOTE au titre de l’exercice 2031 :
        – une subvention d’équilibre de 645 000,00 € au Centre communal d’action sociale (art. 657362) ;
        – une participation de 900 € au Syndicat du Gier (compte 65568).
        """
    )
    act = read_metadata(text)
    assert [(line.operator, line.amount) for line in read_decisions(text, act, (), ())[0]] == [
        ("Centre communal d’action sociale", 645000),
        ("Syndicat du Gier", 900),
    ]
    assert [(vote.votes_for, vote.abstentions) for vote in act.votes] == [(24, 3)]


def test_what_is_said_to_be_granted_after_a_proposal_is_a_decision():
    text = paragraphs(
        """
        CONSEIL MUNICIPAL
        Séance du 3 mars 2031
        Sur proposition du maire, une subvention de 1 000 € est accordée à l’Harmonie du Val pour un euphonium.
        """
    )
    assert [(line.operator, line.amount) for line in read_decisions(text, read_metadata(text), (), ())[0]] == [
        ("Harmonie du Val", 1000)
    ]


@pytest.mark.parametrize(
    ("decided", "found"),
    [
        (
            "- attribue 500 € au Comité des fêtes de Bor pour le comice, 300 € à l’association Perche Nature pour la "
            "fête et 900 € au Festival des Forêts.",
            [("Comité des fêtes de Bor", 500), ("association Perche Nature", 300), ("Festival des Forêts", 900)],
        ),
        (
            "- soutient les projets suivants : le Cinéma Le Bief, à hauteur de 20 % d’une dépense de 46 300 €, soit "
            "9 260 € ; la commune de Bor pour la halle (30 000 €, soit 10 % du coût) ; la SCIC Terres, 7 500 €.",
            [("Cinéma Le Bief", 9260), ("commune de Bor", 30000), ("SCIC Terres", 7500)],
        ),
        (
            "- accorde au docteur Lucie Martel, médecin à Bor, une aide à l’installation de 10 000 € ;",
            [("docteur Lucie Martel", 10000)],
        ),
        ("Le conseil vote 300 € au Comité des fêtes et 80 € à l’ADMR.", [("Comité des fêtes", 300), ("ADMR", 80)]),
        ("- attribue à l’A.D.M.R. de la Vesle une aide de 380 € ;", [("A.D.M.R. de la Vesle", 380)]),
        ("1/ d’allouer les aides du tableau ;\n2/ d’allouer à l’Opéra du Val 900 € ;", [("Opéra du Val", 900)]),
        ("- fixe l’aide à 12 € par licencié (6 € pour les jeunes) et attribue 90 € au Judo ;", [("Judo", 90)]),
        (
            "- attribue 800 € au délégataire, la SARL Ciné-Parc, pour ses séances ;",
            [("SARL Ciné-Parc", 800)],
        ),
        (
            "- accorde 11 € par élève, soit : école Brun 2 783 €, école Jean-Moulin 2 266 €, ainsi répartis au vu des "
            "effectifs.",
            [("école Brun", 2783), ("école Jean-Moulin", 2266)],
        ),
        (
            "- participe à hauteur de 1 250 € au voyage du collège Voltaire, versés au foyer du collège Voltaire.",
            [("foyer du collège Voltaire", 1250)],
        ),
    ],
)
def test_each_sum_goes_to_the_name_that_stands_with_it(decided, found):
    assert [(operator, amount) for operator, amount, _, _ in lines_of(decided)] == found


def test_rows_of_a_list_of_acts_that_state_grants_are_left_over():
    table = read_table(
        a_table(
            """
        N° | Objet | Vote
        2031-07 | Sport – Attribution d’une subvention de 900 € au Judo Club | Unanimité
        2031-08 | Voirie – Marché attribué à la société Durand pour 4 000 € | Unanimité
    """
        )
    )
    assert [left.text[:7] for left in told_in_cells([table])] == ["2031-07"]
    assert told_in_cells([replace(table, skipped="")]) == ()


@pytest.mark.parametrize(
    "opening",
    [
        "Le Conseil municipal, à l’unanimité (M. Bel, trésorier du Judo, ne prenant pas part au vote), attribue",
        "Le comité, à l’unanimité, répartit la dotation comme suit : 500 € pour le sport, et attribue",
    ],
)
def test_assembly_that_grants_after_its_vote_tells_it(opening):
    text = paragraphs(f"CONSEIL MUNICIPAL\nSéance du 3 mars 2031\n{opening} 900 € au Judo Club.")
    act = read_metadata(text)
    assert [vote.result for vote in act.votes] == ["à l’unanimité"]
    assert ("Judo Club", 900) in [(line.operator, line.amount) for line in read_decisions(text, act, (), ())[0]]


def test_lists_said_to_be_granted_for_a_year():
    text = paragraphs(
        "CONSEIL MUNICIPAL\nSéance du 3 mars 2031\n"
        "Sont accordées pour 2031 les subventions suivantes : Judo Club 50 €, Chorale 70 €."
    )
    lines = read_decisions(text, read_metadata(text), (), ())[0]
    assert [(line.operator, line.amount) for line in lines] == [("Judo Club", 50), ("Chorale", 70)]


def test_rows_that_are_adopted_decide_what_they_state():
    table = a_table(
        """
        N° | Objet | Décision
        III-201 | Attribution d’une subvention de 3 000 € à l’association Musiques de Bor pour son festival | Adopté
        III-202 | Attribution d’une subvention de 900 € au Moto-club de Lure | Rejeté
        III-203 | Résiliation d’un marché, avec 700 € d’indemnité | Adopté à l’unanimité
        """
    )
    text = paragraphs("COMMISSION PERMANENTE DU 6 AVRIL 2031\nRELEVÉ DE DÉCISIONS")
    lines, _, _ = read_decisions(text, read_metadata(text), [table], ())
    assert [(line.operator, line.amount, line.source.row) for line in lines] == [
        ("association Musiques de Bor", 3000, 2)
    ]
    assert [left.text[:7] for left in told_in_cells([read_table(table)], lines)] == ["III-202"]


def test_assembly_that_votes_without_more_words_decides_what_follows():
    text = paragraphs(
        """
        COMMISSION PERMANENTE
        Réunion du 23 mai 2031
        La Commission permanente du Conseil général, à l’unanimité :
        - accorde une aide de 300 € au Collège de Bor ;
        """
    )
    record = read_metadata(text)
    assert [vote.result for vote in record.votes] == ["à l’unanimité"]
    assert [line.operator for line in read_decisions(text, record, (), ())[0]] == ["Collège de Bor"]


def test_assembly_that_decides_over_a_list_says_more_than_its_vote():
    text = paragraphs(
        """
        CONSEIL MUNICIPAL
        Séance du 3 mars 2031
        Le Conseil Municipal, ouï l’exposé du Maire, décide à l’unanimité des membres présents d’attribuer les subventions suivantes :
        - Comité des Fêtes ............ 500 €
        - Souvenir Français ........... 50 €
        """  # noqa: E501
    )
    lines = read_decisions(text, read_metadata(text), (), ())[0]
    assert [(line.operator, line.amount) for line in lines] == [("Comité des Fêtes", 500), ("Souvenir Français", 50)]


def test_dashes_that_a_font_does_not_name_open_entries():
    decided = "- d’attribuer :\n\x15 à l’Association L’Écho 3 500,00 euros\n\x15 à la Ligue de Bor 600,00 euros"
    assert [line[:2] for line in lines_of(decided)] == [("Association L’Écho", 3500), ("Ligue de Bor", 600)]


def test_work_in_small_letters_receives_nothing():
    decided = "- de participer, à hauteur de 300 €, à la création de trois logements par la commune de Bor ;"
    assert "création" not in str(lines_of(decided))


def test_same_club_said_so_is_the_one_named_before():
    decided = "- attribue 900 € au Judo Club de Bor ;\n- attribue 300 € à ce même club pour son centenaire ;"
    assert [(operator, amount) for operator, amount, _, _ in lines_of(decided)] == [
        ("Judo Club de Bor", 900),
        ("Judo Club de Bor", 300),
    ]


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


def test_two_beneficiaries_in_one_sentence():
    found = lines_of("- d’accorder une aide de 54 000 € à l’Institut Lumen et de 15 000 € au Réseau Cimes ;")
    assert [(operator, amount) for operator, amount, _, _ in found] == [
        ("Institut Lumen", 54000),
        ("Réseau Cimes", 15000),
    ]


def test_grant_stated_twice_is_one_line():
    assert len(lines_of("- d’attribuer 500 € au Judo Club ;\n- d’attribuer 500 € au Judo Club ;")) == 1


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


def test_sum_granted_to_nobody_named_is_left_over():
    lines, totals, leftovers = read("- de reconduire le dispositif d’aide au permis pour un montant de 100 000 € ;")
    assert (lines, totals) == ((), ())
    assert [(leftover.reason, "100 000 €" in leftover.text) for leftover in leftovers] == [(NO_BENEFICIARY, True)]


def test_sum_of_an_agreement_that_nothing_else_grants_is_left_over():
    assert [leftover.reason for leftover in read("- d’approuver la convention d’un montant de 700 € ;")[2]] == [
        ONLY_IN_AGREEMENT
    ]
    granted = "- d’attribuer 700 € au Judo Club ;\n- d’approuver la convention d’un montant de 700 € ;"
    assert read(granted)[2] == ()


# ---- the same money once -----------------------------------------------------------------------------------------


def test_grant_that_a_table_counts_is_no_second_line():
    lines, totals, _ = read("- d’attribuer 500 € au Judo Club ;", (a_line("JUDO CLUB DES ORMES", "500"),))
    assert lines == ()
    assert [(total.amount, total.lines) for total in totals] == [(500, (1,))]


def test_same_round_amount_of_another_operator_is_another_grant():
    assert lines_of("- d’attribuer 500 € au Judo Club ;", (a_line("Harmonie municipale", "500"),)) == [
        ("Judo Club", Decimal(500), 2031, "")
    ]


def test_net_of_lines_given_and_lines_taken_back_is_a_total():
    table = (a_line("La Fabrique", "615.40"), a_line("La Fabrique", "-145.27"))
    lines, totals, _ = read("- d’attribuer à l’Association Nouveau Départ un montant total de 470,13 € ;", table)
    assert lines == ()
    assert [total.amount for total in totals] == [Decimal("470.13")]


def test_sums_of_lines_are_known_by_heading_and_by_table():
    lines = (
        a_line("A", "100", programme="Sport"),
        a_line("B", "200.50", programme="Sport"),
        a_line("C", "40", programme="Art"),
    )
    counted = counted_money(lines)
    assert counted.lines_adding_up_to(Decimal("300.50")) == (1,)
    assert counted.lines_adding_up_to(Decimal("240.50")) == ()
    assert counted.lines_of(Decimal("200.50"), "") == (1,)
    assert counted.lines_of(Decimal(100), "") == ()


# ---- totals ------------------------------------------------------------------------------------------------------


def test_totals_of_an_annex_by_year_with_their_precision():
    totals = read("- d’attribuer aux structures de l’annexe 1 un montant de 7 M€ pour 2031 et 21 M€ pour 2032 ;")[1]
    assert [(total.amount, total.year, total.precision, total.where) for total in totals] == [
        (7_000_000, 2031, 1_000_000, "decision"),
        (21_000_000, 2032, 1_000_000, "decision"),
    ]


def test_whole_and_its_parts_in_one_sentence_count_once():
    text = (
        "Une somme de 19 250,00 € est répartie entre les associations des annexes 1 et 2, soit 7 400,00 € pour la"
        " culture et 11 850,00 € pour le sport."
    )
    assert granted_amount(text) == Decimal("19250.00")


def test_named_parts_are_lines_and_their_whole_is_a_total():
    lines, totals, _ = read(
        "- d’attribuer une somme de 1 500 €, soit 1 000 € au Judo Club et 500 € à la Chorale du Val ;"
    )
    assert [(line.operator, line.amount) for line in lines] == [
        ("Judo Club", Decimal(1000)),
        ("Chorale du Val", Decimal(500)),
    ]
    assert [(total.amount, total.lines) for total in totals] == [(Decimal(1500), (1, 2))]


@pytest.mark.parametrize(
    "decision",
    [
        """
        - d’attribuer une subvention de 500 € à chacune des associations suivantes :
        - Judo Club du Val
        - Amicale laïque
        """,
        "- d’attribuer une aide de 500 € à chacune des associations suivantes : Judo Club du Val, Amicale laïque.",
        "- d’attribuer aux associations Judo Club du Val et Amicale laïque une subvention de 500 € chacune ;",
    ],
)
def test_one_amount_for_each_of_several_names(decision):
    assert lines_of(decision) == [
        ("Judo Club du Val", Decimal(500), 2031, ""),
        ("Amicale laïque", Decimal(500), 2031, ""),
    ]


def test_amounts_and_names_in_the_same_order():
    assert lines_of("- d’attribuer respectivement 500 € et 700 € au Judo Club du Val et à la Chorale ;") == [
        ("Judo Club du Val", Decimal(500), 2031, ""),
        ("Chorale", Decimal(700), 2031, ""),
    ]


def test_one_amount_for_each_of_names_that_are_not_told_is_left_to_staff():
    lines, _, leftovers = read("- d’attribuer une subvention de 500 € à chacune des écoles ;")
    assert (lines, [left.reason for left in leftovers]) == ((), [SHARED])


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


def test_unit_price_does_not_hide_who_receives():
    [line] = lines_of("- d’attribuer à l’OGEC Saint-Luc une participation de 650 € par élève, soit 39 000 € ;")
    assert line[:2] == ("OGEC Saint-Luc", Decimal(39000))


def test_names_that_open_with_an_article_are_entries_of_a_list():
    assert [
        line[0]
        for line in lines_of("""
        - d’attribuer les subventions suivantes :
        - Les Amis du Moulin : 300 €
        - Une Souris Verte : 90 €
        - Foyer rural : 70 €
        - la dépense totale : 460 €
    """)
    ] == ["Les Amis du Moulin", "Une Souris Verte", "Foyer rural"]


def test_entries_that_begin_with_to():
    assert [
        line[:2]
        for line in lines_of("""
        - d’accorder une subvention de fonctionnement :
        au Judo Club de 800 €,
        aux Jeunes Agriculteurs de 300 €.
    """)
    ] == [("Judo Club", Decimal(800)), ("Jeunes Agriculteurs", Decimal(300))]


def test_names_after_for_in_an_announced_list_are_in_doubt():
    lines, _, _ = read("- d’accorder les subventions suivantes : 500 € pour l’ADMR ; 300 € pour les Restos du Cœur.")
    assert [(line.operator, line.notes) for line in lines] == [
        ("ADMR", (SERVED_NOTE,)),
        ("Restos du Cœur", (SERVED_NOTE,)),
    ]


def test_each_sum_of_one_beneficiary_has_its_purpose():
    assert lines_of("- d’allouer à l’amicale Le Bief 1 500 € pour ses cours et 700 € pour l’achat d’un bateau ;") == [
        ("amicale Le Bief", Decimal(1500), 2031, "ses cours"),
        ("amicale Le Bief", Decimal(700), 2031, "l’achat d’un bateau"),
    ]


def test_cost_does_not_hide_who_receives():
    decision = "- d’attribuer une aide de 12 000 €, soit 40 % d’une dépense de 30 000 € HT, à la commune de Lussac ;"
    assert [line[:2] for line in lines_of(decision)] == [("commune de Lussac", Decimal(12000))]


def test_envelope_that_is_fixed_is_a_total():
    lines, totals, _ = read("- FIXE à 12 500 € l’enveloppe des subventions aux associations.")
    assert (lines, [(one.amount, one.scope) for one in totals]) == (
        (),
        [(Decimal(12500), "FIXE à 12 500 € l’enveloppe des subventions aux associations")],
    )


@pytest.mark.parametrize("where", ["figurant en annexe I", "mentionnés au tableau joint", "listés dans l’état annexé"])
def test_beneficiaries_printed_elsewhere_name_nobody(where):
    lines, totals, _ = read(f"- d’accorder les aides aux clubs {where}, pour un montant total de 40 750,50 €.")
    assert (lines, [one.amount for one in totals]) == ((), [Decimal("40750.50")])


SHEETS = """
- d’attribuer les subventions décrites dans les fiches jointes, pour un montant total de 13 500 €.
Fait et délibéré en séance.
RAPPORT DU PRÉSIDENT
Bénéficiaire : Ligue de judo
Objet : Stages
Base subventionnable : 40 000,00 €
Subvention demandée : 9 000,00 €
Montant de la subvention proposée : 8 500,00 €
Bénéficiaire : Club alpin
Participation de la commune : 700 €
Aide proposée : 5 000 €
"""


def test_sheets_set_in_lines_are_grants_and_their_total_is_checked():
    lines, totals, leftovers = read(SHEETS)
    assert [(line.operator, line.action, line.amount, line.table, line.notes) for line in lines] == [
        ("Ligue de judo", "Stages", Decimal("8500.00"), "fiche", (SHEET_NOTE,)),
        ("Club alpin", "", Decimal(5000), "fiche", (SHEET_NOTE,)),
    ]
    assert ([total.amount for total in totals], leftovers) == ([Decimal(13500)], ())


def test_column_of_amounts_states_no_sum():
    column = "Montant demandé Montant voté 3 320,00 € 2 520,00 € 39 750,00 € 2 750,00 €"
    lines, totals, _ = read(f"- d’attribuer les subventions du tableau ci-après.\n{column}\n14 000,00 € 7 000,00 €")
    assert (lines, totals) == ((), ())


def test_sheet_that_names_no_currency_nor_stands_apart_from_the_act_is_one():
    [line] = read("""
        - d’attribuer les subventions suivantes.
        Bénéficiaire : Ligue de judo
        Commune : Bor
        Objet : Stages
        Coût de l’opération : 4 000
        Montant de la subvention : 850
    """)[0]
    assert (line.operator, line.commune, line.action, line.amount) == ("Ligue de judo", "Bor", "Stages", 850)


def test_heading_of_a_sheet_names_its_beneficiary():
    lines = read("""
        - d’attribuer les subventions décrites ci-après.
        COMMUNE DE BOR
        Nature des travaux : Toiture de la mairie
        Montant de la dépense HT : 18 450,60 €
        Subvention proposée : 4 612,65 €
        COMMUNE DE LURE
        Nature des travaux : Préau
        Subvention proposée : 900,00 €
        CRÉDITS
        Montant déjà affecté : 112 430,20 €
    """)[0]
    assert [(line.operator, line.action, line.amount) for line in lines] == [
        ("COMMUNE DE BOR", "Toiture de la mairie", Decimal("4612.65")),
        ("COMMUNE DE LURE", "Préau", 900),
    ]


def test_stamp_over_the_head_of_a_page_does_not_end_the_decisions():
    assert [
        line[0]
        for line in lines_of("""
        - d’accorder les subventions suivantes :
        - 500 € à la Chorale du Val ;
        Accusé de réception en préfecture 055-215501234-20310314-2031-017-DE
        Date de réception préfecture : 18/03/2031
        - 300 € au Judo Club.
    """)
    ] == ["Chorale du Val", "Judo Club"]


def test_entry_whose_unit_price_comes_first():
    decision = """
        - d’attribuer les subventions suivantes :
        - Voyage scolaire : 30 € par élève, soit 540 €
        - Refuge : 0,50 € par habitant soit 612,50 €
    """
    assert lines_of(decision) == [
        ("Voyage scolaire", Decimal(540), 2031, "30 € par élève"),
        ("Refuge", Decimal("612.50"), 2031, "0,50 € par habitant"),
    ]


@pytest.mark.parametrize(
    "decision",
    [
        "- La subvention sera versée en deux fois : une avance de 30 %, soit 25 920 €, et le solde ;",
        "- de renouveler l’adhésion à l’association des maires pour une cotisation de 1 872 € ;",
        "- de fixer à 1 500 € le plafond de l’aide aux jeunes arbitres ;",
        "Les demandes de l’association Auto Cross (200 €) sont rejetées.",
    ],
)
def test_payments_memberships_ceilings_and_refusals_grant_nothing(decision):
    lines, totals, leftovers = read(f"- d’attribuer 900 € au Judo Club ;\n{decision}")
    assert [line.operator for line in lines] == ["Judo Club"]
    assert (totals, leftovers) == ((), ())


def test_total_on_the_line_of_the_last_entry():
    lines, totals, _ = read("""
        - d’attribuer :
        - 1 000 € au Comité des fêtes ;
        - 300 € à l’Amicale de Vaux soit un total de 1 300 €.
    """)
    assert [(line.operator, line.amount) for line in lines] == [
        ("Comité des fêtes", Decimal(1000)),
        ("Amicale de Vaux", Decimal(300)),
    ]
    assert [(total.amount, total.lines) for total in totals] == [(Decimal(1300), (1, 2))]


def test_each_total_between_lists_adds_up_the_entries_after_the_one_before():
    lines, totals, _ = read("""
        Article 1 – D’attribuer les subventions suivantes :
        - Comité des fêtes : 500 €
        - Foyer rural : 350 €
        Soit un sous-total de 850 €.
        - Judo Club : 400 €
        - Chorale : 90 €
        Soit un sous-total de 490 €.
    """)
    assert len(lines) == 4
    assert [(total.amount, total.lines) for total in totals] == [(Decimal(850), (1, 2)), (Decimal(490), (3, 4))]


@pytest.mark.parametrize(("said", "year"), [("sur deux ans", None), ("pour les trois exercices", None), ("", 2031)])
def test_sum_said_to_be_of_several_years_is_of_no_single_one(said, year):
    given = (a_line("Le Bief", "4000"), replace(a_line("Le Bief", "5000"), year=2032))
    decided = f"- d’attribuer les subventions détaillées en annexe, soit 9 000 € {said}."
    _, totals, _ = read(decided, given)
    assert [(total.amount, total.year) for total in totals] == [(Decimal(9000), year)]


def test_verb_alone_opens_a_list_under_titles():
    text = paragraphs(
        HEAD.split("Après")[0]
        + """Après en avoir délibéré, la Commission permanente ATTRIBUE :
        # Canton des Puys
        - 1 000 € au Comité des fêtes pour ses 40 ans
        # Canton des Causses
        - 300 € à l’Amicale de Vaux
    """
    )
    lines = read_decisions(text, read_metadata(text), (), ())[0]
    assert [line.operator for line in lines] == ["Comité des fêtes", "Amicale de Vaux"]


def test_beneficiaries_as_subjects_of_the_sentences_of_a_decision():
    text = paragraphs(
        HEAD.split("Après")[0]
        + """Après en avoir délibéré, le Conseil municipal décide :
        Il est attribué à la chorale Les Quais une subvention de 1 100 €.
        L’association Bugale bénéficiera d’une aide de 350 € pour son spectacle.
        Une participation de 4 200 € sera versée au syndicat de la piscine.
        Aucune subvention n’est accordée à la société de chasse, qui avait demandé 300 €.
    """
    )
    lines, _, leftovers = read_decisions(text, read_metadata(text), (), ())
    assert [(line.operator, int(line.amount)) for line in lines] == [
        ("chorale Les Quais", 1100),
        ("association Bugale", 350),
        ("syndicat de la piscine", 4200),
    ]
    assert leftovers == ()


def test_names_in_capitals_end_before_the_next_sum():
    decision = "- D’ATTRIBUER UNE SUBVENTION DE 2 500 EUROS AU COMITE DES FETES ET DE 800 EUROS A LA CHORALE ;"
    assert [line[0] for line in lines_of(decision)] == ["COMITE DES FETES", "CHORALE"]


def test_assembly_that_grants_without_saying_that_it_decides():
    text = paragraphs("""
        CONSEIL MUNICIPAL
        Séance du 3 mars 2031
        Le conseil municipal, à l’unanimité, accepte de participer à hauteur de 50 € par élève, soit 300 €, versés au foyer du collège des Cèdres.
    """)  # noqa: E501
    lines = read_decisions(text, read_metadata(text), (), ())[0]
    assert [(line.operator, line.amount) for line in lines] == [("foyer du collège des Cèdres", Decimal(300))]


def test_article_one_opens_the_decisions_of_an_act_that_never_says_that_it_decides():
    text = paragraphs(HEAD.split("Après")[0] + "Article 1er : Une subvention de 900 € est attribuée au Judo Club.")
    lines = read_decisions(text, read_metadata(text), (), ())[0]
    assert [(line.operator, line.amount) for line in lines] == [("Judo Club", Decimal(900))]


def test_scope_says_article_and_what_the_sum_is_of():
    [total] = read("Article 3 : De valider le financement des 4 actions de l’axe 2, pour un montant total de 900 €.")[1]
    assert total.scope == (
        "Article 3 : De valider le financement des 4 actions de l’axe 2, pour un montant total de 900 €"
    )


def test_sums_of_the_report_stand_under_their_headings():
    totals = read(
        "- d’attribuer les subventions de l’annexe 1 ;"
        + REPORT
        + """
        # Axe 1 : Culture
        # Opération 2 : Festivals
        Pour l’année 2030, il est proposé de financer 26 structures pour un montant de 1 233 180 €.
        # Opération 3 : Chorales
        Le financement total de cette opération s’élève à 17 920 €, hors budget départemental : soit 900 €.
        """
    )[1]
    assert [(total.amount, total.year, total.where, total.outside_budget) for total in totals] == [
        (Decimal(1233180), 2030, "report", False),
        (Decimal(17920), 2031, "report", False),
        (Decimal(900), 2031, "report", True),
    ]
    assert totals[0].scope.startswith("Axe 1 : Culture / Opération 2 : Festivals / Pour l’année 2030, il est proposé")
    assert (
        totals[1].scope
        == "Axe 1 : Culture / Opération 3 : Chorales / Le financement total de cette opération s’élève à 17 920 €"
    )


def test_annual_sum_is_of_the_fullest_year_that_the_decision_grants():
    totals = read(
        "- d’attribuer aux structures de l’annexe 1 un montant de 7 M€ pour 2031 et 21 M€ pour 2032 ;"
        + REPORT
        + "1 610 places sont proposées par an au titre du parcours, pour un montant annuel de 1,95 M€."
    )[1]
    assert (totals[-1].amount, totals[-1].year, totals[-1].precision) == (1_950_000, 2032, 10_000)


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("Il est proposé d’accorder une aide pour un montant total de 58 586 €.", [58586]),
        ("Le montant de l’engagement départemental pour 2031 est donc revu à 470 €.", [470]),
        ("Les crédits notifiés par l’État s’élèvent à 6,048 M€ pour l’année 2031.", [6048000]),
        ("La participation s’élèverait à 391 242,05€.", [391242.05]),
        ("Un co-financement de 10 % du montant total, soit 60 000 €, est demandé.", [60000]),
        ("Il est proposé de financer 8 clubs pour 400 000 €, soit un montant de 200 000 € par an.", []),
        ("La prise en charge est fixée à 195 € par mois et par participant.", []),
        ("Le Département contribue à hauteur de 3 138,31 € par salarié.", []),
        ("L’association sollicite une subvention de 10 000 €.", []),
        ("En 2029, le Conseil avait attribué une subvention de 9 000 € au club.", []),
        ("Le coût de l’opération est estimé à 600 000 € TTC.", []),
        ("Le plafond des dépenses éligibles est de 5 000 €.", []),
        ("L’acompte versé à la signature est de 25 000 €.", []),
    ],
)
def test_what_a_report_states_and_what_it_only_mentions(sentence, amounts):
    assert [float(stated.found.amount.value) for stated in find_stated(sentence)] == amounts


def test_sums_told_under_a_balance_of_last_year_are_none():
    assert (
        read("- d’attribuer les subventions de l’annexe 1 ;" + REPORT + "# Bilan 2030\nSoit un montant de 900 €.")[1]
        == ()
    )


def test_money_that_comes_back_is_negative():
    totals = read(
        "- d’attribuer les subventions de l’annexe 1 ;"
        + REPORT
        + "Un trop perçu sur l’année 2030 est à reporter sur le budget 2031 pour un montant de 145,72 €."
    )[1]
    assert [(total.amount, total.year) for total in totals] == [(Decimal("-145.72"), 2031)]


# ---- pieces ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("d’attribuer 7 M€ pour 2031 et 21 M€ pour 2032 ;", 28_000_000),
        ("d’accorder un montant total de 900 €, dont 300 € au titre de 2032 ;", 900),
        ("d’attribuer 500 € au club A et 300 € au club B ;", 800),
        ("d’attribuer une subvention de 500 €, soit 50 % de la dépense, au club A ;", 500),
        ("d’attribuer 500 € au club A, d’autoriser le Maire à signer la convention de 700 € ;", 500),
        ("d’attribuer les aides suivantes : - 500 € au club A ; - 300 € au club B", 800),
        ("d’autoriser le Président à signer la convention de 500 € ;", None),
        ("d’approuver l’avenant pour un montant de 500 € ;", None),
        ("les dépenses sont imputées pour 500 € au chapitre 65 ;", None),
        ("d’attribuer les subventions de l’annexe 1 ;", None),
    ],
)
def test_amount_of_a_decision(text, amount):
    assert granted_amount(text) == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("une aide de 500 € aux structures retenues", None),
        ("une aide de 500 € à l’association", None),
        ("une aide de 500 € à hauteur de 50 % à compter du 1er juin", None),
        ("une aide de 500 € au titre de l’appel à projets « Élan »", None),
        ("une aide de 500 € à la Région Grand Plateau pour le financement d’une étude", "Région Grand Plateau"),
        ("une aide de 500 €, pour la rénovation de la halle, à la commune de Vaux", "commune de Vaux"),
        ("autoriser à verser à l’EHPAD Les Tilleuls 500 €", "EHPAD Les Tilleuls"),
    ],
)
def test_beneficiary_beside_an_amount(text, name):
    [found] = find_amounts(text)
    receives = find_beneficiary(text, found.start, found.end)
    assert (receives.name if receives else None) == name


def test_entry_of_a_list_opens_with_its_name():
    text = "Harmonie de Saint-Loup (Vaux) – 1 200 €"
    [found] = find_amounts(text)
    receives = find_entry(text, found.start)
    assert receives is not None
    assert receives.name == "Harmonie de Saint-Loup (Vaux)"
    assert find_entry("d’attribuer une subvention de 500 €", 31) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("un montant de 500 € pour l’année 2031, puis", 2031),
        ("En 2032, il est proposé 500 €", 2032),
        ("l’appel à projets 2030-2033 pour 500 €", None),
        ("du 1er janvier 2031 au 31 mai 2032 pour 500 €", None),
        ("un trop-perçu sur l’année 2030, reporté sur le budget 2031, de 500 €", 2031),
    ],
)
def test_year_of_a_sum(text, year):
    [found] = find_amounts(text)
    assert year_of(text, found.start, found.end) == year


# ---- lists of other councils -------------------------------------------------------------------------------------


def test_titles_inside_a_list_do_not_end_it():
    told = """
- d’attribuer les subventions suivantes :
Sport :
- 5 000 € au Club Omnisports
Culture :
- 300 € au Cercle des Lecteurs
"""
    assert [(name, int(amount)) for name, amount, _, _ in lines_of(told)] == [
        ("Club Omnisports", 5000),
        ("Cercle des Lecteurs", 300),
    ]


def test_entry_that_opens_like_a_verb_is_an_entry():
    told = """
- d’attribuer les subventions suivantes :
- Théâtre du Moulin : 900 €
- Foyer rural : 500 €
- Centre de loisirs : 250 €
TOTAL ............ 1 650 €
"""
    lines, totals, leftovers = read(told)
    assert [(line.operator, int(line.amount)) for line in lines] == [
        ("Théâtre du Moulin", 900),
        ("Foyer rural", 500),
        ("Centre de loisirs", 250),
    ]
    assert all(int(total.amount) == 1650 for total in totals)
    assert len(totals) + len(leftovers) <= 1


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
        "- d’adhérer à l’association des maires ruraux pour une cotisation annuelle de 180 € ;",
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
    ],
)
def test_cost_and_signature_beside_a_grant_leave_it_whole(told):
    assert [(name, int(amount)) for name, amount, _, _ in lines_of(told)] == [("SARL Bois Vert", 5000)]


@pytest.mark.parametrize(
    ("told", "named"),
    [
        (
            "- d’attribuer à l’Association Accueil une subvention de 7 500 €, à l’Harmonie une subvention de 2 000 €"
            " et au Club alpin une subvention de 1 000 €, soit un total de 10 500 € ;",
            [("Association Accueil", 7500), ("Harmonie", 2000), ("Club alpin", 1000)],
        ),
        ("- d’attribuer : à la Chorale : 450 € ; au Judo : 300 € ;", [("Chorale", 450), ("Judo", 300)]),
        (
            "- d’attribuer au CCAS de Sore une subvention de 12 000 €, une subvention exceptionnelle de 3 000 € ;",
            [("CCAS de Sore", 12000), ("CCAS de Sore", 3000)],
        ),
        (
            "- d’octroyer une bourse de 500 € à M. Théo MOREAU, étudiant, et de 300 € à Mme Lise BERNARD ;",
            [("M. Théo MOREAU", 500), ("Mme Lise BERNARD", 300)],
        ),
    ],
)
def test_each_sum_of_a_sentence_goes_to_its_own_beneficiary(told, named):
    assert [(name, int(amount)) for name, amount, _, _ in lines_of(told)] == named


def test_names_on_both_ends_of_several_sums_are_in_doubt():
    lines, _, _ = read("- d’attribuer à la Chorale 450 €, 300 € au Judo Club ;")
    assert [line.notes for line in lines] == [(ORDER_NOTE,)] * 2
    assert all(line.certainty <= 0.5 for line in lines)


def test_one_sum_for_several_names_is_no_line():
    lines, totals, leftovers = read("- d’attribuer 500 € aux associations Judo Club et Chorale A Tempo ;")
    assert not lines
    assert len(totals) + len(leftovers) == 1


# ---- what is no other money --------------------------------------------------------------------------------------


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


def test_one_sum_without_a_name_beside_one_that_is_granted_is_left_over():
    lines, _, leftovers = read("- de verser 400 euros et 150 euros aux Restos du Cœur ;")
    assert [(line.operator, line.amount) for line in lines] == [("Restos du Cœur", Decimal(150))]
    assert [one.reason for one in leftovers] == [NO_BENEFICIARY]


@pytest.mark.parametrize(
    ("decided", "years"),
    [
        ("- d’attribuer à Radio Lure une subvention de 800 € par an pour 2031, 2032 et 2033 ;", [2031, 2032, 2033]),
        (
            "- d’attribuer à Radio Lure une subvention annuelle de 800 € pour les années 2031 à 2033 ;",
            [2031, 2032, 2033],
        ),
        ("- d’attribuer à Radio Lure une subvention annuelle de 800 € ;", [2031]),
    ],
)
def test_yearly_sum_is_a_line_for_each_year_named(decided, years):
    lines = read(decided)[0]
    assert [line.year for line in lines] == years
    assert {line.line for line in lines} == {1}


def test_titles_of_letters_inside_a_list_stop_nothing():
    lines, _, _ = read(
        """
        Article 1 – D’allouer les subventions ci-après :
        A. Culture
        1. École de musique : 14 000 euros
        B. Sport
        1. Club nautique : 2 750 euros
        """
    )
    assert [(line.operator, line.amount) for line in lines] == [
        ("École de musique", Decimal(14000)),
        ("Club nautique", Decimal(2750)),
    ]


def test_each_of_an_enumeration_told_by_its_kind():
    lines, _, _ = read(
        "- d’accorder à chacune des coopératives des écoles Ferry, Prévert et Pagnol une somme de 100 € ;"
    )
    assert [(line.operator, line.amount, line.certainty < 0.9) for line in lines] == [
        ("Ferry", Decimal(100), True),
        ("Prévert", Decimal(100), True),
        ("Pagnol", Decimal(100), True),
    ]


# ---- other voices of councils ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (
            "- accorde au Cercle d’escrime une aide de 1 350 € pour le déplacement aux championnats de France ;",
            [("Cercle d’escrime", 1350)],
        ),
        (
            "- de fixer la participation à 21 000 € pour L’Espace des Arts et à 3 500 € pour le Théâtre de Lure ;",
            [("Espace des Arts", 21000), ("Théâtre de Lure", 3500)],
        ),
        ("- ACCEPTE qu’une subvention de 2 400 € soit versée au Comité de jumelage ;", [("Comité de jumelage", 2400)]),
        ("- attribue à Maine Logis 17 500 €, soit 3 × 2 500 € et 2 × 5 000 € ;", [("Maine Logis", 17500)]),
        (
            "- consent à la Pêche de Lure un don de 75 euros ;\n- approuve la cession à la SCI Lure au prix de 620 € ;",
            [("Pêche de Lure", 75)],
        ),
        (
            "- d’attribuer 500 € à Radio Lure et d’approuver l’indemnité de 1 250 € due à M. PONS pour le terrain ;",
            [("Radio Lure", 500)],
        ),
        ("Il décide également d’attribuer le marché à la société Régal’Repas pour un montant de 118 540 € HT.", []),
        (
            "Article unique : approuve l’attribution des aides suivantes, pour un montant total de 4 150 € : 2 500 € à"
            " l’association Campus en fête, 1 650 € à l’association Robotique.",
            [("association Campus en fête", 2500), ("association Robotique", 1650)],
        ),
    ],
)
def test_sums_as_other_councils_state_them(decided, expected):
    assert [(name, int(amount)) for name, amount, *_ in lines_of(decided)] == expected


def test_entries_that_describe_a_project_before_its_grant():
    lines, _, _ = read(
        """
        Article 1 – D’attribuer les subventions suivantes :
        • Commune d’Ancelle : toiture de l’église, dépense subventionnable 45 000 € HT, taux 30 %, subvention 13 500 €
        • Commune de Rosans : eau potable, dépense subventionnable 118 000 € HT, taux 40 %, subvention 47 200 €
        """
    )
    assert [(line.operator, line.amount, line.certainty) for line in lines] == [
        ("Commune d’Ancelle", Decimal(13500), 0.9),
        ("Commune de Rosans", Decimal(47200), 0.9),
    ]


def test_actions_of_one_grant_are_its_parts_and_beneficiaries_are_not():
    actions = "- d’accorder à la Ligue de voile 42 000 € pour les actions suivantes :\n"
    actions += "- Pratique : 30 000 €\n- Emploi : 12 000 €"
    assert [(line.operator, line.amount) for line in read(actions)[0]] == [("Ligue de voile", Decimal(42000))]
    clubs = actions.replace("les actions suivantes", "les clubs suivants")
    assert len(read(clubs)[0]) == 3


def test_year_named_after_the_last_sum_is_that_of_all():
    lines = read("- d’attribuer 500 € à Radio Lure et 300 € au Club Lure, au titre de l’année 2032 ;")[0]
    assert [line.year for line in lines] == [2032, 2032]


def test_visas_may_follow_the_words_that_open_the_decisions():
    text = HEAD.replace("DÉCIDE :", "VU la convention en cours,") + "- d’attribuer 500 € à Radio Lure ;"
    found = read_decisions(paragraphs(text), read_metadata(paragraphs(text)), (), ())[0]
    assert [line.operator for line in found] == ["Radio Lure"]


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("- d’allouer :\n1.200 € au Basket Club\n2.350,00 EUR au Centre de secours", [1200, 2350]),
        ("- accorde à La Fabrique 4 000 €, qui sera versée en deux tranches de 2 000 € ;", [4000]),
        ("- vote un budget de 900 000 € et une provision de 5 000 € ;", []),
        ("- attribue 200 € à la FNACA,\nN’ATTRIBUE PAS de subvention aux Médaillés (50 € demandés),", [200]),
        ("- d’attribuer à la SCIC Terre Commune une avance remboursable de 30 000 € ;", []),
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
    ("decided", "operator", "note"),
    [
        ("- accorde à La Fabrique 4 000 € ;", "La Fabrique", False),
        ("Article 1 – D’attribuer :\n- La Ruche (SIRET 456 123 789 00033) – 4 000 €", "La Ruche", False),
        ("- soutient le comité de jumelage de Lure en lui allouant 4 000 € ;", "comité de jumelage de Lure", False),
        (
            "- participe à hauteur de 4 000 € aux frais de fonctionnement de l’école Gure Etxea ;",
            "école Gure Etxea",
            True,
        ),
    ],
)
def test_names_as_other_councils_print_them(decided, operator, note):
    [line] = read(decided)[0]
    assert (line.operator, line.amount, bool(line.notes)) == (operator, Decimal(4000), note)


def test_several_grants_of_respective_amounts_to_one():
    told = "Deux subventions d’un montant respectif de 6 000 euros et 8 000 euros sont attribuées à La Soupe (n° 881)."
    assert [(name, int(amount)) for name, amount, *_ in lines_of(told)] == [("Soupe", 6000), ("Soupe", 8000)]


def test_respective_amounts_without_any_name_are_left_over():
    lines, _, leftovers = read("- d’attribuer respectivement 6 000 euros et 8 000 euros ;")
    assert lines == ()
    assert [one.reason for one in leftovers] == [SHARED]


def test_verb_alone_on_its_line_opens_what_follows():
    text = HEAD.replace("Après en avoir délibéré,\nDÉCIDE :", "Le conseil, après en avoir délibéré,\napprouve")
    act = paragraphs(text + "le versement à la Ligue de Lure d’une subvention de 750 € ;\nautorise\nla signature ;")
    lines = read_decisions(act, read_metadata(act), (), ())[0]
    assert [(line.operator, line.amount) for line in lines] == [("Ligue de Lure", Decimal(750))]


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (
            "- de verser à SNCF Réseau une aide maximum de 3,25 M€ (trois millions deux cent cinquante mille euros),"
            " selon l’échéancier suivant : 1 M€ en 2031, 1,25 M€ en 2032, 1 M€ en 2033 ;",
            [("SNCF Réseau", 3250000)],
        ),
        ("- accorde à Radio Lure 1,2 million d’euros ;", [("Radio Lure", 1200000)]),
        (
            "- accorde à la SCOP Les Mains 15 000 € ; cette somme intègre une part FSE+ de 6 000 € ;",
            [("SCOP Les Mains", 15000)],
        ),
        (
            "- alloue à l’Union départementale une subvention de 62 000 € se décomposant ainsi :\n"
            "- fonctionnement général : 40 000 €,\n- jeunes sapeurs-pompiers : 22 000 €.",
            [("Union départementale", 62000)],
        ),
        (
            "- d’attribuer les primes suivantes :\nM. et Mme BARTHE, 12 rue Haute : travaux 8 450 €, prime 2 112,50 €\n"
            "SCI Les Arcades, 3 place du Marché : travaux 17 600 € HT, prime plafonnée 3 000 €",
            [("M. et Mme BARTHE", 2112), ("SCI Les Arcades", 3000)],
        ),
        ("La commune versera en 2031 une subvention de 300 € au Club Lure.", [("Club Lure", 300)]),
        ("Article un : d’attribuer 300 € au Club Lure.\nArticle deux : de signer.", [("Club Lure", 300)]),
        (
            "- approuve comme suit la répartition :\n— Club Lure ...... 300 €\n— Reliquat non affecté ...... 50 €",
            [("Club Lure", 300)],
        ),
        ("- d’attribuer 300 € à l’association ÉCLAT pour le Festival de Lure ;", [("association ÉCLAT", 300)]),
    ],
)
def test_wholes_and_parts_as_other_councils_print_them(decided, expected):
    assert [(name, int(amount)) for name, amount, *_ in lines_of(decided)] == expected


def test_proposals_adopted_without_any_visa():
    act = paragraphs(
        "CONSEIL DÉPARTEMENTAL\nSéance du 28 juin 2031\nIl vous est proposé :\n- d’attribuer 1 900 € à Radio Lure ;\n"
        "Le Conseil départemental, à l’unanimité, adopte ces propositions."
    )
    lines = read_decisions(act, read_metadata(act), (), ())[0]
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", Decimal(1900))]


def test_sum_granted_where_nothing_decides_is_left_over():
    act = paragraphs("COMMUNE DE LURE\nLe 3 mars 2031\nUne aide de 900 € serait accordée à Radio Lure.")
    lines, totals, leftovers = read_decisions(act, read_metadata(act), (), ())
    assert (lines, totals) == ((), ())
    assert [one.reason for one in leftovers] == [OUTSIDE_DECISIONS]


@pytest.mark.parametrize(
    "opening",
    [
        "Attributions de subventions au titre de l’exercice 2031 :",
        "Il est attribué, au titre de l’exercice 2031, les aides ci-après :",
    ],
)
def test_list_that_nothing_decides_is_left_over_line_by_line(opening):
    listed = ["Comité des fêtes ........ 500 €", "Judo Club : 1 200,50 €"]
    act = paragraphs("\n".join(["COMMUNE DE LURE", "Le 3 mars 2031", opening, *listed]))
    lines, totals, leftovers = read_decisions(act, read_metadata(act), (), ())
    assert (lines, totals) == ((), ())
    assert [one.text for one in leftovers] == listed


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (
            "– d’attribuer, au titre de l’année 2031 :\n• à l’association du Collège Rostand pour aller aux"
            " championnats de surf à Biarritz (coût : 1 860 €) une subvention de 558,00 €",
            [("association du Collège Rostand", 558)],
        ),
        (
            "I – Sport\n– d’accorder 500 € à Radio Lure ;\nII – Aide aux clubs\n– d’accorder 85 € au Club Lure.",
            [500, 85],
        ),
        (
            "- alloue à la coopérative de l’école Bert, 48 élèves, 4 080 €, et à celle de l’école Michel, 2 210 € ;",
            [("coopérative de l’école Bert", 4080), ("école Michel", 2210)],
        ),
        (
            "DÉCIDE le versement des subventions suivantes :\n- Handball Club (62 licenciés × 20 €) : 1 240 €",
            [("Handball Club", 1240)],
        ),
        (
            "- de soutenir l’action « Bien manger » portée par l’association Le Bief à hauteur de 3 200 € ;",
            [("association Le Bief", 3200)],
        ),
        ("- de financer pour 2 750 € le projet « Écrans » de la MJC Bazin ;", [("MJC Bazin", 2750)]),
        (
            "- d’allouer à Radio Lure deux aides : 12 000 € pour l’action « Médias » et 800 € pour l’action « Air » ;",
            [("Radio Lure", 12000), ("Radio Lure", 800)],
        ),
        (
            "- retient les lauréats suivants :\n1) Soleil du Ponthieu – 36 kWc – aide : 14 400 €",
            [("Soleil du Ponthieu", 14400)],
        ),
        (
            "- d’attribuer 3 912 € à la commune de Lure (coût : 19 560 € TTC, DRAC : 4 890 €) ;",
            [("commune de Lure", 3912)],
        ),
        (
            "- d’accorder 900 € à Radio Lure ;\n- Une avance représentant 30 %, soit 270 €, pourra être versée.",
            [("Radio Lure", 900)],
        ),
    ],
)
def test_entries_projects_and_costs_as_other_councils_print_them(decided, expected):
    lines, _, leftovers = read(decided)
    found = [(line.operator, int(line.amount)) for line in lines]
    assert (found if isinstance(expected[0], tuple) else [amount for _, amount in found]) == expected
    assert leftovers == ()


def test_lines_of_an_act_that_attributes_are_left_over_where_nothing_decides():
    act = paragraphs(
        "COMMUNE DE LURE\nVOTE DES SUBVENTIONS 2031\nLe maire lit :\nRugby Club 8 500 €\nCiné-Club 900 €\n"
        "M. BOYER ne prend pas part au vote."
    )
    lines, totals, leftovers = read_decisions(act, read_metadata(act), (), ())
    assert (lines, totals) == ((), ())
    assert [one.text for one in leftovers] == ["Rugby Club 8 500 €", "Ciné-Club 900 €"]


@pytest.mark.parametrize("name", ["la Régie de quartier 2024-00278", "l'association « Les Ombres"])
def test_name_torn_from_a_table_is_doubtful(name):
    (line,) = read(f"Article 1 : d'attribuer une subvention de 4 202 € à {name}.")[0]
    assert line.certainty == 0.5
    assert "morceau de tableau" in line.notes[0]


def test_entries_of_a_later_theme_are_left_over_but_for_what_is_granted_or_comes_after_the_end():
    act = paragraphs(
        "CONSEIL DÉPARTEMENTAL\nSéance du 28 juin 2031\nLe Conseil départemental, après en avoir délibéré, décide :\n"
        "- d’attribuer 1 900 € à Radio Lure ;\nAu titre du sport :\n- Judo Club : 900 € (tatamis)\n"
        "- Radio Lure : 1 900 €, déjà dits\nFait et délibéré les jour, mois et an que dessus.\n- Annexe : 700 € (gym)"
    )
    lines, _, leftovers = read_decisions(act, read_metadata(act), (), ())
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", Decimal(1900))]
    assert [(one.text, one.reason) for one in leftovers] == [("- Judo Club : 900 € (tatamis)", OUTSIDE_DECISIONS)]
