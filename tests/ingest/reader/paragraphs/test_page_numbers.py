"""The numbers of pages, alone on their line, at its end or beside other words."""

import pytest

from ingest.reader.paragraphs.page_numbers import (
    ends_with_page_number,
    ends_with_page_of_pages,
    is_page_of_pages,
    page_number,
    place_among_pages,
    says_page,
    without_page_number,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3),
        ("– 3 –", 3),
        ("Page 3 sur 12", 3),
        ("Page | 3", 3),
        ("P3", 3),
        ("folio 3/12", 3),
        ("3 500 €", None),
        ("Article 3", None),
        ("12 mars 2031", None),
    ],
)
def test_a_page_number_is_read_where_the_line_prints_nothing_else(text, number):
    assert page_number(text) == number


@pytest.mark.parametrize(("text", "said"), [("p. 3", True), ("3/12", True), ("- 3 -", True), ("3", False)])
def test_figures_alone_do_not_say_that_they_number_a_page(text, said):
    assert says_page(text) is said


def test_a_running_line_is_the_same_without_the_number_of_its_page():
    first, last = (without_page_number(f"Commission permanente – page {number} sur 12") for number in (1, 12))
    assert first == last
    assert "Commission" in first


def test_a_line_that_ends_with_the_page_among_others_is_told_from_one_that_is_nothing_else():
    assert ends_with_page_of_pages("Rapport du maire – page 3 sur 12")
    assert not is_page_of_pages("Rapport du maire – page 3 sur 12")
    assert is_page_of_pages("Page : 3/12")
    assert not ends_with_page_of_pages("Rapport du maire – page 3")


@pytest.mark.parametrize(
    ("text", "numbered"),
    [("Rapport n° 231 – 3", True), ("Séance du 4 mai | page 3/12", True), ("Rapport n° 231", False)],
)
def test_figures_behind_a_dash_or_a_word_for_a_page_end_a_head(text, numbered):
    assert ends_with_page_number(text) is numbered


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2/4", (2, 4)),
        ("deliberation n° 12 - 2/4", (2, 4)),
        ("annexe, page 2 sur 4", (2, 4)),
        ("deliberation n° 12", None),
        ("page 2", None),
        ("5/4", None),
    ],
)
def test_the_place_of_a_page_is_told_with_how_many_there_are(text, place):
    assert place_among_pages(text) == place
