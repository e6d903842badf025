"""Grants whose sums a stamp or a signature hides."""

from ingest.reader.sentences.left_over.missing_sums import MISSING
from tests.ingest.reader.acts import read_decided


def left(decided: str) -> list[tuple[str, str]]:
    return [(one.text, one.reason) for one in read_decided(decided)[2]]


def test_entry_whose_sum_is_hidden_is_left_over():
    entries = "- Judo Club : 300 €\n- Chorale de Bor :\n- Radio Lure ‘450 Ey CA\n- Ciné-club : 200 €"
    assert left(f"DÉCIDE d’allouer les subventions suivantes :\n{entries}") == [
        ("- Chorale de Bor :", MISSING),
        ("- Radio Lure ‘450 Ey CA", MISSING),
    ]


def test_titles_inside_a_list_and_what_its_entries_go_on_with_are_not():
    entries = "Sport :\n- Judo Club : 300 €\n- Radio Lure : 200 €\nCulture :\n- Ciné-club : 200 €\n- Fête de juin 2031"
    assert left(f"DÉCIDE d’allouer les subventions suivantes :\n{entries}") == []


def test_only_grant_of_an_act_whose_sum_is_hidden_is_left_over():
    decided = "Article 1 : d’attribuer à l’association Le Bief une subvention de cing cents eux (50"
    assert left(f"{decided}\nArticle 2 : de charger le Directeur de l’exécution.") == [(decided, MISSING)]
    assert left("Article 1 : de solliciter de l’association Le Bief une aide.") == []
