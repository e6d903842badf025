"""Feeds: valid Atom, stable names, the question of the page, every entry within reach."""

import re
from datetime import UTC, datetime
from html import unescape

import feedparser
import pytest

from grants import history
from grants.citations import line_sentence
from grants.operators.merging import merge
from tests.builders import (
    a_commune,
    a_deliberation,
    a_line,
    a_programme,
    a_territory,
    an_operator,
)
from tests.grants.pages import html_of

pytestmark = pytest.mark.django_db


def read(client, address):
    """A feed as a reader reads it; every rule of RFC 4287 that a feed can break is checked on the way."""
    response = client.get(address)
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(response.content)
    assert (feed.bozo, feed.version) == (False, "atom10")
    for thing in (feed.feed, *feed.entries):
        assert thing.id and thing.title and thing.updated_parsed
    assert [link.rel for link in feed.feed.links].count("self") == 1
    assert feed.feed.author == "Subventions votées"
    ids = [entry.id for entry in feed.entries]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"tag:testserver,2026:(ligne|deliberation)/\d+", name) for name in ids)
    return feed


def test_every_page_that_has_a_feed_names_it_and_it_is_valid(client):
    commune = a_commune()
    parent = a_programme()
    line = a_line(
        operator=an_operator("CCAS", commune=commune),
        programme=parent,
        subprogramme=a_programme("Opération", parent=parent),
        territory=a_territory(),
        operator_text="CCAS & <b>Lille</b>",
    )
    things = [line.operator, commune, line.territory, line.programme, line.subprogramme, line.department]

    for address in [*(thing.get_absolute_url() for thing in things), line.deliberation.get_absolute_url()]:
        feed_address = f"{address.rstrip('/')}.atom"
        assert f'href="{feed_address}"' in html_of(client, address)
        feed = read(client, feed_address)
        assert [entry.link for entry in feed.entries] == [f"http://testserver{line.get_absolute_url()}"]
        assert "CCAS & <b>Lille</b>" in feed.entries[0].title.replace("&amp;", "&").replace("&lt;", "<").replace(
            "&gt;", ">"
        )


def test_what_a_summary_says_is_text_and_no_markup(client):
    line = a_line(operator=an_operator("Un"), operator_text="Cœur <3 & <b>Lille</b>")

    feed = client.get("/subventions.atom").content.decode()

    [written] = re.findall(r'<summary type="html">(.*?)</summary>', feed)
    html = unescape(written)
    assert "<" not in html
    assert unescape(html) == line_sentence(line)


@pytest.mark.parametrize(
    "address",
    [
        "/operateurs/",
        "/communes/",
        "/departements/",
        "/territoires/",
        "/programmes/",
        "/carte/?annee=2023",
        "/a-verifier/",
    ],
)
def test_every_list_and_the_map_have_a_feed_of_their_lines(client, address):
    first = a_line(operator=an_operator("CCAS"), amount=10, reference="")
    second = a_line(operator=an_operator("CCAS"), amount=10, reference="")
    feed_address = address.replace("/?", ".atom?") if "?" in address else f"{address.rstrip('/')}.atom"

    assert f'href="{feed_address}"' in html_of(client, address)
    found = {entry.link for entry in read(client, feed_address).entries}
    assert f"http://testserver{second.get_absolute_url()}" in found
    assert (f"http://testserver{first.get_absolute_url()}" in found) == (address != "/a-verifier/")


def test_a_comparison_is_a_feed_of_what_it_compares(client):
    line, other = a_line(operator=an_operator("CCAS")), a_line(operator=an_operator("Harmonie"))
    a_line(operator=an_operator("Ailleurs"))
    query = f"?operateur={line.operator_id}&operateur={other.operator_id}"

    assert len(read(client, f"/comparer.atom{query}").entries) == 2
    assert ".atom" not in html_of(client, "/comparer/")


def test_search_is_a_feed_of_its_answer(client):
    a_line(year=2022)
    line = a_line(year=2023, amount=500)

    feed = read(client, "/subventions.atom?annee=2023")

    assert feed.feed.title == "Subventions votées, pour l’année 2023 — Subventions votées"
    assert [entry.title.replace("\u202f", " ") for entry in feed.entries] == [
        "Réussir en Sambre Avesnois : 500\u00a0€ pour 2023"
    ]
    assert feed.entries[0].id == f"tag:testserver,2026:ligne/{line.pk}"
    assert feed.feed.link == "http://testserver/subventions/?annee=2023"
    assert client.get("/subventions.atom?annee=x").status_code == 400
    response = client.get("/subventions.atom?page=9")
    told = "Il n’y a pas de page 9\u202f: la dernière est la 1."
    assert (response.status_code, response.content.decode()) == (400, told)


def test_a_feed_of_everything_does_not_say_its_name_twice(client, settings):
    a_line(year=2023)

    assert read(client, "/subventions.atom").feed.title == "Subventions votées"
    assert read(client, "/subventions.atom?annee=2023").feed.title.endswith("pour l’année 2023 — Subventions votées")
    settings.SITE_NAME = "Aides du Nord"
    assert "<title>Subventions votées — Aides du Nord</title>" in client.get("/subventions.atom").content.decode()


def test_acts_come_latest_online_first(client):
    first = a_deliberation(published_at=datetime(2025, 1, 2, tzinfo=UTC))
    second = a_deliberation(published_at=datetime(2026, 1, 2, tzinfo=UTC))
    a_deliberation(published=False)
    a_line(deliberation=first, amount=100)

    feed = read(client, "/deliberations.atom")

    assert [entry.link for entry in feed.entries] == [
        f"http://testserver{act.get_absolute_url()}" for act in (second, first)
    ]
    assert feed.entries[1].published == "2025-01-02T00:00:00+00:00"
    assert "votés en 1\u00a0ligne imprimée." in feed.entries[1].summary


def test_older_entries_are_on_the_next_pages(client):
    operator = an_operator()
    for _ in range(60):
        a_line(operator=operator)
    address = f"{operator.get_absolute_url().rstrip('/')}.atom"

    found, pages = [], 0
    while address:
        feed = read(client, address)
        found += [entry.id for entry in feed.entries]
        address = next((link.href for link in feed.feed.links if link.rel == "next"), "")
        pages += 1

    assert (pages, len(found), len(set(found))) == (2, 60, 60)


def test_corrected_line_is_updated_and_keeps_its_name(client):
    line = a_line()
    before = read(client, "/subventions.atom").entries[0]
    history.lines_changed(line.deliberation, new=[], changed=[(line, line)], gone=[])

    after = read(client, "/subventions.atom").entries[0]

    assert after.id == before.id
    assert after.updated > before.updated
    assert after.published == before.published


def test_empty_feed_is_dated_by_the_data_and_not_by_the_day(client):
    assert client.get("/subventions.atom").content == client.get("/subventions.atom").content
    assert read(client, "/subventions.atom").feed.updated == "1970-01-01T00:00:00+00:00"


def test_feed_of_a_merged_operator_leads_to_the_other(client):
    gone, kept = an_operator("Un"), an_operator("Deux")
    a_line(operator=kept)
    merge(gone, kept)

    response = client.get(f"{gone.get_absolute_url().rstrip('/')}.atom")

    assert (response.status_code, response["Location"]) == (301, f"{kept.get_absolute_url().rstrip('/')}.atom")


def test_queries_do_not_grow_with_the_entries(client, django_assert_num_queries):
    a_line()
    for _ in range(2):
        with django_assert_num_queries(6):
            client.get("/subventions.atom")
        for index in range(30):
            a_line(deliberation=a_deliberation(), operator=an_operator(f"Opérateur {index}"))
