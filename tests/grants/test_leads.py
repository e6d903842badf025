"""Lines given to be checked: those that really are alike, each beside its twin, and never a line that differs."""

import csv
import io

import pytest

from grants import history
from grants.models import GrantLine
from tests.builders import a_deliberation, a_line, a_programme, a_territory, an_operator
from tests.grants.pages import html_of, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def act():
    return a_deliberation(number="2024-1")


def repeated() -> set[tuple[int, int]]:
    return set(GrantLine.objects.counted().said_again().values_list("pk", "twin"))


def tenfold() -> set[tuple[int, int]]:
    return set(GrantLine.objects.counted().tenfold().values_list("pk", "twin"))


def test_a_row_that_says_the_same_again_is_found_with_the_first_one(act):
    judo = an_operator("Judo club")
    first, second, third = (
        a_line(deliberation=act, operator=judo, amount=500, action="Matériel", reference="") for _ in range(3)
    )

    assert repeated() == {(second.pk, first.pk), (third.pk, first.pk)}


@pytest.mark.parametrize(
    "differs",
    [
        {"amount": 501},
        {"year": 2020},
        {"year": None},
        {"action": "Stage"},
        {"detail": "Solde"},
        {"reference": "12"},
    ],
)
def test_a_row_that_says_anything_else_is_not_a_repetition(act, differs):
    judo = an_operator("Judo club")
    same = {"deliberation": act, "operator": judo, "amount": 500, "action": "Matériel", "year": 2024, "reference": ""}
    a_line(**same)
    a_line(**same | differs)

    assert repeated() == set()


def test_other_headings_other_acts_and_lines_of_nobody_are_not_repetitions(act):
    judo = an_operator("Judo club")
    a_line(deliberation=act, operator=judo, amount=500, reference="")
    a_line(deliberation=act, operator=judo, amount=500, reference="", territory=a_territory("Artois"))
    a_line(deliberation=act, operator=judo, amount=500, reference="", programme=a_programme("Sport"))
    a_line(deliberation=a_deliberation(number="2024-2"), operator=judo, amount=500, reference="")
    a_line(deliberation=act, operator=None, amount=70, reference="")
    a_line(deliberation=act, operator=None, amount=70, reference="")

    assert repeated() == set()


def test_ten_times_the_amount_of_the_year_beside_is_found(act):
    judo, music = an_operator("Judo club"), an_operator("Harmonie")
    small = a_line(deliberation=act, operator=judo, amount=2000, year=2023)
    large = a_line(deliberation=act, operator=judo, amount=20000, year=2024)
    a_line(deliberation=act, operator=judo, amount=200000, year=2027)
    a_line(deliberation=act, operator=music, amount=20001, year=2024)
    a_line(deliberation=act, operator=music, amount=2000, year=2023)

    assert tenfold() == {(large.pk, small.pk)}


def test_small_sums_and_drafts_are_no_leads(act):
    judo = an_operator("Judo club")
    a_line(deliberation=act, operator=judo, amount=900, year=2023)
    a_line(deliberation=act, operator=judo, amount=9000, year=2024)
    a_line(deliberation=act, operator=judo, amount=50000, year=2024, action="x")
    a_line(deliberation=a_deliberation(number="9", status="draft"), operator=judo, amount=5000, year=2023, action="x")

    assert tenfold() == set()


def test_the_page_shows_both_rows_and_their_proofs(client, act):
    judo = an_operator("Judo club")
    first, second = (a_line(deliberation=act, operator=judo, amount=500, reference="", page=n) for n in (1, 2))

    html = html_of(client, "/a-verifier/")

    assert first.get_absolute_url() in html and second.get_absolute_url() in html
    assert "Lignes imprimées deux fois (1)" in words_of(html)
    assert "Montants dix fois plus grands (0)" in words_of(html)
    assert "Aucune ligne publiée" in words_of(html_of(client, "/a-verifier/?piste=dix-fois"))
    assert "n’est pas connue" in words_of(html_of(client, "/a-verifier/?piste=licorne", status=400))


def test_each_page_of_a_list_has_a_title_of_its_own(client, act):
    for index in range(51):
        judo = an_operator(f"Judo club {index}")
        for _ in range(2 if index < 26 else 1):
            a_line(deliberation=act, operator=judo, amount=500, reference="")

    assert "<title>À vérifier : Lignes imprimées deux fois —" in html_of(client, "/a-verifier/")
    assert "<title>À vérifier : Lignes imprimées deux fois, page 2 —" in html_of(client, "/a-verifier/?page=2")
    assert "<title>Opérateurs, page 2 —" in html_of(client, "/operateurs/?page=2")


def test_the_file_names_the_line_to_compare(client, act):
    judo = an_operator("Judo club")
    first, second = (a_line(deliberation=act, operator=judo, amount=500, reference="") for _ in range(2))

    text = client.get("/a-verifier.csv").getvalue().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))

    assert (row["id"], row["ligne_comparee"]) == (str(second.pk), str(first.pk))
    assert client.get("/a-verifier.csv?piste=licorne").status_code == 400


@pytest.mark.parametrize("number", [2, 30])
def test_queries_do_not_grow(client, act, django_assert_num_queries, number):
    for index in range(number):
        judo = an_operator(f"Judo club {index}")
        for _ in range(2):
            a_line(deliberation=act, operator=judo, amount=500, reference="")

    history.bump()
    for address, queries in (("/a-verifier/", 4), ("/a-verifier/?page=1", 2)):  # the second one looks for nothing again
        with django_assert_num_queries(queries):
            client.get(address)
