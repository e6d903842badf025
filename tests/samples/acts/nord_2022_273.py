"""490 rows for two years side by side, header of two levels printed again on each page, a price list."""

from decimal import Decimal

from reportlab.platypus import Flowable

from tests.samples import facts
from tests.samples.grids import LEFT, UP, Printed, grid, head, line
from tests.samples.opening import expected_act, functions, heading, tally
from tests.samples.typesetting import HEADING, NBSP, TITLE, euros, items, prose, turn

WITHOUT_SIGN = "2022/01754"  # the one row whose amounts the act prints as bare figures


def story() -> list[Flowable]:
    act = facts.act("nord-2022-273")
    return [
        *heading(act, "du Nord"),
        prose("Sous la présidence de Monsieur Christian POIRET"),
        prose(f"Objet{NBSP}: {act['title']}"),
        prose(f"Vu le rapport n° {act['report_reference']}{NBSP};"),
        prose("Considérant les projets reçus et instruits dans les sept directions territoriales,"),
        prose(f"DÉCIDE, {act['votes'][0]['result']}{NBSP}:", HEADING),
        *items(
            [
                f"d’accorder aux opérateurs de l’appel à projets les subventions inscrites à l’annexe 1, soit 7{NBSP}M€"
                f" pour 2022 et 21{NBSP}M€ pour 2023{NBSP};",
                "de donner pouvoir au président pour conclure une convention avec chacun d’eux.",
            ]
        ),
        *functions(act),
        *tally(act),
        *turn("landscape"),
        prose("ANNEXE 1", TITLE),
        prose("Projets retenus en 2022 et 2023, par direction territoriale (DT) puis par opérateur", HEADING),
        grid(
            _rows(),
            [50, 40, 62, 115, 138, 82, 130, 33, 33, 45, 42],
            right=(7, 8, 9, 10),
            size=6.5,
            repeated=2,
        ),
        *turn("portrait"),
        prose("ANNEXE 2", TITLE),
        prose(
            "Barème indicatif (tableau d’illustration, étranger à l’acte) : ces prix unitaires ne sont pas des"
            " subventions.",
            HEADING,
        ),
        grid(
            [
                head("Prestation", "Unité", "Prix unitaire"),
                line("Atelier collectif", "demi-journée", "180,00 €"),
                line("Entretien individuel", "heure", "35,00 €"),
                line("Évaluation en milieu de travail", "jour", "70,00 €"),
            ],
            [200, 120, 90],
            right=(2,),
        ),
    ]


def _rows() -> list[Printed]:
    names = ("N°", "DT", "Type de parcours", "Sous-type de parcours", "Opérateur", "Commune du siège", "Action")
    printed = [
        head(*names, "Places", LEFT, "Montant", LEFT),
        head(*[UP] * len(names), "2022", "2023", "2022", "2023"),
    ]
    for row in facts.rows("nord-2022-273.rows"):
        bare = row["reference"] == WITHOUT_SIGN
        amounts = [
            str(Decimal(row[f"amount_{year}"]).to_integral()) if bare else euros(row[f"amount_{year}"], cents=False)
            for year in (2022, 2023)
        ]
        texts = [row[k] for k in ("reference", "territory", "programme", "subprogramme")]
        texts += [row[k] for k in ("operator", "commune", "action", "places_2022", "places_2023")]
        printed.append(line(*texts, *amounts))
    return printed


def expected() -> tuple[list[dict], list[dict], dict]:
    lines = []
    for number, row in enumerate(facts.rows("nord-2022-273.rows"), 1):
        for year in ("2022", "2023"):
            kept = {k: row[k] for k in row if "_" not in k}
            figures = {"places": row[f"places_{year}"], "year": year, "amount": row[f"amount_{year}"]}
            lines.append({"line": number, "table": "annexe-1", "department": "Nord", **kept, **figures})
    totals = [
        facts.stated("decision", "2022", "7000000.00", "rounded", "84897.00"),
        facts.stated("decision", "2023", "21000000.00", "rounded", "39470.00"),
    ]
    return lines, totals, expected_act(facts.act("nord-2022-273"))
