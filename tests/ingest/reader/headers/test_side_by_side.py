"""Names of several columns that one cell of a header prints."""

import pytest

from ingest.reader.headers.side_by_side import names_side_by_side


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
