"""The year for which a title votes."""

import pytest

from ingest.reader.roles.year_columns import voted_year


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Subventions 2032", 2032),
        ("Conseil municipal du 15 décembre 2031 – Subventions 2032", 2032),
        ("Séance du 1er déc. 2031 : subventions 2032", 2032),
        ("Conseil municipal du 15 décembre 2031", None),
        ("Subventions 2031 et 2032", None),
        ("Conventions 2032-2034", None),
        ("Subventions 2031", None),
    ],
)
def test_title_of_an_act_may_vote_for_the_next_year(title, year):
    assert voted_year(title, 2031) == year
