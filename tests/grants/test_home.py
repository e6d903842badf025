"""The first page, what every page has around it, and the pages of errors."""

import re

import pytest
from django.test import Client

from tests.builders import a_check, a_deliberation, a_department, a_line, a_programme, a_total, an_operator
from tests.grants.pages import html_of, text_of

pytestmark = pytest.mark.django_db


def test_an_empty_site_helps_instead_of_counting_nothing(client):
    html = html_of(client, "/")

    assert "Aucune délibération publiée pour l’instant" in html
    assert "0,00 €" not in html


def test_a_draft_leaves_the_site_empty(client):
    a_line(deliberation=a_deliberation(published=False), amount=777)

    html = html_of(client, "/")

    assert "Aucune délibération publiée pour l’instant" in html
    assert "777" not in html


def test_key_figures_are_those_of_published_lines(client):
    act = a_deliberation()
    a_line(deliberation=act, line=1, year=2022, amount="1000.60")
    a_line(deliberation=act, line=1, year=2023, amount="2000.60")
    a_line(deliberation=act, line=2, year=2023, amount="-100", operator=an_operator("Autre"))
    a_check(total=a_total(deliberation=act, amount="2901.20"), computed="2901.20")
    a_check(total=a_total(deliberation=act, amount=194_000, scope="Thématique 5"), computed=140_000)

    html = text_of(client, "/")

    assert "Montant voté 2 901 €" in html
    assert "pour 2022 et 2023, 1 département" in html
    assert "Lignes imprimées 2" in html
    assert "Opérateurs 2" in html
    assert "Totaux contrôlés 2 dont 1 écart" in html
    assert "Thématique 5" in html
    assert "−54 000,00 €" in html


def test_the_search_box_asks_for_pages_and_lines(client):
    html = html_of(client, "/")

    assert re.search(r'<form class="search" role="search" action="/recherche/">', html)
    assert 'name="q"' in html


def test_the_example_is_a_line_of_the_data_with_its_proof(client):
    act = a_deliberation(number="2025-237", page_sizes=[[595, 842]] * 20)
    a_line(deliberation=act, line=1, year=2024, amount=100, places=650, page=18, operator=an_operator("CCAS du Sud"))
    a_line(deliberation=act, line=1, year=2025, amount=300, places=650, page=18, operator=an_operator("CCAS du Sud"))
    a_line(deliberation=act, line=2, year=2025, amount=900, operator=an_operator("Sans place"))

    html = html_of(client, "/")
    specimen = html[html.index('<figure class="specimen">') : html.index("</figure>")]

    assert "CCAS du Sud" in specimen
    assert "Voté pour 2024, 650 places" in specimen
    assert "300,00 €" in specimen
    assert 'href="/deliberations/59-2025-237/page/18/#ligne-1"' in specimen
    assert f'<image href="/deliberations/59-2025-237/page/18.webp?v={act.sha256[:12]}&amp;large=1"' in specimen


def test_the_example_is_text_where_the_page_size_is_not_known(client):
    act = a_deliberation(page_sizes=[])
    a_line(deliberation=act, operator_text="MJEP imprimée", operator=an_operator("MJEP"), amount_text="12 500,00 €")

    html = html_of(client, "/")

    assert "row-image" not in html
    assert "MJEP imprimée" in html


def test_the_example_may_have_no_operator(client):
    a_line(operator=None, operator_text="Illisible")

    assert "Illisible" in html_of(client, "/")


def test_every_breakdown_leads_to_its_lines(client):
    south = a_department("Pas-de-Calais", code="62")
    line = a_line(
        deliberation=a_deliberation(department=south, title="Appel à projets 2025"),
        programme=a_programme("Parcours RSA", department=south),
        year=2025,
    )
    a_line(deliberation=a_deliberation(department=south), programme=None, year=None)

    html = html_of(client, "/")

    assert 'href="/subventions/?annee=2025"' in html
    assert 'href="/subventions/?annee=sans"' in html
    assert south.get_absolute_url() in html
    assert line.programme.get_absolute_url() in html
    assert line.operator.get_absolute_url() in html
    assert line.deliberation.get_absolute_url() in html
    assert "Appel à projets 2025" in html
    assert "Programme non imprimé" in html


def test_what_the_figures_do_not_say_is_on_the_page(client):
    a_line()

    assert "Voté n’est pas payé." in html_of(client, "/")
    assert "1 délibération lue" in html_of(client, "/")


@pytest.mark.parametrize("number", [1, 12])
def test_queries_do_not_grow_with_the_lines(client, django_assert_num_queries, number):
    act = a_deliberation(page_sizes=[[595, 842]] * 3)
    for index in range(number):
        a_line(
            deliberation=act, operator=an_operator(f"Opérateur {index}"), programme=a_programme(f"P{index}"), places=3
        )

    with django_assert_num_queries(17):
        client.get("/")


def test_about_says_the_licence_and_leads_to_the_data(client):
    a_line()

    html = html_of(client, "/a-propos/")

    assert 'href="/donnees/"' in html
    assert "Licence Ouverte 2.0" in html


@pytest.mark.parametrize("address", ["/", "/subventions/", "/a-propos/", "/methode/", "/aide/", "/plan-du-site/"])
def test_every_page_is_french_and_has_its_landmarks(client, address):
    a_line()

    html = html_of(client, address)

    assert '<html lang="fr">' in html
    assert '<a class="skip" href="#contenu">Aller au contenu</a>' in html
    assert html.count("<h1") == 1
    assert '<main id="contenu"' in html
    assert f'<link rel="canonical" href="http://testserver{address}">' in html
    assert '<meta name="description"' in html


@pytest.mark.parametrize("address", ["/subventions/", "/a-propos/"])
def test_the_menu_says_where_we_are(client, address):
    html = html_of(client, address)

    assert f'<a href="{address}" aria-current="page">' in html


@pytest.mark.parametrize("address", ["/", "/subventions/?annee=abc", "/introuvable/"])
def test_every_answer_forbids_what_is_inline_or_foreign(client, address):
    policy = client.get(address)["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_missing_page_helps_to_search(client):
    response = client.get("/introuvable/")

    assert response.status_code == 404
    assert "Cette page n’existe pas" in response.content.decode()
    assert 'action="/recherche/"' in response.content.decode()


def test_a_failure_is_answered_in_french(monkeypatch):
    monkeypatch.setattr("grants.views.home.stats.summary", _fail)

    response = Client(raise_request_exception=False).get("/")

    assert response.status_code == 500
    assert "Le serveur n’a pas su répondre" in response.content.decode()


def _fail(lines):
    raise RuntimeError("broken on purpose")


def test_a_sum_in_the_words_of_a_total_that_differs_is_not_cut_by_the_end_of_a_line(client):
    act = a_line().deliberation
    total = a_total(deliberation=act, amount="194133.34", scope="Article 23, soit 194 133,34 €")
    a_check(total=total, computed="140133.34")

    assert "soit 194\u202f133,34\u00a0€" in client.get("/").content.decode()
