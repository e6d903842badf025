"""Operators: the spellings that surely are one name."""

import pytest

from grants.models import (
    GrantLine,
    Operator,
)
from tests.ingest.readings import (
    a_reading,
    a_record,
    an_act,
)
from tests.ingest.store.saving import OTHER_FILE, save

pytestmark = pytest.mark.django_db


def test_spellings_that_surely_are_one_name_are_one_operator():
    names = ["L’ÉCOLE DE LA VIE", "l'école de la vie", "Ecole de la Vie", "L'École  de la Vie", "École-de-la-vie"]

    save(a_reading(*(a_record(number, name) for number, name in enumerate(names, 1))))

    operator = Operator.objects.get()
    assert operator.names.count() == 5
    assert operator.name == "L'École de la Vie"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CCAS de Lens", "CCAS Lens"),
        ("Association Vitamine T", "Vitamine T"),
        ("Mission locale du Valenciennois", "Mission locale Valenciennois"),
        ("AFEJI", "AFEJI Hauts-de-France"),
    ],
)
def test_less_sure_names_stay_apart(one, other):
    save(a_reading(a_record(1, one), a_record(2, other)))

    assert Operator.objects.count() == 2


def test_operators_are_the_same_from_one_act_to_the_next():
    save(a_reading(a_record(1, "DEFI MOBILITE")))
    save(a_reading(a_record(1, "Défi Mobilité"), act=an_act(number="2"), file=OTHER_FILE), file=OTHER_FILE)

    operator = Operator.objects.get()
    assert (operator.name, operator.lines.count()) == ("Défi Mobilité", 2)


def test_search_text_of_former_lines_follows_the_shown_name():
    save(a_reading(a_record(1, "A.F.C.I")))
    second = a_reading(a_record(1, "AFCI"), a_record(2, "AFCI", reference="b"), act=an_act(number="2"), file=OTHER_FILE)

    save(second, file=OTHER_FILE)

    assert all(" afci " in text for text in GrantLine.objects.values_list("search_text", flat=True))


def test_spelling_given_to_an_operator_by_staff_is_followed():
    save(a_reading(a_record(1, "AFEJI"), a_record(2, "Afeji Hauts-de-France")))
    kept, merged = Operator.objects.get(name="AFEJI"), Operator.objects.get(name="Afeji Hauts-de-France")
    merged.names.update(operator=kept)

    save(a_reading(a_record(1, "Afeji Hauts-de-France"), act=an_act(number="2"), file=OTHER_FILE), file=OTHER_FILE)

    assert GrantLine.objects.get(deliberation__number="2").operator == kept


def test_text_that_names_nobody_makes_no_operator():
    save(a_reading(a_record(1, "-"), a_record(2, "")))

    assert not Operator.objects.exists()
    assert GrantLine.objects.filter(operator=None).count() == 2
