"""Tables whose headings cannot be read, or that lack a column, and halves of rows are left over."""

from dataclasses import replace

import pytest

from ingest.reader.set_aside.reasons import NO_AMOUNT_REASON, NOBODY_REASON
from ingest.reader.unread.unread_tables import (
    COLUMNS_REASON,
    HALF_REASON,
    HEADER_REASON,
    WANTING_REASON,
    find_rows_of_tables,
    find_unread_tables,
)
from tests.ingest.reader.hand_built import a_table, read

UNREAD = """
    Acteur        | &ction    | CAF         | Gonscil dépar
    Foyer de Bor  | Matériel  | 3 300,00 €  | 6.G00,00
    Judo de Lure  | Tournoi   | 4 500,00 €  | 4.500,50
    Tennis de Bor | Courts    | 900,00 €    | 90000
    Chorale       | Concert   | 700,00 €    | 1.400,00
"""
READ = UNREAD.replace("Gonscil dépar", "Autre part")


def recognised(rows, *, certainty=0.9, doubtful=0.2):
    """The table as recognised, its words that are no French in doubt."""
    table = a_table(rows)
    grid = tuple(
        tuple(cell._replace(certainty=doubtful if "Gonscil" in cell.text else certainty) for cell in row)
        for row in table.grid
    )
    return read(replace(table, grid=grid))


def test_rows_of_a_table_whose_money_has_no_heading_that_reads_are_left_over():
    found = find_unread_tables([recognised(UNREAD)])
    assert [left.text.split(" | ")[0] for left in found] == ["Foyer de Bor", "Judo de Lure", "Tennis de Bor", "Chorale"]
    assert {left.reason for left in found} == {COLUMNS_REASON}


@pytest.mark.parametrize(
    "one",
    [
        recognised(READ),
        read(a_table(UNREAD)),
        recognised("Prestation | Tarif\n Copie | 3,00 €\n Badge | 4,00 €\n Visite | 5,00 €"),
    ],
    ids=["headings that read", "set text", "prices"],
)
def test_tables_that_were_understood_are_not(one):
    assert find_unread_tables([one]) == ()


UNNAMED = """
    Service          | Subvention initiale | Complément accordé
    Aide à Bor       | 12 000,00 €         | 1 800,00 €
    Soins de Lure    | 9 500,00 €          | 1 425,00 €
    Total            | 21 500,00 €         | 3 225,00 €
"""


def test_rows_of_names_and_granted_amounts_of_a_table_that_was_seen_to_name_nobody_are_left_over():
    one = replace(read(a_table(UNNAMED)), skipped=NOBODY_REASON)
    found = find_rows_of_tables([one], nothing_read=True)
    assert [left.text.split(" | ")[0] for left in found] == ["Aide à Bor", "Soins de Lure"]
    assert {left.reason for left in found} == {WANTING_REASON}
    assert find_rows_of_tables([one], nothing_read=False) == ()


def test_rows_of_beneficiaries_beside_costs_alone_are_left_over_where_nothing_was_read():
    one = read(a_table("Bénéficiaire | Coût total\n Foyer de Bor | 1 800,00 €\n Judo de Lure | 900,00 €"))
    assert one.skipped
    assert len(find_rows_of_tables([one], nothing_read=True)) == 2
    assert find_rows_of_tables([one], nothing_read=False) == ()


def test_rows_of_beneficiaries_beside_money_that_no_name_says_are_left_over_where_nothing_was_read():
    one = read(a_table("Bénéficiaire | Code\n Foyer de Bor | 1 800,00 €\n Judo de Lure | 900,00 €"))
    assert one.skipped == NO_AMOUNT_REASON
    assert len(find_rows_of_tables([one], nothing_read=True)) == 2
    assert find_rows_of_tables([one], nothing_read=False) == ()


@pytest.mark.parametrize(
    "rows",
    [
        "Financeur | Montant HT | Taux\n État | 1 800,00 € | 40 %\n Région | 900,00 € | 20 %",
        "Prestation | Tarif\n Copie | 3,00 €\n Badge | 4,00 €\n Visite | 5,00 €",
    ],
    ids=["plan of funders", "prices"],
)
def test_decoys_leave_nothing(rows):
    assert find_rows_of_tables([read(a_table(rows))], nothing_read=True) == ()


HALVES = """
    Foyer de Bor    | 300,00 € | Chorale de Lure  | 600,00 €
    Judo de Bor     | 450,00 € | Tennis de Lure   | 900,00 €
    Danse de Bor    | 250,00 € | Échecs de Lure   | 750,00 €
"""


def halves(rows, *roles):
    one = read(a_table(rows))
    columns = tuple(replace(column, header="", role=role) for column, role in zip(one.columns, roles, strict=True))
    return replace(one, columns=columns, skipped="")


def test_a_row_whose_other_half_was_not_read_is_left_over():
    found = find_rows_of_tables([halves(HALVES, "operator", "amount_other", "detail", "amount")], nothing_read=False)
    assert len(found) == 3
    assert found[0].text == "Foyer de Bor | 300,00 € | Chorale de Lure | 600,00 €"
    assert {left.reason for left in found} == {HALF_REASON}


def test_amounts_side_by_side_are_one_row():
    rows = "Foyer | Bor | 300,00 € | 600,00 €\n Judo | Lure | 450,00 € | 900,00 €"
    one = halves(rows, "operator", "commune", "amount_other", "amount")
    assert find_rows_of_tables([one], nothing_read=False) == ()


def test_rows_of_a_table_announced_as_grants_are_left_over_beside_lines_of_other_tables():
    told = "Article 2 : d’attribuer également les subventions suivantes :"
    one = read(a_table("Bénéficiaire | Coût total\n Foyer de Bor | 1 800,00 €\n Judo de Lure | 900,00 €", title=told))
    assert one.skipped
    assert len(find_rows_of_tables([one], nothing_read=False)) == 2


def test_rows_that_ran_into_the_headings_over_amounts_are_left_over():
    one = read(
        a_table("""
        Bénéficiaire Chorale du Bief | Montant accordé 1 550,25 euros
        Foyer de Bor                 | 1 500,25 euros
        Judo de Lure                 | 2 350,00 euros
    """)
    )
    headings = replace(one, rows=(replace(one.rows[0], kind="header"), *one.rows[1:]))
    [left] = find_rows_of_tables([headings], nothing_read=False)
    assert left.reason == HEADER_REASON and "1 550,25" in left.text


@pytest.mark.parametrize(("title", "left"), [("Décide d’attribuer les subventions suivantes :", 2), ("Effectifs :", 0)])
def test_bare_figures_under_unknown_words_are_left_over_where_they_are_announced_as_grants(title, left):
    one = read(a_table("Quoi | Combien\n Foyer de Bor | 1800\n Judo de Lure | 900\n Ligue | 12", title=title))
    assert one.skipped == NO_AMOUNT_REASON
    assert len(find_rows_of_tables([one], nothing_read=False)) == left


def test_bare_figures_under_a_name_of_money_are_left_over_where_nothing_was_read():
    one = read(a_table("Opérateur | Montant demandé (en k€)\n Foyer de Bor | 0,1\n Judo de Lure | 67"))
    assert one.skipped
    assert len(find_rows_of_tables([one], nothing_read=True)) == 2
