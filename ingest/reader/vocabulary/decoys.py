"""Tables that are not about grants, told by their words: budgets, accounts, prices, indicators; as plain data.

A phrase that a shorter one opens is kept where it is all that knows a word of print (`headers/misread_headers.py`).
"""

from ingest.reader.vocabulary.phrases import phrases

# Heads of the columns of a budget table, and among them what this act itself spends.
BUDGET = phrases(
    "code opération, imputation, enveloppe, ae, ap, cp, autorisation de programme,"
    " autorisation d'engagement, crédits de paiement, disponible, engagements, autorisé, déjà contracté,"
    " nature comptable, chapitre, article budgétaire, ligne de crédit, programme budgétaire, crédits inscrits,"
    " crédits ouverts, budget primitif, budget supplémentaire, décision modificative, dm"
)
BUDGET_ACT = phrases("dépense, proposition, proposé, montant proposé, à engager, engagement proposé, affectation")
BANK = phrases("iban, rib, bic, code guichet, code banque, code établissement, clé rib, agence bancaire, n de compte")
ACCOUNTS = phrases(
    "charge, produit, actif, passif, compte de résultat, achat, dépense, recette, résultat, emplois, ressources,"
    " exercice n, budget réalisé, charges prévisionnelles, nature des dépenses, poste de dépense"
)
# What opens a row of accounts.
ACCOUNT_LABELS = phrases(
    "dépense, recette, résultat, excédent, déficit, report, restes à réaliser, rar, solde d'exécution,"
    " solde de clôture, section de fonctionnement, section d'investissement,"
    " charges de, produits de, charges à, charges exceptionnelles, produits exceptionnels, virement à la section,"
    " opérations de l'exercice, opérations d'ordre, affectation du résultat, totaux cumulés, capacité d'autofinancement"
)
# Rows of a funding plan that are money of whoever asks for help.
OWN_FUNDS = phrases("autofinancement, fonds propres, reste à charge, part communale, fonds libres")
EXTENDED = phrases(
    "nouvelle échéance, échéance initiale, échéance prorogée, nouveau délai, date de prorogation, prorogation,"
    " prorogé au, prorogé jusqu au, nouvelle date de caducité, nouvelle date limite, nouvelle date de fin,"
    " nouvelle durée, durée initiale, durée de validité initiale, durée prorogée"
)
# Heads of what an authority buys: contracts of works, their lots, what was offered for them.
CONTRACTS = phrases(
    "n de lot, n lot, numéro de lot, n de marché, n marché, numéro de marché, objet du marché, intitulé du marché,"
    " titulaire du marché, attributaire du marché, marché initial, marché ht, marché ttc, montant du marché,"
    " montant initial du marché, montant du marché initial, nouveau montant du marché, montant de l'offre"
)
INDICATORS = phrases("indicateur, cible, valeur cible, situation au, objectif chiffré, résultat attendu")
COUNTED = phrases("nombre, nb, nbre, effectif, adhérent, licencié, habitant, population")
PRICES = phrases("tarif, prix, coût unitaire, coût horaire, pu, barème, quotient familial, montant unitaire, tranche")
# Heads of what persons are paid for a mandate or a post. « Indemnité » alone may be what a farmer is granted.
PAY = phrases(
    "indemnité brute, indemnité nette, indemnité mensuelle, indemnité de fonction, traitement brut, traitement mensuel,"
    " montant brut mensuel, brut mensuel, rémunération, salaire, indice brut, pourcentage de l'indice"
)
PERSONAL_DATA = phrases(
    "donnée, données à caractère personnel, destinataire, finalité, durée de conservation, catégorie de données"
)
