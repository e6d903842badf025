"""What acts of made-up councils say of themselves, in the styles of communes, départements, régions and communities."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.reader.act.identity.printed_dates import find_date
from ingest.reader.metadata import read_metadata
from tests.ingest.reader.acts import COMMUNE, COMMUNITY, DEPARTMENT, REGION, paragraphs

# As long a title as any, that opens as the name of an office does.
LONG_TITLE = "SERVICES D’AIDE À DOMICILE : DOTATIONS POUR LA QUALITÉ ET AIDES EXCEPTIONNELLES 2031"


def read(text: str):
    return read_metadata(paragraphs(text))


def test_commune_that_writes_its_date_in_words():
    act = read(COMMUNE)
    assert (act.department, act.body, act.number) == ("", "Conseil municipal", "2031-017")
    assert act.title == "Subventions aux associations sportives pour 2031"
    assert (act.session_date, act.received_date, act.published_date) == (
        date(2031, 3, 14),
        date(2031, 3, 18),
        date(2031, 3, 19),
    )
    assert act.prefecture_receipt == "055-215501234-20310314-2031-017-DE"
    assert (act.president, act.secretary) == ("Hélène BRUNEAU", "Guy LESTRADE")


def test_departement_whose_title_stands_without_a_label():
    act = read(DEPARTMENT)
    assert (act.department, act.body, act.number) == ("Haute-Saône", "Commission permanente", "31-CP-0042")
    assert (act.title, act.report_reference) == ("SOUTIEN AUX ACTEURS CULTURELS DU TERRITOIRE", "rapport n° 42")
    assert (act.session_date, act.received_date, act.published_date) == (
        date(2031, 2, 3),
        date(2031, 2, 10),
        date(2031, 2, 11),
    )
    assert act.president == "Yves CARTERON"
    assert [(decision.article, decision.amount) for decision in act.decisions] == [
        (1, Decimal(8500)),
        (2, None),
        (3, None),
    ]


@pytest.mark.parametrize(
    ("head", "number", "title"),
    [
        ("Délibération 24.06.11 – Bourses au permis de conduire", "24.06.11", "Bourses au permis de conduire"),
        ("Délibération 2031-27 : Subventions communales", "2031-27", "Subventions communales"),
        (
            "Comité syndical du 6 mars 2031 – Délibération 2031/06\nObjet : Aides aux clubs sportifs",
            "2031/06",
            "Aides aux clubs sportifs",
        ),
        ("N° B-4/1 Objet : Aides aux clubs sportifs", "B-4/1", "Aides aux clubs sportifs"),
        ("N° B-4/1\nRapporteur : M. ROY Objet : Aides aux clubs sportifs", "B-4/1", "Aides aux clubs sportifs"),
        ("N° 31-7\nObjet : AIDES AUX CLUBS M. le Maire propose de voter ce qui suit.", "31-7", "AIDES AUX CLUBS"),
        ("n° 24 / 45\nObjet : Subventions", "24 / 45", "Subventions"),
        ("DCM 2031/05/13-05 : Subventions aux associations", "2031/05/13-05", "Subventions aux associations"),
        ("ARRÊTÉ N° 2031-118\nObjet : Subventions", "2031-118", "Subventions"),
        ("# 31.02.14\n# Pacte des communes rurales", "", "Pacte des communes rurales"),
        ("# Délibération n° CP-31-7 Subventions aux clubs", "CP-31-7", "Subventions aux clubs"),
        ("n° 2031-0512 du 12 mai 2031\n# Subventions aux clubs", "2031-0512", "Subventions aux clubs"),
        ("N° 2031-12-09 : Subventions aux clubs", "2031-12-09", "Subventions aux clubs"),
        ("DÉCISION MUNICIPALE N° DM31-311\nObjet : Subventions", "DM31-311", "Subventions"),
        ("DÉLIBÉRATION N° 31/148 CP\nObjet : Subventions", "31/148 CP", "Subventions"),
        ("CP20310617_12 – Aides aux logements", "CP20310617_12", "Aides aux logements"),
        ("2031 DAS 178\nObjet : Subventions", "2031 DAS 178", "Subventions"),
        ("Affaire n° 2031.12.19/25\nObjet : Subventions", "2031.12.19/25", "Subventions"),
        ("Département DÉLIBÉRATION\nHaute-Lure N° 203\nRapport n° 2.3\nObjet : Aides", "203", "Aides"),
        ("Délibération 2031-CC-4 Affichage : 25/06/2031\nObjet : Aides aux clubs", "2031-CC-4", "Aides aux clubs"),
        (
            "# 4e COMMISSION : Solidarités\nN° 4-12\n# INSERTION\n# AIDES AUX CHANTIERS\n# ANNÉE 2031\nPrésents : 12",
            "4-12",
            "INSERTION AIDES AUX CHANTIERS ANNÉE 2031",
        ),
        (
            "Délibération n° D-2031-45 portant attribution de subventions",
            "D-2031-45",
            "attribution de subventions",
        ),
        ("31-0789 – Sports – Aides aux clubs", "31-0789", "Sports – Aides aux clubs"),
        ("Délibération n° 31-7 du 3 mars 2031 portant aide au Judo Club", "31-7", "aide au Judo Club"),
    ],
)
def test_number_and_title_on_one_line(head, number, title):
    act = read(f"COMMUNE DE VAUX\nConseil municipal du 3 mars 2031\n{head}\nLe Conseil municipal décide :")
    assert (act.number, act.title) == (number, title)


def test_title_is_a_heading_before_a_sentence_of_the_report_and_a_delegation_no_session():
    act = read(
        """
        DÉCISION DU MAIRE N° 2031/57
        Prise en vertu de la délibération du Conseil municipal n° 2026/31 du 10 juillet 2026 portant délégation.
        FINANCES – SUBVENTIONS AUX ASSOCIATIONS LOCALES – ANNÉE 2031
        Rapporteur : Mme LE MEUR, adjointe.
        Les demandes de subvention ont été examinées le 6 mars. Il est proposé d’accorder ce qui suit aux clubs :
        DÉCIDE
        Article 1 : Il est attribué une aide de 500 € au Judo Club.
        Fait à Lure, le 16 septembre 2031
        """
    )
    assert act.title == "FINANCES – SUBVENTIONS AUX ASSOCIATIONS LOCALES – ANNÉE 2031"
    assert act.session_date == date(2031, 9, 16)


def test_session_is_not_the_day_of_the_convocation_in_its_sentence():
    act = read(
        """
        DÉLIBÉRATION N° DB-2031-42 – 8.5 Politique de la ville
        Le vingt-neuf juin deux mille trente et un, le Conseil municipal, dûment convoqué le 22 juin 2031, s’est réuni.
        DÉCIDE : d’attribuer 500 € au Judo Club.
        """
    )
    assert (act.session_date, act.number) == (date(2031, 6, 29), "DB-2031-42")


@pytest.mark.parametrize(
    "text",
    [
        "MÉTROPOLE TERRES DE LURE du vendredi 15 novembre 2031\nDÉCIDE : d’attribuer 500 € au Judo Club.",
        "COMMUNE DE VAUX\nVu le budget ;\nSéance du 15 novembre 2031\nDÉCIDE : d’attribuer 500 € au Judo Club.",
        "ARRÊTÉ N° 31-12\nARRÊTE\nArticle 1 : une aide de 500 € est attribuée au Judo Club.\nLe 15 NOV. 2031\nLe maire",
    ],
)
def test_session_or_signature_wherever_it_is_dated(text):
    assert read(text).session_date == date(2031, 11, 15)


def test_stamp_that_prints_its_day_under_its_words():
    act = read("VAUX\nSéance du 28 juin 2031\nREÇU EN PRÉFECTURE\nle 02 JUIL. 2031\nVu le budget ;\nDÉCIDE :")
    assert (act.session_date, act.received_date) == (date(2031, 6, 28), date(2031, 7, 2))


def test_region_is_of_no_departement():
    act = read(REGION)
    assert (act.department, act.body, act.number) == ("", "Commission permanente", "2030_CP_0123")
    assert (act.title, act.session_date) == ("Aides aux lycées agricoles", date(2030, 11, 21))


def test_community_with_a_stamp_of_the_prefecture():
    act = read(COMMUNITY)
    assert (act.body, act.number) == ("Conseil communautaire", "2032-055")
    assert act.title == "Fonds de concours aux communes membres"
    assert (act.received_date, act.published_date) == (date(2032, 7, 9), date(2032, 7, 10))
    assert act.prefecture_receipt == "048-244801234-20320701-DEL2032_055-DE"
    assert act.president == "Michel VAREILLES"


def test_proposals_adopted_as_they_are_are_the_decisions():
    decisions = read(COMMUNITY).decisions
    assert [decision.text[:40] for decision in decisions] == [
        "d’accorder un fonds de concours de 12 00",
        "d’imputer la dépense au chapitre 204.",
    ]
    assert [decision.amount for decision in decisions] == [Decimal(12000), None]


def test_decisions_that_follow_each_other_in_one_paragraph():
    act = read(
        """
        Vu le code,
        Après en avoir délibéré, le Conseil décide d’attribuer 500 € au Judo Club ; d’autoriser le Maire à signer.
        """
    )
    assert [(decision.text, decision.amount) for decision in act.decisions] == [
        ("décide d’attribuer 500 € au Judo Club ;", Decimal(500)),
        ("d’autoriser le Maire à signer.", None),
    ]


def test_name_in_capitals_takes_the_letters_of_the_list_of_members():
    act = read(
        """
        CONSEIL GENERAL DE LA LOZERE
        PRESIDENCE DE MADAME ANNE-LISE DEVEZE
        Présents : Mme Anne-Lise DEVÈZE, M. Jean PAGÈS, M. Luc ROUX
        """
    )
    assert (act.department, act.president) == ("Lozère", "Anne-Lise DEVÈZE")


def test_session_is_not_the_convocation_nor_the_minutes():
    act = read(
        """
        Conseil départemental de la Creuse
        Convocation du 2 mai 2031
        Approbation du procès-verbal de la séance du 4 avril 2031
        Réuni à Guéret le 15 MAI 2031
        """
    )
    assert act.session_date == date(2031, 5, 15)


def test_receipt_gives_departement_and_session_where_nothing_else_does():
    act = read("Accusé de réception : 070-227000011-20310203-31CP0042-DE")
    assert (act.department, act.session_date) == ("Haute-Saône", date(2031, 2, 3))


def test_receipt_of_a_commune_names_no_departement():
    assert read("055-215501234-20310314-2031-017-DE").department == ""


def test_number_of_another_act_in_the_visas_is_not_taken():
    act = read(
        """
        Conseil municipal
        Séance du 3 mars 2031
        Vu la délibération n° 2029-114 du 12 janvier 2029 ;
        Après en avoir délibéré,
        DÉCIDE d’accorder 500 € au comité des fêtes.
        """
    )
    assert act.number == ""


def test_number_of_another_act_in_the_report_is_not_taken():
    told = "Par délibération n° 30-612 du 13 décembre 2030, l’Assemblée a inscrit une enveloppe destinée aux communes."
    act = read(f"DÉPARTEMENT DU VAL\nRéunion du 3 mars 2031\n{told}\nDélibération n° 31-14\nVu le code,\nDÉCIDE :")
    assert act.number == "31-14"


def test_numbered_title_may_state_its_sum():
    head = "COMMUNE DE VAUX\nConseil municipal du 3 mars 2031\n4. Attribution d’une aide de 900 € au Judo Club."
    assert "Judo Club" in read(f"{head}\nLe Conseil municipal approuve, à l’unanimité.").title


def test_sentence_of_the_report_with_its_money_is_no_title():
    head = "COMMUNE DE VAUX\nConseil municipal du 3 mars 2031\nDCM 2031-61\nÉcole Ferry – Participation 2031"
    told = "La participation de 2031 s’établit à 26 x 30 €, arrondis."
    assert read(f"{head}\n{told}\nLe Conseil municipal décide :").title == "École Ferry – Participation 2031"


def test_day_of_the_sitting_on_a_line_of_its_own_is_no_title():
    head = "DÉPARTEMENT DU VAL\nPROCÈS-VERBAL DE LA RÉUNION DE LA COMMISSION PERMANENTE\ndu lundi 14 octobre 2030"
    assert read(f"{head}\nLe Président ouvre la séance à 9 h 30.\nVu le code,\nDÉCIDE :").title == ""


def test_number_of_an_act_that_minutes_report_is_not_theirs():
    told = (
        "Le Maire rend compte des décisions qu’il a prises par délégation depuis la séance du 3 février 2031 : "
        "décision n° 88, relative au marché de nettoyage des écoles et du gymnase, et décision n° 89."
    )
    points = "31-01 Budget\nVote : unanimité\n31-02 Subventions\nVote : unanimité\n31-03 Décisions du Maire"
    act = read(f"COMMUNE DE BOR\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 MARS 2031\n{points}\n{told}\nVote : unanimité")
    assert act.number != "88"


def test_report_that_is_adopted_at_once_tells_its_vote_and_its_title():
    act = read(
        """
        DÉPARTEMENT DU RIED
        Rapport du Président – Commission permanente du 30 septembre 2030
        N° CP-30-19
        Contrats de territoire : programmation
        Je vous propose de :
        - attribuer les subventions détaillées en annexe ;
        Adopté à l’unanimité – 34 voix pour.
        """
    )
    assert (act.title, act.number) == ("Contrats de territoire : programmation", "CP-30-19")
    assert [(vote.votes_for, "unanimité" in vote.result) for vote in act.votes] == [(34, True)]


def test_report_number_stands_for_the_act_that_prints_no_other():
    act = read(
        """
        LE CONSEIL DEPARTEMENTAL
        Objet : Aides aux clubs
        Vu le rapport CULT/2031/88
        DECIDE à l'unanimité :
        - d'accorder 500 € au comité des fêtes.
        """
    )
    assert (act.number, act.report_reference) == ("CULT/2031/88", "CULT/2031/88")


def test_empty_document_has_an_empty_record():
    act = read_metadata(())
    assert (act.number, act.title, act.votes, act.decisions, act.recusals) == ("", "", (), (), ())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("L’an deux mille vingt-quatre, le douze du mois de février", date(2024, 2, 12)),
        ("L'an 2031, le lundi 3 mars à 18 h", date(2031, 3, 3)),
        ("L’AN DEUX MIL TRENTE ET UN, LE PREMIER JUILLET", date(2031, 7, 1)),
        ("le vingt et un avril deux mille trente", date(2030, 4, 21)),
        ("le 08/07/2032", date(2032, 7, 8)),
        ("le 31 février 2031", None),
        ("sans date", None),
    ],
)
def test_dates_in_words_and_figures(text, day):
    assert find_date(text) == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("CONSEIL DE LA VILLE\nSéance des 5 et 6 avril 2031", date(2031, 4, 5)),
        ("PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 24 OCTOBRE 2031", date(2031, 10, 24)),
        ("Délibération n° 13-01 du 7 novembre 2031\nCommission permanente", date(2031, 11, 7)),
        ("CONSEIL MUNICIPAL DU 3 JUILLET\n2031", date(2031, 7, 3)),
        ("Comité syndical du jeudi 17 mars 2031", date(2031, 3, 17)),
        ("CONSEIL RÉGIONAL\n29 OCTOBRE 2031", date(2031, 10, 29)),
        ("CONSEIL MUNICIPAL\nSéance du 26 mars 2031 – Convocation du 19 mars 2031", date(2031, 3, 26)),
        ("CONSEIL MUNICIPAL\nCompte rendu affiché le 2 avril 2031 – séance du 31 mars 2031", date(2031, 3, 31)),
        ("DÉPARTEMENT DU VAL Séance du 3 mars Direction des sports 2031", date(2031, 3, 3)),
        ("DÉPARTEMENT DU VAL Séance du 3 mars Direction des sports, programme 2031-2033", None),
        ("CONSEIL MUNICIPAL\nMercredi 4 mars 2031 – 18 h 30", date(2031, 3, 4)),
        ("DÉLIBÉRATION DU BUREAU\ndu 17 octobre 2031 — N° B 31-10-119", date(2031, 10, 17)),
        # two lines of a letterhead in two columns; what another act decided is of no sitting of this one
        ("VILLE DE VAUX CONSEIL MUNICIPAL\nDirection des sports du 24 mars 2031", date(2031, 3, 24)),
        ("VILLE DE VAUX\nLe Conseil municipal, par délibération du 2 mars 2031, a voté 900 €.", None),
        ("VILLE DE VAUX CONSEIL MUNICIPAL\nTempête du 24 mars 2030\nAide aux sinistrés", None),
        # nor is the sitting whose minutes are the first point
        (
            "PROCÈS-VERBAL\nJeudi 22 mars 2031 à 20 heures\nI – Compte rendu de la séance du 4 mai 2030\nAdopté.",
            date(2031, 3, 22),
        ),
    ],
)
def test_day_of_the_sitting_as_heads_print_it(head, day):
    assert read(f"{head}\nVu le code général des collectivités territoriales,\nDÉCIDE :").session_date == day


def test_day_of_the_sitting_below_all_that_is_decided():
    decided = "Vu le code,\nDÉLIBÈRE :\nArticle 1 : Une aide de 900 € est attribuée au Judo Club."
    for day in ("Séance des 3, 4 et 5 juin 2031", "La délibération a été adoptée en séance des 3, 4 et 5 juin 2031."):
        assert read(f"Le Conseil de Paris,\n{decided}\n{day}").session_date == date(2031, 6, 3)


def test_day_of_the_minutes_that_are_adopted_is_not_the_day_of_the_sitting():
    act = read("CONSEIL MUNICIPAL\nLe procès-verbal de la séance du 3 mars 2031 est adopté.\nVu le code,\nDÉCIDE :")
    assert act.session_date is None


def test_day_of_the_report_that_is_approved_is_not_the_day_of_the_sitting():
    head = "PROCÈS-VERBAL DU CONSEIL MUNICIPAL du jeudi 18 novembre 2031 à 20 h 30"
    act = read(f"{head}\n1 – Approbation du compte rendu de la séance du 7 octobre 2031\nAdopté.\nDÉCIDE :")
    assert act.session_date == date(2031, 11, 18)


def test_order_signed_without_a_place_is_of_the_day_when_it_was_signed():
    act = read("ARRÊTÉ\nVu le code,\nARRÊTE\nArticle 1 : Une aide de 500 € est accordée.\nFait le 14 mars 2031")
    assert act.session_date == date(2031, 3, 14)


def test_region_and_town_name_no_department():
    region = "CONSEIL RÉGIONAL\nCommission permanente du 27 juin 2031\nDépartement de la Meuse\nVu le code,\nDÉCIDE :"
    assert (read(region).body, read(region).department) == ("Commission permanente", "")
    department = region.replace("CONSEIL RÉGIONAL", "CONSEIL DÉPARTEMENTAL DE LA MEUSE")
    assert read(department).department == "Meuse"


@pytest.mark.parametrize(
    ("head", "number", "title"),
    [
        ("Délibération n° 2031-04-12\nObjet : Subventions 2031", "2031-04-12", "Subventions 2031"),
        ("Séance du 11 avril 2031 – N° 31.04.07\nObjet : Subventions 2031", "31.04.07", "Subventions 2031"),
        ("2031/47 – Forfait communal de l’école", "2031/47", "Forfait communal de l’école"),
        ("2031 DAC 145 Subventions à trois associations", "2031 DAC 145", "Subventions à trois associations"),
        (
            "Séance du 3 mars 2031 – CD31-03-27-4\nAides aux lycées agricoles",
            "CD31-03-27-4",
            "Aides aux lycées agricoles",
        ),
        ("2031-CP-0145 – Subventions à trois associations", "2031-CP-0145", "Subventions à trois associations"),
        (
            "RÉGION DU GRAND PLATEAU Commission permanente du 19 juin 2031 31CP-518\nAides aux lycées agricoles",
            "31CP-518",
            "Aides aux lycées agricoles",
        ),
        ("DCM n° 2031-21 – Subvention d’équilibre au CCAS", "2031-21", "Subvention d’équilibre au CCAS"),
        ("DEL2031-077 – Soutien aux fêtes du village", "DEL2031-077", "Soutien aux fêtes du village"),
        ("Séance du 3 mars 2031 N° 2031-07-112\nObjet : Fêtes", "2031-07-112", "Fêtes"),
        ("DELIBERATION N° 7 : SUBVENTIONS AUX ASSOCIATIONS", "7", "SUBVENTIONS AUX ASSOCIATIONS"),
        ("Date : 12/04/2031", "", ""),
        ("Délibération n° 5-12 – 1/4\nObjet : Fêtes du village", "5-12", "Fêtes du village"),
        ("2031-III-087\nContrats de ville", "2031-III-087", "Contrats de ville"),
        ("CP31.11.05\nObjet : Dotations des collèges", "CP31.11.05", "Dotations des collèges"),
        ("N° 31.04.07\nObjet : Fêtes du village", "31.04.07", "Fêtes du village"),
        ("DAP N° 31.04.07\nObjet : Fêtes du village", "31.04.07", "Fêtes du village"),
        ("Délibération n° 7/11/2031\nObjet : Fêtes du village", "7/11/2031", "Fêtes du village"),
        ("2031-05-06-04 : Subventions aux fêtes", "2031-05-06-04", "Subventions aux fêtes"),
        (
            "Séance du 3 mars 2031\nDélibération n° 31-12\nCoopération internationale",
            "31-12",
            "Coopération internationale",
        ),
        ("Arrêté préfectoral n° 2031-DCL-15 du 3 mars 2031\nObjet : Aides aux fêtes", "2031-DCL-15", "Aides aux fêtes"),
        ("N° 31 C 0412\nObjet : Fêtes du village", "31 C 0412", "Fêtes du village"),
        ("2031_15 : SUBVENTIONS COMMUNALES", "2031_15", "SUBVENTIONS COMMUNALES"),
        ("DÉLIBÉRATION 2031-110 DU CONSEIL MUNICIPAL\nObjet : Fêtes du village", "2031-110", "Fêtes du village"),
        (
            "SOUTIEN AUX CHANTIERS D’INSERTION\nDélibération n° 31-08 – Rapporteur : Mme Ida MARCHANT",
            "31-08",
            "SOUTIEN AUX CHANTIERS D’INSERTION",
        ),
        (
            f"DÉLIBÉRATION N° 31-08\n{LONG_TITLE}",
            "31-08",
            LONG_TITLE,
        ),
        ("N° 2031-12 – Aides aux fêtes du Val – Rapporteur : Mme Ida PIN", "2031-12", "Aides aux fêtes du Val"),
        ("N° 2031-12 – Aide à l’union des rapporteurs du Val", "2031-12", "Aide à l’union des rapporteurs du Val"),
        ("N° 2031-13 – Aides aux fêtes du Val. M. Luc PIN, rapporteur.", "2031-13", "Aides aux fêtes du Val"),
        ("N° 2031-12-18 – Fonds de concours aux villages", "2031-12-18", "Fonds de concours aux villages"),
        ("31-5-03 – COMITÉS ET CLUBS DES VALLÉES", "31-5-03", "COMITÉS ET CLUBS DES VALLÉES"),
        ("CP 2031-07/31\nObjet : Fêtes du village", "CP 2031-07/31", "Fêtes du village"),
        ("Séance du 3 mars 2031 – Dossier n° 6.02\nObjet : Fêtes", "6.02", "Fêtes"),
        ("DÉCISION ATTRIBUTIVE DE SUBVENTION N° 2031-87\nRapport : Fêtes du village", "2031-87", "Fêtes du village"),
    ],
)
def test_number_and_title_as_other_councils_print_them(head, number, title):
    act = read(f"CONSEIL MUNICIPAL\n{head}\nVu le code général des collectivités territoriales,\nDÉCIDE :")
    assert (act.number, act.title) == (number, title)


def test_numbered_headings_of_the_report_are_no_title_where_one_stands_over_them():
    head = "# CONSEIL DU 2 DÉCEMBRE 2031\nDélibération n° 31\n# Politique de l’habitat – Garanties et aides"
    told = "# 1. Garanties d’emprunt\nUn bailleur sollicite le Val.\n# 2. Aides à la production\nElles sont deux :"
    decided = "Le Conseil, après en avoir délibéré,\n- ATTRIBUE 900 € à la SEM du Val ;"
    assert read(f"{head}\nRapporteur : Mme Roy\n{told}\n{decided}").title == (
        "Politique de l’habitat – Garanties et aides"
    )


def test_sentence_of_the_report_is_no_title():
    told = "Le maire rappelle qu’il avait inscrit une enveloppe de 55 000 € pour les subventions aux associations."
    assert read(f"CONSEIL MUNICIPAL\n{told}\nVu le code,\nDÉCIDE :").title == ""


@pytest.mark.parametrize(
    "head",
    [
        "L’AN DEUX MILLE TRENTE ET UN LE TREIZE DU MOIS DE MAI à 19 h, le Conseil municipal s’est réuni",
        "Le treize mai deux mille trente et un à dix-neuf heures, le Conseil municipal légalement convoqué s’est réuni",
        "Le 13 mai 2031, le Conseil municipal, dûment convoqué le 6 mai, s’est réuni en mairie",
        "Arrêté du 13 mai 2031 attribuant une subvention",
    ],
)
def test_days_of_sessions_in_sentences(head):
    assert read(f"COMMUNE DE VAUX\n{head}\nVu le code,").session_date == date(2031, 5, 13)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Procès-verbal de la séance\nCommune de Bor — vendredi 4 juillet 2031\nVu le code,", date(2031, 7, 4)),
        ("VILLE DE BOR – CONSEIL MUNICIPAL – PROCÈS-VERBAL – 4 juillet 2031\nVu le code,\nDÉCIDE :", date(2031, 7, 4)),
        ("CONSEIL MUNICIPAL – 4 juillet 2031\nVu le code,\nDÉCIDE :", date(2031, 7, 4)),
        ("COMMUNE DE VAUX\nDate du conseil : 4 juillet 2031\nVu le code,", date(2031, 7, 4)),
        ("Vu le code,\nVu le budget,\nLe Conseil municipal, réuni le 4 juillet 2031,\nDÉCIDE :", date(2031, 7, 4)),
        (
            "LE PRÉFET\nVu le code,\nARRÊTE\nArticle 1 : Est accordée une aide.\nFait à Lure, le 27 mai 2031",
            date(2031, 5, 27),
        ),
    ],
)
def test_day_after_a_dash_or_of_the_signature(printed, day):
    assert read(printed).session_date == day


def test_day_of_an_earlier_sitting_is_not_that_of_the_act():
    told = "La présidente rappelle que, lors de la séance du 20 février 2030, 900 € avaient été répartis."
    assert read(f"CONSEIL D’ADMINISTRATION DU 18 FÉVRIER 2031\n{told}\nVu le code,\nDÉCIDE :").session_date == date(
        2031, 2, 18
    )
    met = "Le Conseil municipal, lors de la séance du 4 juin 2031, a décidé ce qui suit."
    assert read(f"COMMUNE DE BOR\n{met}\nVu le code,\nDÉCIDE :").session_date == date(2031, 6, 4)


def test_act_without_a_title_has_that_of_its_report():
    record = read_metadata(
        paragraphs(
            """
            RAPPORT À LA COMMISSION PERMANENTE DU CONSEIL DÉPARTEMENTAL
            OBJET : SUBVENTION AU FOYER DE BOR
            Je vous propose d’attribuer 700 € au Foyer de Bor.
            Délibération n° 4-07 du 15 novembre 2031
            La commission permanente du conseil départemental,
            Vu la délibération du 23 juin 2031 fixant une enveloppe ; APRÈS en avoir délibéré, à l’unanimité,
            DÉCIDE :
            - d’attribuer 700 € au Foyer de Bor ;
            """
        )
    )
    assert (record.title, record.number) == ("SUBVENTION AU FOYER DE BOR", "4-07")
    assert [vote.result for vote in record.votes] == ["à l’unanimité"]


def test_day_with_its_hour_and_its_room_is_that_of_the_session():
    act = (
        "BOR AGGLO\nCOMPTE RENDU DU CONSEIL\nMardi 3 mars 2031 à 18 h 30 – Salle des fêtes de Lure\nVu le code,\nDÉCIDE"
    )
    assert read(act).session_date == date(2031, 3, 3)


def test_order_signed_on_a_day_is_of_that_day():
    record = read_metadata(
        paragraphs(
            """
            PRÉFECTURE DE LA HAUTE-LURE
            ARRÊTÉ N° 31-058
            LE PRÉFET DE LA HAUTE-LURE,
            VU le code général des collectivités territoriales ;
            ARRÊTE
            Article 1er : Il est alloué 500 € à la commune de Bor.
            Lure, le 21 avril 2031
            """
        )
    )
    assert record.session_date == date(2031, 4, 21)


def test_day_of_a_law_is_not_that_of_publication():
    act = read("Liste des subventions 2031\nListe publiée en application de l’article 10 de la loi du 12 avril 2000.")
    assert act.published_date is None


def test_day_when_a_convocation_is_put_up_is_not_that_of_publication():
    act = read("VAUX\nSéance du 3 mars 2031\nAffichage de la convocation : 20/03/2031\nAffiché le 24/03/2031\nDÉCIDE :")
    assert act.published_date == date(2031, 3, 24)


@pytest.mark.parametrize(
    ("head", "decides", "body"),
    [
        ("REGISTRE DES DÉLIBÉRATIONS DU CONSEIL\nDépartement du Jura\nCommune de Bor", "DÉCIDE :", "Conseil municipal"),
        ("DÉPARTEMENT DU JURA\nMÉTROPOLE DE BOR", "Le Conseil, ayant délibéré, décide :", "Conseil métropolitain"),
        ("SYNDICAT MIXTE DE L’AURE\nDÉLIBÉRATION DU COMITÉ", "DÉCIDE :", "Comité syndical"),
        ("BOR MÉTROPOLE\nBUREAU DU 4 MARS 2031", "DÉCIDE :", "Bureau métropolitain"),
        ("COMMUNAUTÉ DE COMMUNES DU VAL", "Le Bureau décide d’attribuer 900 € au club.", "Bureau communautaire"),
        ("AGGLOMÉRATION DU PAYS D’AURE\nBUREAU DU 4 MARS 2031", "DÉCIDE :", "Bureau communautaire"),
        ("AGENCE DE L’EAU\nCOMMISSION DES INTERVENTIONS", "DÉCIDE :", "Commission des interventions"),
        ("COMMUNE DE LURE\nRelations avec la métropole", "Le Conseil décide d’aider le club.", "Conseil municipal"),
        ("DÉPARTEMENT DU JURA", "Le Bureau décide d’attribuer 900 € au club.", ""),
        ("COMMUNE DE BOR", "DÉCIDE :", ""),
    ],
)
def test_council_without_a_kind_is_that_of_whoever_the_head_names(head, decides, body):
    assert read(f"{head}\nSéance du 3 mars 2031\nVu le code,\n{decides}\n- d’accorder 500 € au club ;").body == body


@pytest.mark.parametrize(
    ("head", "number", "title"),
    [
        ("# ARRÊTÉ n° 2031-118\n# portant attribution d’une aide", "2031-118", "attribution d’une aide"),
        (
            "# Arrêté du 3 novembre 2031 portant attribution de subventions à des associations",
            "",
            "attribution de subventions à des associations",
        ),
        ("VILLE DE BOR\nDÉCISION DM 2031-118\n# Aide aux associations", "DM 2031-118", "Aide aux associations"),
        ("BOR MÉTROPOLE\n2031.0211\n# Aide aux associations", "2031.0211", "Aide aux associations"),
        ("DÉLIBÉRATION DU CONSEIL\n# DÉPARTEMENTAL\nN° 31-7\n# Aide aux clubs du Val", "31-7", "Aide aux clubs du Val"),
        ("Bor Agglo 2031-DEL-055\n# Aide aux associations", "2031-DEL-055", "Aide aux associations"),
        ("Bor DCM2031-19 Reçu le 12 mars\n# Aide aux associations", "DCM2031-19", "Aide aux associations"),
        ("VILLE DE BOR\nN° 2031-112 |\n# Aide aux associations", "2031-112", "Aide aux associations"),
        ("PRÉFECTURE DU VAL Arrêté n° DCL-2031-58\n# Aide aux associations", "DCL-2031-58", "Aide aux associations"),
        ("Séance du 12 mai 2031 – 2031/41\n# Aide aux associations", "2031/41", "Aide aux associations"),
        ("DÉPARTEMENT DU VAL\nCP.31.06.07\n# Aide aux associations", "CP.31.06.07", "Aide aux associations"),
        (
            "CONSEIL DÉPARTEMENTAL DU VAL N° 2031-05-B07\n# Aide aux associations",
            "2031-05-B07",
            "Aide aux associations",
        ),
    ],
)
def test_kind_of_an_act_is_no_part_of_its_title_and_numbers_stand_beside_authorities(head, number, title):
    act = read(f"{head}\nVu le code,\nARRÊTE\nArticle 1er : Une aide de 500 € est accordée au Judo Club.")
    assert (act.number, act.title) == (number, title)


def test_minutes_approved_are_no_title_and_a_name_in_no_is_no_number():
    act = read(
        "COMMUNE DE BOR\nCONSEIL MUNICIPAL DU 20 JUIN 2031\nPrésents : MM. ROY, Mmes BLANC, NOIR\n"
        "Le procès-verbal de la séance du 11 avril 2031 est approuvé.\n"
        "Vu le code,\nDÉCIDE :\n- d’accorder 500 € au club ;"
    )
    assert (act.number, act.title) == ("", "")


def test_assembly_that_only_a_long_first_sentence_names():
    told = "du département de l’Isère, arrondissement de Grenoble, canton de Vif, dûment convoqué le 27 janvier 2031, "
    met = f"L’an deux mille trente et un, le 4 février à 20 heures, le Conseil Municipal de la commune de Bor, {told}"
    act = read(f"COMMUNE DE BOR\nDélibération n° 12\n{met}s’est réuni en mairie.\nVu le code,\nDÉCIDE :")
    assert act.body == "Conseil municipal"


def test_region_by_its_name_is_no_title():
    head = "PROVENCE-ALPES-CÔTE D’AZUR\nCommission permanente du 3 février 2031\nDÉLIBÉRATION N° 31-0045"
    act = read(f"{head}\n# Culture – Spectacle vivant – 1re programmation\nVu le code,\nDÉCIDE :")
    assert act.title == "Culture – Spectacle vivant – 1re programmation"


def test_council_of_which_a_member_sits_is_not_the_one_that_votes():
    act = read(
        "BOR MÉTROPOLE\nCONSEIL MÉTROPOLITAIN\nMme Ève ROY, membre du conseil d’administration de la Ruche, sort.\n"
        "DÉCIDE :\n- d’accorder 900 € à la Ruche ;"
    )
    assert act.body == "Conseil métropolitain"


def test_day_right_behind_the_assembly_in_a_letterhead_is_that_of_the_sitting():
    act = read("Communauté de Bor CONSEIL COMMUNAUTAIRE 25 juin 2031\nDÉCIDE :\n- d’accorder 900 € à la Ruche ;")
    assert act.session_date == date(2031, 6, 25)
