"""Figures are added up once for a version of the data, and again for the next."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from grants import history
from grants.figures import stats
from grants.figures.remembered import remembered
from grants.history import Version
from grants.models import GrantLine
from tests.builders import a_deliberation, a_line
from tests.grants.pages import html_of, words_of

pytestmark = pytest.mark.django_db


def test_the_same_question_is_added_up_once_a_version(django_assert_num_queries):
    a_line(amount=10)
    lines = GrantLine.objects.counted().matching("rsa maubeuge")
    first = remembered(Version(1, None), lines, "summary", stats.summary)

    with django_assert_num_queries(0):
        assert remembered(Version(1, None), lines.all(), "summary", stats.summary) == first
    with django_assert_num_queries(1):
        remembered(Version(2, None), lines, "summary", stats.summary)


def test_another_question_or_other_figures_are_their_own():
    line = a_line(amount=10)
    a_line(amount=20, year=1999)
    lines = GrantLine.objects.counted()

    def total(lines):
        return remembered(Version(1, None), lines, "summary", stats.summary).amount_cents

    assert (total(lines), total(lines.from_year(line.year)), total(lines.none())) == (3000, 1000, 0)
    assert remembered(Version(1, None), lines, "count", lambda lines: lines.count()) == 2


def test_nothing_is_remembered_before_a_first_publication(django_assert_num_queries):
    for version in (None, Version(0, None)):
        with django_assert_num_queries(2):
            remembered(version, GrantLine.objects.counted(), "summary", stats.summary)
            remembered(version, GrantLine.objects.counted(), "summary", stats.summary)


@pytest.mark.parametrize("address", ["/subventions/", "/programmes/", "/territoires/", "/departements/", "/carte/"])
def test_what_the_first_page_added_up_of_all_the_lines_is_not_added_up_again(client, address):
    history.bump()
    a_line(amount=100)
    client.get("/")

    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200

    assert [query["sql"] for query in queries.captured_queries if "of_amounts" in query["sql"]] == []


def test_the_list_is_fresh_at_once_when_an_act_is_published(client):
    history.bump()
    a_line(amount=100)
    assert "Total voté 100,00" in words_of(html_of(client, "/subventions/"))

    act = a_deliberation()
    a_line(deliberation=act, amount=23)
    history.published(act)

    assert "Total voté 123,00" in words_of(html_of(client, "/subventions/"))
