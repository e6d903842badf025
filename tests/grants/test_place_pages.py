"""Pages of départements, territories and communes: a seat is never said to be where the action takes place."""

import pytest

from grants.models import Commune, Territory
from tests.builders import (
    a_budget,
    a_commune,
    a_commune_name,
    a_deliberation,
    a_department,
    a_line,
    a_programme,
    a_territory,
    a_territory_part,
    an_operator,
)
from tests.grants.pages import html_of, queries_of, text_of

pytestmark = pytest.mark.django_db


def a_draft_line(**fields):
    return a_line(deliberation=a_deliberation(published=False, number="BROUILLON-9"), **fields)


# ---- communes ----------------------------------------------------------------------------------------------------


def test_communes_with_operators_are_listed_and_no_other(client):
    a_line(operator=an_operator("CCAS", commune=a_commune()), amount=800)
    a_commune("Arras", code="62041")
    a_draft_line(operator=an_operator("Autre", commune=a_commune("Lens", code="62498")))

    text = text_of(client, "/communes/")

    assert "Maubeuge Nord 2023 1 800 €" in text
    assert "Arras" not in text
    assert "Lens" not in text
    assert "Elle ne dit pas où l’action subventionnée a lieu" in text


@pytest.mark.parametrize("words", ["Hénin-Beaumont", "henin beaumont", "62110", "HENIN", "montigny"])
def test_any_commune_is_found_by_name_old_name_or_postcode(client, words):
    henin = a_commune("Hénin-Beaumont", code="62427", postcodes="62110 62251")
    a_commune_name("Montigny-en-Gohelle-Nord", commune=henin)
    a_commune("Maubeuge")

    text = text_of(client, f"/communes/?q={words}")

    assert "Hénin-Beaumont" in text.split("Codes postaux")[1]
    assert "aucune ligne" in text
    assert "Maubeuge" not in text


@pytest.mark.parametrize(
    ("postcodes", "told"),
    [("62110", "Code postal 62110"), ("62110 62251", "Codes postaux 62110 62251"), ("", "Adresse permanente")],
)
def test_codes_of_a_commune_are_told_apart(client, postcodes, told):
    commune = a_commune("Hénin-Beaumont", code="62427", postcodes=postcodes)

    assert f"Code INSEE 62427 {told}" in text_of(client, commune.get_absolute_url())


def test_the_commune_that_bears_the_very_name_comes_first(client):
    a_commune("Aire-sur-Lens", code="62001")
    a_commune("Lens", code="62498")

    found = text_of(client, "/communes/?q=lens").split("Codes postaux")[1]

    assert found.index("Lens Nord") < found.index("Aire-sur-Lens")


def test_search_shows_the_amounts_of_published_lines_only(client):
    commune = a_commune()
    a_line(operator=an_operator("CCAS", commune=commune), amount=800)
    a_draft_line(operator=an_operator("CCAS", commune=commune), amount=5000)

    text = text_of(client, "/communes/?q=maubeuge")

    assert "800 €" in text
    assert "5 800" not in text


def test_search_without_answer_says_what_to_try(client):
    assert "Aucune commune de la liste officielle ne répond à « zzz »" in text_of(client, "/communes/?q=zzz")
    assert "« ??? » ne contient ni lettre ni chiffre" in text_of(client, "/communes/?q=%3F%3F%3F", status=400)


def test_commune_page_adds_up_the_operators_based_there(client):
    commune = a_commune(population=28_800, listed_year=2026)
    a_line(operator=an_operator("CCAS de Maubeuge", commune=commune), amount=14400, year=2022)
    a_line(operator=an_operator("Ailleurs"), amount=700)
    a_draft_line(operator=an_operator("CCAS de Maubeuge", commune=commune), amount=9999)

    text = text_of(client, commune.get_absolute_url())

    assert "Aux opérateurs établis ici 14 400 €" in text
    assert "Ces trois sommes ne s’additionnent pas." in text
    assert (
        "Par habitant 0,50 € aux opérateurs établis ici, pour 2022 ; calculé, 28 800 habitants (INSEE, liste de 2026)"
        in text
    )
    assert "Intercommunalité CA Maubeuge Val de Sambre" in text
    assert "CCAS de Maubeuge 1 14 400 €" in text
    assert "Ailleurs" not in text
    assert "BROUILLON-9" not in text


def test_commune_without_a_line_has_a_helpful_page(client):
    a_line(operator=an_operator("CCAS"))
    a_draft_line(operator=an_operator("Autre", commune=a_commune("Lens", code="62498")))

    text = text_of(client, Commune.objects.get(pk="62498").get_absolute_url())

    assert "Aucune ligne publiée ne concerne un opérateur dont le siège est à Lens." in text
    assert "Aux opérateurs établis ici 0 € aucune ligne publiée" in text
    assert "Cela ne veut pas dire que rien n’y est voté" in text
    assert "Citer cette page" not in text


def test_commune_without_population_has_no_euros_per_inhabitant(client):
    commune = a_commune(population=None, epci_name="")
    a_line(operator=an_operator("CCAS", commune=commune))

    text = text_of(client, commune.get_absolute_url())

    assert "Par habitant" not in text
    assert "Intercommunalité" not in text


def test_commune_address_answers_301_from_another_slug_and_404_without_a_code(client):
    corse = a_commune("Ajaccio", code="2A004")
    a_line(operator=an_operator("CCAS", commune=corse))

    assert corse.get_absolute_url() == "/communes/2a004-ajaccio/"
    assert client.get("/communes/2a004-ajaccio/").status_code == 200
    for old in ("/communes/2A004-ajaccio/", "/communes/2a004/", "/communes/2a004-ajacciu/"):
        response = client.get(old)
        assert (response.status_code, response["Location"]) == (301, "/communes/2a004-ajaccio/")
    assert client.get("/communes/99999-nulle-part/").status_code == 404


def a_covered_commune() -> tuple[Commune, Territory]:
    """A town of an arrondissement, and the territory that is known to be that arrondissement."""
    commune = a_commune(arrondissement_code="591", epci_code="200043396")
    territory = a_territory("DTA")
    a_territory_part("DTA", unit="arrondissement", code="591", label="Avesnois", certainty="probable")
    a_territory_part("DTC", unit="arrondissement", code="592", label="Cambrésis")
    return commune, territory


def test_commune_page_keeps_its_operators_its_territory_and_the_department_apart(client):
    commune, territory = a_covered_commune()
    a_line(operator=an_operator("CCAS", commune=commune), amount=100, territory=territory)
    a_line(operator=an_operator("Ailleurs"), amount=20, territory=territory, programme=a_programme("Booster"))
    a_line(operator=an_operator("Partout"), amount=3, programme=a_programme("Aide à tous"))
    a_line(operator=an_operator("Cambrai"), amount=5000, territory=a_territory("DTC"))
    a_draft_line(operator=an_operator("Secret"), territory=territory, amount=9999)

    text = text_of(client, commune.get_absolute_url())

    assert "Aux opérateurs établis ici 100 €" in text
    assert "Pour son territoire 120 € DTA" in text
    assert "Sans territoire imprimé 3 €" in text
    assert "DTA (arrondissement, probable)" in text
    of_territory = text.split("Pour le territoire qui la couvre")[1].split("Pour tout le département")[0]
    assert "Booster" in of_territory
    assert "Aide à tous" not in of_territory
    assert "5 000 €" not in text
    assert "BROUILLON-9" not in text


def test_a_town_that_two_territories_may_cover_is_said_to_be_in_doubt(client):
    commune = a_commune(arrondissement_code="595")
    for name in ("DTML", "DTMRT"):
        a_territory_part(name, unit="arrondissement", code="595", certainty="partage inconnu")
        a_line(territory=a_territory(name), amount=100)

    text = text_of(client, commune.get_absolute_url())

    assert "Pour son territoire 200 € DTML (peut-être), DTMRT (peut-être)" in text
    assert "DTML (arrondissement, partage inconnu)" in text


def test_a_sum_of_territories_names_all_that_it_holds(client):
    commune = a_commune(epci_code="200043396")
    a_territory_part("Artois")
    a_territory_part("Ternois", code="200043397")
    for name in ("Artois", "Artois - Ternois"):
        a_line(territory=a_territory(name), amount=100)

    text = text_of(client, commune.get_absolute_url())

    assert "Pour son territoire 200 € Artois et 1 nom qui réunit plusieurs territoires" in text
    assert "Artois - Ternois (intercommunalité, attesté), réunit plusieurs territoires" in text


def test_a_territory_is_told_by_the_official_names_of_its_places(client):
    a_commune(epci_code="200043396", epci_name="CA Maubeuge Val de Sambre")
    for code in ("200043396", "200043399"):
        a_territory_part("Sambre-Avesnois", code=code, certainty="probable")
    territory = a_territory("Sambre-Avesnois")
    a_line(territory=territory)

    text = text_of(client, territory.get_absolute_url())

    assert "Étendue CA Maubeuge Val de Sambre (intercommunalité, probable) Sambre-Avesnois (interc" in text


def test_commune_page_compares_the_towns_of_the_same_grouping(client):
    commune = a_commune(epci_code="200043396", population=100)
    beside = a_commune("Louvroil", code="59365", epci_code="200043396", population=50)
    a_commune("Cambrai", code="59122", epci_code="200068500")
    a_line(operator=an_operator("CCAS", commune=commune), amount=100)
    a_line(operator=an_operator("CCAS de Louvroil", commune=beside), amount=400)

    text = text_of(client, commune.get_absolute_url())

    around = text.split("Communes de la même intercommunalité")[1]
    assert "Louvroil 50 400 € 8,00 € Maubeuge cette commune 100 100 € 1,00 €" in around
    assert "Cambrai" not in around


def test_a_territory_says_what_it_covers_and_how_far_that_is_known(client):
    commune, territory = a_covered_commune()
    unknown = a_territory("Bassin minier")
    a_line(territory=territory)
    a_line(territory=unknown)

    known = text_of(client, territory.get_absolute_url())

    assert "Avesnois (arrondissement, probable)" in known
    assert "1 commune couverte" in known
    assert commune.name in known
    assert "inconnue : les délibérations lues n’impriment pas ses limites" in text_of(
        client, unknown.get_absolute_url()
    )


def test_commune_pages_take_the_same_queries_for_one_line_or_thirty(client):
    commune, territory = a_covered_commune()
    addresses = ("/communes/", "/communes/?q=maubeuge", commune.get_absolute_url())
    a_line(operator=an_operator("CCAS", commune=commune), territory=territory)
    a_line(operator=an_operator("CCAS", commune=commune))
    before = [queries_of(client, address) for address in addresses]
    for index in range(30):
        a_line(
            deliberation=a_deliberation(),
            operator=an_operator(f"Opérateur {index}", commune=commune),
            programme=a_programme(f"Programme {index}"),
            territory=territory if index % 2 else None,
            year=2000 + index,
        )
    assert [queries_of(client, address) for address in addresses] == before
    assert max(before) <= 24


# ---- territories -------------------------------------------------------------------------------------------------


def test_territories_of_published_lines_are_listed_with_what_prints_none(client):
    a_line(territory=a_territory("Sambre-Avesnois"), amount=800)
    a_line(territory=None, amount=200)
    a_draft_line(territory=a_territory("Flandre secrète"))

    text = text_of(client, "/territoires/")

    assert "Sambre-Avesnois Nord 1 800 € 80 %" in text
    assert "territoire non imprimé 1 200 € 20 %" in text
    assert "Flandre secrète" not in text


def test_territory_page_counts_the_lines_that_print_it(client):
    territory = a_territory("Sambre-Avesnois")
    a_line(territory=territory, amount=800, operator=an_operator("Éclat"))
    a_line(territory=None, amount=500)
    a_draft_line(territory=territory, amount=7000)

    text = text_of(client, territory.get_absolute_url())

    assert "Total voté 800 €" in text
    assert "Éclat 1 800 € 100 %" in text
    assert "BROUILLON-9" not in text
    assert f'href="/subventions/?territoire={territory.pk}"' in html_of(client, territory.get_absolute_url())


def test_territory_that_only_drafts_print_does_not_exist(client):
    territory = a_territory("Sambre-Avesnois")
    a_draft_line(territory=territory)

    assert client.get(territory.get_absolute_url()).status_code == 404


def test_territory_address_answers_301_from_another_slug(client):
    territory = a_territory("Sambre-Avesnois")
    a_line(territory=territory)

    response = client.get(f"/territoires/{territory.pk}-sambre/")

    assert (response.status_code, response["Location"]) == (301, territory.get_absolute_url())


def test_territory_pages_take_the_same_queries_for_one_line_or_thirty(client, django_assert_num_queries):
    territory = a_territory()
    a_line(territory=territory)
    for address, number in (("/territoires/", 3), (territory.get_absolute_url(), 10)):
        with django_assert_num_queries(number + 1):
            client.get(address)
    for index in range(30):
        a_line(
            deliberation=a_deliberation(),
            territory=territory,
            operator=an_operator(f"Opérateur {index}"),
            programme=a_programme(f"Programme {index}"),
        )
        a_line(territory=a_territory(f"Territoire {index}"))
    for address, number in (("/territoires/", 3), (territory.get_absolute_url(), 10)):
        with django_assert_num_queries(number + 1):
            client.get(address)


# ---- départements ------------------------------------------------------------------------------------------------


def test_departments_with_a_published_act_are_listed(client):
    a_line(amount=800)
    pas_de_calais = a_department("Pas-de-Calais", code="62")
    a_line(deliberation=a_deliberation(department=pas_de_calais, published=False))

    text = text_of(client, "/departements/")

    assert "Nord 1 800 € 100 %" in text
    assert "Pas-de-Calais" not in text


def test_department_page_shows_what_it_voted(client):
    nord, pas_de_calais = a_department(), a_department("Pas-de-Calais", code="62")
    a_line(deliberation=a_deliberation(department=nord, number="NORD-1"), amount=800, territory=a_territory("Sambre"))
    a_line(deliberation=a_deliberation(department=pas_de_calais, number="PDC-1"), amount=300)
    a_draft_line(amount=7000)

    text = text_of(client, "/departements/59-nord/")

    assert "Total voté 800 €" in text
    assert "Sambre Nord 1 800 €" in text
    assert "NORD-1" in text
    assert "PDC-1" not in text
    assert "BROUILLON-9" not in text


def test_department_page_shows_a_grade_only_where_staff_typed_the_accounts(client):
    a_line(amount=960_000)
    assert "Transparence" not in text_of(client, "/departements/59-nord/")
    a_budget(1_000_000, source="Compte administratif 2023, p. 112")

    text = text_of(client, "/departements/59-nord/")

    assert "2023 A 960 000 € 1 000 000 € 96 % Compte administratif 2023, p. 112" in text
    assert "barème d’Éclaireur Public, qui ne l’a pas donnée" in text
    assert 'id="transparence"' in html_of(client, "/methode/")


def test_department_without_a_published_act_says_so(client):
    a_department("Corse-du-Sud", code="2A")

    text = text_of(client, "/departements/2a-corse-du-sud/")

    assert "Aucune délibération de ce département n’est publiée ici pour l’instant." in text
    assert client.get("/departements/2A-x/").status_code == 301
    assert client.get("/departements/99-x/").status_code == 404


def test_department_pages_take_the_same_queries_for_one_line_or_thirty(client, django_assert_num_queries):
    a_line(territory=a_territory())
    for address, number in (("/departements/", 4), ("/departements/59-nord/", 13)):
        with django_assert_num_queries(number + 1):
            client.get(address)
    for index in range(30):
        a_line(
            deliberation=a_deliberation(),
            territory=a_territory(f"Territoire {index}"),
            operator=an_operator(f"Opérateur {index}"),
            programme=a_programme(f"Programme {index}"),
            subprogramme=a_programme(f"Opération {index}", parent=a_programme(f"Programme {index}")),
        )
    for address, number in (("/departements/", 4), ("/departements/59-nord/", 13)):
        with django_assert_num_queries(number + 1):
            client.get(address)


def test_commune_without_line_links_to_no_empty_list(client, db):
    """Its list of lines would refuse the commune as unknown."""
    content = client.get(a_commune().get_absolute_url()).content.decode()
    assert "?commune=" not in content
    a_line(operator=an_operator(commune=a_commune()))
    assert "?commune=59392" in client.get(a_commune().get_absolute_url()).content.decode()
