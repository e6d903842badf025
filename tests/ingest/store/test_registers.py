"""What staff decided of the registers, and readings that come later: they follow it."""

import pytest

from grants.models import GrantLine, Operator, OperatorName, Territory, TerritoryPart
from grants.operators.merging import merge
from ingest import store
from ingest.places.official_lists import TerritoryFact
from ingest.store.places import save_territory_parts
from portal.french import fold_name
from tests.builders import a_department, a_territory_part
from tests.ingest.readings import FILE, a_reading, a_record, an_act

pytestmark = pytest.mark.django_db
OTHER_FILE = b"%PDF-1.7 another act"


def read(*names: str, number: str = "1", file: bytes = FILE, **fields) -> None:
    records = [a_record(line, operator=name, **fields) for line, name in enumerate(names, start=1)]
    store.save(a_reading(*records, act=an_act(number=number), file=file), file=file)


@pytest.mark.parametrize("printed", ["Réussir ensemble", "RÉUSSIR ENSEMBLE"])
def test_a_spelling_given_by_staff_leads_to_its_operator(printed):
    read("CCAS de Lille")
    operator = Operator.objects.get()
    OperatorName.objects.create(
        operator=operator, name="Réussir ensemble", key=fold_name("Réussir ensemble"), by_staff=True
    )

    read(printed, number="2", file=OTHER_FILE)

    assert set(GrantLine.objects.values_list("operator", flat=True)) == {operator.pk}
    assert printed in operator.names.values_list("name", flat=True)


def test_a_name_chosen_by_staff_stays_when_another_spelling_is_read():
    read("CCAS LILLE")
    Operator.objects.update(name="CCAS de la ville de Lille", name_by_staff=True)

    read("CCAS Lille", number="2", file=OTHER_FILE)

    assert Operator.objects.get().name == "CCAS de la ville de Lille"


def test_lines_that_print_a_united_territory_go_to_the_other():
    read("CCAS de Lille", territory="Métropole lilloise")
    read("CCAS de Lille", territory="Métropole", number="2", file=OTHER_FILE)
    gone, kept = Territory.objects.get(name="Métropole lilloise"), Territory.objects.get(name="Métropole")
    merge(gone, kept)

    read("CCAS de Lille", territory="METROPOLE LILLOISE", number="3", file=b"%PDF-1.7 a third act")

    assert set(GrantLine.objects.values_list("territory", flat=True)) == {kept.pk}


def test_a_list_loaded_later_leaves_the_extents_that_staff_edited():
    department = a_department()
    Territory.objects.create(department=department, name="Douaisis", folded="douaisis", extent_by_staff=True)
    (
        a_territory_part("Douaisis", code="1"),
        a_territory_part("Cambrésis", code="2"),
        a_territory_part("Flandre", code="3"),
    )
    facts = [TerritoryFact("59", name, name, "epci", "9", "attesté", "") for name in ("Douaisis", "Cambrésis")]

    assert save_territory_parts(facts) == 1

    assert set(TerritoryPart.objects.values_list("folded", "code")) == {("douaisis", "1"), ("cambresis", "9")}
