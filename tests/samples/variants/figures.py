"""Made-up acts whose figures trap a reader: numbers that are no money, units in the header, payments by year."""

from decimal import Decimal

from reportlab.platypus import Flowable

from tests.samples.grids import LEFT, UP, grid, head, line, total
from tests.samples.typesetting import NBSP, TITLE, euros, gap, prose, turn
from tests.samples.variants.invented import Variant, in_articles, in_rows, many, summed, whole


def numbers_that_are_no_money() -> Variant:
    """Order number, SIRET, postcode and members beside the grant, which the header states in thousands."""
    lines = [
        {"operator": one["operator"], "commune": one["commune"], "amount": f"{1000 + 500 * n}.00"}
        for n, one in enumerate(many(12))
    ]

    def story() -> list[Flowable]:
        rows = [
            line(
                str(n),
                f"{310000000 + 7919 * n} 000{10 + n}",
                one["operator"],
                f"{46000 + 10 * n}",
                one["commune"],
                str(12 + 9 * n),
                euros(Decimal(one["amount"]) / 1000, sign="").removesuffix("0"),
            )
            for n, one in enumerate(lines, 1)
        ]
        names = ("N° d’ordre", "SIRET", "Association", "Code postal", "Ville", "Nombre d’adhérents")
        return [
            grid(
                [head(*names, "Subvention (en milliers d’euros)"), *rows],
                [35, 90, 150, 40, 80, 50, 75],
                right=(5, 6),
                size=8,
            )
        ]

    return Variant("de l’Orne", "2023/CP/118", "9 octobre 2023", story, lines)


def payments_by_year() -> Variant:
    """The sum voted, then how it is paid over the years: only the first is the grant. The total stands first."""
    lines = [
        {"operator": one["operator"], "action": one["action"], "amount": f"{9000 + 600 * n}.00"}
        for n, one in enumerate(many(9))
    ]

    def story() -> list[Flowable]:
        thirds = [Decimal(one["amount"]) / 3 for one in lines]
        rows = [
            line(one["operator"], one["action"], whole(one["amount"]), *[whole(third)] * 3)
            for one, third in zip(lines, thirds, strict=True)
        ]
        return [
            grid(
                [
                    head("Porteur", "Projet", "Subvention votée", "Échéancier des crédits de paiement", LEFT, LEFT),
                    head(UP, UP, UP, "2024", "2025", "2026"),
                    total("Total général", LEFT, whole(summed(lines)), *[whole(sum(thirds))] * 3),
                    *rows,
                ],
                [150, 110, 70, 60, 60, 60],
                right=(2, 3, 4, 5),
                size=8.5,
            )
        ]

    # The columns of the payments are not counted, but their totals are checked all the same.
    totals = [in_rows("2024", summed(lines)), *(in_rows(year, summed(lines) / 3) for year in ("2024", "2025", "2026"))]
    return Variant("du Cher", "AD-2024-36", "24 juin 2024", story, lines, sum(totals, ()))


def two_annexes() -> Variant:
    """Two annexes with the same header on pages that follow, each with its total, then a total of both in prose."""
    lines = [
        {
            "table": f"annexe-{1 if n < 8 else 2}",
            "operator": one["operator"],
            "commune": one["commune"],
            "amount": one["amount"],
        }
        for n, one in enumerate(many(14))
    ]
    annexes = [[one for one in lines if one["table"] == f"annexe-{n}"] for n in (1, 2)]

    def story() -> list[Flowable]:
        printed: list[Flowable] = [
            prose(
                f"Article 1 – Une somme de {euros(summed(lines))} est répartie entre les associations des annexes 1 et"
                f" 2, soit {euros(summed(annexes[0]))} pour la culture et {euros(summed(annexes[1]))} pour le sport."
            )
        ]
        for number, (title, of_annex) in enumerate(zip(("Culture", "Sport"), annexes, strict=True), 1):
            rows = [line(one["operator"], one["commune"], euros(one["amount"])) for one in of_annex]
            printed += [
                *turn("portrait"),
                prose(f"Annexe {number}{NBSP}: {title}", TITLE),
                gap(),
                grid(
                    [
                        head("Nom de l’association", "Commune", "Montant attribué"),
                        *rows,
                        total("TOTAL", LEFT, euros(summed(of_annex))),
                    ],
                    [220, 130, 110],
                    right=(2,),
                    size=9,
                ),
            ]
        return printed

    both = (summed(annexes[0]), summed(annexes[1]))
    totals = in_articles("2025", sum(both), *both) + in_rows("2025", *both)
    return Variant("de la Nièvre", "CP-2025-3-14", "31 mars 2025", story, lines, totals)
