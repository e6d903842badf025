"""The staff desk as two people live it, with the real processes: an agent who reads and mends, an editor who publishes.

Each test starts a site and a reading worker on an empty folder, and looks at pages only.
"""

import io
import re
import shutil
from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import expect
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.browser.conftest import PATIENCE
from tests.browser.desk import AGENT, EDITOR, PASSWORD, prepare_desk, running_desk
from tests.excerpts import excerpt_of

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "pdf"
BORDERLESS, RULED = CORPUS / "nord-2022-273.borderless.pdf", CORPUS / "nord-2022-273.ruled.pdf"
SCAN = CORPUS / "pdc-2025-237.scan.pdf"
SCANNED_PAGES = (1, 2, 3, 25, 26)  # the decision, and the end of its list: less than the totals say
READ_WITHIN = 300_000  # milliseconds, on a machine that does other things too

pytestmark = [pytest.mark.browser, pytest.mark.corpus]


@pytest.fixture(scope="session")
def empty_desk(tmp_path_factory):
    """The folder of a desk that has read nothing yet, made once."""
    folder = tmp_path_factory.mktemp("desk")
    prepare_desk(folder)
    return folder


@pytest.fixture
def sign_in(chromium, empty_desk, tmp_path):
    """Opens the desk in the name of somebody: a page of a browser of their own."""
    folder = shutil.copytree(empty_desk, tmp_path / "desk")
    with running_desk(folder) as site:
        contexts = []

        def sign_in(name: str = ""):
            context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="fr-FR", base_url=site)
            context.set_default_timeout(PATIENCE)
            contexts.append(context)
            page = context.new_page()
            if name:
                page.goto("/admin/")
                page.fill("#id_username", name)
                page.fill("#id_password", PASSWORD)
                page.locator("#login-form [type=submit]").click()
            return page

        yield sign_in
        for context in contexts:
            context.close()


def upload(page, *files) -> None:
    page.goto("/admin/grants/deliberation/add/")
    page.set_input_files("input[type=file]", list(files))
    page.get_by_role("button", name="Envoyer et lire").click()


def wait_until_read(page) -> None:
    expect(page.locator(".desk-state .desk-yes")).to_have_text("✓ lue", timeout=READ_WITHIN)


def act_address(page) -> str:
    """The address of the review of the act that a finished reading gave."""
    return page.locator(".desk-state a").first.get_attribute("href")


def said(page):
    """What the desk answers to what was just done."""
    return page.locator(".messagelist")


def left_in(page, step: str) -> int:
    """How much is left to see in a step of the review."""
    return int(re.search(r"\d+", page.locator("#path").get_by_role("link", name=step).inner_text())[0])


def test_from_an_uploaded_pdf_to_a_published_act_and_back(sign_in):
    agent = sign_in(AGENT)
    upload(agent, BORDERLESS)
    wait_until_read(agent)
    review = act_address(agent)

    # Doubtful cells: a proposal taken, the others seen.
    agent.goto(f"{review}cases/")
    left = left_in(agent, "Cases douteuses")
    assert left > 3
    card = agent.locator(".desk-card", has=agent.get_by_role("button", name="Prendre « Hondschoote")).first
    seat = card.get_attribute("id").removeprefix("ligne-")
    card.get_by_role("button", name="Prendre « Hondschoote").click()
    expect(agent.locator("#said")).to_contain_text(f"Ligne {seat} corrigée.")
    agent.goto(f"{review}cases/")
    for _ in range(2):
        agent.get_by_role("button", name="C’est bien cela").first.click()
        expect(agent.locator("#said")).to_contain_text("vérifiée")
        agent.goto(f"{review}cases/")
    assert left_in(agent, "Cases douteuses") == left - 3

    # A value mistaken on purpose from the table, with the keyboard: its total no longer closes, and says so.
    agent.goto(f"{review}ligne/{seat}/")
    agent.get_by_role("link", name="dans le tableau").click()
    amount = agent.locator(f"#ligne-{seat} textarea[name^=amount]").last
    before = amount.input_value()
    amount.focus()
    agent.keyboard.press("Control+a")
    agent.keyboard.type("1 234 567,00")
    agent.keyboard.press("Enter")
    expect(agent.locator("#said")).to_contain_text("enregistrée")
    agent.goto(f"{review}totaux/")
    expect(agent.locator(".desk-card").first).to_contain_text(
        f"Son montant a été corrigé\u202f: avec celui qui a été lu, {before}"
    )

    # Nobody publishes it like that, and the agent publishes nothing.
    agent.goto(review)
    expect(agent.get_by_text("la publier revient à un éditeur")).to_be_visible()
    editor = sign_in(EDITOR)
    editor.goto(review)
    editor.get_by_role("button", name="Publier").click()
    expect(said(editor)).to_contain_text("Expliquez-le en un mot")

    # The gesture undone, the totals close; a difference explained needs no undoing.
    agent.goto(f"{review}gestes/")
    agent.get_by_role("button", name="Annuler : Montant").first.click()
    expect(said(agent)).to_be_visible()
    agent.goto(f"{review}ligne/{seat}/")
    agent.get_by_role("link", name="dans le tableau").click()
    expect(agent.locator(f"#ligne-{seat} textarea[name^=amount]").last).to_have_value(before)
    agent.goto(f"{review}totaux/")
    expect(agent.locator(".desk-card")).to_have_count(0)

    # Published: the public reads it, and what was corrected.
    editor.goto(review)
    editor.get_by_role("button", name="Publier").click()
    expect(said(editor)).to_contain_text("est en ligne")
    public = sign_in()
    public.goto("/subventions/?q=hondschoote")
    expect(public.locator("h1")).to_be_visible()
    line = public.locator("td.amount a").first.get_attribute("href")
    corrected = _corrected_line(public)
    public.goto(corrected)
    expect(public.get_by_text("Corrigé par un agent")).to_be_visible()
    expect(public.get_by_text("HONDSCHOOOTE")).to_be_visible()

    # Withdrawn, and back in one click.
    editor.get_by_role("button", name="Retirer du site").click()
    expect(said(editor)).to_contain_text("n’est plus en ligne")
    assert public.goto(line).status == 410
    editor.get_by_role("button", name="Annuler le retrait").click()
    expect(editor.get_by_text("En ligne depuis")).to_be_visible()
    assert public.goto(line).status == 200

    # Read again, then from another PDF: nothing is replaced before it is seen, nor online by an agent; what was
    # corrected stays at its address.
    agent.goto(review)
    agent.get_by_role("button", name="Lire de nouveau").click()
    _see_what_would_change(agent)
    expect(agent.get_by_text("remplacer sa lecture revient à un éditeur")).to_be_visible()
    editor.goto(f"{review}nouvelle/")
    editor.get_by_role("button", name="Remplacer", exact=True).click()
    expect(said(editor)).to_contain_text("exactement la même chose")
    agent.goto(review)
    agent.get_by_role("link", name="Remplacer par un PDF corrigé").click()
    agent.set_input_files("input[type=file]", RULED)
    agent.get_by_role("button", name="Envoyer et lire").click()
    _see_what_would_change(agent)
    editor.goto(f"{review}nouvelle/")
    for button, told in (("Remplacer", "est en place"), ("Annuler le remplacement", "est annulé")):
        editor.get_by_role("button", name=button, exact=True).click()
        expect(said(editor)).to_contain_text(told)
        public.goto(corrected)
        expect(public.get_by_text("Corrigé par un agent")).to_be_visible()

    _merge_and_undo(editor, public)


def _see_what_would_change(agent) -> None:
    wait_until_read(agent)
    agent.get_by_role("link", name="Voir ce qui changerait").last.click()
    expect(agent.get_by_role("heading", name="Vos corrections")).to_be_visible()
    expect(agent.get_by_text("Elles sont toutes gardées.")).to_be_visible()


def _corrected_line(public) -> str:
    """The address of the first of these lines whose page says that it was corrected."""
    addresses = public.locator("td.amount a").evaluate_all("links => links.map(link => link.pathname)")
    for address in addresses:
        public.goto(address)
        if public.get_by_text("Corrigé par un agent").count():
            return address
    raise AssertionError("no line says that it was corrected")


def _merge_and_undo(editor, public) -> None:
    """Two operators made one with a preview, the old address leads to the other, then apart again."""
    editor.goto("/admin/grants/operator/doublons/")
    editor.get_by_role("link", name="Comparer").first.click()
    editor.get_by_role("link", name="Le même\u202f: voir ce qui serait réuni").click()
    row = editor.locator("tr", has_text="Adresse publique")
    gone = re.search(r"/operateurs/\S+/", row.locator("td").first.inner_text())[0]
    kept = re.search(r"/operateurs/\S+/", row.locator("td").last.inner_text())[0]
    editor.get_by_role("button", name="Réunir").click()
    expect(said(editor)).to_be_visible()
    assert public.request.get(gone).url.endswith(kept)
    editor.goto("/admin/grants/operator/reunions/")
    editor.get_by_role("button", name="Défaire").first.click()
    expect(said(editor)).to_be_visible()
    assert public.request.get(gone).url.endswith(gone)


def test_a_scan_is_read_page_by_page_and_published_with_its_differences_explained(sign_in, tmp_path):
    agent = sign_in(AGENT)
    upload(agent, excerpt_of(SCAN, SCANNED_PAGES, tmp_path))
    bar = agent.get_by_role("progressbar").first
    expect(bar).to_have_attribute("value", re.compile(r"[1-9]"), timeout=READ_WITHIN)
    wait_until_read(agent)
    review = act_address(agent)

    agent.goto(f"{review}totaux/")
    for box in agent.get_by_label("expliquer cet écart par un mot").all():
        box.check()
    agent.get_by_label("Pourquoi les totaux cochés diffèrent").fill("Vérifié sur la page : écart d’impression.")
    agent.get_by_role("button", name="Enregistrer l’explication").click()
    expect(agent.get_by_text("Écarts expliqués")).to_be_visible()
    agent.goto(f"{review}non-lues/")
    if agent.locator(".desk-card").count():
        for box in agent.get_by_label("ce n’est pas une subvention").all():
            box.check()
        agent.get_by_label("Pourquoi les lignes cochées").fill("Ce n’est pas une ligne de subvention.")
        agent.get_by_role("button", name="Écarter les lignes cochées").click()
        expect(agent.get_by_role("heading", name="Écartées")).to_be_visible()
    agent.goto(f"{review}cases/")
    assert agent.locator(".desk-card").count() > 0, "a scan has cells to look at"
    assert agent.locator(".desk-crop img").first.evaluate("image => image.complete ? image.naturalWidth : 1") > 0

    editor = sign_in(EDITOR)
    editor.goto(review)
    editor.get_by_role("button", name="Publier").click()
    expect(said(editor)).to_contain_text("est en ligne")
    public = sign_in()
    public.goto(editor.get_by_role("link", name="Voir la page publique").get_attribute("href"))
    expect(public.get_by_text("écart d’impression").first).to_be_visible()


IBAN, PHONE = "FR76 3000 6000 0112 3456 7890 189", "06 12 34 56 78"
MAIL, PERSON = "jeanne.durand@exemple.fr", "Mme DURAND Jeanne"
ROWS = (("Association Les Jonquilles", "1 200,00 €"), (PERSON, "800,00 €"), ("Club de voile", "2 000,00 €"))


def an_act_with_personal_data() -> bytes:
    """One page: a list of three grants, one of them to a person, and how to pay and reach her."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    for number, text in enumerate(
        ("DÉPARTEMENT DU NORD", "Conseil départemental", "Séance du 12 juin 2023", "DÉLIBÉRATION N° 2023-77")
    ):
        canvas.drawString(60, 790 - 18 * number, text)
    canvas.drawString(60, 700, "Objet : Subventions aux porteurs de projets")
    canvas.drawString(60, 680, "Le Conseil départemental décide d’attribuer les subventions suivantes pour 2023 :")
    for number, (name, amount) in enumerate((("Bénéficiaire", "Montant 2023"), *ROWS, ("TOTAL", "4 000,00 €"))):
        y = 640 - 24 * number
        canvas.rect(60, y - 7, 300, 24)
        canvas.rect(360, y - 7, 140, 24)
        canvas.drawString(66, y, name)
        canvas.drawString(370, y, amount)
    for number, text in enumerate((f"IBAN {IBAN}", f"Courriel : {MAIL}", f"Téléphone : {PHONE}")):
        canvas.drawString(60, 480 - 20 * number, text)
    canvas.save()
    return buffer.getvalue()


def test_personal_data_are_masked_everywhere_until_an_editor_decides(sign_in, tmp_path):
    pdf = tmp_path / "personnes.pdf"
    pdf.write_bytes(an_act_with_personal_data())
    agent, editor, public = sign_in(AGENT), sign_in(EDITOR), sign_in()
    upload(agent, pdf)
    wait_until_read(agent)
    review = act_address(agent)
    editor.goto(review)
    if editor.get_by_label("Un mot").count():
        editor.get_by_label("Un mot").fill("Vu.")
    editor.get_by_role("button", name="Publier").click()
    expect(said(editor)).to_contain_text("est en ligne")
    page = editor.get_by_role("link", name="Voir la page publique").get_attribute("href")
    slug = page.strip("/").rpartition("/")[2]

    def public_texts() -> str:
        files = (f"/deliberations/{slug}.{suffix}" for suffix in ("csv", "json", "atom"))
        texts = [_text_at(public, address) for address in (page, f"{page}page/1/", "/subventions.csv", *files)]
        return "\n".join([*texts, _copy_text(public, page)])

    secrets = (IBAN, "3000 6000", MAIL, PHONE, "DURAND")
    told = public_texts()
    assert "Les Jonquilles" in told
    assert [secret for secret in secrets if secret in told] == []
    assert "DURAND" not in _text_at(public, "/subventions.csv?q=durand")

    # Staff see them; an editor alone makes one public, and only that one.
    agent.goto(f"{review}donnees-personnelles/")
    expect(agent.get_by_role("heading", name=IBAN)).to_be_visible()
    assert agent.get_by_role("button", name="Rendre public ce qui est coché").count() == 0, "an agent does not decide"
    editor.goto(agent.url)
    editor.locator(".desk-card", has=editor.get_by_role("heading", name="DURAND Jeanne")).get_by_role(
        "checkbox"
    ).check()
    editor.get_by_label("Pourquoi (obligatoire pour rendre public)").fill("Elle préside l’association.")
    editor.get_by_role("button", name="Rendre public ce qui est coché").click()
    expect(said(editor)).to_be_visible()
    told = public_texts()
    assert [secret for secret in secrets if secret in told] == ["DURAND"]
    assert "DURAND" in _text_at(public, "/subventions.csv?q=durand")


def _text_at(public, address: str) -> str:
    response = public.request.get(address)
    assert response.ok, address
    return response.text()


def _copy_text(public, page: str) -> str:
    """The text of the PDF that the public downloads from the page of an act."""
    public.goto(page)
    address = public.locator("a[href$='.pdf']").first.get_attribute("href")
    with pdfplumber.open(io.BytesIO(public.request.get(address).body())) as copy:
        return "\n".join(sheet.extract_text() for sheet in copy.pages)
