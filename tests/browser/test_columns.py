"""Columns that nobody understood, mended once in the browser: said, compared, put in force, known the next year."""

from itertools import product

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import expect

from grants.models import Deliberation
from ingest import store
from ingest.processes import isolation
from ingest.store.profiles import profiles_for_reader
from tests.browser.test_accessibility import SCHEMES, WIDTHS
from tests.browser.test_queue import RUN_AXE_ON_PAGE
from tests.ingest.reader.roles.test_column_profiles import HEADER, an_act
from tests.ingest.reading_queue import read_queue

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def stored(path) -> Deliberation:
    reading = isolation.read(path, profiles=profiles_for_reader())
    return Deliberation.objects.get(pk=store.save(reading, file=path).deliberation_id)


@pytest.fixture
def act(tmp_path):
    return stored(an_act(tmp_path))


@pytest.fixture
def open_columns(open_page, live_server):
    """Opens the columns of an act, as an administrator."""
    User.objects.create_superuser("responsable", password="mot-de-passe-1")

    def open_at(act, width: int = 1440, **options):
        page = open_page(reverse("admin:login"), width, **options)
        page.fill("#id_username", "responsable")
        page.fill("#id_password", "mot-de-passe-1")
        page.locator("#login-form [type=submit]").click()
        page.goto(live_server.url + reverse("admin:grants_deliberation_columns", args=[act.pk]))
        return page

    return open_at


@pytest.mark.parametrize("script", [True, False])
def test_columns_are_mended_once(open_columns, live_server, act, tmp_path, script):
    page = open_columns(act, java_script_enabled=script)
    expect(page.get_by_text("? non comprise")).to_have_count(4)

    page.get_by_label("Ce qu’est « Colonne B »").select_option("Commune du siège")
    page.get_by_label("Ce qu’est « Σ »").select_option("Montant demandé")
    page.get_by_label("Ce qu’est « Colonne D 2031 »").select_option("Montant voté par le Département (compte)")
    page.get_by_role("button", name="Enregistrer et relire").click()
    expect(page.get_by_text("La délibération est relue avec elles.")).to_be_visible()

    read_queue()
    page.goto(live_server.url + reverse("admin:grants_deliberation_difference", args=[act.pk]))
    page.get_by_role("button", name="Remplacer").click()
    page.goto(live_server.url + reverse("admin:grants_deliberation_columns", args=[act.pk]))

    expect(page.get_by_text("Colonnes lues selon le profil enregistré le")).to_be_visible()
    expect(page.get_by_text("? non comprise")).to_have_count(0)
    assert list(act.lines.order_by("line").values_list("amount_cents", flat=True)) == [950_000, 300_000, 100_000]
    following = stored(an_act(tmp_path, [head.replace("2031", "2032") for head in HEADER], year=2032))
    assert set(following.lines.values_list("certainty", flat=True)) == {1.0}


def test_axe_finds_no_barrier_in_the_columns(open_columns, act):
    page = open_columns(act)
    page.evaluate(AXE_SCRIPT)
    found = []
    for width, scheme in product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found += [f"{width} px, {scheme}, {barrier}" for barrier in page.evaluate(RUN_AXE_ON_PAGE)]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == []
