"""The register of operators and the page of one: only what published lines name, at an address that never dies."""

from datetime import date

import pytest

from grants.models import Operator
from tests.builders import (
    a_commune,
    a_deliberation,
    a_line,
    a_programme,
    a_recusal,
    a_territory,
    an_operator,
)
from tests.grants.pages import html_of, text_of, words_of

pytestmark = pytest.mark.django_db

LONG_NAME = (
    "Association intercommunale pour l’accompagnement social, la formation et l’insertion par l’activité économique"
)


def ccas(**fields) -> Operator:
    return an_operator("CCAS de Maubeuge", commune=a_commune(), **fields)


# ---- the register ------------------------------------------------------------------------------------------------


def test_register_lists_operators_of_published_lines_only(client):
    a_line(deliberation=a_deliberation(), operator=ccas(), amount="12500")
    a_line(deliberation=a_deliberation(published=False), operator=an_operator("Secours à venir"))

    text = text_of(client, "/operateurs/")

    assert "1 opérateur que les délibérations publiées nomment" in text
    assert "CCAS de Maubeuge Maubeuge" in text
    assert "12 500 €" in text
    assert "Secours à venir" not in text


def test_register_answers_to_words_of_the_name_the_town_and_the_postcode(client):
    a_line(operator=ccas())
    a_line(operator=an_operator("Éclat de Scène"))

    for words in ("ccas", "maubeuge", "59600"):
        text = text_of(client, f"/operateurs/?q={words}")
        assert "CCAS de Maubeuge" in text
        assert "Éclat de Scène" not in text
    assert "Éclat de Scène" in text_of(client, "/operateurs/?q=eclat")


def test_register_says_what_to_do_when_nothing_answers(client):
    a_line(operator=ccas())

    text = text_of(client, "/operateurs/?q=zzzz")

    assert "Aucun opérateur ne répond à « zzzz »" in text
    assert "CCAS de Maubeuge" not in text


def test_register_without_any_published_act_says_so(client):
    assert "Aucune délibération n’est publiée pour l’instant" in text_of(client, "/operateurs/")


def test_register_by_letter_keeps_figures_apart(client):
    a_line(operator=ccas())
    a_line(operator=an_operator("3ID"))
    a_line(operator=an_operator("Éclat"))

    assert "3ID" in text_of(client, "/operateurs/?lettre=0-9")
    under_e = text_of(client, "/operateurs/?lettre=e")
    assert "Éclat" in under_e
    assert "CCAS" not in under_e
    assert 'href="/operateurs/?lettre=c"' in html_of(client, "/operateurs/")
    assert "lettre=d" not in html_of(client, "/operateurs/")


def test_register_by_amount_puts_the_largest_first(client):
    a_line(operator=an_operator("Arc"), amount=100)
    a_line(operator=an_operator("Zéphyr"), amount=900)

    by_name, by_amount = text_of(client, "/operateurs/"), text_of(client, "/operateurs/?tri=montant")

    assert by_name.index("Arc ") < by_name.index("Zéphyr")
    assert by_amount.index("Zéphyr") < by_amount.index("Arc ")


def test_register_pages_keep_the_sort_and_end(client):
    for number in range(51):
        a_line(operator=an_operator(f"Opérateur {number:02}"))

    assert "Opérateurs 51 à 51 sur 51" in text_of(client, "/operateurs/?page=2")
    assert 'href="?tri=montant&amp;page=2"' in html_of(client, "/operateurs/?tri=montant")


@pytest.mark.parametrize(
    ("asked", "told"),
    [("3", "Il n’y a pas de page 3 : la dernière est la 1."), ("x", "Page : « x » n’est pas un nombre entier.")],
)
def test_a_page_that_is_not_one_of_the_list_is_said_and_leads_to_the_first(client, asked, told):
    operator = a_line().operator

    for address in ("/operateurs/?tri=montant", f"{operator.get_absolute_url()}?", "/deliberations/?", "/communes/?"):
        html = html_of(client, f"{address}&page={asked}", status=400)
        assert told in html
        assert "La première page</a>" in html
    assert '<a href="?tri=montant">La première page</a>' in html_of(
        client, f"/operateurs/?tri=montant&page={asked}", status=400
    )


def test_register_takes_the_same_queries_for_one_line_or_thirty(client, django_assert_num_queries):
    a_line(operator=ccas())
    with django_assert_num_queries(4):  # the letters count the names
        client.get("/operateurs/")
    for number in range(30):
        a_line(operator=an_operator(f"Opérateur {number}", commune=a_commune()))
    with django_assert_num_queries(4):  # the letters count the names
        client.get("/operateurs/")


# ---- one operator ------------------------------------------------------------------------------------------------


def test_page_shows_published_lines_and_nothing_of_drafts(client):
    operator = ccas()
    a_line(deliberation=a_deliberation(number="2023-1"), operator=operator, amount="1000")
    a_line(deliberation=a_deliberation(number="2023-2", published=False), operator=operator, amount="9999")

    text = text_of(client, operator.get_absolute_url())

    assert "Total voté 1 000 €" in text
    assert "2023-1" in text
    assert "2023-2" not in text
    assert "9 999" not in text
    assert "10 999" not in text


def test_page_of_an_operator_that_only_drafts_name_does_not_exist(client):
    operator = ccas()
    a_line(deliberation=a_deliberation(published=False), operator=operator)

    assert client.get(operator.get_absolute_url()).status_code == 404
    assert client.get(f"/operateurs/{operator.pk}/").status_code == 404


def test_page_is_found_by_its_number_and_answers_301_from_any_slug(client):
    operator = ccas()
    a_line(operator=operator)
    address = operator.get_absolute_url()

    for old in (f"/operateurs/{operator.pk}/", f"/operateurs/{operator.pk}-ancien-nom/"):
        response = client.get(f"{old}?page=1")
        assert response.status_code == 301
        assert response["Location"] == f"{address}?page=1"
        assert "max-age=3600" in response["Cache-Control"], (
            "a name can come back: two 301 kept for ever would be a loop"
        )
    for wrong in ("/operateurs/ccas/", "/operateurs/99999/", f"/operateurs/{10**30}-x/"):
        assert client.get(wrong).status_code == 404


def test_printed_and_derived_seats_are_kept_apart(client):
    operator = ccas(commune_found_by="old name")
    a_line(operator=operator, commune_text="SOUS LE BOIS CEDEX", operator_text="C.C.A.S. DE MAUBEUGE")

    text = text_of(client, operator.get_absolute_url())

    assert "Noms imprimés « C.C.A.S. DE MAUBEUGE » (2023)" in text
    assert "Siège imprimé « SOUS LE BOIS CEDEX »" in text
    assert "Commune déduite Maubeuge, Nord (d’après : siège imprimé, ancien nom de commune)" in text


def test_a_seat_that_nothing_gives_is_said_not_to_be_printed(client):
    operator = an_operator("Réussir")
    a_line(operator=operator)

    text = text_of(client, operator.get_absolute_url())

    assert "Siège imprimé non imprimé" in text
    assert "Commune déduite aucune" in text


def test_names_printed_in_drafts_stay_unknown(client):
    operator = ccas()
    a_line(operator=operator)
    a_line(deliberation=a_deliberation(published=False), operator=operator, operator_text="CCAS DE MAUBEUGE (secret)")

    assert "secret" not in html_of(client, operator.get_absolute_url())


def test_page_adds_up_by_year_programme_and_territory(client):
    operator, iae = ccas(), a_programme("Parcours IAE")
    aci = a_programme("Accompagnement en ACI", parent=iae)
    a_line(operator=operator, amount=1000, year=2022, programme=iae, subprogramme=aci, territory=a_territory("Sambre"))
    a_line(operator=operator, amount=3000, year=2023, programme=iae, subprogramme=aci, territory=None)

    text = text_of(client, operator.get_absolute_url())

    assert "2023 1 3 000 € 75 % 2022 1 1 000 € 25 %" in text
    assert "Parcours IAE Nord 2 4 000 € Accompagnement en ACI 2 4 000 €" in text
    assert "territoire non imprimé 1 3 000 € 75 % Sambre Nord 1 1 000 € 25 %" in text
    assert "pour 2022 et 2023" in text


def test_euros_per_place_leave_out_withdrawals_and_rows_without_places(client):
    operator = ccas()
    a_line(operator=operator, amount=54000, places=450)
    a_line(operator=operator, amount=-9000, places=-50)
    a_line(operator=operator, amount=70000, places=None)

    text = text_of(client, operator.get_absolute_url())

    assert "Coût moyen d’une place 120,00 €" in text
    assert "dont −9 000 € de retraits" in text


def test_an_operator_without_places_has_no_cost_of_a_place(client):
    operator = ccas()
    a_line(operator=operator, places=0)

    assert "place" not in text_of(client, operator.get_absolute_url()).split("Les lignes")[0].lower()


def test_lines_link_to_their_printed_row_and_their_page(client):
    operator = ccas()
    line = a_line(operator=operator, page=16, line=4)

    html = html_of(client, operator.get_absolute_url())

    assert f'href="{line.page_url}"' in html
    assert line.page_url.endswith("/page/16/#ligne-4")
    assert f'href="{line.get_absolute_url()}"' in html
    assert f'href="/subventions/?operateur={operator.pk}"' in html
    assert f'href="{operator.get_absolute_url().rstrip("/")}.csv"' in html


def test_recusals_of_published_acts_are_shown_and_those_of_drafts_are_not(client):
    operator = ccas()
    act = a_deliberation(number="2023-77")
    a_line(deliberation=act, operator=operator)
    a_recusal(deliberation=act, operator=operator, person="Sylvie DUPREZ")
    a_recusal(deliberation=a_deliberation(published=False), operator=operator, person="Jean SECRET")
    a_recusal(deliberation=act, operator=an_operator("Autre"), person="Luc AILLEURS")

    text = text_of(client, operator.get_absolute_url())

    assert "Sylvie DUPREZ, Présidente" in text
    assert "Jean SECRET" not in text
    assert "Luc AILLEURS" not in text


def test_citation_is_a_whole_sentence_with_address_and_acts(client):
    operator = ccas()
    a_line(deliberation=a_deliberation(number="2023-259"), operator=operator, amount="12500")

    text = text_of(client, operator.get_absolute_url())

    assert "CCAS de Maubeuge : 12 500 € votés pour 2023 (1 ligne imprimée ; Nord, délibération n° 2023-259)." in text
    assert f"http://testserver{operator.get_absolute_url()}" in text


def test_lines_of_a_great_operator_come_page_by_page_each_once(client):
    operator, act = ccas(), a_deliberation()
    for number in range(1, 56):
        a_line(deliberation=act, operator=operator, line=number, amount=number)

    first, second = (html_of(client, f"{operator.get_absolute_url()}{page}") for page in ("", "?page=2"))

    shown = [line.get_absolute_url() for line in act.lines.all() if f'"{line.get_absolute_url()}"' in first]
    rest = [line.get_absolute_url() for line in act.lines.all() if f'"{line.get_absolute_url()}"' in second]
    assert (len(shown), len(rest)) == (50, 5)
    assert not set(shown) & set(rest)
    assert "Total des 55 lignes" in first


def test_a_long_name_and_a_negative_total_are_shown_whole(client):
    operator = an_operator(LONG_NAME)
    a_line(operator=operator, amount="-450.50")

    text = text_of(client, operator.get_absolute_url())

    assert len(LONG_NAME) >= 110
    assert f"<h1>{LONG_NAME}</h1>" in html_of(client, operator.get_absolute_url())
    assert "retrait de 450,50 € voté" in text


def test_page_takes_the_same_queries_for_one_line_or_thirty(client, django_assert_num_queries):
    operator, act = ccas(), a_deliberation()
    a_line(deliberation=act, operator=operator, territory=a_territory(), places=3)
    a_recusal(deliberation=act, operator=operator)
    with django_assert_num_queries(18):
        client.get(operator.get_absolute_url())
    for number in range(30):
        a_line(
            deliberation=a_deliberation(),
            operator=operator,
            programme=a_programme(f"Programme {number}"),
            territory=a_territory(f"Territoire {number}"),
            year=2000 + number,
            places=3,
        )
    with django_assert_num_queries(18):
        client.get(operator.get_absolute_url())


def test_the_timeline_shows_agreements_amendments_and_withdrawals_each_for_itself(client):
    operator = ccas()
    first = a_deliberation(number="2022-1", session_date=date(2022, 6, 27))
    then = a_deliberation(number="2023-2", session_date=date(2023, 6, 12))
    a_line(deliberation=first, operator=operator, amount="1000", agreement="Convention type", page=4, line=9)
    a_line(deliberation=then, operator=operator, amount="-1000", agreement="Convention", year=2022)
    a_line(deliberation=then, operator=operator, amount="700", agreement="Avenant n° 1", page=5)

    html = html_of(client, operator.get_absolute_url())
    timeline = words_of("<main>" + html.split('id="chronologie"')[1].split("</section>")[0])

    order = ["Convention : 1 000,00 €", "Avenant : 700,00 €", "Retrait : −1 000,00 €"]
    assert [timeline.index(event) for event in order] == sorted(timeline.index(event) for event in order)
    assert "jamais déduit en silence" in timeline
    assert f"{first.page_url(4)}#ligne-9" in html
    assert "Total voté 700 € dont −1 000 € de retraits" in words_of(html)


def test_two_years_of_an_event_are_both_named_and_places_are_said_to_be_of_each_year(client):
    operator = ccas()
    act = a_deliberation(number="2022-1", session_date=date(2022, 6, 27))
    a_line(deliberation=act, operator=operator, year=2022, places=50, line=1)
    a_line(deliberation=act, operator=operator, year=2023, places=50, line=1)

    two = text_of(client, operator.get_absolute_url())
    a_line(deliberation=act, operator=operator, year=2024, line=1)
    three = text_of(client, operator.get_absolute_url())

    assert "pour 2022 et 2023, 1 ligne imprimée" in two.split("Chronologie")[1]
    assert "pour 2022 à 2024, 1 ligne imprimée" in three.split("Chronologie")[1]
    assert "Places 100 somme des places imprimées, année par année" in two


def test_kind_and_siret_are_said_with_where_they_come_from(client):
    operator = ccas(kind="ccas", siret="26590392000012")
    unknown = an_operator("3ID")
    a_line(operator=operator)
    a_line(operator=unknown)

    known, other = (text_of(client, each.get_absolute_url()) for each in (operator, unknown))

    assert "centre d’action sociale (CCAS, CIAS) (d’après le nom)" in known
    assert "26590392000012 (saisi par un agent)" in known
    assert "le nom ne la dit pas" in other
    assert "non imprimé dans les délibérations lues" in other


def test_what_may_be_the_same_operator_is_proposed_and_never_added(client):
    operator, part = an_operator("AFEJI"), an_operator("AFEJI – ACI Flandres")
    for each in (operator, part, an_operator("AFEJIX"), an_operator("Autre")):
        a_line(operator=each, amount="100")

    for page, other in ((operator, part), (part, operator)):
        html = html_of(client, page.get_absolute_url())
        assert f'href="{other.get_absolute_url()}"' in html
        assert "Total voté 100 €" in words_of(html)
    assert "Autre" not in text_of(client, part.get_absolute_url())


def test_counts_that_are_no_places_have_no_cost_of_a_place(client):
    operator = ccas()
    a_line(operator=operator, amount="900", places=45, places_unit="DSF")
    a_line(operator=operator, amount="800", places=450, places_unit="")

    html = html_of(client, operator.get_absolute_url())
    text = words_of(html)

    assert "Coût moyen d’une place" not in text
    assert "45 <small>DSF</small>" in html, "under the number, where a long unit does not widen the column as much"
    assert "450 n. i." in text


def test_money_outside_the_budget_is_told_apart(client):
    operator = ccas()
    a_line(operator=operator, amount="900", outside_budget=True)
    a_line(operator=operator, amount="100")

    text = text_of(client, operator.get_absolute_url())

    assert "Total voté 1 000 € dont 900 € hors du budget du département" in text
    assert text.count("hors du budget du département") == 2


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("tri=x", "Tri : « x » n’est pas un tri possible."),
        ("lettre=%C3%A9", "Lettre : aucun opérateur sous « é »."),
        ("q=%3F", "Mots : « ? » ne contient ni lettre ni chiffre."),
        ("q=" + "a" * 101, "Mots : Au plus 100 caractères."),
    ],
)
def test_a_wrong_question_to_the_register_is_said_in_every_format(client, query, sentence):
    a_line(operator=an_operator("Alpha"))

    html = html_of(client, f"/operateurs/?{query}", status=400)

    assert sentence in words_of(html).replace(" :  ", " : ")
    assert "Alpha" not in html
    assert client.get(f"/operateurs.csv?{query}").status_code == 400


def test_a_slip_in_the_register_is_answered_by_the_likely_name(client):
    a_line(operator=an_operator("Réussir en Sambre"))

    assert 'href="/recherche/?q=reussir"' in html_of(client, "/operateurs/?q=réusir")
