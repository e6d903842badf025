"""Upload: each file becomes a draft, or is refused with its reason; nothing is left of one that cannot be read."""

import io

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from grants.models import Deliberation, GrantLine
from ingest import isolation
from ingest.desk.uploads import file_name, receive
from tests.builders import a_deliberation
from tests.ingest.readings import a_leftover_record, a_reading, an_act

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
def reader(monkeypatch):
    """A reader that finds one line in any PDF, without opening it; its arguments are kept."""
    told = {"number": "2023/114", "department": "Nord", "paths": []}

    def read(path):
        told["paths"].append(path)
        act = an_act(number=told["number"], department=told["department"])
        return a_reading(file=path.read_bytes(), name=path.name, act=act, leftovers=(a_leftover_record(),))

    monkeypatch.setattr(isolation, "read", read)
    return told


def an_agent(*permissions: str) -> User:
    agent = User.objects.create_user("agent", is_staff=True)
    agent.user_permissions.set(
        Permission.objects.filter(
            codename__in=permissions or ("view_deliberation", "add_deliberation", "change_deliberation")
        )
    )
    return agent


def uploaded(content: bytes, name: str = "acte.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def stored_files(settings) -> list:
    return [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] if settings.MEDIA_ROOT.exists() else []


# ---- one file ----------------------------------------------------------------------------------------------------


def test_receive_keeps_the_file_byte_for_byte_and_its_act_as_a_draft(reader):
    content, agent = a_pdf(), an_agent()

    outcome = receive(uploaded(content, "Délib n°12.pdf"), agent)

    assert outcome.state == "read"
    act = Deliberation.objects.get()
    assert outcome.deliberation == act
    assert act.status == Deliberation.Status.DRAFT
    assert act.source.read() == content
    act.source.close()
    assert act.source_name == "Délib n°12.pdf"
    assert GrantLine.objects.get().amount == 12_500
    assert not GrantLine.objects.counted().exists()
    entry = LogEntry.objects.get()
    assert (entry.user, entry.is_addition(), entry.object_id) == (agent, True, str(act.pk))


def test_receive_refuses_an_empty_file_without_reading_it(reader):
    outcome = receive(uploaded(b"", "vide.pdf"), an_agent())

    assert (outcome.state, outcome.message) == ("refused", "vide.pdf\u202f: le fichier est vide (0 octet).")
    assert reader["paths"] == []


def test_receive_refuses_what_is_no_pdf_whatever_its_name(reader):
    outcome = receive(uploaded(b"PK\x03\x04 un classeur", "tableau.pdf"), an_agent())

    assert outcome.state == "refused"
    assert "ce n’est pas un fichier PDF" in outcome.message
    assert reader["paths"] == []


def test_receive_refuses_a_file_too_large_and_says_the_limit(reader, settings):
    settings.UPLOAD_MAX_BYTES = 1024 * 1024

    outcome = receive(uploaded(a_pdf() + b" " * 1024 * 1024), an_agent())

    assert "le fichier pèse 2 Mo, la limite est de 1 Mo" in outcome.message
    assert reader["paths"] == []


def test_receive_finds_a_file_that_is_already_here(reader):
    content = a_pdf()
    act = a_deliberation(content=content)

    outcome = receive(uploaded(content, "autre nom.pdf"), an_agent())

    assert (outcome.state, outcome.deliberation) == ("present", act)
    assert reader["paths"] == []


def test_receive_replaces_nothing_when_another_file_holds_the_same_act(reader, settings):
    first = receive(uploaded(a_pdf("Première version")), an_agent()).deliberation
    files = stored_files(settings)

    outcome = receive(uploaded(a_pdf("Version corrigée")), User.objects.get())

    assert (outcome.state, outcome.deliberation) == ("present", first)
    assert "rien n’a été remplacé" in outcome.message
    assert Deliberation.objects.get().sha256 == first.sha256
    assert stored_files(settings) == files


def test_receive_takes_the_department_that_staff_name_where_the_act_names_none(reader):
    reader["department"] = ""

    refused = receive(uploaded(a_pdf()), an_agent())
    outcome = receive(uploaded(a_pdf()), User.objects.get(), department="62")

    assert refused.state == "refused"
    assert "département inconnu" in refused.message
    assert outcome.deliberation.department_id == "62"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (a_pdf()[:400], "tronqué ou endommagé"),
        (a_pdf(encrypt=StandardEncryption("secret", strength=128)), "protégé par un mot de passe"),
        (a_pdf("Compte rendu sans aucune somme"), "aucune subvention"),
    ],
    ids=["truncated", "encrypted", "no grant"],
)
def test_receive_says_why_a_file_cannot_be_read_and_keeps_nothing_of_it(settings, content, reason):
    outcome = receive(uploaded(content, "annexe.pdf"), an_agent())

    assert outcome.state == "refused"
    assert outcome.message.startswith("annexe.pdf\u202f: ")
    assert reason in outcome.message
    assert not Deliberation.objects.exists()
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
    client.force_login(an_agent())

    page = client.get(ADDRESS).content.decode()

    assert "50\u00a0Mo" in page or "50 Mo" in page
    assert 'enctype="multipart/form-data"' in page
    assert "multiple" in page
    assert "rien n’est public" in page


def test_upload_of_one_file_leads_to_what_was_read(client, reader):
    client.force_login(an_agent())

    response = client.post(ADDRESS, {"files": uploaded(a_pdf())}, follow=True)

    act = Deliberation.objects.get()
    assert response.redirect_chain == [(f"/admin/grants/deliberation/{act.pk}/lecture/", 302)]
    assert "Lue et gardée comme brouillon" in response.content.decode()


def test_upload_of_several_files_says_what_became_of_each(client, reader):
    client.force_login(an_agent())
    here = a_deliberation(content=a_pdf("Déjà là"))
    files = [
        uploaded(a_pdf("Nouvelle"), "nouvelle.pdf"),
        uploaded(b"", "vide.pdf"),
        uploaded(a_pdf("Déjà là"), "ancienne.pdf"),
    ]

    page = client.post(ADDRESS, {"files": files}).content.decode()

    new = Deliberation.objects.exclude(pk=here.pk).get()
    assert "3\u00a0fichiers" in page
    assert f"/admin/grants/deliberation/{new.pk}/lecture/" in page
    assert f"/admin/grants/deliberation/{here.pk}/lecture/" in page
    assert "vide.pdf\u202f: le fichier est vide (0 octet)." in page
    assert page.count("Rien n’a été gardé de ce fichier.") == 1


@pytest.mark.parametrize("megabytes", [2, 4], ids=["in memory", "on disk"])
def test_upload_cuts_off_a_file_too_large_and_reads_the_others(client, reader, settings, tmp_path, megabytes):
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "incoming"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    client.force_login(an_agent())
    files = [
        uploaded(a_pdf() + b" " * megabytes * 1024 * 1024, "énorme.pdf"),
        uploaded(a_pdf("Nouvelle"), "nouvelle.pdf"),
    ]

    page = client.post(ADDRESS, {"files": files}).content.decode()

    assert "énorme.pdf\u202f: le fichier pèse plus de 1 Mo, la limite." in page
    assert Deliberation.objects.get().source_name == "nouvelle.pdf"
    assert list(settings.FILE_UPLOAD_TEMP_DIR.iterdir()) == []


def test_upload_of_one_file_too_large_says_that_and_not_that_none_came(client, settings):
    settings.UPLOAD_MAX_BYTES = 10
    client.force_login(an_agent())

    page = client.post(ADDRESS, {"files": uploaded(a_pdf())}).content.decode()

    assert "la limite" in page
    assert "Choisissez au moins un fichier" not in page


def test_upload_of_nothing_is_said(client, reader):
    client.force_login(an_agent())

    assert "Choisissez au moins un fichier PDF." in client.post(ADDRESS, {}).content.decode()


def test_upload_of_a_name_that_is_code_is_shown_as_text(client, reader):
    client.force_login(an_agent())

    page = client.post(ADDRESS, {"files": uploaded(b"rien", "<img src=x onerror=alert(1)>.pdf")}).content.decode()

    assert "<img src=x" not in page
    assert "&lt;img src=x" in page


def test_upload_needs_the_right_to_add_and_to_change(client, reader):
    for number, permissions in enumerate([["view_deliberation"], ["add_deliberation"], ["change_deliberation"]]):
        user = User.objects.create_user(f"agent-{number}", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
        client.force_login(user)
        assert client.post(ADDRESS, {"files": uploaded(a_pdf())}).status_code == 403
    assert not Deliberation.objects.exists()


def test_a_file_whose_reading_was_given_for_another_is_refused(monkeypatch):
    monkeypatch.setattr(isolation, "read", lambda path: a_reading(file=b"autre"))

    assert receive(uploaded(a_pdf()), an_agent()).state == "refused"
    assert not Deliberation.objects.exists()
