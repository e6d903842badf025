"""Where the decisions of an act begin and end, and what is left over where nothing decides."""

from decimal import Decimal

import pytest

from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.sentences.granted.decision_sums import NO_BENEFICIARY
from ingest.reader.sentences.left_over.undecided_sums import OUTSIDE_DECISIONS
from ingest.reader.sentences.receivers.antecedents import NAMED_IN_TITLE
from tests.ingest.reader.acts import paragraphs, read_act
from tests.ingest.reader.sentences.municipal_acts import HEAD, lines_of, read


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


def test_council_that_is_asked_to_vote_a_list_receives_none_of_it():
    proposed = "Il est proposé au Conseil de voter les subventions suivantes :\n• Frênes verts : 400 €"
    decided = "Après en avoir délibéré, le Conseil municipal vote les subventions proposées."
    assert [(line.operator, line.amount) for line in read_act(f"{HEAD.split('Après')[0]}{proposed}\n{decided}")[0]] == [
        ("Frênes verts", 400)
    ]


@pytest.mark.parametrize(
    "adopts", ["ADOPTE les propositions du rapporteur.", "ADOPTE, à l’unanimité, les propositions."]
)
def test_report_whose_proposals_are_adopted_where_the_vote_would_stand_is_granted(adopts):
    report = "RAPPORT DU PRÉSIDENT\nJe vous propose d’attribuer les aides suivantes :\n- 900 € à Radio Lure,"
    lines, _, _ = read_act(
        f"CONSEIL DÉPARTEMENTAL\nSéance du 3 mars 2031\n{report}\n"
        f"LE CONSEIL DÉPARTEMENTAL,\nVu le rapport qui précède,\nAprès en avoir délibéré,\n{adopts}"
    )
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 900)]


def test_list_under_the_title_of_its_attribution_is_granted_by_the_vote_below():
    act = (
        "CONSEIL RÉGIONAL\nRELEVÉ DES DÉCISIONS\nRéunion du 3 mars 2031\n"
        "31.02.30 Mobilité – Approbation de conventions et attribution de subventions :\n"
        "- 900 € à Radio Lure pour son échange\n- 642,50 € au Lycée Zay\n{}"
    )
    lines, _, _ = read_act(act.format("Adopté à l’unanimité"))
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 900), ("Lycée Zay", Decimal("642.5"))]
    assert read_act(act.format("Ajourné"))[0] == ()


@pytest.mark.parametrize(
    ("title", "granted"),
    [
        ("Subventions :", ["Judo Club", "Chorale"]),
        ("4. Subventions aux associations 2031 :", ["Judo Club", "Chorale"]),
        ("Attribution de subventions :\n- Région Sud en fête : 500 €", ["Région Sud en fête", "Judo Club", "Chorale"]),
        ("Plan de financement adopté\nSubventions :\n- Région Sud : 5 000 €", []),
        ("Le conseil décide de solliciter :\nSubventions :", []),
        ("Subventions sollicitées :", []),
        ("Subventions de l’État :", []),
    ],
)
def test_list_under_grants_alone_is_granted_by_the_vote_below(title, granted):
    act = f"COMMUNE DE LURE\nSéance du 3 mars 2031\n{title}\n- Judo Club : 900 €\n- Chorale : 300 €\n"
    assert [line.operator for line in read_act(act + "Adopté à l’unanimité.")[0]] == granted


@pytest.mark.parametrize(
    ("first", "second", "granted"),
    [
        ("Sport", "Culture", ["Judo Club", "Chorale"]),
        ("Sport", "Demandes non retenues", ["Judo Club"]),
        ("Sport", "Le budget est présenté.", ["Judo Club"]),
        ("", "Tarifs", ["Judo Club"]),
        ("", "Plan de financement", ["Judo Club"]),
    ],
)
def test_headings_between_entries_that_are_proposed(first, second, granted):
    told = (
        f"Il est proposé d’approuver les subventions suivantes :\n{first}\nJudo Club : 900 €\n{second}\nChorale : 300 €"
    )
    act = f"COMMUNE DE LURE\nSéance du 3 mars 2031\n{told}\nLe conseil municipal approuve à l’unanimité."
    assert [line.operator for line in read_act(act)[0]] == granted


@pytest.mark.parametrize(
    ("second", "granted"),
    [
        ("Par ailleurs le conseil attribue 300 € à la Chorale.", ["Judo Club", "Chorale"]),
        ("Ainsi le conseil attribue chaque année 300 € à la Chorale.", ["Judo Club"]),
        ("Par ailleurs le conseil rappelle que 300 € vont à la Chorale.", ["Judo Club"]),
    ],
)
def test_council_decides_again_behind_a_word_that_joins_its_sentences(second, granted):
    act = f"COMMUNE DE LURE\nSéance du 3 mars 2031\nIl est décidé d’accorder 900 € au Judo Club.\n{second}"
    assert [line.operator for line in read_act(act)[0]] == granted


@pytest.mark.parametrize(
    ("told", "granted"),
    [
        ("Le Maire décide d’attribuer 900 € au Judo Club.", ["Judo Club"]),
        ("Le Président de la Communauté du Val, par délégation, décide de verser 900 € au Judo Club.", ["Judo Club"]),
        ("M. Rey demande que le Maire décide d’attribuer 900 € au Judo Club.", []),
        ("La Présidente de la Région décide d’attribuer 900 € à la commune de Lure.", []),
        ("La Ministre de la Culture décide d’attribuer 900 € au Musée de Lure.", []),
        ("Le Maire a décidé en 2030 d’attribuer 900 € au Judo Club.", []),
    ],
)
def test_one_person_decides_by_delegation(told, granted):
    act = f"VILLE DE LURE\nDÉCISION N° 2031-45\nObjet : soutien au sport\n{told}\nLure, le 3 mars 2031"
    assert [line.operator for line in read_act(act)[0]] == granted


def test_sums_proposed_to_a_council_that_gives_its_agreement_are_granted():
    lines, _, _ = read_act(
        "COMMUNE DE LURE\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 MARS 2031\n6 – Subventions\n"
        "Le maire a proposé de verser : 250 € à Radio Lure et 120 € à la SPA.\n"
        "Après avoir délibéré, le conseil municipal a donné son accord avec 10 voix pour et 3 contre.\n"
        "7 – Cantine\nLe prix du repas passe de 3,20 € à 3,35 €."
    )
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 250), ("SPA", 120)]


def test_title_on_the_line_of_what_is_decided_names_who_receives():
    lines, _, _ = read_act(
        "CONSEIL MUNICIPAL\nSéance du 3 mars 2031\nSubventions\n"
        "Union Sportive de Lure : le Conseil municipal accorde une subvention de 2 200 € (2 000 € en 2030).\n"
        "Club de l’âge d’or : le Conseil municipal reconduit la subvention de 350 €."
    )
    assert [(line.operator, line.amount, line.notes) for line in lines] == [
        ("Union Sportive de Lure", 2200, (NAMED_IN_TITLE,)),
        ("Club de l’âge d’or", 350, (NAMED_IN_TITLE,)),
    ]


def test_assembly_and_what_it_saw_may_stand_before_its_verbs():
    lines, _, _ = read_act(
        "BUREAU DE LA MÉTROPOLE\nSéance du 3 mars 2031\nLe Bureau, vu l’avis de la Commission thématique,\n"
        "approuve\nl’allocation des subventions suivantes :\nASPTT : 9 500 €\nCercle nautique : 4 200 €\n"
        "décide\nl’imputation de ces dépenses sur le compte 65748 ;"
    )
    assert [(line.operator, line.amount) for line in lines] == [("ASPTT", 9500), ("Cercle nautique", 4200)]


def test_conservatoire_is_an_entry_and_no_verb():
    entries = "- la Fédération du Lac, pour une aide de 900 €,\n- le Conservatoire du Lac, pour une aide de 700 €."
    lines = lines_of(f"d’approuver les conventions à intervenir avec :\n{entries}")
    assert [line[:2] for line in lines] == [("Fédération du Lac", 900), ("Conservatoire du Lac", 700)]


def test_articles_decide_without_a_word_before_them():
    lines, _, _ = read_act(
        "CONSEIL DÉPARTEMENTAL\nSéance du 3 mars 2031\n"
        "Article premier. – Une subvention de 900 € est attribuée à Radio Lure.\nArticle 2. – Le Président est chargé…"
    )
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 900)]


def test_last_visa_may_end_with_the_words_that_decide():
    lines, _, _ = read_act(
        "CONSEIL DÉPARTEMENTAL\nSéance du 3 mars 2031\nVu le rapport de son président, après en avoir délibéré,\n"
        "- ATTRIBUE les subventions suivantes :\n- 900 € à Radio Lure ;"
    )
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", 900)]


@pytest.mark.parametrize("opening", ["donne son accord :", "décide d’inscrire au compte 65748 du budget primitif :"])
def test_list_under_a_title_of_grants_needs_no_other_word(opening):
    head = "CONSEIL MUNICIPAL\nSéance du 3 mars 2031\nObjet : {}\nLe conseil municipal, après en avoir délibéré, {}\n{}"
    entries = "Chasse : 50 €\nComité de jumelage ......... 600 €"
    lines, _, _ = read_act(head.format("Subventions aux associations", opening, entries))
    assert [(line.operator, line.amount) for line in lines] == [("Chasse", 50), ("Comité de jumelage", 600)]
    assert read_act(head.format("Achats de l’année", opening, entries))[0] == ()


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


def test_visas_may_follow_the_words_that_open_the_decisions():
    text = HEAD.replace("DÉCIDE :", "VU la convention en cours,") + "- d’attribuer 500 € à Radio Lure ;"
    found = read_decisions(paragraphs(text), read_metadata(paragraphs(text)), (), ())[0]
    assert [line.operator for line in found] == ["Radio Lure"]


def test_verb_alone_on_its_line_opens_what_follows():
    text = HEAD.replace("Après en avoir délibéré,\nDÉCIDE :", "Le conseil, après en avoir délibéré,\napprouve")
    act = paragraphs(text + "le versement à la Ligue de Lure d’une subvention de 750 € ;\nautorise\nla signature ;")
    lines = read_decisions(act, read_metadata(act), (), ())[0]
    assert [(line.operator, line.amount) for line in lines] == [("Ligue de Lure", Decimal(750))]


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


def test_list_that_nothing_decides_is_left_over_line_by_line():
    opening = "Attributions de subventions au titre de l’exercice 2031 :"
    listed = ["Comité des fêtes ........ 500 €", "Judo Club : 1 200,50 €", "- Chorale : 80 €"]
    act = paragraphs("\n".join(["COMMUNE DE LURE", "Le 3 mars 2031", opening, *listed]))
    lines, totals, leftovers = read_decisions(act, read_metadata(act), (), ())
    assert (lines, totals) == ((), ())
    assert [one.text for one in leftovers] == listed


def test_lines_of_an_act_that_attributes_are_left_over_where_nothing_decides():
    act = paragraphs(
        "COMMUNE DE LURE\nVOTE DES SUBVENTIONS 2031\nLe maire lit :\nRugby Club 8 500 €\nCiné-Club 900 €\n"
        "M. BOYER ne prend pas part au vote."
    )
    lines, totals, leftovers = read_decisions(act, read_metadata(act), (), ())
    assert (lines, totals) == ((), ())
    assert [one.text for one in leftovers] == ["Rugby Club 8 500 €", "Ciné-Club 900 €"]


def test_entries_of_a_later_theme_are_left_over_but_for_what_is_granted_or_comes_after_the_end():
    act = paragraphs(
        "CONSEIL DÉPARTEMENTAL\nSéance du 28 juin 2031\nLe Conseil départemental, après en avoir délibéré, décide :\n"
        "- d’attribuer 1 900 € à Radio Lure ;\nAu titre du sport :\n- Judo Club : 900 € (tatamis)\n"
        "- Radio Lure : 1 900 €, déjà dits\nFait et délibéré les jour, mois et an que dessus.\n- Annexe : 700 € (gym)"
    )
    lines, _, leftovers = read_decisions(act, read_metadata(act), (), ())
    assert [(line.operator, line.amount) for line in lines] == [("Radio Lure", Decimal(1900))]
    assert [(one.text, one.reason) for one in leftovers] == [("- Judo Club : 900 € (tatamis)", OUTSIDE_DECISIONS)]


MINUTES = """
# COMMUNE DE BOR
RÉUNION DU CONSEIL MUNICIPAL DU 9 FÉVRIER 2031
Le Conseil municipal accorde 100 € aux Donneurs de sang.
"""


@pytest.mark.parametrize(
    "told",
    [
        "Le Maire propose de verser une subvention de 500 € au Judo Club. Accord unanime du conseil.",
        "Le Maire propose de verser une subvention de 500 € au Judo Club.\nProposition adoptée à l’unanimité.",
        "Accord à l’unanimité des membres présents pour verser une subvention de 500 € au Judo Club.",
        "Les élus ont voté la subvention suivante :\nJudo Club : 500 €.",
    ],
)
def test_what_is_agreed_to_at_once_is_granted_among_other_decisions(told):
    lines = read_act(MINUTES.replace("RÉUNION", "COMPTE RENDU DE LA RÉUNION") + told)[0]
    assert [(line.operator, line.amount) for line in lines] == [("Donneurs de sang", 100), ("Judo Club", 500)]


def test_what_is_proposed_and_not_agreed_to_is_no_grant():
    told = "Le Maire propose de verser une subvention de 500 € au Judo Club.\nLe conseil reporte ce point."
    assert [line.operator for line in read_act(MINUTES + told)[0]] == ["Donneurs de sang"]


def test_where_a_list_is_charged_to_is_no_decision_of_its_own():
    listed = "- vote les aides ci-dessous, à inscrire au compte 65 :\nJudo Club ....... 450 €\nChorale ....... 200 €"
    assert [line[:2] for line in lines_of(listed)] == [("Judo Club", 450), ("Chorale", 200)]


def test_what_is_voted_at_once_under_its_name_is_granted():
    told = """
        # COMMUNE DE BOR
        COMPTE RENDU SUCCINCT DU CONSEIL MUNICIPAL
        1. Attribution d’une subvention de 500 € au Judo Club.
        Adopté à l’unanimité.
        2. Octroi d’une aide à Radio Lure : 300 €.
        Adopté par 10 voix pour et 2 abstentions.
        3. Vente d’un terrain à M. Robin pour 12 000 €.
        Adopté à l’unanimité.
        4. Demande de subvention DETR : 40 000 €.
        Adopté à l’unanimité.
    """
    assert [(line.operator, line.amount) for line in read_act(told)[0]] == [("Judo Club", 500), ("Radio Lure", 300)]


def test_unanimity_after_the_last_visa_opens_the_decisions():
    told = (
        HEAD.split("Après")[0]
        + """
        Considérant que les crédits s’élèvent à 150 000 €, à l’unanimité,
        – dit que la commune soutiendra le Judo Club par une contribution de 900 € ;
    """
    )
    assert [(line.operator, line.amount) for line in read_act(told)[0]] == [("Judo Club", 900)]


@pytest.mark.parametrize(
    "decided",
    [
        "Il est décidé, à l’unanimité, d’allouer une subvention de 300 € au Judo Club.",
        "Il est attribué, au titre de l’exercice 2031, les aides ci-après :\nJudo Club : 300 €",
    ],
)
def test_it_is_decided_says_so_whatever_stands_between(decided):
    told = HEAD.split("Après")[0] + decided
    assert [(line.operator, line.amount) for line in read_act(told)[0]] == [("Judo Club", 300)]


def test_civility_ends_no_sentence_and_what_is_paid_after_a_signature_is_granted():
    signs = "Le Conseil, à l’unanimité, autorise M. le Maire à signer la convention"
    told = f"{HEAD.split('Vu')[0]}{signs} et à verser à la Fanfare une aide de 900 €."
    assert [(line.operator, line.amount) for line in read_act(told)[0]] == [("Fanfare", 900)]


@pytest.mark.parametrize(
    "told",
    [
        "Il est proposé d’attribuer les aides suivantes : Judo Club : 300 €\nADMR : 200 €\nVote : Pour : 15 Contre : 0",
        "Après délibération, sont attribuées les aides suivantes : Judo Club, 300 € ; ADMR, 200 €.\nVote : unanimité",
        "Le conseil DÉCIDE d’inscrire au budget les subventions suivantes : Judo Club : 300 €, ADMR : 200 €.",
        "RELEVÉ DES DÉCISIONS\n- Octroie 300 € au Judo Club\n- Accepte un devis de 450 €\n- Octroie 200 € à l’ADMR",
        "Article 1 : D’approuver l’octroi de 300 € au Judo Club.\nArticle 2 : D’approuver l’octroi de 200 € à l’ADMR.",
    ],
)
def test_lists_and_records_without_a_verb_that_decides_are_read(told):
    head = "COMMUNE DE LURE\nConseil municipal du 3 mars 2031\nSubventions aux associations\n"
    assert [(line.operator, line.amount) for line in read_act(head + told)[0]] == [("Judo Club", 300), ("ADMR", 200)]


def test_council_that_decides_once_a_member_has_left_grants():
    told = "Mme Ida Roy, présidente de la MJC, ayant quitté la salle, le Conseil municipal, à l’unanimité, "
    assert lines_of(f"{told}décide d’attribuer à la MJC du Lac une subvention de 900 € ;") == [
        ("MJC du Lac", 900, 2031, "")
    ]


def test_proposals_under_letters_are_granted_by_whoever_adopts_them():
    proposed = """Il est proposé au Conseil municipal :
        A - de verser, au titre des projets :
        • 900 € à la MJC du Lac
        • 300 € au Club de Bor
        B - de prendre acte du bilan.
        DÉCISION DU CONSEIL MUNICIPAL : adopté à l’unanimité."""
    text = paragraphs(f"{HEAD.split('Vu')[0]}{proposed}")
    lines = read_decisions(text, read_metadata(text), (), ())[0]
    assert [(line.operator, line.amount) for line in lines] == [("MJC du Lac", 900), ("Club de Bor", 300)]


def test_sum_said_granted_over_a_vote_in_minutes_is_granted_for_the_year_of_its_title():
    told = """
        # COMMUNE DE BOR
        PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 MARS 2031
        31-01 Budget annexe
        Les crédits sont augmentés de 300 €. Vote : unanimité
        31-02 Mission locale – Participation 2032
        La participation de la commune à la Mission locale du Val est fixée à 2 € par habitant, soit 900 €.
        Vote : unanimité
        31-03 Questions diverses
        Rien.
    """
    assert [(one.operator, one.amount, one.year) for one in read_act(told)[0]] == [("Mission locale du Val", 900, 2032)]


ASKED = """
    VILLE DE BOR
    Séance du 3 mars 2031
    Vu le code,
    Je vous demande, Mesdames, Messieurs, de bien vouloir approuver les subventions suivantes :
    - Judo Club : 900 €
    - Chorale : 300 €
    {}
"""


@pytest.mark.parametrize(
    ("below", "granted"),
    [
        ("Adopté à l’unanimité.", ["Judo Club", "Chorale"]),
        ("Rejeté à la majorité.", []),
        ("Ajourné.", []),
        ("Le Conseil décide de ramener l’aide du Judo Club à 500 €.\nAdopté", []),
    ],
)
def test_what_a_report_asks_is_granted_where_that_is_adopted_and_nothing_else_decided(below, granted):
    assert [line.operator for line in read_act(ASKED.format(below))[0]] == granted


PROPOSED = "VILLE DE BOR\nSéance du 3 mars 2031\nVu le code,\nIl est proposé d’attribuer 900 € au Judo Club.\n"
DECIDED = "VILLE DE BOR\nSéance du 3 mars 2031\nVu le code,\nDÉCIDE :\n- d’attribuer 900 € au Judo Club ;\n"


@pytest.mark.parametrize("act", [PROPOSED, DECIDED])
@pytest.mark.parametrize(
    ("below", "granted"),
    [
        ("Adopté à l’unanimité.", ["Judo Club"]),
        ("Pour : 12 – Contre : 3", ["Judo Club"]),
        ("Adopté à l’unanimité.\nRetiré de l’affichage le 3 mai 2031", ["Judo Club"]),
        ("Adopté à la majorité.\nL’amendement n° 2 est rejeté.", ["Judo Club"]),
        ("Adopté.\nL’amendement n° 2 est rejeté par 3 voix pour et 12 voix contre.", ["Judo Club"]),
        ("REJETÉ", []),
        ("Rapport rejeté à la majorité", []),
        ("La délibération est ajournée.", []),
        ("Pour : 3 – Contre : 12", []),
    ],
)
def test_what_is_rejected_or_put_off_is_not_granted(act, below, granted):
    assert [line.operator for line in read_act(act + below)[0]] == granted


@pytest.mark.parametrize(
    "below",
    [
        "L’amendement est rejeté par 3 voix pour et 12 voix contre.",
        "La demande de la Chorale est reportée.",
        "Le dossier du Bief est retiré de l’ordre du jour.",
        "Retiré le 3 mai 2031",
        "Retiré de l’affichage le 3 mai",
    ],
)
def test_what_else_is_rejected_or_put_off_takes_nothing_from_a_decision(below):
    assert [line.operator for line in read_act(DECIDED + below)[0]] == ["Judo Club"]


def test_rejected_point_takes_nothing_from_those_adopted_before_it():
    told = DECIDED + "Adopté à l’unanimité.\nDÉCIDE :\n- d’attribuer 300 € à la Chorale ;\nRejeté"
    assert "Judo Club" in [line.operator for line in read_act(told)[0]]


@pytest.mark.parametrize(
    ("between", "granted"),
    [
        ("Prix de la ville", ["Judo Club", "Chorale"]),
        ("II – Prix de la ville", ["Judo Club", "Chorale"]),
        ("Le Maire rappelle ce que la commune avait fait :", ["Judo Club"]),
    ],
)
def test_title_between_two_decisions_in_capitals_ends_none(between, granted):
    act = "VILLE DE BOR\nSéance du 3 mars 2031\nVu le code,\nDÉCIDE :\nACCORDE 900 € au Judo Club ;\n"
    lines, _, _ = read_act(f"{act}{between}\nDécerne le prix, de 300 €, à la Chorale ;")
    assert [line.operator for line in lines] == granted


def test_list_said_granted_over_what_an_act_decides_is_of_another_day():
    act = "VILLE DE BOR\nSéance du 3 mars 2031\nVu le code,\n{}\n- Judo Club : 800 €\n"
    decides = "Après en avoir délibéré, DÉCIDE :\nd’attribuer 900 € au Judo Club."
    assert [line.amount for line in read_act(act.format("Ont été votées :") + decides)[0]] == [900]
    assert [line.amount for line in read_act(act.format("Sont accordées :"))[0]] == [800]


def test_assembly_set_close_under_its_last_visa_opens_the_decisions():
    lines, _, _ = read_act(
        "CONSEIL COMMUNAUTAIRE DE BOR\nSéance du 3 mars 2031\n"
        "Vu le budget de 2031 ; Le Conseil communautaire, par 44 voix pour et 1 contre :\n"
        "1) approuve le versement à la Ruche d’une participation de 900 € ;\n2) autorise le Président à signer."
    )
    assert [(line.operator, line.amount) for line in lines] == [("Ruche", 900)]


@pytest.mark.parametrize("tells", ["avait décidé", "avait été saisi des demandes suivantes", "est invité à délibérer"])
def test_assembly_that_tells_of_another_day_under_a_visa_decides_nothing(tells):
    lines, _, _ = read_act(
        "CONSEIL COMMUNAUTAIRE DE BOR\nSéance du 3 mars 2031\n"
        f"Vu l’avis du 3 mars 2030 ; le Conseil communautaire {tells} :\n- d’accorder 900 € au Judo Club ;\n"
        "Le Conseil communautaire décide d’accorder 300 € à la Chorale."
    )
    assert [(line.operator, line.amount) for line in lines] == [("Chorale", 300)]


@pytest.mark.parametrize("opening", ["Les élus votent les aides suivantes :", "Les conseillers accordent ces aides :"])
def test_those_who_decide_may_be_several(opening):
    text = paragraphs(f"CONSEIL MUNICIPAL\nSéance du 3 mars 2031\n{opening}\nJudo Club : 500 €. Radio Lure : 80 €.")
    lines = read_decisions(text, read_metadata(text), (), ())[0]
    assert [(line.operator, line.amount) for line in lines] == [("Judo Club", 500), ("Radio Lure", 80)]


_PASSING = (
    "COMMISSION PERMANENTE\nRéunion du 3 mars 2031\nVu le code général des collectivités territoriales ;\n"
    "Pour les berges, une aide de 900 € est octroyée au Syndicat du Val.\n"
    "En 2030, une aide de 70 € est allouée au Bief.\n"
    "Au niveau sportif, 300 € sont attribués au Judo Club pour son gala."
)


def test_sums_said_given_are_decided_where_no_words_open_a_decision():
    assert [(line.operator, line.amount) for line in read_act(_PASSING)[0]] == [
        ("Syndicat du Val", 900),
        ("Judo Club", 300),
    ]


def test_sums_said_given_over_what_an_act_decides_are_no_decision():
    decided = f"{_PASSING}\nAprès en avoir délibéré, la Commission décide d’attribuer 40 € à Radio Lure."
    assert [(line.operator, line.amount) for line in read_act(decided)[0]] == [("Radio Lure", 40)]


@pytest.mark.parametrize(
    ("below", "granted"),
    [
        (
            "Ces subventions sont votées à l’unanimité, sauf celle du Judo Club, votée par 12 voix pour et 2 contre.",
            True,
        ),
        ("Les subventions proposées sont adoptées par 14 voix pour.", True),
        ("Les subventions de 2030 sont versées à l’unanimité des membres.", False),
    ],
)
def test_list_proposed_is_granted_where_its_grants_are_said_voted(below, granted):
    act = (
        "CONSEIL MUNICIPAL\nSéance du 3 mars 2031\nLe maire propose de voter les subventions aux associations :\n"
        f"Judo Club, 150 € ; Radio Lure, 80 €.\n{below}"
    )
    lines = [(line.operator, line.amount) for line in read_act(act)[0]]
    assert lines == ([("Judo Club", 150), ("Radio Lure", 80)] if granted else [])


def test_entries_that_tell_what_for_are_left_over_beside_sums_said_granted():
    told = [
        "Radio Lure : 900 € pour son studio.",
        "S’ajoute au bal une aide de 80 €, qui serait accordée au Bief.",
        "Le Moulin : 70 euros au titre du gala.",
    ]
    act = paragraphs("\n".join(["COMMUNE DE LURE", "Il est procédé au vote des subventions aux associations.", *told]))
    lines, _, leftovers = read_decisions(act, read_metadata(act), (), ())
    assert (lines, {one.text for one in leftovers}) == ((), set(told))


def test_assembly_that_has_voted_decides_where_no_words_open_a_decision():
    act = (
        "COMMISSION PERMANENTE\nRéunion du 3 mars 2031\nVu le code général des collectivités territoriales ;\n"
        "Les berges. Les élus ont voté une aide de 900 € au Syndicat du Val pour ses travaux."
    )
    assert [(line.operator, line.amount) for line in read_act(act)[0]] == [("Syndicat du Val", 900)]


def test_entries_of_advances_that_nothing_decides_are_left_over():
    told = ["- Judo Club : 830 euros", "- Radio Lure : 3 110 euros"]
    opening = "Il est prévu d’accorder une avance sur subvention d’un quart du montant passé, à savoir :"
    act = paragraphs("\n".join(["COMMUNE DE LURE", "Le 3 mars 2031", opening, *told]))
    lines, _, leftovers = read_decisions(act, read_metadata(act), (), ())
    assert (lines, [one.text for one in leftovers]) == ((), told)
