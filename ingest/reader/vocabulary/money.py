"""What the header of a column of money says: asked, voted, a cost, a part, another year; as plain data."""

from ingest.reader.vocabulary.phrases import phrases

# What the applicant wants, what it costs, what was given before: printed beside the vote, never counted.
ASKED = phrases("demande, dde, dem, sollicité, souhaité, requis, demande du porteur, besoin")
PREVIOUS = phrases(
    "n 1, n 2, précédent, précédente, antérieur, antérieure, rappel, versé, déjà, réalisé, initial, initiale,"
    " initialement, pour mémoire, bilan, perçu, perçue, reçu, reçue, année dernière, consommé, mandaté, obtenu,"
    " obtenue, au lieu de, ancien montant, ancienne subvention"
)
# What later years may bring, beside what is voted for this one.
FORECAST = phrases("prévision, projection, perspective, estimation, estimé, indicatif, envisagé, pressenti")
# What the accounts say of money voted before.
COMMITTED = phrases("engagé")
PAID_OUT = phrases("mandaté")
# What a vote of another day gave, beside what takes its place.
REPLACED = phrases("initial, initiale, initialement, au lieu de, ancien montant, ancienne subvention")
# Heads of a column in which each row prints its year.
YEARS_IN_ROWS = phrases("année, exercice, année budgétaire, exercice budgétaire, millésime")
# With a year and nothing else, over what an assembly gives in that year.
YEARLY_BUDGET = phrases("budget, bp, primitif, inscrit, bs, année, exercice")
# What a vote adds to an earlier one, and both together once it is added.
ADDED = phrases(
    "avenant, complément, complémentaire, abondement, ajustement, additionnel, proposition bs, proposition dm,"
    " budget supplémentaire, décision modificative"
)
REVISED = phrases("nouveau, nouvelle, après avenant, après ajustement, actualisé, révisé, ajusté, modifié, porté à")
COST = phrases(
    "coût, budget, dépense, recette, base, assiette, plafond, prix, tarif, unitaire, devis, charge, produit,"
    " autofinancement, fonds propres, solde, disponible, taux, par logement, par élève,"
    " en nature, valorisation, valorisé, valeur locative, loyer, prêt, emprunt, garanti, garantie, quotité,"
    " par habitant, par place, par enfant, par licencié, par adhérent, par jour, par heure, par mesure, par personne,"
    " par poste, par mois, par ménage, par famille, par jeune, par repas, par km,"
    " par cddi, par etp, par contrat, par bénéficiaire, a l'ha, a l'hectare, par hectare, par ha,"
    " écart, différence, évolution,"
    " reste à charge, reste à verser, reste à payer, reste à mandater, reste à liquider, reste dû,"
    " acompte, avance, plan de financement, chiffre d'affaires, trésorerie, subventionnable, éligible,"
    " montant du projet, montant de l'opération, montant des travaux, montant de l'action, montant ht, montant ttc,"
    " travaux ht, travaux ttc, projet ht, projet ttc, opération ht, opération ttc, investissement ht,"
    " investissement ttc,"
    " montant de l'investissement, montant prévisionnel des travaux, montant prévisionnel de l'opération, dép"
)
# What is lent or done, and not paid.
IN_KIND = phrases("en nature, valorisation, valorisé, mise à disposition")
# Grants that bear the name of a cost.
NOT_COST = phrases(
    "subvention de base, aide de base, dotation de base, participation de base, prix attribué, prix décerné, prix remis"
)
RATES = phrases("taux, pourcentage, pct")
# The same money again, by the years in which it will be paid.
ADVANCE = phrases("acompte, avance")
BALANCE = phrases("solde")
# Parts of one grant, by when they are paid.
PAYMENTS = ADVANCE | BALANCE | phrases("versement, tranche, échéance")
SCHEDULE = phrases(
    "échéancier, crédits de paiement, cp, calendrier de versement, échelonnement, versements prévus, douzième,"
    " 1 12, 1 12e, 1 12ème, mensualité, acompte mensuel, versement mensuel, avance mensuelle, acompte trimestriel,"
    " versement trimestriel"
)
# What is to come of these is no proposal; « CP » under it may be a « commission permanente ».
SCHEDULE_EXPECTED = phrases(
    "échéancier prévisionnel, échéancier prévu, calendrier prévisionnel, crédits de paiement prévisionnels,"
    " crédits de paiement prévus"
)
# Units that a header prints for all the cells under it, in euros.
UNITS: dict[str, int] = {
    unit: size
    for size, text in (
        (1_000, "k, keur, keuro, milliers d'euros, en milliers, kilo euros"),
        (1_000_000, "meur, meuro, millions d'euros, en millions"),
    )
    for unit in phrases(text)
}
MONEY_UNITS = frozenset(word for unit in UNITS for word in unit.split()) | phrases("euro, eur")
# Leave to spend, which is a vote where the header says so (« AP votée »), and a budget where it does not.
CREDITS = phrases("ae, ap, autorisation, enveloppe")
# Credits that are set aside for one operation, and may be all that a table prints of what is granted to it.
AUTHORISED = phrases("ae, ap, autorisation de programme, autorisation d'engagement")
# Money that goes back: what is printed is taken off what is voted.
DEDUCTED = phrases("trop perçu, trop versé, indu, à déduire, à récupérer, à rembourser, à restituer")
# Money of an earlier vote that this one takes back.
CANCELLED = phrases(
    "annulé, annulation, à annuler, caduc, caducité, désengagé, désengagement, à désengager, dégagé, dégagement,"
    " à dégager, désaffecté, désaffectation, reliquat à annuler"
)
VOTED = phrases(
    "voté, attribué, attrib, accordé, retenu, retenue, alloué, octroyé, validé, affecté, approuvé, arrêté, adopté,"
    " notifié, attribution, affectation, décidé, décision, engagement, engagé, à voter, arbitrage, arbitré, définitif,"
    " définitive"
)
# Who votes, by its name or the letters that stand for it, over what it gives: « Rappel | Demande | Bureau | CM ».
VOTERS = phrases(
    "conseil, assemblée, commission, bureau, comité, collège, instance, jury, cm, cp, cc, cd, cr, ca, cs, bm, bc, ag"
)
# What an aid cannot go over, where another column prints the aid: « Montant maximum | Montant ».
CEILING = phrases("maximum, maximal, maximale")
# What the rate of an aid is taken of, where another column prints the aid: « Montant retenu | Montant de l'aide ».
RETAINED = phrases("retenu, retenue")
PROPOSED = phrases("proposé, prop, proposition, avis, préconisé, prévisionnel, prévu, prévue")
WHOLE = phrases("total, totale, global, globale, cumul, ensemble, net")
# A sentence that states all of what its heading holds.
WHOLE_SAID = phrases("total, global, ensemble, s'élève, s'établit, montant annuel, enveloppe, budget")
# Two votes on one row, which a whole may add up.
PARTS = phrases(
    "fonctionnement, investissement, ordinaire, exceptionnel, exceptionnelle, part fixe, part variable,"
    " à l'emploi, au projet, de projet, sur projet"
)
# The same where nothing else heads a column of amounts.
PART_HEADS = phrases(
    "projet, projet spécifique, action, action spécifique, manifestation, événement, animation, équipement"
)
# Words that make money a grant, and not some other money.
GRANTS = phrases(
    "subvention, subv, aide, participation, contribution, dotation, attribution, crédit, bourse, prime, soutien,"
    " cotisation, indemnité, prise en charge, fonds de concours, allocation"
)
