"""Reports of errors: kept for staff, answered in public, slow for robots, the page of the line still shared by all."""

from datetime import timedelta

import pytest
from django.core.signing import TimestampSigner
from django.test import Client
from django.utils import timezone

from grants import strangers
from grants.models import ErrorReport, ReportTrace
from grants.strangers import LATEST, MOST_A_DAY
from tests.builders import a_deliberation, a_line
from tests.grants.pages import html_of, text_of, undescribed

pytestmark = pytest.mark.django_db
SAID = {"what": "amount", "suggestion": "1 250,00 €", "message": "La page imprime 1 250 €.", "email": "moi@exemple.fr"}


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Nobody waits in tests: forms are sent as if they had been read."""
    monkeypatch.setattr(strangers, "SOONEST", -1)


def send(client, line, **said):
    headers = {name: said.pop(name) for name in list(said) if name.isupper()}
    values = SAID | {"moment": strangers.moment_of(str(line.pk))} | said
    return client.post(f"/lignes/{line.pk}/signaler/", values, **headers)


def test_report_is_kept_and_only_its_subject_is_public(client):
    line = a_line()

    response = send(client, line)

    assert (response.status_code, response["Location"]) == (302, f"/lignes/{line.pk}/#signalements")
    report = ErrorReport.objects.get()
    assert (report.line, report.message, report.email) == (line, SAID["message"], SAID["email"])
    html = html_of(client, line.get_absolute_url())
    assert "reçu, pas encore examiné" in html
    assert not any(text in html for text in (SAID["message"], SAID["email"], SAID["suggestion"]))


def test_answer_of_staff_is_public_at_once(client, admin_client):
    line = a_line()
    send(client, line)
    before = client.get(line.get_absolute_url())["ETag"]
    report = ErrorReport.objects.get()

    admin_client.post(
        f"/admin/grants/errorreport/{report.pk}/change/", {"status": "printed", "answer": "L’acte l’imprime page 3."}
    )

    page = client.get(line.get_absolute_url(), HTTP_IF_NONE_MATCH=before)
    assert page.status_code == 200
    assert "le document l’imprime ainsi" in page.content.decode()
    assert "L’acte l’imprime page 3." in page.content.decode()
    report.refresh_from_db()
    assert report.answered_by.username == "admin"
    assert "Nord – DIPLE/2023/101" in admin_client.get("/admin/grants/errorreport/").content.decode()


def test_page_of_the_line_stays_shared_and_the_form_is_nobodys_but_ones_own(client):
    line = a_line()

    page, form = client.get(line.get_absolute_url()), client.get(f"/lignes/{line.pk}/signaler/")

    assert page.has_header("ETag") and not page.cookies
    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert "no-store" in form["Cache-Control"] and not form.has_header("ETag")
    strict = Client(enforce_csrf_checks=True)
    assert send(strict, line).status_code == 403
    token = strict.get(f"/lignes/{line.pk}/signaler/").context["csrf_token"]
    assert send(strict, line, csrfmiddlewaretoken=str(token)).status_code == 302


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"what": ""}, "Ce champ est obligatoire"),
        ({"message": ""}, "Ce champ est obligatoire"),
        ({"email": "pas une adresse"}, "valide"),
        ({"site_web": "http://x"}, "il arrête les robots"),
        ({"moment": ""}, "obligatoire"),
        ({"moment": "12:abc:def"}, "n’est pas celui de cette page"),
        ({"message": "x" * 2_001}, "2000"),
    ],
)
def test_report_that_lacks_something_or_comes_from_a_robot_is_refused(client, said, told):
    line = a_line()

    response = send(client, line, **said)

    assert response.status_code == 400
    assert told in response.content.decode()
    assert "Rien n’est encore envoyé." in response.content.decode()
    assert not ErrorReport.objects.exists()


def test_what_is_wrong_is_told_beside_its_field_where_a_screen_reader_looks(client):
    html = send(client, a_line(), email="pas une adresse", message="").content.decode()

    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'id="id_email_error">Saisissez une adresse' in html
    assert undescribed(html) == set()


def test_form_sent_too_soon_or_too_late_or_for_another_line_is_refused(client, monkeypatch):
    line, other = a_line(), a_line()
    monkeypatch.setattr(strangers, "SOONEST", 3600)
    assert "plus vite qu’on ne lit" in send(client, line).content.decode()
    monkeypatch.setattr(strangers, "SOONEST", -1)
    assert "celui de cette page" in send(client, line, moment=strangers.moment_of(str(other.pk))).content.decode()
    with monkeypatch.context() as patched:
        long_ago = timezone.now().timestamp() - LATEST - 60
        patched.setattr("django.core.signing.time.time", lambda: long_ago)
        old = TimestampSigner(salt="signalement").sign(str(line.pk))
    assert "depuis trop longtemps" in send(client, line, moment=old).content.decode()


def test_refused_form_can_be_sent_again(client):
    line = a_line()
    page = send(client, line, moment="")
    moment = page.content.decode().split('name="moment" value="')[1].split('"')[0]

    shown = {field.html_name: field.value() for field in page.context["form"]}
    assert shown == SAID | {"site_web": None, "moment": moment}, "what was typed, as it was typed"
    assert send(client, line, moment=moment).status_code == 302


def test_number_of_one_address_is_limited_and_forgotten(client):
    line = a_line()
    for _ in range(MOST_A_DAY):
        assert send(client, line).status_code == 302

    assert "Revenez demain" in send(client, line).content.decode()
    other = client.post(
        f"/lignes/{line.pk}/signaler/", SAID | {"moment": strangers.moment_of(str(line.pk))}, REMOTE_ADDR="192.0.2.7"
    )
    assert other.status_code == 302
    assert "192.0.2.7" not in set(ReportTrace.objects.values_list("print", flat=True))
    ReportTrace.objects.update(at=timezone.now() - timedelta(days=2))
    assert send(client, line).status_code == 302
    assert ReportTrace.objects.count() == 1


def test_address_behind_a_proxy_is_the_one_that_the_proxy_says(client, settings):
    line = a_line()
    settings.BEHIND_PROXY = True
    for told in ("198.51.100.1, 192.0.2.1", "203.0.113.9, 192.0.2.1"):  # the first one is what the visitor pretends
        client.post(
            f"/lignes/{line.pk}/signaler/",
            SAID | {"moment": strangers.moment_of(str(line.pk))},
            HTTP_X_FORWARDED_FOR=told,
        )

    assert ReportTrace.objects.values("print").distinct().count() == 1


def test_line_of_a_draft_cannot_be_reported_by_the_public(client):
    line = a_line(deliberation=a_deliberation(published=False))

    assert client.get(f"/lignes/{line.pk}/signaler/").status_code == 404


def test_form_is_labelled_and_says_what_is_published(client):
    text = text_of(client, f"/lignes/{a_line().pk}/signaler/")

    assert "Sans compte." in text
    assert "jamais votre message ni votre adresse" in text
