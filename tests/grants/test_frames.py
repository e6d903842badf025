"""Frames: the figures of a page inside another site, and nothing else of the site may be framed; oEmbed."""

import pytest

from tests.builders import a_data_version, a_deliberation, a_line, an_operator
from tests.grants.pages import html_of, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def line():
    a_data_version()
    return a_line(operator=an_operator("Judo club"), amount=1500, year=2023)


def test_a_frame_shows_the_figures_of_its_page(client, line):
    a_line(operator=line.operator, amount=500, year=2024)
    address = line.operator.get_absolute_url()

    html = html_of(client, f"{address.rstrip('/')}.cadre?annee=2023")

    assert "1 500 € votés, 1 ligne imprimée" in words_of(html)
    assert f'href="http://testserver{address}?annee=2023"' in html
    assert "2024" not in words_of(html)


def test_only_frames_may_be_framed(client, line):
    address = line.operator.get_absolute_url()

    page, frame = client.get(address), client.get(f"{address.rstrip('/')}.cadre")

    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame
    assert "frame-ancestors *" in frame["Content-Security-Policy"]
    assert "script" not in frame.content.decode()


def test_a_page_offers_its_frame(client, line):
    address = f"http://testserver{line.operator.get_absolute_url().rstrip('/')}.cadre"

    html = html_of(client, line.operator.get_absolute_url())

    assert f"&lt;iframe src=&quot;{address}&quot;" in html
    assert 'type="application/json+oembed"' in html


def test_oembed_gives_the_frame_of_a_page(client, line):
    page = f"http://testserver{line.operator.get_absolute_url()}?annee=2023&page=2"

    answer = client.get("/oembed/", {"url": page, "maxwidth": "300", "format": "json"}).json()

    assert (answer["type"], answer["version"], answer["width"]) == ("rich", "1.0", 300)
    frame = answer["html"].partition('src="')[2].partition('"')[0]
    assert frame.endswith(".cadre?annee=2023")
    assert client.get(frame).status_code == 200


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 404),
        ({"url": "http://testserver/aide/"}, 404),
        ({"url": "https://exemple.fr/operateurs/1-x/"}, 404),
        ({"url": "http://testserver/subventions/", "format": "xml"}, 501),
        ({"url": "http://testserver/subventions/", "maxwidth": "abc"}, 200),
        ({"url": "http://[::1/subventions/"}, 404),
    ],
)
def test_what_has_no_frame_is_said(client, line, asked, status):
    assert client.get("/oembed/", asked).status_code == status


def test_a_draft_has_no_frame(client, line):
    act = a_deliberation(number="9", status="draft")
    a_line(deliberation=act)

    assert client.get(f"{act.get_absolute_url().rstrip('/')}.cadre").status_code == 410


def test_a_wrong_question_is_said_in_the_frame(client, line):
    response = client.get("/subventions.cadre?annee=99")

    assert response.status_code == 400
    assert "n’est pas une année" in response.content.decode()
