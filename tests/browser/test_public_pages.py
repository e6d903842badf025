"""The public pages as a visitor sees them: on a phone, with a keyboard, without a script, without a third party."""

import io

import pytest
from django.urls import reverse
from reportlab.pdfgen.canvas import Canvas

from tests.builders import (
    a_check,
    a_commune,
    a_deliberation,
    a_leftover,
    a_line,
    a_programme,
    a_recusal,
    a_territory,
    a_total,
    an_operator,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG_NAME = (
    "Association intercommunale pour l’insertion sociale et professionnelle des pays de Sambre et d’Avesnois réunis"
)


def one_page_pdf() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.drawString(72, 560, "Réussir ensemble 165 450,00 €")
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def a_small_record():
    """An act with a long name, a negative amount, a difference and a leftover; returns its largest line."""
    deliberation = a_deliberation(content=one_page_pdf(), page_count=1, page_sizes=[[595.28, 841.89]])
    commune = a_commune()
    operator = an_operator(LONG_NAME, commune=commune)
    programme = a_programme()
    line = a_line(
        deliberation=deliberation,
        operator=operator,
        territory=a_territory(),
        programme=programme,
        subprogramme=a_programme("Accompagnement en ACI", parent=programme),
        amount="165450.00",
        places=246,
        page=1,
    )
    a_line(deliberation=deliberation, operator=operator, amount="-54000.00", page=1)
    a_check(total=a_total(deliberation=deliberation, amount="111450.00"), computed="111450.00")
    a_check(total=a_total(deliberation=deliberation, amount="165450.00"), computed="111450.00")
    a_leftover(deliberation=deliberation, page=1)
    a_recusal(deliberation=deliberation)
    return line


def addresses_of(line) -> list[str]:
    """Every kind of public page, for one line."""
    things = ("operator", "commune", "department", "territory", "programme", "deliberation")
    names = ["home", "about", "line_list", *(f"{thing}_list" for thing in things)]
    objects = [line.operator, line.commune, line.department, line.territory, line.programme, line.subprogramme]
    return [
        *(reverse(name) for name in names),
        *(thing.get_absolute_url() for thing in [*objects, line.deliberation, line]),
        line.deliberation.page_url(1),
        reverse("line_list") + "?q=insertion&annee=2023",
        reverse("line_list") + "?q=introuvable",
        reverse("line_list") + "?montant_min=abc",
    ]


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_page_scrolls_sideways(open_page, live_server, a_small_record, width):
    page = open_page("/", width)
    for address in addresses_of(a_small_record):
        page.goto(live_server.url + address)
        assert page.locator("h1").count() == 1, address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{address} at {width} px"


def test_pages_work_without_javascript(open_page, a_small_record):
    page = open_page(reverse("home"), java_script_enabled=False)
    page.locator("main input[type=search]").first.fill("ecole insertion")
    page.keyboard.press("Enter")
    page.wait_for_url("**/subventions/?*")
    page = open_page(reverse("line_list") + "?q=insertion", java_script_enabled=False)
    page.locator("main table").get_by_role("link", name=LONG_NAME).first.click()
    page.wait_for_url("**/operateurs/**")
    assert page.locator("h1").inner_text().strip() == LONG_NAME


def test_the_keyboard_reaches_the_content_first(open_page, a_small_record):
    page = open_page(reverse("home"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#contenu"
    page.keyboard.press("Enter")
    assert page.url.endswith("#contenu")


def test_the_printed_page_frames_the_row(open_page, a_small_record):
    page = open_page(a_small_record.page_url)
    frame = page.locator(f"#ligne-{a_small_record.line}").first
    image = page.locator(".sheet img").first
    assert image.evaluate("image => image.complete && image.naturalWidth > 0")
    inside, outside = page.locator(".sheet svg rect").first.bounding_box(), image.bounding_box()
    assert inside["y"] - outside["y"] == pytest.approx(a_small_record.y0 * outside["height"], abs=2)
    assert frame.count() == 1
