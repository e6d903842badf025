# ruff: noqa: E501 (one printed paragraph a line)
"""Acts of made-up councils, as paragraphs set by hand, for the tests of the stages that read prose."""

from ingest.reader.act.flow.act_flow import act_flow
from ingest.reader.act.flow.steps import Step
from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.records import Box, Paragraph, Source

# Styles unlike each other: a commune, a département in articles, a région, a community of communes, a commission.

COMMUNE = """
REPUBLIQUE FRANCAISE
DEPARTEMENT DE LA MEUSE
COMMUNE DE VAL-LES-ORMES
EXTRAIT DU REGISTRE DES DELIBERATIONS DU CONSEIL MUNICIPAL
Séance du 14 mars 2031
L’an deux mille trente et un, le quatorze mars à vingt heures, le Conseil municipal de la commune de Val-les-Ormes, régulièrement convoqué, s’est réuni sous la présidence de Madame Hélène BRUNEAU, Maire.
Date de convocation : 7 mars 2031
Nombre de conseillers en exercice : 15
Présents : 12   Votants : 14
Étaient présents : Mme Hélène BRUNEAU, M. Paul SERRES, M. Guy LESTRADE, Mme Odile CARPENTIER, Mme Ève MALAVAL, M. Louis TISSOT.
Absents excusés : M. Marc DORNE (pouvoir à M. Paul SERRES), Mme Anne QUILLET (pouvoir à Mme Ève MALAVAL).
Secrétaire de séance : M. Guy LESTRADE
Délibération n° 2031-017
Objet : Subventions aux associations sportives pour 2031
Madame le Maire rappelle que la commune soutient chaque année les clubs.
Mme Odile CARPENTIER, présidente du Judo Club des Ormes, sort de la salle et ne prend pas part au vote.
Le Conseil municipal, après en avoir délibéré, à l’unanimité des membres présents et représentés :
- DÉCIDE d’attribuer une subvention de 1 200 € au Judo Club des Ormes ;
- DIT que les crédits sont inscrits au budget primitif ;
- AUTORISE Madame le Maire à signer tout document relatif à cette décision.
Pour : 13
Contre : 0
Abstention : 0
Fait et délibéré les jour, mois et an susdits.
Acte rendu exécutoire après dépôt en Préfecture le 18/03/2031 et publication le 19/03/2031
055-215501234-20310314-2031-017-DE
"""

DEPARTMENT = """
Département de la Haute-Saône
Commission permanente du Conseil départemental
Réunion du lundi 3 février 2031
Délibération n° 31-CP-0042
SOUTIEN AUX ACTEURS CULTURELS DU TERRITOIRE
Sous la présidence de M. Yves CARTERON, Président du Conseil départemental
Présents : Mme Agnès BOLLET, M. Yves CARTERON, M. Denis FAIVRE, Mme Sylvie GROSJEAN, M. Rémi PETITJEAN, Mme Nadia VUILLEMIN
Vu le Code général des collectivités territoriales ;
Vu la délibération n° 2028-114 du Conseil départemental du 12 janvier 2028 portant délégation ;
Vu le rapport n° 42 du Président du Conseil départemental ;
La Commission permanente, après en avoir délibéré, DÉCIDE :
Article 1er : d’allouer à l’association Les Tréteaux du Pays une subvention de 8 500 € au titre de l’année 2031.
Article 2 : d’approuver la convention à conclure avec cette association pour un montant de 8 500 €.
Article 3 : d’autoriser M. le Président à la signer.
M. Denis FAIVRE, intéressé à l’affaire en sa qualité d’administrateur de l’association Les Tréteaux du Pays, n’a pris part ni au débat ni au vote.
Adopté à la majorité : 16 voix pour, 2 voix contre (M. A. DELORME, Mme C. HUOT) et 1 abstention
Reçu en préfecture le 10 février 2031
Affiché le 11/02/2031
"""

REGION = """
CONSEIL RÉGIONAL DU GRAND PLATEAU
COMMISSION PERMANENTE
Séance du 21 novembre 2030
Délibération : 2030_CP_0123
Objet :
Aides aux lycées agricoles
LA COMMISSION PERMANENTE DU CONSEIL RÉGIONAL,
VU le code rural,
CONSIDÉRANT l’intérêt régional du projet,
Après en avoir délibéré,
ATTRIBUE une aide de 45 000 € au lycée agricole de Montfroid pour l’achat d’un tracteur ;
AUTORISE la Présidente à signer la convention correspondante.
N’ont pas pris part au vote : Mme Rose ADELINE (membre du conseil d’administration du lycée agricole de Montfroid), M. Ivan KERN.
ADOPTÉ À L’UNANIMITÉ
"""

COMMUNITY = """
Envoyé en préfecture le 08/07/2032
Reçu en préfecture le 09/07/2032
Publié le 10/07/2032
ID : 048-244801234-20320701-DEL2032_055-DE
COMMUNAUTÉ DE COMMUNES DES HAUTS CAUSSES
CONSEIL COMMUNAUTAIRE
Séance du 1er juillet 2032
N° 2032-055 - Fonds de concours aux communes membres
Président de séance : Michel VAREILLES
En exercice : 31 – Présents : 25 – Pouvoirs : 4 – Votants : 29
Considérant la demande de la commune de Trélans,
Il est proposé au Conseil communautaire :
- d’accorder un fonds de concours de 12 000 euros à la commune de Trélans pour la réfection du foyer rural ;
- d’imputer la dépense au chapitre 204.
M. Luc BASTIDE, maire de Trélans, se retire et ne participe pas au vote.
Le Conseil communautaire, après en avoir délibéré, par 26 voix pour, 1 voix contre et 1 abstention (M. Jean ROUX), adopte ces propositions.
"""

DECIDES = """
CONSEIL DÉPARTEMENTAL
Séance du 3 mars 2031
Vu le rapport du Président,
Après en avoir délibéré,
DÉCIDE :
"""


def paragraphs(text: str, *, page: int = 1) -> tuple[Paragraph, ...]:
    """One paragraph a line; a line of capitals or with a leading `#` is a heading, one with a dash an item."""
    made = []
    for place, line in enumerate(row.strip() for row in text.splitlines() if row.strip()):
        heading = line.startswith("# ") or line.isupper()
        kind = "heading" if heading else "item" if line.startswith(("- ", "• ")) else "text"
        box = Box(0.1, place / 100, 0.9, (place + 1) / 100)
        made.append(Paragraph(line.removeprefix("# "), Source(page, 0, 0, box), kind, 10.0, heading))  # type: ignore[arg-type]
    return tuple(made)


def steps(text: str) -> tuple[Step, ...]:
    return act_flow(paragraphs(text))


def read_act(act: str):
    """The lines, totals and leftovers of the decisions of an act."""
    text = paragraphs(act)
    return read_decisions(text, read_metadata(text), (), ())


def read_decided(decided: str):
    """The same, of what a département decides."""
    return read_act(DECIDES + decided)


def given(decided: str) -> list[tuple[str, int]]:
    """To whom it decides to give, and how many euros."""
    return [(line.operator, int(line.amount)) for line in read_decided(decided)[0]]
