"""Upload and queue in a browser: files dropped on the form, a reading followed, with and without a script."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from ingest.models import Job
from tests.browser.test_accessibility import RUN_AXE, ways_to_show
from tests.builders import a_deliberation
from tests.ingest.jobs import a_job

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# The menu beside is Django's own.
RUN_AXE_ON_PAGE = RUN_AXE.replace("axe.run(", "axe.run('#content', ")
DROPPED = """names => {
    const dropped = new DataTransfer();
    for (const name of names) dropped.items.add(new File(["%PDF-1.7"], name, {type: "application/pdf"}));
    return dropped;
}"""


@pytest.fixture
def open_queue(open_page, live_server):
    """Opens an address of the desk, as an administrator."""
    user = User.objects.create_superuser("responsable", password="mot-de-passe-1")

    def open_at(where: str, width: int = 1440, **options):
        page = open_page(reverse("admin:login"), width, **options)
        page.fill("#id_username", user.username)
        page.fill("#id_password", "mot-de-passe-1")
        page.locator("#login-form [type=submit]").click()
        page.goto(live_server.url + where)
        return page

    return open_at


def goes_on(job: Job, **fields) -> None:
    """What a worker writes on the job."""
    Job.objects.filter(pk=job.pk).update(heartbeat=timezone.now(), **fields)


def test_files_dropped_on_the_form_are_chosen_and_those_too_large_named(open_queue, settings):
    settings.UPLOAD_MAX_BYTES = 4
    page = open_queue(reverse("admin:grants_deliberation_add"))
    dropped = page.evaluate_handle(DROPPED, ["un.pdf", "deux.pdf"])

    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": dropped})

    expect(page.locator("[data-chosen] li")).to_have_count(2)
    expect(page.locator("[data-chosen] li").first).to_contain_text("un.pdf")
    expect(page.locator("[data-chosen] .desk-no").first).to_contain_text("trop gros")
    assert page.evaluate("document.querySelector('input[type=file]').files.length") == 2


def test_a_reading_is_followed_to_its_end_without_a_click(open_queue):
    job = a_job(state=Job.State.READING, step="pages", step_done=1, step_total=12)
    page = open_queue(job.get_absolute_url())
    bar, said = page.get_by_role("progressbar"), page.locator("#annonce")
    expect(bar).to_have_attribute("value", "1")
    page.get_by_role("button", name="Annuler la lecture").focus()

    goes_on(job, step="scans", step_done=2)
    expect(bar).to_have_attribute("value", "2")
    expect(said).to_contain_text("reconnaissance des pages numérisées, 2 sur 12 pages")
    goes_on(job, step_done=4)
    expect(bar).to_have_attribute("value", "4")
    expect(said).to_contain_text("2 sur 12 pages")  # a page more is no news
    goes_on(job, step_done=6)
    expect(said).to_contain_text("6 sur 12 pages")
    expect(page.get_by_role("button", name="Annuler la lecture")).to_be_focused()

    goes_on(job, state=Job.State.READ, deliberation=a_deliberation(number="2023/7"), message="Lue.")
    expect(page.get_by_role("link", name="Relire ce qui a été lu")).to_be_visible()
    expect(said).to_contain_text("lue. Lue.")
    expect(bar).to_have_count(0)


def test_without_a_script_the_page_has_a_link_to_ask_for_news(open_queue):
    job = a_job(state=Job.State.READING, step="pages", step_done=1, step_total=12)
    page = open_queue(reverse("admin:ingest_job_changelist"), java_script_enabled=False)

    goes_on(job, step_done=9)
    page.get_by_role("link", name="Actualiser").click()

    expect(page.get_by_role("progressbar")).to_have_attribute("value", "9")


def test_axe_finds_no_barrier_in_the_queue(open_queue, live_server):
    act = a_deliberation(published=False, content=b"%PDF act")
    jobs = [
        a_job(state=Job.State.READING, step="pages", step_done=1, step_total=12),
        a_job(content=b"%PDF 2"),
        a_job(content=b"%PDF 3", state=Job.State.FAILED, message="Non lue.", trace="Trace"),
        a_job(content=b"%PDF 4", state=Job.State.READ, deliberation=act, message="Lue."),
        a_job(content=b"%PDF 5", state=Job.State.CANCELLED),
    ]
    addresses = [
        reverse("admin:ingest_job_changelist"),
        reverse("admin:grants_deliberation_add"),
        reverse("admin:grants_deliberation_delete", args=[act.pk]),
        *(job.get_absolute_url() for job in jobs),
    ]
    page, found = open_queue(addresses[0], bypass_csp=True), []
    for number, where in enumerate(addresses):
        page.goto(live_server.url + where)
        page.evaluate(AXE_SCRIPT)
        for width, scheme in ways_to_show(number):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found += [f"{where} at {width} px, {scheme}, {barrier}" for barrier in page.evaluate(RUN_AXE_ON_PAGE)]
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{where} at {width} px"
    assert found == []
