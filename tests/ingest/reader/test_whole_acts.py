"""Whole acts of made-up councils, from the PDF to the reading: lists with leaders, sheets, envelopes, votes by row."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.reader.errors import NoGrantError
from ingest.reader.pipeline import read
from ingest.reader.records import Reading
from ingest.reader.stages import TOTALS_ALONE_NOTE
from tests.ingest.reader.drawn_pdfs import Drawn, pdf, table, text


def prose(top: float, *lines: str, left: float = 60.0) -> list[Drawn]:
    """Each text a paragraph of its own; a line end inside a text goes on under it."""
    drawn: list[Drawn] = []
    for line in lines:
        drawn.append(text(left, top, *line.split("\n")))
        top += 11.0 * len(line.split("\n")) + 9
    return drawn


def granted(reading: Reading) -> list[tuple[str, Decimal]]:
    return [(line.operator, line.amount) for line in reading.lines]


def recused(reading: Reading) -> list[tuple[str, str, str]]:
    return [(one.person, one.function, one.organisation) for one in reading.deliberation.recusals]


def test_village_list_with_leaders_and_members_who_leave(tmp_path: Path):
    def leaders(y: float, name: str, amount: str) -> list[Drawn]:
        dots = "." * int((330 - 4.6 * len(name)) / 2.5)
        return [text(80, y, f"- {name} {dots}"), text(450, y, amount)]

    page = [
        *prose(
            40,
            "DÉPARTEMENT DE LA CORRÈZE",
            "COMMUNE DE SAINT-AUBRAC",
            "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL",
            "DCM n° 2031-06-12",
            "L’an deux mille trente et un, le vingt-six juin à vingt heures, le Conseil s’est réuni en mairie.",
            "PRÉSENTS : MM. LAGARDE Michel, VERGNE Patrick, TREUIL Serge, Mmes FAURE Sylvie, ROCHE Éliane.",
            "OBJET : SUBVENTIONS AUX ASSOCIATIONS",
            "Mme ROCHE Éliane, présidente du Comité des fêtes, et M. TREUIL Serge, trésorier de la Boule joyeuse,\n"
            "quittent la salle et ne prennent part ni au débat ni au vote.",
            "Après en avoir délibéré, le Conseil municipal, par onze voix pour et une abstention, décide d’attribuer\n"
            "les subventions suivantes :",
        ),
        *leaders(280, "Amicale des sapeurs-pompiers", "250 €"),
        *leaders(296, "Boule joyeuse", "200 €"),
        *leaders(312, "Comité des fêtes", "1 500 €"),
        *leaders(328, "Coopérative scolaire (14 € x 62 élèves)", "868 €"),
        *prose(350, "Soit un total de 2 818 €.", "Les demandes de l’Auto Cross (200 €) sont rejetées."),
    ]
    reading = read(pdf(tmp_path / "acte.pdf", page))
    assert granted(reading) == [
        ("Amicale des sapeurs-pompiers", Decimal(250)),
        ("Boule joyeuse", Decimal(200)),
        ("Comité des fêtes", Decimal(1500)),
        ("Coopérative scolaire (14 € x 62 élèves)", Decimal(868)),
    ]
    assert [(check.total.amount, check.status) for check in reading.checks] == [(Decimal(2818), "equal")]
    assert recused(reading) == [
        ("ROCHE Éliane", "présidente", "Comité des fêtes"),
        ("TREUIL Serge", "trésorier", "Boule joyeuse"),
    ]
    act = reading.deliberation
    assert (act.number, act.title, act.session_date) == (
        "2031-06-12",
        "SUBVENTIONS AUX ASSOCIATIONS",
        date(2031, 6, 26),
    )
    [vote] = act.votes
    assert (vote.votes_for, vote.abstentions) == (11, 1)


def test_total_voted_without_a_list_is_kept_and_said(tmp_path: Path):
    page = prose(
        40,
        "COMMUNE DE MARSAC",
        "CONSEIL MUNICIPAL – Séance du 11 avril 2031",
        "N° 2031/18 – Objet : Enveloppe des subventions",
        "Le Conseil municipal, après en avoir délibéré, FIXE à 12 500 € l’enveloppe des subventions aux associations.",
    )
    reading = read(pdf(tmp_path / "acte.pdf", page))
    assert (granted(reading), [total.amount for total in reading.totals]) == ([], [Decimal(12500)])
    assert reading.notes == (TOTALS_ALONE_NOTE,)


def test_change_that_names_no_new_money_is_left_to_staff(tmp_path: Path):
    page = prose(
        40,
        "COMMUNE DE MARSAC",
        "CONSEIL MUNICIPAL – Séance du 11 avril 2031",
        "Le Conseil municipal, après en avoir délibéré, décide d’annuler la subvention de 800 € accordée au Moto Club.",
    )
    reading = read(pdf(tmp_path / "acte.pdf", page))
    assert (reading.lines, reading.totals, len(reading.leftovers)) == ((), (), 1)
    assert len(reading.notes) == 1


def test_prices_and_money_asked_from_others_are_no_grants(tmp_path: Path):
    page = [
        *prose(
            40,
            "COMMUNE DE MARSAC",
            "CONSEIL MUNICIPAL – Séance du 11 avril 2031",
            "Le Conseil municipal, après en avoir délibéré, approuve le plan de financement de la salle :",
        ),
        table(
            60,
            120,
            [200, 100],
            [["Financeurs", "Montant HT"], ["État – DETR", "96 000 €"], ["Département", "48 000 €"]],
        ),
        *prose(
            200,
            "Il sollicite de l’État une subvention de 96 000 € et fixe les tarifs : journée 250 €, caution 1 000 €.",
        ),
    ]
    with pytest.raises(NoGrantError):
        read(pdf(tmp_path / "acte.pdf", page))


def test_sheet_of_a_project_on_each_page(tmp_path: Path):
    def sheet(name: str, purpose: str, base: str, amount: str) -> list[Drawn]:
        return [
            text(240, 40, "FICHE PROJET", bold=True),
            table(
                60, 80, [140, 340], [["Bénéficiaire", name], ["Objet du projet", purpose], ["Localisation", "VIRELAY"]]
            ),
            table(
                60,
                160,
                [120, 120, 100, 140],
                [
                    ["Nature de la subvention", "Base subventionnable", "Taux", "Montant de la subvention"],
                    ["Fonctionnement", base, "20 %", amount],
                ],
            ),
        ]

    opening = prose(
        40,
        "RÉGION DU GRAND BASSIN",
        "COMMISSION PERMANENTE DU CONSEIL RÉGIONAL – Réunion du 24 mai 2031",
        "Délibération n° 2031_04862",
        "VU le Code général des collectivités territoriales,",
        "Après en avoir délibéré, DÉCIDE",
        "d’attribuer un montant total de 13 500 € de subventions pour les 2 projets présentés en annexe.",
        "La Présidente du Conseil régional",
    )
    reading = read(
        pdf(
            tmp_path / "acte.pdf",
            opening,
            sheet("LES NUITS DE L’ESTUAIRE", "Festival de conte", "45 000,00 €", "9 000,00 €"),
            sheet("COMMUNE DE VIRELAY", "Fête de la musique", "30 000,00 €", "4 500,00 €"),
        )
    )
    assert [(line.operator, line.action, line.amount) for line in reading.lines] == [
        ("LES NUITS DE L’ESTUAIRE", "Festival de conte", Decimal(9000)),
        ("COMMUNE DE VIRELAY", "Fête de la musique", Decimal(4500)),
    ]
    assert [(check.total.amount, check.status) for check in reading.checks] == [(Decimal(13500), "equal")]


def test_sheets_that_follow_each_other_on_one_page(tmp_path: Path):
    def sheet(top: float, name: str, amount: str) -> list[Drawn]:
        rows: list[list[str | None]] = [
            ["Bénéficiaire", name, None, None],
            ["Localisation", "VIRELAY", None, None],
            ["Objet du projet", "Festival de conte", None, None],
            ["Nature de la subvention", None, "Base subventionnable", "Montant de la subvention"],
            ["Fonctionnement", None, "45 000,00 €", amount],
        ]
        spans = {(0, 1): (1, 3), (1, 1): (1, 3), (2, 1): (1, 3), (3, 0): (1, 2), (4, 0): (1, 2)}
        return [text(60, top, "FICHE PROJET", bold=True), table(60, top + 20, [100, 60, 120, 140], rows, spans=spans)]

    opening = prose(
        40,
        "RÉGION DU GRAND BASSIN",
        "COMMISSION PERMANENTE DU CONSEIL RÉGIONAL – Réunion du 24 mai 2031",
        "Après en avoir délibéré, DÉCIDE d’attribuer un montant total de 13 500 € aux projets présentés en annexe.",
    )
    sheets = [*sheet(40, "LES NUITS", "9 000,00 €"), *sheet(260, "LES JOURS", "4 500,00 €")]
    assert granted(read(pdf(tmp_path / "acte.pdf", opening, sheets))) == [
        ("LES NUITS", Decimal(9000)),
        ("LES JOURS", Decimal(4500)),
    ]


def test_member_who_stands_aside_in_the_row_of_a_grant(tmp_path: Path):
    page = [
        *prose(
            40,
            "COMMUNE DE MARSAC",
            "CONSEIL MUNICIPAL – Séance du 11 avril 2031",
            "Le Conseil municipal, après en avoir délibéré, décide d’allouer :",
        ),
        table(
            60,
            120,
            [140, 60, 80, 220],
            [
                ["Associations", "2030", "Attribué 2031", "Vote"],
                ["Amis du livre", "500", "600", "Unanimité"],
                ["Boule joyeuse", "700", "750", "Unanimité – M. BLANC ne prend pas part au vote"],
            ],
        ),
    ]
    reading = read(pdf(tmp_path / "acte.pdf", page))
    assert granted(reading) == [("Amis du livre", Decimal(600)), ("Boule joyeuse", Decimal(750))]
    assert recused(reading) == [("BLANC", "", "Boule joyeuse")]


def test_annex_of_a_budget_that_names_each_beneficiary(tmp_path: Path):
    rows = [
        ["Article", "Subventions", "Objet", "Nom de l’organisme", "Montant de la subvention"],
        ["657362", "CCAS", "Fonctionnement", "CCAS de Marsac", "310 000,00"],
        ["65748", "Personnes de droit privé", "Fonctionnement", "Club nautique", "8 200,00"],
        ["65748", "Personnes de droit privé", "Projet d’école", "Coopérative Prévert", "1 150,00"],
    ]
    page = [
        *prose(
            40, "VILLE DE MARSAC – BUDGET PRIMITIF 2031", "B1.7 – SUBVENTIONS VERSÉES DANS LE CADRE DU VOTE DU BUDGET"
        ),
        table(40, 100, [60, 130, 90, 120, 120], rows),
    ]
    assert granted(read(pdf(tmp_path / "budget.pdf", page))) == [
        ("CCAS de Marsac", Decimal(310000)),
        ("Club nautique", Decimal(8200)),
        ("Coopérative Prévert", Decimal(1150)),
    ]


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "Le Conseil fixe ainsi les contributions dues par les communes au titre de 2031 :",
            [
                ["Commune", "Population", "Contribution 2031"],
                ["Achun", "148", "3 306 €"],
                ["Alligny", "912", "20 718 €"],
            ],
        ),
        (
            "Le Conseil décide de fixer le montant des indemnités de fonction :",
            [
                ["Nom", "Fonction", "Montant mensuel"],
                ["Paul SERRES", "Maire", "2 121 €"],
                ["Anne ROUX", "Adjointe", "813 €"],
            ],
        ),
        (
            "Le Conseil décide d’attribuer les marchés comme suit :",
            [
                ["Lot", "Entreprise", "Montant attribué"],
                ["1", "SARL du Puy", "245 300 €"],
                ["2", "SAS Bois", "98 450 €"],
            ],
        ),
    ],
)
def test_other_money_of_a_council_is_no_grant(tmp_path: Path, sentence: str, rows: list[list[str]]):
    page = [*prose(40, "COMMUNE DE MARSAC", sentence), table(60, 90, [120, 140, 140], rows)]
    with pytest.raises(NoGrantError):
        read(pdf(tmp_path / "acte.pdf", page))
