# ruff: noqa: E501 (one printed paragraph a line)
"""Whole acts of made-up councils in styles unlike each other: what each says of itself, grants and states."""

from datetime import date
from decimal import Decimal

from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.records import DeliberationRecord
from tests.ingest.reader.acts import paragraphs

METROPOLE = """
MÉTROPOLE DES TROIS FLEUVES
Conseil métropolitain
Séance du lundi 17 novembre 2031 - Délibération n° 2031-0456
Objet : Soutien aux clubs sportifs - Attribution de subventions - Saison 2031-2032
Rapporteur : Madame la Vice-Présidente Karine MEUNIER
Présidente : Mme Hélène VAUTRIN
Date de convocation du Conseil : vendredi 31 octobre 2031
Secrétaire élu(e) : M. Yanis BELKACEM
Affiché le : vendredi 21 novembre 2031
Présents : Mme Hélène VAUTRIN, M. Yanis BELKACEM, Mme Karine MEUNIER, M. Alain PERROT.
Absents excusés : M. Louis GARNIER (pouvoir à Mme MEUNIER).
Le Conseil,
Vu le rapport du 29 octobre 2031, par lequel monsieur le président expose ce qui suit :
En 2030, la Métropole a attribué une subvention de 80 000 € à l'Union sportive des Fleuves.
L'association sollicite, pour la saison à venir, une aide de 120 000 €, pour un budget prévisionnel de 900 000 €.
Il est proposé au Conseil d'attribuer une subvention de 95 000 € au profit de l'association Union sportive des Fleuves ;
DELIBERE
1° - Approuve :
a) - l'attribution d'une subvention de fonctionnement d'un montant de 95 000 € au profit de l'association Union sportive des Fleuves dans le cadre de son programme d'actions,
b) - l'attribution d'une subvention d'équipement d'un montant de 12 500 € au profit du Rowing Club du Confluent, pour l'achat de deux bateaux,
c) - les conventions à passer entre la Métropole et les associations.
2° - Autorise madame la Présidente à signer lesdites conventions.
3° - La dépense de fonctionnement en résultant, soit 95 000 €, sera imputée sur les crédits inscrits au budget principal.
Et ont signé les membres présents, pour extrait conforme.
"""

REGION_IN_ARTICLES = """
DÉLIBÉRATION N°CP 2031-123
DU 20 MAI 2031
SOUTIEN AUX TIERS-LIEUX - 2ÈME RAPPORT POUR 2031
La commission permanente du conseil régional du Grand Bassin,
VU le code général des collectivités territoriales ;
VU la délibération n° CR 2028-007 du 2 juillet 2028 relative aux délégations ;
VU le rapport n°CP 2031-123 présenté par madame la présidente du conseil régional ;
Après en avoir délibéré,
Article 1 :
Décide de participer au financement du projet détaillé en annexe par l'attribution à la SCIC La Fabrique des Possibles d'une subvention d'un montant maximum prévisionnel de 150 000 €.
Subordonne le versement de cette subvention à la signature d'une convention et autorise la présidente à la signer.
Affecte une autorisation de programme de 150 000 € disponible sur le chapitre 909 du budget 2031.
Article 2 :
Décide de participer au financement des projets détaillés en annexe 2, par l'attribution de subventions d'un montant maximum prévisionnel total de 412 300 €.
La présidente du conseil régional
"""

DEPARTMENT_THAT_EXPLAINS = """
Commission permanente du 26 mai 2031
Le lundi 26 mai 2031 à 14h17, les membres de la Commission permanente du Conseil départemental se sont réunis sous la présidence de M. CHARTIER, Président.
Etaient présents : Mme ABADIE, M. BOURCIER, Mme BRUNO, M. CHARTIER, M. COULOMB, Mme DUGUE
Vu le Code général des collectivités territoriales ;
Expose :
Le Département soutient les projets des communes. Quatre demandes sont présentées, pour un montant total de travaux de 780 000 €.
Décide :
- d'attribuer 4 subventions d'un montant total de 123 456 €, dans le cadre du volet 2, conformément au tableau joint en annexe ;
- d'attribuer une subvention de 3 000 € à l'association « Les Amis du moulin » (Bréal) pour l'édition d'un livre ;
- d'autoriser le Président à signer les conventions.
Vote :
Pour : 52 Contre : 0 Abstentions : 2
En conséquence, les conclusions du rapport sont adoptées à l'unanimité des suffrages exprimés.
Conformément à l'article L. 3132-5 du CGCT, Mme BRUNO, membre du conseil d'administration de l'association « Les Amis du moulin », n'a pas pris part au vote. M. COULOMB, maire de Bréal, se déporte également.
Pour extrait conforme
"""

VILLAGE = """
Département du Gers
Mairie de Castelpoux
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS
L'an deux mille trente et un et le six avril à 21 heures, le Conseil Municipal de Castelpoux s'est réuni en session ordinaire, sous la présidence de M. DUPRAT Jean, Maire.
Présents : DUPRAT Jean, LACAZE Marie, SARRAT Pierre, CAZENEUVE Luc, BARADA Anne
Absents excusés : FITTE Paul (procuration à LACAZE Marie)
Monsieur SARRAT Pierre a été nommé secrétaire de séance.
OBJET : SUBVENTIONS 2031
Monsieur le Maire donne lecture des demandes. L'association de chasse demande 1 000 €.
Après discussion, le Conseil Municipal, à l'unanimité des membres présents (Mme LACAZE, présidente du comité des fêtes, n'ayant pas pris part au vote),
DÉCIDE d'allouer les subventions suivantes :
Comité des fêtes : 2 500,00 €
Société de chasse de Castelpoux : 300 €
ADMR du Savès : 450,00 €
Restos du cœur ................ 150 €
TOTAL : 3 400 €
Ainsi fait et délibéré les jour, mois et an que dessus.
Le Maire, Jean DUPRAT
"""

COMMUNITY_IN_CAPITALS = """
CONSEIL COMMUNAUTAIRE DU PAYS D'OTHE
Délibération 2031.05.12
Réunion du 12 mai 2031
Attribution d'une subvention au centre aquatique
Le Conseil communautaire, ouï l'exposé du Président et après en avoir délibéré par 31 voix pour et 2 abstentions,
ACCORDE une subvention de quarante mille euros (40 000 €) à la SPL Les Bains d'Othe au titre de l'exercice 2031, dont 10 000 € versés à la signature ;
RAPPELLE que la subvention 2030 s'élevait à 38 000 € ;
FIXE à 5 € le tarif d'entrée ;
REFUSE la demande de 15 000 € de l'association Aquagym Plus ;
INSCRIT la dépense au budget.
"""


def act(text: str) -> DeliberationRecord:
    return read_metadata(paragraphs(text))


def sums(text: str):
    """(operator, amount) of the lines, (amount, where) of the totals, reasons of the leftovers."""
    lines, totals, leftovers = read_decisions(paragraphs(text), act(text), (), ())
    return (
        [(line.operator, line.amount) for line in lines],
        [(total.amount, total.where) for total in totals],
        [leftover.reason for leftover in leftovers],
    )


def test_metropole_numbers_its_decisions_and_lists_its_grants_by_letter():
    found = act(METROPOLE)
    assert (found.body, found.number, found.report_reference) == ("Conseil métropolitain", "2031-0456", "")
    assert found.title == "Soutien aux clubs sportifs - Attribution de subventions - Saison 2031-2032"
    assert (found.session_date, found.published_date) == (date(2031, 11, 17), date(2031, 11, 21))
    assert (found.president, found.secretary) == ("Hélène VAUTRIN", "Yanis BELKACEM")
    assert [decision.amount for decision in found.decisions] == [Decimal(107500), None]
    assert sums(METROPOLE) == (
        [("association Union sportive des Fleuves", 95000), ("Rowing Club du Confluent", 12500)],
        [(95000, "report")],
        [],
    )


def test_region_opens_credits_for_the_money_that_it_grants():
    found = act(REGION_IN_ARTICLES)
    assert (found.body, found.number, found.report_reference) == ("Commission permanente", "CP 2031-123", "CP 2031-123")
    assert (found.title, found.session_date) == ("SOUTIEN AUX TIERS-LIEUX - 2ÈME RAPPORT POUR 2031", date(2031, 5, 20))
    assert [(decision.article, decision.amount) for decision in found.decisions] == [(1, 150000), (2, 412300)]
    assert sums(REGION_IN_ARTICLES) == ([("SCIC La Fabrique des Possibles", 150000)], [(412300, "decision")], [])


def test_departement_explains_then_decides_then_votes():
    found = act(DEPARTMENT_THAT_EXPLAINS)
    assert (found.body, found.president, found.session_date) == ("Commission permanente", "CHARTIER", date(2031, 5, 26))
    [vote] = found.votes
    assert (vote.result, vote.votes_for, vote.against, vote.abstentions) == (
        "à l'unanimité des suffrages exprimés",
        52,
        0,
        2,
    )
    assert [(one.person, one.function, one.organisation) for one in found.recusals] == [
        ("BRUNO", "membre du conseil d'administration", "association « Les Amis du moulin »"),
        ("COULOMB", "maire", "Bréal"),
    ]
    assert sums(DEPARTMENT_THAT_EXPLAINS) == (
        [("association « Les Amis du moulin » (Bréal)", 3000)],
        [(123456, "decision")],
        [],
    )


def test_village_lists_its_grants_line_by_line():
    found = act(VILLAGE)
    assert (found.department, found.body, found.title) == ("", "Conseil municipal", "SUBVENTIONS 2031")
    assert (found.session_date, found.president, found.secretary) == (date(2031, 4, 6), "DUPRAT Jean", "SARRAT Pierre")
    assert [vote.result for vote in found.votes] == ["à l'unanimité des membres présents"]
    assert [(one.person, one.organisation) for one in found.recusals] == [("LACAZE Marie", "comité des fêtes")]
    assert [decision.amount for decision in found.decisions] == [Decimal(3400)]
    assert sums(VILLAGE) == (
        [
            ("Comité des fêtes", Decimal("2500.00")),
            ("Société de chasse de Castelpoux", 300),
            ("ADMR du Savès", 450),
            ("Restos du cœur", 150),
        ],
        [(3400, "decision")],
        [],
    )


def test_community_opens_each_decision_with_a_verb_in_capitals():
    found = act(COMMUNITY_IN_CAPITALS)
    assert (found.body, found.number, found.session_date) == ("Conseil communautaire", "2031.05.12", date(2031, 5, 12))
    assert found.title == "Attribution d'une subvention au centre aquatique"
    assert [(vote.votes_for, vote.abstentions) for vote in found.votes] == [(31, 2)]
    assert [decision.amount for decision in found.decisions] == [Decimal(40000), None, None, None, None]
    assert sums(COMMUNITY_IN_CAPITALS) == ([("SPL Les Bains d'Othe", 40000)], [], [])


def test_articles_of_an_act_without_visas_nor_words_of_decision():
    act = read_metadata(
        paragraphs(
            """
            CONSEIL DE TERRITOIRE
            Séance publique du lundi 24 juin 2031
            LE CONSEIL DE TERRITOIRE, VALABLEMENT CONVOQUÉ,
            ARTICLE 1 : ALLOUE une subvention de 22 000 € au Judo Club.
            ARTICLE 2 : DIT que les crédits sont prévus.
            """
        )
    )
    assert [(one.article, one.amount) for one in act.decisions] == [(1, Decimal(22000)), (2, None)]
