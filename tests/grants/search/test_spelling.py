"""A slip of the pen is answered by the likely question, and only by one that finds something."""

import pytest

from grants.search.spelling import apart, likely
from tests.builders import a_commune, a_deliberation, a_line, a_programme, an_operator

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def some_names():
    a_commune("Valenciennes", code="59606")
    a_commune("Hénin-Beaumont", code="62427")
    a_line(operator=an_operator("Réussir en Sambre Avesnois"), programme=a_programme("Insertion par l’activité"))


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("valencienes", ""),  # found as it is: both have one stem
        ("Valencinnes", "valenciennes"),
        ("vlaenciennes", "valenciennes"),
        ("bomont", ""),  # two slips in six letters: too far to be sure
        ("henin bomont", "henin"),  # what no name holds is left aside
        ("henin beaumnt", "henin beaumont"),
        ("réusir sambre", "reussir sambre"),
        ("insertoin", "insertion"),
        ("valanciennes -lens", "valenciennes -lens"),
        ("valenciennes", ""),
        ("zzzzzz", ""),
        ("subvention ville de valenciennes", "valenciennes"),
        ("subventions Valencinnes 2015", "valenciennes"),
        ("associations zzzzzz 2015", ""),  # nothing is left that names anything
        ("-lens zzzzzz", ""),
        ("?", ""),
    ],
)
def test_the_likely_question(question, meant):
    assert likely(question) == meant


def test_a_draft_is_proposed_to_nobody():
    a_line(deliberation=a_deliberation(published=False), operator=an_operator("Confidentiel"))

    assert likely("confidentil") == ""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("insertion valenciennes", ["insertion", "valenciennes"]),
        ("subventions insertion beaumont zzzzzz", ["insertion", "beaumont"]),
        ("insertion -valenciennes", []),
        ("valenciennes", []),
    ],
)
def test_words_that_find_nothing_together_are_given_apart(question, words):
    assert apart(question) == words
