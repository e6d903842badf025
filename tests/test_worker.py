"""What gunicorn refuses before any page is asked: French, with the right status."""

import pytest
from gunicorn.http.errors import InvalidHeader, LimitRequestHeaders, LimitRequestLine

from portal.worker import refusal


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (LimitRequestLine(9_000, 8_190), b"HTTP/1.1 414 ", "Cette adresse est trop longue"),
        (LimitRequestHeaders("x"), b"HTTP/1.1 431 ", "Cette demande est trop longue"),
        (InvalidHeader("x"), b"HTTP/1.1 400 ", "n’est pas écrite comme le veut le protocole"),
    ],
)
def test_request_that_cannot_be_read_is_refused_in_french(error, status, told):
    head, _, page = refusal(error).partition(b"\r\n\r\n")

    assert head.startswith(status)
    assert f"Content-Length: {len(page)}".encode() in head
    assert told in page.decode()


def test_failure_of_the_site_is_no_refusal():
    assert refusal(RuntimeError()) is None
