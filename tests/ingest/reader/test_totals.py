"""Stated totals of tables: what each adds up, its scope, other funders' columns, budget tables."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ingest.reader.lines import grant_lines
from ingest.reader.set_aside.rows_aside import PART_REASON
from ingest.reader.totals import stated_totals
from ingest.reader.vocabulary.rows import opens_with_total
from tests.ingest.reader.hand_built import a_table, read


def totals_of(rows, **asked):
    table = read(a_table(rows, **asked))
    return stated_totals([table], grant_lines(table, act_year=2024).lines, act_year=2024)


NESTED = """
    Thématique | Opération | Structure | Complément | Montant
    Thématique 1 : Logement | Opération 1 : Accueil | Le Tremplin | 12 | 600 €
    Thématique 1 : Logement | Opération 1 : Accueil | L'Étape | 8 | 400 €
    TOTAL | < | < | 20 places | 1 000 €
    Thématique 1 : Logement | Opération 2 : Suivi | La Rive | 5 | 500,50 €
    TOTAL | < | < | | 500,50 €
    | < | < | | 1 500,50 €
    Thématique 2 : Emploi | Opération 1 : Chantiers | Le Tremplin | 3 | 99 €
    TOTAL | < | < | | 100 €
"""


def test_totals_know_their_lines_and_scope():
    assert [(total.scope, total.amount, total.lines) for total in totals_of(NESTED)] == [
        ("Thématique 1 : Logement / Opération 1 : Accueil", Decimal(1000), (1, 2)),
        ("Thématique 1 : Logement / Opération 2 : Suivi", Decimal("500.50"), (3,)),
        ("Thématique 1 : Logement", Decimal("1500.50"), (1, 2, 3)),
        ("Thématique 2 : Emploi / Opération 1 : Chantiers", Decimal(100), (4,)),
    ]


def test_total_in_the_rows_of_one_cell_adds_up_those_that_it_holds():
    found = totals_of("""
        Structure | Action | Montant
        Le Tremplin | Accueil | 600 €
        La Rive | Suivi | 500 €
        ^ | Chantiers | 200 €
        ^ | Total structure | 700 €
    """)
    assert [total.lines for total in found] == [(2, 3)]


@pytest.mark.parametrize("stated", ["700 €", "750 €"])
def test_total_that_names_who_receives_adds_up_what_stands_above_it_for_them(stated):
    found = totals_of(f"""
        Structure | Action | Montant
        Le Tremplin | Accueil | 600 €
        La Rive | Suivi | 500 €
        La Rive | Chantiers | 200 €
        Sous-total La Rive | < | {stated}
    """)
    assert [total.lines for total in found] == [(2, 3)]


def test_totals_carry_their_place_and_precision():
    total = totals_of(NESTED)[2]
    assert total.source.row == 7
    assert (total.where, total.year, total.text) == ("table row", 2024, "1 500,50 €")
    assert total.precision == Decimal("0.01")
    assert 0.5 < total.certainty < 1


def test_each_column_of_money_states_its_own_total():
    found = totals_of("""
        Axe | Structure | Participation de l'Etat | Crédits du Département | Budget global
        Enfance | Le Tremplin | 100 € | 200 € | 300 €
        Enfance | L'Étape | 50 € | NC | 50 €
        Sous-total | < | 150 € | 200 € | 350 €
    """)
    assert [(total.scope, total.amount, total.lines, total.addends) for total in found] == [
        ("Enfance – Participation de l'Etat", Decimal(150), (), (Decimal(100), Decimal(50))),
        ("Enfance – Crédits du Département", Decimal(200), (1,), ()),
        ("Enfance – Budget global", Decimal(350), (), (Decimal(300), Decimal(50))),
    ]


def test_total_of_one_of_two_columns_of_grants_adds_up_what_it_gave():
    found = totals_of("""
        Association | Subvention de fonctionnement | Subvention exceptionnelle
        Basket | 1 800 € | 500 €
        Chorale | 300 € |
        Comité des fêtes | 2 500 € | 1 500 €
        Total | 4 600 € | 2 000 €
    """)
    assert [(total.amount, total.lines) for total in found] == [(4600, (1, 3, 4)), (2000, (2, 5))]


def test_totals_of_several_years_each_add_up_their_year():
    found = totals_of("""
        Structure | Montant 2024 | Montant 2025
        Le Tremplin | 600 € | 700 €
        TOTAL | 600 € | 700 €
    """)
    assert [(total.year, total.amount, total.lines) for total in found] == [
        (2024, Decimal(600), (1,)),
        (2025, Decimal(700), (1,)),
    ]


def test_total_of_totals_that_does_not_close_adds_up_all_lines():
    found = totals_of("""
        Structure | Montant
        Le Tremplin | 600 €
        TOTAL | 600 €
        L'Étape | 400 €
        TOTAL | 400 €
        TOTAL GÉNÉRAL | 1 300 €
    """)
    assert [total.lines for total in found] == [(1,), (2,), (1, 2)]


def test_sum_of_a_heading_over_other_headings_with_sums_adds_up_the_lines_of_them_all():
    found = totals_of("""
        Structure | Montant
        CANTON DE BOR | 1 000 €
        Commune de Lure | 600 €
        Le Tremplin | 250 €
        L'Étape | 350 €
        Commune de Mers | 400 €
        La Rive | 130 €
        La Ruche | 270 €
        CANTON DE DIE | 900 €
        Commune de Luz | 500 €
        Le Relais | 190 €
        Horizon | 310 €
        Commune d'Ornans | 400 €
        Le Bief | 220 €
        Chorale | 180 €
        TOTAL GÉNÉRAL | 1 900 €
    """)
    assert [len(total.lines) for total in found] == [4, 2, 2, 4, 2, 2, 8]


def test_money_outside_the_budget_is_told_apart():
    found = totals_of("""
        Structure | Montant | Précisions sur le financement
        Le Tremplin | 600 € | Financement hors budget départemental
        L'Étape | 400 € | Financement hors budget départemental
        TOTAL | 1 000 € |
        La Rive | 50 € |
        TOTAL | 50 € |
        TOTAL | 1 050 € |
    """)
    assert [total.outside_budget for total in found] == [True, False, False]


def test_budget_table_states_what_the_act_spends_and_no_credit():
    table = read(
        a_table("""
        Code Opération | Imputation budgétaire | Libellé Opération | AE € | Disponible € | Proposition € | Solde €
        C02-001 | 6568/93 | Aide aux clubs | 90 000,00 | 80 000,00 | 12 500,00 | 67 500,00
        C02-002 | 6568/94 | Aide aux fêtes | 10 000,00 | 10 000,00 | 0,00 | 10 000,00
    """)
    )
    (total,) = stated_totals([table], [], act_year=2024)
    assert (total.amount, total.where) == (Decimal("12500.00"), "report")
    assert "C02-001" in total.scope
    assert "Aide aux clubs" in total.scope
    (inside,) = stated_totals([replace(table, where="decision")], [], act_year=2024)
    assert inside.where == "decision"


def test_summary_states_its_amounts_and_takes_off_what_goes_back():
    table = read(
        a_table("""
        ETP prévus | Montant prévisionnel 2024 | Trop-perçu 2023 | Montant de l'engagement 2024
        199,13 | 615 740,18 € | 145 529,72 € | 470 210,46 €
    """)
    )
    assert [total.amount for total in stated_totals([table], [], act_year=2024)] == [
        Decimal("615740.18"),
        Decimal("-145529.72"),
        Decimal("470210.46"),
    ]


def test_skipped_tables_state_nothing_else():
    table = read(
        a_table("""
        Année | Etat | Conseil départemental | Total
        2024 | 75 000 € | 75 000 € | 150 000 €
        Total | 75 000 € | 75 000 € | 150 000 €
    """)
    )
    assert stated_totals([table], [], act_year=2024) == ()


def test_prices_of_a_room_are_no_summary():
    table = read(
        a_table("""
        Utilisateurs | Week-end | Journée
        Habitants | 300 € | 180 €
        Extérieurs | 500 € | 320 €
    """)
    )
    assert table.skipped
    assert stated_totals([table], ()) == ()


def test_total_under_the_last_of_several_tables_of_one_header_adds_up_them_all():
    first = read(a_table("Commune | Dotation\nBor | 400 €\nLure | 250 €", number=1))
    second = read(a_table("Commune | Dotation\nMers | 100 €\nOzon | 50 €\nTOTAL | 800 €", number=2))
    lines = [*grant_lines(first).lines, *grant_lines(second, first_line=3).lines]
    assert [total.lines for total in stated_totals([first, second], lines)] == [(1, 2, 3, 4)]
    short = read(a_table("Commune | Dotation\nMers | 100 €\nOzon | 50 €\nTOTAL | 700 €", number=2))
    assert [total.lines for total in stated_totals([first, short], lines)] == [(3, 4)]


def test_total_alone_under_the_halves_of_a_list_is_that_of_both():
    halves = [
        read(a_table(f"Club | Montant\n{name} | 400 €\n{name} bis | 250 €", number=n))
        for n, name in ((1, "A"), (2, "B"))
    ]
    alone = read(a_table("Club | Montant\nTOTAL | 1 300 €", number=3))
    lines = [*grant_lines(halves[0]).lines, *grant_lines(halves[1], first_line=3).lines]
    assert alone.skipped
    assert [total.lines for total in stated_totals([*halves, alone], lines)] == [(1, 2, 3, 4)]
    assert stated_totals([halves[0], alone], lines) == ()


@pytest.mark.parametrize(
    ("label", "total"),
    [
        ("Ensemble", True),
        ("Ensemble du territoire", True),
        ("Ensemble Vocal Améthyste", False),
        ("Ensemble de musique ancienne", False),
        ("Ensemble des donneurs de sang", False),
        ("ENSEMBLE DES PARENTS D’ÉLÈVES", False),
        ("Ensemble des cuivres du Val", False),
        ("Ensemble des associations", True),
        ("Ensemble des amicales", True),
        ("Total général", True),
        ("Soit un total de", True),
        ("soit 8 subventions pour un montant total de", True),
        ("Soit dit en passant", False),
        ("TOTAI GÉNÉRAL", True),
        ("Sous-totat du canton", True),
        ("T0TAL", True),
        ("Tota1 sport", True),
        ("Totai 2031", True),
        ("Jotal Danse", False),
        ("Tonalités d’Anjou", False),
        ("Local des jeunes", False),
    ],
)
def test_a_total_opens_with_its_word_misread_or_with_ensemble_of_something(label, total):
    assert opens_with_total(label) is total


def test_parts_of_a_total_said_under_it_are_left_over_and_counted_once():
    table = read(
        a_table(
            """
            Bénéficiaire | Subvention
            Judo Club | 1 200 €
            Amis du Livre | 800 €
            TOTAL | 2 000 €
            dont sport | 1 200 €
            dont culture | 800 €
            """
        )
    )
    found = grant_lines(table, act_year=2024)
    assert [line.operator for line in found.lines] == ["Judo Club", "Amis du Livre"]
    assert [one.text for one in found.leftovers] == ["dont sport | 1 200 €", "dont culture | 800 €"]


@pytest.mark.parametrize("bold", [(), (1, 4, 5)])
def test_parts_of_an_amount_said_under_it_make_no_total_of_it(bold):
    table = read(
        a_table(
            """
            Structures | Subvention
            Judo Club | 1 200 €
            dont fonctionnement | 700 €
            dont tournoi | 500 €
            Amis du Livre | 800 €
            TOTAL | 2 000 €
            """,
            bold=bold,
        )
    )
    found = grant_lines(table, act_year=2024)
    assert [(line.operator, line.certainty) for line in found.lines] == [("Judo Club", 1), ("Amis du Livre", 1)]
    assert [one.reason for one in found.leftovers] == [PART_REASON] * 2


def test_parts_under_a_name_without_an_amount_are_all_read():
    table = read(
        a_table(
            """
            Structures | Subvention
            Judo Club |
            dont fonctionnement | 700 €
            dont tournoi | 500 €
            Amis du Livre | 800 €
            """
        )
    )
    assert [line.amount for line in grant_lines(table, act_year=2024).lines] == [700, 500, 800]


def test_count_of_files_beside_the_sum_of_all_lines_is_their_total():
    [total] = totals_of(
        """
        N° | Bénéficiaire | Subvention
        1 | Judo Club | 1 200 €
        2 | Amis du Livre | 800 €
        3 | Foyer rural | 350 €
        | 3 dossiers | 2 350 €
        """
    )
    assert (total.amount, total.lines) == (Decimal(2350), (1, 2, 3))
