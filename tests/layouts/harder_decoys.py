"""Tables of money that are no grants and look more like grants than those of the first kinds do."""

from collections.abc import Callable
from random import Random

from tests.layouts import words

Rows = list[tuple[str, ...]]
Decoy = tuple[str, Rows, tuple[float, ...]]


def _price(random: Random, low: int, high: int) -> str:
    # Seven or nine at the end of the euros, as in the other decoys.
    return f"{random.randrange(low, high) * 10 + random.choice([7, 9]):,}".replace(",", " ") + ",00 €"


def _people(random: Random, count: int) -> list[str]:
    return random.sample(["DURANVAL Paul", "LESTRADE Jeanne", "MORVANT Éric", "SARL Pontal", "CHABRIEL Lucie"], count)


def _market(random: Random) -> Decoy:
    lots = ["Gros œuvre", "Charpente", "Menuiseries", "Électricité", "Peinture", "Plomberie"]
    rows: Rows = [random.choice([("Lot", "Attributaire", "Montant HT"), ("Lot", "Titulaire", "Montant du marché")])]
    for number, lot in enumerate(lots, 1):
        firm = f"{random.choice(['SARL', 'SAS', 'Entreprise'])} {random.choice(words.TOWNS)}"
        rows.append((f"Lot {number} – {lot}", firm, _price(random, 200, 9000)))
    return "Attribution des marchés de travaux du collège", rows, (2, 2, 1)


def _guarantees(random: Random) -> Decoy:
    rows: Rows = [("Organisme", "Opération", "Montant du prêt", "Montant garanti", "Quotité")]
    for _ in range(4):
        home = f"{random.randrange(4, 40)} logements à {random.choice(words.TOWNS)}"
        rows.append(("Habitat du Haut-Pays", home, _price(random, 900, 90000), _price(random, 900, 9000), "50 %"))
    return "Garanties d’emprunt accordées", rows, (2, 2, 1, 1, 1)


def _scale(random: Random) -> Decoy:
    rows: Rows = [("Population de la commune", "Taux d’aide", "Plafond de dépense")]
    for low, high in ((0, 500), (501, 1000), (1001, 3000), (3001, 5000)):
        rows.append((f"De {low} à {high} habitants", f"{random.randrange(10, 60)} %", _price(random, 900, 9000)))
    return "Barème des aides aux communes", rows, (2, 1, 1)


def _fees(random: Random) -> Decoy:
    rows: Rows = [("Quotient familial", "Demi-pension", "Internat", "Repas occasionnel")]
    for low in range(0, 1200, 300):
        rows.append((f"{low} à {low + 299}", *(_price(random, 2, 90) for _ in range(3))))
    return "Tarifs de restauration scolaire", rows, (2, 1, 1, 1)


def _staff(random: Random) -> Decoy:
    posts = ["Attaché territorial", "Rédacteur", "Adjoint technique", "Ingénieur", "Assistant socio-éducatif"]
    rows: Rows = [("Grade", "Catégorie", "Effectif", "Coût annuel")]
    rows += [(one, random.choice("ABC"), str(random.randrange(1, 40)), _price(random, 900, 9000)) for one in posts]
    return "Tableau des emplois", rows, (2, 1, 1, 1)


def _programmes(random: Random) -> Decoy:
    rows: Rows = [("Autorisation de programme", "Montant de l’AP", "CP {0}", "CP {1}")]
    names = ["Collèges", "Routes départementales", "Très haut débit", "Bâtiments administratifs"]
    rows += [(one, *(_price(random, 9000, 90000) for _ in range(3))) for one in names]
    return "Autorisations de programme et crédits de paiement", rows, (2, 1, 1, 1)


def _bad_debts(random: Random) -> Decoy:
    rows: Rows = [("Débiteur", "Motif", "Montant")]
    rows += [(one, "Poursuites sans effet", _price(random, 3, 90)) for one in _people(random, 4)]
    return "Admission en non-valeur de créances irrécouvrables", rows, (2, 2, 1)


def _history(random: Random) -> Decoy:
    rows: Rows = [("Année", "Subvention demandée", "Subvention accordée")]
    rows += [(f"{{{place}}}", _price(random, 50, 900), _price(random, 50, 900)) for place in (-3, -2, -1)]
    return "Historique des aides versées à l’association", rows, (1, 1, 1)


def _plan(random: Random) -> Decoy:
    funders = ["État – DRAC", "Conseil régional", "Conseil départemental", "Commune", "Mécénat", "Fonds propres"]
    rows: Rows = [random.choice([("Financeurs", "Montant sollicité", "%"), ("Ressources", "Montant", "Taux")])]
    rows += [(one, _price(random, 100, 2000), f"{random.randrange(5, 40)} %") for one in funders]
    rows.append(("Total", _price(random, 4000, 9000), "100 %"))
    return "Plan de financement prévisionnel", rows, (2, 1, 1)


def _budget(random: Random) -> Decoy:
    charges = ["Achats de fournitures", "Locations", "Honoraires", "Salaires bruts", "Frais de déplacement"]
    products = ["Prestations", "Subvention État", "Subvention Région", "Subvention Département", "Cotisations"]
    rows: Rows = [("CHARGES", "Montant", "PRODUITS", "Montant")]
    rows += [(a, _price(random, 50, 900), b, _price(random, 50, 900)) for a, b in zip(charges, products, strict=True)]
    rows.append(("TOTAL DES CHARGES", _price(random, 900, 1000), "TOTAL DES PRODUITS", _price(random, 900, 1000)))
    return "Budget prévisionnel de l’action", rows, (2, 1, 2, 1)


def _amended_budget(random: Random) -> Decoy:
    rows: Rows = [("Chapitre", "Libellé", "Budget primitif", "Décision modificative", "Total")]
    names = {"011": "Charges à caractère général", "012": "Charges de personnel", "65": "Autres charges de gestion"}
    rows += [(code, name, *(_price(random, 900, 90000) for _ in range(3))) for code, name in names.items()]
    return "Décision modificative n° 1", rows, (1, 2, 1, 1, 1)


def _rents(random: Random) -> Decoy:
    rows: Rows = [("Locataire", "Adresse du bien", "Loyer mensuel", "Charges")]
    for one in _people(random, 3):
        where = f"{random.randrange(1, 90)} rue du Moulin, {random.choice(words.TOWNS)}"
        rows.append((one, where, _price(random, 20, 90), _price(random, 2, 9)))
    return "Loyers des logements départementaux", rows, (2, 2, 1, 1)


def _allowances(random: Random) -> Decoy:
    rows: Rows = [("Nom et prénom", "Fonction", "Indemnité brute mensuelle")]
    rows += [
        (one, random.choice(["Président", "Vice-président", "Conseiller"]), _price(random, 100, 600))
        for one in _people(random, 4)
    ]
    return "Indemnités de fonction des élus", rows, (2, 1, 1)


def _sales(random: Random) -> Decoy:
    rows: Rows = [("Parcelle", "Acquéreur", "Surface", "Prix de vente")]
    for one in _people(random, 4):
        rows.append(
            (f"AB {random.randrange(10, 900)}", one, f"{random.randrange(90, 9000)} m²", _price(random, 9, 900))
        )
    return "Cession de parcelles départementales", rows, (1, 2, 1, 1)


_KINDS: dict[str, Callable[[Random], Decoy]] = {
    "market lots": _market,
    "loan guarantees": _guarantees,
    "scale of aids": _scale,
    "fees": _fees,
    "staff": _staff,
    "programme credits": _programmes,
    "bad debts": _bad_debts,
    "history of one beneficiary": _history,
    "funding plan": _plan,
    "budget of an action": _budget,
    "amended budget": _amended_budget,
    "rents": _rents,
    "allowances": _allowances,
    "sales of land": _sales,
}


def a_harder_decoy(random: Random, year: int) -> tuple[str, Decoy]:
    """(what it is, the decoy), for an act of this year."""
    kind = random.choice(list(_KINDS))
    title, rows, weights = _KINDS[kind](random)
    years = {"{0}": str(year), "{1}": str(year + 1), **{f"{{-{n}}}": str(year - n) for n in (1, 2, 3)}}

    def told(text: str) -> str:
        for mark, one in years.items():
            text = text.replace(mark, one)
        return text

    return kind, (title, [tuple(told(text) for text in row) for row in rows], weights)
