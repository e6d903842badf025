"""The pages of the queue: the list, one job, what is asked again and again, the buttons."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone

from ingest.desk.queue.telling import announcement
from ingest.models import Job
from tests.builders import a_deliberation
from tests.ingest.desk.queue.test_upkeep import long_ago
from tests.ingest.desk.staff import SENDS, an_agent, text
from tests.ingest.jobs import a_job

pytestmark = pytest.mark.django_db
State = Job.State
QUEUE = "/admin/ingest/job/"


@pytest.fixture
def agent(client) -> User:
    user = an_agent(*SENDS)
    client.force_login(user)
    return user


def test_queue_shows_what_is_under_way_first(client, agent):
    a_job(content=b"%PDF 1", name="lue.pdf", state=State.READ, deliberation=a_deliberation(number="2023/7"))
    a_job(content=b"%PDF 2", name="attend.pdf")
    a_job(content=b"%PDF 3", name="échoue.pdf", state=State.FAILED, message="échoue.pdf : le fichier est vide.")

    page = client.get(QUEUE)

    assert re.findall(r"\w+\.pdf</a>", page.content.decode()) == ["attend.pdf</a>", "échoue.pdf</a>", "lue.pdf</a>"]
    assert "Nord – 2023/7" in text(page)
    assert "le fichier est vide." in text(page)


def test_file_that_could_not_be_read_leads_to_what_can_be_done_with_it(client, agent):
    job = a_job(name="acte.pdf", state=State.FAILED, message="acte.pdf : le fichier est vide.")

    page = client.get(QUEUE).content.decode()

    assert f'<a href="{QUEUE}{job.pk}/">Relancer ou retirer ce fichier</a>' in page


def test_queue_asks_as_many_questions_for_many_jobs(client, agent, django_assert_max_num_queries):
    for number in range(30):
        act = a_deliberation()
        a_job(content=b"%%PDF %d" % number, state=State.READ, deliberation=act, replaces=act, author=agent)
        a_job(content=b"%%PDF w%d" % number)

    with django_assert_max_num_queries(12):
        client.get(QUEUE)


def test_a_waiting_job_says_how_many_come_first(client, agent):
    a_job(content=b"%PDF 1")
    a_job(content=b"%PDF 2")
    last = a_job(content=b"%PDF 3")

    assert "2 fichiers à lire avant celui-ci" in text(client.get(last.get_absolute_url())).replace("\xa0", " ")


def test_a_job_under_way_shows_its_pages_and_asks_for_news_without_javascript_too(client, agent):
    job = a_job(state=State.READING, step="scans", step_done=3, step_total=12)

    page = client.get(job.get_absolute_url()).content.decode()

    assert re.search(r'<progress max="12" value="3" aria-label="[^"]+"', page)
    assert "Étape 2 sur 4, reconnaissance des pages numérisées" in page
    assert f"suivis={job.pk}," in page
    assert "<noscript>" in page
    assert 'role="status"' in page
    assert "Annuler la lecture" in page


def test_a_job_that_nobody_reads_any_more_says_so(client, agent):
    stale = a_job(state=State.READING, heartbeat=long_ago())
    stuck = a_job(content=b"%PDF 2", waiting_since=long_ago())

    assert "ne donne plus signe de vie" in text(client.get(stale.get_absolute_url()))
    assert "Aucun programme de lecture ne semble en marche" in text(client.get(stuck.get_absolute_url()))

    Job.objects.filter(pk=stale.pk).update(heartbeat=timezone.now())
    assert "Aucun programme" not in text(client.get(stuck.get_absolute_url()))


def test_news_of_a_job_are_announced_once_a_step_and_half(client, agent):
    job = a_job(state=State.READING, step="scans", step_done=3, step_total=12)
    key = announcement([job]).key

    first = client.get(f"{QUEUE}etats/?suivis={job.pk},&dit=waiting..0").content.decode()
    again = client.get(f"{QUEUE}etats/?suivis={job.pk},&dit={key}").content.decode()
    Job.objects.update(step_done=6)
    half = client.get(f"{QUEUE}etats/?suivis={job.pk},&dit={key}").content.decode()

    assert 'id="annonce"' in first
    assert "3 sur 12 pages" in first
    assert 'id="annonce"' not in again
    assert f'id="etat-{job.pk}" hx-swap-oob' in again
    assert "6 sur 12 pages" in half


def test_news_of_a_job_that_has_ended_bring_its_buttons_and_ask_no_more(client, agent):
    job = a_job(state=State.READ, message="Lue.", deliberation=a_deliberation(number="2023/7"))

    news = client.get(f"{QUEUE}etats/?suivis={job.pk},&dit=reading..0&boutons=1").content.decode()

    assert 'id="boutons" hx-swap-oob' in news
    assert "Relire ce qui a été lu" in news
    assert "hx-get" not in news


def test_a_job_whose_act_was_here_leads_to_the_difference(client, agent):
    act = a_deliberation()
    job = a_job(state=State.READ, message="Déjà là.", deliberation=act, replaces=act)

    page = client.get(job.get_absolute_url()).content.decode()

    assert page.count(f"/admin/grants/deliberation/{act.pk}/lecture/nouvelle/") == 2


@pytest.mark.parametrize("asked", ["", "x", "999999", "9" * 60])
def test_news_of_no_job_are_empty(client, agent, asked):
    news = client.get(f"{QUEUE}etats/", {"suivis": asked})

    assert news.status_code == 200
    assert "etat-" not in news.content.decode()


def test_buttons_cancel_begin_again_and_forget(client, agent, django_capture_on_commit_callbacks):
    job = a_job()

    assert "Annulée" in text(client.post(f"{QUEUE}{job.pk}/annuler/", follow=True))
    assert "Trop tard" in text(client.post(f"{QUEUE}{job.pk}/annuler/", follow=True))
    client.post(f"{QUEUE}{job.pk}/relancer/", {"department": "62"})
    job.refresh_from_db()
    assert (job.state, job.department, job.author) == (State.WAITING, "62", agent)
    assert "annulez-la d’abord" in text(client.post(f"{QUEUE}{job.pk}/oublier/", follow=True))
    client.post(f"{QUEUE}{job.pk}/annuler/")
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(f"{QUEUE}{job.pk}/oublier/", follow=True)
    assert "n’est plus dans la liste" in text(page)
    assert not Job.objects.exists()


def test_an_act_is_read_again_to_be_compared(client, agent):
    act = a_deliberation(content=b"%PDF act")

    page = client.post(f"/admin/grants/deliberation/{act.pk}/lire-de-nouveau/", follow=True)

    assert Job.objects.get().replaces == act
    assert "À comparer avec" in text(page)


def test_trace_is_for_administrators_alone(client, agent):
    job = a_job(state=State.FAILED, message="Non lue.", trace="Traceback of the reader")

    assert "Traceback" not in text(client.get(job.get_absolute_url()))
    client.force_login(User.objects.create_superuser("responsable"))
    assert "Traceback" in text(client.get(job.get_absolute_url()))


@pytest.mark.parametrize("route", ["annuler/", "relancer/", "oublier/"])
def test_who_may_only_look_presses_no_button(client, route):
    job = a_job(state=State.FAILED)
    viewer = User.objects.create_user("lectrice", is_staff=True)
    viewer.user_permissions.set(Permission.objects.filter(codename="view_deliberation"))
    client.force_login(viewer)

    page = client.get(job.get_absolute_url()).content.decode()

    assert "Relancer la lecture" not in page
    assert client.post(f"{QUEUE}{job.pk}/{route}").status_code == 403


def test_the_queue_is_not_for_those_without_the_right_to_look(client):
    client.force_login(User.objects.create_user("agent", is_staff=True))
    job = a_job()

    for address in (QUEUE, f"{QUEUE}etats/", job.get_absolute_url()):
        assert client.get(address).status_code == 403
