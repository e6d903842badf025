"""Entries of lists: a name before its amount, and what is printed beside it."""

import pytest

from ingest.reader.sentences.listed_entries import find_entry
from tests.ingest.reader.test_decisions import read


@pytest.mark.parametrize(
    ("entry", "name", "purpose"),
    [
        ("La Ruche (achat de matériel) : ", "La Ruche", "achat de matériel"),
        ("- La Ruche (voirie communale – programme annuel) : ", "La Ruche", "voirie communale – programme annuel"),
        ("La Ruche (section de Bor) : ", "La Ruche (section de Bor)", ""),
        ("La Ruche (ARB) : ", "La Ruche (ARB)", ""),
        ("La Ruche (Pays de Bor) : ", "La Ruche (Pays de Bor)", ""),
    ],
)
def test_words_in_brackets_behind_a_name_say_what_the_money_is_for(entry, name, purpose):
    receives = find_entry(f"{entry}500 €", len(entry))
    assert (receives.name, receives.purpose) == (name, purpose)


def test_what_is_owed_is_no_beneficiary():
    lines = read("Article 1 : d’attribuer 900 € au Judo Club.\nLa cotisation à l’Union des maires (135 €) est à part.")[
        0
    ]
    assert [(line.operator, line.amount) for line in lines] == [("Judo Club", 900)]
