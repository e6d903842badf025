"""Rows of accounts printed under the columns of a list of grants."""

from ingest.reader.columns import read_columns
from ingest.reader.rows import classify_rows
from ingest.reader.set_aside.account_rows import is_account_of_others
from tests.ingest.reader.hand_built import a_table, read


def accounts(table):
    columns = read_columns(table, act_year=2031)
    return [is_account_of_others(row, columns) for row in classify_rows(table, columns) if row.kind == "line"]


def test_accounts_under_a_list_of_grants_are_those_of_somebody_else():
    rows = """
        Bénéficiaire | Objet | Subvention
        Judo Club | Tatamis | 900 €
        62e Fanfare | Concert | 400 €
        70 – Ventes | 60 – Achats | 4 099 €
        74 – Subventions d’exploitation | 61 – Services | 4 997 €
    """
    assert accounts(a_table(rows)) == [False, False, True, True]


def test_numbers_of_accounts_beside_a_beneficiary_leave_its_line():
    rows = """
        Imputation | Bénéficiaire | Subvention
        65748 – Subventions | Judo Club | 900 €
        65748 – Subventions | Harmonie | 400 €
    """
    assert accounts(a_table(rows)) == [False, False]


def test_rows_numbered_one_after_the_other_are_a_list():
    numbered = "    N° | Commune | Subvention\n" + "".join(f"    {n} | Bor-{n} | {n} €\n" for n in range(60, 68))
    assert not read(a_table(numbered)).skipped
    accounts = "    N° | Intitulé | Montant\n" + "".join(
        f"    {n} | Achats {n} | {n} €\n" for n in (60, 61, 64, 68, 74)
    )
    assert read(a_table(accounts)).skipped


def test_members_counted_beside_associations_are_no_accounts():
    rows = """
        {} | Association | 2031 | 2032
        66 | Judo Club | 900 € | 950 €
        730 | Harmonie | 400 € | 450 €
    """
    assert not read(a_table(rows.format("Nombre d'adhérents"))).skipped
    assert read(a_table(rows.format("Compte"))).skipped


def test_the_accounts_of_grants_beside_beneficiaries_are_no_accounts_of_theirs():
    rows = """
        {} | {} | BP 2031 | BP 2032
        65731 | Collège du Val | 500 € | 600 €
        65748 | Judo Club | 900 € | 950 €
        65748 | Harmonie | 400 € | 450 €
    """
    assert not read(a_table(rows.format("Article", "Bénéficiaire"))).skipped
    assert read(a_table(rows.format("Article", "Libellé"))).skipped
    assert not read(a_table(rows.format("Article", "Libellé").replace("BP", "Vote"))).skipped
    assert read(a_table(rows.format("Article", "Bénéficiaire").replace("65748", "61748"))).skipped


def test_accounts_of_grants_of_all_sections_are_no_accounts_of_an_organisation():
    rows = """
        Imputation | Maître d’ouvrage | Avenant n° 1
        2041582 | Commune de Bor | 500 €
        65748 | Judo Club | 900 €
        6745 | Harmonie | 400 €
    """
    assert not read(a_table(rows)).skipped
    assert read(a_table(rows.replace("2041582", "6041582").replace("6745", "6145"))).skipped


def test_headings_between_the_accounts_of_grants_are_no_other_accounts():
    rows = """
        Article | Bénéficiaire | Montant
        | Sports |
        65748 | Judo Club | 900 €
        65748 | Tennis Club | 800 €
        {} | {} |
        65748 | Harmonie | 400 €
    """
    assert not read(a_table(rows.format("", "Culture"))).skipped
    assert read(a_table(rows.format("7488", "Autres participations"))).skipped
