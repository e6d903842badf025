"""Made-up acts whose columns trap a reader: sums asked for, of other years, of other payers, beside the voted ones."""

from decimal import Decimal

from reportlab.platypus import Flowable

from tests.samples.grids import LEFT, UP, banner, grid, head, line, total
from tests.samples.typesetting import euros, prose
from tests.samples.variants.invented import AIMS, TOWNS, Variant, in_rows, many, summed, whole


def asked_and_proposed() -> Variant:
    """A sum asked for beside the one proposed, header printed again on each page."""
    lines = many(80)

    def story() -> list[Flowable]:
        rows = [
            line(
                one["operator"],
                one["commune"],
                one["action"],
                whole(Decimal(one["amount"]) + 500),
                whole(one["amount"]),
            )
            for one in lines
        ]
        return [
            prose("Article 1 – Les subventions de fonctionnement ci-dessous sont approuvées."),
            grid(
                [
                    head("Bénéficiaire", "Commune", "Objet", "Montant demandé", "Montant proposé"),
                    *rows,
                    total("TOTAL", LEFT, LEFT, "", whole(summed(lines))),
                ],
                [150, 90, 120, 75, 75],
                right=(3, 4),
                size=8.5,
                repeated=1,
            ),
        ]

    return Variant("des Landes", "CP-2024-0112", "22 mars 2024", story, lines, in_rows("2024", summed(lines)))


def previous_year() -> Variant:
    """Last year's sum beside this year's, header printed once, no total."""
    lines = [
        {"operator": one["operator"], "territory": f"{one['commune']}-{n % 2 + 1}", "amount": one["amount"]}
        for n, one in enumerate(many(60))
    ]

    def story() -> list[Flowable]:
        rows = [
            line(one["operator"], one["territory"], "-" if n % 7 == 3 else whole(300 + 140 * n), whole(one["amount"]))
            for n, one in enumerate(lines)
        ]
        return [
            prose("Article unique – Le soutien annuel aux associations est fixé comme suit."),
            grid(
                [head("Raison sociale", "Canton", "Subvention 2023", "Subvention votée 2024"), *rows],
                [260, 160, 120, 140],
                right=(2, 3),
                size=8.5,
            ),
        ]

    return Variant("de la Gironde", "2024.231.CP", "8 avril 2024", story, lines, first="landscape")


def two_levels() -> Variant:
    """A header of two levels, headings that span the table, subtotals and a general total."""
    lines = [{**one, "programme": "Culture" if n < 5 else "Sport"} for n, one in enumerate(many(10))]
    themes = {theme: [one for one in lines if one["programme"] == theme] for theme in ("Culture", "Sport")}

    def story() -> list[Flowable]:
        printed = [
            head("Association", "Commune", "Projet", "Budget de l’action", "Subvention départementale", LEFT),
            head(UP, UP, UP, UP, "Demandée", "Votée"),
        ]
        for theme, of_theme in themes.items():
            printed.append(banner(theme, 6))
            for one in of_theme:
                amount = Decimal(one["amount"])
                figures = (whole(amount * 4), whole(amount + 200), whole(amount))
                printed.append(line(one["operator"], one["commune"], one["action"], *figures))
            printed.append(total(f"Sous-total {theme}", LEFT, LEFT, LEFT, LEFT, whole(summed(of_theme))))
        printed.append(total("TOTAL GÉNÉRAL", LEFT, LEFT, LEFT, LEFT, whole(summed(lines))))
        return [grid(printed, [150, 80, 100, 65, 65, 60], right=(3, 4, 5), size=8.5, banded=True)]

    totals = in_rows("2024", *(summed(of_theme) for of_theme in themes.values()), summed(lines))
    return Variant("du Gers", "24-118", "14 juin 2024", story, lines, totals)


def works_turned() -> Variant:
    """Works of towns: the cost, the rate and the grant; the page is a portrait sheet shown turned."""
    lines = [
        {"reference": f"2025-{n:04d}", "operator": f"Commune de {town}", "action": aim, "amount": f"{2000 * n}.00"}
        for n, (town, aim) in enumerate(zip(TOWNS, AIMS * 2, strict=False), 11)
    ]

    def story() -> list[Flowable]:
        rows = [
            line(one["reference"], one["operator"], one["action"], euros(cost), "25 %", euros(one["amount"]))
            for one in lines
            for cost in [Decimal(one["amount"]) * 4]
        ]
        names = (
            "Dossier",
            "Maître d’ouvrage",
            "Nature de l’opération",
            "Dépense subventionnable HT",
            "Taux",
            "Subvention",
        )
        return [
            prose("Dotation aux communes, programmation de l’exercice"),
            grid(
                [head(*names), *rows, total("Total", LEFT, LEFT, "", "", euros(summed(lines)))],
                [80, 170, 200, 120, 60, 110],
                right=(3, 4, 5),
                size=9,
            ),
        ]

    return Variant(
        "du Finistère", "25-CP-041", "3 mars 2025", story, lines, in_rows("2025", summed(lines)), first="turned"
    )
