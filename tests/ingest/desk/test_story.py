"""The whole way, through the pages that staff use and with the real reader: file in, looked at, online, withdrawn."""

import io
from pathlib import Path

from django.test import Client
from PIL import Image

from grants.models import Deliberation, GrantLine
from ingest.models import Job
from tests.ingest.reading_queue import read_queue

DATA = Path(__file__).resolve().parents[2] / "data"
SAMPLE = DATA / "samples" / "nord-2022-273.pdf"
ADDRESS = "/admin/grants/deliberation/add/"
QUEUE = "/admin/ingest/job/"


def upload(client, *paths: Path):
    """What the page says of these files once they are sent; what was kept of them is then read."""
    files = [path.open("rb") for path in paths]
    try:
        return client.post(ADDRESS, {"files": files}, follow=True)
    finally:
        for file in files:
            file.close()
        read_queue()


def test_a_sample_goes_from_upload_to_the_public_and_back(client, boss):
    public = Client()

    job = upload(client, SAMPLE).redirect_chain[-1][0]
    page = client.get(job).content.decode()

    act = Deliberation.objects.get()
    source, image = f"/deliberations/{act.slug}/source.pdf", f"/deliberations/{act.slug}/page/1.webp"
    assert act.number in page
    assert GrantLine.objects.filter(deliberation=act).count() > 50
    assert not GrantLine.objects.counted().exists()
    assert public.get(source).status_code == 404

    line = act.lines.order_by("line").last()
    sheet = client.get(f"/admin/grants/deliberation/{act.pk}/lecture/page/{line.page}/").content.decode()
    assert f'id="ligne-{line.line}"' in sheet
    box = f"{line.x0},{line.y0},{line.x1},{line.y1}"
    crop = client.get(f"/admin/grants/deliberation/{act.pk}/lecture/extrait.webp?page={line.page}&box={box}")
    with Image.open(io.BytesIO(crop.content)) as row:
        assert row.width > row.height > 10

    client.post(f"/admin/grants/deliberation/{act.pk}/publier/", {"word": "le tableau est arrondi"})
    assert b"".join(public.get(source).streaming_content) == SAMPLE.read_bytes()
    assert public.get(image).status_code == 200
    assert public.get(act.get_absolute_url()).status_code == 200
    assert GrantLine.objects.counted().exists()

    client.post(f"/admin/grants/deliberation/{act.pk}/retirer/")
    assert public.get(source).status_code == public.get(image).status_code == 410
    assert not GrantLine.objects.counted().exists()


def test_odd_files_are_each_refused_in_french_and_nothing_of_them_stays(
    client, boss, settings, django_capture_on_commit_callbacks
):
    odd = sorted((DATA / "odd").glob("*.pdf"))
    assert odd

    page = upload(client, *odd).content.decode() + client.get(QUEUE).content.decode()

    assert page.count("✗ refusé") + page.count("✗ non lue") == len(odd)
    for path in odd:
        assert f"{path.name}\u202f: " in page
    assert "erreur imprévue" not in page
    assert not Deliberation.objects.exists()
    for job in Job.objects.all():
        with django_capture_on_commit_callbacks(execute=True):
            client.post(f"{QUEUE}{job.pk}/oublier/")
    assert not any(path.is_file() for path in settings.MEDIA_ROOT.rglob("*"))


def test_a_document_with_too_many_pages_is_refused_with_the_limit(client, boss, settings):
    settings.READER_MAX_PAGES = 2

    page = upload(client, SAMPLE).content.decode()

    assert "pages, la limite est de 2." in page
    assert not Deliberation.objects.exists()


def test_the_same_sample_twice_is_already_here(client, boss):
    upload(client, SAMPLE)
    page = upload(client, SAMPLE).content.decode()

    assert "Ce fichier est déjà là" in page
    assert Deliberation.objects.count() == 1
