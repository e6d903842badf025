"""A funding plan: the State's money beside the département's, `NC`, a plan by year in k€ and M€."""

from decimal import Decimal
from itertools import groupby

from reportlab.platypus import Flowable

from tests.samples import facts
from tests.samples.grids import LEFT, UP, Printed, grid, head, line, total
from tests.samples.opening import expected_act, heading, tally
from tests.samples.typesetting import HEADING, NBSP, TITLE, euros, items, prose, turn


def story() -> list[Flowable]:
    act = facts.act("nord-2024-161")
    return [
        *heading(act, "du Nord"),
        prose("Sous la présidence de Monsieur Christian POIRET"),
        prose(f"Objet{NBSP}: {act['title']}"),
        prose(f"Vu le rapport n° {act['report_reference']}{NBSP};"),
        prose(f"DÉCIDE, {act['votes'][0]['result']}{NBSP}:", HEADING),
        *items(
            [
                f"d’approuver le contrat local des solidarités conclu avec l’État et son plan de financement{NBSP};",
                "d’approuver l’avenant relatif à l’expérimentation de Tourcoing et la convention d’échange de données"
                f" avec France Travail{NBSP};",
                "d’autoriser le président à signer l’ensemble de ces documents.",
            ]
        ),
        *tally(act),
        prose("RAPPORT", HEADING),
        prose(
            f"L’État a notifié 6,048{NBSP}M€ pour les solidarités et 8,887{NBSP}M€ pour l’emploi, soit"
            f" 14,935{NBSP}M€ en 2024. Les crédits annuels d’ingénierie sont rappelés ci-dessous."
        ),
        grid(
            [
                head("Année", "État", "Conseil départemental", "Total"),
                *[line(str(year), f"500{NBSP}k€", f"500{NBSP}k€", f"1{NBSP}M€") for year in range(2024, 2028)],
                total("Total", f"2{NBSP}M€", f"2{NBSP}M€", f"4{NBSP}M€"),
            ],
            [90, 110, 140, 110],
            right=(1, 2, 3),
            size=8.5,
        ),
        *turn("landscape"),
        prose("ANNEXE 1", TITLE),
        prose("Plan de financement 2024", HEADING),
        grid(_rows(), [150, 40, 285, 95, 100, 95], right=(3, 4, 5), size=8),
    ]


def _rows() -> list[Printed]:
    def figures(rows: list[dict[str, str]]) -> list[str]:
        state = sum(Decimal(row["state"]) for row in rows)
        own = sum(Decimal(row["department"]) for row in rows if row["department"] != "NC")
        return [euros(amount, cents=False) for amount in (state, own, state + own)]

    rows = facts.rows("nord-2024-161.rows")
    printed = [
        head(
            "Axe",
            "N°",
            "Intitulé de l’action",
            "Participation de l’État 2024",
            "Crédits du Département 2024",
            "Budget total de l’action (État + Département)",
        )
    ]
    for pillar, of_pillar in groupby(rows, key=lambda row: row["pillar"]):
        in_pillar = list(of_pillar)
        axes = [list(axis) for _, axis in groupby(in_pillar, key=lambda row: row["axis"])]
        for axis in axes:
            for number, row in enumerate(axis):
                own = row["department"] if row["department"] == "NC" else euros(row["department"], cents=False)
                label = UP if number else row["axis"]
                printed.append(line(label, row["number"], row["action"], figures([row])[0], own, figures([row])[2]))
            if len(axes) > 1:
                printed.append(total(UP, "Sous-total", LEFT, *figures(axis)))
        printed.append(total(f"Sous-total « {pillar} »", LEFT, LEFT, *figures(in_pillar)))
    printed.append(total("Total du plan de financement", LEFT, LEFT, *figures(rows)))
    return printed


def expected() -> tuple[list[dict], list[dict], dict]:
    rows = [row for row in facts.rows("nord-2024-161.rows") if row["department"] != "NC"]
    lines = [
        {
            "line": number,
            "table": "annexe-1",
            "reference": row["number"],
            "department": "Nord",
            "programme": row["axis"],
            "action": row["action"],
            "year": "2024",
            "amount": f"{row['department']}.00",
        }
        for number, row in enumerate(rows, 1)
    ]
    # The columns of the State and of both together are not counted, but their totals are checked all the same.
    sums = (
        ["2450000", "2450000", "4900000", "2698980", "2698980", "5397960", "900000", "900000", "1800000"]
        + ["6048980", "6048980", "12097960", "14587912", "8752912", "23340824", "20636892", "14801892", "35438784"]
    )  # fmt: skip
    totals = [facts.stated("table row", "2024", amount) for amount in sums]
    return lines, totals, expected_act(facts.act("nord-2024-161"))
