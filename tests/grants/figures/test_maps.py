"""The map: shapes of what the table beside it says, in steps of colour, under the filters of the list."""

import pytest

from grants.figures.maps import STEPS, commune_map, territory_map
from grants.figures.stats import Amount, amounts_by_commune, amounts_by_territory
from grants.models import GrantLine
from tests.builders import (
    a_commune,
    a_contour,
    a_department,
    a_line,
    a_territory,
    a_territory_part,
    an_operator,
)
from tests.grants.pages import html_of, queries_of, text_of, words_of

pytestmark = pytest.mark.django_db


def a_drawn_commune(name: str, code: str, at: int):
    a_contour("commune", code, at=(at, -25_000))
    return a_commune(name, code=code)


def two_towns():
    a_contour("arrondissement", "591", at=(2000, -25_100), size=500)
    here, there = a_drawn_commune("Maubeuge", "59392", 2100), a_drawn_commune("Louvroil", "59365", 2200)
    a_line(operator=an_operator("CCAS de Maubeuge", commune=here), amount=100, year=2022)
    a_line(operator=an_operator("CCAS de Louvroil", commune=there), amount=900, year=2023)
    a_line(operator=an_operator("Sans siège"), amount=50)
    return here, there


def test_a_commune_is_drawn_in_the_step_of_its_amount():
    here, there = two_towns()

    drawn = commune_map(amounts_by_commune(GrantLine.objects.counted()), ["59"])

    assert {shape.things: (shape.amount_cents, shape.step) for shape in drawn.shapes} == {
        (here,): (100_00, STEPS - 1),
        (there,): (900_00, STEPS),
    }
    assert len(drawn.background) == 1
    assert (drawn.left, drawn.top, drawn.height) == (2000, -25_100, 500)
    assert 0.6 < drawn.squeeze < 0.7  # the cosine of 50 degrees


def test_a_departement_without_outlines_has_no_map():
    assert commune_map([], ["33"]) is None
    assert commune_map([], []) is None


def test_equal_amounts_are_of_one_step_and_withdrawals_of_none():
    a_contour("arrondissement", "591")
    towns = [a_drawn_commune(f"Ville {number}", f"5900{number}", 2000) for number in range(8)]
    cents = [-5, 10, 10, 10, 20, 30, 40, 50]
    amounts = [Amount(town.pk, town, each, 1) for town, each in zip(towns, cents, strict=True)]

    drawn = commune_map(amounts, ["59"])

    steps = {shape.things[0].name: shape.step for shape in drawn.shapes}
    assert steps["Ville 0"] == 0
    assert steps["Ville 1"] == steps["Ville 2"] == steps["Ville 3"]
    assert steps["Ville 7"] == STEPS
    assert len(drawn.steps) <= STEPS


def test_territories_of_one_outline_are_one_shape_and_joined_ones_are_in_the_table_alone():
    a_department()
    a_contour("arrondissement", "595")
    for name in ("DTML", "DTMRT"):
        a_territory_part(name, unit="arrondissement", code="595")
        a_line(territory=a_territory(name), amount=100)
    a_line(territory=a_territory("DTML - DTMRT"), amount=7)
    a_line(territory=a_territory("Ailleurs"), amount=8)

    drawn = territory_map(amounts_by_territory(GrantLine.objects.counted()), ["59"])

    assert [([str(thing) for thing in shape.things], shape.amount_cents) for shape in drawn.shapes] == [
        (["DTML", "DTMRT"], 200_00)
    ]


def test_the_page_shows_the_same_figures_in_its_map_and_its_table(client):
    here, there = two_towns()

    html = html_of(client, "/carte/")

    assert "<title>Louvroil : 900 €</title>" in html
    table = words_of(html).split("Les mêmes chiffres")[1]
    assert "Louvroil Nord 1 900 € 86 % Maubeuge Nord 1 100 € 10 %" in table
    assert "faute de commune connue : 1 ligne imprimée, 50 €." in table


def test_the_bars_are_those_of_what_is_drawn_however_much_has_no_commune(client):
    two_towns()
    a_line(operator=an_operator("Partout"), amount=1_000_000)

    assert '<rect x="0.0%" width="100.0%" height="100%"/>' in html_of(client, "/carte/")


def test_more_towns_than_one_map_can_show_are_asked_for_one_department(client, monkeypatch):
    two_towns()
    monkeypatch.setattr("grants.views.maps.MOST_DRAWN", 1)

    html = html_of(client, "/carte/")

    assert "trop nombreuses pour une seule carte : choisissez un département" in html
    assert "Louvroil Nord 1 900 €" in words_of(html)


def test_a_long_table_is_read_page_by_page_and_its_map_is_whole(client):
    a_contour("arrondissement", "591")
    for number in range(101):
        town = a_drawn_commune(f"Ville {number}", f"59{number:03}", 2000 + number)
        a_line(operator=an_operator(f"CCAS {number}", commune=town), amount=1000 - number)

    first, second = html_of(client, "/carte/?annee=2023"), html_of(client, "/carte/?annee=2023&page=2")

    assert first.count("<title>Ville") == second.count("<title>Ville") == 101
    assert ("Communes 1 à 100 sur 101" in first, 'href="?annee=2023&amp;page=2"' in first) == (True, True)
    assert first.count('<th scope="row">') == 100
    assert words_of(second).split("Les mêmes chiffres")[1].count("Ville 100 Nord") == 1
    assert second.count("page=2") == first.count("page=1") == 0
    html_of(client, "/carte/?page=3", status=400)


def test_the_map_answers_to_the_filters_of_the_list(client):
    here, there = two_towns()

    html = html_of(client, "/carte/?annee=2023&departement=59")

    assert "Louvroil : 900 €" in html
    assert "Maubeuge :" not in html
    assert 'href="/subventions/?annee=2023&amp;departement=59"' in html
    assert "pas une année" in html_of(client, "/carte/?annee=abc", status=400)


def test_a_line_of_a_draft_is_not_on_the_map(client):
    commune = a_drawn_commune("Maubeuge", "59392", 2100)
    a_line(deliberation=None, amount=1)
    act = GrantLine.objects.get().deliberation
    act.status = "draft"
    act.save()
    GrantLine.objects.update(commune=commune)

    assert "Aucune ligne ne répond à cette question" in html_of(client, "/carte/")


def test_the_page_takes_the_same_queries_for_two_towns_or_thirty(client):
    two_towns()
    a_line(territory=a_territory("Avesnois"))
    addresses = ("/carte/", "/carte/?maille=territoires")
    before = [queries_of(client, address) for address in addresses]
    for number in range(30):
        town = a_drawn_commune(f"Ville {number}", f"59{number:03}", 2000 + number)
        a_line(operator=an_operator(f"CCAS {number}", commune=town), territory=a_territory(f"Territoire {number}"))

    assert [queries_of(client, address) for address in addresses] == before


def test_the_map_of_no_departement_answers_as_the_list_does(client):
    a_line()

    assert "Aucune ligne ne répond à cette question" in html_of(client, "/carte/?departement=sans")


def test_a_layer_keeps_the_question_and_the_first_one_has_no_address_of_its_own(client):
    a_line(year=2023, territory=a_territory("Avesnois"))

    assert 'href="?annee=2023&amp;maille=territoires"' in html_of(client, "/carte/?annee=2023")
    assert 'href="?annee=2023" rel="nofollow">Communes du siège</a>' in html_of(
        client, "/carte/?annee=2023&maille=territoires"
    )


def test_a_layer_that_is_not_known_is_refused_with_the_question(client):
    a_line(year=2023)

    text = text_of(client, "/carte/?maille=cantons&annee=abc", status=400)

    assert "Maille : « cantons » n’est pas connue. Écrivez communes ou territoires." in text
    assert "« abc » n’est pas une année" in text
