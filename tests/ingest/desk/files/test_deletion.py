"""A draft goes with all that was kept of it; an act that was online stays, and the page says why."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User

from grants.models import Deliberation, GrantLine, SearchEntry
from ingest.desk.queue import claims, jobs
from ingest.models import Job, KeptReading
from ingest.pages.page_images import image_path
from ingest.processes import isolation
from ingest.tasks import read_job
from tests.builders import a_check, a_deliberation, a_leftover, a_line, a_recusal, a_total
from tests.ingest.jobs import a_job, stored_files
from tests.ingest.readings import a_reading, an_act

pytestmark = pytest.mark.django_db
LIST = "/admin/grants/deliberation/"


def delete(client, act: Deliberation, callbacks):
    with callbacks(execute=True):
        return client.post(f"{LIST}{act.pk}/delete/", follow=True)


def test_a_draft_is_deleted_with_its_lines_jobs_readings_files_and_images(
    client, boss, settings, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(isolation, "read", lambda path, **options: a_reading(file=path.read_bytes(), act=an_act()))
    with django_capture_on_commit_callbacks(execute=True):
        read_job.call(a_job().pk)
    act = Deliberation.objects.get()
    a_job(content=b"%PDF corrected", replaces=act)
    image = image_path(act.sha256, 1)
    image.parent.mkdir(parents=True)
    image.write_bytes(b"webp")

    page = delete(client, act, django_capture_on_commit_callbacks).content.decode()

    assert "est supprimée, avec son fichier" in page
    for model in (Deliberation, GrantLine, KeptReading, Job):
        assert not model.objects.exists()
    assert not SearchEntry.objects.filter(kind=SearchEntry.Kind.ACT).exists()
    assert stored_files(settings) == []
    assert not image.parent.exists()
    assert LogEntry.objects.filter(user=boss).latest("pk").is_deletion()


def test_the_page_says_what_goes_before_anything_does(client, boss):
    act = a_deliberation(published=False)
    a_line(deliberation=act)
    a_check(total=a_total(deliberation=act))
    a_leftover(deliberation=act)
    a_recusal(deliberation=act)

    page = client.get(f"{LIST}{act.pk}/delete/").content.decode()

    assert "1\u00a0ligne de subvention" in page
    assert act.source_name in page
    assert Deliberation.objects.exists()


@pytest.mark.parametrize("withdrawn", [False, True])
def test_an_act_that_was_ever_online_stays_and_the_page_says_why(
    client, boss, withdrawn, django_capture_on_commit_callbacks
):
    act = a_deliberation(status="draft") if withdrawn else a_deliberation()

    response = delete(client, act, django_capture_on_commit_callbacks)

    assert response.status_code == 403
    assert "Retirez-la du site plutôt que de la supprimer" in response.content.decode()
    assert Deliberation.objects.exists()


def test_an_act_that_another_rectifies_stays_until_that_is_undone(client, boss, django_capture_on_commit_callbacks):
    act = a_deliberation(published=False)
    how = Deliberation.Rectification.values[0]
    later = a_deliberation(published=False, rectifies=act, rectification=how, number="2023/200")

    page = delete(client, act, django_capture_on_commit_callbacks).content.decode()

    assert f"{later} la rectifie" in page
    assert Deliberation.objects.count() == 2
    delete(client, later, django_capture_on_commit_callbacks)
    delete(client, act, django_capture_on_commit_callbacks)
    assert not Deliberation.objects.exists()


def test_a_file_that_another_act_still_needs_stays(client, boss, settings, django_capture_on_commit_callbacks):
    act, other = a_deliberation(published=False, content=b"%PDF 1"), a_deliberation(content=b"%PDF 2")
    KeptReading.objects.create(
        deliberation=other, packed=b"", sha256=act.sha256, source=act.source.name, at=act.read_at, reader_version="1"
    )

    delete(client, act, django_capture_on_commit_callbacks)

    assert stored_files(settings) == sorted([act.source.name, other.source.name])


def test_an_act_deleted_while_it_is_read_again_gets_nothing(django_capture_on_commit_callbacks, client, boss):
    act = a_deliberation(published=False, content=b"%PDF 1")
    held = claims.claim(jobs.ask_again(act, boss).pk)

    delete(client, act, django_capture_on_commit_callbacks)

    with pytest.raises(claims.ClaimLostError):
        claims.beat(held)


def test_deleting_needs_the_right_and_says_so_in_french(client):
    user = User.objects.create_user("agent", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_deliberation", "change_deliberation"]))
    client.force_login(user)

    response = client.get(f"{LIST}{a_deliberation(published=False).pk}/delete/")

    assert response.status_code == 403
    assert "Votre compte n’a pas ce droit" in response.content.decode()


@pytest.mark.parametrize("key", ["999", "x"])
def test_an_act_that_does_not_exist_is_not_found(client, boss, key):
    assert client.get(f"{LIST}{key}/delete/").status_code == 404


def test_the_summary_of_a_draft_leads_to_its_deletion_that_of_a_published_act_does_not(client, boss):
    draft, online = a_deliberation(published=False), a_deliberation()

    assert f"{LIST}{draft.pk}/delete/" in client.get(f"{LIST}{draft.pk}/lecture/").content.decode()
    assert f"{LIST}{online.pk}/delete/" not in client.get(f"{LIST}{online.pk}/lecture/").content.decode()

    agent = User.objects.create_user("agent", is_staff=True)
    agent.user_permissions.set(Permission.objects.filter(codename__in=["view_deliberation", "change_deliberation"]))
    client.force_login(agent)
    assert f"{LIST}{draft.pk}/delete/" not in client.get(f"{LIST}{draft.pk}/lecture/").content.decode()
