"""What a public site owes its readers: method, accessibility, legal notice, help, map of the site."""

import re

import pytest

from tests.builders import a_line
from tests.grants.pages import html_of, text_of

pytestmark = pytest.mark.django_db

SITE_PAGES = ("/a-propos/", "/methode/", "/aide/", "/accessibilite/", "/mentions-legales/", "/plan-du-site/")


def test_every_footer_says_that_the_site_is_not_conform_and_leads_to_the_statement(client):
    for address in ("/", "/subventions/", *SITE_PAGES):
        foot = html_of(client, address).split("<footer")[1]
        assert '<a href="/accessibilite/">Accessibilité : non conforme</a>' in foot
        assert '<a href="/mentions-legales/">Mentions légales</a>' in foot


def test_the_statement_claims_no_audit_and_says_where_to_complain(client, settings):
    settings.PUBLISHER_EMAIL = "donnees@exemple.fr"

    text = text_of(client, "/accessibilite/")

    assert "Ce site est non conforme" in text
    assert "aucun audit n’a été mené" in text
    assert "Défenseur des droits" in text
    assert "donnees@exemple.fr" in text


def test_the_legal_notice_says_what_is_missing(client, settings):
    settings.PUBLISHER_NAME = "Département du Nord"

    text = text_of(client, "/mentions-legales/")

    assert "Nom Département du Nord" in text
    assert text.count("non renseigné par qui tient ce site") == 7


def test_pages_that_tell_how_to_cite_ask_for_the_day_of_the_data_as_the_licence_does(client):
    for address in ("/mentions-legales/", "/api/v1/"):
        text = text_of(client, address)
        assert "et la date de mise à jour" in text
        assert "date de la consultation" not in text


def test_the_method_says_what_the_figures_do_not_say(client):
    a_line()

    text = text_of(client, "/methode/")

    assert "Voté n’est pas payé." in text
    assert "1 délibération lue, pas toutes celles de la période" in text


def test_the_contents_of_the_method_name_each_of_its_parts_in_order_and_come_first(client):
    contents, _, parts = html_of(client, "/methode/").split('aria-labelledby="sommaire"')[1].partition("</nav>")
    linked = re.findall(r'<a href="#([\w-]+)">([^<]+)</a>', contents)

    assert linked
    assert linked == re.findall(r'<h2 id="([\w-]+)">([^<]+)</h2>', parts)


@pytest.mark.parametrize(
    "word", ["Ces données en", "Atom", "Citer cette page", "Montrer ces chiffres dans un autre site"]
)
def test_the_help_names_what_a_list_shows(client, word):
    a_line()

    assert word in text_of(client, "/aide/")
    assert word in text_of(client, "/subventions/")


@pytest.mark.parametrize(
    "address", ["/operateurs/", "/communes/", "/territoires/", "/programmes/", "/departements/", "/subventions/"]
)
def test_pages_that_add_up_lead_to_what_the_figures_do_not_say(client, address):
    a_line()

    assert 'href="/methode/#limites"' in html_of(client, address).split("<footer")[0]


def test_the_map_of_the_site_leads_to_every_family_of_pages(client):
    html = html_of(client, "/plan-du-site/").split("<main")[1]

    for address in (
        "/",
        "/subventions/",
        "/operateurs/",
        "/communes/",
        "/territoires/",
        "/programmes/",
        *SITE_PAGES[:-1],
    ):
        assert f'href="{address}"' in html
