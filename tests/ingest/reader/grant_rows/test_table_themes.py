"""Tables alike, each under a title of its own, which is the theme of its rows."""

import pytest

from ingest.reader.grant_rows.table_themes import with_themes
from ingest.reader.lines import grant_lines
from tests.ingest.reader.hand_built import a_table, read

ROWS = "Association | Montant\nJudo de {0} | 500 €\nChorale de {0} | 300 €\nTotal | 800 €"


def programmes(*titles):
    reads = [
        read(a_table(ROWS.format(place), title=title)) for place, title in zip(("Bor", "Lure"), titles, strict=True)
    ]
    return [line.programme for one in with_themes(reads) for line in grant_lines(one).lines]


def test_title_of_each_table_is_the_theme_of_its_rows():
    assert programmes("SPORT", "Vie culturelle") == ["SPORT"] * 2 + ["Vie culturelle"] * 2


@pytest.mark.parametrize(
    "titles",
    [
        ("SPORT", "SPORT"),
        ("SPORT", ""),
        ("Subventions accordées", "Aides votées"),
        ("SPORT", "Après en avoir délibéré, le conseil décide :"),
        ("Tableau n° 1", "Tableau n° 2"),
        ("Culture 2 500 €", "Sport 3 100 €"),
    ],
)
def test_other_titles_are_no_themes(titles):
    assert programmes(*titles) == [""] * 4
