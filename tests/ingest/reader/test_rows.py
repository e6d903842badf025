"""Kinds of rows: lines, totals with and without label, headings, headers, notes; tables that are not grants."""

import pytest

from ingest.reader.headers.column_drafts import BY_CONTENT
from ingest.reader.lines import grant_lines
from ingest.reader.reshaping.sections import split_sections
from ingest.reader.totals import stated_totals
from tests.ingest.reader.hand_built import a_table, read


def kinds(rows, **asked):
    return [row.kind for row in read(a_table(rows, **asked)).rows]


def test_every_row_of_the_grid_has_one_kind_and_its_index():
    rows = read(
        a_table("""
        Association | Montant
        Les Amis du Lavoir | 900 €
        |
        TOTAL | 900 €
    """)
    ).rows
    assert [(row.index, row.kind) for row in rows] == [(0, "header"), (1, "line"), (2, "other"), (3, "total")]


def test_label_of_a_total_is_read_in_any_column():
    rows = """
        Canton | Association | Commune | Montant
        Dax | Les Amis du Lavoir | Sore | 900 €
        Dax | Chœur de la Vallée | Luxey | 100 €
        {label} | < | < | 1 000 €
    """
    for label in ("Total", "TOTAL GÉNÉRAL", "Total général :", "Montant total", "Ensemble"):
        assert kinds(rows.format(label=label))[-1] == "total", label
    assert kinds(rows.format(label="Sous-total"))[-1] == "subtotal"


@pytest.mark.parametrize(
    ("label", "kind"), [("Ensemble vocal Arpège", "line"), ("Ensemble des clubs", "total"), ("Ensemble 2024", "total")]
)
def test_musicians_who_are_called_an_ensemble_are_no_total(label, kind):
    rows = """
        Association | Objet | Montant
        Les Amis du Lavoir | Fête | 900 €
        {label} | < | 100 €
    """
    assert kinds(rows.format(label=label))[-1] == kind


@pytest.mark.parametrize(("label", "kind"), [("Ensemble des sauveteurs", "line"), ("Total des sauveteurs", "total")])
def test_an_ensemble_that_has_a_purpose_is_a_name(label, kind):
    rows = """
        Association | Objet | Montant
        Les Amis du Lavoir | Fête | 900 €
        {label} | Sorties en mer | 100 €
        Chorale | Concert | 200 €
    """
    assert kinds(rows.format(label=label))[2] == kind


def test_theme_beside_the_names_of_columns_printed_again_heads_the_rows_below():
    rows = """
        SPORT | 2023 | 2024
        Judo club | 800 € | 900 €
        CULTURE | 2023 | 2024
        Chorale | 100 € | 200 €
    """
    assert kinds(rows) == ["header", "line", "group", "line"]
    assert kinds(rows.replace("CULTURE | 2023", "Amis du lac | 2000")) == ["header", "line", "line", "line"]


@pytest.mark.parametrize(("bold", "kind"), [((1,), "group"), ((), "line"), ((1, 2, 3), "line")])
def test_name_alone_in_bold_among_plain_ones_heads_the_rows_below(bold, kind):
    rows = """
        N° | Association | Commune | Montant
         | Sports de nature | |
        1 | Les Amis du Lavoir | Sore | 900 €
        2 | Chœur de la Vallée | Luxey | 100 €
    """
    assert kinds(rows, bold=bold)[1] == kind


def test_end_of_a_name_of_column_printed_again_heads_no_rows():
    rows = """
        N° | Commune d'implantation | Association | Montant
        1 | Bor | Les Amis du Lavoir | 900 €
         | D'IMPLANTATION | |
        2 | Bor | Chœur de la Vallée | 100 €
    """
    assert kinds(rows, bold=(2,))[2] == "line"


@pytest.mark.parametrize("bold", [(1, 2), ()])
def test_name_alone_that_a_total_under_it_says_again_heads_rows_set_like_it(bold):
    """On a scan, how thick strokes are does not always tell what is bold."""
    rows = """
        Association | Montant
        {0}
        Les Amis du Lavoir | 900 €
        {1}
    """
    name, total = "Sports de nature |", "Total Sports de nature | 900 €"
    assert kinds(rows.format(name, total), bold=bold)[1] == "group"
    assert kinds(rows.format(total, name))[3] == "line"


@pytest.mark.parametrize(
    ("name", "line", "kind"),
    [
        ("CULTURE", "Chœur de la Vallée", "group"),
        ("Culture", "Chœur de la Vallée", "line"),  # may be a name whose amount is missing
        ("CULTURE", "ADMR", "line"),
    ],
)
def test_name_alone_in_capitals_heads_rows_as_other_headings_in_capitals_do(name, line, kind):
    rows = f"""
        Association | Montant
        SPORT |
        Les Amis du Lavoir | 900 €
        {name} |
        {line} | 100 €
    """
    assert kinds(rows, bold=(1,))[3] == kind


def test_header_printed_again_line_by_line_opens_no_other_table():
    rows = """
         |  | Montant voté | Montant voté |
        Maître d'ouvrage | Motif | 2025 | 2026 | Total
        Bor | Voirie | 500 € | 510 € | 1 010 €
         |  | Montant voté | Montant voté |
        Maître d'ouvrage | Motif | 2025 | 2026 | Total
        Lure | Voirie | 700 € | 710 € | 1 410 €
    """
    [table] = split_sections(a_table(rows, header_rows=2))
    assert [row.kind for row in read(table).rows] == ["header", "header", "line", "header", "header", "line"]


@pytest.mark.parametrize(
    ("heads", "rows"), [("Sport | Montant | Social et divers", 4), ("Dépenses | Montant | Recettes", 2)]
)
def test_lists_side_by_side_under_themes_of_their_own_are_one_list(heads, rows):
    table = f"""
        {heads} | Montant
        Judo de Bor | 65 € | Les Amis du Lavoir | 30 €
        Tennis de Bor | 80 € | Chorale de Lure | 90 €
    """
    [read_of] = split_sections(a_table(table))
    assert len(read_of.grid) == 1 + rows


def test_lines_of_a_header_printed_again_one_by_one_open_no_table_without_its_unit():
    rows = """
        Avis de la commission | Association | Montant voté en k€
        Favorable | Judo de Bor | 65,1
        Avis de la | Association | Montant voté
        commission | | en k€
        Favorable | Chorale de Lure | 30,1
    """
    [table] = split_sections(a_table(rows))
    assert [int(line.amount) for line in grant_lines(read(table)).lines] == [65100, 30100]


def test_name_alone_under_the_names_of_the_columns_is_none_of_them():
    rows = """
        N° | Association | Commune | Montant
         | Sports de nature | |
        1 | Les Amis du Lavoir | Sore | 900 €
    """
    assert read(a_table(rows, header_rows=2)).columns[1].header == "Association"


def test_label_of_a_total_that_runs_into_the_next_column_is_one():
    rows = """
        Dispositif | Association | Montant
        Sports | Les Amis du Lavoir | 900 €
        Sports | Chœur de la Vallée | 100 €
        Sous-total sports | {more} | 1 000 €
    """
    [last] = read(a_table(rows.format(more="de nature"))).rows[-1:]
    assert (last.kind, last.label) == ("subtotal", "Sous-total sports de nature")
    assert kinds(rows.format(more="Natation"))[-1] == "line"


@pytest.mark.parametrize("count", ["Nombre de dossiers : 2", "2 dossiers", "Nb bénéficiaires 2"])
def test_count_of_the_rows_beside_their_sum_names_nobody(count):
    rows = """
        Association | Commune | Montant
        Les Amis du Lavoir | Sore | 900 €
        Chœur de la Vallée | Luxey | 100 €
        {count} | Sous-total : | 1 000 €
    """
    assert kinds(rows.format(count=count))[-1] == "subtotal"


def test_total_in_a_cell_over_several_columns_is_one():
    rows = """
        Association | Action | Montant
        Les Amis du Lavoir | Fête | 900 €
        TOTAL | 900 € | <
    """
    assert kinds(rows)[-1] == "total"


def test_label_of_a_total_in_bold_that_runs_into_the_names_is_one_beside_sums_alone():
    rows = """
        Réf. | Association | Objet | Région | Montant
        2024-01 | Foyer rural de Bor | Atelier | 200 € | 400 €
        2024-02 | Chorale de Lure | Concert | 300 € | 600 €
        Total du programme | Culture | | 500 € | 1 000 €
    """
    last = read(a_table(rows, bold=[3])).rows[-1]
    assert (last.kind, last.label) == ("total", "Total du programme Culture")
    assert read(a_table(rows)).rows[-1].kind == "line"
    assert read(a_table(rows.replace("Culture |", "Culture | Atelier"), bold=[3])).rows[-1].kind == "line"


def test_beneficiary_named_total_is_a_line():
    assert kinds("""
        Bénéficiaire | Commune | Montant
        TOTAL Habitat | Sore | 900 €
        Les Amis du Lavoir | Luxey | 100 €
    """) == ["header", "line", "line"]


def test_subtotals_are_told_from_the_total_that_adds_them_up():
    rows = read(
        a_table("""
        Dispositif | Structure | Montant
        Accueil | Le Tremplin | 600 €
        ^ | L'Étape | 400 €
        TOTAL | < | 1 000 €
        Emploi | Le Tremplin | 500 €
        TOTAL | < | 500 €
        TOTAL | < | 1 500 €
    """)
    ).rows
    assert [row.kind for row in rows] == ["header", "line", "line", "subtotal", "line", "subtotal", "total"]


def test_figures_alone_are_a_total_without_label():
    rows = read(
        a_table("""
        Dispositif | Structure | Commune | Montant
        Accueil | Le Tremplin | Sore | 600 €
        ^ | L'Étape | Luxey | 400 €
        ^ | | | 1 000 €
    """)
    ).rows
    assert rows[-1].kind == "total"
    assert rows[-1].label == ""
    assert rows[-1].certainty >= 0.8
    assert "total sans libellé" in rows[-1].notes


def test_figures_alone_that_add_up_to_nothing_are_in_doubt():
    rows = read(
        a_table("""
        Structure | Commune | Montant
        Le Tremplin | Sore | 600 €
        L'Étape | Luxey | 400 €
        | | 1 700 €
    """)
    ).rows
    assert rows[-1].kind == "total"
    assert rows[-1].certainty < 0.8


def test_amount_beside_a_merged_beneficiary_is_a_line():
    assert kinds("""
        Structure | Action | Montant
        Le Tremplin | Chantier | 600 €
        ^ | | 400 €
        L'Étape | Garage | 200 €
    """) == ["header", "line", "line", "line"]


def test_headings_head_the_rows_below():
    rows = read(
        a_table("""
        Association | Commune | Montant
        CULTURE | < | <
        Chœur de la Vallée | Luxey | 100 €
        SPORT | < | <
        Union cycliste | Sore | 200 €
    """)
    ).rows
    assert [(row.kind, row.label) for row in rows[1:]] == [
        ("group", "CULTURE"),
        ("line", ""),
        ("group", "SPORT"),
        ("line", ""),
    ]


def test_heading_in_bold_in_the_first_cell_heads_too():
    assert kinds(
        """
        Association | Commune | Montant
        Canton de Dax | |
        Chœur de la Vallée | Luxey | 100 €
        """,
        bold=(1,),
    ) == ["header", "group", "line"]


def test_heading_with_the_sum_of_the_rows_below_is_their_subtotal():
    table = """
        Bénéficiaire | Commune | Montant
        CULTURE | < | 1 650 €
        Chœur de la Vallée | Luxey | 650 €
        Les Amis du Lavoir | Sore | 1 000 €
        SPORT | < | {sport}
        Boule Luxoise | Luxey | 3 000 €
    """
    rows = read(a_table(table.format(sport="3 000 €"))).rows
    assert [row.kind for row in rows] == ["header", "subtotal", "line", "line", "subtotal", "line"]
    assert rows[1].label == "CULTURE"
    rows = read(a_table(table.format(sport="2 000 €"))).rows
    assert rows[4].kind == "line", "a text beside another amount may be a beneficiary"


def test_title_beside_another_sum_than_that_of_the_rows_below_is_a_doubtful_line():
    table = """
        Bénéficiaire | Commune | Montant
        CULTURE | < | 1 700 €
        Chœur de la Vallée | Luxey | 650 €
        Les Amis du Lavoir | Sore | 1 000 €
        Boule Luxoise | Luxey | 3 000 €
    """
    row = read(a_table(table)).rows[1]
    assert (row.kind, row.certainty) == ("line", 0.6)
    assert "intitulé ou bénéficiaire" in row.notes[0]
    assert {one.certainty for one in read(a_table(table.replace("CULTURE | <", "Amis | Sore"))).rows} == {1.0}


def test_votes_between_the_rows_do_not_part_a_heading_from_what_it_adds_up():
    rows = read(
        a_table("""
        Bénéficiaire | Commune | Montant
        CULTURE | < | 1 650 €
        Chœur de la Vallée | Luxey | 650 €
        Vote : 32 pour, 2 abstentions | < | <
        Les Amis du Lavoir | Sore | 1 000 €
    """)
    ).rows
    assert [row.kind for row in rows] == ["header", "subtotal", "line", "other", "line"]


def test_heading_with_the_sum_of_rows_that_other_headings_part_is_their_subtotal():
    rows = read(
        a_table("""
        Bénéficiaire | Commune | Montant
        CULTURE | < | 1 650 €
        Canton de Sore | < | <
        Chœur de la Vallée | Luxey | 650 €
        À reporter | < | 650 €
        Report | < | 650 €
        Canton de Luxey | < | <
        Les Amis du Lavoir | Sore | 1 000 €
    """)
    ).rows
    kinds = ["header", "subtotal", "group", "line", "subtotal", "subtotal", "group", "line"]
    assert [row.kind for row in rows] == kinds


def test_sum_carried_over_a_page_is_no_line():
    rows = """
        Bénéficiaire | Commune | Montant
        Chœur de la Vallée | Luxey | 650 €
        Les Amis du Lavoir | Sore | 1 000 €
        À reporter | | 1 650 €
        Report | | 1 650 €
        {name} | Luxey | 50 €
        TOTAL | | 1 700 €
    """
    expected = ["header", "line", "line", "subtotal", "subtotal", "line", "total"]
    assert kinds(rows.format(name="Boule Luxoise")) == expected
    assert kinds(rows.format(name="Report du tournoi")) == expected


@pytest.mark.parametrize("marks", ["1 | 2 | 3", "(1) | (2) | (3)", "col. 1 | col. 2 | col. 3", "a | b | c = a + b"])
def test_numbers_of_the_columns_are_part_of_the_header(marks):
    rows = f"""
        Bénéficiaire | Montant demandé | Montant voté
        {marks}
        Chœur de la Vallée | 700 € | 650 €
    """
    assert kinds(rows) == ["header", "header", "line"]


def test_row_whose_figures_do_not_number_the_columns_is_a_line():
    assert kinds("""
        N° | Bénéficiaire | Montant
        1 | Chœur de la Vallée | 3
        2 | Les Amis du Lavoir | 3
    """) == ["header", "line", "line"]


def test_beneficiary_without_amount_is_a_line_to_look_at():
    assert kinds("""
        Association | Commune | Montant
        Chœur de la Vallée | |
        Union cycliste | Sore | 200 €
    """) == ["header", "line", "line"]


@pytest.mark.parametrize(
    "note",
    [
        "* sous réserve de la signature de la convention",
        "(1) versé en deux fois",
        "NB : montants arrondis.",
        "M. Untel ne prend pas part au vote pour cette ligne",
        "Mme Unetelle quitte la séance",
        "Vote : 32 pour, 2 abstentions",
    ],
)
def test_notes_and_votes_between_rows_head_nothing(note):
    assert (
        kinds(f"""
        Association | Commune | Montant
        Chœur de la Vallée | Luxey | 100 €
        {note} | < | <
        Union cycliste | Sore | 200 €
    """)[2]
        == "other"
    )


def test_row_whose_money_stands_in_merged_cells_is_no_lost_row():
    table = """
        Observation | Association | Montant 2023 | Montant 2024
        | Chœur de la Vallée | 100 € | 200 €
        Première demande Luxey Union cycliste Action reconduite Sore Foyer | < | 300 € 400 € 500 € 600 € | <
    """
    assert kinds(table) == ["header", "line", "line"]


def test_header_printed_again_is_a_header():
    assert kinds("""
        Association | Commune | Montant
        Chœur de la Vallée | Luxey | 100 €
        Association | Commune | Montant
        Union cycliste | Sore | 200 €
    """) == ["header", "line", "header", "line"]


def test_title_over_the_header_is_kept_as_title():
    table = read(
        a_table(
            """
            2. Soutien au sport | < | <
            Association | Commune | Montant
            Union cycliste | Sore | 200 €
            """,
            header_rows=2,
        )
    )
    assert table.titles == ("2. Soutien au sport",)
    assert [row.kind for row in table.rows] == ["header", "header", "line"]


DECOYS = {
    "des crédits": """
        Chapitre | Libellé | Budget primitif | Décision modificative | Total
        011 | Charges à caractère général | 567 517,00 € | 12 000,00 € | 579 517,00 €
        65 | Autres charges de gestion | 618 239,00 € | 500,00 € | 618 739,00 €
    """,
    "imputation": """
        Code opération | Imputation budgétaire | Libellé opération | AP € | Dépense €
        D12-01 | 204/32 | Aide aux clubs | 90 000,00 | 12 500,00
    """,
    "cofinancement": """
        Année | Etat | Conseil départemental | Total
        2024 | 75 000 € | 75 000 € | 150 000 €
        2025 | 75 000 € | - | 75 000 €
    """,
    "comptes": """
        Charges | Montant | Produits | Montant
        Achats | 1 200 € | Ventes | 900 €
        Personnel | 9 000 € | Subvention de la commune | 9 300 €
    """,
    "bancaires": """
        Titulaire | Club nautique de la Rade
        IBAN | FR76 0000 0000
        Code guichet | 39430
        Clé RIB | 19
    """,
    "cochées": """
        Données | Prescripteur | Financeur | Organisme
        Nom | x | x |
        Adresse | x | | x
    """,
    "prix": """
        Prestation | Tarif horaire
        Location de la salle | 25,00 €
        Location du matériel | 12,00 €
    """,
    "indicateurs": """
        Indicateur | Situation au 31/12/2023 | Cible 2024 | Cible 2025
        Nombre de jeunes suivis | NC | 600 | 3 000
        Dépense par jeune | 12 € | 14 € | 15 €
    """,
    "colonne de montants": """
        Nom | Qualité | Procuration à
        Mme Alba | conseillère | M. Brun
        M. Brun | conseiller |
    """,
    "demandés": """
        Association | Projet | Montant demandé
        Union cycliste | Critérium | 1 500 €
    """,
    "dit voté": """
        Thématique | Action | Montant financier
        Jeunesse | Soutenir les clubs | 50 000 €
    """,
    "d’autres que": """
        Action | Montant Etat 2024
        Équipes locales | 3 192 087 €
    """,
    "récapitulatif": """
        ETP prévus | Montant prévisionnel 2024 | Trop-perçu 2023 | Montant de l'engagement 2024
        199,13 | 615 740,18 € | 145 529,72 € | 470 210,46 €
    """,
}


@pytest.mark.parametrize("reason", DECOYS)
def test_table_that_is_not_about_grants_says_why(reason):
    assert reason in read(a_table(DECOYS[reason])).skipped


@pytest.mark.parametrize("share", ["Part du Département", "Part départementale"])
def test_share_of_the_author_beside_those_of_other_funders_is_what_towns_get(share):
    table = read(
        a_table(f"""
        Communes | Europe (FEDER) | Autres financeurs | {share} | Action subventionnée
        Luxey | 100,00 € | 300,00 € | 400,00 € | Rue du Lavoir
        Sore | 200,00 € | 300,00 € | 700,00 € | Toit de la halle
    """)
    )
    assert not table.skipped


def test_accounts_are_known_by_their_numbers():
    assert (
        "comptes"
        in read(
            a_table("""
        Libellé | Montant
        60 - Achats | 1 200 €
        61 - Services extérieurs | 300 €
        74 - Subventions d'exploitation | 1 500 €
    """)
        ).skipped
    )


def test_funders_of_one_project_are_no_beneficiaries():
    assert (
        "cofinancement"
        in read(
            a_table("""
        Organisme | Montant
        Etat | 10 000 €
        Région | 5 000 €
        Département | 5 000 €
    """)
        ).skipped
    )


def test_grants_beside_their_budget_lines_are_grants():
    assert not read(
        a_table("""
        Chapitre | Imputation | Bénéficiaire | Subvention votée
        65 | 6574 | Union cycliste | 1 500 €
    """)
    ).skipped


def test_grants_without_beneficiary_need_a_voted_amount():
    assert not read(
        a_table("""
        Axe | Intitulé de l'action | Participation Etat | Crédits du Département affectés
        Enfance | Accueillir | 10 000 € | 12 000 €
    """)
    ).skipped


def test_two_tables_in_one_grid_are_read_apart():
    sections = split_sections(
        a_table(
            """
            1. Culture | < | <
            Opération | Structure | Montant retenu
            Musique | Chœur de la Vallée | 100 €
            TOTAL | < | 100 €
            2. Sport | < | <
            Structure | Montant retenu | Convention
            Union cycliste | 200 € | Convention type
            TOTAL | 200 € |
            """,
            header_rows=2,
        )
    )
    culture, sport = (read(section) for section in sections)
    assert (culture.titles, sport.titles) == (("1. Culture",), ("2. Sport",))
    assert [column.role for column in sport.columns] == ["operator", "amount", "agreement"]
    assert [row.source.row for row in sport.rows] == [5, 6, 7, 8]
    assert [row.kind for row in sport.rows] == ["header", "header", "line", "total"]


def test_header_printed_again_does_not_cut_the_table():
    table = a_table("""
        Association | Commune | Montant
        Chœur de la Vallée | Luxey | 100 €
        Association | Commune | Montant
        Union cycliste | Sore | 200 €
    """)
    assert split_sections(table) == (table,)


def test_list_in_two_halves_side_by_side_is_one_list():
    (section,) = split_sections(
        a_table("""
        Association | Montant | Association | Montant
        Sport | < | < | <
        Judo de la Vallée | 700 € | Les Pêcheurs | 120 €
        Boule du Moulin | 300 € | Sou des écoles | 1 500 €
        Culture | < | < | <
        Chorale | 450 € | |
    """)
    )
    read_rows = read(section).rows
    names = [row.cells[0].text for row in read_rows if row.kind == "line"]
    assert names == ["Judo de la Vallée", "Boule du Moulin", "Les Pêcheurs", "Sou des écoles", "Chorale"]
    assert [row.label for row in read_rows if row.kind == "group"] == ["Sport", "Culture"]
    assert read_rows[4].source.row == 3


def test_lists_of_receivers_that_touch_may_bear_names_of_their_own():
    table = a_table("""
        Associations sportives | Montant | Associations culturelles | Montant
        Judo de la Vallée | 700 € | Ciné-club | 120 €
        Boule du Moulin | 300 € | |
    """)
    (section,) = split_sections(table)
    names = [row.cells[0].text for row in read(section).rows if row.kind == "line"]
    assert names == ["Judo de la Vallée", "Boule du Moulin", "Ciné-club"]


@pytest.mark.parametrize("heads", ["Charges | Montant | Produits | Montant", "Club | Montant | Financeur | Montant"])
def test_columns_that_touch_under_other_names_stay_beside_one_another(heads):
    table = a_table(f"{heads}\nAchats | 700 € | Cotisations | 120 €\nSalaires | 300 € | Région | 880 €")
    assert split_sections(table) == (table,)


def test_halves_beside_white_may_bear_names_of_their_own():
    (section,) = split_sections(
        a_table(
            """
        SPORT | 2030 | 2031 | | CULTURE | 2030 | 2031
        Judo | 300 € | 350 € | | Ciné-club | 600 € | 650 €
        Boxe | 0 € | 250 € | | Orphéon | 800 € | 900 €
        Total sport | 300 € | 600 € | | Total culture | 1 400 € | 1 550 €
    """,
            title="… arrête comme suit le montant des subventions :",
        )
    )
    found = read(section, act_year=2031)
    assert [(row.cells[0].text, row.kind) for row in found.rows[1:]] == [
        ("Judo", "line"),
        ("Boxe", "line"),
        ("Total sport", "total"),
        ("Ciné-club", "line"),
        ("Orphéon", "line"),
        ("Total culture", "total"),
    ]
    assert [(column.role, column.certainty) for column in found.columns][:1] == [("operator", BY_CONTENT)]
    lines = grant_lines(found, act_year=2031).lines
    totals = stated_totals([found], lines, act_year=2031)
    voted = [[line.operator for line in lines if line.line in total.lines] for total in totals if total.year == 2031]
    assert voted == [["Judo", "Boxe"], ["Ciné-club", "Orphéon"]]


def test_column_under_a_word_of_its_own_names_nobody_where_nothing_announces_grants():
    table = "SPORT | 2031\nJudo | 350 €\nBoxe | 250 €"
    assert read(a_table(table)).columns[0].role == "detail"
    assert read(a_table(table, title="Les dépenses de l’année sont les suivantes :")).columns[0].role == "detail"


@pytest.mark.parametrize("head", ["Service", "Site"])
def test_services_alone_in_a_table_that_grants_receive_in_doubt(head):
    table = "{} | Aide initiale | {}\nVivre ici | 3 500 € | 350 €\nPrésence du Val | 2 500 € | 250 €"
    granted = read(a_table(table.format(head, "Complément accordé"), title="Il est proposé un complément."))
    assert (granted.columns[0].role, granted.columns[0].certainty, granted.skipped) == ("operator", BY_CONTENT, "")
    assert read(a_table(table.format(head, "Crédits votés"))).columns[0].role != "operator"


def test_halves_that_share_a_cell_stay_as_printed():
    table = a_table("""
        Association | Montant | Association | Montant
        Judo de la Vallée | 700 € | Les Pêcheurs | 120 €
        Enveloppe de la page | < | < | 820 €
    """)
    assert split_sections(table) == (table,)


def test_grants_to_towns_beside_a_cost_are_no_accounts():
    assert not read(
        a_table("""
        Communes | Nature des travaux | Dépense subventionnable H.T. | Taux | Subvention
        Belloc | Toiture de la mairie | 24 500,00 | 30 % | 7 350,00
        Lauzière | Atelier municipal | 180 000,00 | 20 % | 36 000,00
    """)
    ).skipped


def test_share_of_the_author_beside_towns_and_other_funders_is_a_grant():
    table = """
        Commune bénéficiaire | Action    | Autofinancement | Part Région | Conseil départemental
        Villelune            | Toiture   | 8 600,00 €      | 4 300,00 €  | 17 200,00 €
        Beyrac               | Chauffage | 1 200,00 €      | 600,00 €    | 2 400,00 €
        """
    assert read(a_table(table)).skipped == ""


def test_heading_in_the_first_column_under_the_header_is_no_header():
    table = """
        Organisateur     | Objet         | Montant 2024
        Sports de nature |               |
        Club nautique    | Régate        | 1 000,00 €
        Judo-club        | Tournoi       | 500,00 €
        """
    found = read(a_table(table, header_rows=2, bold=(1,)))
    assert [row.kind for row in found.rows] == ["header", "group", "line", "line"]
    assert found.columns[0].header == "Organisateur"


PARTS = """
    Organisateur     | Objet   | Montant 2024
    Musique          |         |
    Orphéon          | Concert | 1 000,00 €
    Sous-total       |         | 1 000,00 €
    Plein air        |         |
    Club nautique    | Régate  | 500,00 €
    Sous-total       |         | 500,00 €
"""


def test_names_alone_that_all_open_a_part_of_the_list_head_it():
    rows = read(a_table(PARTS)).rows
    assert [(row.index, row.label) for row in rows if row.kind == "group"] == [(1, "Musique"), (4, "Plein air")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(PARTS.replace("    Musique          |         |\n", ""), id="one"),
        pytest.param(PARTS.replace("Régate  | 500,00 €\n", "Régate | 500 €\nJudo-club | |\n"), id="among lines"),
    ],
)
def test_name_alone_that_opens_no_part_as_others_do_is_of_somebody_who_gets_nothing(rows):
    assert "group" not in [row.kind for row in read(a_table(rows)).rows]


def test_heading_over_counts_beside_the_sum_below_is_a_labelled_subtotal():
    table = """
        Places             | Bénéficiaire  | Montant
        Aménagement rural  |               | 1 500 €
        12                 | Club nautique | 1 000 €
        8                  | Judo-club     | 500 €
        """
    heading = read(a_table(table, bold=(1,))).rows[1]
    assert (heading.kind, heading.label) == ("subtotal", "Aménagement rural")


def test_total_of_two_halves_is_a_row_under_both():
    (section,) = split_sections(
        a_table("""
        Associations | 2030 | Associations | 2030
        Les Hirondelles | 300 € | La Ruche | 200 €
        Le Réveil | 100 € | Horizon | 50 €
        TOTAL | < | < | 650 €
    """)
    )
    assert [[cell.text for cell in row] for row in section.grid] == [
        ["Associations", "2030"],
        ["Les Hirondelles", "300 €"],
        ["Le Réveil", "100 €"],
        ["La Ruche", "200 €"],
        ["Horizon", "50 €"],
        ["TOTAL", "650 €"],
    ]


def test_names_printed_again_beside_a_theme_are_a_header():
    assert kinds(
        """
        Thème | Bénéficiaire | Lieu | Montant | Avis
        Sport | Les Hirondelles | Beyrac | 300 € | oui
        Culture | Bénéficiaire | | Montant |
        ^ | La Ruche | Bor | 200 € | oui
    """
    ) == ["header", "line", "header", "line"]


def test_sum_of_all_lines_beside_a_name_merged_down_to_it_is_the_total():
    table = """
        Association | Montant
        Chœur de la Vallée | 650 €
        Les Amis du Lavoir | 1 000 €
        Boule Luxoise | 3 000 €
        Union cycliste | 50 €
        ^ | {last}
    """
    assert kinds(table.format(last="4 700 €"))[-1] == "total"
    assert kinds(table.format(last="300 €"))[-1] == "line"


def test_numbers_of_the_columns_may_leave_out_one():
    rows = """
        Nom | Objet | Demande | Vote | | Avis
        1 | 2 | 3 | 4 | | 5
        Foyer rural | Atelier | 800 € | 700 € | | Favorable
    """
    assert kinds(rows)[1] == "header"


def test_sum_of_a_group_said_in_one_cell_is_its_subtotal():
    table = read(
        a_table("""
            Association | Commune | Montant voté
            Les Amis du Lavoir | Sore | 900 €
            Chœur de la Vallée | Luxey | 100 €
            2 dossiers – Culture 1 000,00 € | < | <
            Union cycliste | Sore | 500 €
            Total : 1 500,00 € | < | <
        """)
    )
    assert [row.kind for row in table.rows] == ["header", "line", "line", "subtotal", "line", "total"]
    lines = grant_lines(table, act_year=2024).lines
    assert [(total.amount, total.lines) for total in stated_totals([table], lines, act_year=2024)] == [
        (1000, (1, 2)),
        (1500, (1, 2, 3)),
    ]


@pytest.mark.parametrize(
    ("place", "rows"),
    [
        # « SPORT » is merged over all columns, « ADMR » is a name whose amount is missing.
        (3, "SPORT | < | <\nJudo Club | Tatami | 300 €\nADMR | |\nFoyer rural | Bal | 50 €"),
        (5, "SPORT | |\nJudo Club | Tatami | 300 €\nCULTURE | |\nFoyer rural | Bal | 50 €\nSNSM | |"),
    ],
)
def test_name_in_capitals_that_is_unlike_headings_or_heads_nothing_is_left_over(place, rows):
    assert kinds(f"Association | Objet | Montant\n{rows}", bold=(1,))[place] == "line"
