"""A message of a reader: from it to the row, the correction linked to it, the answer, what the public reads of both."""

import pytest

from grants.models import ErrorReport, LineEdit
from tests.builders import a_deliberation, a_line
from tests.grants.pages import html_of, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def line():
    return a_line(deliberation=a_deliberation(page_count=5), amount=1200, year=2023)


@pytest.fixture
def report(line):
    return ErrorReport.objects.create(
        line=line, line_pk=line.pk, what="amount", suggestion="1 250 €", message="La page imprime 1 250 €."
    )


def row_address(line) -> str:
    return f"/admin/grants/deliberation/{line.deliberation_id}/lecture/ligne/{line.line}/"


def answer(admin_client, report, **said):
    return admin_client.post(f"/admin/grants/errorreport/{report.pk}/change/", {"answer": ""} | said, follow=True)


def test_the_message_leads_to_the_row_and_the_row_says_it(admin_client, line, report):
    page = admin_client.get(f"/admin/grants/errorreport/{report.pk}/change/").content.decode()

    assert f'href="{row_address(line)}?signalement={report.pk}"' in page
    assert (
        "La page imprime 1 250 €." in admin_client.get(f"{row_address(line)}?signalement={report.pk}").content.decode()
    )


def test_a_correction_is_linked_and_the_public_reads_it_with_the_answer(client, admin_client, line, report):
    response = admin_client.post(
        f"{row_address(line)}enregistrer/",
        {f"amount-{line.pk}": "1250", "from": "row", "signalement": report.pk},
    )
    assert response["Location"] == f"/admin/grants/errorreport/{report.pk}/change/"
    assert LineEdit.objects.get(field="amount").report == report

    answer(admin_client, report, status="mended", answer="Merci.")

    words = words_of(html_of(client, line.get_absolute_url()))
    assert "exact, corrigé" in words and "Merci." in words
    assert "montant, 1 250 € au lieu de « 1 200 € »" in words


def test_what_is_said_to_be_mended_was_mended_or_says_how(admin_client, report):
    refused = answer(admin_client, report, status="mended").content.decode()

    report.refresh_from_db()
    assert "Aucune correction n’est liée à ce message" in refused
    assert report.status == "open"

    answer(admin_client, report, status="mended", answer="Les deux opérateurs ont été réunis.")

    report.refresh_from_db()
    assert report.status == "mended"


@pytest.mark.parametrize("number", ["0", "abc", "9" * 40])
def test_a_message_that_is_not_about_this_row_is_nobodys(admin_client, line, report, number):
    other = a_line(deliberation=line.deliberation, amount=50)

    page = admin_client.get(f"{row_address(line)}?signalement={number}")

    assert (page.status_code, "Un lecteur signale" in page.content.decode()) == (200, False)
    assert (
        "Un lecteur signale" not in admin_client.get(f"{row_address(other)}?signalement={report.pk}").content.decode()
    )
