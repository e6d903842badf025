"""Answers kept by the version of the data: 304 while they stay, fresh at once when they change, never for drafts."""

import pytest

from grants import history
from ingest.desk.publishing import publish
from tests.builders import a_deliberation, a_line

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
