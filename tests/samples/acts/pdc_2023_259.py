"""Merged operations and territories, header printed once, totals labelled or not, amounts below zero."""

from itertools import groupby

from reportlab.platypus import Flowable

from tests.samples import facts
from tests.samples.grids import LEFT, UP, Printed, banner, grid, grids_by_page, head, line, total
from tests.samples.opening import articles, expected_act, heading, show_of_hands, stood_aside
from tests.samples.typesetting import CENTRED, HEADING, NBSP, TITLE, euros, gap, prose, turn

MINUS_AFTER, MINUS_BEFORE = "-54000.00", "-33750.00"  # printed `54 000,00 €-` and `- 33 750,00 €`
# Points left for the table on its first page and on the next ones: a territory goes on over the first page's end.
FIRST, SECOND = (425.0, 455.0), (498.0, 455.0)


def story() -> list[Flowable]:
    act = facts.act("pdc-2023-259")
    first, second = [list(rows) for _, rows in groupby(facts.rows("pdc-2023-259.rows"), lambda row: row["programme"])]
    return [
        *heading(act, "du Pas-de-Calais"),
        prose(act["report_reference"], CENTRED),
        prose("Présidence de Monsieur Jean-Claude LEROY"),
        prose(act["title"], HEADING),
        prose(f"Vu le rapport du président du conseil départemental{NBSP};"),
        prose(stood_aside(act["recusals"][0])),
        prose("Après en avoir délibéré, DÉCIDE", HEADING),
        *articles(
            {
                1: "De financer les 4 dispositifs de la thématique 1, pour un montant total de"
                f" {euros('115069', cents=False)}, entre les structures nommées à l’annexe 3.",
                2: "De financer les 13 opérations de la thématique 2, pour un montant total de"
                f" {euros('5234159.10')}, entre les structures nommées à l’annexe 3.",
                3: "D’adopter le modèle de convention et d’autoriser le président à signer les conventions.",
                4: "D’imputer ces dépenses au budget départemental selon le tableau ci-après.",
            }
        ),
        grid(
            [
                head("Code opération", "Imputation budgétaire", "Libellé de l’opération", "AE €", "Dépense €"),
                line(
                    "C02-446A05", "6568/93446", "Indemnisation des organismes référents", "6 801 643,00", "115 069,00"
                ),
                line("C01-444H02", "6568/93444", "Appui aux parcours intégrés", "7 048 182,00", "5 234 159,10"),
            ],
            [85, 95, 180, 75, 75],
            right=(3, 4),
            size=8,
        ),
        gap(),
        *show_of_hands(act["votes"][0]),
        *turn("landscape"),
        prose("ANNEXE 3 – RÉPARTITION FINANCIÈRE", TITLE),
        *grids_by_page(_first_theme(first), [190, 90, 220, 80, 95, 85], FIRST, right=(3, 4), size=8),
        *turn("landscape"),
        *grids_by_page(_second_theme(second, len(first)), [140, 90, 160, 230, 80, 70], SECOND, right=(4,)),
    ]


def _first_theme(rows: list[dict[str, str]]) -> list[Printed]:
    printed = [
        banner(rows[0]["programme"], 6, "head"),
        head("OPÉRATION", "TERRITOIRE", "STRUCTURE", "PLACES", "MONTANT RETENU", "Avenant / convention"),
    ]
    stated = facts.rows("pdc-2023-259.totals")
    for number, row in enumerate(rows, 1):
        operation = (
            UP if number > 1 and rows[number - 2]["subprogramme"] == row["subprogramme"] else row["subprogramme"]
        )
        amount = _signed(row["amount"])
        printed.append(line(operation, row["territory"], row["operator"], row["places"], amount, row["agreement"]))
        for one in (one for one in stated if int(one["after"]) == number):
            whole = one["of"] == "programme"
            label = (one["label"], LEFT) if whole else (UP, one["label"])
            printed.append(total(*label, LEFT, "", euros(one["amount"]), ""))
    return printed


def _second_theme(rows: list[dict[str, str]], before: int) -> list[Printed]:
    printed = [
        banner(rows[0]["programme"], 6, "head"),
        head(
            "OPÉRATION",
            "TERRITOIRE(S)",
            "STRUCTURE",
            "DESCRIPTION DE L’ACTION",
            "MONTANT RETENU",
            "Avenant / convention",
        ),
    ]
    stated = facts.rows("pdc-2023-259.totals")
    above: dict[str, str] = {}
    for number, row in enumerate(rows, before + 1):
        same = above.get("subprogramme") == row["subprogramme"]
        merged = same and row["territory"] and above["territory"] == row["territory"]
        printed.append(
            line(
                UP if same else row["subprogramme"],
                UP if merged else row["territory"],
                row["operator"],
                row["detail"],
                _signed(row["amount"]),
                row["agreement"],
            )
        )
        above = row
        for one in (one for one in stated if int(one["after"]) == number):
            first = one["label"] if one["of"] == "programme" else UP
            label = (first, LEFT, LEFT, LEFT) if one["of"] == "programme" else (UP, one["label"], LEFT, LEFT)
            printed.append(total(*label, euros(one["amount"]), ""))
    return printed


def _signed(amount: str) -> str:
    if amount == MINUS_AFTER:
        return euros(amount.lstrip("-")) + "-"
    if amount == MINUS_BEFORE:
        return "- " + euros(amount.lstrip("-"))
    return euros(amount)


def expected() -> tuple[list[dict], list[dict], dict]:
    lines = [
        {
            "line": number,
            "table": f"annexe-3-{row['programme'][0]}",
            "department": "Pas-de-Calais",
            "year": "2023",
            **row,
        }
        for number, row in enumerate(facts.rows("pdc-2023-259.rows"), 1)
    ]
    stated = [row["amount"] for row in facts.rows("pdc-2023-259.totals")]
    totals = [facts.stated("table row", "2023", amount) for amount in stated]
    # The decision states each sum twice: in its article, and in the table of its budget headings.
    totals += [facts.stated("decision", "2023", amount) for amount in ("115069.00", "5234159.10") * 2]
    return lines, totals, expected_act(facts.act("pdc-2023-259"))
