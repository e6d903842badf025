"""Facets: their counts and sums are right, each value is a link that asks what it says, alone or with the others."""

import re
from datetime import date
from html import unescape

import pytest
from django.http import QueryDict

from grants.models import GrantLine
from grants.questions.filters import GrantLineFilter
from grants.questions.refinements import MOST, SHOWN, refinements
from tests.builders import a_commune, a_deliberation, a_department, a_line, a_programme, a_territory, an_operator
from tests.grants.pages import html_of, words_of

pytestmark = pytest.mark.django_db


def ask(query: str) -> GrantLineFilter:
    question = GrantLineFilter(QueryDict(query), queryset=GrantLine.objects.counted())
    assert question.is_valid(), question.mistakes
    return question


def facet(name: str, query: str = "") -> list[tuple]:
    """Label, number and sum in euros of each value of a facet."""
    return [
        (value.label, value.figure.rows, value.figure.amount_cents // 100)
        for found in refinements(ask(query))
        if found.dimension.name == name
        for value in (*found.values, *found.more)
    ]


def links(name: str, query: str = "") -> dict[str, tuple[str, str]]:
    return {
        value.label: (value.address, value.except_address)
        for found in refinements(ask(query))
        if found.dimension.name == name
        for value in found.values
    }


@pytest.fixture
def record():
    """Three lines of three territories, towns, kinds and years; a fourth that prints nothing."""
    lens = a_commune("Lens", code="62498", epci_code="246200364", epci_name="CA de Lens-Liévin")
    arras = a_commune("Arras", code="62041", epci_code="200033579", epci_name="CU d’Arras")
    act = a_deliberation(number="2023-1")
    return {
        "artois": a_line(
            deliberation=act,
            operator=an_operator("CCAS de Lens", commune=lens, kind="ccas"),
            territory=a_territory("Artois"),
            amount=30_000,
            year=2023,
            agreement="Convention A",
        ),
        "arrageois": a_line(
            deliberation=act,
            operator=an_operator("Association d’Arras", commune=arras, kind="association"),
            territory=a_territory("Arrageois"),
            amount=500,
            year=2024,
            agreement="Convention B",
        ),
        "calaisis": a_line(
            deliberation=act,
            operator=an_operator("Autre"),
            territory=a_territory("Calaisis"),
            amount=-100,
            year=2025,
            outside_budget=True,
        ),
        "nothing": a_line(
            deliberation=act, operator=None, operator_text="", programme=None, territory=None, year=None, amount=0
        ),
    }


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("annee", [("2025", 1, -100), ("2024", 1, 500), ("2023", 1, 30_000), ("sans année imprimée", 1, 0)]),
        (
            "territoire",
            [("Artois", 1, 30_000), ("Arrageois", 1, 500), ("Calaisis", 1, -100), ("sans territoire imprimé", 1, 0)],
        ),
        ("programme", [("Parcours IAE", 3, 30_400), ("sans programme imprimé", 1, 0)]),
        (
            "nature",
            [
                ("centre d’action sociale (CCAS, CIAS)", 1, 30_000),
                ("association ou fondation", 1, 500),
                ("que le nom ne dit pas", 2, -100),
            ],
        ),
        ("commune", [("Lens", 1, 30_000), ("Arras", 1, 500), ("siège inconnu", 2, -100)]),
        ("epci", [("CA de Lens-Liévin", 1, 30_000), ("CU d’Arras", 1, 500), ("siège inconnu", 2, -100)]),
        (
            "convention",
            [("Convention A", 1, 30_000), ("Convention B", 1, 500), ("sans convention imprimée", 2, -100)],
        ),
        (
            "tranche",
            [
                ("retraits (montants négatifs)", 1, -100),
                ("montants nuls", 1, 0),
                ("jusqu’à 1\u202f000\u00a0€", 1, 500),
                ("de 23\u202f000 à 100\u202f000\u00a0€", 1, 30_000),
            ],
        ),
        ("budget", [("budget du département", 3, 30_500), ("hors du budget du département", 1, -100)]),
    ],
)
def test_each_dimension_counts_and_adds_up(record, name, values):
    assert facet(name) == values


@pytest.mark.parametrize(
    "name", ["annee", "territoire", "operateur", "nature", "commune", "epci", "convention", "tranche"]
)
def test_every_value_asks_for_the_lines_that_it_counts(record, name):
    for label, number, euros in facet(name):
        asked, left_out = (ask(address.partition("?")[2]).qs for address in links(name)[label])
        assert (asked.count(), sum(line.amount_cents for line in asked)) == (number, euros * 100), label
        assert set(asked) | set(left_out) == set(record.values()), label
        assert not set(asked) & set(left_out), label


def test_values_of_one_facet_are_joined_by_or_and_show_what_another_would_add(record):
    artois = record["artois"].territory_id

    assert facet("territoire", f"territoire={artois}")[0] == ("Artois", 1, 30_000)
    assert len(facet("territoire", f"territoire={artois}")) == 4
    assert facet("annee", f"territoire={artois}") == []  # one value does not part the lines

    address, _ = links("territoire", f"territoire={artois}")["Calaisis"]
    assert set(ask(address.partition("?")[2]).qs) == {record["artois"], record["calaisis"]}


def test_a_value_asked_for_or_left_out_leads_back(record):
    artois = record["artois"].territory_id

    assert links("territoire", f"territoire={artois}")["Artois"] == ("/subventions/", "")
    assert links("territoire", f"territoire_sauf={artois}")["Artois"] == ("/subventions/", "")
    assert set(ask(f"territoire_sauf={artois}").qs) == set(record.values()) - {record["artois"]}


def test_exclusions_and_ranges_are_joined_by_and(record):
    assert set(ask("annee_min=2024").qs) == {record["arrageois"], record["calaisis"]}
    assert set(ask("annee_min=2023&annee_max=2024").qs) == {record["artois"], record["arrageois"]}
    assert set(ask("annee_min=2023&nature_sauf=ccas&budget_sauf=hors").qs) == {record["arrageois"]}
    assert set(ask("operateur=sans").qs) == {record["nothing"]}
    assert set(ask("operateur_sauf=sans").qs) == set(record.values()) - {record["nothing"]}


def test_a_range_of_session_days_holds_both_ends_and_no_undated_act(client):
    june, july = date(2023, 6, 26), date(2023, 7, 3)
    first, second, undated = (
        a_line(deliberation=a_deliberation(number=f"2023-{n}", session_date=day))
        for n, day in enumerate((june, july, None))
    )

    assert set(ask("seance_min=2023-06-26&seance_max=2023-06-26").qs) == {first}
    assert set(ask("seance_min=2023-06-27").qs) == {second}
    assert set(ask("seance_max=2023-07-03").qs) == {first, second}
    words = words_of(html_of(client, "/subventions/?seance_min=2023-06-26&seance_max=2023-07-03"))
    assert "en séance à partir du 26 juin 2023" in words.replace("\u00a0", " ")
    assert "jusqu’au 3 juillet 2023" in words.replace("\u00a0", " ")


def test_an_address_is_the_same_in_whatever_order_it_is_asked(record):
    one, other = record["artois"].territory_id, record["calaisis"].territory_id
    first, _ = links("territoire", f"territoire={other}&annee=2023")["Artois"]
    second, _ = links("annee", f"territoire={one}&territoire={other}")["2023"]

    assert first == second


def test_the_page_says_the_question_and_shows_the_facets(client, record):
    artois = record["artois"].territory_id

    html = html_of(client, f"/subventions/?territoire_sauf={artois}&nature=association&annee_min=2023&page=1")
    words = words_of(html)

    assert "à un opérateur de nature" in words
    assert "sauf pour le territoire" in words
    assert "depuis l’année" in words
    assert '<a class="chip" href="/subventions/?annee_min=2023&amp;nature=association">' in html
    assert "Nature de l’opérateur déduite du nom" in words
    canonical = f"/subventions/?annee_min=2023&amp;nature=association&amp;territoire_sauf={artois}"
    assert re.search(r'<link rel="canonical" href="([^"]*)"', html)[1] == f"http://testserver{canonical}"


def test_every_link_of_a_facet_answers(client, record):
    html = html_of(client, f"/subventions/?territoire={record['artois'].territory_id}")
    found = {unescape(address) for address in re.findall(r'href="(/subventions/\?[^"]*)"', html)}

    assert len(found) > 10
    assert {client.get(address).status_code for address in found} == {200}


def test_many_values_are_folded_and_those_without_a_link_are_counted(client):
    act = a_deliberation()
    for number in range(MOST + 5):
        a_line(deliberation=act, operator=an_operator(f"Opérateur {number}"), amount=1000 + number)

    (found,) = (found for found in refinements(ask("")) if found.dimension.name == "operateur")

    assert (len(found.values), len(found.more), found.others) == (SHOWN, MOST - SHOWN, 5)
    assert found.values[0].label == f"Opérateur {MOST + 4}"
    assert "5 autres valeurs" in words_of(html_of(client, "/subventions/"))


@pytest.mark.parametrize(
    ("query", "label", "sentence"),
    [
        ("nature=licorne", "Nature de l’opérateur", "« licorne » n’est pas une nature d’opérateur."),
        ("tranche=9", "Tranche de montant", "« 9 » n’est pas une tranche de montant."),
        ("budget_sauf=x", "Budget", "« x » n’est pas un budget possible."),
        ("annee_min=99", "Depuis l’année", "« 99 » n’est pas une année. Écrivez par exemple 2023."),
        ("annee_min=2025&annee_max=2023", "Depuis l’année", "La première année vient après la dernière."),
        ("seance_min=26/06/2023", "Séance du", "« 26/06/2023 » n’est pas une date. Écrivez par exemple 2023-06-26."),
        ("seance_min=2024-01-01&seance_max=2023-01-01", "Séance du", "Le premier jour vient après le dernier."),
        ("territoire_sauf=0", "Territoire", "« 0 » n’est pas un territoire dont une ligne soit publiée."),
    ],
)
def test_a_wrong_value_is_said(query, label, sentence):
    question = GrantLineFilter(QueryDict(query), queryset=GrantLine.objects.counted())

    assert not question.is_valid()
    assert [(name, told.replace("\u202f", " ")) for name, told in question.mistakes] == [(label, sentence)]


def test_two_departments_and_their_headings_are_told_apart():
    for name, code in (("Nord", "59"), ("Pas-de-Calais", "62")):
        department = a_department(name, code=code)
        act = a_deliberation(department=department, number="7")
        a_line(deliberation=act, programme=a_programme("Parcours", department=department))

    (found,) = (found for found in refinements(ask("")) if found.dimension.name == "programme")

    assert {(value.label, value.context) for value in found.values} == {
        ("Parcours", "Nord"),
        ("Parcours", "Pas-de-Calais"),
    }
    assert len(facet("departement")) == 2


def test_a_value_asked_for_that_no_line_has_is_shown_with_nothing(record):
    assert ("Calaisis", 0, 0) in facet("territoire", f"territoire={record['calaisis'].territory_id}&annee=2023")


def test_drafts_are_in_no_facet(record):
    a_line(deliberation=a_deliberation(published=False), territory=a_territory("Secret"))

    assert "Secret" not in dict.fromkeys(label for label, *_ in facet("territoire"))
