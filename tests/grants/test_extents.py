"""What a territory covers, typed by staff; pages of communes follow."""

import pytest
from django.contrib.auth.models import User

from grants import history
from grants.covering import communes_of, coverings, parts_of
from grants.extents import BY_STAFF, communes_named, places_of, set_extent
from grants.figures.maps import territory_map
from grants.figures.stats import amounts_by_territory
from grants.models import GrantLine, Territory
from tests.builders import a_commune, a_commune_name, a_contour, a_line, a_territory, a_territory_part

pytestmark = pytest.mark.django_db


def towns():
    fields = {"epci_code": "200043396", "arrondissement_code": "593", "arrondissement_name": "Avesnes-sur-Helpe"}
    maubeuge = a_commune(**fields)
    lille = a_commune("Lille", code="59350", epci_code="200093201", epci_name="Métropole européenne de Lille")
    return maubeuge, lille


def test_places_of_a_department_are_told_by_unit():
    towns()

    places = places_of("59")

    assert places.of_unit("arrondissement") == [("593", "Avesnes-sur-Helpe")]
    assert places.of_unit("epci") == [
        ("200043396", "CA Maubeuge Val de Sambre"),
        ("200093201", "Métropole européenne de Lille"),
    ]
    assert [name for _, name in places.of_unit("commune")] == ["Lille", "Maubeuge"]


@pytest.mark.parametrize(("line", "code"), [("MAUBEUGE", "59392"), ("59392", "59392"), ("Sous-le-Bois", "59392")])
def test_communes_are_named_one_a_line(line, code):
    maubeuge, _ = towns()
    a_commune_name("Sous-le-Bois", commune=maubeuge)

    found, mistakes = communes_named(f"\n  {line} \n{line}\n", "59")

    assert ([commune.pk for commune in found], mistakes) == ([code], [])


def test_a_name_of_none_or_of_several_is_told():
    a_commune("Saint-Aubin", code="59529")
    a_commune("Saint-Aubin", code="59530")

    found, mistakes = communes_named("Paris\nSaint-Aubin\n59529", "59")

    assert [commune.pk for commune in found] == ["59529"]
    assert mistakes[0] == "«\u202fParis\u202f» n’est pas une commune de ce département."
    assert "Saint-Aubin (59529), Saint-Aubin (59530)" in mistakes[1]


def test_an_extent_by_hand_replaces_what_was_known_and_keeps_what_stays():
    author = User.objects.create_user("agente")
    maubeuge, lille = towns()
    territory = a_territory("Sambre-Avesnois")
    a_line(territory=territory)
    a_territory_part("Sambre-Avesnois", code="200043396", certainty="attesté", clue="carte du département")
    a_territory_part("Sambre-Avesnois", unit="arrondissement", code="591")
    version = history.current().number

    set_extent(territory, [("epci", "200043396"), ("commune", "59350")], author=author, clue="Appel au service")

    old, new = sorted(parts_of(territory), key=lambda part: part.unit, reverse=True)
    assert (old.code, old.certainty, old.clue, old.author) == ("200043396", "attesté", "carte du département", None)
    assert (new.code, new.label, new.certainty, new.clue, new.author) == (
        "59350",
        "Lille",
        BY_STAFF,
        "Appel au service",
        author,
    )
    assert new.at is not None
    assert set(communes_of(parts_of(territory), "59")) == {maubeuge, lille}
    assert [covering.territory for covering in coverings(lille)] == [territory]
    assert history.current().number > version
    assert Territory.objects.get().extent_by_staff


def test_an_emptied_extent_covers_nothing():
    maubeuge, _ = towns()
    territory = a_territory("Sambre-Avesnois")
    a_line(territory=territory)
    a_territory_part("Sambre-Avesnois")
    assert coverings(maubeuge)

    set_extent(territory, [])

    assert coverings(maubeuge) == ()


def test_a_name_made_of_two_gets_an_extent_of_its_own():
    maubeuge, lille = towns()
    joined = a_territory("Avesnois – Métropole")
    a_line(territory=joined)
    a_territory_part("Avesnois", code="200043396")
    a_territory_part("Métropole", code="200093201")
    assert len(parts_of(joined)) == 2

    set_extent(joined, [("epci", "200043396")])

    assert [(part.code, part.certainty) for part in parts_of(joined)] == [("200043396", "attesté")]
    assert coverings(lille) == ()


def test_communes_typed_by_hand_are_drawn_on_the_map():
    towns()
    territory = a_territory("Cœur de Lille")
    a_line(territory=territory)
    a_contour("arrondissement", "595", size=50)
    a_contour("commune", "59350", size=5)

    set_extent(territory, [("commune", "59350")])

    drawn = territory_map(amounts_by_territory(GrantLine.objects.counted()), ("59",))
    assert [shape.things for shape in drawn.shapes] == [(territory,)]
