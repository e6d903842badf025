"""Programmes and territories, made where missing."""

import pytest

from grants.models import (
    GrantLine,
    Programme,
    Territory,
)
from tests.ingest.readings import (
    a_reading,
    a_record,
    an_act,
)
from tests.ingest.store.saving import OTHER_FILE, save

pytestmark = pytest.mark.django_db


def test_headings_that_differ_by_case_are_one_on_each_level():
    records = (
        a_record(1, programme="parcours IAE", subprogramme="Accompagnement EI", territory="Hénin-Carvin"),
        a_record(2, programme="Parcours IAE", subprogramme="ACCOMPAGNEMENT EI", territory="HENIN CARVIN"),
        a_record(3, programme="Mobilité", subprogramme="Accompagnement EI"),
    )

    save(a_reading(*records))

    assert list(Programme.objects.filter(parent=None).values_list("name", flat=True)) == ["Mobilité", "Parcours IAE"]
    assert Programme.objects.exclude(parent=None).count() == 2
    assert Territory.objects.get().name == "Hénin-Carvin"


def test_headings_belong_to_their_department():
    save(a_reading())
    save(a_reading(act=an_act(department="Aisne"), file=OTHER_FILE), file=OTHER_FILE)

    assert Programme.objects.count() == 2


def test_operation_printed_without_programme_is_a_heading_of_the_first_level():
    save(a_reading(a_record(programme="", subprogramme="Référent solidarité")))

    line = GrantLine.objects.get()
    assert (line.programme.name, line.programme.parent, line.subprogramme) == ("Référent solidarité", None, None)
    assert (line.programme_text, line.subprogramme_text) == ("", "Référent solidarité")
