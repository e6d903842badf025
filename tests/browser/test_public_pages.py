"""The public pages as a visitor sees them: on a phone, with a keyboard, without a script, without a third party."""

import re
from itertools import pairwise

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from grants.models import Operator
from tests.public_record import LONG_NAME, addresses_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


A4 = 688  # pixels, between the margins of a sheet of paper
WIDTHS = (320, 360, 660, 768, 1440)  # 320: a window of 1280 at a zoom of 400 %
LARGE_TEXT, LARGE_TEXT_PHONE = 32, 360  # pixels: of a letter that browsers draw at 16 (200 %), of the screen
# Whether each cell holds a name wider than itself.
TOO_WIDE = "cells => cells.map(cell => cell.scrollWidth > cell.clientWidth + 1)"
# Headings in the order of the page, levels only.
HEADINGS = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(heading => Number(heading.tagName[1]))"


def test_no_page_scrolls_sideways(open_page, live_server, a_small_record):
    page = open_page("/")
    for address in addresses_of(a_small_record):
        page.goto(live_server.url + address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{address} at {width} px"


def test_no_page_scrolls_sideways_on_a_phone_set_to_large_text(open_page, live_server, a_small_record):
    page = open_page("/", LARGE_TEXT_PHONE)
    sizes = {"fontSizes": {"standard": LARGE_TEXT, "fixed": LARGE_TEXT}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)
    for address in addresses_of(a_small_record):
        page.goto(live_server.url + address)
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == f"{LARGE_TEXT}px"
        assert page.evaluate("document.documentElement.scrollWidth") <= LARGE_TEXT_PHONE, address


def test_titles_are_unique_and_headings_in_order(open_page, live_server, a_small_record):
    page = open_page("/")
    titles: dict[str, str] = {}
    for address in addresses_of(a_small_record):
        page.goto(live_server.url + address)
        assert page.title() not in titles, f"{address} and {titles.get(page.title())}"
        titles[page.title()] = address
        levels = page.evaluate(HEADINGS)
        assert levels.count(1) == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), f"{address}: {levels}"


def test_orders_of_the_list_are_shown_once(open_page, a_small_record):
    page = open_page(reverse("line_list"))
    orders = page.locator("details", has_text="Trier par")
    for width, above in ((360, True), (1440, False)):
        page.set_viewport_size({"width": width, "height": 900})
        expect(orders).to_be_visible(visible=above)


def test_the_first_line_comes_soon_after_the_figures_on_a_phone(open_page, a_small_record):
    page = open_page(reverse("line_list"), 360)
    figures, line = (
        page.locator(".figures").bounding_box(),
        page.locator(".ledger--lines tbody tr").first.bounding_box(),
    )
    assert line["y"] - (figures["y"] + figures["height"]) < 180


def test_shares_of_a_vote_are_drawn_only_where_there_is_room(open_page, a_small_record):
    page = open_page(a_small_record.deliberation.get_absolute_url())
    for width, drawn in ((360, False), (1440, True)):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.locator(".vote .bar").first).to_be_visible(visible=drawn)
        expect(page.locator(".vote .key")).to_be_visible(visible=drawn)


def test_two_things_are_compared_without_scrolling_on_a_phone(open_page, a_small_record):
    operators = list(Operator.objects.filter(lines__isnull=False).distinct()[:2])
    Operator.objects.filter(pk=operators[1].pk).update(name="accompagnement et dispositifs novateurs")
    two = "&".join(f"operateur={operator.pk}" for operator in operators)
    page = open_page(f"{reverse('compare')}?{two}", 360)
    table, place = page.locator(".ledger--compared").first.bounding_box(), page.locator(".scroll").first.bounding_box()

    assert table["width"] <= place["width"]
    heads = page.locator(".ledger--compared thead th").evaluate_all(TOO_WIDE)
    assert heads == [False] * len(heads)
    assert len(heads) >= 3


@pytest.mark.parametrize("name", ["deliberation_list", "operator_list"])
def test_names_have_more_room_than_bars_on_a_tablet(open_page, a_small_record, name):
    page = open_page(reverse(name), width=768)

    head, amount = (page.locator(f".ledger--summary tbody tr >> nth=0 >> {cell}") for cell in ("th", ".amount"))
    assert head.bounding_box()["width"] > 1.2 * amount.bounding_box()["width"]


def test_a_total_is_a_card_where_its_row_would_be_too_narrow(open_page, a_small_record):
    page = open_page(a_small_record.deliberation.get_absolute_url(), width=768)
    scope = page.locator(".ledger--checks tbody th").first

    assert scope.bounding_box()["width"] > 600
    page.set_viewport_size({"width": 1440, "height": 900})
    assert scope.bounding_box()["width"] < 600


def test_paper_shows_the_figures_and_no_controls(open_page, live_server, a_small_record):
    page = open_page(reverse("line_list"))
    page.emulate_media(media="print")
    expect(page.locator(".figures")).to_be_visible()
    expect(page.locator("main table")).to_be_visible()
    for control in (".menu--wide", ".menu--small", ".filters", ".paging ul", ".formats", ".only-cards"):
        expect(page.locator(control).first).to_be_hidden()
    expect(page.locator(".paging"), "how much of the total is on the paper").to_contain_text("1 à 25 sur")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_paper_keeps_the_title_and_the_head_of_a_table_with_its_first_row(open_page, a_small_record):
    page = open_page(a_small_record.operator.get_absolute_url())
    page.emulate_media(media="print")

    breaks = "(rows, name) => [...new Set(rows.map(row => getComputedStyle(row)[name]))]"
    assert page.locator("main tbody tr:first-child").evaluate_all(breaks, "breakBefore") == ["avoid"]
    assert page.locator("main caption").evaluate_all(breaks, "breakInside") == ["avoid"]


def test_paper_holds_a_printed_page_up_to_its_last_column(open_page, a_small_record):
    page = open_page(a_small_record.deliberation.page_url(a_small_record.page), width=A4)
    page.emulate_media(media="print")

    image = page.get_by_role("region", name="Image de la page")
    assert image.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_paper_keeps_the_result_of_the_checks_and_what_is_folded(open_page, a_small_record):
    page = open_page(a_small_record.deliberation.get_absolute_url())
    folded = page.locator("section > .fold:not([open]) > :not(summary)").first
    assert not folded.evaluate("one => one.checkVisibility()")
    page.emulate_media(media="print")

    assert folded.evaluate("one => one.checkVisibility()"), "what is folded on a screen is unfolded on paper"
    expect(page.locator("#controles .formats .status").first).to_be_visible()
    expect(page.locator(".formats a").first).to_be_hidden()


def test_paper_gives_what_a_total_is_of_the_most_room(open_page, a_small_record):
    page = open_page(a_small_record.deliberation.get_absolute_url(), width=A4)
    page.emulate_media(media="print")

    table, scope = page.locator(".ledger--checks").first, page.locator(".ledger--checks tbody th").first
    assert scope.bounding_box()["width"] >= 0.35 * table.bounding_box()["width"]


def test_pages_work_without_javascript(open_page, a_small_record):
    page = open_page(reverse("home"), java_script_enabled=False)
    page.locator("main input[type=search]").first.fill("ecole insertion")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?*")
    page = open_page(reverse("line_list") + "?q=insertion", java_script_enabled=False)
    page.locator("main table").get_by_role("link", name=LONG_NAME).first.click()
    page.wait_for_url("**/operateurs/**")
    expect(page.locator("h1")).to_have_text(LONG_NAME)


def test_a_suggestion_is_pressed_where_links_take_no_focus(open_page, a_small_record):
    """As in Safari: the box loses the focus between the press and the click."""
    page = open_page(reverse("home"))
    box, first = page.locator("main input[type=search]"), page.locator(".suggestions a").first
    box.press_sequentially("insertion")
    first.hover()
    box.evaluate("box => box.blur()")
    expect(first).to_be_visible()

    page.mouse.move(0, 0)
    expect(first).to_be_hidden()


def test_the_keyboard_reaches_the_content_first(open_page, a_small_record):
    page = open_page(reverse("home"))
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "#contenu")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#contenu$"))


@pytest.mark.parametrize("width", [360, 1440])
def test_a_row_is_drawn_as_large_as_its_address_says(open_page, a_small_record, width):
    page = open_page(a_small_record.zoom_url.replace("zoom=2", "zoom=3"), width, java_script_enabled=False)

    strip, place = page.locator(".row-image").bounding_box(), page.locator(".scroll").bounding_box()

    assert strip["width"] >= 3 * place["width"] - 1
    assert place["width"] <= width


def test_the_printed_page_frames_the_row(open_page, a_small_record):
    page = open_page(a_small_record.page_url)
    frame = page.locator(f"#ligne-{a_small_record.line}").first
    image = page.locator(".sheet img").first
    assert image.evaluate("image => image.complete && image.naturalWidth > 0")
    inside, outside = page.locator(".sheet svg rect").first.bounding_box(), image.bounding_box()
    assert inside["y"] - outside["y"] == pytest.approx(a_small_record.y0 * outside["height"], abs=2)
    assert frame.count() == 1
