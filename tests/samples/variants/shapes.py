"""Made-up acts whose shapes trap a reader: prose, text set sideways, merged recipients, amounts in every form."""

from decimal import Decimal

from reportlab.platypus import Flowable

from tests.samples.grids import LEFT, UP, grid, grids_by_page, head, line, sideways, total
from tests.samples.typesetting import NBSP, TITLE, euros, items, prose
from tests.samples.variants.invented import Variant, in_articles, in_rows, many, summed


def list_in_prose() -> Variant:
    """No table: one item a grant, and their sum."""
    given = [
        (
            "1 500 €",
            "à l’",
            "association Les Passeurs de Villelune",
            "l’organisation d’un festival de conte",
            "1500.00",
        ),
        ("12 000 €", "à l’", "association Rugby Lussanges", "l’achat d’un minibus", "12000.00"),
        ("8 400,50 €", "à la ", "commune de Roquebrac", "la réfection de la salle des fêtes", "8400.50"),
        ("950 €", "au ", "Foyer rural de Beyrac", "les ateliers du mercredi", "950.00"),
    ]
    lines = [{"operator": operator, "action": aim, "amount": amount} for _, _, operator, aim, amount in given]

    def story() -> list[Flowable]:
        return [
            prose(f"Article 1 – D’attribuer les subventions suivantes{NBSP}:"),
            *items([f"{text} {link}{operator} pour {aim}{NBSP};" for text, link, operator, aim, _ in given]),
            prose(f"soit un montant total de {euros(summed(lines))}."),
            prose("Article 2 – D’autoriser le président à signer les conventions."),
        ]

    return Variant(
        "du Lot", "CP/2022/07/19", "4 juillet 2022", story, lines, in_articles("2022", summed(lines)), "decision"
    )


def sentences() -> Variant:
    """Grants told in sentences, each in its own way, and sums that are no grants: a loan, a fee, a past year."""
    told = [
        ("Collège des Tilleuls", "un voyage d’étude", "3000.00"),
        ("Ligue d’escrime de Castelmoure", "", "4500.00"),
        ("SDIS de Lussanges", "l’achat d’un véhicule", "120000.00"),
        ("Comité des fêtes de Beyrac", "", "750.00"),
        ("Radio Lure", "", "1250.50"),
    ]
    lines = [{"operator": operator, "action": aim, "amount": amount} for operator, aim, amount in told]

    def story() -> list[Flowable]:
        return [
            prose(
                "Article 1 – Une subvention de 3 000 € est attribuée au Collège des Tilleuls pour un voyage d’étude."
            ),
            prose("Article 2 – D’allouer à la Ligue d’escrime de Castelmoure une aide d’un montant de 4 500 €."),
            prose(
                "Article 3 – De verser au SDIS de Lussanges une contribution de 120 000 € pour l’achat d’un véhicule."
            ),
            prose(f"Article 4 – D’accorder les aides suivantes{NBSP}:"),
            *items([f"Comité des fêtes de Beyrac{NBSP}: 750 €{NBSP};", f"Radio Lure{NBSP}: 1 250,50 €."], "•"),
            prose(
                "Article 5 – De garantir à hauteur de 50 % un emprunt de 800 000 € souscrit par l’office de l’habitat."
            ),
            prose(
                "Article 6 – De fixer à 12 € le droit d’entrée au musée, et de rappeler les 90 000 € versés en 2020."
            ),
        ]

    return Variant("de la Meuse", "CP/2023/10/5", "12 octobre 2023", story, lines, table="decision")


def sideways_header_alone() -> Variant:
    """The header stands alone at the foot of its page; programmes are set sideways over merged rows and pages."""
    lines = [
        {**one, "programme": "Vie associative" if n < 60 else "Animation locale"} for n, one in enumerate(many(80))
    ]

    def story() -> list[Flowable]:
        printed = [head("Axe", "Porteur du projet", "Commune", "Intitulé du projet", "Aide accordée")]
        for n, one in enumerate(lines):
            same = n and lines[n - 1]["programme"] == one["programme"]
            amount = euros(one["amount"], space=" ")
            axis = UP if same else sideways(one["programme"])
            printed.append(line(axis, one["operator"], one["commune"], one["action"], amount))
        return [
            *[prose(f"Considérant {n}° que la vie locale appelle un soutien durable{NBSP};") for n in range(1, 29)],
            *grids_by_page(printed, [24, 170, 100, 130, 90], (20, 690), right=(4,), size=9),
        ]

    return Variant("de la Creuse", "CP2021-11-34", "26 novembre 2021", story, lines)


def rows_cut() -> Variant:
    """Rows cut in two by the end of the page, their text going on at the top of the next one."""
    lines = [
        {**one, "action": ", ".join([f"{one['action']} {year}" for year in range(2001, 2013)])} for one in many(20)
    ]

    def story() -> list[Flowable]:
        rows = [line(one["operator"], one["commune"], one["action"], euros(one["amount"])) for one in lines]
        return [
            grid(
                [head("Association", "Commune", "Action soutenue", "Subvention"), *rows],
                [130, 90, 200, 80],
                right=(3,),
                size=9,
                split_rows=True,
            )
        ]

    return Variant("de l’Ardèche", "2024-09-12-7", "12 septembre 2024", story, lines)


def forms_of_amounts() -> Variant:
    """Amounts as acts print them, some below zero; one row has none (`NC`) and gives no line."""
    printed = [
        ("Régie de quartier des Tilleuls", "Jardin partagé", "1.500,00 EUR", "1500.00"),
        ("Mission locale du Haut-Beyrac", "Permanences", "12,5 k€", "12500.00"),
        ("Syndicat mixte de la Lure", "Voie verte", "1,2 M€", "1200000.00"),
        ("Lycée agricole de Castelmoure", "Serre", "5 234.10", "5234.10"),
        ("CCAS de Pontravel", "Reversement d’un trop-perçu", "- 1 900 €", "-1900.00"),
        ("Coopérative Soleil", "Reversement", "450,00 €-", "-450.00"),
        ("Office de tourisme de Lussanges", "Dossier reporté", "0,00 €", "0.00"),
        ("Théâtre du Quai", "Création", "3 000", "3000.00"),
    ]

    def story() -> list[Flowable]:
        rows = [line(*one[:3]) for one in printed]
        names = ("Structure bénéficiaire", "Action", "Participation du Département")
        return [
            grid([head(*names), *rows, line("Cinéma Étoile", "Travaux", "NC")], [190, 170, 120], right=(2,), size=9)
        ]

    lines = [{"operator": operator, "action": action, "amount": amount} for operator, action, _, amount in printed]
    return Variant("de l’Aude", "2023-C-77", "13 février 2023", story, lines)


def merged_operators() -> Variant:
    """One recipient over several rows; the header says euros, the cells do not."""
    owners = {
        ("Attelage de Montfaucille", "Saint-Aubrac"): {"Concours régional": "2000.50", "École d’attelage": "750.00"},
        ("Cercle nautique de la Lure", "Pontravel"): {
            "Voile scolaire": "4120.00",
            "Bateau de sécurité": "6300.00",
            "Régate": "500.00",
        },
        ("Chorale des Deux Rives", "Beyrac"): {"Concert de Noël": "300.00"},
    }
    lines = [
        {"operator": operator, "commune": seat, "action": aim, "amount": amount}
        for (operator, seat), grants in owners.items()
        for aim, amount in grants.items()
    ]

    def story() -> list[Flowable]:
        printed = [head("Attributaire", "Siège", "Au titre de", "Aide 2024 (en €)")]
        for (operator, seat), grants in owners.items():
            for n, (aim, amount) in enumerate(grants.items()):
                printed.append(line(UP if n else operator, UP if n else seat, aim, euros(amount, sign="")))
        printed.append(total("Ensemble", LEFT, LEFT, euros(Decimal(summed(lines)), sign="")))
        return [prose("ANNEXE 1", TITLE), *grids_by_page(printed, [170, 110, 140, 90], (500, 600), right=(3,), size=9)]

    return Variant(
        "du Jura", "CP_2024_204", "15 juillet 2024", story, lines, in_rows("2024", summed(lines)), "annexe-1"
    )
