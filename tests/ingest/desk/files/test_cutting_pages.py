"""The page of a file of several deliberations: what was found, corrected by staff, and what becomes of each."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from ingest.models import Job
from tests.bundles import short_acts
from tests.grants.pages import undescribed
from tests.ingest.desk.staff import SENDS, an_agent, text
from tests.ingest.jobs import a_job
from tests.ingest.reading_queue import read_queue

pytestmark = pytest.mark.django_db(transaction=True)
State = Job.State


@pytest.fixture(autouse=True)
def agent(client) -> User:
    user = an_agent(*SENDS)
    client.force_login(user)
    return user


@pytest.fixture
def job(tmp_path, agent) -> Job:
    """A file of two deliberations that is to be cut, as its reading found it."""
    content = short_acts(tmp_path / "recueil.pdf", "31-07", "31-08").read_bytes()
    acts = [[1, 2, "31-07", "Soutien à la vie associative"], [3, 4, "31-08", "Soutien à la vie associative"]]
    return a_job(
        content=content, name="recueil.pdf", state=State.SEVERAL, page_count=4, acts=acts, message="Elle est longue."
    )


def cut(client, job, *ranges):
    typed = {
        f"{name}-{row}": page
        for row, pages in enumerate(ranges)
        for name, page in zip(("first", "last"), pages, strict=True)
    }
    return client.post(reverse("admin:ingest_job_cut", args=[job.pk]), typed, follow=True)


def test_the_page_shows_where_each_begins_and_lets_it_be_corrected(client, job):
    page = client.get(job.get_absolute_url()).content.decode()

    assert "Où chaque délibération commence" in page
    assert re.findall(r'name="first-\d" value="(\d)"', page) == ["1", "3"]
    assert re.findall(r"<legend>(.+?)</legend>", page) == ["31-07", "31-08", *["Une autre délibération"] * 2]
    assert reverse("admin:ingest_job_page_image", args=[job.pk, 3]) in page
    assert "Relancer la lecture" not in page


def test_the_file_is_cut_and_each_deliberation_is_followed(client, job):
    page = cut(client, job, (1, 2), (3, 4))

    assert "2 délibérations vont être lues" in text(page).replace("\xa0", " ")
    assert page.content.decode().count("En attente") == 2
    read_queue()
    page = text(client.get(job.get_absolute_url())).replace("\xa0", " ")
    assert "Nord – 31-07" in page
    assert "Nord – 31-08" in page
    assert "Corriger les pages" in page


def test_pages_left_out_are_told(client, job):
    assert "1 page laissée de côté" in text(cut(client, job, (2, 2), (3, 4))).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        ([(1, 3), (3, 4)], "La page 3 est dans deux délibérations."),
        ([(4, 1)], "ne peut pas aller de la page 4 à la page 1"),
        ([(1, "")], "Il manque une page"),
        ([(1, 9)], "De 1 à 4."),
        ([("a", "b")], "De 1 à 4."),
        ([], "Donnez les pages d’une délibération au moins."),
    ],
)
def test_pages_that_make_no_sense_are_refused_and_stay_typed(client, job, ranges, said):
    page = cut(client, job, *ranges)

    assert page.status_code == 400
    assert said in text(page)
    assert Job.objects.get().state == State.SEVERAL
    assert undescribed(page.content.decode()) == set()
    for first, _ in ranges:
        assert f'value="{first}"' in page.content.decode()


def test_a_second_click_changes_nothing(client, job):
    cut(client, job, (1, 2), (3, 4))

    assert "étaient déjà découpées" in text(cut(client, job, (1, 2), (3, 4)))
    assert Job.objects.count() == 3


def test_a_file_that_is_not_to_be_cut_is_left_alone(client):
    other = a_job(state=State.FAILED)

    assert "n’est pas à découper" in text(cut(client, other, (1, 2)))
    assert Job.objects.get().state == State.FAILED


def test_the_file_is_said_to_be_one_deliberation(client, job):
    client.post(reverse("admin:ingest_job_as_one_act", args=[job.pk]))

    job.refresh_from_db()
    assert (job.state, job.is_one_act) == (State.WAITING, True)


def test_the_queue_and_the_start_page_say_what_is_to_be_cut(client, job):
    assert "à découper" in text(client.get(reverse("admin:ingest_job_changelist")))
    assert "fichier à découper" in text(client.get(reverse("admin:index")))


def test_a_page_of_the_file_is_shown(client, job):
    shown = client.get(reverse("admin:ingest_job_page_image", args=[job.pk, 3]))

    assert shown["Content-Type"] == "image/webp"
    assert client.get(reverse("admin:ingest_job_page_image", args=[job.pk, 9])).status_code == 404


def test_who_may_only_look_cannot_cut(client, job, agent):
    agent.user_permissions.set(Permission.objects.filter(codename="view_deliberation"))

    assert "Découper ce fichier" not in client.get(job.get_absolute_url()).content.decode()
    assert cut(client, job, (1, 2)).status_code == 403
