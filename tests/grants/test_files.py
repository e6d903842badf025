"""Every page of rows in every format, at its own address: same rows, same question, French mistakes, named files."""

import csv
import io
import json
import re
from datetime import date, datetime
from html import unescape

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from grants import history
from grants.exports.columns import derived
from grants.exports.csv_files import csv_pieces
from grants.exports.json_files import json_pieces
from grants.exports.tables import Origin, Table
from grants.models import GrantLine
from tests.builders import (
    a_commune,
    a_data_version,
    a_deliberation,
    a_department,
    a_line,
    a_programme,
    a_territory,
    an_operator,
)
from tests.grants.pages import html_of
from tests.public_record import a_small_record

pytestmark = pytest.mark.django_db
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
REGISTERS = ("operator", "commune", "department", "territory", "programme", "deliberation")


def body(client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, address
    return b"".join(response.streaming_content)


def rows_of(client, address: str) -> list[dict]:
    """The rows of the file at this address, in any format."""
    return rows_in(body(client, address), address.partition("?")[0].rpartition(".")[2])


def rows_in(content: bytes, suffix: str) -> list[dict]:
    """The rows of a file; absent cells as None, texts and numbers as the format holds them."""
    match suffix:
        case "csv":
            return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        case "json":
            return json.loads(content)["lignes"]
        case _:
            head, *rows = load_workbook(io.BytesIO(content))["Données"].iter_rows(values_only=True)
            return [dict(zip(head, row, strict=True)) for row in rows]


def pages_of(line: GrantLine) -> list[str]:
    """Every page that has files."""
    things = [line.operator, line.commune, line.department, line.territory, line.programme, line.subprogramme]
    return [
        reverse("line_list"),
        *(reverse(f"{name}_list") for name in REGISTERS),
        *(thing.get_absolute_url() for thing in (*things, line.deliberation, line)),
    ]


def file_of(page: str, suffix: str) -> str:
    return f"{page.rstrip('/')}.{suffix}"


def test_every_page_of_rows_has_every_format_and_shows_it(client):
    line = a_small_record()

    for page in pages_of(line):
        html = html_of(client, page)
        counts = set()
        for suffix, content_type in TYPES.items():
            address = file_of(page, suffix)
            assert f'href="{address}"' in html, address
            response, said = client.get(address), client.head(address)
            assert response["Content-Type"] == said["Content-Type"] == content_type
            assert response["Content-Disposition"] == said["Content-Disposition"]
            counts.add(len(rows_in(b"".join(response.streaming_content), suffix)))
        assert f'href="{file_of(page, "csv")}?tableur=fr"' in html
        assert len(counts) == 1, f"{page}: {counts} rows"
        assert counts != {0}


@pytest.mark.parametrize("suffix", TYPES)
def test_the_files_of_things_hold_their_lines_only(client, suffix):
    line = a_small_record()
    act = line.deliberation
    expected = {
        line.operator: line.operator.lines,
        line.commune: line.commune.lines,
        line.department: line.department.lines,
        line.territory: line.territory.lines,
        line.programme: line.programme.lines,
        line.subprogramme: line.subprogramme.sublines,
        act: act.lines,
        line: GrantLine.objects.filter(pk=line.pk),
    }

    for thing, lines in expected.items():
        rows = rows_of(client, file_of(thing.get_absolute_url(), suffix))
        assert sorted(int(row["id"]) for row in rows) == sorted(lines.values_list("pk", flat=True)), thing


@pytest.mark.parametrize("name", REGISTERS)
def test_the_sums_of_a_register_are_those_of_its_lines(client, name):
    a_small_record()
    counted = GrantLine.objects.counted()
    if name in ("operator", "commune"):
        counted = counted.exclude(**{name: None})

    rows = rows_of(client, f"{file_of(reverse(f'{name}_list'), 'json')}")

    assert sum(round(row["montant"] * 100) for row in rows) == sum(counted.values_list("amount_cents", flat=True))
    assert all(row["lignes"] > 0 for row in rows)


@pytest.mark.parametrize("name", REGISTERS)
def test_the_addresses_of_a_register_answer(client, name):
    a_small_record()

    rows = rows_of(client, f"{file_of(reverse(f'{name}_list'), 'json')}")

    assert rows
    assert all(row["adresse"] is None or client.get(row["adresse"]).status_code == 200 for row in rows)


def test_a_draft_is_in_no_file(client):
    line = a_line(deliberation=a_deliberation(published=False), operator=an_operator("Secret", commune=a_commune()))

    assert rows_of(client, "/subventions.json") == rows_of(client, "/deliberations.json") == []
    assert rows_of(client, "/operateurs.json") == rows_of(client, "/communes.json") == []
    for page in (line.get_absolute_url(), line.deliberation.get_absolute_url(), line.operator.get_absolute_url()):
        assert client.get(file_of(page, "csv")).status_code == 404


@pytest.mark.parametrize("suffix", TYPES)
def test_files_follow_the_question(client, suffix):
    operator = an_operator("Lens")
    kept = a_line(year=2023, operator=operator)
    a_line(year=2022, operator=operator)
    a_line(year=2023, operator=an_operator("Arras"))
    a_deliberation(department=a_department("Aisne", code="02"), session_date=date(2021, 1, 4))

    assert [int(row["id"]) for row in rows_of(client, f"/subventions.{suffix}?annee=2023&q=lens")] == [kept.pk]
    of_operator = file_of(operator.get_absolute_url(), suffix)
    assert [int(row["id"]) for row in rows_of(client, f"{of_operator}?annee=2023&page=9")] == [kept.pk]
    assert [row["operateur"] for row in rows_of(client, f"/operateurs.{suffix}?tri=montant")] == ["Lens", "Arras"]
    assert [row["operateur"] for row in rows_of(client, f"/operateurs.{suffix}?lettre=a")] == ["Arras"]
    assert [row["operateur"] for row in rows_of(client, f"/operateurs.{suffix}?q=lens")] == ["Lens"]
    assert len(rows_of(client, f"/deliberations.{suffix}?annee=2021")) == 1


def test_a_commune_found_by_its_name_is_there_without_a_line(client):
    a_commune("Béthune", code="62119", department=a_department("Pas-de-Calais", code="62"))

    (row,) = rows_of(client, "/communes.json?q=bethune")

    assert (row["commune_insee"], row["montant"], row["lignes"], row["premiere_annee"]) == ("62119", 0, 0, None)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/subventions.{}?annee=abc", "Année"),
        ("/subventions.{}?departement=75", "Département"),
        ("/operateurs.{}?lettre=%C3%A9", "Lettre"),
        ("/operateurs.{}?tri=hasard", "Tri"),
        ("/deliberations.{}?annee=1815", "Année de séance"),
        ("/territoires.{}?tableur=de", "Tableur"),
    ],
)
@pytest.mark.parametrize("suffix", TYPES)
def test_a_question_without_sense_is_a_french_sentence(client, address, told, suffix):
    response = client.get(address.format(suffix))

    assert response.status_code == 400
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().startswith(f"{told}\u202f: ")


@pytest.mark.parametrize("suffix", [*TYPES, "atom"])
def test_a_name_that_no_parameter_bears_is_refused_not_ignored(client, suffix):
    line = a_small_record()

    for page in pages_of(line):
        if page == line.get_absolute_url() and suffix == "atom":
            continue  # one line has no feed
        response = client.get(f"{file_of(page, suffix)}?anne=2023")
        assert response.status_code == 400, page
        assert response.content.decode() == "Paramètre inconnu à cette adresse\u202f: «\u202fanne\u202f»."


def test_a_page_gives_its_files_only_what_they_take(client):
    line = a_small_record()
    asked = "utm_source=lettre&page=1"

    for page in (*pages_of(line), "/carte/"):
        html = html_of(client, f"{page}?{asked}&tri=montant" if page == "/operateurs/" else f"{page}?{asked}")
        links = re.findall(r'<a href="([^"]+\.(?:csv|xlsx|json|atom)[^"]*)"', html)
        assert [link for link in links if "utm" in link or "page" in link] == []
        assert [link for link in links if client.head(unescape(link)).status_code != 200] == []
    assert 'href="/operateurs.csv?tri=montant"' in html_of(client, "/operateurs/?tri=montant")
    assert 'href="/subventions.csv?annee=2023"' in html_of(client, "/subventions/?annee=2023&fbclid=1")


@pytest.mark.parametrize("suffix", TYPES)
def test_a_head_request_says_what_the_file_is_without_reading_it(client, suffix, django_assert_num_queries):
    a_data_version()
    a_line()

    with django_assert_num_queries(2):  # the date of the data
        response = client.head(f"/subventions.{suffix}?tri=montant")

    assert (response.status_code, response.getvalue()) == (200, b"")
    assert response["Content-Type"] == TYPES[suffix]
    assert "Content-Length" not in response, "the length of a file that is not made is not known"
    assert response["Content-Disposition"] == f'attachment; filename="subventions-2023-07-06.{suffix}"'


def test_files_are_named_after_what_they_hold_and_the_day_of_the_data(client):
    a_data_version()
    operator = an_operator("L’Étoile d’Œuvre")
    a_line(operator=operator)

    named = client.head(file_of(operator.get_absolute_url(), "xlsx"))["Content-Disposition"]

    assert named == f'attachment; filename="operateur-{operator.pk}-letoile-duvre-2023-07-06.xlsx"'


def test_a_line_that_is_gone_says_so_as_its_page_does(client):
    line = a_line()
    act = line.deliberation
    gone = file_of(line.get_absolute_url(), "csv")
    history.lines_changed(act, new=[], changed=[], gone=[line])
    GrantLine.objects.filter(pk=line.pk).delete()

    assert client.get(gone).status_code == 410
    assert client.get("/lignes/999999.csv").status_code == 404


def test_an_old_slug_leads_to_the_file_of_today(client):
    line = a_line()

    response = client.get(f"/operateurs/{line.operator_id}-ancien-nom.xlsx?annee=2023")

    assert response.status_code == 301
    assert response["Location"] == f"{file_of(line.operator.get_absolute_url(), 'xlsx')}?annee=2023"
    assert "max-age=3600" in response["Cache-Control"]


@pytest.mark.parametrize("suffix", TYPES)
def test_a_comparison_gives_the_lines_that_it_adds_up(client, suffix):
    lens, arras = (a_line(operator=an_operator(name), year=2023) for name in ("Lens", "Arras"))
    a_line(operator=an_operator("Douai"))
    a_line(operator=lens.operator, year=2022)
    asked = f"?operateur={lens.operator_id}&operateur={arras.operator_id}&annee=2023"

    assert f'href="/comparer.{suffix}{asked.replace("&", "&amp;")}"' in html_of(client, f"/comparer/{asked}")
    assert {int(row["id"]) for row in rows_of(client, f"/comparer.{suffix}{asked}")} == {lens.pk, arras.pk}
    assert client.get(f"/comparer.{suffix}").status_code == 400
    assert f"/comparer.{suffix}" not in html_of(client, "/comparer/")


@pytest.mark.parametrize("suffix", TYPES)
def test_the_map_gives_its_table_under_its_question(client, suffix):
    a_line(year=2023, amount=10, territory=a_territory("Douaisis"), operator=an_operator("CCAS", commune=a_commune()))
    a_line(year=2023, amount=5, territory=None)
    a_line(year=2022, amount=100, territory=a_territory("Lille"))

    communes = rows_of(client, f"/carte.{suffix}?annee=2023")
    territories = rows_of(client, f"/carte.{suffix}?maille=territoires&annee=2023")

    assert [(row["commune"] or "", float(row["montant"])) for row in communes] == [("Maubeuge", 10), ("", 5)]
    assert [(row["territoire"] or "", float(row["montant"])) for row in territories] == [("Douaisis", 10), ("", 5)]
    assert f'href="/carte.{suffix}?annee=2023"' in html_of(client, "/carte/?annee=2023")
    assert client.get(f"/carte.{suffix}?maille=cantons").status_code == 400
    assert client.get(f"/carte.{suffix}?annee=abc").status_code == 400


def test_json_says_the_figures_of_the_whole(client):
    act = a_deliberation()
    a_line(deliberation=act, line=1, year=2022, amount="100.25")
    a_line(deliberation=act, line=1, year=2023, amount="-40")

    whole = json.loads(body(client, "/subventions.json"))["ensemble"]

    assert (whole["montant"], whole["dont_retraits"]) == (60.25, -40.0)
    assert (whole["lignes_imprimees"], whole["montants"], whole["derniere_annee"]) == (1, 2, 2023)


def test_files_are_written_as_they_are_read_whatever_their_length():
    class Lines:
        """A queryset of many rows that counts those that were asked for."""

        asked = 0

        def values_list(self, *paths):
            return self

        def iterator(self, chunk_size):
            for number in range(10_000):
                self.asked = number + 1
                yield (number,)

    columns = (derived("rang", "Rang", "pk", holds="entier"),)
    for pieces in (
        lambda table: csv_pieces(table, ""),
        lambda table: json_pieces(table, Origin("Site", "", "/", None)),
    ):
        lines = Lines()
        written = pieces(Table("rangs", "Rangs", columns, lines))
        next(written), next(written)
        assert 0 < lines.asked < 1_000
        assert "9999" in "".join(written)


def test_other_suffixes_do_not_exist(client):
    assert client.get("/subventions.ods").status_code == 404


def test_the_french_csv_has_semicolons_and_decimal_commas(client):
    a_line(amount="-1234.5", action="Un, deux ; trois", certainty=0.75)

    text = body(client, "/subventions.csv?tableur=fr").decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")

    assert (row["montant"], row["certitude"], row["action"]) == ("-1234,50", "0,75", "Un, deux ; trois")
    assert row["date_seance"] == "2023-06-26"


def test_a_workbook_holds_numbers_dates_and_texts_that_do_not_run(client):
    a_line(amount="-450.10", amount_text="-450,10", action="=1+1", places=12, operator=an_operator("+33 et plus"))

    sheets = load_workbook(io.BytesIO(body(client, "/subventions.xlsx")))
    sheet = sheets["Données"]
    head = [cell.value for cell in sheet[1]]
    row = dict(zip(head, sheet[2], strict=True))

    assert (row["montant"].value, row["montant"].data_type) == (-450.1, "n")
    assert (row["places"].value, row["annee"].value) == (12, 2023)
    assert row["date_seance"].value == datetime(2023, 6, 26)  # noqa: DTZ001 -- spreadsheets know no time zone
    assert (row["action"].value, row["action"].data_type) == ("=1+1", "s")
    assert (row["operateur"].value, row["operateur"].data_type) == ("+33 et plus", "s")
    assert row["montant_imprime"].data_type == "s"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.auto_filter.ref.endswith("2")


def test_each_format_says_its_source_its_date_and_its_licence(client):
    a_data_version()
    a_line()

    data = json.loads(body(client, "/subventions.json?annee=2023&page=1"))
    source = load_workbook(io.BytesIO(body(client, "/subventions.xlsx?annee=2023")))["Source"]
    told = {row[0]: row[1] for row in source.iter_rows(values_only=True)}
    headers = client.get("/subventions.csv")["Link"]

    assert data["mise_a_jour"] == "2023-07-06"
    assert data["adresse"] == told["Adresse"] == "http://testserver/subventions/?annee=2023"
    assert data["licence"] == "Licence Ouverte 2.0"
    assert told["Mise à jour"] == "06/07/2023"
    assert told["Licence"].startswith("Licence Ouverte 2.0")
    assert 'rel="license"' in headers
    assert {row["mise_en_ligne"] for row in rows_of(client, "/subventions.csv")} == {"2023-07-06"}


@pytest.mark.parametrize(("query", "delimiter", "mark"), [("?annee=2023", ",", "."), ("?tableur=fr", ";", ",")])
def test_what_a_csv_cannot_say_is_beside_it(client, query, delimiter, mark):
    a_data_version()
    a_line()

    response = client.get(f"/subventions.csv{query}")
    beside = f"http://testserver/subventions.csv-metadata.json{query}"
    assert f'<{beside}>; rel="describedby"; type="application/csvm+json"' in response["Link"]
    header = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()[0]
    described = client.get(beside)
    said = described.json()

    assert described["Content-Type"] == "application/csvm+json"
    assert [column["name"] for column in said["tableSchema"]["columns"]] == header.split(delimiter)
    assert said["url"] == f"http://testserver/subventions.csv{query}"
    assert (said["dialect"]["delimiter"], said["dc:modified"]["@value"]) == (delimiter, "2023-07-06")
    assert said["dc:license"]["@id"].startswith("https://www.etalab.gouv.fr/")
    (amount,) = [column for column in said["tableSchema"]["columns"] if column["name"] == "montant"]
    assert amount["datatype"] == {"base": "decimal", "format": {"decimalChar": mark}}


def test_every_page_of_rows_describes_its_csv(client):
    for page in pages_of(a_small_record()):
        said = client.get(file_of(page, "csv-metadata.json")).json()
        assert said["dc:source"] == f"http://testserver{page}"
        assert said["url"] == f"http://testserver{file_of(page, 'csv')}"


def test_json_holds_texts_as_printed_and_absent_values_as_null(client):
    a_line(operator=None, operator_text="=cmd()", year=None, places=None, commune=None)

    (row,) = rows_of(client, "/subventions.json")

    assert (row["operateur_imprime"], row["operateur"], row["annee"], row["places"]) == ("=cmd()", None, None, None)


def test_how_a_commune_was_found_is_said_in_french(client):
    a_line(operator=an_operator("CCAS", commune=a_commune()), commune_found_by="operator name")
    a_line(commune_found_by="")

    assert {row["commune_trouvee_par"] for row in rows_of(client, "/subventions.csv")} == {"nom de l’opérateur", ""}


def test_programmes_are_one_row_a_pair_so_that_sums_hold(client):
    programme = a_programme("Insertion")
    a_line(programme=programme, amount=100)
    a_line(programme=programme, subprogramme=a_programme("ACI", parent=programme), amount=20)
    a_line(programme=None, amount=3, territory=a_territory())

    rows = rows_of(client, "/programmes.json")

    assert sorted((row["programme"] or "", row["operation"] or "", row["montant"]) for row in rows) == [
        ("", "", 3.0),
        ("Insertion", "", 100.0),
        ("Insertion", "ACI", 20.0),
    ]
