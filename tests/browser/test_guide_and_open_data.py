"""The start page of the desk, its guide and the pages of open data: no barrier, nothing cut, no JavaScript needed."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.urls import reverse
from playwright.sync_api import expect

from grants.models import Operator
from ingest.desk.guide import CHAPTERS
from tests.browser.test_accessibility import OPEN_FOLDS, RUN_AXE, SETTLE, ways_to_show
from tests.builders import a_budget, a_deliberation, a_department, a_line, an_operator

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIRET, OTHER_SIRET = "12345678200010", "73282932000074"


@pytest.fixture
def a_year():
    """A département with every kind of lack, a grade and a late agreement; gives the addresses of its pages."""
    a_department(siret=SIRET)
    draft = a_deliberation(published=False)
    a_line(deliberation=draft, operator=an_operator("Association du brouillon"), amount=50_000)
    a_line(operator=an_operator("Réussir", siret=OTHER_SIRET), amount=60_000)
    a_line(operator=an_operator("Sans SIRET"), amount=60_000)
    a_line(operator=None, amount=-10, certainty=0.5)
    a_budget(200_000)
    return [
        reverse("admin:index"),
        reverse("admin:grants_deliberation_open_data_list"),
        reverse("admin:grants_deliberation_open_data_year", args=["59", 2023]),
        reverse("admin:grants_deliberation_open_data", args=[draft.pk]),
    ]


def test_axe_finds_no_barrier_and_nothing_is_wider_than_the_screen(open_desk, live_server, a_year):
    guide = [reverse("admin:grants_deliberation_guide_chapter", args=[one.slug]) for one in CHAPTERS]
    page = open_desk("/admin/")
    barriers, wide = [], []
    for number, address in enumerate([*a_year, reverse("admin:grants_deliberation_guide"), *guide]):
        page.goto(live_server.url + address)
        page.evaluate(AXE_SCRIPT)
        page.evaluate(OPEN_FOLDS)
        for width, scheme in ways_to_show(number):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.evaluate(SETTLE)
            found = page.evaluate(RUN_AXE)
            barriers += [f"{address} at {width} px, {scheme}, {barrier}" for barrier in found]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(f"{address} at {width} px")

    assert barriers == []
    assert wide == []


def test_numbers_are_typed_without_javascript_and_a_wrong_one_is_told(open_desk, a_year):
    page = open_desk(a_year[2], java_script_enabled=False)
    field = page.get_by_label("SIRET de Sans SIRET")

    field.fill("123")
    page.get_by_role("button", name="Enregistrer les SIRET").click()
    expect(page.get_by_text("Ce numéro n’est pas un SIRET")).to_be_visible()

    page.get_by_label("SIRET de Sans SIRET").fill("732 829 320 00074")
    page.get_by_role("button", name="Enregistrer les SIRET").click()
    expect(page.get_by_text("1\u00a0SIRET enregistré.")).to_be_visible()
    assert Operator.objects.get(name="Sans SIRET").siret == OTHER_SIRET
