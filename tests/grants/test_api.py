"""The API: the questions of the pages, every row once whatever the page, French errors, a true description."""

import re

import pytest
from openapi_spec_validator import validate

from grants.api.cursors import cursor_of
from grants.exports.lines import LINE_COLUMNS
from grants.models import GrantLine
from grants.operators.merging import merge
from grants.questions.filters import SORT_LABELS, GrantLineFilter
from ingest.store.publishing import withdraw
from tests.builders import (
    a_check,
    a_commune,
    a_decision,
    a_deliberation,
    a_department,
    a_line,
    a_programme,
    a_recusal,
    a_territory,
    a_total,
    a_vote,
    an_operator,
)
from tests.grants.pages import html_of, text_of

pytestmark = pytest.mark.django_db
LISTS = ["lignes", "operateurs", "communes", "territoires", "programmes", "departements", "deliberations"]
# What version 1 promised of a line: a name that is missing here one day needs a version 2.
PROMISED = {
    *("id", "operateur_imprime", "operateur_id", "operateur", "programme_imprime", "programme_id", "programme"),
    *("operation_imprimee", "territoire_imprime", "territoire_id", "commune_insee", "departement_code", "montant"),
    *("montant_imprime", "annee", "places", "deliberation", "date_seance", "ligne", "page", "cadre", "certitude"),
    *("numero_dossier", "convention", "action", "pdf_sha256", "adresse", "adresse_preuve"),
}


def read(client, address, status=200):
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == status, response.content
    return response.json()


def every_page(client, address):
    """All the rows, page after page."""
    rows = []
    while address:
        answer = read(client, address.removeprefix("http://testserver/api/v1/"))
        rows += answer["resultats"]
        address = answer["suivant"]
    return rows


def some_lines():
    """Lines of two départements, with whatever can be absent absent somewhere."""
    commune = a_commune()
    for index in range(4):
        operator = an_operator(f"Opérateur {index}", commune=commune if index % 2 else None)
        programme = a_programme(f"Programme {index % 2}")
        a_line(operator=operator, programme=programme, amount=100 * (index // 2), year=2022 + index % 2, places=index)
    a_line(operator=None, programme=None, year=None, amount=-45, territory=a_territory(), places=None)
    north = GrantLine.objects.first().programme
    a_line(subprogramme=a_programme("Opération", parent=north), programme=north)
    far = a_deliberation(department=a_department("Pas-de-Calais", code="62"), session_date=None)
    a_line(deliberation=far)


@pytest.mark.parametrize("sort", SORT_LABELS)
def test_each_sort_gives_every_line_once_in_the_order_of_the_page(client, sort):
    some_lines()

    rows = every_page(client, f"lignes?tri={sort}&limite=1")

    expected = GrantLine.objects.counted().sorted_by(sort).values_list("pk", flat=True)
    assert [row["id"] for row in rows] == list(expected)


@pytest.mark.parametrize("name", LISTS)
def test_each_list_gives_every_row_once(client, name):
    some_lines()

    small, whole = every_page(client, f"{name}?limite=1"), read(client, name)["resultats"]

    assert small == whole
    assert len(whole) >= 1
    assert len({row.get("adresse") or str(row) for row in whole}) >= len(whole) - 1


def test_line_says_what_the_files_say(client):
    line = a_line(amount="12500.50", year=2023)

    found = read(client, f"lignes/{line.pk}")

    assert list(found) == [column.name for column in LINE_COLUMNS]
    assert set(found) >= PROMISED
    assert (found["id"], found["montant"], found["annee"], found["territoire"]) == (line.pk, 12500.5, 2023, None)
    assert found["adresse"] == f"http://testserver/lignes/{line.pk}/"


def test_a_commune_says_its_postcodes_and_the_code_of_its_intercommunality(client):
    henin = a_commune("Hénin-Beaumont", code="62427", postcodes="62110 62251", epci_code="246200364")
    a_line(operator=an_operator(commune=henin))

    (listed,) = read(client, "communes")["resultats"]

    assert listed == read(client, "communes/62427")
    assert (listed["codes_postaux"], listed["intercommunalite_siren"]) == ("62110 62251", "246200364")


def test_question_is_that_of_the_pages(client):
    some_lines()

    assert {row["annee"] for row in read(client, "lignes?annee=2022&annee=2023")["resultats"]} == {2022, 2023}
    assert read(client, "resume?departement=62")["question"].endswith("par le département Pas-de-Calais")
    assert [row["departement_code"] for row in read(client, "departements?annee=2022")["resultats"]] == ["59"]
    asked = read(client, "communes?annee=2023")["resultats"]
    assert [(row["commune_insee"], row["montant"], row["lignes"]) for row in asked] == [("59392", 100.0, 2)]


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("lignes?annee=x", 400, "Année\u202f: «\u202fx\u202f» n’est pas une année."),
        ("lignes?tri=hasard", 400, "n’est pas un tri possible"),
        ("operateurs?departement=99", 400, "n’est pas un département"),
        ("lignes?limite=0", 400, "n’est pas un nombre de 1 à 1000"),
        ("lignes?limite=²", 400, "n’est pas un nombre de 1 à 1000"),
        ("lignes?curseur=zzz", 400, "n’a pas été donné par cette question"),
        (f"lignes?curseur={cursor_of(['a', 'b'])}", 400, "n’a pas été donné par cette question"),
        (f"lignes?curseur={cursor_of([1])}", 400, "n’a pas été donné par cette question"),
        (f"deliberations?curseur={cursor_of(['hier', 'x'])}", 400, "n’a pas été donné par cette question"),
        ("deliberations?annee=1066", 400, "Aucune délibération publiée d’une séance de"),
        ("lignes/999999", 404, "Rien n’est publié sous cet identifiant."),
        (f"lignes/{10**30}", 404, "Rien n’est publié sous cet identifiant."),
        ("lignes/abc", 404, "Cet identifiant n’a pas la forme attendue."),
        ("operateurs/999", 404, "Rien n’est publié"),
        ("communes/00000", 404, "Rien n’est publié"),
        ("communes/593920", 404, "Rien n’est publié"),
        ("communes/%00", 404, "L’adresse a pu être mal recopiée"),
        ("deliberations/59-rien", 404, "Aucune délibération à cette adresse."),
        ("deliberations/%00", 404, "L’adresse a pu être mal recopiée"),
        ("ailleurs", 404, "L’adresse a pu être mal recopiée"),
    ],
)
def test_wrong_question_is_a_french_sentence(client, address, status, told):
    a_line(operator=an_operator(commune=a_commune()))

    assert told in read(client, address, status)["erreur"]


def test_act_comes_with_its_votes_recusals_decisions_and_checks(client):
    act = a_deliberation(number="2023-177")
    a_line(deliberation=act, amount=500)
    a_vote(deliberation=act)
    a_recusal(deliberation=act, operator=an_operator())
    a_decision(deliberation=act, amount=500)
    a_check(total=a_total(deliberation=act, amount=600), computed=500)
    a_total(deliberation=act, amount=7)

    found = read(client, "deliberations/59-2023-177")

    assert (found["montant"], found["lignes"]) == (500.0, 1)
    assert (found["votes"][0]["pour"], found["votes"][0]["contre"]) == (44, 30)
    assert found["deports"][0]["organisme"] == "CCAS de Maubeuge"
    assert found["decisions"][0]["montant"] == 500.0
    first, second = found["controles"]
    assert (first["total_annonce"], first["somme_des_lignes"], first["ecart"], first["resultat"]) == (
        *(600.0, 500.0, -100.0),
        "écart",
    )
    assert (second["somme_des_lignes"], second["resultat"]) == (None, "non comparable")


def test_drafts_are_nowhere_and_what_was_withdrawn_or_merged_is_said(client):
    draft = a_line(deliberation=a_deliberation(published=False))
    shown = a_line(deliberation=a_deliberation())
    gone = an_operator("Autre nom")
    merge(gone, shown.operator)

    assert [row["id"] for row in read(client, "lignes")["resultats"]] == [shown.pk]
    assert client.get(f"/api/v1/lignes/{draft.pk}").status_code == 404
    assert client.get(f"/api/v1/deliberations/{draft.deliberation.slug}").status_code == 404
    moved = client.get(f"/api/v1/operateurs/{gone.pk}")
    assert (moved.status_code, moved["Location"]) == (301, f"/api/v1/operateurs/{shown.operator_id}")
    withdraw(shown.deliberation, None)
    assert "a été retirée du site" in read(client, f"deliberations/{shown.deliberation.slug}", 410)["erreur"]


def test_description_is_valid_and_names_every_parameter_of_the_pages(client):
    described = client.get("/api/v1/openapi.json").json()

    validate(described)
    types = {name for name in described["components"]["schemas"] if not name.startswith("PageD")}
    assert types >= {"Ligne", "DeliberationEntiere", "Controle", "Deport", "Resume", "Erreur"}, "names are French"
    assert not types & {"Error", "Summary", "Recusal", "Check", "ActInFull"}
    lines = described["paths"]["/api/v1/lignes"]["get"]
    names = {one["name"] for one in lines["parameters"]}
    assert names == {*GrantLineFilter.base_filters, "curseur", "limite"} - {"page"}
    assert all("get" in methods and len(methods) == 1 for methods in described["paths"].values())


def test_documentation_says_in_french_what_the_description_says(client):
    text = text_of(client, "/api/v1/")

    assert "API, version 1" in text
    for address in client.get("/api/v1/openapi.json").json()["paths"]:
        assert address in text
    for name in GrantLineFilter.base_filters:
        assert name == "page" or name in text


def test_documentation_leads_from_each_address_to_the_fields_of_what_it_gives(client):
    html = html_of(client, "/api/v1/")

    given = re.findall(r'<small>(Par pages : )?<a href="#(\w+)">', html)
    assert len(given) == len(client.get("/api/v1/openapi.json").json()["paths"])
    assert [name for _, name in given if f'<dl class="facts" id="{name}">' not in html] == []
    assert {name for pages, name in given if pages} >= {"Ligne", "Operateur", "Deliberation"}
    assert {name for pages, name in given if not pages} >= {"Resume", "Ligne", "DeliberationEntiere"}


def test_documentation_tells_apart_parameters_of_one_name_and_names_what_is_left_out(client):
    text = text_of(client, "/api/v1/")

    assert "annee Année. Plusieurs valeurs sont jointes par « ou »." in text
    assert "annee Année de séance (seulement /api/v1/deliberations )" in text
    assert "departement_sauf À exclure : Département. Plusieurs valeurs sont toutes exclues." in text


def test_other_sites_may_read_it_and_nothing_else(client):
    a_line()

    assert client.get("/api/v1/lignes")["Access-Control-Allow-Origin"] == "*"
    assert client.get("/subventions.csv")["Access-Control-Allow-Origin"] == "*"
    asked = client.options("/api/v1/lignes", HTTP_ACCESS_CONTROL_REQUEST_METHOD="GET", HTTP_ORIGIN="https://a.example")
    assert asked.status_code == 204
    assert "If-None-Match" in asked["Access-Control-Allow-Headers"]
    assert not client.get("/subventions/").has_header("Access-Control-Allow-Origin")
    assert not client.get("/admin/login/").has_header("Access-Control-Allow-Origin")
    assert client.post("/api/v1/lignes").status_code == 405


def test_head_says_what_get_would(client):
    a_line()

    for address in ("/api/v1/lignes", "/api/v1/", "/api/v1/openapi.json"):
        head, whole = client.head(address), client.get(address)
        assert (head.status_code, head.content) == (200, b"")
        assert head["Content-Type"] == whole["Content-Type"]
        assert head["ETag"] == whole["ETag"]


def test_answer_that_did_not_change_is_304(client):
    a_line()
    etag = client.get("/api/v1/lignes")["ETag"]

    assert client.get("/api/v1/lignes", HTTP_IF_NONE_MATCH=etag).status_code == 304


@pytest.mark.parametrize(("name", "number"), [("lignes", 2), ("operateurs", 2), ("communes", 2), ("resume", 2)])
def test_queries_do_not_grow_with_the_lines(client, django_assert_num_queries, name, number):
    commune = a_commune()
    a_line(operator=an_operator("Un", commune=commune))
    with django_assert_num_queries(number):
        client.get(f"/api/v1/{name}")
    for index in range(30):
        a_line(operator=an_operator(f"Opérateur {index}", commune=commune), deliberation=a_deliberation())
    with django_assert_num_queries(number):
        client.get(f"/api/v1/{name}")


def test_an_act_takes_the_same_queries_whatever_it_holds(client, django_assert_num_queries):
    act = a_deliberation()
    for _ in range(2):
        with django_assert_num_queries(7):
            client.get(f"/api/v1/deliberations/{act.slug}")
        for _ in range(5):
            a_line(deliberation=act)
            a_vote(deliberation=act)
            a_recusal(deliberation=act)
            a_check(total=a_total(deliberation=act))


@pytest.mark.parametrize("address", [*LISTS, "resume"])
def test_a_name_that_no_parameter_bears_is_refused_not_ignored(client, address):
    some_lines()

    assert "«\u202fcomune\u202f»" in read(client, f"{address}?comune=59392", 400)["erreur"]
    read(client, f"{address}?page=1&tableur=fr")  # of a page, whose address is taken as it is
