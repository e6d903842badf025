"""The CSV: every line of the question, columns in their order, amounts exact, nothing that a spreadsheet runs."""

import csv
import io
from datetime import date

import pytest

from grants.exports.csv_files import csv_pieces, safe_text
from grants.exports.lines import LINE_COLUMNS
from grants.exports.tables import Table
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

pytestmark = pytest.mark.django_db


def read(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def rows(client, query: str = "") -> list[dict[str, str]]:
    response = client.get(f"/subventions.csv{query}")
    assert response.status_code == 200
    return read(b"".join(response.streaming_content).decode())


def test_columns_are_printed_then_derived_then_provenance():
    kinds = [column.kind for column in LINE_COLUMNS]

    assert kinds == sorted(kinds, key=["imprimé", "déduit", "provenance"].index)
    assert len({column.name for column in LINE_COLUMNS}) == len(LINE_COLUMNS)
    assert all(column.description for column in LINE_COLUMNS)


def test_a_row_says_what_is_printed_what_is_derived_and_where(client):
    department = a_department("Pas-de-Calais", code="62")
    commune = a_commune("Béthune", code="62119", department=department)
    act = a_deliberation(department=department, number="2025-237", session_date=date(2025, 6, 16))
    line = a_line(
        deliberation=act,
        amount="-33750.5",
        amount_text="33 750,50 €-",
        operator=an_operator("CCAS de Béthune", commune=commune),
        operator_text="C.C.A.S. BETHUNE",
        territory=a_territory("Artois", department=department),
        programme=a_programme("Parcours, RSA", department=department),
        places=-180,
        year=2025,
        page=16,
    )

    (row,) = rows(client)

    assert list(row) == [column.name for column in LINE_COLUMNS]
    assert row["operateur_imprime"] == "C.C.A.S. BETHUNE"
    assert row["montant_imprime"] == "33 750,50 €-"
    assert row["montant"] == "-33750.50"
    assert row["annee"] == "2025"
    assert row["places"] == "-180"
    assert row["operateur"] == "CCAS de Béthune"
    assert row["operateur_id"] == str(line.operator_id)
    assert row["programme"] == "Parcours, RSA"
    assert row["operation"] == ""
    assert (row["departement_code"], row["commune_insee"], row["territoire"]) == ("62", "62119", "Artois")
    assert (row["deliberation"], row["date_seance"], row["page"], row["ligne"]) == ("2025-237", "2025-06-16", "16", "1")
    assert row["cadre"] == "0.08000 0.31000 0.92000 0.34000"
    assert row["pdf_sha256"] == act.sha256
    assert row["adresse"] == f"http://testserver/lignes/{line.pk}/"
    assert row["adresse_preuve"] == "http://testserver/deliberations/62-2025-237/page/16/#ligne-1"


def test_what_is_not_printed_is_empty_not_none(client):
    a_line(operator=None, operator_text="", programme=None, year=None, places=None, action="")

    (row,) = rows(client)

    assert {row[name] for name in ("annee", "places", "operateur", "operateur_id", "programme", "commune")} == {""}
    assert "None" not in row.values()


def test_the_file_answers_the_same_question_as_the_list(client):
    kept = a_line(year=2023, operator=an_operator("Lens"))
    a_line(year=2022, operator=an_operator("Arras"))
    a_line(deliberation=a_deliberation(published=False), year=2023)

    assert [row["id"] for row in rows(client, "?annee=2023")] == [str(kept.pk)]
    assert [row["operateur"] for row in rows(client, "?tri=operateur")] == ["Arras", "Lens"]
    assert rows(client, "?q=introuvable") == []


def test_the_file_is_never_cut_nor_paged(client):
    act = a_deliberation()
    operator, programme = an_operator(), a_programme()
    GrantLine.objects.bulk_create(
        GrantLine(
            deliberation=act,
            department=act.department,
            operator=operator,
            programme=programme,
            line=number,
            row_key=GrantLine.row_key_for(act.pk, number),
            amount_cents=number,
            page=1,
            x0=0,
            y0=0,
            x1=1,
            y1=1,
        )
        for number in range(1, 4502)
    )

    assert {row["ligne"] for row in rows(client, "?page=2")} == {str(number) for number in range(1, 4502)}


def test_the_file_takes_one_query_whatever_the_lines(django_assert_num_queries):
    for name in "ABCDE":
        a_line(operator=an_operator(name), territory=a_territory(name), commune=a_commune())

    with django_assert_num_queries(1):
        table = Table("subventions", "Toutes", LINE_COLUMNS, GrantLine.objects.counted().largest_first())
        assert "".join(csv_pieces(table, "")).count("\r\n") == 6


def test_the_file_is_streamed_and_named(client):
    a_data_version()
    a_line()

    response = client.get("/subventions.csv")

    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="subventions-2023-07-06.csv"' in response["Content-Disposition"]


def test_a_question_without_sense_is_refused_with_its_parameter(client):
    a_line()

    response = client.get("/subventions.csv?annee=abc")

    assert response.status_code == 400
    assert "Année" in response.content.decode()
    assert "abc" in response.content.decode()


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+33 et plus", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "=HYPERLINK()", "-1+1", "+", "-"],
)
def test_a_formula_is_made_a_text(text):
    assert safe_text(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["-450", "- 1 900 €", "-450.00", "+12,5 %", "54 000,00 €-", "-1,925 M€", "-500 k€", "Ligne = 1", "", "12"]
)
def test_a_number_and_a_plain_text_stay_as_printed(text):
    assert safe_text(text) == text


def test_a_hostile_name_does_not_run_and_its_amount_stays(client):
    a_line(operator=an_operator("=cmd()"), action="@danger", amount="-450", amount_text="-450", places_text="-12")

    (row,) = rows(client)

    assert row["operateur_imprime"] == row["operateur"] == "'=cmd()"
    assert row["action"] == "'@danger"
    assert (row["montant"], row["montant_imprime"], row["places_imprimees"]) == ("-450.00", "-450", "-12")


def test_notes_are_written_with_the_spaces_of_french_as_the_pages_show_them(client):
    a_line(notes="nom lu en tête d’une liste : à vérifier")
    assert [row["notes"] for row in rows(client)] == ["nom lu en tête d’une liste\u202f: à vérifier"]
