"""Words of French council tables, as plain data: headers, row labels, funders, what a table is not.

Phrases are parted by commas and compared after `phrase()`: no case, accent, punctuation, plural or feminine, so that
« Bénéficiaire(s) », « bénéficiaires » and « BENEFICIAIRE » are one. A spelling met in a new document is one more
phrase here, never a rule for one council.
"""

import re
from functools import lru_cache

from ingest.reader.records import Role
from portal.french import fold

# « TERRITOIRE(S) », « attribué(e)s », « retenu.e.s »
_INCLUSIVE = re.compile(r"\((?:e|s|es|x|nt)\)s?|[·.]e[·.]s?\b", re.IGNORECASE)
# « CD32 », « CG 76 »: the council of a département by its number.
_COUNCIL_NUMBER = re.compile(r"\b(c[dg]) ?\d[\dab]\d?\b")
# Shorter words keep their last letter: « cas », « aux ».
_SHORTEST_PLURAL = 4


@lru_cache(maxsize=8_000)
def phrase(text: str) -> str:
    """The words of a header or a label as they are compared: folded, singular, masculine."""
    words = " ".join(_word(word) for word in fold(_INCLUSIVE.sub("", text)).split())
    return _COUNCIL_NUMBER.sub(r"\1", words)


def _word(word: str) -> str:
    if len(word) >= _SHORTEST_PLURAL and word[-1] in "sx":
        word = word[:-1]
    return word[:-1] if len(word) >= _SHORTEST_PLURAL and word.endswith("ee") else word


def _phrases(text: str) -> frozenset[str]:
    return frozenset(map(phrase, _parts(text)))


def _parts(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(",")]


# ---- header words → roles ----------------------------------------------------------------------------------------
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
        communauté de communes, intercommunalité, département concerné, aire géographique""",
    "programme": """programme, thématique, thème, dispositif, parcours, axe, type d'action, type d'aide, politique,
        politique publique, secteur d'activité,
        mission, domaine, rubrique, catégorie, chapitre, volet, discipline, champ, orientation,
        priorité, appel à projets, aap, famille, filière""",
    "subprogramme": """sous type, sous programme, sous thématique, sous thème, sous axe, sous action, sous dispositif,
        sous rubrique, sous catégorie, sous domaine, sous parcours, sous volet, sous opération, opération""",
    "operator": """coopérative, coopérative scolaire,
        opérateur, bénéficiaire, organisme, organisation, structure, association, porteur, tiers,
        raison sociale, entreprise, société,
        enseigne, commerce, commerçant, artisan, demandeur, attributaire, lauréat, candidat, partenaire, prestataire,
        gestionnaire, intervenant, mandataire, bailleur, organisateur,
        maître d'ouvrage, maîtrise d'ouvrage, établissement, école, collège, lycée, club, ligue, comité,
        fédération, compagnie, collectivité, exploitant, exploitation, propriétaire, pétitionnaire, titulaire,
        autorité organisatrice, nom prénom, nom et prénom, identité, personne morale, employeur, artiste,
        festival, centre social, epci, mission locale, dénomination sociale, destinataire, acteur, entité, institution,
        équipe artistique, troupe, syndicat, groupement, crèche, ehpad, université, laboratoire, radio, média,
        librairie, agriculteur, éleveur, viticulteur, apiculteur, étiquettes de lignes""",
    "commune": """commune, ville, localité, localisation, siège, siège social, lieu, commune siège, ville siège,
        commune d'implantation, lieu d'implantation, implantation, domiciliation, domicile, adresse,
        cp ville, cp commune""",
    "action": """action, projet, objet, intitulé du dossier, libellé du dossier, libellé dossier,
        objet dossier, objet du dossier, nature du dossier,
        nature de la demande,
        objet de la demande, intitulé de la demande, manifestation, événement, activité, séjour, travaux, équipement,
        prestation, au titre de, motif, destination, usage, nature de l'opération,
        nature du projet, nature des travaux, nature de l'aide,
        libellé de l'opération, intitulé de l'opération, objet de l'opération, opération financée,
        opération soutenue, affectation de la subvention, affectation de l'aide, emploi de la subvention,
        emploi de l'aide""",
    "detail": """description, descriptif, détail, complément, information complémentaire, informations, précision,
        commentaire, contenu, public, objectif, résumé, présentation, période, durée, fiche action, condition,
        modalité""",
    "remark": """observation, obs, remarque, note, précisions sur le financement, observations sur le financement,
        modalités de financement, modalités de versement, mode de financement, source de financement,
        origine du financement, financeur, imputation, ligne budgétaire""",
    "places": """place, nombre, nb, nbre, poste, effectif, capacité, file active, mesure""",
    "amount": """montant, mt, mnt, subvention, subv, aide, participation, contribution, crédit, dotation,
        financement, fonds de concours, concours, somme, proposition, attribution, bourse, prime, euro, eur,
        total, cumul, voté, accordé, attribué, proposé, retenu, avis, décision, trop perçu, trop versé, coût,
        budget, dépense, recette, engagement, versement, acompte, solde, avance, demande, part, prise en charge,
        indemnité, cotisation, soutien, appui, base subventionnable, assiette, prix, tarif, n 1, n 2, année n 1,
        année n 2, rappel, prévision, réalisé, année n, ae, ap, cp, autorisation de programme, autorisation
        d'engagement, plan de financement""",
    "agreement": """convention, avenant, contrat, conventionnement, modèle de convention, type de convention,
        type de contrat, arrêté, n de convention, n convention, numéro de convention""",
    "other": """siret, siren, n siret, n siren, code postal, téléphone, courriel, mail, date, année, exercice, taux,
        pourcentage, etp, nombre d'etp, nb etp, nb de jours, nb d'heures, nb de mois, nb jours, nb heures,
        nb mois, représentant, président, élu, nature des dépenses, nature de la dépense,
        nature juridique, statut, forme juridique, code insee, insee, population,
        nombre d'habitants, habitant, adhérent, licencié, nombre d'adhérents, nombre de licenciés, nb d'adhérents,
        nb de licenciés, quantité, nb adhérents, nb licenciés, nombre d'heures, nombre de jours, nombre de mois,
        nombre de séances, code, article, nature comptable, fonction, service, direction, signature, iban, rib,
        code opération, indicateur, critère, n engagement, n d'engagement, numéro d'engagement, engagement juridique,
        n mandat, n de mandat, n bon de commande, n tiers, n de tiers, code tiers, numéro de tiers""",
}
HEADERS: dict[str, Role] = {words: role for role, text in _HEADERS.items() for words in _phrases(text)}

# Words that say nothing of their own in front of another: « Nom de l'opérateur », « Type de parcours ».
NAMING = _phrases("nom, intitulé, libellé, désignation, dénomination, type, nature")
NEUTRAL = NAMING.union(
    word
    for text in _phrases(
        "le, la, les, l, d, de, du, des, un, une, et,"
        " ou, a, au, aux, en, pour, par, sur, son, sa, ses, ce, cet, cette, dans, avec, est, b, c"
    )
    for word in text.split()
)
# Words that stand before a year and add nothing to it.
YEAR_WORDS = _phrases("année, exercice, bp, an, en, pour, de, l, d, au, titre")
# Heads of columns that hold an opinion or a request in words as often as an amount.
OPINIONS = _phrases("avis, décision, vote, demande, proposition, proposé, décision de la commission")
# Decide only where nothing else does: « Nom », « Intitulé » alone.
_WEAK_HEADERS: dict[Role, str] = {
    "operator": "nom, dénomination",
    "action": "désignation, intitulé, libellé, nature",
    "programme": "type",
}
WEAK_HEADERS: dict[str, Role] = {words: role for role, text in _WEAK_HEADERS.items() for words in _phrases(text)}
# How the words of headers are spelt, to show those that a scan lets misread.
SPELT = {phrase(part): part for text in (*_HEADERS.values(), *_WEAK_HEADERS.values()) for part in _parts(text)}

# ---- what a column of money says ---------------------------------------------------------------------------------

# What the applicant wants, what it costs, what was given before: printed beside the vote, never counted.
ASKED = _phrases("demande, dde, dem, sollicité, souhaité, requis, demande du porteur, besoin")
PREVIOUS = _phrases(
    "n 1, n 2, précédent, antérieur, rappel, versé, déjà, réalisé, initial, initiale, initialement, pour mémoire,"
    " bilan, perçu, année dernière, consommé, mandaté, obtenu, au lieu de"
)
# What the accounts say of money voted before.
COMMITTED = _phrases("engagé")
PAID_OUT = _phrases("mandaté")
# What a vote of another day gave, beside what takes its place.
REPLACED = _phrases("initial, initiale, initialement, au lieu de")
# Heads of a column in which each row prints its year.
YEARS_IN_ROWS = _phrases("année, exercice, année budgétaire, exercice budgétaire, millésime")
# With a year and nothing else, over what an assembly gives in that year.
YEARLY_BUDGET = _phrases("budget, bp, primitif, inscrit, bs, année, exercice")
# What a vote adds to an earlier one, and both together once it is added.
ADDED = _phrases(
    "avenant, complément, complémentaire, abondement, ajustement, additionnel, proposition bs, proposition dm,"
    " budget supplémentaire, décision modificative"
)
REVISED = _phrases("nouveau, nouvelle, après avenant, après ajustement, actualisé, révisé, ajusté, modifié, porté à")
COST = _phrases(
    "coût, budget, dépense, recette, base, assiette, plafond, prix, tarif, unitaire, devis, charge, produit,"
    " autofinancement, fonds propres, solde, disponible, taux, par logement, par élève,"
    " en nature, valorisation, valorisé, prêt, emprunt, garanti, garantie, quotité,"
    " par habitant, par place, par enfant, par licencié, par adhérent, par jour, par heure, par mesure, par personne,"
    " par poste, par mois, par ménage, par famille, par jeune, par repas, par km,"
    " par cddi, par etp, par contrat, par bénéficiaire, a l'ha, a l'hectare, par hectare, par ha,"
    " écart, différence, évolution,"
    " reste à charge, reste à verser, reste à payer, reste à mandater, reste à liquider, reste dû,"
    " acompte, avance, plan de financement, chiffre d'affaires, trésorerie, subventionnable, éligible,"
    " montant du projet, montant de l'opération, montant des travaux, montant de l'action, montant ht, montant ttc,"
    " montant de l'investissement, montant prévisionnel des travaux, montant prévisionnel de l'opération, dép"
)
# Grants that bear the name of a cost.
NOT_COST = _phrases(
    "subvention de base, aide de base, dotation de base, participation de base, prix attribué, prix décerné, prix remis"
)
RATES = _phrases("taux, pourcentage, pct")
# The same money again, by the years in which it will be paid.
ADVANCE = _phrases("acompte, avance")
SCHEDULE = _phrases(
    "échéancier, crédits de paiement, cp, calendrier de versement, échelonnement, versements prévus, douzième,"
    " mensualité"
)
# Units that a header prints for all the cells under it, in euros.
UNITS: dict[str, int] = {
    unit: size
    for size, text in (
        (1_000, "k, keur, keuro, milliers d'euros, en milliers, kilo euros"),
        (1_000_000, "meur, meuro, millions d'euros, en millions"),
    )
    for unit in _phrases(text)
}
MONEY_UNITS = frozenset(word for unit in UNITS for word in unit.split()) | _phrases("euro, eur")
# Leave to spend, which is a vote where the header says so (« AP votée »), and a budget where it does not.
CREDITS = _phrases("ae, ap, autorisation, enveloppe")
# Credits that are set aside for one operation, and may be all that a table prints of what is granted to it.
AUTHORISED = _phrases("ae, ap, autorisation de programme, autorisation d'engagement")
# Money that goes back: what is printed is taken off what is voted.
DEDUCTED = _phrases("trop perçu, trop versé, indu, à déduire, à récupérer, à rembourser, à restituer")
# Money of an earlier vote that this one takes back.
CANCELLED = _phrases(
    "annulé, annulation, à annuler, caduc, caducité, désengagé, désengagement, à désengager, dégagé, dégagement,"
    " à dégager, désaffecté, désaffectation, reliquat à annuler"
)
VOTED = _phrases(
    "voté, attribué, accordé, retenu, alloué, octroyé, validé, affecté, approuvé, arrêté, adopté, notifié, attribution,"
    " décidé, décision, engagement, engagé, à voter, arbitrage, arbitré, définitif, définitive"
)
# What the rate of an aid is taken of, where another column prints the aid: « Montant retenu | Montant de l'aide ».
RETAINED = _phrases("retenu")
PROPOSED = _phrases("proposé, prop, proposition, avis, préconisé, prévisionnel")
WHOLE = _phrases("total, totale, global, globale, cumul, ensemble, net")
# A sentence that states all of what its heading holds.
WHOLE_SAID = _phrases("total, global, ensemble, s'élève, s'établit, montant annuel, enveloppe, budget")
# Two votes on one row, which a whole may add up.
PARTS = _phrases("fonctionnement, investissement, exceptionnel, exceptionnelle, part fixe, part variable")
# The same where nothing else heads a column of amounts.
PART_HEADS = _phrases("projet, projet spécifique, action, action spécifique, manifestation, événement, animation")
# Words that make money a grant, and not some other money.
GRANTS = _phrases(
    "subvention, subv, aide, participation, contribution, dotation, attribution, crédit, bourse, prime, soutien,"
    " cotisation, indemnité, prise en charge, fonds de concours"
)

# ---- who pays ----------------------------------------------------------------------------------------------------

PAYERS: dict[str, frozenset[str]] = {
    "department": _phrases("département, départemental, conseil départemental, conseil général, cd, cg"),
    "region": _phrases("région, régional, conseil régional, cr"),
    "commune": _phrases("commune, communal, ville, municipal, conseil municipal, mairie"),
    "group": _phrases(
        "communautaire, communauté, agglomération, métropole, métropolitain, epci, intercommunal, agglo,"
        " ca du, ca de, ca d, cc du, cc de, cc d, cu du, cu de, cu d"
    ),
    "state": _phrases("état, ministère, préfecture"),
    "europe": _phrases("europe, ue, union européenne, fse, feder, feader, leader"),
}
FUNDERS = frozenset().union(
    *PAYERS.values(),
    _phrases(
        "caf, msa, cpam, carsat, ars, cnsa, ademe, drac,"
        " dreets, ddets, dsil, detr, anru, anah, anct, agence de l'eau, pôle emploi, france travail,"
        " banque des territoires, autofinancement, fonds propres, mécénat, fondation, autres financeurs,"
        " autres financements, autre, privé, intercommunalité"
    ),
)

# Assemblies whose name does not say who pays.
ASSEMBLIES: dict[str, frozenset[str]] = {
    "commune": _phrases("conseil de paris, conseil d'arrondissement, centre communal d'action sociale"),
    "group": _phrases("comité syndical, conseil syndical, bureau syndical, conseil de territoire"),
}
# What a payer calls the money that it alone gives, as a header prints it beside the money of others.
OWN_GRANTS: dict[str, frozenset[str]] = {
    "department": _phrases("part départementale"),
    "region": _phrases("part régionale"),
    "commune": _phrases("part communale, part municipale"),
    "group": _phrases("fonds de concours, part communautaire, part intercommunale"),
    "state": _phrases("detr, dsil, dsid, fnadt, fonds vert, fdva, fipd, drac, dreets, ddets, bop"),
}
# Funds of the State by their whole names, over lists that no assembly votes.
STATE_FUNDS = OWN_GRANTS["state"] | _phrases(
    "dotation d'équipement des territoires ruraux, dotation de soutien à l'investissement local, mildeca, p147,"
    " fonds interministériel de prévention de la délinquance, fonds pour le développement de la vie associative"
)
# Policies and beneficiaries that bear the name of a funder.
NOT_FUNDERS = _phrases("politique de la ville, contrat de ville, politique régionale")

# ---- row labels --------------------------------------------------------------------------------------------------

# The whole label of a sum, of all rows or of some of them.
TOTAL_LABELS = _phrases(
    "total, totaux, total général, grand total, montant total, ensemble, cumul, somme, somme totale,"
    " sous total, sous totaux, s total, ss total, stotal, total partiel, total intermédiaire,"
    " à reporter, total à reporter, report page, total page"
)
# A row of nothing but these words ends a page, or begins the next one, with the sum so far.
CARRIED_LABELS = _phrases(
    "à reporter, total à reporter, report, report page précédente, report de la page précédente,"
    " report des pages précédentes"
)
# A row that opens so tells what credits there are, or what is left of them.
BALANCES = _phrases(
    "reste à répartir, reste à attribuer, reste à affecter, reste à ventiler, reste à engager, reste disponible,"
    " solde disponible, solde à répartir, solde à attribuer, crédits ouverts, crédits inscrits, crédits votés,"
    " crédits disponibles, crédits restants, disponible, enveloppe, montant restant, montant disponible,"
    " budget disponible, budget alloué, budget voté, non affecté, non réparti"
)
# A full-width row that opens so is a note, not a heading.
NOTE_OPENINGS = _phrases("nb, nota, nota bene, note, source, rappel, attention, pour mémoire")
# A full-width row that speaks of the vote on the rows around it.
VOTE_WORDS = _phrases(
    "ne prend pas part, ne prennent pas part, n'a pas pris part, n'ont pas pris part, ne participe pas au vote,"
    " ne participent pas au vote, n'a pas participé, n'ont pas participé, sort de la salle, sortent de la salle,"
    " quitte la salle, quitte la séance, quittent la séance, adopté à l'unanimité, adopté à la majorité, vote contre,"
    " votent contre, s'abstient, s'abstiennent, se déporte, se déportent"
)
# Printed in a reference cell while the reference does not exist yet.
NO_REFERENCE = _phrases(
    "en cours, à créer, en attente, nc, néant, sans, sans objet, à compléter, à venir, so, création, nouveau"
)

# Words of titles that say no more than that a list of grants follows: « Subventions aux associations ».
TITLE_WORDS = _phrases(
    "subvention, aide, dotation, participation, financement, crédit, montant, soutien, programmation, attribution,"
    " répartition, proposition, demande, liste, tableau, détail, état, récapitulatif, annexe, année, exercice,"
    " association, organisme, structure, bénéficiaire, opérateur, porteur, tiers, projet, action, dossier, opération,"
    " local, locaux, départemental, départementaux, régional, régionaux, communal, communaux, divers, individuel,"
    " accordé, attribué, voté, alloué, proposé, octroyé, versé, euro, de, du, des, d, la, le, les, l, au, aux, à, et,"
    " par, pour, en, ci, joint, suivant, commission, permanente"
)
# Printed in a cell of money while no amount is voted.
NO_AMOUNT = _phrases(
    "nc, so, sans objet, néant, en attente, en cours, à venir, à définir, à déterminer, à compléter, ajourné,"
    " reporté, refusé, rejeté, défavorable, avis défavorable, avis réservé, sans suite,"
    " refus, rejet, report, non éligible, inéligible, irrecevable, pm, mémoire, pour mémoire, non communiqué"
)

# ---- names -------------------------------------------------------------------------------------------------------

# Words of organisations, by which a column of names is known where its header says nothing.
ORGANISATIONS = _phrases(
    "association, asso, amicale, ccas, cias, commune, ville, communauté, syndicat, sivom, sivu, sivos, petr, cuma,"
    " centre, comité, club, fédération, foyer, fondation, groupement, ligue, maison, mission, mairie, office,"
    " régie, sarl, sas, sasu, scop,"
    " scic, scea, earl, gaec, union, compagnie, collectif, coopérative, collège, lycée, école, établissement, ehpad,"
    " gip, institut, université, chambre, harmonie, théâtre, festival, société, agence, croix, secours, restos, mjc,"
    " udaf, adil, caf, geiq, plie, gie, unss, sdis, écomusée, musée, fanfare, cinéma, cercle, entreprise, amis, radio,"
    " orchestre, chorale, ensemble, ateliers, jeunes, anciens, parents, scouts, patronage, confrérie, crèche, hôpital"
)

# ---- counts in a description -------------------------------------------------------------------------------------

PLACES = _phrases("place, poste")
# What a column of counts says that it counts, in its header.
_UNITS = "place, poste, mesure, bénéficiaire, personne, jeune, ménage, famille, élève, logement, lit, séance"
COUNT_UNITS = {phrase(word): word for word in _UNITS.split(", ")}
# Units of something else than places: time, money, full-time equivalents, streets, parts of the document.
NOT_PLACES = _phrases(
    "etp, euro, eur, an, année, mois, jour, semaine, heure, h, er, ème, e, ère, janvier, février, mars, avril, mai,"
    " juin, juillet, août, septembre, octobre, novembre, décembre, km, m, kg, rue, avenue, bis, ter, et, a, au, ou,"
    " session, phase, tranche, trimestre, semestre, axe, lot, article, annexe, nd, de, du"
)

# ---- money outside the budget of the council ---------------------------------------------------------------------

OUTSIDE_BUDGET = _phrases("hors budget, hors du budget, non imputé au budget")

# ---- tables that are not about grants ----------------------------------------------------------------------------

# Heads of the columns of a budget table, and among them what this act itself spends.
BUDGET = _phrases(
    "code opération, imputation, imputation budgétaire, enveloppe, ae, ap, cp, autorisation de programme,"
    " autorisation d'engagement, crédits de paiement, disponible, engagements, autorisé, déjà contracté,"
    " nature comptable, chapitre, article budgétaire, ligne de crédit, programme budgétaire, crédits inscrits,"
    " crédits ouverts, budget primitif, budget supplémentaire, décision modificative, dm"
)
BUDGET_ACT = _phrases("dépense, proposition, proposé, montant proposé, à engager, engagement proposé, affectation")
# Over numbers: where the money stands in the budget, and nothing of what it is for.
ACCOUNT_HEADS = _phrases("chapitre, nature, article, compte, fonction, sous fonction, imputation, chap, art")
# Over the codes of postal towns, « CP » too. Over streets: a column of towns, where there is one, goes before it.
POSTCODE_HEADS = _phrases("cp, code postal, c p, cpostal")
ADDRESS_HEADS = _phrases("adresse, adresse postale, adresse du siège, adresse complète, rue, voie, domicile")
# Over whoever receives, or over the groups of communes where those who receive are found.
AREA_HEADS = _phrases("epci, nom de l'epci, epci de rattachement, intercommunalité, agglomération, interco")
# Over what works for others as often as over what receives.
BODY_HEADS = _phrases("service, site, antenne, nom du service, nom du site")
BANK = _phrases("iban, rib, bic, code guichet, code banque, code établissement, clé rib, agence bancaire, n de compte")
ACCOUNTS = _phrases(
    "charge, produit, actif, passif, compte de résultat, achat, dépense, recette, résultat, emplois, ressources,"
    " exercice n, budget réalisé, charges prévisionnelles, nature des dépenses, poste de dépense"
)
# What opens a row of accounts.
ACCOUNT_LABELS = _phrases(
    "dépense, recette, résultat, excédent, déficit, report, restes à réaliser, rar, solde d'exécution,"
    " solde de clôture, section de fonctionnement, section d'investissement,"
    " charges de, produits de, charges à, charges exceptionnelles, produits exceptionnels, virement à la section,"
    " opérations de l'exercice, opérations d'ordre, affectation du résultat, totaux cumulés, capacité d'autofinancement"
)
# Rows of a funding plan that are money of whoever asks for help.
OWN_FUNDS = _phrases("autofinancement, fonds propres, reste à charge, part communale, fonds libres")
# Printed for the name on the line above.
DITTO = frozenset({"idem", "id", "ditto", "dito"})
DITTO_SIGNS = frozenset({'"', "''", "″", "”", "“", "»", "//", "- “ -", '-"-', "―"})
EXTENDED = _phrases(
    "nouvelle échéance, échéance initiale, échéance prorogée, nouveau délai, date de prorogation, prorogation,"
    " prorogé au, prorogé jusqu au, nouvelle date de caducité, nouvelle date limite, nouvelle date de fin,"
    " nouvelle durée, durée initiale, durée de validité initiale, durée prorogée"
)
INDICATORS = _phrases("indicateur, cible, valeur cible, situation au, objectif chiffré, résultat attendu")
COUNTED = _phrases("nombre, nb, nbre, effectif, adhérent, licencié, habitant, population")
PRICES = _phrases(
    "prix unitaire, tarif, prix, coût unitaire, coût horaire, pu, barème, quotient familial, montant unitaire, tranche"
)
PERSONAL_DATA = _phrases(
    "donnée, données à caractère personnel, destinataire, finalité, durée de conservation, catégorie de données"
)
