"""Towns, found from printed seats and names."""

import pytest

from grants.corrections import set_seat
from grants.models import (
    GrantLine,
    Operator,
    Territory,
)
from tests.builders import a_commune, a_commune_name
from tests.ingest.readings import (
    a_reading,
    a_record,
)
from tests.ingest.store.saving import save

pytestmark = pytest.mark.django_db


def test_town_is_found_from_the_seat_or_the_name_and_how_is_said():
    a_commune("Maubeuge", code="59392")
    a_commune_name("Saint-Pol-sur-Mer", commune=a_commune("Dunkerque", code="59183"))
    records = (
        a_record(1, "AFEJI", commune="MAUBEUGE CEDEX"),
        a_record(2, "AFCI", commune="ST POL SUR MER"),
        a_record(3, "CCAS de Maubeuge", commune=""),
        a_record(4, "Le Relais", commune="Tombouctou"),
    )

    save(a_reading(*records))

    found = GrantLine.objects.order_by("line").values_list("commune", "commune_found_by")
    assert list(found) == [("59392", "printed"), ("59183", "old name"), ("59392", "operator name"), (None, "")]


def test_operator_has_the_seat_printed_most_often_and_lines_keep_theirs():
    a_commune("Maubeuge", code="59392")
    a_commune("Douai", code="59178")
    towns = ["Maubeuge", "Douai", "Douai"]

    save(a_reading(*(a_record(number, "AFEJI", commune=town) for number, town in enumerate(towns, 1))))

    assert Operator.objects.get().commune_id == "59178"
    assert list(GrantLine.objects.order_by("line").values_list("commune", flat=True)) == ["59392", "59178", "59178"]


def test_seat_chosen_by_staff_is_kept():
    maubeuge, douai = a_commune("Maubeuge", code="59392"), a_commune("Douai", code="59178")
    save(a_reading(a_record(1, "AFEJI", commune="Maubeuge")))
    Operator.objects.update(commune=douai, commune_found_by="staff")

    save(a_reading(a_record(1, "AFEJI", commune="Maubeuge", amount="3.00")))

    assert Operator.objects.get().commune == douai
    assert GrantLine.objects.get().commune == maubeuge


def test_seat_chosen_by_staff_serves_lines_that_print_none():
    douai = a_commune("Douai", code="59178")
    save(a_reading(a_record(1, "AFEJI")))
    set_seat(Operator.objects.get(), douai)

    report = save(a_reading(a_record(1, "AFEJI"), a_record(2, "AFEJI", reference="new")))

    assert (report.same, len(report.new)) == (1, 1)
    assert list(GrantLine.objects.values_list("commune", "commune_found_by")) == [("59178", "staff")] * 2


def test_seat_gives_no_territory():
    a_commune("Maubeuge", code="59392")

    save(a_reading(a_record(commune="MAUBEUGE")))

    assert GrantLine.objects.get().territory is None
    assert not Territory.objects.exists()
