"""The staff's pages about one act: what was read, its pages, publication; and who may open them."""

import io
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.urls import get_resolver, reverse
from PIL import Image

from grants.models import Deliberation
from ingest.desk.addresses import ACT_PAGES, DESK_PAGES
from ingest.models import Job
from tests.builders import (
    a_check,
    a_deliberation,
    a_leftover,
    a_line,
    a_territory,
    a_total,
    an_operator,
)
from tests.grants.pages import undescribed
from tests.ingest.desk.staff import a_draft, a_pdf, address, an_agent
from tests.ingest.jobs import a_job

pytestmark = pytest.mark.django_db


def shown(client, act: Deliberation, query: str = "") -> str:
    return client.get(address(act) + query).content.decode()


# ---- what was read -----------------------------------------------------------------------------------------------


def test_reading_of_an_act_without_doubts_says_so_and_can_be_published(client, agent):
    act = a_draft()
    a_check(total=a_total(deliberation=act))

    page = shown(client, act)

    assert "Brouillon" in page
    assert "Aucun écart sans explication, aucune ligne non lue." in page
    assert 'name="word"' not in page
    assert f'href="{act.get_absolute_url()}">Voir comme le public le verra' in page
    assert f'action="{address(act, "publish")}"' in page


def test_reading_says_what_is_left_to_see_step_by_step(client, agent):
    act = a_draft()
    a_check(total=a_total(deliberation=act, amount="66500.00", scope="Thématique 5"))
    a_line(deliberation=act, certainty=0.5)
    a_line(deliberation=act, certainty=0.5)
    a_leftover(deliberation=act)

    page = shown(client, act)

    assert "Reste à voir\u202f: <strong>4</strong>" in page
    assert "2\u00a0lignes à comparer avec l’imprimé" in page
    assert "1\u00a0ligne non lue" in page
    assert "1\u00a0écart sans explication" in page
    assert f'href="{address(act, "doubts")}">Continuer\u202f: cases douteuses' in page
    assert "1 total annoncé diffère de la somme de ses lignes" in page
    assert 'name="word"' in page


def test_reading_of_an_act_that_is_wholly_seen_leads_to_its_publication(client, agent):
    page = shown(client, a_draft())

    assert "✓ Tout est vu" in page
    assert "À faire avant de publier" in page
    assert "Tout est vu\u202f: publier" in page


def test_reading_of_an_act_that_is_online_leads_to_no_publication(client, agent):
    page = shown(client, a_draft(status=Deliberation.Status.PUBLISHED))

    assert "✓ Tout est vu" in page
    assert "avant de publier" not in page
    assert "Tout est vu\u202f: publier" not in page


def test_totals_show_the_difference_first(client, agent):
    act = a_draft()
    a_check(total=a_total(deliberation=act, scope="Total qui tombe juste"))
    a_check(total=a_total(deliberation=act, amount="66500.00", scope="Thématique 5"))

    page = client.get(address(act, "totals")).content.decode()

    assert page.index("Thématique 5") < page.index("Total qui tombe juste")
    assert "✗ −54" in page
    assert "✓ égal" in page
    assert "total annoncé égal à la somme de ses lignes" in page
    assert "−54\u202f000,00\u00a0€" in page


def test_leftovers_are_shown_with_what_is_printed(client, agent):
    act = a_draft()
    a_leftover(deliberation=act, text="Mission locale – voir convention")

    page = client.get(address(act, "leftovers")).content.decode()

    assert "Mission locale – voir convention" in page
    assert "aucun montant dans la ligne" in page


def test_reading_tells_skipped_tables(client, agent):
    act = a_draft(reading_notes="Tableau 4 laissé de côté (RIB) : ne parle pas de subventions")

    assert "Tableau 4 laissé de côté (RIB)" in shown(client, act)


def test_reading_says_what_was_not_read_of_the_act(client, agent):
    act = a_draft(title="", session_date=None, president="")

    page = shown(client, act)

    assert "Objet non lu" in page
    assert "non lue" in page


@pytest.mark.parametrize("page", ["reading", "doubts", "leftovers", "totals"])
def test_review_asks_as_many_questions_for_a_thousand_lines(client, agent, page, django_assert_max_num_queries):
    act = a_draft()
    for _ in range(30):
        a_line(deliberation=act, certainty=0.5)
        a_check(total=a_total(deliberation=act))
        a_leftover(deliberation=act)

    with django_assert_max_num_queries(26):
        client.get(address(act, page))


# ---- its pages ---------------------------------------------------------------------------------------------------


def test_sheet_frames_what_was_read_on_that_page_only(client, agent):
    act = a_draft(content=a_pdf(), page_count=3)
    a_line(deliberation=act, page=2, line=7, operator=an_operator("Sur la page deux"), x0=0.1, y0=0.5, x1=0.9, y1=0.55)
    a_leftover(deliberation=act, page=2, text="Reste de la page deux")
    a_check(total=a_total(deliberation=act, page=2, scope="Total de la page deux"))

    page = client.get(address(act, "sheet", 2) + "?ligne=7").content.decode()

    assert 'class="desk-frame desk-frame--chosen" x="0.1000" y="0.5000" width="0.8000" height="0.0500"' in page
    assert page.count("<rect") == 3
    assert 'id="ligne-7"' in page
    assert "Reste de la page deux" in page
    assert "Total de la page deux" in page
    assert f"/admin/grants/deliberation/{act.pk}/lecture/page/2.webp" in page, "the page as it is, nothing masked"


@pytest.mark.parametrize("number", [0, 4])
def test_sheet_beyond_the_document_is_404(client, agent, number):
    assert client.get(address(a_draft(page_count=3), "sheet", number)).status_code == 404


def test_crop_is_the_part_of_the_page_that_was_asked(client, agent):
    act = a_draft(content=a_pdf(), page_count=3)

    response = client.get(address(act, "crop") + "?page=1&box=0.1,0.2,0.9,0.3")

    assert "private" in response["Cache-Control"]
    with Image.open(io.BytesIO(response.content)) as image:
        assert image.size == pytest.approx((0.8 * 2480 + 30, 0.1 * 3508 + 30), abs=3)


@pytest.mark.parametrize(
    "query",
    ["", "?page=1", "?page=x&box=0,0,1,1", "?page=1&box=0,0,1", "?page=1&box=a,b,c,d", "?page=9&box=0,0,1,1"]
    + [
        "?page=1&box=nan,0,1,1",
        "?page=1&box=inf,0,1,1",
        "?page=1&box=0.9,0.9,0.1,0.1",
        f"?page={'9' * 3000}&box=0,0,1,1",
    ],
)
def test_crop_of_nothing_is_404(client, agent, query):
    act = a_draft(content=a_pdf(1), page_count=1)

    assert client.get(address(act, "crop") + query).status_code == 404


# ---- publication -------------------------------------------------------------------------------------------------


def test_publish_button_puts_the_act_online(client, agent):
    act = a_draft()

    page = client.post(address(act, "publish"), follow=True).content.decode()

    act.refresh_from_db()
    assert act.status == Deliberation.Status.PUBLISHED
    assert "est en ligne" in page
    assert act.get_absolute_url() in page
    assert f'action="{address(act, "withdraw")}"' in page


def test_publish_button_needs_a_word_where_something_differs(client, agent):
    act = a_draft()
    a_leftover(deliberation=act)

    refused = client.post(address(act, "publish"), follow=True).content.decode()
    act.refresh_from_db()
    assert act.status == Deliberation.Status.DRAFT
    assert "Expliquez-le en un mot" in refused

    client.post(address(act, "publish"), {"word": "une ligne de titre"})
    act.refresh_from_db()
    assert act.status == Deliberation.Status.PUBLISHED


def test_withdraw_button_takes_the_act_offline(client, agent):
    act = a_deliberation()

    page = client.post(address(act, "withdraw"), follow=True).content.decode()

    act.refresh_from_db()
    assert act.status == Deliberation.Status.DRAFT
    assert "n’est plus en ligne" in page


@pytest.mark.parametrize("page", ["publish", "withdraw"])
def test_publication_is_never_a_link(client, agent, page):
    act = a_draft()

    assert client.get(address(act, page)).status_code == 405
    act.refresh_from_db()
    assert act.status == Deliberation.Status.DRAFT


def test_publication_refuses_a_form_from_elsewhere(agent):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(agent)
    act = a_draft()

    assert strict.post(address(act, "publish")).status_code == 403
    assert Deliberation.objects.get().status == Deliberation.Status.DRAFT


# ---- who may -----------------------------------------------------------------------------------------------------


def desk_addresses(act: Deliberation) -> dict[str, str]:
    """Every address that the desk adds to the admin, found in the URL table itself."""
    admin = next(entry for entry in get_resolver().url_patterns if getattr(entry, "app_name", "") == "admin")
    patterns = {
        pattern.name: pattern.pattern.converters
        for entry in admin.url_patterns
        for pattern in getattr(entry, "url_patterns", [])
        if (pattern.name or "").startswith("grants_deliberation_")
    }
    known = {"pk": act.pk, "object_id": act.pk, "code": act.department_id, "year": 2023, "batch": uuid4()}
    known |= {"slug": "premier-jour"}
    return {
        name.removeprefix("grants_deliberation_"): reverse(
            f"admin:{name}", kwargs={argument: known.get(argument, 1) for argument in arguments}
        )
        for name, arguments in patterns.items()
    }


def test_desk_addresses_are_all_walked():
    walked = set(desk_addresses(a_draft()))

    assert {"changelist", "add", "history", "delete", "change", "publish", "withdraw"} <= walked
    assert {name for _, _, name in (*ACT_PAGES, *DESK_PAGES)} <= walked


def test_fields_are_described_by_words_of_their_page(admin_client):
    act = a_draft(content=a_pdf(3), page_count=3)
    line = a_line(deliberation=act, certainty=0.3, territory=a_territory())
    failed = a_job(state=Job.State.FAILED, message="Rien.")
    pages = [*desk_addresses(act).values(), reverse("admin:ingest_job_page", args=[failed.pk])]
    pages.append(reverse("admin:grants_territory_extent", args=[line.territory_id]))

    html = {}
    for page in pages:
        answer = admin_client.get(page)
        content = b"".join(answer)  # read to its end, a file closes itself
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            html[page] = content.decode()

    assert len(html) > 15
    assert {page: undescribed(text) for page, text in html.items() if undescribed(text)} == {}


@pytest.mark.parametrize("method", ["get", "post"])
def test_desk_sends_visitors_and_users_who_are_not_staff_to_the_login(client, method):
    act = a_draft()
    for user in (
        None,
        User.objects.create_user("visiteur"),
        User.objects.create_user("sorti", is_staff=True, is_active=False),
    ):
        if user:
            client.force_login(user)
        for name, where in desk_addresses(act).items():
            response = getattr(client, method)(where)
            assert response.status_code == 302, name
            assert response["Location"].startswith("/admin/login/"), name
    assert Deliberation.objects.get().status == Deliberation.Status.DRAFT


@pytest.mark.parametrize("method", ["get", "post"])
def test_desk_refuses_staff_without_any_right(client, method):
    act = a_draft()
    client.force_login(User.objects.create_user("stagiaire", is_staff=True))

    for name, where in desk_addresses(act).items():
        assert getattr(client, method)(where).status_code == 403, name
    assert Deliberation.objects.get().status == Deliberation.Status.DRAFT


def test_desk_shows_but_changes_nothing_for_staff_who_may_only_view(client):
    act = a_draft()
    client.force_login(an_agent("view_deliberation"))

    page = shown(client, act)

    assert "revient à un éditeur" in page
    assert '<form method="post" action="/admin/grants' not in page
    assert client.post(address(act, "publish")).status_code == 403
    assert client.post(address(act, "withdraw")).status_code == 403
    assert client.get("/admin/grants/deliberation/add/").status_code == 403
