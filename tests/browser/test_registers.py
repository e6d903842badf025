"""The registers at the desk: two operators made one and parted again, without JavaScript; no barrier, nothing cut."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.urls import reverse
from playwright.sync_api import expect

from grants.models import OperatorImport, OperatorMerge
from grants.operators import duplicates, merging
from tests.browser.test_accessibility import OPEN_FOLDS, RUN_AXE, SETTLE, ways_to_show
from tests.builders import a_commune, a_line, a_programme, a_recusal, a_territory, a_territory_part, an_operator

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIRET = "73282932000074"
KEPT, GONE = "Association intercommunale pour l’insertion sociale, professionnelle et culturelle", "AIISPC"


@pytest.fixture
def two():
    """Two operators, one the acronym of the other."""
    kept, gone = an_operator(KEPT, commune=a_commune()), an_operator(GONE, siret=SIRET)
    a_line(operator=kept), a_line(operator=gone, amount="300.00")
    return kept, gone


@pytest.fixture
def pages(two):
    """The address of each page, with something in each of its parts."""
    kept, gone = two
    a_recusal(operator=gone)
    merging.merge(an_operator("Ancien nom"), kept, word="Même SIRET.")
    merging.undo(OperatorMerge.objects.get())
    merging.merge(an_operator("Autre ancien nom"), kept)
    duplicates.search()
    duplicates.judge(duplicates.pair_of(kept, an_operator("Tout autre")), "different", word="Deux SIRET.")
    old, new = a_programme("Parcours IAE"), a_programme("Parcours IAE renforcé")
    territory, other = a_territory(), a_territory("Sambre Avesnois et environs")
    a_territory_part("Sambre-Avesnois", code="")
    for programme, year in ((old, 2022), (new, 2023)):
        a_line(programme=programme, year=year, territory=territory)
    change = {"line": 2, "operator": kept.pk, "name": KEPT, "column": "siret", "before": "", "after": SIRET}
    received = OperatorImport.objects.create(
        name="liste.csv",
        changes=[change | {"remark": "zéros de tête rendus"}],
        mistakes=[[3, "un SIREN, pas un SIRET"]],
    )
    of_operators = [
        *[("duplicates",), ("compare", kept.pk, gone.pk), ("choose", kept.pk), ("merge", kept.pk, gone.pk)],
        *[("merges",), ("upload",), ("list", received.pk), ("history", kept.pk)],
    ]
    return [
        *(reverse(f"admin:grants_operator_{name}", args=more) for name, *more in of_operators),
        f"{reverse('admin:grants_operator_duplicates')}?etat=different",
        reverse("admin:grants_territory_extent", args=[territory.pk]),
        f"{reverse('admin:grants_territory_merge', args=[territory.pk])}?autre={other.pk}",
        reverse("admin:grants_programme_ties"),
        reverse("admin:grants_programme_tie", args=[old.pk]),
    ]


def test_axe_finds_no_barrier_and_nothing_is_wider_than_the_screen(open_desk, live_server, pages):
    page = open_desk("/admin/", bypass_csp=True)  # axe styles what it measures
    barriers, wide = [], []
    for number, address in enumerate(pages):
        page.goto(live_server.url + address)
        page.evaluate(AXE_SCRIPT)
        page.evaluate(OPEN_FOLDS)
        for width, scheme in ways_to_show(number):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.evaluate(SETTLE)
            barriers += [f"{address} at {width} px, {scheme}, {barrier}" for barrier in page.evaluate(RUN_AXE)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(f"{address} at {width} px")

    assert sorted(set(barriers)) == []
    assert wide == []


def test_two_operators_are_made_one_and_parted_again(open_desk, two):
    kept, gone = two
    page = open_desk(reverse("admin:grants_operator_duplicates"), java_script_enabled=False)

    expect(page.get_by_role("heading", name="L’un porte le sigle de l’autre")).to_be_visible()
    page.get_by_role("link", name="Comparer").click()
    page.get_by_role("link", name="Le même").click()
    page.get_by_label(KEPT, exact=True).check()
    page.get_by_label("Pourquoi, si utile").fill("Statuts de 2019.")
    page.get_by_role("button", name="Réunir").click()
    expect(page.get_by_text("On peut défaire cette réunion d’un clic.")).to_be_visible()
    kept.refresh_from_db()
    assert {kept.lines.count(), gone.lines.count()} == {0, 2}

    page.get_by_role("button", name="Défaire").click()
    expect(page.get_by_text("est de nouveau à part")).to_be_visible()
    assert (kept.lines.count(), gone.lines.count()) == (1, 1)
    kept.refresh_from_db()
    assert kept.siret == ""


def test_not_the_same_is_said_in_one_click_and_remembered(open_desk, two):
    page = open_desk(reverse("admin:grants_operator_duplicates"), java_script_enabled=False)

    page.get_by_role("button", name="Pas le même").click()

    expect(page.get_by_text("Cette paire ne sera plus proposée.")).to_be_visible()
    expect(page.get_by_text("Aucune paire à montrer ici.")).to_be_visible()
    page.get_by_label("Décision").select_option("pas le même")
    page.get_by_role("button", name="Voir").click()
    page.get_by_role("button", name="Revenir sur cette décision").click()
    expect(page.get_by_text("à juger de nouveau")).to_be_visible()
