"""Names of several columns that one cell of a header prints."""

import pytest

from ingest.reader.headers.side_by_side import name_parts_after_the_first, names_side_by_side


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Région EPCI Département", ("Région", "EPCI", "Département")),
        ("Financement État Union européenne", ("Financement – État", "Financement – Union européenne")),
        ("Montants attribués 2031 2032", ("Montants attribués – 2031", "Montants attribués – 2032")),
        ("Subvention Demandée 2031 Proposée 2031", ("Subvention – Demandée 2031", "Subvention – Proposée 2031")),
        ("Montant Région Part départementale", ("Montant – Région", "Montant – Part départementale")),
    ],
)
def test_each_column_has_its_own_of_the_names_of_one_cell(text, names):
    assert names_side_by_side(text, len(names)) == names


@pytest.mark.parametrize("text", ["Montant voté", "Subvention départementale", "2031", "", "Coût de l'opération"])
def test_one_name_over_two_columns_is_of_both(text):
    assert names_side_by_side(text, 2) == ()


@pytest.mark.parametrize(
    ("names", "named"),
    [
        (["Montant attribué Fonctionnement", "Investissement"], "Montant attribué – Investissement"),
        (["Montant attribué Investissement", "Fonctionnement"], "Montant attribué – Fonctionnement"),
        (["Aide au fonctionnement", "Investissement"], "Investissement"),
        (["Fonctionnement", "Investissement"], "Investissement"),
        (["Montant attribué Fonctionnement", "Total"], "Total"),
        (["Montant attribué Fonctionnement", "Code", "Investissement"], "Investissement"),
        (["Budget Fonctionnement", "Fonctionnement"], "Fonctionnement"),
    ],
)
def test_name_set_over_the_first_part_is_that_of_the_parts_beside_it(names, named):
    levels = [["Nom"], *([name] for name in names)]
    name_parts_after_the_first(levels)
    assert " – ".join(levels[-1]) == named
    assert levels[:2] == [["Nom"], [names[0]]]
