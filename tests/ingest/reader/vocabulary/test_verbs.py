"""Forms of the verbs of acts, regular or not, in one word or several."""

import re

import pytest

from ingest.reader.vocabulary.verbs import future, participle, present


@pytest.mark.parametrize(
    ("form", "said", "other"),
    [
        (present, ["attribue", "octroient", "prend en charge"], "attribuee"),
        (participle, ["attribuees", "consentis", "pris en charge"], "attribuera"),
        (future, ["attribuera", "octroieront", "prendront en charge", "fera don"], "attribue"),
    ],
)
def test_forms_of_the_verbs_that_give(form, said, other):
    pattern = re.compile(form("give"))
    assert [word for word in said if not pattern.fullmatch(word)] == []
    assert not pattern.fullmatch(other)
