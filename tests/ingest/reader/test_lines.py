"""Grant lines: headings and merged cells carried, places, references, years, what could not be read listed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ingest.reader.grant_rows.places import stated_places
from ingest.reader.grant_tables import read_tables
from ingest.reader.lines import grant_lines
from ingest.reader.records import SURE
from ingest.reader.reshaping.sheets import turn_sheets
from ingest.reader.set_aside.restated import set_restated_aside
from ingest.reader.totals import stated_totals
from tests.ingest.reader.hand_built import a_table, read


def lines_of(rows, *, act_year=2024, **asked):
    return grant_lines(read(a_table(rows, **asked), act_year=act_year), department="Lande", act_year=act_year)


def test_line_keeps_what_is_printed_beside_what_is_read():
    found = lines_of("""
        N° dossier | Bénéficiaire | Commune | Projet | Subvention votée | Convention
        24-00123 | Union cycliste | Sore | Critérium d'été | 1 500,00 € | Convention type
    """)
    (line,) = found.lines
    assert line.reference == "24-00123"
    assert (line.operator, line.commune, line.action) == ("Union cycliste", "Sore", "Critérium d'été")
    assert (line.amount, line.amount_text, line.year) == (Decimal("1500.00"), "1 500,00 €", 2024)
    assert (line.agreement, line.department, line.table) == ("Convention type", "Lande", "annexe-1")
    assert line.source.row == 2
    assert line.certainty == 1.0
    assert line.notes == ()
    assert found.leftovers == ()


def test_exercise_of_the_title_is_the_year_of_what_the_act_of_the_year_before_votes():
    rows = """
        Collège | Commune | Contribution
        Sainte-Marie | Sore | 1 500,00 €
    """
    for title, year in (("Collèges privés – exercice 2025", 2025), ("Collèges privés – exercice 2023", 2024)):
        table = read_tables([a_table(rows, title=title)], (), act_year=2024)[0]
        assert [line.year for line in grant_lines(table, act_year=2024).lines] == [year]


def test_year_of_what_the_title_says_was_given_is_that_year_in_doubt():
    rows = """
        Association | Objet | Montant
        La Ruche | Miel | 300 €
    """
    titles = ("Bilan des subventions versées en 2022", "Les aides versées en 2022 ont suffi. Attribuer les suivantes :")
    tables = [read_tables([a_table(rows, title=title)], (), act_year=2024)[0] for title in titles]
    lines = [line for table in tables for line in grant_lines(table, act_year=2024).lines]
    assert [(line.year, line.certainty < 0.9) for line in lines] == [(2022, True), (2024, False)]


@pytest.mark.parametrize("sign", ["idem", "Id.", '"', "//"])
def test_sign_of_repetition_is_the_programme_and_the_town_of_the_line_above(sign):
    table = a_table(f"""
        Dispositif | Association | Commune | Montant
        Culture | Chœur de la Vallée | Sore | 900 €
        {sign} | Les Amis du Lavoir | {sign} | 100 €
        {sign} | Ciné-club | Luxey | 100 €
    """)
    found = grant_lines(read(table), act_year=2024).lines
    assert [(line.programme, line.commune) for line in found] == [
        ("Culture", "Sore"),
        ("Culture", "Sore"),
        ("Culture", "Luxey"),
    ]


def test_idem_is_the_beneficiary_of_the_line_above_and_so_is_a_blank_beside_a_purpose_in_doubt():
    found = lines_of("""
        Bénéficiaire | Objet | Montant
        Union cycliste | Critérium | 1 500,00 €
        Idem | Achat de vélos | 300,00 €
        | Cyclo-cross | 200,00 €
    """)
    assert [line.operator for line in found.lines] == ["Union cycliste"] * 3
    assert [line.certainty >= 0.9 for line in found.lines] == [True, True, False]
    assert "de la ligne au-dessus" in found.lines[2].notes[0]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("Dossier | Bénéficiaire | Montant\n1 | Union cycliste | 15 €\n2 | | 20 €", id="no purpose"),
        pytest.param(
            "Objet | Bénéficiaire | Montant\nFête | | 9 €\nTour | Union cycliste | 15 €\nBal | | 20 €",
            id="names in the middle of their rows",
        ),
    ],
)
def test_blank_beneficiary_that_the_one_above_may_not_be_is_nobody(rows):
    *_, named, blank = lines_of(rows).lines
    assert (named.operator, blank.operator) == ("Union cycliste", "")
    assert "« Union cycliste »" in blank.notes[0].replace("\u202f", " ")


def test_each_year_of_a_row_is_a_record_of_the_same_line():
    found = lines_of("""
        Structure | Places 2024 | Places 2025 | Montant 2024 | Montant 2025
        Le Tremplin | 12 | 14 | 6 000 € | 7 000 €
        L'Étape | 10 | 0 | 5 000 € | 0,00 €
    """)
    assert [(line.line, line.year, line.places, line.amount) for line in found.lines] == [
        (1, 2024, 12, Decimal(6000)),
        (1, 2025, 14, Decimal(7000)),
        (2, 2024, 10, Decimal(5000)),
        (2, 2025, 0, Decimal("0.00")),
    ]


def test_merged_cells_are_carried_and_blank_ones_are_not():
    found = lines_of("""
        Dispositif | Territoire | Structure | Montant
        Accueil | Marais | Le Tremplin | 600 €
        ^ | ^ | L'Étape | 400 €
        ^ | | La Rive | 300 €
    """)
    assert [(line.programme, line.territory) for line in found.lines] == [
        ("Accueil", "Marais"),
        ("Accueil", "Marais"),
        ("Accueil", ""),
    ]


def test_operation_is_the_subprogramme_under_a_title():
    found = lines_of(
        """
        2. Développement du sport | < | <
        Opération | Structure | Montant retenu
        Opération 1 : écoles | Union cycliste | 200 €
        ^ | La Pelote | 300 €
        """,
        header_rows=2,
    )
    assert {(line.programme, line.subprogramme) for line in found.lines} == {
        ("2. Développement du sport", "Opération 1 : écoles")
    }


def test_operation_alone_is_the_programme():
    found = lines_of("""
        Opération | Structure | Montant retenu
        Écoles de sport | Union cycliste | 200 €
        Écoles de sport | La Pelote | 300 €
    """)
    assert {(line.programme, line.subprogramme) for line in found.lines} == {("Écoles de sport", "")}


def test_headings_nest_and_replace_their_like():
    found = lines_of("""
        Association | Commune | Montant
        AXE 1 : Culture | < | <
        Action 1.1 Musique | < | <
        Chœur de la Vallée | Luxey | 100 €
        Action 1.2 Théâtre | < | <
        Cie du Pont | Sore | 200 €
        AXE 2 : Sport | < | <
        Union cycliste | Sore | 300 €
    """)
    assert [(line.programme, line.subprogramme) for line in found.lines] == [
        ("AXE 1 : Culture", "Action 1.1 Musique"),
        ("AXE 1 : Culture", "Action 1.2 Théâtre"),
        ("AXE 2 : Sport", ""),
    ]


@pytest.mark.parametrize(
    ("under", "certainty"), [("2023 : 1 200 €", 0.7), ("nouvelle demande", 1.0), ("Pour mémoire : 300 €", 0.7)]
)
def test_amount_over_a_remark_is_that_of_the_row(under, certainty):
    table = a_table(f"""
        Association | Subvention 2024
        Les Amis du Lavoir | 1 500 € {under}
        Chœur de la Vallée | 100 €
        Union cycliste | 200 €
    """)
    name, cell = table.grid[1]
    printed = cell._replace(lines=("1 500 €", under))
    table = replace(table, grid=(table.grid[0], (name, printed), *table.grid[2:]))
    line = grant_lines(read(table)).lines[0]
    assert (line.amount, line.certainty) == (1500, certainty)


def test_line_over_a_table_that_names_a_territory_is_that_of_its_rows():
    rows = """
        Association | Montant voté
        Les Amis du Lavoir | 900 €
    """
    (line,) = grant_lines(read(a_table(rows, title="Canton : Haut-Bor"))).lines
    assert line.territory == "Canton : Haut-Bor"


def test_heading_that_names_a_territory_is_the_territory():
    found = lines_of("""
        Association | Commune | Montant
        Canton de Haute-Lande | < | <
        Chœur de la Vallée | Luxey | 100 €
    """)
    assert found.lines[0].territory == "Canton de Haute-Lande"
    assert found.lines[0].programme == ""


def test_heading_with_its_total_heads_the_rows_below():
    found = lines_of("""
        Canton | Association | Montant
        Canton de Dax | < | 300 €
        | Chœur de la Vallée | 100 €
        | Union cycliste | 200 €
        Canton de Pouillon | < | 400 €
        | La Pelote | 400 €
    """)
    assert [(line.operator, line.territory) for line in found.lines] == [
        ("Chœur de la Vallée", "Canton de Dax"),
        ("Union cycliste", "Canton de Dax"),
        ("La Pelote", "Canton de Pouillon"),
    ]


@pytest.mark.parametrize("printed", ["en cours", "A CRÉER", "2024/", "2024 /", "24-00123 Union cycliste"])
def test_reference_that_is_none_is_noted(printed):
    found = lines_of(f"""
        N° | Bénéficiaire | Montant
        {printed} | Union cycliste | 200 €
        24-00124 | La Pelote | 300 €
    """)
    assert found.lines[0].reference == ""
    assert any(printed in note for note in found.lines[0].notes)
    assert found.lines[1].reference == "24-00124"


@pytest.mark.parametrize("printed", ["NC", "en attente", "-", "", "7 000 € + 800 €", "1,500 €"])
def test_row_whose_amount_cannot_be_read_is_left_over(printed):
    found = lines_of(f"""
        Bénéficiaire | Commune | Montant
        Union cycliste | Sore | {printed}
        La Pelote | Luxey | 300 €
    """)
    assert [line.operator for line in found.lines] == ["La Pelote"]
    (leftover,) = found.leftovers
    assert "Union cycliste" in leftover.text
    assert (printed in leftover.reason) if printed else ("aucun montant" in leftover.reason)
    assert leftover.source.row == 2


def test_every_line_row_is_a_line_or_a_leftover():
    table = read(
        a_table("""
        Bénéficiaire | Commune | Montant
        SPORT | < | <
        Union cycliste | Sore | NC
        La Pelote | Luxey | 300 €
        * sous réserve | < | <
        TOTAL | < | 300 €
        TOTAL | < | à venir
    """)
    )
    found = grant_lines(table, act_year=2024)
    read_rows = {line.source.row for line in found.lines} | {leftover.source.row for leftover in found.leftovers}
    counted = [row for row in table.rows if row.kind in ("header", "group", "other", "total", "subtotal")]
    assert len(table.rows) == len(table.table.grid)
    assert {row.source.row for row in table.rows} == read_rows | {row.source.row for row in counted}
    assert [leftover.reason for leftover in found.leftovers] == [
        "montant non chiffré : « NC »",
        "total dont le montant ne se lit pas",
    ]


def test_negative_amounts_and_places_stay_negative():
    found = lines_of("""
        Structure | Places d'accueil | Montant retenu
        SIVOM des Deux Rives | -450 | 54 000,00 €-
        CCAS de Mont-Clair | 450 | 54 000,00 €
    """)
    assert [(line.places, line.amount) for line in found.lines] == [
        (-450, Decimal("-54000.00")),
        (450, Decimal("54000.00")),
    ]


def test_money_that_goes_back_is_negative_for_the_year_of_the_act():
    found = lines_of("""
        Structure | Montant versé 2023 | Montant du trop perçu au titre de 2023
        Le Tremplin | 8 000 € | 500 €
    """)
    (line,) = found.lines
    assert (line.amount, line.year, line.amount_text) == (Decimal(-500), 2024, "500 €")
    assert any("négatif" in note for note in line.notes)
    assert line.detail == "Montant du trop perçu au titre de 2023"


def test_detail_ends_with_the_remark_on_the_financing():
    found = lines_of("""
        Structure | Complément d'information | Montant | Précisions sur le financement
        Le Tremplin | 6 points | 3 094,20 € | Financement hors budget
        L'Étape | | 100 € |
    """)
    assert [line.detail for line in found.lines] == ["6 points | Financement hors budget", ""]


@pytest.mark.parametrize(
    ("detail", "places"),
    [
        ("550", 550),
        ("7 000 accompagnements", 7000),
        ("8 postes en insertion du 01/01/2023 au 31/12/2023", 8),
        ("Nettoyage des plages - 6 places - du 01/01/2023", 6),
        ("Financement des 2,38 ETP, soit un maximum de 166 places", 166),
        ("160 soutiens aux professionnels et 178 places d'accompagnement", 178),
        ("Diagnostic_ 300 places", 300),
        ("26 mesures simples", 26),
        ("25 visites et 12 portes closes", 25),
        ("1 ETP", None),
        ("12 mois", None),
        ("ajout de 12 sessions", None),
        ("du 01/01/2023 au 31/12/2023", None),
        ("location 2-4 roues", None),
        ("jeunes de 16 à 30 ans", None),
        ("2 000 € par jeune", None),
        ("/", None),
        ("", None),
    ],
)
def test_places_are_read_in_descriptions(detail, places):
    assert stated_places(detail, "").count == places


def test_count_stuck_to_an_amount_is_told_by_the_price_of_a_place():
    found = lines_of("""
        Structure | Complément d'information | Montant
        CCAS de Mont-Clair | 140 | 22 500,00 €
        CCAS de Luxey | | 980 157 500,00 €
        CCAS de Sore | 28 | 4 500,00 €
        CCAS de Dax | 700 | 112 500,00 €
        CCAS de Pouillon | 1120 | 180 000,00 €
    """)
    line = found.lines[1]
    assert (line.places, line.amount) == (980, Decimal("157500.00"))
    assert line.certainty < 0.8
    assert any("980 157 500,00 €" in note for note in line.notes)


def test_large_amount_in_a_table_without_counts_stays():
    found = lines_of("""
        Association | N° de dossier | Montant subvention
        Union sportive | 2024-07941 | 61 500,00 €
        Judo-club | 2024-00318 | 2 500,00 €
        Radio locale | 2024-00411 | 900,00 €
    """)
    assert found.lines[0].amount == Decimal(61500)
    assert found.lines[0].places is None


def test_large_amount_without_another_reading_stays():
    found = lines_of("""
        Structure | Complément d'information | Montant
        CCAS de Mont-Clair | 140 | 22 500,00 €
        Syndicat | 12 | 980 157 500,00 €
    """)
    assert found.lines[1].amount == Decimal("980157500.00")


def test_two_parts_of_one_row_are_two_lines():
    found = lines_of("""
        Association | Subvention de fonctionnement | Subvention d'investissement
        Les Amis du Lavoir | 900 € | 600 €
        La Pelote | 100 € |
    """)
    assert [(line.line, line.operator, line.amount) for line in found.lines] == [
        (1, "Les Amis du Lavoir", Decimal(900)),
        (2, "Les Amis du Lavoir", Decimal(600)),
        (3, "La Pelote", Decimal(100)),
    ]
    assert "investissement" in found.lines[1].notes[0]


def test_commune_is_the_beneficiary_where_no_other_is_printed():
    found = lines_of("""
        Commune | Travaux | Montant de l'aide
        Sore | Toit de l'école | 12 000 €
    """)
    (line,) = found.lines
    assert (line.operator, line.commune) == ("Sore", "Sore")
    assert line.certainty == 0.8
    assert line.notes


@pytest.mark.parametrize(
    ("heads", "sure"), [("Commune | Opération | Coût HT", True), ("Lieu | Projet | Coût HT", False)]
)
def test_commune_that_bears_the_cost_is_the_beneficiary_for_certain(heads, sure):
    (line,) = lines_of(f"{heads} | Subvention\nSore | Toit de l'école | 48 000 € | 12 000 €").lines
    assert (line.operator, line.amount) == ("Sore", 12000)
    assert (line.certainty >= 0.9, not line.notes) == (sure, sure)


def test_column_that_makes_a_line_unsure_is_said():
    table = read(a_table("Tiers | Subvention votée\nJudo club | 900 €"), act_year=2024)
    operator, amount = table.columns
    (line,) = grant_lines(replace(table, columns=(replace(operator, certainty=0.85), amount))).lines
    assert (line.operator, line.certainty) == ("Judo club", 0.85)
    assert line.notes == ("colonne « Tiers » comprise comme bénéficiaire, sans certitude\u202f: à vérifier",)


def test_amount_at_the_end_of_a_name_is_said():
    (line,) = lines_of("Bénéficiaire | Subvention votée\nJudo club 1 200,00 € | 900 €").lines
    assert line.certainty < 0.9
    assert line.notes == ("montant à la fin du nom, ou nom trop long\u202f: à vérifier",)


def test_line_without_beneficiary_is_in_doubt():
    found = lines_of("""
        Axe | Fiche action N° | Intitulé de l'action | Crédits du Département affectés
        Enfance | 1.1 | Accueillir | 12 000 €
    """)
    (line,) = found.lines
    assert (line.operator, line.action, line.detail) == ("", "Accueillir", "Fiche action N° 1.1")
    assert line.certainty < 0.8
    assert line.notes == ("aucun bénéficiaire imprimé",)


def test_table_that_prints_the_same_money_again_counts_once():
    long = read(
        a_table(
            """
        Structure | Montant retenu
        SIVOM des Deux Rives | 45 000 €
        CCAS de Mont-Clair en Lande | 54 000 €
        CCAS de Sore | 100 €
    """,
            number=2,
        ),
        label="annexe-2",
    )
    example = read(
        a_table(
            """
        | Du 1er janvier au 31 mars 2024 | Du 1er avril au 31 décembre 2024 | Montant total
        SIVOM Deux Rives | 20 000 € | 25 200 € | 45 200 €
        CCAS de Mont-Clair | - € | 54 000 € | 54 000 €
    """,
            number=1,
        ),
        label="tableau-1",
    )
    assert not example.skipped
    first, second = set_restated_aside([example, long])
    assert "annexe-2" in first.skipped
    assert not second.skipped


def test_same_beneficiaries_with_other_amounts_are_other_grants():
    spring, autumn = (
        read(
            a_table(
                f"""
            Structure | Montant retenu
            Le Tremplin | {amount} €
            L'Étape | {amount + 50} €
            """,
                number=number,
            )
        )
        for number, amount in ((1, 100), (2, 300))
    )
    assert not any(table.skipped for table in set_restated_aside([spring, autumn]))


@pytest.mark.parametrize(
    ("header", "printed", "euros"),
    [
        ("Subvention (en milliers d'euros)", "1,5", "1500"),
        ("Subvention en k€", "12", "12000"),
        ("Subvention en k€", "12 k€", "12000"),
        ("Subvention (M€)", "1,2", "1200000"),
        ("Subvention (en €)", "1,50", "1.50"),
    ],
)
def test_unit_of_the_header_counts_for_the_cells(header, printed, euros):
    (line,) = lines_of(f"""
        Association | {header}
        Union cycliste | {printed}
    """).lines
    assert line.amount == Decimal(euros)
    assert line.amount_text == printed


@pytest.mark.parametrize(("printed", "sure"), [("0,06", False), ("-0,06", False), ("1,00", True), ("0,00", True)])
def test_amount_of_some_cents_is_doubted_as_its_unit_may_be_printed_elsewhere(printed, sure):
    (line,) = lines_of(f"""
        Association | Subvention
        Union cycliste | {printed}
    """).lines
    assert line.amount == Decimal(printed.replace(",", "."))
    assert (line.certainty >= SURE) is sure
    assert any("moins d’un euro" in note for note in line.notes) is not sure


def test_amount_to_deduct_printed_with_a_minus_is_not_added():
    (line,) = lines_of("""
        Structure | Versé en 2023 | Montant à déduire en 2024
        Le Tremplin | 8 000 € | -500 €
    """).lines
    assert line.amount == Decimal(-500)


def test_total_above_its_lines_is_a_total():
    table = read(
        a_table("""
        Structure | Montant
        Total général | 900 €
        Le Tremplin | 500 €
        L'Étape | 400 €
    """)
    )
    assert [row.kind for row in table.rows] == ["header", "total", "line", "line"]


def test_sheet_of_one_grant_is_read_upright():
    sheet = turn_sheets(
        a_table(
            """
            Bénéficiaire | Union cycliste
            Commune | Sore
            Objet | Critérium d'été
            Subvention demandée | 2 000 €
            Subvention proposée | 1 500 €
            """,
            header_rows=0,
        )
    )
    (line,) = grant_lines(read(sheet), act_year=2024).lines
    assert (line.operator, line.commune, line.action, line.amount) == (
        "Union cycliste",
        "Sore",
        "Critérium d'été",
        Decimal(1500),
    )


def test_list_of_two_columns_is_no_sheet():
    table = a_table("""
        Bénéficiaire | Subvention
        Union cycliste | 1 500 €
    """)
    assert turn_sheets(table) is table


@pytest.mark.parametrize(
    ("header", "text", "unit"),
    [
        ("Places – 2022", "20", "place"),
        ("Nombre de mesures", "1 020", "mesure"),
        ("Complément d’information", "450", ""),
        ("Complément d’information", "8 postes en insertion", "poste"),
        ("Complément d’information", "37 points ASLL", "point"),
        ("Complément d’information", "45 DSF et 22 portes closes", "DSF"),
        ("Complément d’information", "Financement de 2 ETP, soit un maximum de 166 places", "place"),
    ],
)
def test_a_count_says_what_it_counts_where_that_is_printed(header, text, unit):
    assert stated_places(text, header).unit == unit


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("SUBVENTIONS AUX ASSOCIATIONS", ("Sport", "")),
        ("Aides aux projets locaux 2024", ("Sport", "")),
        ("Aides aux projets culturels", ("Aides aux projets culturels", "Sport")),
        ("Vu le budget de l'exercice 2024, adopté le 14 février ;", ("Sport", "")),
    ],
)
def test_title_that_says_only_that_a_list_follows_heads_no_rows_that_have_headings(title, expected):
    found = lines_of(
        f"""
        {title} | < | <
        Bénéficiaire | Commune | Montant
        Sport | < | <
        Union cycliste | Sore | 1 500,00 €
        """,
        header_rows=2,
    )
    assert (found.lines[0].programme, found.lines[0].subprogramme) == expected


def test_amount_that_cannot_be_read_leaves_a_doubt_on_those_beside_it():
    table = """
        Bénéficiaire | Montant 2024 | Montant 2025
        Union cycliste | {first} | 1 500,00 €
        Les Amis du Lavoir | 600,00 € | 700,00 €
    """
    spilt = lines_of(table.format(first="de Sore 1 400 €")).lines[0]
    assert (spilt.year, spilt.certainty) == (2025, 0.6)
    assert "un autre montant de la ligne ne se lit pas : « de Sore 1 400 € »" in spilt.notes
    assert lines_of(table.format(first="en attente")).lines[0].notes == ()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("CULTURE", ["CULTURE", "SPORT"]),
        ("DÉCIDE", ["", "SPORT"]),
        ("Culture", ["", "SPORT"]),
        ("SUBVENTIONS AUX ASSOCIATIONS", ["", "SPORT"]),
    ],
)
def test_line_in_capitals_over_a_table_heads_its_first_rows_as_the_next_ones_are_headed(title, expected):
    found = grant_lines(
        read(
            a_table(
                """
        Association | Montant
        Les Hirondelles | 300 €
        SPORT | <
        La Ruche | 200 €
    """,
                title=title,
            )
        )
    )
    assert [line.programme for line in found.lines] == expected


@pytest.mark.parametrize("label", ["Reste à répartir", "Crédits ouverts", "Solde disponible au 24 juin"])
def test_credits_that_are_left_are_no_grant(label):
    found = lines_of(f"""
        Organismes bénéficiaires | Alloué 2023 | Alloué 2024
        Les Hirondelles | 300 € | 350 €
        Total réparti | | 350 €
        {label} | | 1 650 €
    """)
    assert [line.operator for line in found.lines] == ["Les Hirondelles"]
    assert [(one.text, one.reason) for one in found.leftovers] == [
        (f"{label} | 1 650 €", "crédits ouverts ou restants, pas une subvention")
    ]


@pytest.mark.parametrize("label", ["Déjà réparti (CP du 14 mars)", "Reste disponible"])
def test_credits_in_a_cell_over_all_names_are_no_grant_and_add_nothing_up(label):
    read_of = read(
        a_table(f"""
        Organisme | Objet | Subvention proposée
        {label} | < | 1 650 €
        Les Hirondelles | Fête | 350 €
        Chorale | Concert | 250 €
        """)
    )
    found = grant_lines(read_of)
    assert [line.operator for line in found.lines] == ["Les Hirondelles", "Chorale"]
    assert [one.reason for one in found.leftovers] == ["crédits ouverts ou restants, pas une subvention"]
    assert stated_totals([read_of], found.lines) == ()


def test_sum_beside_a_refusal_is_no_grant():
    found = lines_of("""
        Bénéficiaire | Objet | Montant | Avis
        La Ruche | Miel | 300 € | Favorable
        Les Semis | Serre | 5 000 € | Défavorable
        Horizon | Voyage | 700 € | Ajournée
        Le Relais | Gala | 900 € | Retiré de l’ordre du jour
        La Lune | Bal | 400 € | Défavorable au projet, favorable au bal
    """)
    assert [line.operator for line in found.lines] == ["La Ruche", "La Lune"]
    assert [one.reason for one in found.leftovers] == [
        f"refus imprimé sur la ligne\u202f: «\u202f{said}\u202f»"
        for said in ("Défavorable", "Ajournée", "Retiré de l’ordre du jour")
    ]


def test_sum_voted_against_the_opinion_printed_beside_it_is_in_doubt():
    found = lines_of("""
        Bénéficiaire | Objet | Avis de la commission | Montant voté
        La Ruche | Miel | Favorable | 300 €
        Les Semis | Serre | Défavorable | 5 000 €
        Le Relais | Gala | Défavorable | 0 €
    """)
    assert [line.certainty < 0.9 for line in found.lines] == [False, True, False]


def test_money_that_is_lent_is_no_grant():
    found = lines_of("""
        Bénéficiaire | Objet | Nature de l'aide | Montant
        La Ruche | Miel | Subvention | 300 €
        Les Semis | Serre | Avance remboursable | 5 000 €
    """)
    assert [line.operator for line in found.lines] == ["La Ruche"]
    assert [one.reason for one in found.leftovers] == ["prêt ou avance à rembourser, pas une subvention"]


def test_amount_printed_once_for_several_rows_is_left_over_with_its_reason():
    found = lines_of("""
        Association | Action | Subvention
        La Ruche | Miel | 300 €
        ^ | Cire | ^
    """)
    assert [line.amount for line in found.lines] == [300]
    assert [one.reason for one in found.leftovers] == [
        "somme imprimée une fois pour plusieurs lignes, comptée avec la première"
    ]


def test_list_that_no_act_surrounds_says_its_year_in_its_title():
    table = a_table(
        """
        DETR 2030 – opérations subventionnées | < | <
        Collectivité | Opération | Subvention
        Commune de Bor | École | 300 €
    """,
        header_rows=2,
    )
    assert [line.year for line in grant_lines(read(table, act_year=None)).lines] == [2030]
    assert [line.year for line in grant_lines(read(table, act_year=2031), act_year=2031).lines] == [2031]


@pytest.mark.parametrize(
    ("status", "title", "sure"),
    [
        ("En régie", "Aides aux travaux", True),
        ("Propriétaire occupant", "Aides aux travaux", False),
        ("En régie", "Aide à l’habitat des propriétaires occupants", False),
    ],
)
def test_town_beside_the_cost_of_works_is_not_who_receives_where_persons_live_there(status, title, sure):
    rows = f"""
        N° dossier | Statut | Commune | Nature des travaux | Montant TTC | Aide accordée
        2031-014 | {status} | Bor | Isolation | 9 000 € | 900 €
        2031-015 | {status} | Lure | Chaudière | 8 000 € | 800 €
    """
    lines = grant_lines(read(a_table(rows, title=title))).lines
    assert [(line.operator, line.certainty >= 0.9) for line in lines] == [("Bor", sure), ("Lure", sure)]


def test_note_of_one_column_of_amounts_stands_on_its_own_lines_alone():
    lines = lines_of(
        """
        Association | Attribué 2030 | Attribué 2031
        La Ruche | 800 € | 900 €
    """,
        act_year=None,
    ).lines
    assert [(line.year, bool(line.notes), line.certainty) for line in lines] == [(2030, True, 0.5), (2031, False, 1.0)]


@pytest.mark.parametrize(
    "name", ["Amis du patrimoine de", "Centre social de Merville-sur-", "Harmonie (Bor", "Amicale d'"]
)
def test_name_without_its_end_is_in_doubt(name):
    (line,) = lines_of(f"Bénéficiaire | Subvention votée\n{name} | 900 €").lines
    assert line.certainty < 0.9
    assert line.notes == ("nom qui semble coupé\u202f: à vérifier",)


def test_address_in_place_of_a_name_is_in_doubt():
    doubted, sure = lines_of(
        """
        Bénéficiaire | Subvention votée
        89 bis, rue de la Gare | 900 €
        3 rues en fête | 400 €
    """
    ).lines
    assert doubted.certainty < 0.8
    assert doubted.notes == ("adresse à la place du nom\u202f: à vérifier",)
    assert not sure.notes
