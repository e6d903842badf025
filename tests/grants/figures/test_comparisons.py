"""Things side by side: the same figures of each, never added up, reachable without JavaScript."""

import pytest

from tests.builders import a_commune, a_deliberation, a_line, a_programme, a_territory, an_operator
from tests.grants.pages import html_of, queries_of, text_of, words_of

pytestmark = pytest.mark.django_db


def two_operators():
    first, second = an_operator("Éclat"), an_operator("Zéphyr")
    act = a_deliberation()
    a_line(deliberation=act, operator=first, amount=100, places=4, year=2022, programme=a_programme("Booster"))
    a_line(deliberation=act, operator=first, amount=-40, year=2023, programme=a_programme("Parcours"))
    a_line(deliberation=act, operator=second, amount=900, places=45, places_unit="DSF", year=2023)
    a_line(deliberation=act, operator=an_operator("Autre"), amount=7777)
    a_line(deliberation=a_deliberation(published=False), operator=first, amount=55_555)
    return first, second


def test_operators_stand_side_by_side_in_the_order_of_the_address(client):
    first, second = two_operators()

    text = text_of(client, f"/comparer/?operateur={second.pk}&operateur={first.pk}")

    assert "Zéphyr Éclat Total voté 900,00 € 60,00 €" in text
    assert "dont retraits — −40,00 €" in text
    assert "Euros par place calculé, où des places sont imprimées — 25,00 €" in text
    assert "2023 900 € −40 €" in text
    assert "2022 — 100 €" in text
    assert "7 777" not in text
    assert "55 555" not in text


def test_years_of_one_operator_are_compared_under_the_same_filters(client):
    first, _ = two_operators()

    text = text_of(client, f"/comparer/?operateur={first.pk}&annee=2022&annee=2023")

    assert "Comparer des années" in text
    assert "2022 2023 Total voté 100,00 € −40,00 €" in text


@pytest.mark.parametrize(
    ("parameter", "told"),
    [
        ("operateur", "sans bénéficiaire nommé"),
        ("territoire", "sans territoire imprimé"),
        ("commune", "siège inconnu"),
        ("annee", "sans année imprimée"),
    ],
)
def test_lines_that_have_none_of_what_is_compared_are_a_column(client, parameter, told):
    a_line(operator=an_operator("Éclat", commune=a_commune()), territory=a_territory(), amount=100, year=2023)
    a_line(operator=None, territory=None, amount=40, year=None)

    for asked in (f"{parameter}=sans", f"{parameter}=sans&annee_sauf=1999"):
        html = html_of(client, f"/comparer/?{asked}")
        assert f"{told.capitalize()} Total voté 40,00 €" in words_of(html)
        assert f"<title>Comparer : {told} — " in html
        assert f">Retirer {told}</a>" in html


def test_communes_are_compared_for_each_inhabitant(client):
    maubeuge = a_commune(population=100, listed_year=2026)
    lens = a_commune("Lens", code="62427", population=None)
    a_line(operator=an_operator("CCAS", commune=maubeuge), amount=50)
    a_line(operator=an_operator("CCAS de Lens", commune=lens), amount=70)

    text = text_of(client, "/comparer/?commune=59392&commune=62427")

    assert "0,50 € 100 habitants (2026) —" in text


def test_one_more_is_found_by_its_name_and_added_by_a_link(client):
    first, second = two_operators()

    html = html_of(client, f"/comparer/?operateur={first.pk}&annee=2023&ajouter=zephyr")

    assert f'href="/comparer/?operateur={first.pk}&amp;operateur={second.pk}&amp;annee=2023"' in html
    assert f'<input type="hidden" name="operateur" value="{first.pk}">' in html
    assert "Rien de publié ne répond à" in text_of(client, f"/comparer/?operateur={first.pk}&ajouter=zzzz")


def test_any_of_them_can_be_taken_away(client):
    first, second = two_operators()

    html = html_of(client, f"/comparer/?operateur={first.pk}&operateur={second.pk}")

    assert f'href="/comparer/?operateur={second.pk}" rel="nofollow">Retirer Éclat<' in html


def test_five_or_what_is_not_published_is_refused_with_a_sentence(client):
    for number in range(5):
        a_line(operator=an_operator(f"Opérateur {number}"), year=2020 + number)

    five = text_of(client, "/comparer/?" + "&".join(f"annee={2020 + n}" for n in range(5)), status=400)
    unknown = text_of(client, "/comparer/?operateur=99999", status=400)

    assert "Années : on en compare 4 au plus, pas 5." in five
    assert "n’est pas un opérateur dont une ligne soit publiée" in unknown


def test_the_empty_page_helps_to_choose(client):
    a_line()

    assert "Choisir un opérateur" in text_of(client, "/comparer/")
    assert "Choisir un territoire" in text_of(client, "/comparer/?territoire=")
    assert 'href="/comparer/?annee=2023"' in html_of(client, "/comparer/?annee=")


def test_those_that_receive_most_are_proposed_before_any_search(client):
    first, second = two_operators()

    html = html_of(client, f"/comparer/?operateur={first.pk}")

    assert f'href="/comparer/?operateur={first.pk}&amp;operateur={second.pk}" rel="nofollow">Zéphyr<' in html
    assert html.index(">Autre<") < html.index(">Zéphyr<"), "largest first"
    assert "Les plus dotés" not in text_of(client, f"/comparer/?operateur={first.pk}&ajouter=zephyr")


def test_pages_lead_to_the_comparison(client):
    operator, territory = an_operator("CCAS", commune=a_commune()), a_territory()
    a_line(operator=operator, territory=territory, year=2022)
    a_line(operator=operator, territory=territory, year=2023)

    for thing, name in ((operator, "operateur"), (territory, "territoire"), (operator.commune, "commune")):
        html = html_of(client, thing.get_absolute_url())
        assert f'href="/comparer/?{name}={thing.pk}"' in html
        assert f'href="/comparer/?{name}={thing.pk}&amp;annee=2023&amp;annee=2022"' in html


def test_the_page_takes_the_same_queries_for_one_line_or_thirty(client):
    first, second = two_operators()
    address = f"/comparer/?operateur={first.pk}&operateur={second.pk}"
    before = queries_of(client, address)
    for number in range(30):
        a_line(operator=first, deliberation=a_deliberation(), programme=a_programme(f"Programme {number}"))

    assert queries_of(client, address) == before
