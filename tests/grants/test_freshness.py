"""Answers kept by the version of the data: 304 while they stay, fresh at once when they change, never for drafts."""

import pytest

from grants import history
from grants.models import GrantLine
from ingest.store.publishing import publish
from tests.builders import a_deliberation, a_line, an_operator
from tests.grants.pages import html_of, words_of

pytestmark = pytest.mark.django_db
PAGES = ["/", "/subventions/", "/subventions.csv", "/operateurs/", "/deliberations/", "/a-propos/"]


@pytest.mark.parametrize("address", PAGES)
def test_public_page_is_304_until_something_is_published(client, address):
    a_line()
    first = client.get(address)
    asked = {"HTTP_IF_NONE_MATCH": first["ETag"]}

    again = client.get(address, **asked)

    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert "no-cache" in first["Cache-Control"]
    assert "public" in first["Cache-Control"]
    assert client.get(address, HTTP_IF_MODIFIED_SINCE=first["Last-Modified"]).status_code == 304

    act = a_deliberation(published=False)
    a_line(deliberation=act)
    publish(act, None)

    fresh = client.get(address, **asked)
    assert fresh.status_code == 200
    assert fresh["ETag"] != first["ETag"]


def test_a_304_takes_one_query(client, django_assert_num_queries):
    a_line()
    etag = client.get("/")["ETag"]

    with django_assert_num_queries(1):
        client.get("/", HTTP_IF_NONE_MATCH=etag)


def test_a_page_is_made_once_a_version_for_everybody(client, django_assert_num_queries):
    history.bump()
    line = a_line(amount=100)
    first = client.get("/subventions/")

    with django_assert_num_queries(1):
        again = client.get("/subventions/")
    assert again.content == first.content
    assert (again["ETag"], again["Cache-Control"]) == (first["ETag"], first["Cache-Control"])
    assert again["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert client.get("/subventions/?annee=1999").content != first.content

    GrantLine.objects.filter(pk=line.pk).update(amount_cents=200_00)
    history.bump()
    assert "Total voté 200,00" in words_of(html_of(client, "/subventions/"))


def test_what_is_proposed_while_one_types_is_not_kept(client):
    history.bump()
    address, asked = "/recherche/suggestions/?q=zythologie", {"HTTP_HX_REQUEST": "true"}
    assert "Amis de la zythologie" not in client.get(address, **asked).text

    a_line(operator=an_operator("Amis de la zythologie"))

    assert "Amis de la zythologie" in client.get(address, **asked).text


def test_an_answer_to_head_is_not_kept_for_who_reads(client):
    history.bump()
    a_line()

    assert client.head("/subventions/").content == b""
    assert client.get("/subventions/").content
    assert client.head("/subventions/").content == b""


def test_somebody_known_by_a_cookie_gets_a_page_of_their_own(client, admin_client):
    history.bump()
    line = a_line()
    client.get(line.get_absolute_url())
    GrantLine.objects.filter(pk=line.pk).update(operator_text="Corrigé entre-temps")

    assert "Corrigé entre-temps" not in client.get(line.get_absolute_url()).text
    assert "Corrigé entre-temps" in admin_client.get(line.get_absolute_url()).text


def test_draft_that_staff_see_is_never_kept(admin_client):
    line = a_line(deliberation=a_deliberation(published=False))

    for address in (line.get_absolute_url(), line.deliberation.get_absolute_url()):
        response = admin_client.get(address)
        assert response.status_code == 200
        assert not response.has_header("ETag")
        assert "public" not in response.get("Cache-Control", "")


def test_what_is_not_there_and_what_is_wrong_are_not_kept(client):
    for address, status in (("/lignes/1/", 404), ("/subventions/?annee=x", 400), ("/admin/login/", 200)):
        response = client.get(address)
        assert response.status_code == status
        assert not response.has_header("ETag")


def test_version_only_grows():
    assert history.current() == history.Version(0, None)
    assert [history.bump(), history.bump()] == [1, 2]
    assert history.current().changed_at is not None


def test_part_of_a_page_is_not_taken_for_the_page(client):
    a_line()

    whole, part = client.get("/subventions/"), client.get("/subventions/", HTTP_HX_REQUEST="true")

    assert whole["ETag"] != part["ETag"]
