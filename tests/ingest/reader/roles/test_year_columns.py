"""The year for which a title votes."""

import pytest

from ingest.reader.columns import read_columns
from ingest.reader.records import LIKELY
from ingest.reader.roles.year_columns import of_titled_year, voted_year
from tests.ingest.reader.hand_built import a_table


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Subventions 2032", 2032),
        ("Conseil municipal du 15 décembre 2031 – Subventions 2032", 2032),
        ("Séance du 1er déc. 2031 : subventions 2032", 2032),
        ("Conseil municipal du 15 décembre 2031", None),
        ("Subventions 2031 et 2032", None),
        ("Conventions 2032-2034", None),
        ("Appel à projets « Impact 2032 »", None),
        ("Subventions 2031", None),
        ("Demandes de subventions – DETR et DSIL 2032 ; don au Judo Club", None),
    ],
)
def test_title_of_an_act_may_vote_for_the_next_year(title, year):
    assert voted_year(title, 2031) == year


@pytest.mark.parametrize(
    ("header", "title", "year"),
    [
        ("Montant voté", "Subventions 2032", 2032),
        ("Montant voté", "Subventions 2031", None),
        ("Montant voté 2031", "Subventions 2032", 2031),
    ],
)
def test_amounts_of_no_year_are_those_of_the_next_one_that_the_title_votes_for(header, title, year):
    columns = read_columns(a_table(f"Association | {header}\nLa Ruche | 500 €"), act_year=2031)
    assert of_titled_year(columns, title, 2031)[1].year == year


@pytest.mark.parametrize("figures", [("1 500,00", "300,00"), ("1 500", "300")])
@pytest.mark.parametrize(
    ("title", "certain"),
    [("Subventions de fonctionnement aux associations", True), ("Subventions demandées par les associations", False)],
)
def test_sums_under_years_alone_are_sure_where_the_title_lists_grants(title, figures, certain):
    rows = f"""
        Association | BP 2030 | BP 2031
        La Ruche | {figures[0]} | {figures[1]}
        Judo Club | {figures[1]} | {figures[0]}
        Chorale | {figures[1]} | {figures[1]}
    """
    last = read_columns(a_table(rows, title=title), act_year=2031)[-1]
    assert (last.role, last.year, last.certainty > LIKELY) == ("amount", 2031, certain)


def test_sums_of_another_year_than_the_title_lists_stay_in_doubt():
    rows = """
        Association | BP 2030
        La Ruche | 1 500,00
        Judo Club | 300,00
        Chorale | 300,00
    """
    last = read_columns(a_table(rows, title="Subventions aux associations 2031"), act_year=2031)[-1]
    assert last.certainty <= LIKELY


@pytest.mark.parametrize(("beside", "role"), [("Demande", "amount"), ("Versé", "amount"), ("Aide votée", "other")])
def test_figures_under_years_are_amounts_beside_sums_that_nobody_votes(beside, role):
    rows = f"""
        Association | 2030 | {beside} | 2031
        La Ruche | 1 500 | 1 900 | 1 800
        Judo Club | 300 | 500 | 400
        Chorale | 200 | 200 | 200
    """
    columns = read_columns(a_table(rows, title="Subventions aux associations"), act_year=2031)
    assert columns[-1].role == role


@pytest.mark.parametrize(
    ("title", "role"), [("Subventions aux associations", "operator"), ("Budget primitif", "action")]
)
def test_names_under_libelle_beside_sums_of_years_are_those_to_whom_the_title_grants(title, role):
    rows = """
        Libellé | BP 2030 | Demande | BP 2031
        La Ruche | 1 500 | 1 900 | 1 800
        Judo Club | 300 | 500 | 400
        Les Tréteaux | 200 | 200 | 200
    """
    columns = read_columns(a_table(rows, title=title), act_year=2031)
    assert (columns[0].role, columns[-1].role) == (role, "amount" if role == "operator" else "other")


@pytest.mark.parametrize(
    ("heads", "last"),
    [
        ("Rappel 2030 | Demande | Bureau | CM", ["other", "amount"]),
        ("Rappel 2030 | Versé | Bureau | CM", ["other", "other"]),
        ("Rappel 2030 | Demande | Aide votée | CM", ["amount", "other"]),
        ("Rappel 2030 | Demande | CM | Habitants", ["amount", "other"]),
        ("Rappel 2030 | Demande | Interco | Quotient", ["other", "other"]),
    ],
)
def test_last_round_figures_beside_what_is_asked_are_given_in_doubt(heads, last):
    rows = f"""
        Association | {heads}
        La Ruche | 1 500 | 1 900 | 1 800 | 1 700
        Judo Club | 300 | 500 | 400 | 400
        Chorale | 200 | 200 | 200 | 200
    """
    columns = read_columns(a_table(rows), act_year=2031)[-2:]
    assert [column.role for column in columns] == last
    assert last != ["other", "amount"] or columns[-1].certainty <= LIKELY
