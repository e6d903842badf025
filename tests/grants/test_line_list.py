"""The list: its figures are those of the whole result, its mistakes are said, its links keep the question."""

import re

import pytest

from tests.builders import a_commune, a_deliberation, a_department, a_line, a_programme, a_territory, an_operator
from tests.grants.pages import html_of, words_of

pytestmark = pytest.mark.django_db


def page(client, query: str = "", status: int = 200) -> str:
    return html_of(client, f"/subventions/{query}", status=status)


def some_lines(number: int) -> None:
    act = a_deliberation()
    for index in range(number):
        a_line(
            deliberation=act,
            amount=100 + index,
            operator=an_operator(f"Opérateur {index}"),
            territory=a_territory(f"Territoire {index}"),
            programme=a_programme(f"Programme {index}"),
            commune=a_commune(),
        )


def test_figures_are_of_the_whole_result_not_of_the_page(client):
    some_lines(31)

    html = words_of(page(client))

    assert "Total voté 3 565,00 €" in html  # 31 × 100 + 0 + 1 + … + 30
    assert "Lignes imprimées 31" in html
    assert "Opérateurs 31" in html
    assert "Plus grand montant 130 €" in html
    assert "Lignes 1 à 25 sur 31" in html
    assert "Total des 31 lignes" in html


def test_second_page_holds_the_rest_and_each_line_is_shown_once(client):
    some_lines(31)

    shown = re.findall(r"/lignes/(\d+)/", page(client).split("<tbody")[1]) + re.findall(
        r"/lignes/(\d+)/", page(client, "?page=2").split("<tbody")[1]
    )

    assert len(shown) == len(set(shown)) == 31
    assert "Lignes 26 à 31 sur 31" in words_of(page(client, "?page=2"))
    assert 'rel="prev" href="/subventions/"' in page(client, "?page=2")


def test_a_row_of_two_years_is_one_line_and_two_amounts(client):
    act = a_deliberation()
    a_line(deliberation=act, line=1, year=2022, amount=10)
    a_line(deliberation=act, line=1, year=2023, amount=20)

    html = words_of(page(client))

    assert "Lignes imprimées 1" in html
    assert "2 montants" in html


def test_a_line_shows_its_proof_and_links(client):
    department = a_department("Pas-de-Calais", code="62")
    line = a_line(
        deliberation=a_deliberation(department=department, number="2023-259"),
        operator=an_operator("SIVOM du Bruaysis"),
        territory=a_territory("Artois", department=department),
        amount="-54000",
        places=-450,
        page=16,
        line=3,
    )

    html = page(client)

    assert line.operator.get_absolute_url() in html
    assert 'href="/deliberations/62-2023-259/page/16/#ligne-3"' in html
    assert '<span class="negative">−54 000<span class="cents">,00</span> €</span>' in html
    assert "−450" in html
    assert "Artois, Pas-de-Calais" in html
    assert 'class="minus"' in html


def test_what_is_not_printed_is_said(client):
    a_line(operator=None, operator_text="", programme=None, action="", year=None)

    html = page(client)

    assert "Sans bénéficiaire nommé" in html
    assert "Programme non imprimé" in html
    assert "année non imprimée" in html


def test_drafts_count_nowhere(client):
    a_line(operator=an_operator("Public"))
    a_line(deliberation=a_deliberation(published=False), operator=an_operator("Secret"), amount=999_999)

    html = page(client)

    assert "Public" in html
    assert "Secret" not in html
    assert "999 999" not in html


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?annee=abc", ("Année", "« abc » n’est pas une année")),
        ("?montant_min=x", ("Montant minimal", "« x » n’est pas un montant")),
        ("?departement=99", ("Département", "« 99 » n’est pas un département")),
        ("?tri=hasard", ("Tri", "hasard")),
        ("?page=0", ("Page", "La première page porte le numéro 1")),
        ("?page=7", ("Page", "Il n’y a pas de page 7 : la dernière est la 1")),
        ("?q=%3F", ("Mots", "ni lettre ni chiffre")),
        ("?montant_min=<script>", ("Montant minimal", "&lt;script&gt;")),
    ],
)
def test_a_wrong_value_is_said_and_no_figure_is_given(client, query, words):
    a_line(amount=777)

    html = page(client, query, status=400)

    for word in words:
        assert word in html
    assert "777" not in html
    assert "0,00 €" not in html
    assert "Aucune ligne" not in html


def test_a_wrong_value_stays_in_its_field(client):
    a_line()

    html = page(client, "?montant_min=beaucoup&q=rsa", status=400)

    assert 'value="beaucoup" aria-invalid="true"' in html
    assert 'value="rsa"' in html


def test_no_answer_says_which_criterion_to_take_away(client):
    a_line(year=2022, operator=an_operator("Lens"))

    html = page(client, "?annee=2023&q=lens")

    assert "Aucune ligne ne répond à cette question" in html
    assert '<a href="/subventions/?q=lens">sans 2023</a> : 1 ligne' in html
    assert "sans « lens »" not in html


def test_no_answer_because_of_every_criterion(client):
    a_line(year=2022, operator=an_operator("Lens"))

    assert "Aucun critère n’est seul en cause" in page(client, "?annee=2023&q=zzz")


def test_no_line_at_all_is_a_page(client):
    assert "Aucune délibération n’est publiée pour l’instant" in page(client)


def test_the_question_is_a_sentence_of_removable_chips(client):
    a_line(year=2023)

    html = page(client, "?departement=59&annee=2023&page=1")

    assert "Subventions votées par le département" in html
    assert '<a class="chip" href="/subventions/?annee=2023">' in html
    assert '<a class="chip" href="/subventions/?departement=59">' in html
    assert "<title>Subventions votées par le département Nord, pour l’année 2023 —" in html
    assert 'name="description" content="Subventions votées par le département Nord, pour l’année 2023 : ' in html


def test_the_formats_ask_the_same_question(client):
    a_line(year=2023)

    assert 'href="/subventions.csv?annee=2023&amp;tri=acte"' in page(client, "?annee=2023&tri=acte&page=1")


def test_the_sorted_column_is_said(client):
    a_line()

    assert re.search(r'aria-sort="descending"><a href="/subventions/\?tri=montant">Montant voté', page(client))
    assert re.search(r'aria-sort="ascending"><a [^>]*>Opérateur', page(client, "?tri=operateur"))


def test_empty_fields_of_the_form_leave_the_address(client):
    a_line(year=2023)

    response = client.get("/subventions/?q=&annee=2023&montant_min=&montant_max=")

    assert response.status_code == 302
    assert response["Location"] == "/subventions/?annee=2023"


def test_an_operator_that_is_asked_for_stays_in_the_form(client):
    line = a_line(operator=an_operator("MJEP"))

    html = page(client, f"?operateur={line.operator_id}")

    assert f'<input type="hidden" name="operateur" value="{line.operator_id}">' in html


def test_the_form_does_not_send_a_wrong_facet_again(client):
    assert 'name="departement"' not in page(client, "?departement=99&q=rsa", status=400)


def test_hostile_text_is_shown_not_run(client):
    a_line(operator=an_operator("<script>alert(1)</script>"), action="")

    html = page(client, "?q=script")

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


@pytest.mark.parametrize("number", [1, 5, 30])
def test_queries_do_not_grow_with_the_lines(client, django_assert_num_queries, number):
    some_lines(number)

    with django_assert_num_queries(20):
        client.get("/subventions/")


@pytest.mark.parametrize("number", [2, 30])
def test_queries_of_a_filtered_list_do_not_grow_either(client, django_assert_num_queries, number):
    some_lines(number)

    with django_assert_num_queries(23):  # more: the département asked for, its facet apart, pages of that name
        client.get("/subventions/?departement=59&q=rsa&montant_min=1&tri=operateur")


def test_a_question_that_is_the_name_of_a_page_leads_to_it(client):
    line = a_line(operator=an_operator("Alpha", commune=a_commune()))

    named = page(client, "?q=maubeuge").split("Une page porte ce nom")[1]
    assert f'<a href="{line.commune.get_absolute_url()}">Maubeuge</a>' in named.split("</p>")[0]
    assert "Une page porte ce nom" not in page(client, "?q=alpha+maubeuge")


def test_a_slip_of_the_pen_is_answered_by_the_likely_question(client):
    a_line(operator=an_operator("Réussir ensemble"))

    assert 'href="/recherche/?q=reussir"' in page(client, "?q=réusir")


def test_orders_are_links_outside_the_table_too_where_its_head_is_hidden(client):
    a_line()

    html = page(client, "?tri=operateur")

    assert words_of(html).split("Trier par")[1].startswith(" Opérateur Programme et opération Année Places")
    assert re.search(r'<a href="[^"]*" rel="nofollow" aria-current="true">Opérateur</a>', html)
