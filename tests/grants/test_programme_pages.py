"""The tree of programmes and the page of one heading, at either level."""

import pytest

from tests.builders import a_deliberation, a_department, a_line, a_programme, a_territory, an_operator
from tests.grants.pages import html_of, text_of

pytestmark = pytest.mark.django_db


def test_tree_shows_both_levels_of_published_lines_largest_first(client):
    iae, rsa = a_programme("Parcours IAE"), a_programme("Parcours RSA")
    a_line(programme=iae, subprogramme=a_programme("Accompagnement en ACI", parent=iae), amount=300)
    a_line(programme=iae, subprogramme=a_programme("Accompagnement en EI", parent=iae), amount=500)
    a_line(programme=rsa, amount=900)
    a_line(programme=None, amount=10)
    a_line(deliberation=a_deliberation(published=False), programme=a_programme("Programme secret"))

    text = text_of(client, "/programmes/")

    tree = (
        "Parcours RSA Nord 1 900 € Parcours IAE Nord 2 800 € Accompagnement en EI 1 500 € Accompagnement en ACI 1 300 €"
    )
    assert tree in text
    assert "Programme non imprimé 1 10 €" in text
    assert "Programme secret" not in text


def test_a_programme_printed_by_two_departments_is_two_programmes(client):
    a_line(programme=a_programme("Logement"))
    pas_de_calais = a_department("Pas-de-Calais", code="62")
    a_line(
        deliberation=a_deliberation(department=pas_de_calais),
        programme=a_programme("Logement", department=pas_de_calais),
    )

    text = text_of(client, "/programmes/")

    assert "Logement Nord" in text
    assert "Logement Pas-de-Calais" in text


def test_tree_without_any_published_act_says_so(client):
    assert "Aucune délibération n’est publiée pour l’instant" in text_of(client, "/programmes/")


def test_programme_page_holds_the_lines_of_its_subprogrammes(client):
    iae = a_programme("Parcours IAE")
    aci = a_programme("Accompagnement en ACI", parent=iae)
    a_line(programme=iae, subprogramme=aci, amount=300, operator=an_operator("Éclat"), territory=a_territory("Sambre"))
    a_line(programme=iae, amount=200, operator=an_operator("Arc"))
    a_line(programme=a_programme("Autre"), amount=7)
    a_line(deliberation=a_deliberation(published=False, number="BROUILLON-9"), programme=iae, amount=5000)

    text = text_of(client, iae.get_absolute_url())

    assert "Total voté 500 €" in text
    assert "Accompagnement en ACI Nord 1 300 € 60 %" in text
    assert "Éclat 1 300 €" in text
    assert "Sambre Nord 1 300 €" in text
    assert "BROUILLON-9" not in text
    assert f'href="/subventions/?programme={iae.pk}"' in html_of(client, iae.get_absolute_url())


def test_subprogramme_page_holds_its_own_lines_and_leads_to_its_programme(client):
    iae = a_programme("Parcours IAE")
    aci = a_programme("Accompagnement en ACI", parent=iae)
    a_line(programme=iae, subprogramme=aci, amount=300)
    a_line(programme=iae, amount=200)

    html = html_of(client, aci.get_absolute_url())

    assert "Total voté 300 €" in text_of(client, aci.get_absolute_url())
    assert f'href="{iae.get_absolute_url()}"' in html
    assert f'href="/subventions/?operation={aci.pk}"' in html


def test_programme_that_only_drafts_name_does_not_exist(client):
    secret = a_programme("Programme secret")
    a_line(deliberation=a_deliberation(published=False), programme=secret)

    assert client.get(secret.get_absolute_url()).status_code == 404


def test_programme_address_answers_301_from_another_slug(client):
    iae = a_programme("Parcours IAE")
    a_line(programme=iae)

    response = client.get(f"/programmes/{iae.pk}-ancien/")

    assert (response.status_code, response["Location"]) == (301, iae.get_absolute_url())


def test_programme_pages_take_the_same_queries_for_one_line_or_thirty(client, django_assert_num_queries):
    iae = a_programme("Parcours IAE")
    addresses = (("/programmes/", 3), (iae.get_absolute_url(), 14))
    a_line(programme=iae, subprogramme=a_programme("ACI", parent=iae), territory=a_territory(), places=3)
    for address, number in addresses:
        with django_assert_num_queries(number + 1):
            client.get(address)
    for index in range(30):
        a_line(
            deliberation=a_deliberation(),
            programme=iae,
            subprogramme=a_programme(f"Opération {index}", parent=iae),
            territory=a_territory(f"Territoire {index}"),
            operator=an_operator(f"Opérateur {index}"),
            places=3,
        )
    for address, number in addresses:
        with django_assert_num_queries(number + 1):
            client.get(address)
