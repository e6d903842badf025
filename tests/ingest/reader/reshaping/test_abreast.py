"""Two lists that touch side by side: tables of their own, or columns of one."""

import pytest

from ingest.reader.reshaping.abreast import part_abreast
from tests.ingest.reader.hand_built import a_table

CLUBS_AND_SCHOOLS = "Club | Subvention | Coopérative scolaire | Élèves | Participation"


def texts(table):
    """What each row of a table prints."""
    return [[cell.text for cell in row] for row in table.grid]


def test_lists_that_have_a_total_each_are_two_tables():
    clubs, schools = part_abreast(
        a_table(f"""
        Sport | < | École | < | <
        {CLUBS_AND_SCHOOLS}
        Judo de la Vallée | 700 € | École du Bourg | 41 | 120 €
        Boule du Moulin | 300 € | Total | | 120 €
        Total | 1 000 € | | |
    """)
    )
    assert texts(clubs)[1:] == [
        ["Club", "Subvention"],
        ["Judo de la Vallée", "700 €"],
        ["Boule du Moulin", "300 €"],
        ["Total", "1 000 €"],
    ]
    assert texts(schools)[2:] == [["École du Bourg", "41", "120 €"], ["Total", "", "120 €"]]
    assert [cell.column for cell in schools.grid[2]] == [0, 1, 2]
    assert clubs.boxes[1].x1 <= schools.boxes[1].x0


def test_lists_whose_rows_begin_at_other_heights_are_two_tables():
    clubs, schools = part_abreast(
        a_table(f"""
        {CLUBS_AND_SCHOOLS}
        Judo de la Vallée | 700 € | École du Bourg | 41 | 120 €
        Boule du Moulin | 300 € | ^ | ^ | ^
        ^ | ^ | École du Port | 12 | 60 €
        Tir à l'arc | 250 € | ^ | ^ | ^
        ^ | ^ | École du Lac | 30 | 90 €
    """)
    )
    assert [row[0] for row in texts(clubs)] == ["Club", "Judo de la Vallée", "Boule du Moulin", "Tir à l'arc"]
    assert [row[0] for row in texts(schools)][1:] == ["École du Bourg", "École du Port", "École du Lac"]
    assert {cell.rowspan for part in (clubs, schools) for row in part.grid for cell in row} == {1}


def test_lists_whose_last_rows_are_totals_apart_are_two_tables_however_high_their_rows():
    parts = part_abreast(
        a_table(f"""
        {CLUBS_AND_SCHOOLS}
        Judo de la Vallée | 700 € | École du Bourg | 41 | 120 €
        Boule du Moulin | 300 € | ^ | ^ | ^
        Tir à l'arc | 250 € | École du Port | 12 | 60 €
        Boxe | 100 € | ^ | ^ | ^
        Chorale | 50 € | Total | | 180 €
        Total | 1 400 € | ^ | ^ | ^
    """)
    )
    assert [texts(part)[-1] for part in parts] == [["Total", "1 400 €"], ["Total", "", "180 €"]]


def test_list_that_goes_on_under_the_end_of_the_other_is_a_table_of_its_own():
    parts = part_abreast(
        a_table(f"""
        {CLUBS_AND_SCHOOLS}
        Judo de la Vallée | 700 € | École du Bourg | 41 | 120 €
        Boule du Moulin | 300 € | | |
        Tir à l'arc | 250 € | | |
    """)
    )
    assert [len(part.grid) for part in parts] == [4, 2]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("Judo | 700 € | Sou des écoles | 4 | 120 €\nBoules | 300 € | | |", id="no school on one row"),
        pytest.param(
            "Judo | 7 € | Le Port | 4 | 9 €\nBoules | 3 € | | |\nTir | 3 € | | |\nArc | 2 € | Le Lac | 2 | 4 €",
            id="no school on some rows",
        ),
        pytest.param(
            "Judo | 700 € | Le Port | 4 | 120 €\n^ | ^ | Le Lac | 2 | 40 €\n^ | ^ | Total | | 160 €\n"
            "Boules | 300 € | Le Bourg | 3 | 60 €\n^ | ^ | Le Val | 1 | 20 €\nTotal | 1 000 € | | |",
            id="several schools for a club",
        ),
        pytest.param(
            "Judo | 700 € | Le Port | 4 | 120 €\nBoules | 300 € | | |\nTir | 30 € | | |\nPour tous | < | < | < | 40 €",
            id="a cell over both",
        ),
    ],
)
def test_columns_about_the_same_rows_are_one_table(rows):
    table = a_table(f"{CLUBS_AND_SCHOOLS}\n{rows}")
    assert part_abreast(table) == (table,)


@pytest.mark.parametrize("heads", ["Club | Subvention | Élèves | Participation", "Club | Coût | École | Participation"])
def test_what_names_nobody_or_grants_nothing_opens_no_table_of_its_own(heads):
    table = a_table(f"{heads}\nJudo | 700 € | Le Port | 120 €\nBoules | 300 € | Total | 120 €\nTotal | 1 000 € | |")
    assert part_abreast(table) == (table,)


def test_list_of_years_beside_another_list_is_a_table_of_its_own():
    parts = part_abreast(
        a_table("""
        Club | 2030 | 2031 | École | Aide
        Judo | 600 € | 700 € | Le Port | 120 €
        Total | 600 € | 700 € | Total | 120 €
    """)
    )
    assert [texts(part)[0] for part in parts] == [["Club", "2030", "2031"], ["École", "Aide"]]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            "Porteur | Demande | Bénéficiaire | Subvention\nJudo | 700 € | Judo | 500 €\n"
            "Boules | 300 € | Boules | 200 €\nTir | 250 € | |\nArc | 90 € | |",
            id="the same names again",
        ),
        pytest.param(
            "Association | Montant proposé | Association | Montant attribué\nJudo | 700 € | Judo | 500 €\n"
            "Total | 700 € | Total | 500 €",
            id="the same names again, with totals",
        ),
        pytest.param(
            "Association | Subvention 2030 | Commune | Subvention 2031\nJudo | 700 € | Bor | 500 €\n"
            "Tir | 250 € | |\nArc | 90 € | |",
            id="their towns",
        ),
        pytest.param(
            "Association | Subvention 2030 | Organisme | Subvention 2031\nJudo | 700 € | Ligue | 500 €\n"
            "Tir | 250 € | |\nArc | 90 € | |",
            id="another year",
        ),
        pytest.param(
            "Association | Subvention demandée | Organisme | Subvention accordée\nJudo | 700 € | Ligue | 500 €\n"
            "Tir | 250 € | |\nArc | 90 € | |",
            id="what they asked",
        ),
    ],
)
def test_what_goes_on_about_the_names_on_the_left_opens_no_table_of_its_own(rows):
    table = a_table(rows)
    assert part_abreast(table) == (table,)


def test_halves_under_the_same_names_are_left_to_be_one_list():
    table = a_table("""
        Association | Montant | Association | Montant
        Judo de la Vallée | 700 € | Les Pêcheurs | 120 €
        Total | 700 € | Total | 120 €
    """)
    assert part_abreast(table) == (table,)
