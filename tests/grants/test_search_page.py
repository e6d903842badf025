"""The search box: the very page first, then what is near, then the lines; suggestions are the same without a page."""

import re

import pytest
from django.core.management import call_command

from tests.builders import a_commune, a_commune_name, a_decision, a_deliberation, a_line, a_programme, an_operator
from tests.grants.pages import html_of, words_of

pytestmark = pytest.mark.django_db


def page(client, question: str, status: int = 200) -> str:
    return html_of(client, f"/recherche/?q={question}", status=status)


def suggestions(client, question: str) -> str:
    return html_of(client, f"/recherche/suggestions/?q={question}")


@pytest.fixture
def record():
    lens = a_commune("Lens", code="62498", postcodes="62300")
    a_commune("Lensville", code="62999", postcodes="62301")
    a_line(
        deliberation=a_deliberation(number="DIPLE/2023/177"),
        operator=an_operator("Mission locale de Lens", commune=lens),
        amount=1234,
        action="",
    )


@pytest.mark.parametrize(
    ("question", "address"),
    [
        ("Lens", "/communes/62498-lens/"),
        ("62300", "/communes/62498-lens/"),
        ("62 300 LENS CEDEX", "/communes/62498-lens/"),
        ("mission locale lens", "-mission-locale-de-lens/"),
        ("diple 2023 177", "/deliberations/59-diple-2023-177/"),
        ("59-diple-2023-177", "/deliberations/59-diple-2023-177/"),
        ("n° DIPLE/2023/177", "/deliberations/59-diple-2023-177/"),
        ("délibération N°diple-2023-177", "/deliberations/59-diple-2023-177/"),
        ("Deliberation diple/2023/177", "/deliberations/59-diple-2023-177/"),
        ("nord", "/departements/59-nord/"),
    ],
)
def test_the_page_of_that_name_comes_first(client, record, question, address):
    answers = page(client, question).split("<main")[1]

    assert "page de ce nom" in answers
    first = answers.split('class="plain acts"')[1].split('href="')[1].partition('"')[0]
    assert address in first


def test_near_names_and_lines_follow_with_what_is_voted(client, record):
    words = words_of(page(client, "lens"))

    assert "La page de ce nom Lens 1 234 € Commune, Nord" in words
    assert "Communes Lensville Commune, Nord" in words
    assert "Opérateurs Mission locale de Lens 1 234 € Opérateur, Lens" in words
    assert "1 ligne imprimée porte ces mots, pour 1 234 €" in words


def test_a_name_of_before_says_which_town_it_is_now(client):
    a_commune_name("Bruay-en-Artois", commune=a_commune("Bruay-la-Buissière", code="62178"), kind="ancienne commune")

    assert "Bruay-la-Buissière Commune, Nord – ancienne commune : Bruay-en-Artois" in words_of(
        page(client, "bruay en artois")
    )


@pytest.mark.parametrize("question", ["réusir sambre", "subvention réussir sambre", "Réusir en Sambre xyzzy 2009"])
def test_what_nothing_answers_is_answered_as_it_was_likely_meant(client, question):
    operator = an_operator("Réussir en Sambre Avesnois")
    a_line(operator=operator, year=2023)

    html = page(client, question)

    assert f"<h1>« {question} »</h1>" in html
    assert "Rien ne répond à ces mots. Voici ce qui répond à « reussir sambre »" in words_of(html)
    assert f'href="{operator.get_absolute_url()}"' in html
    assert 'href="/subventions/?q=reussir%20sambre"' in html


def test_pages_of_the_likely_answer_ask_what_was_meant(client):
    act = a_deliberation()
    for _ in range(11):
        a_decision(deliberation=act, text="Une aide à la réhabilitation est votée.")
    a_line(deliberation=act, operator=an_operator("Office de réhabilitation"))

    html = page(client, "rehabiltation")

    assert "page=2&amp;q=rehabilitation" in html


def test_nothing_is_said_to_be_nothing(client, record):
    assert "Rien ne répond à ces mots" in page(client, "zzzzz")


def test_words_that_answer_apart_are_proposed_where_nothing_answers_them_all(client, record):
    a_line(operator=an_operator("Emmaüs"), action="", commune=None)

    html = page(client, "emmaus lens")

    assert "Rien ne répond à ces mots tous ensemble" in words_of(html)
    assert re.findall(r'href="/recherche/\?q=(\w+)"', html.split("<main")[1]) == ["emmaus", "lens"]


@pytest.mark.parametrize("question", ["1234", "1 234,00 €", "1234.00"])
def test_a_sum_leads_to_the_lines_of_that_amount(client, record, question):
    html = page(client, question)

    assert "1 montant de 1 234,00 € exactement." in words_of(html)
    assert "Séparément" not in html
    address = re.search(r'href="(/subventions/\?montant_min[^"]+)"', html)[1].replace("&amp;", "&")
    assert "Mission locale de Lens" in html_of(client, address)


def test_a_sum_that_no_line_is_voted_for_leads_nowhere(client, record):
    assert "exactement" not in page(client, "1235")


def test_without_words_the_page_says_how_to_ask(client):
    html = html_of(client, "/recherche/")

    assert "Comment chercher" in html
    assert "Rien ne répond" not in html


@pytest.mark.parametrize(
    ("question", "sentence"), [("%3F", "ni lettre ni chiffre"), ("a" * 201, "Au plus 200 caractères")]
)
def test_a_wrong_question_is_said(client, question, sentence):
    assert sentence in page(client, question, status=400)


def test_hostile_words_are_shown_not_run(client, record):
    for html in (page(client, "<script>lens"), suggestions(client, "<script>lens")):
        assert "<script>lens" not in html
        assert "&lt;script&gt;" in html


def test_suggestions_are_links_the_very_name_first(client, record):
    html = suggestions(client, "len")
    assert "<html" not in html
    assert html.index("/communes/62498-lens/") < html.index("/communes/62999-lensville/") < html.index("/operateurs/")

    assert suggestions(client, "lens").index("/communes/62498-lens/") < html.index("/communes/62999-lensville/")
    assert "Chercher « len » partout" in html


def test_only_the_number_of_suggestions_is_read_aloud_at_each_letter(client, record):
    box, html = html_of(client, "/").split('<div class="suggestions"')[1], suggestions(client, "len")

    assert box.startswith(' aria-live="polite"></div>')
    said, silent = html.split('<ul class="plain" aria-live="off">')
    assert re.search(r"\d suggestions</p>", said)
    assert "Lens" in silent
    assert "Lens" not in said


@pytest.mark.parametrize("question", ["", "%3F", "a" * 201])
def test_suggestions_to_no_question_are_empty(client, record, question):
    assert suggestions(client, question).strip() == ""


def test_drafts_are_in_no_answer(client):
    a_line(
        deliberation=a_deliberation(published=False), operator=an_operator("Secret"), programme=a_programme("Secret")
    )

    assert "/operateurs/" not in page(client, "secret").split("<main")[1].split("</main>")[0]
    assert "/operateurs/" not in suggestions(client, "secret")


def test_every_page_but_the_first_has_the_box_in_its_header(client, record):
    assert 'action="/recherche/"' in html_of(client, "/operateurs/").split("<main")[0]
    assert html_of(client, "/").count('action="/recherche/"') == 1
    assert page(client, "lens").count('action="/recherche/"') == 1


@pytest.mark.parametrize("number", [1, 30])
def test_queries_do_not_grow_with_the_answers(client, django_assert_num_queries, number):
    for index in range(number):
        line = a_line(operator=an_operator(f"Maison {index}"), programme=a_programme(f"Maison {index}"))
        a_decision(deliberation=line.deliberation, text="d’aider les maisons")

    with django_assert_num_queries(12):
        client.get("/recherche/?q=maison")
    with django_assert_num_queries(4):
        client.get("/recherche/suggestions/?q=mais")


def test_the_box_of_a_register_proposes_its_own_kind(client, record):
    assert 'data-hx-get="/recherche/suggestions/?nature=operator"' in html_of(client, "/operateurs/")

    html = html_of(client, "/recherche/suggestions/?nature=operator&q=lens")

    assert "/operateurs/" in html
    assert "/communes/" not in html


def test_every_register_has_its_box(client, record):
    for address, action in (
        ("/operateurs/", "/operateurs/"),
        ("/communes/", "/communes/"),
        ("/programmes/", "/recherche/"),
    ):
        assert f'role="search" action="{action}"' in html_of(client, address).split("<main")[1], address


def test_sentences_of_published_acts_are_found_and_lead_to_their_place(client):
    act = a_deliberation(number="2023-9")
    a_line(deliberation=act)
    a_decision(deliberation=act, text="d’approuver le plan d’aide aux épiceries solidaires ;", amount=1500)
    draft = a_deliberation(number="2023-10", status="draft")
    a_decision(deliberation=draft, text="d’approuver les épiceries solidaires du brouillon ;")

    html = page(client, "epicerie solidaire")

    assert "Dans le texte des décisions" in words_of(html)
    assert f'href="{act.get_absolute_url()}#decision-1"' in html
    assert "1 500,00 €" in words_of(html)
    assert "brouillon" not in words_of(html).partition("Dans le texte")[2]
    assert 'id="decision-1"' in html_of(client, act.get_absolute_url())


def test_sentences_come_page_by_page_and_none_is_out_of_reach(client):
    act = a_deliberation()
    for number in range(12):
        a_decision(deliberation=act, text=f"d’approuver la charte n° {number}")

    assert "Décisions 1 à 10 sur 12" in words_of(page(client, "charte"))
    assert "Décisions 11 à 12 sur 12" in words_of(page(client, "charte&page=2"))
    assert client.get("/recherche/?q=charte&page=3").status_code == 400


def test_words_of_decisions_are_written_again(client):
    act = a_deliberation()
    a_decision(deliberation=act, text="d’approuver la charte", search_text="")
    assert "charte" not in words_of(page(client, "charte")).partition("Dans le texte")[2]

    call_command("rebuild_search", verbosity=0)

    assert "Dans le texte des décisions" in words_of(page(client, "charte"))
