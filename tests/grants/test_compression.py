"""Texts travel compressed; what is compressed already, and what is kept for the next reader, does not."""

import gzip

import pytest

from grants import history
from tests.builders import a_line

pytestmark = pytest.mark.django_db
ZIPPED = {"HTTP_ACCEPT_ENCODING": "gzip, br"}


@pytest.mark.parametrize(
    "address", ["/subventions/", "/subventions.csv", "/subventions.json", "/subventions.atom", "/api/v1/lignes"]
)
def test_texts_are_compressed_for_who_reads_that(client, address):
    a_line()
    history.bump()

    zipped, plain = client.get(address, **ZIPPED), client.get(address)

    assert zipped["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain
    assert plain["Vary"] == zipped["Vary"] == "Accept-Encoding"
    assert gzip.decompress(zipped.getvalue()) == plain.getvalue()
    assert client.get(address, HTTP_IF_NONE_MATCH=zipped["ETag"], **ZIPPED).status_code == 304


def test_a_workbook_is_compressed_already(client):
    a_line()

    response = client.get("/subventions.xlsx", **ZIPPED)

    assert "Content-Encoding" not in response
    assert response.getvalue().startswith(b"PK")
