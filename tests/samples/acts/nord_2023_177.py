"""A grant in prose, small tables of which one takes back, tables that are not grants."""

from reportlab.platypus import Flowable

from tests.samples import facts
from tests.samples.grids import LEFT, banner, grid, head, line, total
from tests.samples.opening import expected_act, functions, heading, tally
from tests.samples.typesetting import HEADING, NBSP, TITLE, euros, gap, items, prose, turn


def story() -> list[Flowable]:
    act = facts.act("nord-2023-177")
    rows = facts.rows("nord-2023-177.rows")
    jobs = [row for row in rows if row["table"] == "1"]
    overpaid = [row for row in rows if row["table"] == "2"]
    return [
        *heading(act, "du Nord"),
        prose("Sous la présidence de Monsieur Christian POIRET"),
        prose(f"Objet{NBSP}: {act['title']}"),
        prose(f"Vu le rapport n° {act['report_reference']}{NBSP};"),
        prose(f"DÉCIDE, {act['votes'][0]['result']}{NBSP}:", HEADING),
        *items(
            [
                "d’accorder à l’association Expérimentation territoriale contre le chômage de longue durée une"
                f" subvention d’un montant total de {euros('470210.46')} pour 2023, détaillée à l’annexe 1{NBSP};",
                f"d’attribuer à la Région Hauts-de-France une participation de {euros('60000', cents=False)} pour"
                f" l’assistance à maîtrise d’ouvrage du Programme d’Actions de Mobilité Solidaire{NBSP};",
                "d’approuver la convention de financement de cette assistance, d’un montant de"
                f" {euros('60000', cents=False)}, et d’autoriser le président à la signer{NBSP};",
                "d’adhérer à l’outil OUIFORM et d’autoriser le président à signer les actes correspondants.",
            ]
        ),
        *functions(act),
        *tally(act),
        *turn("portrait"),
        prose("ANNEXE 1", TITLE),
        prose("Part du Département dans le financement des entreprises à but d’emploi", HEADING),
        grid(
            [
                banner("Contribution au développement de l'emploi (CDE) 2023", 4, "head"),
                head("Territoire", "Entreprise à but d’emploi", "ETP pris en charge", "Montant prévisionnel 2023"),
                *[line(row["territory"], row["operator"], row["jobs"], euros(row["amount"])) for row in jobs],
                total("Total", LEFT, "196,20", euros("615740.18", sign="")),
            ],
            [110, 180, 90, 110],
            right=(2, 3),
            size=8.5,
        ),
        gap(14),
        grid(
            [
                banner("Contribution au développement de l'emploi (CDE) : reprise du trop-perçu de 2022", 4, "head"),
                head("Entreprise à but d’emploi", "ETP réalisés", "Versé en 2022", "Montant à déduire en 2023"),
                *[
                    line(row["operator"], row["jobs"], euros(row["paid"]), "-" + euros(row["amount"].lstrip("-")))
                    for row in overpaid
                ],
                total("Total", "101,81", euros("448201.30"), "-" + euros("145529.72")),
            ],
            [170, 90, 110, 120],
            right=(1, 2, 3),
            size=8.5,
        ),
        gap(),
        prose(f"La participation nette de 2023 s’établit ainsi à {euros('470210.46')}."),
        prose("ANNEXE 2", TITLE),
        prose("Données échangées avec les partenaires (tableau d’illustration, étranger à l’acte)", HEADING),
        grid(
            [
                head("Donnée", "Département", "France Travail", "Durée de conservation"),
                line("Nom et prénom", "oui", "oui", "2 ans"),
                line("Date d’orientation", "oui", "non", "1 an"),
                line("Type d’accompagnement", "oui", "oui", "1 an"),
            ],
            [150, 90, 90, 150],
            size=8.5,
        ),
        gap(14),
        prose("Suivi budgétaire", HEADING),
        grid(
            [
                head("Code opération", "Enveloppe", "Proposé dans le rapport"),
                line("12002OP017", "12002E15", euros("470210.46")),
                line("12002OP014", "12002E15", euros("60000")),
            ],
            [120, 120, 150],
            right=(2,),
            size=8.5,
        ),
    ]


def expected() -> tuple[list[dict], list[dict], dict]:
    programme = "Contribution au développement de l'emploi (CDE)"
    lines = [
        {
            "table": "decision",
            "operator": "Région Hauts-de-France",
            "action": "l’assistance à maîtrise d’ouvrage du Programme d’Actions de Mobilité Solidaire",
            "amount": "60000.00",
        }
    ]
    for row in facts.rows("nord-2023-177.rows"):
        title = f"{programme} 2023" if row["table"] == "1" else f"{programme} : reprise du trop-perçu de 2022"
        lines.append(
            {
                "table": f"annexe-1-{row['table']}",
                "territory": row["territory"],
                "programme": title,
                "operator": row["operator"],
                "amount": row["amount"],
            }
        )
    lines = [{"line": number, "department": "Nord", "year": "2023", **line} for number, line in enumerate(lines, 1)]
    totals = [
        facts.stated("table row", "2023", "615740.18"),
        facts.stated("table row", "2022", "448201.30"),
        facts.stated("table row", "2023", "-145529.72"),
        facts.stated("decision", "2023", "470210.46"),
    ]
    return lines, totals, expected_act(facts.act("nord-2023-177"))
