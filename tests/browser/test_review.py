"""The review of an act as staff live it: the keyboard alone, without a script, at every width and in both themes."""

import io

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import expect
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from grants.models import Check, GrantLine, LineEdit
from tests.browser.test_accessibility import RUN_AXE, ways_to_show
from tests.builders import a_check, a_commune, a_deliberation, a_leftover, a_line, a_total, an_operator

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PROPOSED = "lecture proposée\u202f: {} au lieu de «\u202f{}\u202f» ({})"
ROWS = ("CCAS de Maubeuge", "Mission locale de Lens", "Réussir en Sambre", "Entr’aide", "Le Relais")
ZOOMED = 320  # pixels: a window of 1280 at a zoom of 400 %


def a_document() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    for _ in range(2):
        for number, name in enumerate(ROWS):
            canvas.drawString(60, 700 - 30 * number, name)
            canvas.drawString(420, 700 - 30 * number, f"{number + 1} 000,00 €")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def a_place(number: int) -> dict[str, float]:
    top = (A4[1] - 700 + 30 * number - 12) / A4[1]
    return {"x0": 0.08, "y0": top, "x1": 0.92, "y1": top + 0.02}


@pytest.fixture
def act():
    """Five rows on page 1: the first read a hundred times too large, so that the total differs, two others unsure."""
    act = a_deliberation(published=False, content=a_document(), page_count=2, page_sizes=[list(A4)] * 2)
    note = PROPOSED.format("1\u202f000,00\u00a0€", "100000 €", "tous les autres montants ont des centimes")
    for number, name in enumerate(ROWS):
        a_line(
            deliberation=act,
            operator=an_operator(name),
            amount="100000.00" if number == 0 else f"{number + 1}000.00",
            certainty=0.5 if number in (0, 2, 3) else 1,
            notes=note if number == 0 else "",
            commune=a_commune() if number == 1 else None,
            page=1,
            **a_place(number),
        )
    a_check(
        total=a_total(deliberation=act, amount="15000.00", page=1, line_numbers=[1, 2, 3, 4, 5], **a_place(5)),
        computed="114000.00",
    )
    a_leftover(deliberation=act, text="Fédération | 980,00 €", page=2, **a_place(1))
    return act


@pytest.fixture
def open_desk(open_page, live_server, act):
    """Opens a page of the review of the act, as an administrator."""
    user = User.objects.create_superuser("responsable", password="mot-de-passe-1")

    def open_at(name: str, *arguments, width: int = 1440, **options):
        page = open_page(reverse("admin:login"), width, **options)
        page.fill("#id_username", user.username)
        page.fill("#id_password", "mot-de-passe-1")
        page.locator("#login-form [type=submit]").click()
        page.goto(live_server.url + address(act, name, *arguments))
        return page

    return open_at


def address(act, name: str, *arguments) -> str:
    return reverse(f"admin:grants_deliberation_{name}", args=[act.pk, *arguments])


def focused(page) -> str:
    return page.evaluate("document.activeElement.id")


def test_doubtful_rows_are_gone_through_with_the_keyboard_alone(open_desk, act):
    first = act.lines.get(line=1)
    page = open_desk("doubts")
    expect(page.locator(".desk-card")).to_have_count(3)

    page.get_by_role("button", name="Prendre «").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("Ligne 1 corrigée. Reste à voir")
    expect(page.locator("#case-3-operator")).to_be_focused()

    page.keyboard.press("ArrowDown")
    expect(page.locator("#case-4-operator")).to_be_focused()
    page.keyboard.type("Faute")
    expect(page.locator("#ligne-4 button.default")).to_have_text("Enregistrer")
    page.keyboard.press("Escape")
    expect(page.locator("#case-4-operator")).to_have_value("Entr’aide")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("Ligne 3 vérifiée.")
    expect(page.locator("#case-4-operator")).to_be_focused()

    page.keyboard.press("Tab")
    page.keyboard.type("quatre mille")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("n’est pas un montant")
    expect(page.locator("#ligne-4 [aria-invalid=true]")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("4 000")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("Ligne 4 vérifiée. Reste à voir\u202f: 1.")
    expect(page.get_by_role("link", name="Continuer\u202f: lignes non lues")).to_be_focused()

    first.refresh_from_db()
    assert first.amount == 1000
    assert Check.objects.get().status == Check.Status.EQUAL
    assert LineEdit.objects.filter(kind="confirmed").count() == 2


def test_the_table_is_corrected_from_cell_to_cell_while_its_total_turns_green(open_desk, act):
    lines = {line.line: line for line in act.lines.all()}
    amount = {number: f"#case-{number}-amount-{line.pk}" for number, line in lines.items()}
    page = open_desk("sheet", 1)
    expect(page.locator("#checks")).to_contain_text("✗ écart de 99")

    page.focus("#case-1-operator")
    expect(page.locator("#cadre-1.desk-frame--chosen")).to_have_count(1)
    page.keyboard.press("Control+a")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.focus(amount[1])
    page.keyboard.press("Control+a")
    page.keyboard.type("mille")
    page.keyboard.press("Enter")
    expect(page.locator(amount[2])).to_be_focused()
    expect(page.locator("#cadre-2.desk-frame--chosen")).to_have_count(1)
    expect(page.get_by_role("alert")).to_contain_text("«\u202fmille\u202f» n’est pas un montant")
    expect(page.locator(amount[1])).to_have_attribute("aria-invalid", "true")

    page.keyboard.press("ArrowUp")
    expect(page.locator(amount[1])).to_be_focused()
    page.keyboard.type("1 000")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("Ligne 1 enregistrée.")
    expect(page.locator("#checks")).to_contain_text("✓ égal")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator(amount[1])).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("#etat-1")).to_contain_text("✓ enregistrée")

    page.keyboard.type("autre")
    page.keyboard.press("Escape")
    expect(page.locator(amount[2])).to_have_value("2\u202f000,00")
    lines[1].refresh_from_db()
    assert lines[1].amount == 1000


@pytest.mark.parametrize("cause", ["the site does not answer", "the session has ended"])
def test_what_could_not_be_saved_is_said_and_stays_in_its_cell(open_desk, act, cause):
    line = act.lines.get(line=2)
    page = open_desk("sheet", 1)
    page.on("dialog", lambda dialog: dialog.accept())
    if cause == "the session has ended":
        page.context.clear_cookies(name="sessionid")
    else:
        page.route("**/enregistrer/", lambda route: route.fulfill(status=404))

    page.fill(f"#case-2-amount-{line.pk}", "2 500")
    page.keyboard.press("Enter")

    expect(page.locator("#said")).to_contain_text("Rien n’a été enregistré")
    expect(page.locator(f"#case-2-amount-{line.pk}")).to_have_value("2 500")
    page.focus(f"#case-2-amount-{line.pk}")
    page.keyboard.press("Escape")
    expect(page.locator(f"#case-2-amount-{line.pk}")).to_have_value("2\u202f000,00")
    line.refresh_from_db()
    assert line.amount == 2000


def test_a_missed_row_is_drawn_read_and_added(open_desk, act):
    page = open_desk("add_row")
    page.goto(page.url + "?page=2")
    sheet = page.locator("[data-draw]").bounding_box()
    left, top = sheet["x"] + 0.05 * sheet["width"], sheet["y"] + (a_place(2)["y0"] - 0.005) * sheet["height"]
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(left + 0.85 * sheet["width"], top + 0.03 * sheet["height"], steps=4)
    page.mouse.up()
    page.keyboard.press("Enter")

    expect(page.locator("#id_operator")).to_have_value("Réussir en Sambre")
    expect(page.locator("#id_amount")).to_have_value("3 000,00 €")
    page.get_by_role("button", name="Ajouter la ligne").click()

    expect(page.locator(".messagelist")).to_contain_text("ajoutée")
    added = act.lines.get(page=2)
    assert (added.amount, added.origin) == (3000, GrantLine.Origin.STAFF)
    assert added.y0 == pytest.approx(a_place(2)["y0"] - 0.005, abs=0.01)


@pytest.mark.parametrize("width", [1040, 1280])
def test_a_page_to_draw_on_is_seen_up_to_its_right_side(open_desk, act, width):
    page = open_desk("add_row", width=width)

    assert page.locator(".desk-window").evaluate("window => window.scrollWidth <= window.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_whole_review_is_done_without_a_script(open_desk, act):
    page = open_desk("reading", java_script_enabled=False)
    page.get_by_role("link", name="Continuer").click()
    page.get_by_role("button", name="Prendre «").click()
    while page.get_by_role("button", name="C’est bien cela").count():
        page.get_by_role("button", name="C’est bien cela").first.click()
    page.get_by_role("link", name="Continuer").click()
    page.get_by_label("ce n’est pas une subvention").check()
    page.get_by_label("Pourquoi les lignes cochées").fill("Déjà comptée page 1.")
    page.get_by_role("button", name="Écarter les lignes cochées").click()
    page.get_by_role("link", name="Tout est vu\u202f: publier").click()
    expect(page.get_by_text("✓ Tout est vu", exact=True)).to_be_visible()
    page.get_by_role("button", name="Publier").click()

    expect(page.locator(".messagelist")).to_contain_text("est en ligne")
    act.refresh_from_db()
    assert act.status == act.Status.PUBLISHED


def test_amounts_of_few_columns_are_seen_beside_the_page(open_desk, act):
    act.lines.update(action="", reference="", programme_text="", programme=None)

    page = open_desk("sheet", 1, width=1280)

    place = page.locator(".desk-table .desk-scroll")
    assert place.locator("thead th").count() < 7
    assert place.evaluate("place => place.scrollWidth <= place.clientWidth")


def test_the_number_of_a_row_stays_while_its_cells_are_scrolled(open_desk, act):
    act.lines.update(action="Insertion " * 9, detail="Un chantier", agreement="2023/11")
    page = open_desk("sheet", 1, width=1280)

    place = page.locator(".desk-table .desk-scroll")
    assert place.evaluate("place => place.scrollWidth > place.clientWidth + 50")
    place.evaluate("place => place.scrollTo(place.scrollWidth, 0)")

    number, cells = page.locator("#ligne-2 th").bounding_box(), place.bounding_box()
    assert number["x"] == pytest.approx(cells["x"], abs=2)


def test_axe_finds_no_barrier_in_the_review(open_desk, live_server, act):
    page = open_desk("reading")
    line = act.lines.get(line=2)
    LineEdit.objects.create(
        deliberation=act,
        line_pk=line.pk,
        kind=LineEdit.Kind.CORRECTED,
        field="amount",
        before="1.00",
        after="2.00",
        batch="6f1c9a3e-5a0e-4a57-9d0f-1f6a1b0c7d11",
        at="2023-07-06T10:00:00Z",
    )
    pages = [address(act, name) for name in ("reading", "doubts", "leftovers", "totals", "gestures")]
    pages += [address(act, "sheet", 1), address(act, "row", 2), address(act, "add_row") + "?page=2"]
    pages += [address(act, "add_row") + f"?non-lue={act.leftovers.get().pk}"]
    found = []
    for number, where in enumerate(pages):
        page.goto(live_server.url + where)
        page.evaluate(AXE_SCRIPT)
        page.evaluate("document.querySelectorAll('.desk details').forEach(details => details.open = true)")
        for width, scheme in ways_to_show(number):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found += [f"{where} at {width} px, {scheme}, {barrier}" for barrier in page.evaluate(RUN_AXE)]
        page.set_viewport_size({"width": ZOOMED, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > ZOOMED:
            found.append(f"{where} scrolls sideways")
    assert found == []
