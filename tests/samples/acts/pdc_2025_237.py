"""517 rows under headings of two levels, votes by articles, a decision that states 54 000 € more than its rows."""

from decimal import Decimal

from reportlab.platypus import Flowable

from tests.samples import facts
from tests.samples.grids import LEFT, Printed, banner, grid, head, line, total
from tests.samples.opening import articles, expected_act, heading, people, show_of_hands, stood_aside
from tests.samples.typesetting import CENTRED, HEADING, NBSP, TITLE, euros, prose, turn

FINANCED = {
    1: "De financer l’opération 1 « Référent solidarité » de la thématique 1 à hauteur de {} (annexe 7).",
    3: "De financer l’opération 2 « Accompagnement socioprofessionnel » de la thématique 1 à hauteur de {} (annexe 7).",
    5: "De financer l’opération 3 « Équilibre social et professionnel » de la thématique 1 à hauteur de {} (annexe 7).",
    8: "De financer l’opération 4 « Remobilisation sociale » de la thématique 1 à hauteur de {} (annexe 7).",
    10: "De financer les 9 dispositifs de la thématique 2, pour {} sur le budget départemental (annexe 7), le fonds de"
    " solidarité pour le logement apportant le reste, hors budget.",
    16: "De financer les 14 dispositifs de la thématique 3, pour un montant total de {} (annexe 7).",
    18: "De financer les 4 dispositifs de la thématique 4, pour un montant total de {} (annexe 7).",
    21: "De financer l’opération 5 « Accompagnement spécifique santé » de la thématique 1 à hauteur de {} (annexe 7).",
    23: "De financer les 2 dispositifs de la thématique 5, pour un montant total de {} (annexe 7).",
}
AMOUNTS = {
    1: "958080", 3: "1272125", 5: "1230190", 8: "2350540", 10: "600000", 16: "4623024.98", 18: "880000",
    21: "300000", 23: "194133.34",
}  # fmt: skip
SIGNED = {
    7: "D’autoriser le président à signer les avenants de l’expérimentation France Travail.",
    12: "D’autoriser le président à signer les conventions du fonds de solidarité pour le logement.",
    13: "D’autoriser le président à signer l’avenant conclu avec la caisse d’allocations familiales.",
    14: "D’autoriser le président à signer les avenants relatifs à la précarité énergétique.",
    15: "D’autoriser le président à signer la convention relative au numéro vert de prévention des expulsions.",
    20: "D’autoriser le président à signer l’avenant conclu avec la caisse d’allocations familiales.",
    24: "D’imputer ces dépenses au budget départemental.",
}
SIGNATURE = "D’autoriser le président à signer les conventions correspondantes."


def story() -> list[Flowable]:
    act = facts.act("pdc-2025-237")
    excused, *aside = act["recusals"]
    return [
        *heading(act, "du Pas-de-Calais"),
        prose(act["report_reference"], CENTRED),
        prose("Présidence de Madame Bénédicte MESSEANNE-GROBELNY"),
        prose(f"Secrétaire de séance{NBSP}: Mme Zohra OUAGUEF"),
        prose(act["title"], HEADING),
        prose(f"Vu le rapport du président du conseil départemental{NBSP};"),
        prose(f"Excusés et intéressés à l’affaire, sans délégation de vote{NBSP}: {people(excused['persons'])}."),
        prose("Après en avoir délibéré, DÉCIDE", HEADING),
        *[
            flowable
            for number, vote in enumerate(act["votes"])
            for flowable in (
                *([prose(stood_aside(aside[number]))] if number < len(aside) else []),
                *articles({article: _text(article) for article in vote["articles"]}),
                *show_of_hands(vote),
            )
        ],
        *turn("landscape"),
        prose("ANNEXE 7 – RÉPARTITION FINANCIÈRE DES OPÉRATIONS", TITLE),
        grid(_rows(), [95, 190, 215, 85, 95, 90], right=(3,), size=6.5),
        *turn("portrait"),
        prose("ANNEXE 8 – INDICATEURS DE SUIVI", TITLE),
        prose("Tableau d’illustration, étranger à l’acte.", HEADING),
        grid(
            [
                head("Indicateur", "Cible", "Réalisé 2024"),
                line("Part des bénéficiaires reçus dans le mois", "90 %", "84 %"),
                line("Nombre de comités de suivi", "4", "3"),
                line("Durée moyenne d’un parcours (mois)", "12", "14"),
            ],
            [260, 80, 90],
            right=(1, 2),
            size=8.5,
        ),
    ]


def _text(article: int) -> str:
    if article in AMOUNTS:
        amount = Decimal(AMOUNTS[article])
        return FINANCED[article].format(euros(amount, cents=amount != amount.to_integral()))
    return SIGNED.get(article, SIGNATURE)


def _rows() -> list[Printed]:
    printed = [
        head(
            "Territoire",
            "Structure",
            "Complément d’information",
            "Montant",
            "Précisions sur le financement",
            "Convention / avenant",
        )
    ]
    stated = facts.rows("pdc-2025-237.totals")
    above: dict[str, str] = {}
    for number, row in enumerate(facts.rows("pdc-2025-237.rows"), 1):
        printed += [banner(row[key], 6) for key in ("programme", "subprogramme") if above.get(key) != row[key]]
        printed.append(
            line(
                row["territory"],
                row["operator"],
                row["complement"],
                euros(row["amount"], space=" "),
                row["remark"],
                row["agreement"],
            )
        )
        above = row
        printed += [
            total(one["label"], LEFT, LEFT, euros(one["amount"], space=" "), "", "")
            for one in stated
            if int(one["after"]) == number
        ]
    return printed


def expected() -> tuple[list[dict], list[dict], dict]:
    lines = []
    for number, row in enumerate(facts.rows("pdc-2025-237.rows"), 1):
        kept = {key: row[key] for key in row if key not in ("complement", "remark")}
        detail = " | ".join(filter(None, (row["complement"], row["remark"])))
        own = {"line": number, "table": "annexe-7", "department": "Pas-de-Calais", "year": "2025"}
        lines.append({**own, **kept, "detail": detail})
    totals = [facts.stated("table row", "2025", row["amount"]) for row in facts.rows("pdc-2025-237.totals")]
    for article, amount in AMOUNTS.items():
        lacking = ("different", "-54000.00") if article == 23 else ()
        totals.append(facts.stated("decision", "2025", amount, *lacking))
    return lines, totals, expected_act(facts.act("pdc-2025-237"))
