"""The staff guide: what it names is on a screen, what it links to answers, what it shows is there."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from django.conf import settings
from django.contrib.auth.models import User

from ingest.desk.guide import CHAPTERS
from tests.builders import a_deliberation, a_line
from tests.grants.pages import html_of
from tests.grants.test_typography import faults_of
from tests.guide.screens import SCREENS

pytestmark = pytest.mark.django_db

GUIDE = "/admin/grants/deliberation/guide/"
ROOT = Path(settings.BASE_DIR)
IMAGES = ROOT / "static" / "img" / "guide"
LARGEST_IMAGE = 150_000  # bytes: a page of the guide stays quick to open
SPACES = str.maketrans({"\u202f": " ", "\u00a0": " "})


@pytest.fixture(autouse=True)
def boss(client):
    client.force_login(User.objects.create_superuser("responsable"))


def chapter_texts() -> dict[str, str]:
    return {one.slug: (ROOT / "templates" / one.template).read_text() for one in CHAPTERS}


def what_screens_say() -> str:
    """Everything that a page may print: templates but the guide's own, and the sources' French."""
    templates = [path for path in (ROOT / "templates").rglob("*.html") if "guide" not in path.as_posix()]
    sources = [path for app in ("grants", "ingest") for path in (ROOT / app).rglob("*.py") if path.stem != "guide"]
    text = "\n".join(path.read_text() for path in [*templates, *sources])
    return re.sub(r"\s+", " ", text.replace("\\u202f", " ").replace("\\u00a0", " ").translate(SPACES))


def test_each_chapter_opens_and_leads_to_the_next(client):
    for chapter, after in zip(CHAPTERS, [*CHAPTERS[1:], None], strict=True):
        page = html_of(client, f"{GUIDE}{chapter.slug}/")
        assert f"<h1>{chapter.title}</h1>" in page
        assert (f"{after.title} ›" in page) if after else ("›</a></nav>" not in page)


def test_the_list_names_every_chapter(client):
    page = html_of(client, GUIDE)

    assert re.findall(rf'{GUIDE}([a-z-]+)/"', page) == [one.slug for one in CHAPTERS]


def test_a_chapter_that_does_not_exist_is_not_found(client):
    assert client.get(f"{GUIDE}autre/").status_code == 404


def test_every_page_of_the_desk_leads_to_the_guide(client):
    act = a_deliberation(published=False)
    a_line(deliberation=act)
    pages = ["", "grants/deliberation/", "grants/operator/", f"grants/deliberation/{act.pk}/lecture/", "ingest/job/"]

    for page in pages:
        assert f'<a href="{GUIDE}">Guide</a>' in client.get(f"/admin/{page}").content.decode(), page


def test_staff_without_any_right_are_not_sent_to_it(client):
    client.force_login(User.objects.create_user("autre", is_staff=True))

    assert GUIDE not in client.get("/admin/").content.decode()
    assert client.get(GUIDE).status_code == 403


@pytest.mark.parametrize("slug", [one.slug for one in CHAPTERS])
def test_every_button_and_screen_that_a_chapter_names_exists(slug):
    said = what_screens_say()
    named = re.findall(r"<q>(.*?)</q>", chapter_texts()[slug])

    assert named
    assert [name for name in named if unescape(name).translate(SPACES) not in said] == []


@pytest.mark.parametrize("slug", [one.slug for one in CHAPTERS])
def test_every_address_that_a_chapter_links_to_answers(client, slug):
    address = f"{GUIDE}{slug}/"
    text = html_of(client, address).split('class="guide-text"')[1]
    for link in re.findall(r'href="([^"]+)"', text):
        target, fragment = urldefrag(urljoin(address, unescape(link)))
        if target.startswith("/static/"):
            continue
        response = client.get(target)
        assert response.status_code == 200, link
        assert not fragment or f'id="{fragment}"' in response.content.decode(), link


@pytest.mark.parametrize("slug", [one.slug for one in CHAPTERS])
def test_a_chapter_is_set_in_french(client, slug):
    page = client.get(f"{GUIDE}{slug}/").content.decode()

    assert faults_of(page.split('class="guide-text"')[1]) == []


def test_images_say_what_they_show_are_all_used_and_light():
    shown = re.findall(r'{% shot "([a-z-]+)" "([^"]+)"', "\n".join(chapter_texts().values()))
    kept = {path.stem: path for path in IMAGES.glob("*")}

    assert sorted(name for name, _ in shown) == sorted(kept) == sorted(screen.name for screen in SCREENS)
    assert all(path.suffix == ".webp" and path.stat().st_size < LARGEST_IMAGE for path in kept.values())
    assert all(len(alt) > 20 for _, alt in shown)
