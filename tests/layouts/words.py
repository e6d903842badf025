"""Made-up names and towns, and the words that French acts print over their columns. Plain data, no layout."""


def _words(text: str) -> list[str]:
    return text.split("|")


# (département with its article, its name alone): none of the corpus.
DEPARTMENTS = (
    ("de la Lozère", "Lozère"),
    ("de la Corrèze", "Corrèze"),
    ("de l’Ariège", "Ariège"),
    ("du Cantal", "Cantal"),
    ("des Vosges", "Vosges"),
    ("du Gers", "Gers"),
    ("de la Drôme", "Drôme"),
    ("de l’Indre", "Indre"),
    ("des Landes", "Landes"),
    ("de l’Aveyron", "Aveyron"),
    ("de la Haute-Saône", "Haute-Saône"),
    ("du Finistère", "Finistère"),
    ("de la Vendée", "Vendée"),
    ("du Tarn", "Tarn"),
)
TOWNS = _words(
    "Saint-Aubrac|Villelune|Montfaucille|Roquebrac|Lussanges|Pontravel|Castelmoure|Beyrac|Vaucreuse|Lardeville|"
    "Sainte-Orine|Champfleuri-sur-Vire|Brévignac|Courtelande|Hautepierre-le-Vieux|Moulinvert|Saint-Cyprin|Orvalette|"
    "Pierrefonde|Tréméour|Kerlanvec|Sauveluse|Bois-Gramont|La Fresnaie-Haute|Le Mesnil-Dorin|Trois-Fontanes|Vernouze|"
    "Quincelles|L’Isle-Rougeau|Argentelles|Fontbrune|Grisolet|Marsangis-la-Tour|Noirvault|Peyrelongue|Saint-Elvé"
)
KINDS = _words(
    "Comité des fêtes de {}|Foyer rural de {}|Harmonie municipale de {}|Union sportive de {}|Amicale laïque de {}|"
    "Les Amis du moulin de {}|CCAS de {}|Commune de {}|École de musique de {}|Club nautique de {}|"
    "Foyer du 3e âge de {}|"
    "Association des parents d’élèves de {}|Maison des jeunes et de la culture de {}|Les 4 saisons de {}|"
    "Compagnie du Grand Vent|Syndicat mixte du pays de {}|Judo-club de {}|Mission locale de {}|SARL Menuiserie {}|"
    "Association pour la sauvegarde du patrimoine bâti et des chemins de {}|Cinéma L’Étoile de {}|"
    "Festival Les Nuits de {}|Collège Marcel-Aubin de {}|Régie de quartier de {}|GAEC des Trois Chênes – {}|"
    "Centre social « La Passerelle » de {}|Ligue régionale d’escrime, section de {}|Secours des familles de {}|"
    "Orchestre à cordes de {}|Radio {} FM|Théâtre du Quai – {}|Office de tourisme de {}|Épicerie solidaire de {}"
)
AIMS = _words(
    "Fonctionnement|Fonctionnement annuel|Festival d’été|Achat d’instruments de musique|Tournoi des jeunes|"
    "Restauration du four à pain|Chantier d’insertion|Ateliers de lecture pour les familles|Projet associatif {}|"
    "Acquisition d’un véhicule adapté|Rénovation de la toiture|Semaine bleue {}|Formation de 12 bénévoles|"
    "Accompagnement vers l’emploi des bénéficiaires du RSA|Création « Les Ombres »|Saison culturelle {}-{next}|"
    "Mise aux normes de la salle des fêtes et isolation des combles|Rencontres départementales|Aide au démarrage|"
    "40e anniversaire|Achat de matériel|Randonnée des 3 vallées|Organisation du cross|Étude préalable"
)
PROGRAMMES = _words(
    "Culture et patrimoine|Sports de nature|Vie associative|Insertion par l’activité|Jeunesse|Autonomie des aînés|"
    "Agriculture de proximité|Aménagement rural|Lecture publique|Enseignements artistiques|Solidarités"
)
TERRITORIES = _words("Haute-Vallée|Plateau nord|Vire et Orne|Bassin de Beyrac|Causse sud|Marches de l’Est")
REMARKS = _words("Convention signée|Versement en deux fois|Sous réserve du bilan|Première demande|Action reconduite")
# Sums that are part of a name.
PRICED = _words(
    "Fonds des 1 000 euros de {}|Bourse de 500 € aux lycéens de {}|Défi des 100 000 € pour {}|"
    "Prêt d’honneur à 2 000 € de {}"
)
# Sentences that acts print between two rows.
VOTES = _words(
    "Adopté à l’unanimité|M. Yves PASTRAC ne prend pas part au vote|Vote : 32 pour, 2 abstentions|"
    "Mme Odile GRANDVAL quitte la séance et ne participe pas au vote|Adopté à la majorité"
)
# Budget lines, as figures that look like amounts.
ACCOUNTS = _words("6574|65748|2041582|6568|20422|204 22|65 – 6574|33-6574|6574.1|204141|932-311-6574")
OPINIONS = _words("Favorable|Favorable|Favorable|Favorable sous réserve|Réservé")
NO_AMOUNT = ("NC", "en attente", "ajourné", "Avis défavorable")

HEADERS = {
    "operator": (
        "Bénéficiaire|Bénéficiaires|Nom du bénéficiaire|Association|Associations|Organisme|Organisme bénéficiaire|"
        "Structure|Structure porteuse|Porteur de projet|Opérateur|Tiers|Raison sociale|Demandeur|Attributaire|"
        "Nom de la structure|Nom de l’association|Dénomination|Organisateur|Intitulé de la structure|Lauréat|"
        "Bénéficiaire de l’aide|Identité du demandeur|Maître d’ouvrage|Entité bénéficiaire|NOM DE L’ORGANISME|"
        "Partenaire|Structures bénéficiaires|Gestionnaire|Désignation du bénéficiaire|Nom du tiers|Acteur|Destinataire"
    ),
    "towns": "Commune|Communes|Collectivité|Commune bénéficiaire|Maître d’ouvrage|Bénéficiaire",
    "action": (
        "Objet|Action|Projet|Intitulé du projet|Objet de la subvention|Nature du projet|Manifestation|"
        "Intitulé de l’action|Objet de la demande|Projet soutenu|Libellé de l’action|Événement|Action subventionnée|"
        "Nature de l’opération|Motif de l’aide|Objet du dossier|Actions|Intitulé|Titre du projet|Nom du projet|"
        "Opération financée|Affectation de la subvention|Emploi de l’aide"
    ),
    "commune": "Commune|Ville|Siège|Localité|Siège social|Commune d’implantation|Lieu|Domicile|Adresse",
    "territory": "Canton|Territoire|Arrondissement|Secteur|Bassin de vie|Zone|Maison des solidarités",
    "programme": "Programme|Dispositif|Thématique|Axe|Politique|Domaine|Volet|Catégorie|Type d’aide|Secteur d’activité",
    "reference": "N° dossier|Référence|Dossier|N° de dossier|Réf.|Code dossier|N° de la demande|Réf. dossier|N° SUB",
    "places": "Nombre de places|Places|Nb de places|Postes|Capacité|Nbre de places|Places conventionnées",
    "siret": "SIRET|N° SIRET|SIREN / SIRET",
    "rank": "N°|Rang|N° d’ordre|#",
    "rate": "Taux|Taux d’aide|%|Taux d’intervention",
    "members": "Nombre d’adhérents|Licenciés|Nb licenciés|Adhérents",
    "agreement": "Convention|N° de convention|Type de convention|Avenant",
    "remark": "Observations|Remarques|Commentaires|Observation",
    "voted": (
        "Subvention|Montant|Montant voté|Montant accordé|Subvention accordée|Aide départementale|Montant attribué|"
        "Montant de la subvention|Subvention attribuée|Participation du Département|Crédits attribués|Dotation|"
        "Montant alloué|Montant de l’aide|Subvention du Département|Montant en €|Aide (en euros)|Somme allouée|"
        "Subvention départementale|Montant retenu|Subvention octroyée|Aide votée|Montant à voter|Aide accordée|"
        "Concours du Département|Soutien départemental|Décision|Attribution|Montant subvention|Montant|Total voté|"
        "Subvention votée en €|Engagement|Participation|Contribution départementale|"
        "Aide du Conseil départemental|Décision de la Commission permanente|Crédit de fonctionnement|Montant arrêté"
    ),
    "asked": (
        "Montant demandé|Subvention demandée|Montant sollicité|Demande|Subvention sollicitée|Aide sollicitée|"
        "Montant de la demande|Demande de l’association|Somme demandée|Aide demandée en €"
    ),
    "proposed": (
        "Montant proposé|Proposition|Subvention proposée|Avis de la commission|Proposition de la commission|"
        "Aide proposée|Proposition du Président|Proposition du rapporteur"
    ),
    "cost": (
        "Coût du projet|Budget prévisionnel|Coût total|Montant des travaux HT|Dépense subventionnable|Assiette|"
        "Dépense éligible|Budget de l’action|Base subventionnable|Coût de l’opération|Budget global|Coût TTC|"
        "Montant du projet|Dépenses prévues|Montant du devis|Plafond|Dépense HT|Budget total de la structure"
    ),
    "previous": (
        "Subvention {last}|Rappel {last}|Accordé en {last}|Pour mémoire {last}|Attribué {last}|Montant {last}|"
        "Aide {last}|Versé en {last}|N-1|Année N-1|Subvention obtenue en {last}|Rappel N-1"
    ),
    "yearly": "Subvention {year}|Montant {year}|Aide {year}|Montant voté {year}|{year}|Crédits {year}|Exercice {year}",
    "funder": "Région|État|Communes|CAF|Europe (FEDER)|Autofinancement|EPCI|Part Région|Autres financeurs",
    "own": "Département|Part départementale|Conseil départemental|Aide Département|Subvention Département|CD",
    "initial": "Montant initial|Subvention initiale|Montant voté initialement|Montant de la convention initiale",
    "amendment": "Avenant|Montant de l’avenant|Avenant n° 1|Montant complémentaire|Complément à voter",
    "new": "Nouveau montant|Montant après avenant|Nouveau total|Total après avenant",
    "date": "Date de la demande|Date de dépôt|Date|Reçu le|Date de réception|Date de fin",
    "over": "Subvention|Montants (en €)|Crédits|Financement|Montants|Aide départementale|Montant de la subvention",
    "account": "Imputation|Nature|Compte|Article|Imputation budgétaire|Chapitre|Code imputation",
    "opinion": "Avis|Avis de la commission|Avis du service|Avis technique",
    "thousands": "Montant (en k€)|Subvention votée (k€)|Montant voté en k€|Montant attribué en milliers d’euros",
    "payments": "CP {year}|Crédits de paiement {year}|Échéancier {year}",
    "all_years": "Total|Montant total|Total des trois années|Total général",
    "operation": "Fonctionnement",
    "investment": "Investissement",
}
TOTALS = ("TOTAL", "Total", "Total général", "TOTAL GÉNÉRAL", "Montant total", "Total des subventions", "Ensemble")
SUBTOTALS = ("Sous-total", "SOUS-TOTAL", "Sous-total {}", "Total {}", "S/Total", "Total du programme {}")
PROSE = (
    "Vu le code général des collectivités territoriales, notamment ses articles L. 3211-1 et L. 1611-4 ;",
    "Vu le budget de l’exercice {year}, adopté le 14 février {year} ;",
    "Vu le règlement départemental des aides, modifié en {last} ;",
    "Considérant que la vie associative appelle un soutien durable, et que les demandes reçues avant le 31 janvier "
    "{year} ont été instruites par les services ;",
    "Considérant l’intérêt départemental des projets présentés, qui concernent l’ensemble des cantons ;",
    "Le rapport rappelle les critères retenus : ancrage local, ouverture au public, équilibre financier.",
    "Les bilans des actions de {last} seront remis avant le 30 juin, accompagnés des comptes approuvés.",
    "La somme sera versée en une fois, à la signature de la convention, sur présentation des justificatifs.",
)


def headers(kind: str) -> list[str]:
    """The words that may stand over a column of this kind."""
    return _words(HEADERS[kind])
