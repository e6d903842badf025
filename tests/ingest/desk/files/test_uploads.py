"""Upload: each file waits in the queue, or is refused with its reason; nothing is left of one that is refused."""

import io
from hashlib import sha256

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from grants.models import Deliberation
from ingest.desk.files.uploads import file_name, receive
from ingest.models import Job
from ingest.processes import isolation
from tests.builders import a_deliberation
from tests.ingest.desk.staff import SENDS, an_agent

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/grants/deliberation/add/"


def a_pdf(text: str = "Délibération", *, pages: int = 1, encrypt: StandardEncryption | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True, encrypt=encrypt)
    for number in range(1, pages + 1):
        canvas.drawString(72, 700, f"{text}, page {number}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def opened(monkeypatch):
    """Files that were opened, by name; each has one page, whatever it holds."""
    names = []
    monkeypatch.setattr(isolation, "count_pages", lambda path: names.append(path.name) or 1)
    return names


def uploaded(content: bytes, name: str = "acte.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def stored_files(settings) -> list:
    return [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] if settings.MEDIA_ROOT.exists() else []


# ---- one file ----------------------------------------------------------------------------------------------------


def test_receive_keeps_the_file_byte_for_byte_and_puts_it_in_the_queue(settings):
    content, agent = a_pdf(pages=3), an_agent(*SENDS)

    outcome = receive(uploaded(content, "Délib n°12.pdf"), agent, department="62")

    job = Job.objects.get()
    assert (outcome.state, outcome.job) == ("asked", job)
    assert (job.state, job.name, job.page_count) == (Job.State.WAITING, "Délib n°12.pdf", 3)
    assert (job.author, job.department, job.sha256) == (agent, "62", sha256(content).hexdigest())
    assert [path.read_bytes() for path in stored_files(settings)] == [content]
    assert not Deliberation.objects.exists()


def test_receive_refuses_an_empty_file_without_opening_it(opened):
    outcome = receive(uploaded(b"", "vide.pdf"), an_agent(*SENDS))

    assert (outcome.state, outcome.message) == ("refused", "vide.pdf\u202f: le fichier est vide (0 octet).")
    assert opened == []


def test_receive_refuses_what_is_no_pdf_whatever_its_name(opened):
    outcome = receive(uploaded(b"PK\x03\x04 un classeur", "tableau.pdf"), an_agent(*SENDS))

    assert outcome.state == "refused"
    assert "ce n’est pas un fichier PDF" in outcome.message
    assert opened == []


def test_receive_refuses_a_file_too_large_and_says_the_limit(opened, settings):
    settings.UPLOAD_MAX_BYTES = 1024 * 1024

    outcome = receive(uploaded(a_pdf() + b" " * 1024 * 1024), an_agent(*SENDS))

    assert "le fichier pèse 2 Mo, la limite est de 1 Mo" in outcome.message
    assert opened == []


def test_receive_finds_an_act_that_holds_the_file_already(opened):
    content = a_pdf()
    act = a_deliberation(content=content)

    outcome = receive(uploaded(content, "autre nom.pdf"), an_agent(*SENDS))

    assert (outcome.state, outcome.deliberation, outcome.job) == ("present", act, None)
    assert opened == []


def test_receive_finds_a_file_that_is_in_the_queue_already(opened, settings):
    first = receive(uploaded(a_pdf()), an_agent(*SENDS))

    outcome = receive(uploaded(a_pdf(), "autre nom.pdf"), User.objects.get())

    assert (outcome.state, outcome.job) == ("present", first.job)
    assert Job.objects.count() == len(stored_files(settings)) == 1


def test_receive_begins_again_a_file_that_failed_as_it_is_asked_now(opened, settings):
    first = receive(uploaded(a_pdf()), an_agent(*SENDS))
    Job.objects.update(state=Job.State.FAILED, message="département inconnu")

    outcome = receive(uploaded(a_pdf()), User.objects.get(), department="62")

    assert (outcome.state, outcome.job) == ("asked", first.job)
    job = Job.objects.get()
    assert (job.state, job.department, job.message) == (Job.State.WAITING, "62", "")
    assert len(stored_files(settings)) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (a_pdf()[:400], "tronqué ou endommagé"),
        (a_pdf(encrypt=StandardEncryption("secret", strength=128)), "protégé par un mot de passe"),
        (a_pdf(pages=3), "le document a 3 pages, la limite est de 2"),
    ],
    ids=["truncated", "encrypted", "too many pages"],
)
def test_receive_says_at_once_why_a_file_cannot_be_read_and_keeps_nothing_of_it(settings, content, reason):
    settings.READER_MAX_PAGES = 2

    outcome = receive(uploaded(content, "annexe.pdf"), an_agent(*SENDS))

    assert outcome.state == "refused"
    assert outcome.message.startswith("annexe.pdf\u202f: ")
    assert reason in outcome.message
    assert not Job.objects.exists()
    assert stored_files(settings) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("acte.pdf", "acte.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("a\nb\x00c.PDF", "a b c.PDF"),
        ("", "document.pdf"),
        (".pdf", "pdf.pdf"),
        ("é" * 300 + ".pdf", "é" * 100 + ".pdf"),
    ],
)
def test_file_name_is_one_that_any_disk_takes(name, expected):
    assert file_name(name) == expected


# ---- the page ----------------------------------------------------------------------------------------------------


def test_upload_page_says_the_limits_and_needs_no_script(client, settings):
    client.force_login(an_agent(*SENDS))

    page = client.get(ADDRESS).content.decode()

    assert "50\u00a0Mo" in page or "50 Mo" in page
    assert 'enctype="multipart/form-data"' in page
    assert "multiple" in page
    assert "rien n’est public" in page


def test_upload_of_one_file_leads_to_its_job(client, opened):
    client.force_login(an_agent(*SENDS))

    response = client.post(ADDRESS, {"files": uploaded(a_pdf())}, follow=True)

    job = Job.objects.get()
    assert response.redirect_chain == [(f"/admin/ingest/job/{job.pk}/", 302)]
    assert "En attente" in response.content.decode()


def test_upload_of_several_files_says_what_became_of_each(client, opened):
    client.force_login(an_agent(*SENDS))
    here = a_deliberation(content=a_pdf("Déjà là"))
    files = [
        uploaded(a_pdf("Nouvelle"), "nouvelle.pdf"),
        uploaded(b"", "vide.pdf"),
        uploaded(a_pdf("Déjà là"), "ancienne.pdf"),
    ]

    page = client.post(ADDRESS, {"files": files}).content.decode()

    assert "3\u00a0fichiers" in page
    assert f"/admin/ingest/job/{Job.objects.get().pk}/" in page
    assert f"/admin/grants/deliberation/{here.pk}/lecture/" in page
    assert "vide.pdf\u202f: le fichier est vide (0 octet)." in page
    assert page.count("Rien n’a été gardé de ce fichier.") == 1


@pytest.mark.parametrize("megabytes", [2, 4], ids=["in memory", "on disk"])
def test_upload_cuts_off_a_file_too_large_and_takes_the_others(client, opened, settings, tmp_path, megabytes):
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "incoming"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    client.force_login(an_agent(*SENDS))
    files = [
        uploaded(a_pdf() + b" " * megabytes * 1024 * 1024, "énorme.pdf"),
        uploaded(a_pdf("Nouvelle"), "nouvelle.pdf"),
    ]

    page = client.post(ADDRESS, {"files": files}).content.decode()

    assert "énorme.pdf\u202f: le fichier pèse plus de 1 Mo, la limite." in page
    assert Job.objects.get().name == "nouvelle.pdf"
    assert list(settings.FILE_UPLOAD_TEMP_DIR.iterdir()) == []


def test_upload_of_one_file_too_large_says_that_and_not_that_none_came(client, settings):
    settings.UPLOAD_MAX_BYTES = 10
    client.force_login(an_agent(*SENDS))

    page = client.post(ADDRESS, {"files": uploaded(a_pdf())}).content.decode()

    assert "la limite" in page
    assert "Choisissez au moins un fichier" not in page


def test_upload_of_nothing_is_said(client):
    client.force_login(an_agent(*SENDS))

    assert "Choisissez au moins un fichier PDF." in client.post(ADDRESS, {}).content.decode()


def test_upload_of_a_new_version_is_asked_to_be_compared_with_its_act(client, opened):
    client.force_login(an_agent(*SENDS))
    act = a_deliberation(published=False)

    page = client.get(f"{ADDRESS}?replaces={act.pk}").content.decode()
    client.post(ADDRESS, {"files": uploaded(a_pdf()), "replaces": act.pk})

    assert "rien n’est remplacé avant" in page
    assert f'name="replaces" value="{act.pk}"' in page
    assert Job.objects.get().replaces == act


@pytest.mark.parametrize("key", ["", "0", "999", "x"])
def test_upload_for_an_act_that_does_not_exist_is_a_plain_upload(client, key):
    client.force_login(an_agent(*SENDS))

    assert "rien n’est public" in client.get(f"{ADDRESS}?replaces={key}").content.decode()


def test_upload_of_a_name_that_is_code_is_shown_as_text(client):
    client.force_login(an_agent(*SENDS))

    page = client.post(ADDRESS, {"files": uploaded(b"rien", "<img src=x onerror=alert(1)>.pdf")}).content.decode()

    assert "<img src=x" not in page
    assert "&lt;img src=x" in page


def test_upload_needs_the_right_to_add_and_to_change(client, opened):
    for number, permissions in enumerate([["view_deliberation"], ["add_deliberation"], ["change_deliberation"]]):
        user = User.objects.create_user(f"agent-{number}", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
        client.force_login(user)
        assert client.post(ADDRESS, {"files": uploaded(a_pdf())}).status_code == 403
    assert not Job.objects.exists()
