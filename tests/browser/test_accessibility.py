"""Barriers that axe-core finds (WCAG 2.0 to 2.2, levels A and AA), and the keyboard, on every kind of public page."""

from collections.abc import Iterable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.urls import reverse
from playwright.sync_api import expect

from tests.public_record import addresses_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = (360, 1440)
SCHEMES = ("light", "dark")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN_AXE = f"""async () => {{
    const results = await axe.run({{runOnly: {TAGS}, resultTypes: ["violations"]}});
    return results.violations.flatMap(found => found.nodes.map(node => `${{found.id}}: ${{node.html.slice(0, 200)}}`));
}}"""
# Every fold but the menu of a phone: open, it lies over the page and hides what is under it, as it should.
OPEN_FOLDS = "document.querySelectorAll('details:not(.menu--small)').forEach(details => details.open = true)"
# The admin fades its colours: until a fade ends, what is measured is neither the old nor the new.
SETTLE = """async () => {
    await new Promise(requestAnimationFrame);
    const fades = document.getAnimations().filter(one => one instanceof CSSTransition);
    await Promise.allSettled(fades.map(fade => fade.finished));
}"""
# The focused element, and whether it, or the box that holds it, is outlined.
FOCUS = """() => {
    const element = document.activeElement, box = element.closest(".search") || element;
    const outlined = [element, box].some(each => {
        const style = getComputedStyle(each);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
    return {name: element.name || "", tag: element.tagName, text: element.innerText || "", outlined};
}"""


def ways_to_show(number: int) -> Iterable[tuple[int, str]]:
    """How the page of this number in a list is shown: at both widths and in both schemes, paired otherwise from one
    page to the next, so that what pages share is seen in each scheme at each width."""
    return zip(WIDTHS, SCHEMES[:: -1 if number % 2 else 1], strict=True)


@pytest.mark.long
def test_axe_finds_no_barrier(open_page, live_server, a_small_record):
    page = open_page("/")
    found = []
    for number, address in enumerate(addresses_of(a_small_record)):
        page.goto(live_server.url + address)
        page.evaluate(AXE_SCRIPT)
        page.evaluate(OPEN_FOLDS)
        for width, scheme in ways_to_show(number):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found += [f"{address} at {width} px, {scheme}, {barrier}" for barrier in page.evaluate(RUN_AXE)]
    assert found == []


def focuses(page, at_most: int = 1000):
    """What each press of Tab reaches, until the page is left."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["tag"] == "BODY":
            return
        yield focus
    raise AssertionError("the focus does not leave the page")


@pytest.mark.parametrize("width", WIDTHS)
def test_every_filter_is_reached_with_a_visible_focus(open_page, a_small_record, width):
    page = open_page(reverse("line_list"), width)
    if width < 1024:
        page.locator(".filters > summary").focus()
        page.keyboard.press("Enter")
    page.evaluate("document.querySelectorAll('.filters details').forEach(details => details.open = true)")
    page.evaluate("document.activeElement.blur()")

    reached = list(focuses(page))

    wanted = page.evaluate("[...new Set([...document.querySelectorAll('.filters [name]')].map(field => field.name))]")
    assert set(wanted) == {"q", "annee_min", "annee_max", "montant_min", "montant_max", "seance_min", "seance_max"}
    assert set(wanted) <= {focus["name"] for focus in reached}
    links = page.evaluate("[...document.querySelectorAll('.facet a')].map(link => link.innerText)")
    assert len(links) > 10
    assert set(links) <= {focus["text"] for focus in reached}
    assert [focus for focus in reached if not focus["outlined"]] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_filters_are_worked_with_the_keyboard_alone(open_page, a_small_record, width):
    page = open_page(reverse("line_list"), width)
    if width < 1024:
        page.locator(".filters > summary").focus()
        page.keyboard.press("Enter")
    facet = page.locator(".filters details.facet > summary", has_text="Territoire")
    facet.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url("**/subventions/?territoire=*")
    expect(page.locator(".question .chip")).to_have_count(1)


def test_the_current_page_of_the_menu_is_told_apart_in_forced_colours(open_page, a_small_record):
    page = open_page(reverse("line_list"), forced_colors="active")
    colours = "links => links.map(link => getComputedStyle(link).borderBottomColor)"
    current = page.locator(".menu--wide [aria-current]").evaluate_all(colours)
    others = page.locator(".menu--wide a:not([aria-current])").evaluate_all(colours)

    assert len(current) == 1
    assert current[0] not in others
