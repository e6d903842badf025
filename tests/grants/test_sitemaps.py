"""What robots read first: an index of sitemaps where every address answers, and what they are asked to leave alone."""

import re
from datetime import UTC, datetime
from fnmatch import fnmatchcase

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from grants.sitemaps import SITEMAPS
from grants.views.robots import CLOSED, OPEN
from tests.builders import a_commune, a_data_version, a_deliberation, a_line, a_programme, a_territory, an_operator

pytestmark = pytest.mark.django_db


def addresses(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/xml")
    return re.findall(r"<loc>http://testserver([^<]+)</loc>", response.content.decode())


def test_index_names_every_kind_and_every_address_answers(client):
    parent = a_programme()
    line = a_line(
        operator=an_operator(commune=a_commune()),
        territory=a_territory(),
        programme=parent,
        subprogramme=a_programme("Opération", parent=parent),
    )
    a_line(deliberation=a_deliberation(published=False), operator=an_operator("Secret"), programme=parent)

    kinds = addresses(client, "/sitemap.xml")
    found = [address for kind in kinds for address in addresses(client, kind)]

    assert kinds == [f"/sitemap-{name}.xml" for name in sorted(SITEMAPS, key=list(SITEMAPS).index)]
    assert len(found) == len(set(found))
    assert line.operator.get_absolute_url() in found
    assert line.subprogramme.get_absolute_url() in found
    assert not any("secret" in address for address in found)
    for address in found:
        assert client.get(address).status_code == 200, address


def test_each_page_is_dated_by_its_latest_act(client):
    operator = an_operator()
    for year in (2024, 2025):
        day = datetime(year, 3, 1, 12, tzinfo=UTC)
        a_line(
            operator=operator, deliberation=a_deliberation(published_at=day, read_at=datetime(2023, 1, 1, tzinfo=UTC))
        )

    for kind in ("operateurs", "departements", "programmes"):
        assert re.findall("<lastmod>([^<]+)</lastmod>", client.get(f"/sitemap-{kind}.xml").content.decode()) == [
            "2025-03-01"
        ]
    assert "<lastmod>2025-03-01" in client.get("/sitemap.xml").content.decode()


def test_the_latest_date_is_asked_once_for_the_whole_index(client):
    a_line()
    a_data_version()

    with CaptureQueriesContext(connection) as asked:
        client.get("/sitemap.xml")

    assert sum("MAX(" in one["sql"] for one in asked) == 1


def test_site_without_an_act_has_its_pages(client):
    assert "/methode/" in addresses(client, "/sitemap-pages.xml")
    assert len(addresses(client, "/sitemap.xml")) == len(SITEMAPS)


def rule_of(path):
    """Whether robots may read this path: the longest rule that matches, as RFC 9309 says."""

    def matches(rule):
        pattern = rule.replace("?", "[?]")
        return fnmatchcase(path, pattern.removesuffix("$") if rule.endswith("$") else f"{pattern}*")

    rules = [(len(rule), True) for rule in OPEN if matches(rule)] + [
        (len(rule), False) for rule in CLOSED if matches(rule)
    ]
    return max(rules, default=(0, True))[1]


@pytest.mark.parametrize(
    ("path", "open_to_robots"),
    [
        ("/", True),
        ("/subventions/", True),
        ("/subventions/?departement=59", True),
        ("/subventions/?departement=59&annee=2023", False),
        ("/carte/?annee=2023", True),
        ("/carte/?annee=2023&maille=territoires", False),
        ("/operateurs/12-afeji/", True),
        ("/operateurs/12-afeji/?page=2", False),
        ("/operateurs/12-afeji/apercu.png", True),
        ("/operateurs/12-afeji.csv", False),
        ("/donnees/", True),
        ("/donnees/scdl/2023/strict.csv", True),
        ("/lignes/12/signaler/", False),
        ("/api/v1/", True),
        ("/api/v1/lignes", False),
        ("/admin/", False),
    ],
)
def test_robots_are_kept_out_of_combinations_only(client, path, open_to_robots):
    text = client.get("/robots.txt").content.decode()

    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert all(f"Disallow: {rule}\n" in text for rule in CLOSED)
    assert rule_of(path) is open_to_robots


def test_favicon_answers(client):
    response = client.get("/favicon.ico")

    assert (response.status_code, response["Location"]) == (301, "/static/img/favicon.svg")
