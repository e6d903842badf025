"""Words that head columns → the role of the column, as plain data."""

from ingest.reader.records import Role
from ingest.reader.vocabulary.phrases import phrase, phrases, spellings

# Read from the left, the longest phrase at each place first; the first phrase found decides, because the head of a
# French noun phrase comes first: « Commune siège de l'opérateur » is a town, « Montant de la subvention » an amount.

_HEADERS: dict[Role, str] = {
    "reference": """n, no, numéro, référence, réf, dossier, n dossier, n de dossier, numéro de dossier, code dossier,
        référence du dossier, n demande, n de demande, id, identifiant, n d'ordre, numéro d'ordre, code projet,
        n projet, n de projet, n action, n d'aide, n de subvention, finess, n finess""",
    "territory": """territoire, secteur, canton, arrondissement, arrdt, dt, direction territoriale, bassin, pays, zone,
        zone géographique, périmètre, circonscription, lieu de l'action, lieu d'intervention,
        lieu de réalisation, maison des solidarités, maison de la solidarité,
        utd, uts, mds, utas, maison départementale, unité territoriale, quartier,
        quartier prioritaire, qpv, bassin de vie,
        communauté de communes, intercommunalité, département concerné, aire géographique""",
    "programme": """programme, thématique, thème, dispositif, parcours, axe, type d'action, type d'aide, politique,
        politique publique, secteur d'activité,
        mission, domaine, rubrique, catégorie, chapitre, volet, discipline, champ, orientation,
        priorité, appel à projets, aap, famille, filière, pilier, enjeu, règlement d'intervention""",
    "subprogramme": """sous type, sous programme, sous thématique, sous thème, sous axe, sous action, sous dispositif,
        sous rubrique, sous catégorie, sous domaine, sous parcours, sous volet, sous opération, opération""",
    "operator": """coopérative, coopérative scolaire,
        opérateur, bénéficiaire, organisme, organisation, structure, association, asso, assoc, porteur, tiers,
        raison sociale, entreprise, société,
        enseigne, commerce, commerçant, artisan, demandeur, attributaire, lauréat, candidat, partenaire, prestataire,
        gestionnaire, intervenant, mandataire, bailleur, organisateur,
        maître d'ouvrage, maîtrise d'ouvrage, établissement, école, collège, lycée, club, ligue, comité,
        fédération, compagnie, collectivité, exploitant, exploitation, propriétaire, pétitionnaire, titulaire,
        nombeneficiaire, chef de file, tête de réseau, sportif, athlète, étudiant, étudiante, club sportif,
        structure porteuse,
        autorité organisatrice, nom prénom, nom et prénom, identité, personne morale, employeur, artiste,
        festival, centre social, epci, mission locale, dénomination sociale, destinataire, acteur, entité, institution,
        équipe artistique, troupe, syndicat, groupement, crèche, ehpad, université, laboratoire, radio, média,
        librairie, agriculteur, éleveur, viticulteur, apiculteur, étiquettes de lignes, eple, siae, cinéma, musée,
        centres sociaux, moa, nom et adresse, nom adresse, dénomination et adresse""",
    "commune": """commune, ville, localité, localisation, siège, siège social, lieu, commune siège, ville siège,
        commune d'implantation, lieu d'implantation, implantation, domiciliation, domicile, adresse,
        cp ville, cp commune""",
    "action": """action, projet, objet, but, spectacle, titre du projet, intitulé du dossier,
        libellé du dossier, libellé dossier, objet dossier, objet du dossier, nature du dossier,
        nature de la demande,
        objet de la demande, intitulé de la demande, manifestation, événement, activité, séjour, travaux, équipement,
        prestation, au titre de, motif, destination, usage, nature de l'opération,
        nature du projet, nature des travaux, nature de l'aide, type d'investissement, nature d'investissement,
        nature de l'investissement, nature des investissements, objet de l'investissement,
        libellé de l'opération, intitulé de l'opération, objet de l'opération, opération financée,
        opération soutenue, affectation de la subvention, affectation de l'aide, emploi de la subvention,
        emploi de l'aide""",
    "detail": """description, descriptif, détail, complément, information complémentaire, informations, précision,
        commentaire, contenu, public, objectif, résumé, présentation, période, durée, fiche action, condition,
        modalité""",
    "remark": """observation, obs, remarque, note, précisions sur le financement, observations sur le financement,
        modalités de financement, modalités de versement, mode de financement, source de financement,
        origine du financement, financeur, imputation, ligne budgétaire,
        ne prend pas part, ne prennent pas part, ne prenant pas part, déport""",
    "places": """place, nombre, nb, nbre, poste, effectif, capacité, file active, mesure,
        total élèves, total enfants, total jeunes, total places""",
    "amount": """montant, mt, mnt, subvention, subv, dem, dde, prop, attrib, aide, participation,
        contribution, crédit, dotation,
        financement, fonds de concours, concours, somme, proposition, attribution, bourse, prime, euro, eur,
        total, cumul, voté, accordé, attribué, proposé, retenu, avis, décision, trop perçu, trop versé, coût,
        budget, dépense, recette, engagement, versement, acompte, solde, avance, demande, part, prise en charge,
        indemnité, cotisation, soutien, appui, base subventionnable, assiette, prix, tarif, n 1, n 2, année n 1,
        année n 2, rappel, prévision, réalisé, année n, ae, ap, cp, autorisation de programme, autorisation
        d'engagement, plan de financement, travaux ht, travaux ttc, projet ht, projet ttc, opération ht,
        opération ttc, investissement ht, investissement ttc, coût h t, montant h t, travaux h t,
        montant éligible, dépense éligible, assiette éligible, base éligible, plafond, octroi, octroyé, alloué,
        arbitrage, forfait, prop commission, proposition commission, 1er versement, 2e versement, 2ème versement,
        premier versement, second versement, 1er acompte, 2e acompte, 2ème acompte, autofinancement, cofinancement,
        reste à charge, allocation, quote part, à verser, enveloppe attribuée, enveloppe allouée,
        intervention départementale, intervention régionale, intervention du département, intervention de la région,
        accompagnement financier""",
    "agreement": """convention, avenant, contrat, conventionnement, modèle de convention, type de convention,
        type de contrat, arrêté, n de convention, n convention, numéro de convention""",
    "other": """nomattribuant, idattribuant, idbeneficiaire, rnabeneficiaire, dateconvention, referencedecision,
        conditionsversement, datesperiodeversement, idrae, notificationue, pourcentagesubvention,
        rne, uai, n rne, n uai, taux appliqué, niveau, rang, point, classement, surface, contact, rapporteur,
        date de dépôt, siret, siren, n siret, n siren, code postal, téléphone, courriel, mail, date, année, exercice,
        taux,
        pourcentage, etp, nombre d'etp, nb etp, nb de jours, nb d'heures, nb de mois, nb jours, nb heures,
        nb mois, représentant, président, élu, nature des dépenses, nature de la dépense,
        nature juridique, statut, forme juridique, code insee, insee, population,
        nombre d'habitants, habitant, adhérent, licencié, nombre d'adhérents, nombre de licenciés, nb d'adhérents,
        nb de licenciés,
        total licenciés, total adhérents, total habitants, quantité, nb adhérents, nb licenciés,
        nombre d'heures, nombre de jours, nombre de mois, nombre de séances, code, article, nature comptable,
        fonction, service, direction, signature, iban, rib,
        code opération, indicateur, critère, n engagement, n d'engagement, numéro d'engagement, engagement juridique,
        n mandat, n de mandat, n bon de commande, n tiers, n de tiers, code tiers, numéro de tiers,
        naf, code naf, ape, code ape""",
}
HEADERS: dict[str, Role] = {words: role for role, text in _HEADERS.items() for words in phrases(text)}

# Words that say nothing of their own in front of another: « Nom de l'opérateur », « Type de parcours ».
NAMING = phrases("nom, intitulé, libellé, désignation, dénomination, titre, type, nature")
NEUTRAL = NAMING.union(
    word
    for text in phrases(
        "le, la, les, l, d, de, du, des, un, une, et,"
        " ou, a, au, aux, en, pour, par, sur, son, sa, ses, ce, cet, cette, dans, avec, est, grand, grande, b, c"
    )
    for word in text.split()
)
# Words that stand before a year and add nothing to it.
YEAR_WORDS = phrases("année, exercice, bp, an, en, pour, de, l, d, au, titre")
# Heads of columns that hold an opinion or a request in words as often as an amount.
OPINIONS = phrases("avis, décision, vote, demande, proposition, proposé")
# Decide only where nothing else does: « Nom », « Intitulé » alone.
_WEAK_HEADERS: dict[Role, str] = {
    "operator": "nom, dénomination",
    "action": "désignation, intitulé, libellé, nature",
    "detail": "type",
}
WEAK_HEADERS: dict[str, Role] = {words: role for role, text in _WEAK_HEADERS.items() for words in phrases(text)}
# How the words of headers are spelt, to show those that a scan lets misread.
SPELT = {phrase(part): part for text in (*_HEADERS.values(), *_WEAK_HEADERS.values()) for part in spellings(text)}

# Side by side, over how many members of the assembly voted so on each row.
VOICES = phrases(
    "pour, contre, abstention, abst, abs, voix pour, voix contre, vote pour, vote contre, nppv, nppav,"
    " ne prend pas part"
)

# Over numbers: where the money stands in the budget, and nothing of what it is for.
ACCOUNT_HEADS = phrases("chapitre, nature, article, compte, fonction, sous fonction, imputation, chap, art")
# Over who pays, or over the numbers of départements where those who receive are found.
DEPARTMENT_HEADS = phrases("département, dépt, dpt, dép, n département, n de département")
# Over the codes of postal towns, « CP » too. Over streets: a column of towns, where there is one, goes before it.
POSTCODE_HEADS = phrases("cp, code postal, c p, cpostal")
ADDRESS_HEADS = phrases("adresse, rue, voie, domicile")
_TOWNS = frozenset({"commune", "ville", "localite"})
# Over whoever receives, or over the groups of communes where those who receive are found.
AREA_HEADS = phrases("epci, nom de l'epci, epci de rattachement, intercommunalité, agglomération, interco")
# Over what works for others as often as over what receives.
BODY_HEADS = phrases("service, site, antenne, nom du service, nom du site")


def heads_address(head: str) -> bool:
    """Whether a header is over streets, whosever they are: « Adresse du logement », but not « Adresse et commune »."""
    words = phrase(head).split(" ")
    return words[0] in ADDRESS_HEADS and _TOWNS.isdisjoint(words)
