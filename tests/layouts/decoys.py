"""Tables of money that are no grants, as acts print them around grants: prices, accounts, indicators, co-funding."""

from collections.abc import Callable
from random import Random

from tests.layouts.harder_decoys import a_harder_decoy
from tests.layouts.looks import Cell, Grid

Rows = list[tuple[str, ...]]
# How often an act of the third kind has a decoy that only those have.
HARDER = 0.75


def a_decoy(random: Random, harder_year: int = 0) -> tuple[str, Grid, str]:
    """(line of text above it, the table, what it is). `harder_year`: that of an act of the third kind."""
    if harder_year and random.random() < HARDER:
        kind, (title, rows, weights) = a_harder_decoy(random, harder_year)
    else:
        kind = random.choice(list(_KINDS))
        title, rows, weights = _KINDS[kind](random)
    cells = [
        tuple(
            Cell(text, align="right" if column and row and any(map(str.isdigit, text)) else "left", whole=column > 0)
            for column, text in enumerate(texts)
        )
        for row, texts in enumerate(rows)
    ]
    return title, Grid(tuple(cells), ("head", *["line"] * (len(rows) - 1)), weights), kind


def _price(random: Random, low: int, high: int) -> str:
    # Seven or nine at the end of the euros: no grant of the made-up acts has such an amount.
    return f"{random.randrange(low, high) * 10 + random.choice([7, 9]):,}".replace(",", " ") + ",00 €"


def _prices(random: Random) -> tuple[str, Rows, tuple[float, ...]]:
    services = ["Entrée au musée", "Location de la salle", "Copie de plan", "Analyse d’eau", "Visite guidée", "Badge"]
    rows: Rows = [random.choice([("Prestation", "Tarif", "Unité"), ("Désignation", "Prix unitaire", "Unité")])]
    rows += [(one, _price(random, 1, 30), random.choice(["l’unité", "la journée", "le lot"])) for one in services]
    return "Tarifs applicables au 1er janvier", rows, (3, 1, 1)


def _accounts(random: Random) -> tuple[str, Rows, tuple[float, ...]]:
    charges = [
        "60 – Achats",
        "61 – Services extérieurs",
        "62 – Autres services extérieurs",
        "64 – Charges de personnel",
    ]
    products = ["70 – Ventes", "74 – Subventions d’exploitation", "75 – Cotisations", "76 – Produits financiers"]
    rows: Rows = [("Charges", "Montant", "Produits", "Montant")]
    rows += [(a, _price(random, 50, 900), b, _price(random, 50, 900)) for a, b in zip(charges, products, strict=True)]
    return "Budget prévisionnel de l’association", [*rows], (2, 1, 2, 1)


def _indicators(random: Random) -> tuple[str, Rows, tuple[float, ...]]:
    names = ["Nombre d’ateliers", "Personnes accueillies", "Coût par personne", "Part des sorties positives"]
    rows: Rows = [("Indicateur", "Cible", "Réalisé")]
    rows += [(one, str(random.randrange(5, 90)), str(random.randrange(5, 90))) for one in names]
    return "Indicateurs de suivi", rows, (3, 1, 1)


def _cofunding(random: Random) -> tuple[str, Rows, tuple[float, ...]]:
    funders = ["État (DETR)", "Région", "Commune", "CAF", "Autofinancement"]
    rows: Rows = [random.choice([("Financeur", "Montant"), ("Financeurs", "Montant prévisionnel")])]
    rows += [(one, _price(random, 100, 2000)) for one in funders]
    return "Plan de financement de l’opération", rows, (2, 1)


def _credits(random: Random) -> tuple[str, Rows, tuple[float, ...]]:
    rows: Rows = [("Imputation budgétaire", "Crédits inscrits", "Disponible")]
    rows += [(f"65 – 6574 – {fund}", _price(random, 900, 9000), _price(random, 90, 900)) for fund in ("33", "312")]
    return "Imputation", rows, (2, 1, 1)


def _attendance(random: Random) -> tuple[str, Rows, tuple[float, ...]]:
    names = ["M. Aubin LEROUGE", "Mme Claire DUMONTEIL", "M. Yves PASTRAC", "Mme Odile GRANDVAL"]
    rows: Rows = [("Conseiller", "Présent", "Pouvoir")]
    rows += [(one, random.choice(["X", ""]), "") for one in names]
    return "Présents à la séance", rows, (3, 1, 1)


def _matrix(random: Random) -> tuple[str, Rows, tuple[float, ...]]:
    names = ["Nom et prénom", "Date de naissance", "Adresse postale", "Montant des ressources", "Numéro d’allocataire"]
    rows: Rows = [("Données à caractère personnel", "Finalité", "Durée de conservation", "Destinataires")]
    aims = ["Suivi des parcours", "Instruction des demandes", "Versement de l’aide"]
    times = ["2 ans", "5 ans", "10 ans"]
    people = ["Association", "Département", "CAF"]
    rows += [(one, random.choice(aims), random.choice(times), random.choice(people)) for one in names]
    return "Annexe – traitement des données", rows, (2, 2, 1, 1)


_KINDS: dict[str, Callable[[Random], tuple[str, Rows, tuple[float, ...]]]] = {
    "prices": _prices,
    "accounts": _accounts,
    "indicators": _indicators,
    "co-funding": _cofunding,
    "credits": _credits,
    "attendance": _attendance,
    "data protection": _matrix,
}
