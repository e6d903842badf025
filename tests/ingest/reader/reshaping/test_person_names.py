"""Names and first names in two columns."""

from ingest.reader.lines import grant_lines
from ingest.reader.reshaping.person_names import join_names
from tests.ingest.reader.hand_built import a_table, read

PERSONS = """
    Nom | Prénom | Établissement | Bourse
    VANNIER | Anaïs | Lycée de Bor | 300 €
    EARL du Pré | | Lycée de Sore | 450 €
    Total | < | < | 750 €
"""


def found(rows):
    return [(line.operator, line.amount) for line in grant_lines(read(join_names(a_table(rows)))).lines]


def test_names_and_first_names_side_by_side_are_one_beneficiary():
    assert found(PERSONS) == [("VANNIER Anaïs", 300), ("EARL du Pré", 450)]
    assert found(PERSONS.replace("Nom | Prénom", "Prénom | NOM"))[0] == ("VANNIER Anaïs", 300)


def test_names_beside_those_who_receive_are_left_alone():
    table = a_table("""
    Association | Nom | Prénom | Subvention
    Judo club | VANNIER | Anaïs | 300 €
    Chorale | PAOLI | Peio | 450 €
    """)
    assert join_names(table) is table


def test_two_first_names_under_one_name_are_left_alone():
    table = a_table("""
    Nom | Prénom | Bourse
    VANNIER | Anaïs | 300 €
    ^ | Peio | 450 €
    """)
    assert join_names(table) is table
