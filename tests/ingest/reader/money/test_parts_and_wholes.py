"""Columns of money that add up: which one is the amount, and which are its parts."""

import pytest

from ingest.reader.columns import read_columns
from tests.ingest.reader.hand_built import a_table, roles


def test_twelfth_of_a_grant_is_how_it_is_paid():
    assert roles("""
        Organisme | Dotation globale 2024 | Douzième mensuel
        Les Tilleuls | 1 200 000,00 € | 100 000,00 €
    """)[1:] == ["amount 2024", "amount_other"]


def test_payments_of_a_grant_that_no_column_prints_whole_are_all_counted_in_doubt():
    rows = """
        Bénéficiaire | 1er versement{} | Solde
        La Ruche | 1 400 € | 600 €
        Chorale | 700 € | 300 €
    """
    columns = read_columns(a_table(rows.format("")), act_year=2031)
    assert [(column.role, column.certainty) for column in columns[1:]] == [("amount", 0.5), ("amount", 0.5)]
    assert {column.note for column in columns[1:]} == {"versements d’une même aide, comptés ensemble\u202f: à vérifier"}
    assert roles(rows.format(" déjà réalisé"))[1:] == ["amount_other", "amount_other"]
    of_years = rows.format(" 2023").replace("Solde", "Versement 2024")
    assert roles(of_years, act_year=2024)[1:] == ["amount_other 2023", "amount 2024"]


def test_total_that_adds_up_its_parts_is_the_amount():
    assert roles("""
        Association | Fonctionnement | Investissement | Total
        Les Amis du Lavoir | 900 € | 600 € | 1 500 €
        Chœur de la Vallée | 300 € | 200 € | 500 €
    """)[1:] == ["amount_other", "amount_other", "amount"]


def test_named_total_of_parts_is_the_amount_whatever_they_are_called():
    rows = """
        Structure | Dotation complémentaire (a) | Aide exceptionnelle (b) | TOTAL (a) + (b)
        Vivre chez soi | 9 800 € | 2 100 € | 11 900 €
        Domicile Services | 61 390 € | 4 500 € | 65 890 €
        Aide aux aînés | 21 850 € | | 21 850 €
    """
    assert roles(rows) == ["operator", "amount_other", "amount_other", "amount"]


@pytest.mark.parametrize("whole", range(3))
def test_whole_that_no_word_names_is_the_column_that_adds_up_the_others(whole):
    """Where a part is blank on most rows, the other equals the whole there as well."""
    parts = [["500 €", "200 €"], *([f"{hundreds}00 €", ""] for hundreds in (3, 4, 6, 8))]
    sums = ["700 €", "300 €", "400 €", "600 €", "800 €"]
    rows = [[*cells[:whole], total, *cells[whole:]] for cells, total in zip(parts, sums, strict=True)]
    heads = ["Aide sportive", "Aide culturelle"]
    heads.insert(whole, "Aide annuelle")
    printed = [["Association", *heads], *([f"Club {number}", *cells] for number, cells in enumerate(rows))]
    found = roles("\n".join(" | ".join(row) for row in printed))[1:]
    assert found == ["amount" if place == whole else "amount_other" for place in range(3)]


def test_figures_that_a_total_adds_up_are_money_whatever_their_header():
    rows = """
        Collège | Dotation principale | Dotation complémentaire | Projets | Dotation totale 2025
        Prévert | 61 230 | 8 400 | 1 500 | 71 130
        Le Colombier | 39 955 | 12 310 | 2 000 | 54 265
        George-Sand | 48 700 | 7 150 | | 55 850
    """
    assert roles(rows) == ["operator", "amount_other", "amount_other", "amount_other", "amount 2025"]
    counted = rows.replace("71 130", "69 630").replace("54 265", "52 265")
    assert roles(counted)[3] == "action"


@pytest.mark.parametrize(
    "names",
    [
        "Subvention de fonctionnement | Subvention d'investissement",
        "Aide au fonctionnement | Aide à l'investissement",
        "Subvention de fonctionnement | Investissement",
        "Subvention ordinaire | Subvention exceptionnelle",
        "Subvention de fonctionnement | Aide au projet",
        "Fonctionnement | Équipement",
    ],
)
def test_two_parts_without_a_total_both_count(names):
    assert roles(f"""
        Association | {names}
        Les Amis du Lavoir | 900 € | 600 €
        Chœur de la Vallée | 300 € | 200 €
    """)[1:] == ["amount", "amount"]


def test_columns_each_alone_on_some_rows_are_all_kept_in_doubt():
    """What one of them leaves blank would be lost; where they only stand side by side, the first is kept."""
    names = "Association | Subvention | Subvention de rentrée"
    rows = [
        "Lavoir | 900 € |",
        "La Ruche | | 600 €",
        "Horizon | 300 € | 200 €",
        "L'Étape | 150 € |",
        "Le Réveil | | 75 €",
    ]
    turns = read_columns(a_table("\n".join([names, *rows])))
    assert [(column.role, column.certainty < 0.9) for column in turns[1:]] == [("amount", True)] * 2
    assert [column.role for column in read_columns(a_table("\n".join([names, *rows[:3]])))[1:]] == [
        "amount",
        "amount_other",
    ]


def test_schedule_of_payments_is_not_voted_again():
    assert roles(
        """
        Porteur | Projet | Subvention votée | Échéancier des crédits de paiement | <
        ^ | ^ | ^ | 2024 | 2025
        Union cycliste | Critérium | 9 000 € | 3 000 € | 6 000 €
        """,
        header_rows=2,
    )[2:] == ["amount", "amount_other 2024", "amount_other 2025"]
    assert roles(
        """
        Établissement | Subvention départementale | Échéancier prévisionnel | <
        ^ | ^ | CP 2024 | CP 2025
        Les Glycines | 9 000 € | 3 000 € | 6 000 €
        """,
        header_rows=2,
    )[1:] == ["amount", "amount_other 2024", "amount_other 2025"]
    assert roles("""
        Établissement | Subvention départementale | CP 2024 prévus | CP 2025 prévus
        Les Glycines | 9 000 € | 3 000 € | 6 000 €
    """)[1:] == ["amount", "amount_other 2024", "amount_other 2025"]
    assert roles("""
        Établissement | Coût | Subvention prévue CP 2024
        Les Glycines | 9 000 € | 3 000 €
    """)[1:] == ["amount_other", "amount 2024"]
    assert roles("""
        Porteur | Subvention votée | 2024 | 2025
        Union cycliste | 9 000 € | 3 000 € | 6 000 €
        La Pelote | 900 € | 500 € | 400 €
    """)[1:] == ["amount", "amount_other 2024", "amount_other 2025"]
    assert roles("""
        Porteur | Dotation globale 2025 | 1/12e
        Les Glycines | 1 200 000 € | 100 000 €
        Bel Air | 240 000 € | 20 000 €
    """)[1:] == ["amount 2025", "amount_other"]


def test_most_that_an_aid_may_be_is_no_aid_beside_one():
    assert roles("""
        Association | Montant maximum | Montant
        La Ruche | 10 000 € | 600 €
        Horizon | 10 000 € | 200 €
    """)[1:] == ["amount_other", "amount"]
    assert roles("""
        Association | Coût | Montant maximum de l'aide
        La Ruche | 1 000 € | 600 €
        Horizon | 900 € | 200 €
    """)[1:] == ["amount_other", "amount"]


def test_part_that_is_blank_on_most_rows_does_not_make_the_other_part_the_whole():
    columns = read_columns(
        a_table("""
        Associations | Fonctionnement | Fonctionnement | Total 2024
        Les Hirondelles | 800 € | | 800 €
        La Ruche | 500 € | | 500 €
        L'Étape | 300 € | | 300 €
        Le Réveil | 400 € | | 400 €
        Horizon | 200 € | 100 € | 300 €
        """),
        act_year=2024,
    )
    assert [column.header for column in columns if column.role == "amount"] == ["Total 2024"]


def test_parts_of_the_amount_beside_are_not_counted():
    rows = """
        Organisme | Forfait 2024 | dont 1er versement (80 %) | dont solde (20 %)
        Les Amis du Lavoir | 900,00 | 720,00 | 180,00
        Chœur de la Vallée | 100,00 | 80,00 | 20,00
    """
    columns = read_columns(a_table(rows), act_year=2024)
    assert [column.role for column in columns] == ["operator", "amount", "amount_other", "amount_other"]
    assert columns[1].note == ""


def test_sum_so_far_is_no_amount_of_its_row():
    columns = read_columns(
        a_table("""
            Organisme | Proposé | Voté | Cumul voté
            Les Amis du Lavoir | 900,00 | 800,00 | 800,00
            Chœur de la Vallée | 100,00 | 100,00 | 900,00
            Harmonie | 200,00 | 150,00 | 1 050,00
            Union cycliste | 200,00 | 200,00 | 1 250,00
        """),
        act_year=2024,
    )
    assert [column.role for column in columns[1:]] == ["amount_other", "amount", "amount_other"]
    assert columns[2].certainty == 1.0


@pytest.mark.parametrize("rows", ["BDE", "ACE"])
def test_sum_of_a_group_of_rows_is_no_amount_of_its_last_or_first_row(rows):
    sums = dict(zip(rows, ["700 €", "500 €", "50 €"], strict=True))
    table = "Commune | Travaux HT | Subvention | Total canton\n" + "\n".join(
        f"Commune {name} | 9 000 € | {amount} € | {sums.get(name, '')}"
        for name, amount in zip("ABCDE", [400, 300, 200, 300, 50], strict=True)
    )
    assert roles(table) == ["commune", "amount_other", "amount", "amount_other"]


def test_amounts_printed_again_for_some_rows_are_no_sums_of_groups():
    table = """
        Association | Fonctionnement | Investissement
        US Bor | 1 000 € | 1 000 €
        Dojo | 500 € | 500 €
        Chorale | 300 € |
        Judo club | 200 € |
        """
    assert roles(table) == ["operator", "amount", "amount"]


def test_sum_of_a_group_of_rows_may_be_merged_over_them():
    assert roles("""
        Commune | Subvention | Total canton
        Beyrac | 400 € | 700 €
        Lure | 300 € | ^
        Bor | 200 € | 250 €
        Sore | 50 € | ^
    """) == ["commune", "amount", "amount_other"]


def test_total_that_is_paid_in_parts_is_the_amount():
    assert roles(
        """
        Association | Total | Acompte 70 % | Solde
        US Bor | 1 000 € | 700 € | 300 €
        Dojo | 500 € | 350 € | 150 €
        """
    ) == ["operator", "amount", "amount_other", "amount_other"]


def test_amount_said_to_be_voted_that_adds_up_the_shares_leaves_that_of_the_author():
    rows = """
        Porteur | Subvention accordée | Ville | Département
        Le Bief | 5 000 € | 4 000 € | 1 000 €
        La Ruche | 14 500 € | 12 000 € | 2 500 €
    """
    assert roles(rows) == ["operator", "amount_other", "amount_other", "amount"]


def test_a_complement_is_doubted_where_the_grant_beside_it_is_not_said_to_be_voted_before():
    rows = """
        Collège | Dotation principale | {added}
        Prévert | 61 230 € | 8 400 €
        Le Colombier | 39 955 € | 12 310 €
    """
    table = a_table(rows.format(added="Dotation complémentaire"))
    (main, added) = read_columns(table, act_year=2025)[1:]
    assert (main.role, added.role) == ("amount_other", "amount")
    assert added.certainty <= 0.5 and "complément" in added.note
    proposed = a_table(rows.replace("Dotation principale", "Montant proposé").format(added="Complément proposé"))
    assert read_columns(proposed, act_year=2025)[-1].certainty <= 0.5
    voted = a_table(rows.replace("Dotation principale", "Dotation votée").format(added="Complément"))
    assert read_columns(voted, act_year=2025)[-1].certainty == 1


def test_total_that_adds_up_what_is_lent_is_not_what_is_paid():
    rows = """
        Association | Subvention numéraire | Subvention en nature | Total
        Judo club | 500 € | 300 € | 800 €
        Chorale | 400 € | 350 € | 750 €
    """
    columns = read_columns(a_table(rows))
    assert [(column.role, column.certainty) for column in columns[1:]] == [
        ("amount", 1),
        ("amount_other", 1),
        ("amount_other", 1),
    ]


def test_part_of_the_amount_for_projects_says_no_project():
    rows = """
        Association | Subvention | dont fonctionnement | dont projets
        Judo club | 500 € | 300 € | 200 €
        Chorale | 400 € | 400 € | 0 €
    """
    assert roles(rows) == ["operator", "amount", "amount_other", "amount_other"]
