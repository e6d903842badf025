"""An act read again, as staff live it: the difference, a replacement and its undoing, without a script; no barrier."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import expect

from grants.models import Deliberation
from ingest import store
from ingest.desk import edits
from ingest.desk.rereading import replacing
from ingest.reader.records import Page
from ingest.store.publishing import publish
from tests.browser.test_accessibility import RUN_AXE, SCHEMES, WIDTHS
from tests.builders import a_deliberation, a_line
from tests.ingest.readings import a_leftover_record, a_reading, a_record, an_act
from tests.public_record import one_page_pdf

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PRINTED = one_page_pdf()
CORRECTED = PRINTED + b"\n% corrected by the council\n"


def a_record_of(line: int, operator: str, amount: str):
    record = a_record(line, operator, amount)
    return replace(record, source=replace(record.source, page=1))


def a_reading_of(*records, file: bytes, **fields):
    reading = a_reading(*records, file=file, **fields)
    return replace(reading, document=replace(reading.document, pages=(Page(1, 595.28, 841.89, (), ()),)))


@pytest.fixture
def act():
    """Online, one of its lines corrected by hand."""
    records = [a_record_of(1, "CCAS de Maubeuge", "1000.00"), a_record_of(2, "AFEJI", "3000.00")]
    report = store.save(a_reading_of(*records, file=PRINTED), file=PRINTED)
    act = Deliberation.objects.get(pk=report.deliberation_id)
    publish(act, None)
    edits.correct(act.lines.get(operator_text="CCAS de Maubeuge"), None, amount=Decimal("1001.00"), word="mal lu")
    return act


@pytest.fixture
def pending(act):
    """One line read otherwise under the correction, one new, one gone, another title, a row not read."""
    records = [a_record_of(1, "CCAS de Maubeuge", "1500.00"), a_record_of(2, "Emmaüs", "5.00")]
    told = {"act": an_act(title="Insertion, version corrigée"), "leftovers": (a_leftover_record(),)}
    reading = a_reading_of(*records, file=CORRECTED, name="corrigée.pdf", **told)
    return replacing.propose(act, reading, CORRECTED)


@pytest.fixture
def open_desk(open_page, live_server, act):
    user = User.objects.create_superuser("responsable", password="mot-de-passe-1")

    def open_at(name: str, **options):
        page = open_page(reverse("admin:login"), **options)
        page.fill("#id_username", user.username)
        page.fill("#id_password", "mot-de-passe-1")
        page.locator("#login-form [type=submit]").click()
        page.goto(live_server.url + address(act, name))
        return page

    return open_at


def address(act, name: str) -> str:
    return reverse(f"admin:grants_deliberation_{name}", args=[act.pk])


def told(act) -> dict[str, tuple[int, Decimal]]:
    return {line.operator_text: (line.pk, line.amount) for line in act.lines.all()}


def test_a_corrected_file_replaces_an_act_and_is_undone_in_one_click(open_desk, live_server, act, pending):
    before = told(act)
    page = open_desk("reading", java_script_enabled=False)
    page.get_by_role("link", name="Voir ce qui changerait").click()
    expect(page.locator(".desk-lead")).to_contain_text("1 ligne nouvelle, 1 changée, 1 disparue")
    expect(page.get_by_text("≠ lit autre chose")).to_be_visible()
    images = [image.get_attribute("src") for image in page.locator(".desk-strip img").all()]
    assert [page.request.get(live_server.url + where).status for where in images] == [200] * 4

    page.get_by_role("button", name="Remplacer", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("La nouvelle lecture est en place")
    after = told(act)
    page.goto(live_server.url + act.get_absolute_url())
    expect(page.locator("h1")).to_have_text("Insertion, version corrigée")

    page.goto(live_server.url + address(act, "reading"))
    page.get_by_role("button", name="Annuler le remplacement").click()
    expect(page.locator(".messagelist")).to_contain_text("Le remplacement est annulé")

    assert after["CCAS de Maubeuge"] == before["CCAS de Maubeuge"]
    assert set(after) == {"CCAS de Maubeuge", "Emmaüs"}
    assert told(act) == before
    act.refresh_from_db()
    with act.source.open() as source:
        assert source.read() == PRINTED


def test_axe_finds_no_barrier_in_a_new_reading_nor_between_acts(open_desk, live_server, act, pending):
    other = a_deliberation(number="DIPLE/2023/177", title="Annule et remplace la délibération n° DIPLE/2023/101")
    a_line(deliberation=other)
    page = open_desk("reading")
    found = []
    for where in (
        address(act, "reading"),
        address(act, "difference"),
        address(other, "rectification"),
        address(act, "rectification") + "?q=2023",
    ):
        page.goto(live_server.url + where)
        page.evaluate(AXE_SCRIPT)
        for width, scheme in product(WIDTHS, SCHEMES):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found += [f"{where} at {width} px, {scheme}, {barrier}" for barrier in page.evaluate(RUN_AXE)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append(f"{where} scrolls sideways at {width} px")
    assert found == []
