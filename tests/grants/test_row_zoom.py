"""One printed row alone and larger: without JavaScript, its text beside, the rows around it."""

import pytest

from tests.builders import a_deliberation, a_line
from tests.grants.pages import html_of, queries_of, words_of

pytestmark = pytest.mark.django_db


def an_act(**fields):
    act = a_deliberation(number="2023-259", **fields)
    a_line(deliberation=act, line=44, page=2)
    a_line(deliberation=act, line=45, page=3, year=2022, amount="100", amount_text="100,00 €")
    a_line(deliberation=act, line=45, page=3, year=2023, amount="200", amount_text="200,00 €")
    a_line(deliberation=act, line=46, page=4)
    return act


def test_a_row_is_shown_alone_at_each_size_with_its_text_and_its_neighbours(client):
    act = an_act()

    html = html_of(client, f"{act.page_url(3)}?ligne=45&zoom=3")
    text = words_of(html)

    assert " x3" in html
    assert "&amp;large=1" in html
    assert html.count("<rect") == 1
    assert 'rel="prev" href="/deliberations/59-2023-259/page/2/?ligne=44&amp;zoom=3"' in html
    assert 'rel="next" href="/deliberations/59-2023-259/page/4/?ligne=46&amp;zoom=3"' in html
    assert 'href="/deliberations/59-2023-259/page/3/?ligne=45&amp;zoom=4"' in html
    assert "Montant 2022 100,00 € imprimé « 100,00 € » Montant 2023 200,00 €" in text
    assert "Opérateur Réussir en Sambre Avesnois" in text


def test_the_page_and_the_line_lead_to_it(client):
    act = an_act()
    address = 'href="/deliberations/59-2023-259/page/3/?ligne=45&amp;zoom=2"'

    assert address in html_of(client, act.page_url(3))
    assert address in html_of(client, act.lines.get(line=45, year=2023).get_absolute_url())


def test_a_row_of_another_page_is_led_to_and_an_unknown_one_is_not_found(client):
    act = an_act()

    moved = client.get(f"{act.page_url(1)}?ligne=45&zoom=9")

    assert (moved.status_code, moved["Location"]) == (302, f"{act.page_url(3)}?ligne=45&zoom=2")
    for unknown in ("999", "x", "", "-1", "9" * 30, "²"):
        assert client.get(f"{act.page_url(3)}?ligne={unknown}").status_code == 404


def test_a_draft_stays_unknown(client):
    act = an_act(published=False)

    assert client.get(f"{act.page_url(3)}?ligne=45").status_code == 404


def test_a_page_of_unknown_size_gives_the_text_alone(client):
    act = an_act(page_sizes=[])

    html = html_of(client, f"{act.page_url(3)}?ligne=45")

    assert "la ligne ne peut pas être montrée seule" in html
    assert "Réussir en Sambre Avesnois" in html


def test_it_takes_the_same_queries_in_a_small_act_and_a_large_one(client):
    act = an_act()
    before = queries_of(client, f"{act.page_url(3)}?ligne=45")
    for _ in range(30):
        a_line(deliberation=act)

    assert queries_of(client, f"{act.page_url(3)}?ligne=45") == before
