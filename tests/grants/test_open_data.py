"""`/donnees/` and `/donnees/scdl/`: what they offer exists, and every column of every file is described."""

import csv
import io
import re

import pytest

from grants import snapshots
from grants.exports.columns import KINDS
from grants.models import Department
from grants.views.open_data import LISTS
from tests.builders import a_data_version, a_deliberation, a_department, a_line, an_operator
from tests.grants.pages import html_of, text_of
from tests.public_record import a_small_record

pytestmark = pytest.mark.django_db


def test_everything_that_the_page_links_to_answers(client):
    a_small_record()
    taken = snapshots.take("")

    for page in ("/donnees/", "/donnees/scdl/", f"/donnees/{taken.name}/"):
        main = html_of(client, page).split("<main", 1)[1].split("</main>")[0]
        links = {link.replace("&amp;", "&") for link in re.findall(r'href="(/[^"#]*)', main)}
        assert len(links) > 5
        for link in links:
            response = client.get(link)
            assert response.status_code == 200, link
            list(getattr(response, "streaming_content", ()))  # read to its end, a file closes itself


@pytest.mark.parametrize(("label", "name", "columns"), LISTS, ids=[name for _, name, _ in LISTS])
def test_the_page_describes_exactly_the_columns_of_each_file(client, label, name, columns):
    a_small_record()
    html = html_of(client, "/donnees/").split("<main", 1)[1]
    (fold,) = re.findall(rf'<details class="fold" id="colonnes-{name}">(.*?)</details>', html)
    described = re.findall(r'<dt class="mono">([^<]+)</dt>', fold)
    (address,) = re.findall(r'href="(/[a-z]+\.csv)"', html.split(f">{label}</a>", 1)[1])[:1]

    text = b"".join(client.get(address).streaming_content).decode("utf-8-sig")

    assert next(csv.reader(io.StringIO(text, newline=""))) == described


@pytest.mark.parametrize(("label", "name", "columns"), LISTS, ids=[name for _, name, _ in LISTS])
def test_columns_are_printed_then_derived_then_provenance(label, name, columns):
    kinds = [column.kind for column in columns]

    assert kinds == sorted(kinds, key=KINDS.index)
    assert len({column.name for column in columns}) == len(columns)
    assert all(column.description for column in columns)


def test_the_page_of_scdl_says_where_the_day_of_an_agreement_comes_from(client):
    text = text_of(client, "/donnees/scdl/")

    assert "celle de la signature quand les agents l’ont saisie, sinon celle de la séance" in text
    assert "(« date de signature », « date de la séance »)" in text


def test_the_licence_comes_with_its_source_and_its_date(client):
    a_data_version()

    text = text_of(client, "/donnees/")

    assert "Licence Ouverte 2.0" in text
    assert "données mises à jour le 6 juillet 2023, Licence Ouverte 2.0" in text


def test_a_site_without_anything_says_so(client):
    assert "Aucun instantané" in text_of(client, "/donnees/")
    assert "Aucune délibération" in text_of(client, "/donnees/scdl/")


def test_a_new_snapshot_shows_at_once(client):
    a_line()
    before = client.get("/donnees/")
    taken = snapshots.take("")

    again = client.get("/donnees/", headers={"If-None-Match": before.get("ETag", "")})

    assert f'href="/donnees/{taken.name}/"' in again.content.decode()


def test_exercises_are_listed_with_what_is_accepted(client):
    act = a_deliberation(department=a_department(siret="12345678200010"))
    a_line(deliberation=act, year=2022, operator=an_operator("A", siret="73282932000074"))
    a_line(deliberation=act, year=2022)
    a_line(deliberation=a_deliberation(session_date=None), year=None)

    html = html_of(client, "/donnees/scdl/")

    assert 'href="/donnees/scdl/59-2022/subventions-scdl.csv"' in html
    assert 'href="/donnees/scdl/59-2023/deliberations-scdl.csv"' in html
    assert '<td role="cell" data-label="Exercice">2022</td>' in html
    assert 'data-label="Lignes du fichier">2</td><td role="cell" class="num" data-label="Acceptées">1</td>' in html
    assert "1 montant sans année ni date de séance" in html
    assert "pas encore renseigné" not in html


def test_a_departement_without_siret_is_named(client):
    a_line()

    assert "SIRET pas encore renseigné par les agents : Nord." in text_of(client, "/donnees/scdl/")


def test_staff_type_the_siret_and_a_wrong_one_is_refused(admin_client):
    department = a_department()
    address = f"/admin/grants/department/{department.pk}/change/"

    refused = admin_client.post(address, {"legal_name": "Département du Nord", "siret": "12345678900011"})
    assert "n’est pas un SIRET" in refused.content.decode()

    admin_client.post(address, {"legal_name": "Département du Nord", "siret": "12345678200010", "payment_terms": ""})
    assert Department.objects.get().siret == "12345678200010"


def test_the_number_of_queries_does_not_grow(client, django_assert_max_num_queries):
    act = a_deliberation()
    for number in range(8):
        a_line(deliberation=act, year=2015 + number, operator=an_operator(f"O{number}"))

    with django_assert_max_num_queries(2):
        client.get("/donnees/")
    with django_assert_max_num_queries(6):
        client.get("/donnees/scdl/")
